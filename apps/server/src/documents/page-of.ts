/** Gives the page of a frozen document as it was kept. */
import type { Connection } from '@noticeboard/db/database';
import { readFile } from '@noticeboard/db/files';
import { OperatorError } from '@noticeboard/db/operator-error';
import { findRow } from '@noticeboard/domain/changes/references';
import { londonDay } from '@noticeboard/domain/calendar';
import { DomainError } from '@noticeboard/domain/domain-error';
import type { Plan } from '@noticeboard/domain/plan';
import { frozenKinds } from '@noticeboard/domain/scales';
import { formatDate } from '@noticeboard/domain/words';

/** A page as it was kept: its bytes, their SHA-256, and what the document is called as a file. */
type KeptPage = { page: Uint8Array; fileHash: string; name: string };

/**
 * Gives the page of a frozen document.
 * @throws DomainError where there is no such document, or its page was erased by law, with the day; OperatorError where the
 *   database lost it
 */
export const pageOf = async (connection: Connection, plan: Plan, frozenId: string): Promise<KeptPage> => {
  const { kind, number, day, meetingId, meetingOn, fileHash, recordedAt } = findRow(plan.frozen, frozenId, 'document');
  const label = frozenKinds[kind].label;
  if (fileHash === null)
    throw new DomainError(
      'notFound',
      `${label} ${number}, frozen on ${formatDate(day)}, was erased by law on ${formatDate(londonDay(recordedAt))}. That it was frozen, from which entry of the ledger and by whom stands in the history of the notice.`,
    );
  const page = await readFile(connection, fileHash);
  if (!page)
    throw new OperatorError(
      'The page is not in the database any more. Ask your administrator to run "pnpm noticeboard verify".',
    );
  const of = plan.meetings.find(({ id }) => id === meetingId);
  const words = [plan.notice.authority, of?.title, meetingOn, label.toLowerCase(), number];
  return { page, fileHash, name: words.filter((word) => word !== undefined && word !== null).join(' ') };
};
