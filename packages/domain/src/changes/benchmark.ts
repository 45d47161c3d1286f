/** Values of other places that stand beside those of a measure. */
import { z } from 'zod';
import { benchmark } from '../measure.ts';
import { formatPeriod } from '../words.ts';
import { newRow, ownSource, withdrawInput } from './inputs.ts';
import { checkUnit, parseNumber } from './parse-value.ts';
import { periodFault } from './period.ts';
import { written } from './reading.ts';
import { checkHasCome, findStanding, refuse } from './references.ts';
import { added, contentOf, edited, onStandingNotice } from './rows.ts';

const content = benchmark.omit({ noticeId: true, id: true, version: true, value: true, withdrawnOn: true });

/** `value` is text as a person writes it; a benchmark that nobody can check is no benchmark, so its source is needed. */
export const addBenchmarkInput = content.extend({
  ...ownSource,
  ...newRow,
  printedPeriod: benchmark.shape.printedPeriod.default(null),
  value: written,
});
export const withdrawBenchmarkInput = withdrawInput;

/** Adds the value of another place for a period of the measure's own basis, once for each place and period. */
export const addBenchmark = onStandingNotice((plan, input: z.output<typeof addBenchmarkInput>, { today, createId }) => {
  const measure = findStanding(plan.measures, input.measureId, 'measure');
  const { place, periodStart, periodEnd } = input;
  const wrong = periodFault(measure.basis, periodStart, periodEnd, measure.resetMonth);
  if (wrong) refuse(`${wrong} Only a value of the measure’s own basis can be compared with it.`, 'periodEnd');
  checkHasCome(today, periodEnd, 'periodEnd', 'The end of the period');
  const value = parseNumber(input.value, measure.unit);
  checkUnit(value, measure);
  if (input.sourceTitle === null) refuse('Say where the figure can be checked.', 'sourceTitle');
  const twin = plan.benchmarks.some(
    (each) =>
      each.withdrawnOn === null &&
      each.measureId === measure.id &&
      each.place.toLowerCase() === place.toLowerCase() &&
      each.periodEnd === periodEnd,
  );
  if (twin) refuse(`There is a value of ${place} for ${formatPeriod(input)} already. Withdraw it first.`, 'place');
  const row = { ...contentOf(content, input), value, noticeId: plan.notice.id, id: createId(), measureId: measure.id };
  return [added('benchmark', { ...row, withdrawnOn: null })];
});

/** Withdraws the value of another place. */
export const withdrawBenchmark = onStandingNotice((plan, input: z.output<typeof withdrawBenchmarkInput>, { today }) => {
  const before = findStanding(plan.benchmarks, input.id, 'benchmark');
  findStanding(plan.measures, before.measureId, 'measure');
  return [edited('benchmark', before, { withdrawnOn: today }, input.expectedVersion)];
});
