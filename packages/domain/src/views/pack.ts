/** The pack of a meeting: everything that its pages on paper say, made from the plan as it was frozen. */
import { findRow } from '../changes/references.ts';
import type { ChartTable } from '../charts/model.ts';
import type { IsoDate } from '../fields.ts';
import type { Head, Plan } from '../plan.ts';
import { planOn } from '../rules/known.ts';
import { boardBefore } from '../rules/meetings.ts';
import { keysOf, packSections, type PackSection } from '../scales.ts';
import { formatDate, formatNumber } from '../words.ts';
import { abbreviationsIn, type Abbreviation } from './abbreviations.ts';
import { changesBetween } from './changes-between.ts';
import { evidenceListOf, type EvidenceListView } from './evidence.ts';
import type { LedgerEntry } from './history.ts';
import { measureLines, type MeasureLine } from './measures.ts';
import { packActionsOf, type PackActionGroup } from './pack-actions.ts';
import { packAreasOf, type PackArea } from './pack-area.ts';
import { packCoverOf, type PackCover } from './pack-cover.ts';
import { packDatesOf, type PackDates } from './pack-dates.ts';
import { packExceptionsOf, type PackExceptions } from './pack-exceptions.ts';
import { packNoticeOf, type PackNotice } from './pack-notice.ts';
import { packRisksOf, type PackRisks } from './pack-risks.ts';
import { requirementsView, type RequirementsView } from './requirements.ts';

/** The id of the heading above the figures behind the charts. */
export const tablesHeading = 'figures';

const byCode = new Intl.Collator('en-GB', { numeric: true });

/** What each section holds; null where it was not chosen. */
type PackParts = {
  notice: PackNotice | null;
  areas: PackArea[] | null;
  requirements: RequirementsView | null;
  exceptions: PackExceptions | null;
  dateChanges: PackDates | null;
  risks: PackRisks | null;
  actions: PackActionGroup[] | null;
  measures: MeasureLine[] | null;
  evidence: EvidenceListView | null;
};

/** The table behind a chart that the pack draws. */
export type PackTable = { id: string; title: string; table: ChartTable };

/** One line of the contents, with the id of the heading that it leads to. `level` 2 stands under the line before it. */
type PackEntry = { id: string; title: string; level: 1 | 2 };

export type PackView = {
  today: IsoDate;
  /** "25 September 2023" */
  asAt: string;
  authority: string;
  /** As in the header: "Kent County Council, SEND Improvement Notice". */
  noticeTitle: string;
  fictional: boolean;
  meeting: { id: string; title: string; day: string };
  /** The position of the ledger that it was made from: "4,118", the hash in full, and its first eight digits. */
  position: { seq: string; number: number; hash: string; short: string };
  /** The board that it is set against; null where none was held before. */
  last: { day: IsoDate; words: string } | null;
  cover: PackCover;
  contents: PackEntry[];
  parts: PackParts;
  /** The figures behind every chart that is drawn. */
  tables: PackTable[];
  abbreviations: Abbreviation[];
};

/**
 * What a pack is made from: the plan as it is frozen, the plan as at the last board (null where there was none), and the
 * entries of the ledger between them, newest first.
 */
export type PackInput = {
  plan: Plan;
  before: Plan | null;
  entries: readonly LedgerEntry[];
  today: IsoDate;
  meetingId: string;
  sections: readonly PackSection[];
  position: Head;
};

const partsOf = ({ plan, before, entries, today, meetingId, sections }: PackInput, last: IsoDate | null): PackParts => {
  const wanted = <Part>(section: PackSection, make: () => Part): Part | null =>
    sections.includes(section) ? make() : null;
  const needsMeasures = sections.includes('areas') || sections.includes('measures');
  const measures = needsMeasures ? measureLines(plan, plan.measures, today) : [];
  const board = before !== null && last !== null ? { plan: planOn(before, last), day: last } : null;
  const changesOf = () => board && changesBetween(board.plan, plan, entries, { before: board.day, after: today });
  return {
    notice: wanted('notice', () => packNoticeOf(plan, today)),
    areas: wanted('areas', () => packAreasOf({ plan, last: board, changes: changesOf(), measures, meetingId, today })),
    requirements: wanted('requirements', () => requirementsView(plan, today)),
    exceptions: wanted('exceptions', () => packExceptionsOf(plan, today)),
    dateChanges: wanted('dateChanges', () => packDatesOf(plan, last, today)),
    risks: wanted('risks', () => packRisksOf(plan, last, today)),
    actions: wanted('actions', () => packActionsOf(plan, today)),
    measures: wanted('measures', () => measures.toSorted((a, b) => byCode.compare(a.code, b.code))),
    evidence: wanted('evidence', () => evidenceListOf(plan, today)),
  };
};

const tablesOf = ({ notice, areas }: PackParts): PackTable[] =>
  [
    ...(notice?.completion ? [notice.completion.chart] : []),
    ...(areas ?? []).flatMap(({ lead }) => (lead ? [lead.chart] : [])),
  ].map(({ key, title, table }) => ({ id: `table-${key}`, title, table }));

/** Gives the contents: the chosen sections in their order, the areas each for itself, then the figures behind the charts. */
const contentsOf = (parts: PackParts, tables: readonly PackTable[]): PackEntry[] => [
  ...keysOf(packSections)
    .filter((section) => parts[section] !== null)
    .flatMap((id): PackEntry[] =>
      id === 'areas'
        ? (parts.areas ?? []).map(({ heading, number, title }) => ({
            id: heading,
            title: `Area ${number}: ${title}`,
            level: 2,
          }))
        : [{ id, title: packSections[id].label, level: 1 }],
    ),
  ...(tables.length === 0 ? [] : [{ id: tablesHeading, title: 'Annex: figures behind the charts', level: 1 as const }]),
];

/** Gives the pack of a meeting. Throws `notFound` where the plan has no such meeting. */
export const packOf = (input: PackInput): PackView => {
  const { today, meetingId, position } = input;
  const plan = planOn(input.plan, today);
  const meeting = findRow(plan.meetings, meetingId, 'meeting');
  const last = boardBefore(plan, meeting, today)?.on ?? null;
  const parts = partsOf({ ...input, plan }, last);
  const tables = tablesOf(parts);
  const cover = packCoverOf(plan, meeting);
  const { title, authority, nature } = plan.notice;
  return {
    today,
    asAt: formatDate(today),
    authority,
    noticeTitle: title,
    fictional: nature === 'fictional',
    meeting: { id: meeting.id, title: meeting.title, day: formatDate(meeting.on) },
    position: {
      seq: formatNumber(position.seq, 0),
      number: position.seq,
      hash: position.hash,
      short: `${position.hash.slice(0, 4)} ${position.hash.slice(4, 8)}`,
    },
    last: last === null ? null : { day: last, words: formatDate(last) },
    cover,
    contents: contentsOf(parts, tables),
    parts,
    tables,
    abbreviations: abbreviationsIn(JSON.stringify([title, cover, parts])),
  };
};
