/** Reads and writes the rows of the tables of the plan. Only the ledger and a restore write them. */
import type { Instant, Kept } from '@noticeboard/domain/fields';
import type { Connection } from './database.ts';
import { entityTables, type EntityTable, type LedgerEntity, type LedgerRow, type LedgerRows } from './entity-table.ts';
import { OperatorError } from './operator-error.ts';
import { run } from './statement.ts';

type Shape = Record<string, unknown>;
type LinkRow = { owner: string; linked: string; position: number };

const placeholders = (rows: number) => Array(rows).fill('(?, ?, ?, ?)').join(', ');

/** Writes the ordered lists of ids of a row; those that equal the ones of `before` stay as they are. */
async function writeLinks(connection: Connection, table: EntityTable, row: Shape, before: Shape | null): Promise<void> {
  for (const { field, table: name, owner, linked } of table.links) {
    const ids = row[field] as string[];
    const idsBefore = (before?.[field] ?? []) as string[];
    if (ids.length === idsBefore.length && ids.every((id, index) => id === idsBefore[index])) continue;
    if (idsBefore.length > 0)
      await run(connection, `delete from ${name} where notice_id = ? and ${owner} = ?`, [row['noticeId'], row['id']]);
    if (ids.length > 0)
      await run(
        connection,
        `insert into ${name} (notice_id, ${owner}, position, ${linked}) values ${placeholders(ids.length)}`,
        ids.flatMap((id, position) => [row['noticeId'], row['id'], position, id]),
      );
  }
}

function parameter(table: EntityTable, row: Shape, field: string): unknown {
  const value = row[field];
  if (table.lists.includes(field)) return JSON.stringify(value);
  // The ledger's text has no minus zero, so the table may not have one either.
  return value === 0 ? 0 : value;
}

const parameters = (table: EntityTable, row: Shape, at: Instant, by: string): unknown[] => [
  ...table.fields.map((field) => parameter(table, row, field)),
  at,
  by,
];

const keyOf = (entity: LedgerEntity, row: Shape) => (entity === 'account' ? [row['id']] : [row['noticeId'], row['id']]);

/** Inserts a row with its lists. Says false, and changes nothing, where its id is taken. */
export async function insertRow(
  connection: Connection,
  entity: LedgerEntity,
  row: LedgerRow,
  at: Instant,
  by: string,
): Promise<boolean> {
  const table = entityTables[entity];
  const { changed } = await run(connection, table.insert, parameters(table, row, at, by));
  if (changed === 0) return false;
  await writeLinks(connection, table, row, null);
  return true;
}

/**
 * Puts a row in the place of the version before it. Says false, and changes nothing, where another version is there.
 * @param readBefore gives the row as it was, asked for only where the entity has lists of ids
 */
export async function updateRow(
  connection: Connection,
  entity: LedgerEntity,
  row: LedgerRow,
  at: Instant,
  by: string,
  readBefore: () => Promise<LedgerRow>,
): Promise<boolean> {
  const table = entityTables[entity];
  const { changed } = await run(connection, table.update, [
    ...parameters(table, row, at, by),
    ...keyOf(entity, row),
    row.version - 1,
  ]);
  if (changed === 0) return false;
  if (table.links.length > 0) await writeLinks(connection, table, row, await readBefore());
  return true;
}

const broken = (name: string) =>
  new OperatorError(`The table ${name} does not hold its lists in order. Run "pnpm noticeboard verify".`);

/** Gathers the lists of each owner. An order with gaps was not written by Noticeboard. */
function gather(name: string, rows: LinkRow[]): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const { owner, linked, position } of rows) {
    const list = lists.get(owner) ?? [];
    if (list.length !== position) throw broken(name);
    list.push(linked);
    lists.set(owner, list);
  }
  return lists;
}

async function complete(connection: Connection, table: EntityTable, rows: Shape[], where: string, values: unknown[]) {
  for (const row of rows) for (const list of table.lists) row[list] = JSON.parse(row[list] as string) as unknown;
  await Promise.all(
    table.links.map(async ({ field, table: name, owner, linked }) => {
      const found = await run<LinkRow>(
        connection,
        `select ${owner} as "owner", ${linked} as "linked", position from ${name}
         where ${where.replace(/\bid =/, `${owner} =`)} order by ${owner}, position`,
        values,
      );
      const lists = gather(name, found.rows);
      for (const row of rows) row[field] = lists.get(row['id'] as string) ?? [];
    }),
  );
}

/** Reads every row of an entity in a notice (of the installation, for accounts), in no order. */
export async function readRows<E extends LedgerEntity>(
  connection: Connection,
  entity: E,
  noticeId: string,
): Promise<Kept<LedgerRows[E]>[]> {
  const table = entityTables[entity];
  const [where, values] = entity === 'account' ? ['1 = 1', []] : ['notice_id = ?', [noticeId]];
  const { rows } = await run<Shape>(connection, `${table.select} where ${where}`, values);
  await complete(connection, table, rows, where, values);
  return rows as unknown[] as Kept<LedgerRows[E]>[];
}

/** Reads one row as it stands now; null where there is none. */
export async function readRow<E extends LedgerEntity>(
  connection: Connection,
  entity: E,
  key: { noticeId: string; id: string },
): Promise<Kept<LedgerRows[E]> | null> {
  const table = entityTables[entity];
  const values = keyOf(entity, key);
  const { rows } = await run<Shape>(connection, `${table.select} where ${table.key}`, values);
  await complete(connection, table, rows, table.key, values);
  return (rows[0] as Kept<LedgerRows[E]> | undefined) ?? null;
}
