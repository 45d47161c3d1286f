import { z } from 'zod';
import { area } from '../area.ts';
import type { IsoDate } from '../fields.ts';
import type { Subject } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { actingFor } from '../rules/owners.ts';
import { plural } from '../words.ts';
import { editedRow, newRow, ownSource, withdrawInput } from './inputs.ts';
import { checkAfterIssue, checkHasCome, checkMember, findRow, findStanding, refuse } from './references.ts';
import { added, contentOf, edited, onStandingNotice } from './rows.ts';

const content = area.omit({
  noticeId: true,
  id: true,
  version: true,
  releasedOn: true,
  releasedBy: true,
  releaseReason: true,
  withdrawnOn: true,
});

export const createAreaInput = content.extend({ ...ownSource, ...newRow });
export const editAreaInput = content.extend(editedRow);
export const withdrawAreaInput = withdrawInput;
export const releaseAreaInput = area
  .pick({ releasedOn: true, releasedBy: true, releaseReason: true })
  .extend(editedRow);

/** Gives whose an area is: its sponsor's, and of whoever covers for them on the day. Throws `notFound`. */
export const areaSubject = (plan: Plan, areaId: string, today: IsoDate): Subject => ({
  memberIds: actingFor(plan, [findRow(plan.areas, areaId, 'area').sponsorId], today),
  organisation: null,
});

const checkNumber = (plan: Plan, number: number, ownId: string | null): void => {
  if (plan.areas.some((each) => each.withdrawnOn === null && each.number === number && each.id !== ownId)) {
    refuse(`There is already an area ${number}. Choose another number.`, 'number');
  }
};

/** Adds an area of weakness. */
export const createArea = onStandingNotice((plan, input: z.output<typeof createAreaInput>, { today, createId }) => {
  checkNumber(plan, input.number, null);
  checkMember(plan, today, input.sponsorId, null, 'sponsorId', 'sponsor');
  const row = { ...contentOf(content, input), noticeId: plan.notice.id, id: createId() };
  return [added('area', { ...row, releasedOn: null, releasedBy: null, releaseReason: null, withdrawnOn: null })];
});

/** Edits an area of weakness. */
export const editArea = onStandingNotice((plan, input: z.output<typeof editAreaInput>, { today }) => {
  const before = findStanding(plan.areas, input.id, 'area');
  checkNumber(plan, input.number, before.id);
  checkMember(plan, today, input.sponsorId, before.sponsorId, 'sponsorId', 'sponsor');
  return [edited('area', before, contentOf(content, input), input.expectedVersion)];
});

/** Withdraws an area that no action and no measure belongs to any more. */
export const withdrawArea = onStandingNotice((plan, input: z.output<typeof withdrawAreaInput>, { today }) => {
  const before = findStanding(plan.areas, input.id, 'area');
  const actions = plan.actions.filter(({ stage, areaIds }) => stage !== 'withdrawn' && areaIds.includes(before.id));
  const measures = plan.measures.filter(({ withdrawnOn, areaId }) => withdrawnOn === null && areaId === before.id);
  const left = [
    ...(actions.length > 0 ? [plural(actions.length, 'action')] : []),
    ...(measures.length > 0 ? [plural(measures.length, 'measure')] : []),
  ];
  if (left.length > 0) {
    refuse(`Area ${before.number} still has ${left.join(' and ')}. Move them to another area or withdraw them first.`);
  }
  return [edited('area', before, { withdrawnOn: today }, input.expectedVersion)];
});

/** Releases an area from monitoring, or with neither day, name nor reason has it monitored again. */
export const releaseArea = onStandingNotice((plan, input: z.output<typeof releaseAreaInput>, { today }) => {
  const before = findStanding(plan.areas, input.id, 'area');
  const { releasedOn, releasedBy, releaseReason } = input;
  if (releasedOn !== null) {
    checkHasCome(today, releasedOn, 'releasedOn', 'The day of release');
    checkAfterIssue(plan, releasedOn, 'releasedOn', 'The day of release');
    if (releasedBy === null) refuse('Say who released it, such as the Department for Education.', 'releasedBy');
  } else if (releasedBy !== null || releaseReason !== null) {
    refuse('Enter the day on which it was released, or leave who and why empty too.', 'releasedOn');
  }
  return [edited('area', before, { releasedOn, releasedBy, releaseReason }, input.expectedVersion)];
});
