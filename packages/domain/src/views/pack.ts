/** The pack of a meeting: everything that its pages on paper say, made from the plan as it was frozen. */
import { findRow } from '../changes/references.ts';
import type { IsoDate } from '../fields.ts';
import type { Head, Plan } from '../plan.ts';
import { planOn } from '../rules/known.ts';
import { boardBefore } from '../rules/meetings.ts';
import { keysOf, packSections, type PackSection } from '../scales.ts';
import { formatDate, formatNumber } from '../words.ts';
import { abbreviationsIn, type Abbreviation } from './abbreviations.ts';
import type { LedgerEntry } from './history.ts';
import { packCoverOf, type PackCover } from './pack-cover.ts';
import { packNoticeOf, type PackNotice } from './pack-notice.ts';

/** What each section holds; null where it was not chosen. */
type PackParts = { notice: PackNotice | null };

/** One line of the contents, with the id of the heading that it leads to. `level` 2 stands under the line before it. */
export type PackEntry = { id: string; title: string; level: 1 | 2 };

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

/** Gives the contents: the chosen sections in their order, each with what stands under it. */
const contentsOf = (sections: readonly PackSection[]): PackEntry[] =>
  keysOf(packSections)
    .filter((section) => sections.includes(section))
    .map((section): PackEntry => ({ id: section, title: packSections[section].label, level: 1 }));

/** Gives the pack of a meeting. Throws `notFound` where the plan has no such meeting. */
export const packOf = ({ plan: entire, today, meetingId, sections, position }: PackInput): PackView => {
  const plan = planOn(entire, today);
  const meeting = findRow(plan.meetings, meetingId, 'meeting');
  const last = boardBefore(plan, meeting, today);
  const parts: PackParts = { notice: sections.includes('notice') ? packNoticeOf(plan, today) : null };
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
    last: last && { day: last.on, words: formatDate(last.on) },
    cover,
    contents: contentsOf(sections),
    parts,
    abbreviations: abbreviationsIn(JSON.stringify([title, cover, parts])),
  };
};
