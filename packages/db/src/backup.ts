/**
 * A backup is one gzip'd file of JSON lines that either database can restore: a header, the ledger word for word, the
 * accounts for signing in, files of evidence and frozen pages, addresses of members without an account, what people typed and
 * have not submitted, and a closing line with a checksum. The tables of the plan are not in it: they follow from the ledger.
 *
 * Sessions are not in it either, so a stolen backup signs nobody in; nor are mail that waits and links to update, so that a
 * restore neither sends a mail twice nor opens a link again that was ended. Of what was sent and is not yet evidence only the
 * file is: it has to be chosen again.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Clock } from '@noticeboard/domain/clock';
import {
  emptied,
  keptTables,
  pageKeys,
  pageSizeOf,
  rowFor,
  writtenRow,
  type KeptTable,
  type Row,
} from './backup-tables.ts';
import { openDatabase, type Connection, type Database, type DatabaseTarget } from './database.ts';
import { publicError } from './errors.ts';
import { readLastEntries } from './last-entries.ts';
import { newestMigration } from './migrate.ts';
import { OperatorError } from './operator-error.ts';
import { insertRow } from './rows.ts';
import type { Tables } from './schema.ts';
import { inSnapshot } from './snapshot.ts';
import { run } from './statement.ts';
import { rowOf } from './upcasters.ts';
import { verifyIn } from './verify.ts';

const format = 1;

type Header = { noticeboard: 'backup'; format: number; migration: string; takenAt: string };
type Line = Header | { table: KeptTable; row: Row } | { lines: number; sha256: string };

/** Gives the rows of a table page by page, so that five million entries need no more memory than five hundred. */
async function* rowsOf(connection: Connection, table: KeptTable): AsyncGenerator<Row> {
  const keys = pageKeys[table];
  const size = pageSizeOf(table);
  let after: unknown[] | null = null;
  for (;;) {
    const where: string = after ? `where (${keys.join(', ')}) > (${keys.map(() => '?').join(', ')})` : '';
    const page: { rows: Row[] } = await run<Row>(
      connection,
      `select * from ${table} ${where} order by ${keys.join(', ')} limit ${size}`,
      after ?? [],
    );
    yield* page.rows;
    const last = page.rows.at(-1);
    if (!last || page.rows.length < size) return;
    after = keys.map((key) => last[key]);
  }
}

async function* linesOf(connection: Connection, takenAt: string): AsyncGenerator<string> {
  const checksum = createHash('sha256');
  let lines = 0;
  const line = (value: Line): string => {
    const text = `${JSON.stringify(value)}\n`;
    checksum.update(text);
    lines += 1;
    return text;
  };
  yield line({ noticeboard: 'backup', format, migration: newestMigration, takenAt });
  for (const table of keptTables)
    for await (const row of rowsOf(connection, table)) yield line({ table, row: writtenRow(row) });
  yield `${JSON.stringify({ lines, sha256: checksum.digest('hex') } satisfies Line)}\n`;
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}

const isOfFile = /^(EACCES|EPERM|EROFS|ENOTDIR|EISDIR|ENOENT|EEXIST|ENOTEMPTY|ENAMETOOLONG|ELOOP|EBUSY|EINVAL)$/;

/** Turns an error of the file, and none of the database, into one that names it. */
const writingError = (file: string, error: unknown): unknown =>
  error instanceof Error && 'code' in error && isOfFile.test(String(error.code))
    ? new OperatorError(
        `${file} can’t be written. Give the name of a file, in a folder that is there and that Noticeboard may write in.`,
        { cause: error },
      )
    : publicError(error);

/**
 * Writes a backup of the whole installation to a file, as it was at one moment. Safe while serving. It holds hashes of
 * passwords and e-mail addresses, so only its owner may read it.
 * @throws OperatorError where the file can't be written
 */
export async function backup(db: Database, file: string): Promise<void> {
  const partial = `${file}.partial`;
  try {
    await inSnapshot(db, (snapshot) =>
      pipeline(
        Readable.from(linesOf(snapshot, db.clock.now())),
        createGzip(),
        createWriteStream(partial, { mode: 0o600 }),
      ),
    );
    await sync(partial);
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw writingError(file, error);
  }
}

const damaged = () =>
  new OperatorError('The backup is damaged or cut short. Nothing was restored. Take another copy of it.');

async function* textsOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  await once(source, 'open');
  const gunzip = createGunzip();
  const unpacked = pipeline(source, gunzip);
  // It is awaited below; without this a failure before that would end the process.
  unpacked.catch(() => undefined);
  yield* createInterface({ input: gunzip, crlfDelay: Infinity });
  await unpacked;
}

function lineOf(text: string): Line {
  try {
    return JSON.parse(text) as Line;
  } catch {
    throw damaged();
  }
}

/** Reads the whole file before anything is written, so that a damaged one changes nothing. */
async function checkFile(file: string): Promise<void> {
  const checksum = createHash('sha256');
  let lines = 0;
  let closed = false;
  try {
    for await (const text of textsOf(file)) {
      if (closed) throw damaged();
      const line = lineOf(text);
      if (lines === 0) {
        if (!('noticeboard' in line)) throw new OperatorError('That file is not a backup of Noticeboard.');
        if (line.format !== format || line.migration > newestMigration)
          throw new OperatorError('The backup was made by a newer release of Noticeboard. Install that release first.');
      }
      if ('sha256' in line) {
        if (line.lines !== lines || line.sha256 !== checksum.digest('hex')) throw damaged();
        closed = true;
      } else {
        checksum.update(`${text}\n`);
        lines += 1;
      }
    }
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
      throw new OperatorError(`The backup ${file} can’t be read. Check its name.`);
    if (code === 'Z_DATA_ERROR' && lines === 0) throw new OperatorError('That file is not a backup of Noticeboard.');
    throw code?.startsWith('Z_') ? damaged() : error;
  }
  if (!closed) throw damaged();
}

async function insertAll(connection: Connection, table: KeptTable, rows: Row[]): Promise<void> {
  if (rows.length === 0) return;
  await connection.kysely
    .insertInto(table)
    .values(rows.map((row) => rowFor(connection, row)) as never)
    .execute();
}

async function replay(connection: Connection, file: string): Promise<void> {
  let batch: Row[] = [];
  let of: KeptTable = keptTables[0];
  for await (const text of textsOf(file)) {
    const line = lineOf(text);
    if (!('table' in line)) continue;
    if (line.table !== of || batch.length >= pageSizeOf(of)) {
      await insertAll(connection, of, batch);
      batch = [];
      of = line.table;
    }
    batch.push(line.row);
  }
  await insertAll(connection, of, batch);
}

/** Makes the tables of the plan from the ledger. */
async function project(connection: Connection): Promise<void> {
  const chains = await connection.kysely.selectFrom('ledger_chain').select(['chain', 'seq']).execute();
  for (const { chain, seq } of chains)
    for (const { entity, rowText, schemaVersion, at, actor } of await readLastEntries(connection, chain, seq))
      await insertRow(connection, entity, rowOf(entity, rowText, schemaVersion), at, actor);
}

async function isEmpty({ kysely }: Connection): Promise<boolean> {
  const chain = await kysely.selectFrom('ledger_chain').select('chain').limit(1).execute();
  const user = await kysely.selectFrom('auth_user').select('id').limit(1).execute();
  return chain.length + user.length === 0;
}

/**
 * Puts a backup in place of what a database holds, in one transaction, and verifies it before it counts. Everybody has to
 * sign in again.
 * @param options `overwrite`: restore over a database that is not empty
 * @throws OperatorError where the file is damaged or does not verify, or the database is not empty; then nothing is changed
 */
export async function restore(
  file: string,
  target: DatabaseTarget,
  { clock, overwrite = false }: { clock: Clock; overwrite?: boolean },
): Promise<void> {
  await checkFile(file);
  const db = await openDatabase(target, { clock });
  try {
    await db.kysely.transaction().execute(async (trx) => {
      const connection = { kysely: trx, dialect: db.dialect };
      if (!overwrite && !(await isEmpty(connection)))
        throw new OperatorError(
          'The database is not empty. Nothing was restored. Restore to an empty one, or say that it may be overwritten.',
        );
      for (const table of emptied) await trx.deleteFrom(table as keyof Tables).execute();
      await replay(connection, file);
      await project(connection);
      const verdict = await verifyIn(connection);
      if (!verdict.ok)
        throw new OperatorError(`The backup does not verify, so nothing was restored. ${verdict.sentence}`);
    });
  } catch (error) {
    throw publicError(error);
  } finally {
    await db.close();
  }
}
