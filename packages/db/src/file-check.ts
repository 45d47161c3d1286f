/** Checks the files of evidence against the ledger, which names each by its hash. */
import type { Connection } from './database.ts';
import type { Entry } from './entry.ts';
import { fileHashOf } from './files.ts';
import { run } from './statement.ts';

type Place = { chain: string; seq: number };

/** The files that entries name, by their hash, each with the first entry that does. */
export type NamedFiles = Map<string, Place>;

/** Notes the file that an entry names. An entry that was redacted names none. */
export function noteFile(files: NamedFiles, { chain, seq, entity, rowText }: Entry): void {
  if (entity !== 'evidence' || rowText === null) return;
  const { fileHash } = JSON.parse(rowText) as { fileHash?: unknown };
  if (typeof fileHash === 'string' && !files.has(fileHash)) files.set(fileHash, { chain, seq });
}

/** Gives the files one by one, each of which may have 15 MB. */
async function* filesOf(connection: Connection): AsyncGenerator<{ hash: string; size: number; bytes: Uint8Array }> {
  for (let after = ''; ;) {
    const { rows } = await run<{ hash: string; size: number; bytes: Uint8Array }>(
      connection,
      'select hash, size, bytes from file where hash > ? order by hash limit 1',
      [after],
    );
    const [file] = rows;
    if (!file) return;
    yield file;
    after = file.hash;
  }
}

/** Finds the first file whose bytes are not those that were hashed, or that an entry names and nothing holds; null where all is well. */
export async function faultInFiles(
  connection: Connection,
  named: NamedFiles,
): Promise<{ chain: string | null; seq: number | null; sentence: string } | null> {
  const missing = new Map(named);
  for await (const { hash, size, bytes } of filesOf(connection)) {
    const place = missing.get(hash);
    missing.delete(hash);
    if (fileHashOf(bytes) === hash && bytes.length === size) continue;
    return place
      ? { ...place, sentence: `The file that entry ${place.seq} of ${place.chain} names was changed.` }
      : { chain: null, seq: null, sentence: `The file ${hash}, which no evidence names, was changed.` };
  }
  for (const place of missing.values())
    return { ...place, sentence: `Entry ${place.seq} of ${place.chain} names a file that is not there.` };
  return null;
}
