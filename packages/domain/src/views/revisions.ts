/** What the readings and targets of a measure were before they were changed, from the ledger: a revision keeps what the board saw. */
import { londonDay } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Measure, Reading, Target } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { targetDay } from '../rules/checkpoints.ts';
import { compareText } from '../rules/grouped.ts';
import { formatAim, formatDate, formatReading, plural } from '../words.ts';
import { actorInWords, byActor, historyOf, type HistoryLine, type LedgerEntry } from './history.ts';
import { namesOf } from './history-words.ts';

/** What was done to a reading, with how that is called. */
type Correction = HistoryLine & { step: string };
/** What a reading was: "was 12.1% until 3 June 2023, revised by Programme lead: the late cases came in". */
type Revised = { readingId: string; words: string };
export type Revisions = { lines: Correction[]; revised: Revised[] };

const withoutDot = (text: string): string => text.replace(/\.$/, '');

const stepOf = ({ before, after }: LedgerEntry, { did }: HistoryLine): string => {
  if (did !== 'Changed') return did;
  const [was, is] = [before as Reading | null, after as Reading | null];
  if (was?.setAside === null && is?.setAside !== null) return 'Set aside';
  if (was && was.setAside !== null && is?.setAside === null) return 'Used again';
  return 'Corrected';
};

const revisedIn = (plan: Plan, measure: Measure, entry: LedgerEntry): Revised[] => {
  const [before, after] = [entry.before as Reading | null, entry.after as Reading | null];
  // What was erased by law is not told again.
  if (entry.kind !== 'changed' || !before || !after) return [];
  const [was, is] = [before, after].map((reading) => formatReading(reading, measure));
  if (was === is) return [];
  const why = entry.reason === null ? '' : `: ${withoutDot(entry.reason)}`;
  const by = byActor(entry.actor, namesOf(plan).titles);
  return [
    {
      readingId: entry.entityId,
      words: `was ${was ?? ''} until ${formatDate(londonDay(entry.at))}, revised ${by}${why}`,
    },
  ];
};

/**
 * Gives what was corrected, withdrawn or set aside of the readings of a measure, and what each was before, newest first.
 * @param entries those of its readings after their first
 */
export const revisionsOf = (plan: Plan, measure: Measure, entries: readonly LedgerEntry[]): Revisions => {
  const sorted = entries.toSorted((a, b) => b.seq - a.seq);
  return {
    lines: historyOf(plan, sorted).map((line, index) => {
      const entry = sorted[index];
      return { ...line, step: entry ? stepOf(entry, line) : line.did };
    }),
    revised: sorted.flatMap((entry) => revisedIn(plan, measure, entry)),
  };
};

/** One change of a target: what it was beside what it became, why, and who approved it. */
export type TargetChange = {
  key: string;
  /** "6 months, 30 September 2023" */
  target: string;
  day: IsoDate;
  before: string;
  /** Null where it was withdrawn. */
  after: string | null;
  /** "Eased" where the new value is easier to meet, "Tightened" where it is harder, by the polarity; "Approved" where only that was recorded. */
  step: string;
  on: IsoDate;
  by: string;
  reason: string | null;
  approved: string | null;
};

/** Says who approved a target and when; null where nobody is named. */
export const approvalInWords = (
  plan: Plan,
  { approvedById, approvedOn }: Pick<Target, 'approvedById' | 'approvedOn'>,
): string | null => {
  if (approvedById === null || approvedOn === null) return null;
  const title = plan.members.find(({ id }) => id === approvedById)?.title ?? 'a former member';
  return `${title}, ${formatDate(approvedOn)}`;
};

const stepInWords = ({ polarity }: Measure, before: number, after: number): string => {
  if (before === after) return 'Approved';
  if (polarity === 'T') return 'Moved';
  return after > before === (polarity === 'H') ? 'Tightened' : 'Eased';
};

/**
 * Gives the changes of a measure's targets, old beside new, newest first: those of its value, those that recorded who approved
 * it, and those that withdrew it.
 * @param entries those of its targets
 */
export const targetChangesOf = (plan: Plan, measure: Measure, entries: readonly LedgerEntry[]): TargetChange[] => {
  const { titles } = namesOf(plan);
  return entries
    .toSorted((a, b) => b.seq - a.seq)
    .flatMap((entry): TargetChange[] => {
      const [before, after] = [entry.before as Target | null, entry.after as Target | null];
      if (entry.kind !== 'changed' || !before || !after) return [];
      const withdrawn = before.withdrawnOn === null && after.withdrawnOn !== null;
      const approval = approvalInWords(plan, after);
      // Who approved a value may be recorded later than the value.
      const approved = approvalInWords(plan, before) === approval ? null : approval;
      if (!withdrawn && before.value === after.value && approved === null) return [];
      const day = targetDay(plan.notice, after);
      return [
        {
          key: String(entry.seq),
          target: `${after.months === null ? '' : `${plural(after.months, 'month')}, `}${formatDate(day)}`,
          day,
          before: formatAim(before.value, measure),
          after: withdrawn ? null : formatAim(after.value, measure),
          step: withdrawn ? 'Withdrawn' : stepInWords(measure, before.value, after.value),
          on: londonDay(entry.at),
          by: actorInWords(entry.actor, titles),
          reason: entry.reason,
          approved: withdrawn ? approved : approval,
        },
      ];
    })
    .toSorted((a, b) => compareText(b.on, a.on));
};
