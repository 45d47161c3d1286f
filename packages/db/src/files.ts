/**
 * Keeps files of evidence and the pages of frozen documents in the database, beside the ledger: the bytes once for each content,
 * under their SHA-256, which is what the ledger names. What a member sent stands as an upload until a change takes it, or a day
 * has gone.
 */
import { hash as digest } from 'node:crypto';
import { DomainError } from '@noticeboard/domain/domain-error';
import type { TakenFile } from '@noticeboard/domain/evidence';
import type { Instant } from '@noticeboard/domain/fields';
import { formatSize } from '@noticeboard/domain/words';
import type { Connection, Database } from './database.ts';
import { publicError } from './errors.ts';
import { createId } from './id.ts';
import type { Writer } from './ledger.ts';
import { run } from './statement.ts';

/** Gives the SHA-256 of the bytes of a file, in hexadecimal. */
export const fileHashOf = (bytes: Uint8Array): string => digest('sha256', bytes, 'hex');

/** Gives how many bytes a notice holds, each content once: what its evidence names, and what was sent and not yet taken. */
async function heldBy(connection: Connection, noticeId: string): Promise<number> {
  const { rows } = await run<{ held: number | string }>(
    connection,
    `select coalesce(sum(size), 0) as "held" from file where hash in (
       select file_hash from evidence where notice_id = ? and file_hash is not null
       union select hash from upload where notice_id = ?)`,
    [noticeId, noticeId],
  );
  return Number(rows[0]?.held);
}

/** Gives how many bytes a notice may hold. On PostgreSQL it makes those who send files to one notice take turns. */
async function quotaOf(connection: Connection, noticeId: string): Promise<number> {
  const text = 'select evidence_megabytes as "megabytes" from notice where notice_id = ?';
  const turn = connection.dialect === 'postgres' ? ' for no key update' : '';
  const { rows } = await run<{ megabytes: number }>(connection, text + turn, [noticeId]);
  const [found] = rows;
  if (!found) throw new DomainError('notFound', 'There is no such notice, or it is not shared with you.');
  return found.megabytes * 1_000_000;
}

/**
 * Keeps the bytes of a file, once for each content, and gives their hash. For what a member did not send, so that no quota
 * counts it: what ships with the product, and what is frozen. For the rest see `keepUpload`.
 */
export async function keepFile(connection: Connection, bytes: Uint8Array, at: Instant): Promise<string> {
  const hash = fileHashOf(bytes);
  await run(
    connection,
    'insert into file (hash, size, added_at, bytes) values (?, ?, ?, ?) on conflict (hash) do nothing',
    [hash, bytes.length, at, bytes],
  );
  return hash;
}

async function keep(connection: Connection, { noticeId, memberId, name, mediaType, bytes, at }: Upload) {
  const quota = await quotaOf(connection, noticeId);
  const [uploadId, size] = [createId(), bytes.length];
  const hash = await keepFile(connection, bytes, at);
  const before = await heldBy(connection, noticeId);
  await run(
    connection,
    'insert into upload (id, notice_id, member_id, hash, name, media_type, at) values (?, ?, ?, ?, ?, ?, ?)',
    [uploadId, noticeId, memberId, hash, name, mediaType, at],
  );
  if ((await heldBy(connection, noticeId)) > quota)
    throw new DomainError(
      'invalid',
      `This notice may hold ${formatSize(quota)} of evidence. It holds ${formatSize(before)}, and this file has ${formatSize(size)}. Send a smaller file or a link, or ask the programme office to let the notice hold more.`,
    );
  return { uploadId, hash, name, mediaType, bytes: size };
}

/** What a member sent. `mediaType` is what was found in the bytes; `at` is real time, whatever day the plan is pinned to. */
export type Upload = {
  noticeId: string;
  memberId: string;
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  at: Instant;
};

/**
 * Keeps a file that a member sent until a change takes it: see `takeUpload`. A content that is there already is not kept
 * twice.
 * @throws DomainError where the notice would hold more than `evidenceMegabytes`, or is not there; OperatorError where the
 *   database or the disk refuses
 */
export async function keepUpload(db: Database, upload: Upload): Promise<TakenFile & { uploadId: string }> {
  try {
    return await db.kysely.transaction().execute((kysely) => keep({ kysely, dialect: db.dialect }, upload));
  } catch (error) {
    throw publicError(error);
  }
}

/**
 * Takes a file that a member sent, within the change that records the evidence: it is theirs to take once, in the notice
 * they sent it to. Where the change is not recorded, it stays to be taken.
 * @throws DomainError where there is none of that id for them (any more)
 */
export async function takeUpload(
  writer: Writer,
  { noticeId, memberId, uploadId }: { noticeId: string; memberId: string; uploadId: string },
): Promise<TakenFile> {
  const { rows } = await run<Omit<TakenFile, 'bytes'>>(
    writer,
    `delete from upload where id = ? and notice_id = ? and member_id = ?
     returning hash, name, media_type as "mediaType"`,
    [uploadId, noticeId, memberId],
  );
  const [taken] = rows;
  if (!taken) throw new DomainError('invalid', 'Choose the file again.', 'uploadId');
  const files = await run<{ size: number }>(writer, 'select size from file where hash = ?', [taken.hash]);
  return { ...taken, bytes: files.rows[0]?.size ?? 0 };
}

/** Reads the bytes of a file by its hash; null where it is not kept. */
export async function readFile(connection: Connection, hash: string): Promise<Uint8Array | null> {
  const { rows } = await run<{ bytes: Uint8Array }>(connection, 'select bytes from file where hash = ?', [hash]);
  return rows[0]?.bytes ?? null;
}

/**
 * Says where the ledger still names a file: the first entry that was not redacted; null where there is none. A frozen document
 * whose page was erased by law names it no longer.
 */
export async function entryNaming(
  connection: Connection,
  hash: string,
): Promise<{ chain: string; seq: number } | null> {
  // Within a text of the row the quotation marks would be escaped, so this finds the field alone.
  const { rows } = await run<{ chain: string; seq: number }>(
    connection,
    `select chain, seq from ledger_entry
     where (entity = 'evidence' or (entity = 'frozen' and exists (
         select 1 from frozen where notice_id = chain and id = entity_id and file_hash = ?)))
       and row_text like ? order by chain, seq limit 1`,
    [hash, `%"fileHash":"${hash}"%`],
  );
  return rows[0] ?? null;
}

async function removeUnusedIn(connection: Connection, olderThan: Instant): Promise<number> {
  // Whoever sends a content anew while it is being removed must not find it there.
  if (connection.dialect === 'postgres') await run(connection, 'lock table file in share row exclusive mode', []);
  await run(connection, 'delete from upload where at < ?', [olderThan]);
  const { rows } = await run<{ hash: string }>(
    connection,
    `select hash from file where added_at < ? and hash not in (select hash from upload)
       and hash not in (select file_hash from evidence where file_hash is not null)
       and hash not in (select file_hash from frozen where file_hash is not null)`,
    [olderThan],
  );
  let removed = 0;
  for (const { hash } of rows) {
    if (await entryNaming(connection, hash)) continue;
    removed += (await run(connection, 'delete from file where hash = ?', [hash])).changed;
  }
  return removed;
}

/**
 * Removes what was sent before an instant and never taken, and the files that then nothing names: no upload, no evidence, no
 * frozen document, and no entry of a ledger.
 * @param olderThan an instant of real time
 * @returns how many files were removed
 * @throws OperatorError where the database or the disk refuses
 */
export async function removeUnused(db: Database, olderThan: Instant): Promise<number> {
  try {
    return await db.kysely
      .transaction()
      .execute((kysely) => removeUnusedIn({ kysely, dialect: db.dialect }, olderThan));
  } catch (error) {
    throw publicError(error);
  }
}

/** Gives which of some files are kept, by their hashes. */
export async function keptAmong(connection: Connection, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set();
  const { rows } = await run<{ hash: string }>(
    connection,
    `select hash from file where hash in (${hashes.map(() => '?').join(', ')})`,
    [...hashes],
  );
  return new Set(rows.map(({ hash }) => hash));
}
