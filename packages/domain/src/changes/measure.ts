import { z } from 'zod';
import type { IsoDate } from '../fields.ts';
import { measure } from '../measure.ts';
import type { Subject } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { actingFor } from '../rules/owners.ts';
import { units } from '../scales.ts';
import { editedRow, newRow, ownSource, withdrawInput } from './inputs.ts';
import { checkUnit } from './parse-value.ts';
import {
  checkChosen,
  checkCode,
  checkHasCome,
  checkNamed,
  findRow,
  findStanding,
  refuse,
  standingOf,
} from './references.ts';
import { added, contentOf, edited, onStandingNotice } from './rows.ts';

const content = measure.omit({ noticeId: true, id: true, version: true, withdrawnOn: true });

export const createMeasureInput = content.extend({ ...ownSource, ...newRow });
export const editMeasureInput = content.extend(editedRow);
export const withdrawMeasureInput = withdrawInput;

type Content = z.output<typeof content>;

/** Gives whose a measure is: its owner's, and of whoever covers for them on the day. Throws `notFound`. */
export const measureSubject = (plan: Plan, measureId: string, today: IsoDate): Subject => ({
  memberIds: actingFor(plan, [findRow(plan.measures, measureId, 'measure').ownerId], today),
  organisation: null,
});

const checkScale = (input: Content): void => {
  if (units[input.unit].integer && input.decimals > 0) refuse('A count has no decimals. Enter 0.', 'decimals');
  if (input.polarity === 'T' && input.tolerance === null) {
    refuse('Enter how far from the target still counts as met.', 'tolerance');
  }
  if (input.polarity !== 'T' && input.tolerance !== null) {
    refuse('Only a measure that should be near its target has a tolerance. Leave it empty.', 'tolerance');
  }
  for (const field of ['tolerance', 'floor', 'baseline'] as const) {
    const value = input[field];
    if (value !== null) checkUnit(value, input, field);
  }
  if (input.polarity === 'T') {
    if ((input.tolerance ?? 0) < 0) refuse('The tolerance is a distance. It can’t be less than 0.', 'tolerance');
    if (input.floor !== null && input.floor < (input.tolerance ?? 0)) {
      refuse('The floor is the greatest distance from the target. It can’t be less than the tolerance.', 'floor');
    }
  }
};

const checkTime = (input: Content, today: IsoDate): void => {
  if (input.basis === 'yearToDate' && input.resetMonth === null) {
    refuse('Choose the month in which the year to date restarts.', 'resetMonth');
  }
  if (input.basis !== 'yearToDate' && input.resetMonth !== null) {
    refuse('Only a year to date restarts. Leave the month empty.', 'resetMonth');
  }
  if (input.baseline === null) {
    if (input.baselineOn !== null) refuse('Enter the baseline, or leave its date empty.', 'baseline');
    if (input.baselineBasis !== null) refuse('Enter the baseline, or leave its basis empty.', 'baseline');
    return;
  }
  if (input.baselineOn === null) return refuse('Enter the date of the baseline.', 'baselineOn');
  checkHasCome(today, input.baselineOn, 'baselineOn', 'The date of the baseline');
  if (input.baselineBasis === null) refuse('Choose the basis of the baseline.', 'baselineBasis');
};

const check = (plan: Plan, input: Content, before: Plan['measures'][number] | null, today: IsoDate): void => {
  checkCode(
    plan.measures.filter(({ withdrawnOn }) => withdrawnOn === null),
    before?.id ?? null,
    input.code,
    'a measure',
  );
  checkChosen(standingOf(plan.areas), [input.areaId], before ? [before.areaId] : [], 'areaId', 'area');
  checkChosen(standingOf(plan.measures), input.balancedByIds, before?.balancedByIds ?? [], 'balancedByIds', 'measure');
  if (before && input.balancedByIds.includes(before.id)) {
    refuse('A measure can’t balance itself. Choose another one.', 'balancedByIds');
  }
  checkNamed(plan, today, input.ownerId, before?.ownerId ?? null, 'reading.write', 'ownerId', 'owner');
  checkScale(input);
  checkTime(input, today);
};

/** Adds a measure. */
export const createMeasure = onStandingNotice(
  (plan, input: z.output<typeof createMeasureInput>, { today, createId }) => {
    check(plan, input, null, today);
    const row = { ...contentOf(content, input), noticeId: plan.notice.id, id: createId() };
    return [added('measure', { ...row, withdrawnOn: null })];
  },
);

/** Edits a measure; its unit only while it has neither readings nor targets. */
export const editMeasure = onStandingNotice((plan, input: z.output<typeof editMeasureInput>, { today }) => {
  const before = findStanding(plan.measures, input.id, 'measure');
  check(plan, input, before, today);
  if (input.unit !== before.unit) {
    const used = [...plan.readings, ...plan.targets].some(
      ({ withdrawnOn, measureId }) => withdrawnOn === null && measureId === before.id,
    );
    if (used) refuse('This measure has readings or targets in its unit. Withdraw them before you change it.', 'unit');
  }
  return [edited('measure', before, contentOf(content, input), input.expectedVersion)];
});

/** Withdraws a measure; its readings stay to be read. */
export const withdrawMeasure = onStandingNotice((plan, input: z.output<typeof withdrawMeasureInput>, { today }) => {
  const before = findStanding(plan.measures, input.id, 'measure');
  return [edited('measure', before, { withdrawnOn: today }, input.expectedVersion)];
});
