import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '@noticeboard/domain/fields';
import type { Connection, Database } from './database.ts';
import { dropAllDrafts } from './drafts.ts';
import { createId } from './id.ts';
import { holdMail, type TakenMail, type Way } from './mail.ts';
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

/** Gives as whom the holder of a link to a member writes: in the ledger, and in what is kept of a draft. */
export const linkWriter = (memberId: string): string => `link:${memberId}`;

const columns = `id, notice_id as "noticeId", member_id as "memberId", made_at as "madeAt", expires_at as "expiresAt",
  done_at as "doneAt", revoked_at as "revokedAt"`;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

type Wanted = Pick<UpdateLink, 'noticeId' | 'memberId' | 'madeAt' | 'expiresAt'>;

/**
 * Makes a link for one member. Only the hash of its token is kept.
 * @returns its id, and the token: 32 bytes of chance, in base64url
 */
export async function issueUpdateLink(
  { kysely }: Connection,
  { noticeId, memberId, madeAt, expiresAt }: Wanted,
): Promise<{ id: string; token: string }> {
  const id = createId();
  const token = randomBytes(32).toString('base64url');
  await kysely
    .insertInto('update_link')
    .values({
      id,
      notice_id: noticeId,
      member_id: memberId,
      token_hash: hashOf(token),
      made_at: madeAt,
      expires_at: expiresAt,
      done_at: null,
      revoked_at: null,
    })
    .execute();
  return { id, token };
}

/**
 * Makes a link for a mail that was taken, unless it was withheld from it meanwhile.
 * @returns null where the mail is to carry none
 */
export async function issueLinkOfMail(
  db: Database,
  mail: TakenMail,
  wanted: Wanted,
): Promise<{ id: string; token: string } | null> {
  return db.kysely.transaction().execute(async (kysely) => {
    const writer = { kysely, dialect: db.dialect };
    if (!(await holdMail(writer, mail))) return null;
    const { rows } = await run<{ way: Way }>(
      writer,
      'select way from mail_part where mail_id = ? and notice_id = ? and member_id = ?',
      [mail.id, wanted.noticeId, wanted.memberId],
    );
    return rows[0]?.way === 'link' ? issueUpdateLink(writer, wanted) : null;
  });
}

/** Forgets links that went to nobody, because the mail that was to carry them was not taken. */
export async function dropUpdateLinks(connection: Connection, ids: readonly string[]): Promise<void> {
  for (const id of ids) await run(connection, 'delete from update_link where id = ?', [id]);
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

/** Whose links. `now` is real time. */
type Ending = { noticeId: string; memberId: string; now: Instant };

async function endLinks(
  connection: Connection,
  why: 'done' | 'revoked',
  { noticeId, memberId, now }: Ending,
): Promise<number> {
  const { changed } = await run(
    connection,
    `update update_link set ${why}_at = ? where notice_id = ? and member_id = ? and done_at is null
     and revoked_at is null and expires_at > ?`,
    [now, noticeId, memberId, now],
  );
  return changed;
}

const forgetTyped = (connection: Connection, { noticeId, memberId }: Ending): Promise<void> =>
  dropAllDrafts(connection, { noticeId, memberId: linkWriter(memberId) });

/** Ends every link of a member because nothing is left that it could open, and forgets what was typed under it. */
export async function finishUpdateLinks(connection: Connection, ending: Ending): Promise<number> {
  await forgetTyped(connection, ending);
  return endLinks(connection, 'done', ending);
}

/** Gives the members of a notice whose mail waits and is to carry a link, once for each mail. */
export async function readWaitingLinks(connection: Connection, noticeId: string): Promise<string[]> {
  const { rows } = await run<{ memberId: string }>(
    connection,
    `select part.member_id as "memberId" from mail_part part join mail on mail.id = part.mail_id
     where part.notice_id = ? and part.way = 'link' and mail.state in ('queued', 'sending') order by part.member_id`,
    [noticeId],
  );
  return rows.map(({ memberId }) => memberId);
}

/**
 * Ends every link of a member that is open, has mail to them that waits carry none, and forgets what was typed under a link:
 * whoever holds the next one may be another person. To be called inside a transaction.
 * @returns how many links were ended, and how many mails that wait were to carry one
 */
export async function revokeUpdateLinks(
  connection: Connection,
  ending: Ending,
): Promise<{ ended: number; withheld: number }> {
  const { noticeId, memberId } = ending;
  const of = [noticeId, memberId];
  // A mail that is just being handed over is waited for, so that the link it carries is among those that are ended.
  await run(
    connection,
    `update mail set tries = tries where state in ('queued', 'sending')
     and id in (select mail_id from mail_part where notice_id = ? and member_id = ?)`,
    of,
  );
  const { changed } = await run(
    connection,
    `update mail_part set way = 'office' where notice_id = ? and member_id = ? and way = 'link'
     and mail_id in (select id from mail where state in ('queued', 'sending'))`,
    of,
  );
  await forgetTyped(connection, ending);
  return { ended: await endLinks(connection, 'revoked', ending), withheld: changed };
}
