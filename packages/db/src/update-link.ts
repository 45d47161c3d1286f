import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '@noticeboard/domain/fields';
import type { Connection } from './database.ts';
import { createId } from './id.ts';
import { run } from './statement.ts';

/** A link by which one person updates without an account. Its instants are real time, whatever day the plan is pinned to. */
export type UpdateLink = {
  id: string;
  noticeId: string;
  memberId: string;
  madeAt: Instant;
  expiresAt: Instant;
  /** When nothing was left that it could open. */
  doneAt: Instant | null;
  revokedAt: Instant | null;
};

const columns = `id, notice_id as "noticeId", member_id as "memberId", made_at as "madeAt", expires_at as "expiresAt",
  done_at as "doneAt", revoked_at as "revokedAt"`;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/**
 * Makes a link for one member. Only the hash of its token is kept.
 * @returns the token: 32 bytes of chance, in base64url
 */
export async function issueUpdateLink(
  { kysely }: Connection,
  { noticeId, memberId, madeAt, expiresAt }: Pick<UpdateLink, 'noticeId' | 'memberId' | 'madeAt' | 'expiresAt'>,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await kysely
    .insertInto('update_link')
    .values({
      id: createId(),
      notice_id: noticeId,
      member_id: memberId,
      token_hash: hashOf(token),
      made_at: madeAt,
      expires_at: expiresAt,
      done_at: null,
      revoked_at: null,
    })
    .execute();
  return token;
}

/** Gives the link of a token, whether or not it still opens anything; null where there never was one. */
export async function findUpdateLink(connection: Connection, token: string): Promise<UpdateLink | null> {
  const { rows } = await run<UpdateLink>(connection, `select ${columns} from update_link where token_hash = ?`, [
    hashOf(token),
  ]);
  return rows[0] ?? null;
}

/** Gives the links of a notice that have neither ended nor run out, newest first. */
export async function readOpenUpdateLinks(
  connection: Connection,
  noticeId: string,
  now: Instant,
): Promise<UpdateLink[]> {
  const { rows } = await run<UpdateLink>(
    connection,
    `select ${columns} from update_link where notice_id = ? and done_at is null and revoked_at is null and expires_at > ?
     order by made_at desc, id`,
    [noticeId, now],
  );
  return rows;
}

/**
 * Ends every link of a member that has not ended.
 * @param why `done` where nothing is left to update, `revoked` where the programme office ended it
 * @returns how many were ended
 */
export async function endUpdateLinks(
  connection: Connection,
  { noticeId, memberId, why, now }: { noticeId: string; memberId: string; why: 'done' | 'revoked'; now: Instant },
): Promise<number> {
  const { changed } = await run(
    connection,
    `update update_link set ${why}_at = ? where notice_id = ? and member_id = ? and done_at is null
     and revoked_at is null and expires_at > ?`,
    [now, noticeId, memberId, now],
  );
  return changed;
}
