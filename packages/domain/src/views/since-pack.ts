/** What was recorded since a document was frozen: beside it, never in it. */
import { findRow } from '../changes/references.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { DifferenceKind } from '../scales.ts';
import { formatDate, plural } from '../words.ts';
import type { AreaChanges, ChangesBetween } from './changes-between.ts';
import type { Difference } from './difference.ts';
import { frozenLineOf, type FrozenLine } from './packs.ts';

/** A correction, with the area that it stands in. */
export type Correction = Difference & { area: string };

export type SincePackView = {
  pack: FrozenLine;
  /** "Improvement board, 27 September 2023"; null for a document of no meeting. */
  meeting: { id: string; words: string } | null;
  title: string;
  /** "From entry 4,118 on 20 September 2023 to 25 September 2023" */
  span: string;
  /** What the document shows and is now otherwise: a figure, a piece of evidence or a judgement that was corrected or withdrawn. */
  corrections: Correction[];
  areas: AreaChanges[];
  /** What changed of the notice as a whole. */
  notice: Difference[];
};

const corrected: readonly DifferenceKind[] = ['reading', 'evidence', 'judgement'];
const isCorrection = ({ kind, did }: Difference): boolean => did !== 'added' && corrected.includes(kind);
const isNot = (line: Difference): boolean => !isCorrection(line);

const titleOf = (name: string, corrections: number, changes: number): string => {
  if (corrections + changes === 0) return `Nothing has changed since ${name}`;
  const said = [
    corrections > 0 ? plural(corrections, 'correction') : null,
    changes > 0 ? plural(changes, 'change') : null,
  ].filter((words) => words !== null);
  return `${said.join(' and ')} since ${name}`;
};

/**
 * Gives what lies between a frozen document and the plan that is looked at, corrections apart.
 * @param between what `changesBetween` gives for the position of the document and the plan
 */
export const sincePackOf = (plan: Plan, today: IsoDate, frozenId: string, between: ChangesBetween): SincePackView => {
  const frozen = findRow(plan.frozen, frozenId, 'document');
  const pack = frozenLineOf(plan, frozen);
  const meeting = plan.meetings.find(({ id }) => id === frozen.meetingId);
  const corrections = [
    ...between.areas.flatMap(({ number, title, differences }) =>
      differences.filter(isCorrection).map((line) => ({ ...line, area: `${number} ${title}` })),
    ),
    ...between.notice.filter(isCorrection).map((line) => ({ ...line, area: 'The notice as a whole' })),
  ];
  const areas = between.areas
    .map((area) => ({ ...area, differences: area.differences.filter(isNot) }))
    .filter(({ differences }) => differences.length > 0);
  const notice = between.notice.filter(isNot);
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
