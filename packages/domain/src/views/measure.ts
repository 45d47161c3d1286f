/** One measure on one page: where it stands, against what, how it got there and what is said of it. */
import { measureChart } from '../charts/measure.ts';
import type { ChartModel } from '../charts/model.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { benchmarksOf, isOfOwnBasis } from '../rules/benchmarks.ts';
import { compareText } from '../rules/grouped.ts';
import { impactOf, readingsOf, targetsOf } from '../rules/impact.ts';
import { planOn } from '../rules/known.ts';
import { projectionOf } from '../rules/projection.ts';
import { variationOf } from '../rules/variation.ts';
import type { Basis, Rating, ReadingSymbol } from '../scales.ts';
import { keysOf, marks, polarities, symbols } from '../scales.ts';
import { formatPeriod, formatValue } from '../words.ts';
import { definitionFactsOf } from './measure-definition.ts';
import { exceptionView, type ExceptionView } from './measure-exception.ts';
import { neededOf, nextReadingInWords, ruleInWords, trajectoryToday, type Needed } from './measure-facts.ts';
import { conflictsOf, measureRowsOf, recorderOf, undecidedOf, type MeasureRow } from './measure-readings.ts';
import { balanceView, type BalanceView } from './balance.ts';
import { coverWords } from './cover-words.ts';
import { outlookView, type OutlookView } from './measure-outlook.ts';
import { openOfferOf, type OfferLine } from './handovers.ts';
import { measureLine, type MeasureLine } from './measures.ts';
import { measureSummary } from './measure-summary.ts';
import { measureTable } from './measure-table.ts';
import { variationView, type VariationView } from './measure-variation.ts';
import { reviewOf, type ReviewLine } from './review.ts';
import { questionsAbout, type QuestionLine } from './questions.ts';
import { sourceView, type SourceView } from './source.ts';

export type BenchmarkLine = {
  id: string;
  version: number;
  place: string;
  words: string;
  value: number;
  period: string;
  source: SourceView;
};
export type CommentaryLine = {
  id: string;
  on: IsoDate;
  by: string;
  rating: Rating | null;
  words: string;
  recovery: string | null;
  review: ReviewLine;
  mark: SourceView['mark'];
};

export type MeasureView = {
  today: IsoDate;
  line: MeasureLine;
  version: number;
  withdrawnOn: IsoDate | null;
  /** The facts a form of its readings needs. */
  form: { basis: Basis; everyMonths: number; resetMonth: number | null; unit: Measure['unit']; decimals: number };
  definition: string | null;
  definitionFacts: { name: string; value: string }[];
  subtitle: string;
  summary: string;
  /** Every mark that its readings and targets carry, each once. */
  marks: SourceView[];
  chart: ChartModel | null;
  rule: string;
  noise: VariationView;
  trajectory: { value: string; words: string };
  needed: Needed;
  outlook: OutlookView;
  next: string;
  benchmarks: BenchmarkLine[];
  exception: ExceptionView;
  commentary: CommentaryLine[];
  questions: QuestionLine[];
  /** Who covers for the owner today, and to whom the measure is offered. */
  cover: string | null;
  offer: OfferLine | null;
  balance: BalanceView;
  rows: MeasureRow[];
  conflicts: { reason: string; readings: string[] }[];
  /** What sources say of one period while nobody has chosen between them. */
  undecided: string[];
  symbols: string[];
};

const benchmarkLines = (plan: Plan, measure: Measure, today: IsoDate): BenchmarkLine[] =>
  benchmarksOf(plan, measure)
    .toReversed()
    .map((benchmark) => ({
      id: benchmark.id,
      version: benchmark.version,
      value: benchmark.value,
      place: benchmark.place,
      words: formatValue(benchmark.value, measure.unit, measure.decimals),
      period: `${formatPeriod(benchmark)}${isOfOwnBasis(measure, benchmark) ? '' : ', another basis: not drawn'}`,
      source: sourceView(benchmark, today),
    }));

const commentaryOf = (plan: Plan, measure: Measure): CommentaryLine[] =>
  plan.updates
    .filter(({ measureId }) => measureId === measure.id)
    .toSorted((a, b) => compareText(b.on, a.on) || compareText(b.recordedAt, a.recordedAt))
    .map((update) => ({
      id: update.id,
      on: update.on,
      by: plan.members.find(({ id }) => id === update.byId)?.title ?? recorderOf(plan, update.recordedBy),
      rating: update.rating,
      words: update.words,
      recovery: update.recovery,
      review: reviewOf(plan, update),
      mark: update.mark,
    }));

/** Says that bases differ where they do: the reason why readings are not joined. */
const subtitleOf = (plan: Plan, measure: Measure): string => {
  const readings = readingsOf(plan, measure, { ownBasis: false });
  const several = new Set(readings.map(({ basis }) => basis)).size > 1;
  const what = `${(measure.definition ?? measure.title).replace(/[.\s]+$/, '')}. ${plan.notice.authority}. ${polarities[measure.polarity].label}.`;
  return several ? `${what} Bases differ, so readings are not joined.` : what;
};

const markedOf = (plan: Plan, measure: Measure, today: IsoDate): SourceView[] => {
  const rows = [
    ...readingsOf(plan, measure, { ownBasis: false }),
    ...targetsOf(plan, measure).map(({ target }) => target),
  ];
  const order = keysOf(marks);
  const each = new Map(
    rows.map((row) => [
      row.disputed === null ? row.mark : 'disputed',
      sourceView({ ...row, unconfirmed: null }, today),
    ]),
  );
  return [...each.values()].toSorted(
    (a, b) =>
      Number(a.disputed !== null) - Number(b.disputed !== null) || order.indexOf(a.mark) - order.indexOf(b.mark),
  );
};

const symbolsIn = (plan: Plan, measure: Measure): string[] => {
  const found = new Set(
    readingsOf(plan, measure, { ownBasis: false }).flatMap(({ symbol }): ReadingSymbol[] => (symbol ? [symbol] : [])),
  );
  return [...found].map((symbol) => `${symbol}: ${symbols[symbol].label.toLowerCase()}`);
};

/**
 * Gives the page of a measure on a day.
 * @param screen whether moving ranges too wide to be noise are left out of its limits
 */
export const measureOf = (
  entire: Plan,
  measureId: string,
  today: IsoDate,
  { screen }: { screen: boolean } = { screen: true },
): MeasureView | null => {
  const plan = planOn(entire, today);
  const measure: Recorded<Measure> | undefined = plan.measures.find(({ id }) => id === measureId);
  if (!measure) return null;
  const impact = impactOf(plan, measure, today);
  const line = measureLine(plan, measure, today);
  const latest = impact.reading ?? impact.otherBasis;
  const variation = variationOf(plan, measure, today, { screen });
  const rows = measureRowsOf(plan, measure, latest?.id ?? null, today, variation);
  const projection = projectionOf(plan, measure, today, variation);
  const outlook = outlookView(plan, measure, today, projection);
  const subtitle = subtitleOf(plan, measure);
  const noise = variationView(plan, measure, today, variation);
  const row = rows.find((each) => each.latest);
  const summary = measureSummary(plan, measure, today, { impact, row, noise, outlook });
  const { basis, everyMonths, resetMonth, unit, decimals } = measure;
  return {
    today,
    line,
    version: measure.version,
    withdrawnOn: measure.withdrawnOn,
    form: { basis, everyMonths, resetMonth, unit, decimals },
    definition: measure.definition,
    definitionFacts: definitionFactsOf(plan, measure),
    subtitle,
    summary,
    marks: markedOf(plan, measure, today),
    chart: measureChart(
      plan,
      measure,
      today,
      { title: line.message, subtitle, summary },
      measureTable(plan, measure, rows, variation, outlook),
      variation,
      projection,
    ),
    rule: ruleInWords(measure),
    noise,
    trajectory: trajectoryToday(plan, measure, impact, today),
    needed: neededOf(plan, measure, today),
    outlook,
    next: nextReadingInWords(plan, measure, today),
    benchmarks: benchmarkLines(plan, measure, today),
    exception: exceptionView(plan, measure, today),
    commentary: commentaryOf(plan, measure),
    questions: questionsAbout(plan, { measureId: measure.id }, today),
    cover: measure.ownerId === null ? null : coverWords(plan, measure.ownerId, today),
    offer: openOfferOf(plan, { measureId: measure.id }, today),
    balance: balanceView(plan, measure, today),
    rows,
    conflicts: conflictsOf(rows),
    undecided: undecidedOf(rows),
    symbols: symbolsIn(plan, measure),
  };
};
