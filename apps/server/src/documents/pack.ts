/** The pack of a meeting as a page, made from the plan as it stands. */
import type { Connection } from '@noticeboard/db/database';
import { readHistory } from '@noticeboard/db/history';
import { readPlanAsAt } from '@noticeboard/db/plan';
import { findRow } from '@noticeboard/domain/changes/references';
import type { IsoDate } from '@noticeboard/domain/fields';
import { writtenMoment } from '@noticeboard/domain/moment';
import type { Plan } from '@noticeboard/domain/plan';
import { frozenOf } from '@noticeboard/domain/rules/frozen';
import { boardBefore } from '@noticeboard/domain/rules/meetings';
import type { PackSection } from '@noticeboard/domain/scales';
import { packOf } from '@noticeboard/domain/views/pack';
import { renderPack } from '@noticeboard/paper/pack';

/** More than a year of a busy notice. */
const mostEntries = 20_000;

/**
 * Gives the plan as the board before a meeting had it: as its last pack was made from, or as at the end of its day where none
 * was frozen; null where there was no board before.
 */
const planOfBoardBefore = async (
  connection: Connection,
  plan: Plan,
  meetingId: string,
  today: IsoDate,
): Promise<Plan | null> => {
  const board = boardBefore(plan, findRow(plan.meetings, meetingId, 'meeting'), today);
  if (!board) return null;
  const pack = frozenOf(plan, { kind: 'pack', meetingId: board.id }).at(-1);
  return readPlanAsAt(connection, plan.notice.id, pack ? { seq: pack.seq } : board.on);
};

/**
 * Gives what makes the addresses of pages of a notice as they stood at a position: "/actions/action-6.04" becomes
 * "/n/kent-2023/actions/action-6.04?asAt=2023-09-20.4118".
 * @param origin what stands before the path: "https://noticeboard.example.gov.uk", or nothing
 */
export const linksAt = (origin: string, { notice, head }: Plan, day: IsoDate): ((path: string) => string) => {
  const asAt = writtenMoment({ day, seq: head.seq });
  return (path) => {
    const { pathname, searchParams, hash } = new URL(`/n/${notice.id}${path}`, 'http://noticeboard');
    searchParams.set('asAt', asAt);
    return `${origin}${pathname}?${searchParams.toString()}${hash}`;
  };
};

/**
 * Renders the pack of a meeting, in the chosen sections, with the position and hash of `plan.head` on it.
 * @param connection where the ledger is read: within a write, its writer
 */
export const packPage = async (
  connection: Connection,
  plan: Plan,
  {
    meetingId,
    sections,
    today,
    origin,
  }: { meetingId: string; sections: readonly PackSection[]; today: IsoDate; origin: string },
): Promise<string> => {
  const before = await planOfBoardBefore(connection, plan, meetingId, today);
  const entries = before
    ? await readHistory(connection, plan.notice.id, {
        afterSeq: before.head.seq,
        throughSeq: plan.head.seq,
        limit: mostEntries,
      })
    : [];
  const pack = packOf({ plan, before, entries, today, meetingId, sections, position: plan.head });
  return renderPack(pack, linksAt(origin, plan, today));
};
