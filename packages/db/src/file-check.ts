/** Checks the files that are kept against the ledger, which names each by its hash. */
import type { Connection } from './database.ts';
import type { Entry } from './entry.ts';
import { fileHashOf } from './files.ts';
import { run } from './statement.ts';

type Place = { chain: string; seq: number };

/** The files that the ledger names, by what names them: an entry of evidence, or a frozen document as it stands. */
export type NamedFiles = Map<string, Place & { hash: string }>;

/**
 * Notes the file that an entry names. An entry that was redacted names none, and a later version of a frozen document may say
 * that its page was erased by law.
 */
export function noteFile(files: NamedFiles, { chain, seq, entity, entityId, rowText }: Entry): void {
  if ((entity !== 'evidence' && entity !== 'frozen') || rowText === null) return;
  const { fileHash } = JSON.parse(rowText) as { fileHash?: unknown };
  const key = `${chain} ${entity} ${entity === 'frozen' ? entityId : seq}`;
  if (typeof fileHash === 'string') files.set(key, { chain, seq, hash: fileHash });
  else files.delete(key);
}

/** Gives each hash that is named, with the first entry that names it. */
const placesOf = (named: NamedFiles): Map<string, Place> => {
  const places = new Map<string, Place>();
  for (const { hash, chain, seq } of named.values()) if (!places.has(hash)) places.set(hash, { chain, seq });
  return places;
};

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
  const missing = placesOf(named);
  for await (const { hash, size, bytes } of filesOf(connection)) {
    const place = missing.get(hash);
    missing.delete(hash);
    if (fileHashOf(bytes) === hash && bytes.length === size) continue;
    return place
      ? { ...place, sentence: `The file that entry ${place.seq} of ${place.chain} names was changed.` }
      : { chain: null, seq: null, sentence: `The file ${hash}, which nothing names, was changed.` };
  }
  for (const place of missing.values())
    return { ...place, sentence: `Entry ${place.seq} of ${place.chain} names a file that is not there.` };
  return null;
}
