/** What a change is about where that may be an action, a measure or a requirement. */
import { id, type IsoDate } from '../fields.ts';
import type { Subject } from '../permissions.ts';
import { nobodys } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import type { About, AskedAbout, AskedRow, Owned } from '../rules/owned.ts';
import { askedRow, rowAbout } from '../rules/owned.ts';
import { actionSubject } from './action.ts';
import { areaSubject } from './area.ts';
import { measureSubject } from './measure.ts';
import { findAction, findStanding, refuse } from './references.ts';
import { requirementSubject } from './requirement.ts';

/** The ids of an input of which exactly one is set. */
export const aboutInput = {
  actionId: id.nullable().default(null),
  measureId: id.nullable().default(null),
  requirementId: id.nullable().default(null),
};

/** Gives whose the row is that something is about, on a day. Throws `notFound`. */
export const subjectAbout = (plan: Plan, { actionId, measureId, requirementId }: About, today: IsoDate): Subject => {
  if (actionId !== null) return actionSubject(plan, actionId, today);
  if (measureId !== null) return measureSubject(plan, measureId, today);
  return requirementId === null ? nobodys : requirementSubject(plan, requirementId, today);
};

/**
 * Gives the row that a change is about, which must stand. Throws `notFound`, `conflict` where it was withdrawn, and refuses
 * where not exactly one of the three is named.
 * @param sentence what to say then
 */
export const standingAbout = (plan: Plan, about: About, sentence: string): Owned => {
  const { actionId, measureId, requirementId } = about;
  if ([actionId, measureId, requirementId].filter((each) => each !== null).length !== 1) refuse(sentence);
  if (actionId !== null) findAction(plan, actionId);
  if (measureId !== null) findStanding(plan.measures, measureId, 'measure');
  if (requirementId !== null) findStanding(plan.requirements, requirementId, 'requirement');
  return rowAbout(plan, about) ?? refuse(sentence);
};

/** Gives whose the row is that a question is about, on a day: of an area, its sponsor's. Throws `notFound`. */
export const subjectAsked = (plan: Plan, about: AskedAbout, today: IsoDate): Subject =>
  about.areaId === null ? subjectAbout(plan, about, today) : areaSubject(plan, about.areaId, today);

const whatIsAsked = 'Ask about one action, one measure, one requirement or one area.';

/** Gives the row that is asked about, which must stand; refused as by `standingAbout`. */
export const standingAsked = (plan: Plan, about: AskedAbout): AskedRow => {
  const { actionId, measureId, requirementId, areaId } = about;
  if (areaId === null) return standingAbout(plan, about, whatIsAsked);
  if ([actionId, measureId, requirementId].some((each) => each !== null)) refuse(whatIsAsked);
  findStanding(plan.areas, areaId, 'area');
  return askedRow(plan, about) ?? refuse(whatIsAsked);
};
