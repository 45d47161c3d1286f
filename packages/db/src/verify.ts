import { DomainError } from '@noticeboard/domain/domain-error';
import type { Instant } from '@noticeboard/domain/fields';
import type { Head } from '@noticeboard/domain/plan';
import type { Connection } from './database.ts';
import { entityTables, ledgerEntities, type LedgerEntity } from './entity-table.ts';
import {
  canonicalText,
  contentHashOf,
  entryHashOf,
  genesis,
  installation,
  selectEntries,
  type Entry,
} from './entry.ts';
import { publicError } from './errors.ts';
import { faultInFiles, noteFile, type NamedFiles } from './file-check.ts';
import { OperatorError } from './operator-error.ts';
import { readRows } from './rows.ts';
import type { LedgerChainTable } from './schema.ts';
import { inSnapshot } from './snapshot.ts';
import { run } from './statement.ts';
import { rowOf, schemaVersion } from './upcasters.ts';

/** What `verify` found: every chain whole, or the first thing that is not, with its entry where it has one. */
export type Verdict =
  | { ok: true; entries: number; heads: (Head & { chain: string })[] }
  | { ok: false; chain: string | null; seq: number | null; sentence: string };

/** Ends a check at the first thing that is wrong. */
class Finding extends Error {
  readonly verdict: Verdict & { ok: false };

  constructor(chain: string | null, seq: number | null, sentence: string) {
    super(sentence);
    this.verdict = { ok: false, chain, seq, sentence };
  }
}

/** The last version of a row in its chain, as the tables must hold it. */
type Latest = { version: number; seq: number; text: string | null; at: Instant; actor: string };

type Walk = {
  chain: string;
  seq: number;
  hash: string;
  at: Instant;
  redactedSeq: number;
  /** Positions of entries without a text, and those that a redaction names. */
  erased: Set<number>;
  redacted: Set<number>;
  latest: Map<string, Latest>;
};

const isEntity = (name: string): name is LedgerEntity => Object.hasOwn(entityTables, name);

/** Reads a JSON text; undefined where it is none. */
function parsed(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function checkHashes(walk: Walk, entry: Entry, bad: (sentence: string) => Finding): void {
  if (entry.schemaVersion > schemaVersion) throw bad('was recorded by a newer release of Noticeboard.');
  if (entryHashOf(walk.hash, entry) !== entry.hash)
    throw bad('does not carry the hash of what it says and of the entry before it: one of the two was changed.');
  if (entry.rowText === null || entry.salt === null) {
    if (entry.rowText !== null || entry.salt !== null || entry.reason !== null) throw bad('is only partly erased.');
    walk.erased.add(entry.seq);
  } else if (contentHashOf(entry.salt, entry.reason, entry.rowText) !== entry.contentHash)
    throw bad('does not hold the row and the reason that were hashed: they were changed.');
}

function checkRow(walk: Walk, entry: Entry, bad: (sentence: string) => Finding): void {
  const key = `${entry.entity} ${entry.entityId}`;
  const version = (walk.latest.get(key)?.version ?? 0) + 1;
  if (!isEntity(entry.entity)) throw bad(`is about ${entry.entity}, which this release does not know.`);
  if (entry.version !== version || (entry.kind === 'created') !== (version === 1))
    throw bad(`is version ${entry.version} of ${entry.entity} ${entry.entityId} where version ${version} was due.`);
  const row = entry.rowText === null ? null : parsed(entry.rowText);
  if (row === undefined || (row && (row['id'] !== entry.entityId || row['version'] !== version)))
    throw bad('holds the row of something else.');
  const { at, actor, seq } = entry;
  const text = entry.rowText && canonicalText(rowOf(entry.entity, entry.rowText, entry.schemaVersion));
  walk.latest.set(key, { version, seq, text, at, actor });
}

function step(walk: Walk, entry: Entry): void {
  const bad = (sentence: string) =>
    new Finding(walk.chain, entry.seq, `Entry ${entry.seq} of ${walk.chain} ${sentence}`);
  if (entry.seq !== walk.seq + 1)
    throw new Finding(walk.chain, walk.seq + 1, `Entry ${walk.seq + 1} of ${walk.chain} is missing.`);
  checkHashes(walk, entry, bad);
  if (entry.at < walk.at) throw bad('was recorded before the entry that it follows.');
  if (entry.kind === 'redaction') {
    walk.redacted.add(Number(entry.entityId));
    walk.redactedSeq = entry.seq;
  } else checkRow(walk, entry, bad);
  walk.seq = entry.seq;
  walk.hash = entry.hash;
  walk.at = entry.at;
}

function finish(walk: Walk, head: LedgerChainTable | undefined): void {
  const { chain, seq } = walk;
  const erased = [...walk.erased].find((position) => !walk.redacted.has(position));
  if (erased !== undefined)
    throw new Finding(chain, erased, `Entry ${erased} of ${chain} was erased, and no redaction says so.`);
  const redacted = [...walk.redacted].find((position) => !walk.erased.has(position));
  if (redacted !== undefined)
    throw new Finding(chain, redacted, `Entry ${redacted} of ${chain} was redacted, and its text is there again.`);
  if (!head) throw new Finding(chain, null, `The ledger of ${chain} has no head.`);
  if (head.seq !== seq || head.hash !== walk.hash || head.redacted_seq !== walk.redactedSeq)
    throw new Finding(
      chain,
      seq,
      `The head of ${chain} is not its last entry: entries after ${seq} are missing, or the head was changed.`,
    );
  if (seq > 0 && head.at !== walk.at)
    throw new Finding(chain, seq, `The head of ${chain} does not have the instant of its last entry.`);
}

async function walkChain(
  connection: Connection,
  chain: string,
  head: LedgerChainTable | undefined,
  seen: (entry: Entry) => void,
): Promise<Walk> {
  const walk: Walk = {
    chain,
    seq: 0,
    hash: genesis,
    at: '',
    redactedSeq: 0,
    erased: new Set(),
    redacted: new Set(),
    latest: new Map(),
  };
  for (;;) {
    const { rows } = await run<Entry>(
      connection,
      `${selectEntries} where chain = ? and seq > ? order by seq limit 1000`,
      [chain, walk.seq],
    );
    for (const entry of rows) {
      step(walk, entry);
      seen(entry);
    }
    if (rows.length < 1000) break;
  }
  finish(walk, head);
  return walk;
}

type Counts = Map<string, number>;

const add = (counts: Counts, table: string, count: number) => counts.set(table, (counts.get(table) ?? 0) + count);

/** Compares the rows of one entity in a chain with the fold of its entries. */
async function checkTable(connection: Connection, walk: Walk, entity: LedgerEntity, counts: Counts): Promise<void> {
  const table = entityTables[entity];
  const { chain, latest } = walk;
  const due = new Map([...latest].filter(([key]) => key.startsWith(`${entity} `)));
  let rows: ({ id: string; recordedAt: Instant; recordedBy: string } & Record<string, unknown>)[];
  try {
    rows = await readRows(connection, entity, chain);
  } catch (error) {
    if (error instanceof OperatorError || error instanceof SyntaxError)
      throw new Finding(chain, null, `The table ${table.name} can’t be read for ${chain}: a list in it was changed.`);
    throw error;
  }
  for (const { recordedAt, recordedBy, ...row } of rows) {
    const key = `${entity} ${row.id}`;
    const expected = due.get(key);
    due.delete(key);
    if (!expected)
      throw new Finding(chain, null, `The table ${table.name} holds ${row.id}, which the ledger of ${chain} does not.`);
    if (expected.text === null)
      throw new Finding(
        chain,
        expected.seq,
        `Entry ${expected.seq} of ${chain} is redacted and holds the row as it stands.`,
      );
    if (canonicalText(row) !== expected.text || recordedAt !== expected.at || recordedBy !== expected.actor)
      throw new Finding(
        chain,
        expected.seq,
        `The table ${table.name} does not hold ${row.id} as entry ${expected.seq} of ${chain} recorded it.`,
      );
    for (const { field, table: name } of table.links) add(counts, name, (row[field] as string[]).length);
  }
  for (const [key, { seq }] of due)
    throw new Finding(
      chain,
      seq,
      `The table ${table.name} lacks ${key.slice(entity.length + 1)}, which entry ${seq} of ${chain} recorded.`,
    );
  add(counts, table.name, rows.length);
}

/** Finds rows that belong to no chain, which a comparison by chain never meets. */
async function checkCounts(connection: Connection, counts: Counts): Promise<void> {
  for (const name of ledgerEntities.flatMap((entity) => [
    entityTables[entity].name,
    ...entityTables[entity].links.map(({ table }) => table),
  ])) {
    const { rows } = await run<{ count: number | string }>(connection, `select count(*) as "count" from "${name}"`, []);
    if (Number(rows[0]?.count) !== (counts.get(name) ?? 0))
      throw new Finding(null, null, `The table ${name} holds rows that belong to no ledger.`);
  }
}

async function checkDatabaseFile({ kysely, dialect }: Connection): Promise<void> {
  if (dialect !== 'sqlite') return;
  const connection = { kysely, dialect };
  const integrity = await run<{ integrity_check: string }>(connection, 'pragma integrity_check(1)', []);
  const [found] = integrity.rows;
  if (found?.integrity_check !== 'ok')
    throw new Finding(null, null, `The database file is damaged: ${found?.integrity_check ?? 'it gives no answer'}.`);
  const references = await run<{ table: string }>(connection, 'pragma foreign_key_check', []);
  const [broken] = references.rows;
  if (broken) throw new Finding(null, null, `The table ${broken.table} refers to a row that is not there.`);
}

async function check(connection: Connection, head: Head | undefined): Promise<Verdict> {
  const heads = await connection.kysely.selectFrom('ledger_chain').selectAll().orderBy('chain').execute();
  const withEntries = await connection.kysely.selectFrom('ledger_entry').select('chain').distinct().execute();
  const counts: Counts = new Map();
  let entries = 0;
  let headFound = head === undefined;
  const files: NamedFiles = new Map();
  const seen = (entry: Entry) => {
    const { seq, hash } = entry;
    entries += 1;
    noteFile(files, entry);
    if (head && seq === head.seq && hash.startsWith(head.hash)) headFound = true;
  };
  for (const chain of new Set([...heads, ...withEntries].map((row) => row.chain))) {
    const walk = await walkChain(
      connection,
      chain,
      heads.find((row) => row.chain === chain),
      seen,
    );
    for (const entity of ledgerEntities)
      if ((entity === 'account') === (chain === installation)) await checkTable(connection, walk, entity, counts);
  }
  await checkCounts(connection, counts);
  await checkDatabaseFile(connection);
  const file = await faultInFiles(connection, files);
  if (file) throw new Finding(file.chain, file.seq, file.sentence);
  if (!headFound)
    throw new Finding(
      null,
      head?.seq ?? null,
      `No ledger holds entry ${head?.seq} with the hash ${head?.hash}. It was cut short or written anew since that head was printed.`,
    );
  return { ok: true, entries, heads: heads.map(({ chain, seq, hash }) => ({ chain, seq, hash })) };
}

/** The same as `verify`, on what a transaction sees. */
export async function verifyIn(connection: Connection, head?: Head): Promise<Verdict> {
  try {
    return await check(connection, head);
  } catch (error) {
    if (error instanceof Finding) return error.verdict;
    throw publicError(error);
  }
}

/**
 * Walks every chain, compares the tables with the fold of the entries, checks the files that are kept against their hashes,
 * and the database file itself. Safe while serving.
 * @param options `head`: a position printed earlier, which a ledger that was cut or written anew does not hold
 * @throws OperatorError where the database can't be read at all
 */
export async function verify(connection: Connection, { head }: { head?: Head | undefined } = {}): Promise<Verdict> {
  return inSnapshot(connection, (snapshot) => verifyIn(snapshot, head));
}

/**
 * Reads a head as it is printed, `SEQ:HASH`. At least 12 characters of the hash are needed.
 * @throws DomainError where it is not one
 */
export function parseHead(text: string): Head {
  const [, seq, hash] = /^(\d{1,9}):([0-9a-f]{12,64})$/.exec(text.trim().toLowerCase()) ?? [];
  if (seq === undefined || hash === undefined)
    throw new DomainError(
      'invalid',
      'Give the head as it is printed: a number, a colon and a hash, such as 12:9f86d081884c.',
    );
  return { seq: Number(seq), hash };
}
