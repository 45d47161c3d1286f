/** How a measure is defined, in words, for its page. */
import type { Recorded } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { bases, polarities, publicationRules, units } from '../scales.ts';
import { formatAim, formatDate, formatDayMonth, formatValue, listInWords } from '../words.ts';

/** A reset is the first of a month, in any year. */
const resetInWords = (month: number): string => `Each ${formatDayMonth(`2023-${String(month).padStart(2, '0')}-01`)}`;

const byCode = new Intl.Collator('en-GB', { numeric: true });

/** Names the measures that one is paired with; one that was withdrawn stays named, and says so. */
const pairsInWords = (plan: Plan, { balancedByIds }: Measure): string =>
  plan.measures
    .filter(({ id }) => balancedByIds.includes(id))
    .toSorted((a, b) => byCode.compare(a.code, b.code))
    .map(
      ({ code, title, withdrawnOn }) =>
        `${code} ${title}${withdrawnOn === null ? '' : ` (withdrawn on ${formatDate(withdrawnOn)}, so no longer read beside it)`}`,
    )
    .join('; ');

/** Gives how a measure is defined, fact by fact, each in words. */
export const definitionFactsOf = (plan: Plan, measure: Recorded<Measure>): { name: string; value: string }[] => {
  const write = (value: number): string => formatValue(value, measure.unit, measure.decimals);
  const { resetMonth, baseline, baselineOn, baselineBasis } = measure;
  const undated = plan.targets.filter(
    ({ measureId, months, on, withdrawnOn }) =>
      measureId === measure.id && months === null && on === null && withdrawnOn === null,
  );
  const facts: [name: string, value: string | null][] = [
    ['Unit', units[measure.unit].label],
    ['Decimals', measure.decimals === 0 ? 'None: whole numbers' : String(measure.decimals)],
    ['Basis', bases[measure.basis].label],
    ['Count restarts', measure.basis === 'yearToDate' && resetMonth !== null ? resetInWords(resetMonth) : null],
    ['Polarity', polarities[measure.polarity].label],
    ['Floor', measure.floor === null ? 'None' : write(measure.floor)],
    ['Tolerance', measure.tolerance === null ? null : write(measure.tolerance)],
    [
      'Baseline',
      baseline === null ? null : `${write(baseline)}${baselineOn === null ? '' : ` on ${formatDate(baselineOn)}`}`,
    ],
    ['Basis of the baseline', baseline === null || baselineBasis === null ? null : bases[baselineBasis].label],
    ['Read beside', pairsInWords(plan, measure) || 'No measure that it names itself'],
    [
      'Target without a date',
      undated.length === 0
        ? null
        : `${listInWords(undated.map(({ value }) => formatAim(value, measure)))}: nothing is held against it until it has a checkpoint or a date`,
    ],
    ['When published', publicationRules[measure.publicationRule].label],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
};
