import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '@noticeboard/domain/fields';
import type { Connection } from './database.ts';
import { createId } from './id.ts';
import { run } from './statement.ts';

/** A link by which a calendar reads the meetings of a notice as one member. Its instants are real time. */
export type CalendarLink = { noticeId: string; memberId: string; madeAt: Instant };

type Whose = { noticeId: string; memberId: string };

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
const columns = 'notice_id as "noticeId", member_id as "memberId", made_at as "madeAt"';

/** Ends the link of a member; gives whether there was one. `now` is real time. */
export async function revokeCalendarLink(
  connection: Connection,
  { noticeId, memberId, now }: Whose & { now: Instant },
): Promise<boolean> {
  const { changed } = await run(
    connection,
    'update calendar_link set revoked_at = ? where notice_id = ? and member_id = ? and revoked_at is null',
    [now, noticeId, memberId],
  );
  return changed > 0;
}

/**
 * Makes a link for one member, and ends the one before it. Only the hash of its token is kept. To be called inside a transaction.
 * @returns the token: 32 bytes of chance, in base64url
 */
export async function issueCalendarLink(
  connection: Connection,
  { noticeId, memberId, now }: Whose & { now: Instant },
): Promise<string> {
  await revokeCalendarLink(connection, { noticeId, memberId, now });
  const token = randomBytes(32).toString('base64url');
  await connection.kysely
    .insertInto('calendar_link')
    .values({
      id: createId(),
      notice_id: noticeId,
      member_id: memberId,
      token_hash: hashOf(token),
      made_at: now,
      revoked_at: null,
    })
    .execute();
  return token;
}

/** Gives the link of a token that was not ended; null where there is none. */
export async function findCalendarLink(connection: Connection, token: string): Promise<CalendarLink | null> {
  const { rows } = await run<CalendarLink>(
    connection,
    `select ${columns} from calendar_link where token_hash = ? and revoked_at is null`,
    [hashOf(token)],
  );
  return rows[0] ?? null;
}

/** Gives the link of a member that was not ended; null where they have none. */
export async function readCalendarLink(
  connection: Connection,
  { noticeId, memberId }: Whose,
): Promise<CalendarLink | null> {
  const { rows } = await run<CalendarLink>(
    connection,
    `select ${columns} from calendar_link where notice_id = ? and member_id = ? and revoked_at is null`,
    [noticeId, memberId],
  );
  return rows[0] ?? null;
}
