import type { Account } from '@noticeboard/domain/account';
import { londonDay, nextMoment } from '@noticeboard/domain/calendar';
import { DomainError } from '@noticeboard/domain/domain-error';
import { words, type Instant, type Kept } from '@noticeboard/domain/fields';
import type { Change, Head } from '@noticeboard/domain/plan';
import type { Connection, Database } from './database.ts';
import { schemas, type LedgerEntity, type LedgerRow } from './entity-table.ts';
import {
  canonicalText,
  contentHashOf,
  createSalt,
  entryHashOf,
  entryParameters,
  genesis,
  insertEntry,
  installation,
  type Entry,
} from './entry.ts';
import { publicError } from './errors.ts';
import { createId } from './id.ts';
import { OperatorError } from './operator-error.ts';
import { insertRow, readRow, updateRow } from './rows.ts';
import { run } from './statement.ts';
import { rowOf, schemaVersion } from './upcasters.ts';

export { installation } from './entry.ts';

/** A change of a notice's rows, or of an account of the installation. */
export type LedgerChange = Change | { entity: 'account'; row: Omit<Account, 'version'>; expectedVersion: number };

/** A refusal because somebody changed the row first; `current` is the row as it stands now. */
export class StaleError extends DomainError {
  readonly current: Kept<LedgerRow>;

  constructor(current: Kept<LedgerRow>) {
    super(
      'conflict',
      'Someone else changed this while you were working on it, so nothing of yours was saved. Look at their change, then save yours again.',
    );
    this.current = current;
  }
}

/** Whose ledger is written, by whom (a member id, `account:<id>`, `@command-line`, `@demonstration`), and why. */
export type About = { chain: string; actor: string; reason: string | null };

type Position = Head & { at: Instant; redactedSeq: number; changed: boolean };

/** A write under way: what `record` needs, and nothing that could reach the database outside the transaction. */
export type Writer = Connection & About & { changeId: string; now: Instant; positions: Map<string, Position> };

/** What was written: the head of the chain after it, when it was recorded, and what the body gave. */
export type Written<Result> = { result: Result; head: Head; at: Instant; changeId: string };

const selectPosition = 'select seq, hash, at, redacted_seq as "redactedSeq" from ledger_chain where chain = ?';

async function lock(connection: Connection, chain: string): Promise<Omit<Position, 'changed'> | undefined> {
  // On SQLite the transaction itself holds the only write lock.
  const text = connection.dialect === 'postgres' ? `${selectPosition} for update` : selectPosition;
  const { rows } = await run<Omit<Position, 'changed'>>(connection, text, [chain]);
  return rows[0];
}

/** Locks a chain until the transaction ends, and gives its head. Makes the chain where there is none. */
async function open(writer: Writer, chain: string): Promise<Position> {
  const held = writer.positions.get(chain);
  if (held) return held;
  let found = await lock(writer, chain);
  if (!found) {
    await run(
      writer,
      `insert into ledger_chain (chain, seq, hash, at, redacted_seq) values (?, 0, ?, ?, 0) on conflict (chain) do nothing`,
      [chain, genesis, writer.now],
    );
    found = await lock(writer, chain);
  }
  if (!found) throw new Error(`The chain ${chain} was not made.`);
  if (writer.now < found.at && londonDay(writer.now) < londonDay(found.at))
    throw new DomainError(
      'invalid',
      'The clock stands on a day before the last entry of the ledger. Set it to that day or a later one.',
    );
  // Each change has an instant of its own, so that those of one day are in order however the clock stands.
  const at = writer.now > found.at || found.seq === 0 ? writer.now : nextMoment(found.at);
  const position = { ...found, at, changed: false };
  writer.positions.set(chain, position);
  return position;
}

/** Appends an entry to a chain that is open, after the last one. */
export async function append(
  writer: Writer,
  chain: string,
  said: Pick<Entry, 'kind' | 'entity' | 'entityId' | 'version'> & { rowText: string; reason: string | null },
): Promise<Entry> {
  const position = await open(writer, chain);
  const salt = createSalt();
  const sealed = {
    ...said,
    chain,
    seq: position.seq + 1,
    at: position.at,
    actor: writer.actor,
    changeId: writer.changeId,
    schemaVersion,
    salt,
    contentHash: contentHashOf(salt, said.reason, said.rowText),
  };
  const entry: Entry = { ...sealed, hash: entryHashOf(position.hash, sealed) };
  await run(writer, insertEntry, entryParameters(entry));
  position.seq = entry.seq;
  position.hash = entry.hash;
  position.changed = true;
  if (said.kind === 'redaction') position.redactedSeq = entry.seq;
  return entry;
}

async function close(writer: Writer): Promise<void> {
  for (const [chain, { seq, hash, at, redactedSeq, changed }] of writer.positions)
    if (changed)
      await run(writer, 'update ledger_chain set seq = ?, hash = ?, at = ?, redacted_seq = ? where chain = ?', [
        seq,
        hash,
        at,
        redactedSeq,
        chain,
      ]);
}

const reasonSchema = words('Reason').nullable();

/** Checks a reason as any text that is kept: it is refused where it could identify a child. */
function checked(reason: string | null): string | null {
  const parsed = reasonSchema.safeParse(reason);
  if (!parsed.success) throw new DomainError('invalid', parsed.error.issues[0]?.message ?? 'Give a reason.', 'reason');
  canonicalText(parsed.data);
  return parsed.data;
}

/**
 * Runs a body that records changes, as one transaction with one change id: all of it is kept, or nothing. The chain is
 * locked from the start, so that two writers take turns.
 * @throws DomainError where what was entered can't be kept; OperatorError where the database or the disk refuses
 */
export async function write<Result>(
  db: Database,
  about: About,
  body: (writer: Writer) => Promise<Result>,
): Promise<Written<Result>> {
  const reason = checked(about.reason);
  try {
    return await db.kysely.transaction().execute(async (kysely) => {
      const writer: Writer = {
        ...about,
        reason,
        kysely,
        dialect: db.dialect,
        changeId: createId(),
        now: db.clock.now(),
        positions: new Map(),
      };
      const position = await open(writer, about.chain);
      const result = await body(writer);
      await close(writer);
      return { result, head: { seq: position.seq, hash: position.hash }, at: position.at, changeId: writer.changeId };
    });
  } catch (error) {
    throw publicError(error);
  }
}

function parse({ entity, row, expectedVersion }: LedgerChange): LedgerRow {
  const parsed = schemas[entity].safeParse({ ...row, version: expectedVersion + 1 });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const [field] = issue?.path ?? [];
  throw new DomainError('invalid', issue?.message ?? 'That can’t be kept.', typeof field === 'string' ? field : null);
}

async function rowBefore(writer: Writer, chain: string, entity: LedgerEntity, row: LedgerRow): Promise<LedgerRow> {
  const { rows } = await run<{ rowText: string; schemaVersion: number }>(
    writer,
    `select row_text as "rowText", schema_version as "schemaVersion" from ledger_entry
     where chain = ? and entity = ? and entity_id = ? and version = ?`,
    [chain, entity, row.id, row.version - 1],
  );
  const [before] = rows;
  if (!before)
    throw new OperatorError(
      `The ledger of ${chain} lacks what it should hold of ${entity} ${row.id}. Run "pnpm noticeboard verify".`,
    );
  return rowOf(entity, before.rowText, before.schemaVersion);
}

/**
 * Records one change: the row in its table, and an entry in the ledger with the whole row after the change. The only way
 * that plan data is written. A write on a notice may record its own rows and accounts; one on the installation, accounts.
 * @returns the version that the row has now, and the position of the entry
 * @throws StaleError where the row is not at `expectedVersion`; DomainError where the row is not valid or not there
 */
export async function record(writer: Writer, change: LedgerChange): Promise<{ version: number; seq: number }> {
  const { entity, expectedVersion } = change;
  const row = parse(change);
  const chain = 'noticeId' in row ? row.noticeId : installation;
  if (chain !== writer.chain && chain !== installation)
    throw new DomainError('notFound', 'That is not in this notice. Go back and open the page again.');
  const rowText = canonicalText(row);
  const { at } = await open(writer, chain);
  const kept =
    expectedVersion === 0
      ? await insertRow(writer, entity, row, at, writer.actor)
      : await updateRow(writer, entity, row, at, writer.actor, () => rowBefore(writer, chain, entity, row));
  if (!kept) {
    const current = await readRow(writer, entity, { noticeId: chain, id: row.id });
    if (current) throw new StaleError(current);
    throw new DomainError('notFound', 'That is not in this notice. Go back and open the page again.');
  }
  const { version } = row;
  const kind = version === 1 ? 'created' : 'changed';
  const { seq } = await append(writer, chain, {
    kind,
    entity,
    entityId: row.id,
    version,
    rowText,
    reason: writer.reason,
  });
  return { version, seq };
}
