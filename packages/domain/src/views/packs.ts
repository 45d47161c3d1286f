/** The packs of a meeting: those that were frozen, and what the next one would hold. */
import { londonDay } from '../calendar.ts';
import { findRow } from '../changes/references.ts';
import { nextNumber } from '../changes/frozen.ts';
import { daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import { writtenMoment } from '../moment.ts';
import type { Plan } from '../plan.ts';
import { frozenOf } from '../rules/frozen.ts';
import { planOn } from '../rules/known.ts';
import { frozenKinds, keysOf, packSections, type PackSection } from '../scales.ts';
import { formatDate, formatInstant, formatNumber, formatSize, plural } from '../words.ts';

/** One document that was frozen. */
export type FrozenLine = {
  id: string;
  /** "Pack 2" */
  title: string;
  number: number;
  /** "entry 4,118" */
  position: string;
  seq: number;
  hash: string;
  /** As `verify --head` takes it: "4118:7c1e90ab…", with sixteen digits of the hash. */
  head: string;
  /** The moment of its pages in an address. */
  moment: string;
  day: IsoDate;
  at: string;
  by: string;
  /** "412 KB"; null where the page was erased. */
  size: string | null;
  /** SHA-256 of the page. */
  fileHash: string | null;
  sections: string[];
  /** That its page was erased by law, and when; null while it is there. */
  erased: string | null;
};

/** A section that may be chosen, and what it would hold now. */
type SectionChoice = { section: PackSection; label: string; holds: string; chosen: boolean };

export type PacksView = {
  meeting: { id: string; title: string; on: IsoDate; day: string };
  packs: FrozenLine[];
  /** What the next pack would be; null where none can be frozen any more. */
  next: {
    number: number;
    /** "after entry 4,131" */
    position: string;
    sections: SectionChoice[];
    keyPoints: string[];
    /** What to know before it is frozen, in the order in which it matters. */
    warnings: string[];
  } | null;
};

const titleOf = (plan: Plan, memberId: string | null): string =>
  plan.members.find(({ id }) => id === memberId)?.title ?? 'Noticeboard';

/** Gives a frozen document as a line of a list. */
export const frozenLineOf = (plan: Plan, frozen: Plan['frozen'][number]): FrozenLine => {
  const { id, kind, number, seq, hash, day, addedAt, recordedAt, byId, bytes, fileHash, sections } = frozen;
  return {
    id,
    title: `${frozenKinds[kind].label} ${number}`,
    number,
    position: `entry ${formatNumber(seq, 0)}`,
    seq,
    hash,
    head: `${seq}:${hash.slice(0, 16)}`,
    moment: writtenMoment({ day, seq }),
    day,
    at: formatInstant(addedAt),
    by: titleOf(plan, byId),
    size: bytes === null ? null : formatSize(bytes),
    fileHash,
    sections: sections.map((section) => packSections[section].label),
    erased: fileHash === null ? `Its page was erased by law on ${formatDate(londonDay(recordedAt))}.` : null,
  };
};

const standing = (rows: readonly { withdrawnOn: IsoDate | null }[]): number =>
  rows.filter(({ withdrawnOn }) => withdrawnOn === null).length;

const undecided = ({ dateChanges }: Plan): number => dateChanges.filter(({ state }) => state === 'asked').length;
const openRisks = ({ risks }: Plan): number =>
  risks.filter(({ state, withdrawnOn }) => state === 'open' && withdrawnOn === null).length;

/** What each section would hold, in words. */
const holds: Readonly<Record<PackSection, (plan: Plan) => string>> = {
  notice: () => 'One page',
  areas: ({ areas }) => plural(standing(areas), 'area'),
  requirements: ({ requirements }) => plural(standing(requirements), 'requirement'),
  exceptions: () => 'What is red, silent or slipping',
  dateChanges: (plan) => `${plural(undecided(plan), 'request')} not decided`,
  risks: (plan) => plural(openRisks(plan), 'open risk'),
  actions: ({ actions }) => plural(actions.filter(({ stage }) => stage !== 'withdrawn').length, 'action'),
  measures: ({ measures }) => plural(standing(measures), 'measure'),
  evidence: ({ evidence }) => plural(standing(evidence), 'piece of evidence', 'pieces of evidence'),
};

const warningsOf = (
  plan: Plan,
  today: IsoDate,
  meeting: Plan['meetings'][number],
  last: FrozenLine | undefined,
): string[] => {
  const { papersDueOn, on } = meeting;
  const late = daysBetween(papersDueOn, today);
  const due =
    late > 0
      ? `Papers were due on ${formatDate(papersDueOn)}, ${plural(late, 'day')} ago.`
      : `Papers are due on ${formatDate(papersDueOn)}. What is recorded after you freeze is not in this pack.`;
  return [
    ...(today > on ? [`The day of the meeting, ${formatDate(on)}, has passed.`] : []),
    ...(late === 0 ? [] : [due]),
    ...(last ? [`${last.title} was frozen on ${last.at} and stays as it is. This will be another one beside it.`] : []),
    ...(plan.readings.length === 0 ? ['No reading of any measure has been recorded, and the pack says so.'] : []),
  ];
};

/** Gives the packs of a meeting, the newest first. Throws `notFound` where there is no such meeting. */
export const packsOf = (entire: Plan, today: IsoDate, meetingId: string): PacksView => {
  const plan = planOn(entire, today);
  const meeting = findRow(plan.meetings, meetingId, 'meeting');
  const { id, title, on, state, keyPoints } = meeting;
  const packs = frozenOf(plan, { kind: 'pack', meetingId })
    .map((row) => frozenLineOf(plan, row))
    .toReversed();
  const over = state === 'closed' || state === 'cancelled';
  return {
    meeting: { id, title, on, day: formatDate(on) },
    packs,
    next: over
      ? null
      : {
          number: nextNumber(plan, { kind: 'pack', meetingId }),
          position: `after entry ${formatNumber(plan.head.seq, 0)}`,
          sections: keysOf(packSections).map((section) => ({
            section,
            label: packSections[section].label,
            holds: holds[section](plan),
            chosen: meeting.sections.includes(section),
          })),
          keyPoints,
          warnings: warningsOf(plan, today, meeting, packs[0]),
        },
  };
};
