import { CompiledQuery } from 'kysely';
import type { Connection } from './database.ts';
import type { DialectName } from './migrate.ts';

const numbered = new Map<string, string>();

/** Gives a statement written with `?` as the database writes its parameters. */
function written(dialect: DialectName, text: string): string {
  if (dialect === 'sqlite') return text;
  const found = numbered.get(text);
  if (found !== undefined) return found;
  let count = 0;
  const result = text.replaceAll('?', () => `$${(count += 1)}`);
  numbered.set(text, result);
  return result;
}

/** The rows that a statement gave, and how many it changed. */
type Outcome<Row> = { rows: Row[]; changed: number };

/** Runs a fixed statement, its parameters written as `?`. What runs on every change or request is not compiled each time. */
export async function run<Row>(
  { kysely, dialect }: Connection,
  text: string,
  parameters: readonly unknown[],
): Promise<Outcome<Row>> {
  const { rows, numAffectedRows } = await kysely.executeQuery<Row>(
    CompiledQuery.raw(written(dialect, text), [...parameters]),
  );
  return { rows, changed: Number(numAffectedRows ?? 0) };
}
