/** Change points: from which day the limits of a measure are reckoned anew, and why (domain.md, "Rebase only at …"). */
import { z } from 'zod';
import { rebase } from '../rebase.ts';
import { rebasesOf, variationOf } from '../rules/variation.ts';
import { formatDate, formatPeriod } from '../words.ts';
import { newRow, withdrawInput } from './inputs.ts';
import { findStanding, refuse } from './references.ts';
import { added, edited, onStandingNotice } from './rows.ts';

export const setRebaseInput = rebase.pick({ measureId: true, since: true }).extend(newRow);
export const withdrawRebaseInput = withdrawInput;

/**
 * Reckons the limits of a measure anew from a day. Refused where its readings make no series, where there is a change point on
 * that day already, and where no reading would stand on either side of it.
 */
export const setRebase = onStandingNotice((plan, input: z.output<typeof setRebaseInput>, { today, who, createId }) => {
  const { measureId, since, reason } = input;
  const measure = findStanding(plan.measures, measureId, 'measure');
  const { series, reason: why } = variationOf(plan, measure, today);
  const [first, last] = [series[0]?.reading, series.at(-1)?.reading];
  if (!first || !last) return refuse(`There are no limits to reckon anew. ${why}`, 'since');
  if (since <= first.periodEnd) {
    refuse(
      `No reading comes before ${formatDate(since)}: the first, for ${formatPeriod(first)}, ends on ${formatDate(first.periodEnd)}. Enter a later day.`,
      'since',
    );
  }
  if (since > last.periodEnd) {
    refuse(
      `No reading ends on ${formatDate(since)} or after it: the last, for ${formatPeriod(last)}, ends on ${formatDate(last.periodEnd)}. Enter an earlier day.`,
      'since',
    );
  }
  const rebases = rebasesOf(plan, measure);
  if (rebases.some((each) => each.since === since))
    refuse(`The limits are reckoned anew from ${formatDate(since)} already. Enter another day.`, 'since');
  const before = rebases.findLast((each) => each.since < since);
  const after = rebases.find((each) => each.since > since);
  const ends = series.map(({ reading }) => reading.periodEnd);
  if (before && !ends.some((end) => end >= before.since && end < since)) {
    refuse(
      `No reading ends between ${formatDate(before.since)}, from which the limits are reckoned anew already, and ${formatDate(since)}. Enter a later day, or withdraw the other change point.`,
      'since',
    );
  }
  if (after && !ends.some((end) => end >= since && end < after.since)) {
    refuse(
      `No reading ends between ${formatDate(since)} and ${formatDate(after.since)}, from which the limits are reckoned anew already. Enter an earlier day, or withdraw the other change point.`,
      'since',
    );
  }
  return [
    added('rebase', {
      noticeId: plan.notice.id,
      id: createId(),
      measureId: measure.id,
      since,
      reason,
      byId: who.memberId,
      on: today,
      mark: 'own',
      withdrawnOn: null,
    }),
  ];
});

/** Withdraws a change point: the stretches to its sides are one again. */
export const withdrawRebase = onStandingNotice((plan, input: z.output<typeof withdrawRebaseInput>, { today }) => {
  const before = findStanding(plan.rebases, input.id, 'change point');
  findStanding(plan.measures, before.measureId, 'measure');
  return [edited('rebase', before, { withdrawnOn: today }, input.expectedVersion)];
});
