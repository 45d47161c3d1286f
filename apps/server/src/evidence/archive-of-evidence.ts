/** The archive of the evidence of a notice: an index as a page and as CSV, and the files beside it. */
import { Readable } from 'node:stream';
import type { Connection } from '@noticeboard/db/database';
import { keptAmong, readFile } from '@noticeboard/db/files';
import type { IsoDate } from '@noticeboard/domain/fields';
import type { Plan } from '@noticeboard/domain/plan';
import { evidenceIndexCsv, evidenceIndexOf } from '@noticeboard/domain/views/evidence-index';
import { renderEvidenceIndex } from '@noticeboard/paper/evidence-index';
import { ZipFile } from 'yazl';

/** SQLite takes no more parameters than this in one statement, by far. */
const askedAtOnce = 1000;

/** Gives which files of the evidence of a plan are kept, by their hashes: what was erased by law is not. */
export const keptFilesOf = async (connection: Connection, { evidence }: Plan): Promise<ReadonlySet<string>> => {
  const hashes = [...new Set(evidence.flatMap(({ fileHash }) => fileHash ?? []))];
  const kept = new Set<string>();
  for (let start = 0; start < hashes.length; start += askedAtOnce)
    for (const hash of await keptAmong(connection, hashes.slice(start, start + askedAtOnce))) kept.add(hash);
  return kept;
};

/** Gives a file once it is its turn, so that no two are in memory. */
const fileOf = async (connection: Connection, hash: string): Promise<Readable> => {
  const bytes = await readFile(connection, hash);
  if (!bytes) throw new Error('A file was erased while the archive was being made');
  return Readable.from([bytes]);
};

/** How a file of a day stands in the archive. */
const at = (day: IsoDate) => ({ mtime: new Date(`${day}T12:00:00Z`), compress: false });

/**
 * Makes the archive of what counts on a day. Nothing in it is packed, since most files are already: so its size is known before.
 * @returns its bytes as they are made, which fail where a file is erased meanwhile; and how many there will be
 */
export const archiveOfEvidence = async (
  connection: Connection,
  plan: Plan,
  today: IsoDate,
): Promise<{ bytes: Readable; size: number }> => {
  const kept = await keptFilesOf(connection, plan);
  const index = evidenceIndexOf(plan, today, (hash) => kept.has(hash));
  const zip = new ZipFile();
  // Excel takes a file for UTF-8 only where it starts with this mark.
  zip.addBuffer(Buffer.from(`\uFEFF${evidenceIndexCsv(index)}`), 'index.csv', at(today));
  zip.addBuffer(Buffer.from(renderEvidenceIndex(index)), 'index.html', at(today));
  const bytes = zip.outputStream as Readable;
  for (const { kept: file, addedOn } of index.lines) {
    if (!file) continue;
    zip.addReadStreamLazy(file.path, { ...at(addedOn), size: file.bytes }, (give) => {
      fileOf(connection, file.hash).then(
        (stream) => give(null, stream),
        (error: unknown) => bytes.destroy(error as Error),
      );
    });
  }
  zip.on('error', (error: Error) => bytes.destroy(error));
  const size = await new Promise<number>((resolve) => {
    const give: (total: number) => void = resolve;
    zip.end(undefined, give as () => void);
  });
  return { bytes, size };
};
