/** What was recorded since a document was frozen: beside it, never in it. */
import { findRow } from '../changes/references.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { formatDate, plural } from '../words.ts';
import type { AreaChanges, ChangesBetween } from './changes-between.ts';
import type { Difference } from './difference.ts';
import { historyOf, type HistoryLine, type LedgerEntry } from './history.ts';
import { frozenLineOf, type FrozenLine } from './packs.ts';

export type SincePackView = {
  pack: FrozenLine;
  /** "Improvement board, 27 September 2023"; null for a document of no meeting. */
  meeting: { id: string; words: string } | null;
  title: string;
  /** "From entry 4,118 on 20 September 2023 to 25 September 2023" */
  span: string;
  /** What was changed of the readings, the evidence and the judgements that it was made from, the newest first. */
  corrections: HistoryLine[];
  /** What is not the same any more, each thing once. */
  areas: AreaChanges[];
  notice: Difference[];
};

type Fact = { id: string; version: number };

const changedOf = (before: readonly Fact[], after: readonly Fact[]): string[] => {
  const versions = new Map(after.map(({ id, version }) => [id, version]));
  return before.filter(({ id, version }) => (versions.get(id) ?? version) > version).map(({ id }) => id);
};

/**
 * Gives the facts that a document was made from and that were changed since, by entity: whose entries tell the corrections. A
 * newer reading or judgement corrects none.
 * @param then the plan that the document was made from
 */
export const correctedSince = (then: Plan, now: Plan): Record<'reading' | 'evidence' | 'judgement', string[]> => ({
  reading: changedOf(then.readings, now.readings),
  evidence: changedOf(then.evidence, now.evidence),
  judgement: changedOf(then.judgements, now.judgements),
});

const titleOf = (name: string, corrections: number, changes: number): string => {
  if (corrections + changes === 0) return `Nothing has changed since ${name}`;
  const said = [
    corrections > 0 ? plural(corrections, 'correction') : null,
    changes > 0 ? plural(changes, 'change') : null,
  ].filter((words) => words !== null);
  return `${said.join(' and ')} since ${name}`;
};

/**
 * Gives what lies between a frozen document and the plan that is looked at.
 * @param since `between`: what `changesBetween` gives for the two; `entries`: those of the rows of `correctedSince`, recorded
 *   after the document, newest first
 */
export const sincePackOf = (
  plan: Plan,
  today: IsoDate,
  frozenId: string,
  { between, entries }: { between: ChangesBetween; entries: readonly LedgerEntry[] },
): SincePackView => {
  const frozen = findRow(plan.frozen, frozenId, 'document');
  const pack = frozenLineOf(plan, frozen);
  const meeting = plan.meetings.find(({ id }) => id === frozen.meetingId);
  const corrections = historyOf(plan, entries);
  const { areas, notice } = between;
  const changes = areas.reduce((sum, { differences }) => sum + differences.length, notice.length);
  return {
    pack,
    meeting: meeting
      ? { id: meeting.id, words: `${meeting.title}, ${formatDate(frozen.meetingOn ?? meeting.on)}` }
      : null,
    title: titleOf(`${pack.title.charAt(0).toLowerCase()}${pack.title.slice(1)}`, corrections.length, changes),
    span: `From ${pack.position} on ${formatDate(frozen.day)} to ${formatDate(today)}`,
    corrections,
    areas,
    notice,
  };
};
