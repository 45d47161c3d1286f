/** One area of weakness on one page of a pack. */
import { addMonths } from '../calendar.ts';
import type { ChartModel } from '../charts/model.ts';
import { onPaper } from '../charts/on-paper.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { compareText } from '../rules/grouped.ts';
import type { EvidenceKind, Impact, Mark, Status, Tone } from '../scales.ts';
import { evidenceKinds } from '../scales.ts';
import { formatNumber, listInWords, plural } from '../words.ts';
import type { ChangesBetween } from './changes-between.ts';
import type { Difference } from './difference.ts';
import { evidenceLine } from './evidence.ts';
import { measureOf, type MeasureView } from './measure.ts';
import type { MeasureLine } from './measures.ts';
import { areaOfItem, asksOf, packItemsOf, type PackAsk } from './pack-cover.ts';
import { areaRisksOf, type AreaRisks } from './pack-risks.ts';
import { areaSinceOf, type AreaSince } from './pack-since.ts';
import { slippedOf, type Slipped } from './pack-slip.ts';
import { areaLinesOf, type AreaLine } from './position-areas.ts';
import type { RowLink } from './row-link.ts';
import { isIllustrative, sourceView, type SourceView } from './source.ts';

/** The measure that an area's page draws. */
type PackLead = {
  chart: ChartModel;
  link: RowLink;
  impact: Status<Impact>;
  /** Every mark of what is drawn. */
  marks: SourceView[];
  /** Said where it is drawn from a later day than its first reading. */
  earlier: string | null;
  /** What a timeliness must be read beside; null where it is none. */
  beside: string | null;
};

/** A key figure beside it. */
export type PackFigure = {
  id: string;
  title: string;
  link: RowLink;
  words: string;
  under: string;
  impact: Status<Impact>;
  source: SourceView;
};

/** A piece of evidence for what is said of families. */
type PackProof = { id: string; kind: string; shows: string; period: string | null; mark: Mark };

/** What changed since the last board, the important first. */
type PackChanges = {
  lines: Pick<Difference, 'key' | 'what' | 'link' | 'before' | 'after' | 'mark'>[];
  /** How many there are besides; null where all are shown. */
  more: string | null;
  none: string;
};

export type PackArea = {
  id: string;
  /** Of its heading. */
  heading: string;
  number: number;
  title: string;
  statement: string;
  source: SourceView;
  released: string | null;
  asks: PackAsk[];
  since: AreaSince;
  /** Why its status changed, as reported to the meeting; or that nobody said. */
  why: { words: string; given: boolean };
  lead: PackLead | null;
  /** Said in place of a chart. */
  noLead: string;
  figures: PackFigure[];
  /** The measures that have no figure here, by number; null where there are none. */
  others: string | null;
  changes: PackChanges;
  effect: { words: string; given: boolean; proofs: PackProof[] };
  slipped: Slipped;
  risks: AreaRisks;
  nextStep: { words: string; given: boolean };
  illustrative: { actions: boolean; report: boolean; risks: boolean };
};

/** What the pages of all areas are made from. */
export type AreaSources = {
  plan: Plan;
  /** The plan as at the last board, and its day. */
  last: { plan: Plan; day: IsoDate } | null;
  /** What changed between the two; null where there was no board before. */
  changes: ChangesBetween | null;
  /** Worst first. */
  measures: readonly MeasureLine[];
  meetingId: string;
  today: IsoDate;
};

/** How much of the time before the notice a chart shows, in months. */
const monthsBefore = 6;
const mostFigures = 3;
const mostChanges = 3;
/** More than this are counted, not named. */
const mostUnread = 4;

const badness: Partial<Record<Tone, number>> = { red: 3, amber: 2, none: 1 };

const badnessOf = ({ worst, impact, delivery }: AreaLine): readonly number[] => [
  worst === null ? 0 : (badness[worst.tone] ?? 0),
  impact.floorMissed + impact.targetMissed,
  delivery.overdue,
  delivery.forecastLate,
];

/** The reddest first, then those with more measures missed, then with more overdue: never a mean of colours. */
const worstFirst = (a: AreaLine, b: AreaLine): number => {
  const [first, second] = [badnessOf(a), badnessOf(b)];
  const differs = first.findIndex((value, index) => value !== second[index]);
  return differs === -1 ? a.number - b.number : (second[differs] ?? 0) - (first[differs] ?? 0);
};

/** Names the measure; what it is in full stands in the annex. */
const subtitleOf = ({ line: { code, title, read }, rows }: MeasureView): string => {
  const bases = new Set(rows.flatMap(({ kind, basis }) => (kind === 'reading' ? [basis] : []))).size;
  return `${code} ${title}. ${read}.${bases > 1 ? ' Bases differ: not joined.' : ''}`;
};

const leadOf = ({ plan, today }: AreaSources, lines: readonly MeasureLine[]): PackLead | null => {
  const first =
    lines.find(({ latest, target }) => latest !== null && target !== null) ??
    lines.find(({ latest }) => latest !== null);
  const view = first ? measureOf(plan, first.id, today) : null;
  if (!view || view.chart === null) return null;
  const { chart, cropped } = onPaper(view.chart, addMonths(plan.notice.checkpointBase, -monthsBefore));
  return {
    chart: { ...chart, subtitle: subtitleOf(view) },
    link: { page: 'measures', id: view.line.id },
    impact: view.line.impact,
    marks: view.marks,
    earlier: cropped ? 'Earlier readings are in the annex.' : null,
    beside: view.line.beside,
  };
};

const figureOf = ({ id, code, title, latest, target, impact }: MeasureLine): PackFigure[] =>
  latest === null
    ? []
    : [
        {
          id,
          title: `${code} ${title}`,
          link: { page: 'measures', id },
          words: latest.words,
          under: `${latest.period}${latest.own ? '' : `, ${latest.basis.toLowerCase()}`}${target === null ? ', no target' : `, target ${target.words}`}`,
          impact,
          source: latest.source,
        },
      ];

const othersOf = (lines: readonly MeasureLine[], shown: ReadonlySet<string>): string | null => {
  const rest = lines.filter(({ id }) => !shown.has(id));
  const unread = rest.filter(({ latest }) => latest === null).map(({ code }) => code);
  const read = rest.length - unread.length;
  const said = [
    ...(read > 0 ? [`${plural(read, 'other has', 'others have')} a reading.`] : []),
    ...(unread.length > mostUnread ? [`${formatNumber(unread.length, 0)} have no reading.`] : []),
    ...(unread.length > 0 && unread.length <= mostUnread ? [`No reading: ${listInWords(unread)}.`] : []),
  ];
  return said.length === 0 ? null : said.join(' ');
};

const noLeadOf = (lines: readonly MeasureLine[]): string => {
  if (lines.length === 0) return 'The area has no measures yet, so nothing shows whether anything moves for families.';
  return lines.length === 1
    ? 'Its only measure has no reading yet, so nobody can say whether anything moves.'
    : `None of its ${plural(lines.length, 'measure')} has a reading yet, so nobody can say whether anything moves.`;
};

const proofsOf = (plan: Plan, ids: readonly string[]): PackProof[] =>
  plan.evidence
    .filter(({ id, withdrawnOn }) => ids.includes(id) && withdrawnOn === null)
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map((evidence) => {
      const { id, kind, shows, period, mark } = evidenceLine(plan, evidence);
      return { id, kind: evidenceKinds[kind satisfies EvidenceKind].label, shows, period, mark };
    });

const said = (words: string | null | undefined, instead: string): { words: string; given: boolean } =>
  words === null || words === undefined ? { words: instead, given: false } : { words, given: true };

const changesOf = (changes: ChangesBetween | null, areaId: string): PackChanges => {
  const all = changes?.areas.find((area) => area.areaId === areaId)?.differences ?? [];
  const rest = all.length - mostChanges;
  return {
    lines: all
      .slice(0, mostChanges)
      .map(({ key, what, link, before, after, mark }) => ({ key, what, link, before, after, mark })),
    more: rest > 0 ? `${plural(rest, 'less important change')} ${rest === 1 ? 'is' : 'are'} left out.` : null,
    none: changes === null ? 'There was no board before to compare with.' : 'Nothing changed.',
  };
};

const pageOf = (sources: AreaSources, line: AreaLine): PackArea[] => {
  const { plan, last, changes, measures, meetingId, today } = sources;
  const area = plan.areas.find(({ id }) => id === line.id);
  if (!area) return [];
  const lines = measures.filter((measure) => measure.area?.id === area.id);
  const lead = leadOf(sources, lines);
  const figures = lines
    .filter(({ id }) => id !== lead?.link?.id)
    .flatMap(figureOf)
    .slice(0, mostFigures);
  const report = plan.areaReports
    .filter((each) => each.areaId === area.id && each.meetingId === meetingId && each.on <= today)
    .toSorted((a, b) => compareText(a.on, b.on))
    .at(-1);
  const items = packItemsOf(plan, meetingId).filter((item) => areaOfItem(plan, item) === area.id);
  const risks = areaRisksOf(plan, area.id, today);
  return [
    {
      id: area.id,
      heading: `area-${area.number}`,
      number: area.number,
      title: area.title,
      statement: area.statement,
      source: sourceView(area, today),
      released: line.released,
      asks: asksOf(items),
      since: areaSinceOf(plan, area, last, today),
      why: said(report?.why, 'Nobody reported to this meeting why it changed.'),
      lead,
      noLead: noLeadOf(lines),
      figures,
      others: othersOf(lines, new Set([...figures.map(({ id }) => id), lead?.link?.id ?? ''])),
      changes: changesOf(changes, area.id),
      effect: {
        ...said(report?.effect, 'Nobody reported to this meeting what it means for children and families.'),
        proofs: proofsOf(plan, report?.evidenceIds ?? []),
      },
      slipped: slippedOf(plan, area.id, today),
      risks,
      nextStep: said(report?.nextStep, 'No next step was reported to this meeting.'),
      illustrative: {
        actions: isIllustrative(plan.actions.filter(({ areaIds }) => areaIds[0] === area.id)),
        report: report?.mark === 'illustrative',
        risks: isIllustrative(risks.lines.map(({ source }) => source)),
      },
    },
  ];
};

/** Gives the pages of the areas that stand, the worst first. `plan` holds only what was known on the day. */
export const packAreasOf = (sources: AreaSources): PackArea[] =>
  areaLinesOf(sources.plan, sources.today)
    .toSorted(worstFirst)
    .flatMap((line) => pageOf(sources, line));
