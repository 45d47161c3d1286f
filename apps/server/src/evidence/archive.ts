/** Opens an archive (ZIP) that somebody sent: nothing it says of itself is believed. */
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { refuse } from './refuse.ts';

const inflated = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw);

/** What may still be unpacked of one file and the archives within it. It is used up as they are read. */
export type Budget = { entries: number; bytes: number };

/** Gives the budget of one file: 5,000 parts, and 100 MB unpacked. */
export const createBudget = (): Budget => ({ entries: 5_000, bytes: 100_000_000 });

/** Unpacked bytes that any part may have, and how many more for each packed one. Pages of figures come to 1 for 20. */
const freely = 10_000_000;
const mostForEach = 100;

const tooMuch = () =>
  refuse('The file unpacks to far more than a document needs, so it was not kept. Save it anew and send that.');
const damaged = () => refuse('The file is damaged or cut short. Open it, save it anew and send that.');

const opened = async (bytes: Buffer): Promise<ZipFile> => {
  try {
    return await fromBufferPromise(bytes, { lazyEntries: true });
  } catch {
    return damaged();
  }
};

const unpacked = async (zip: ZipFile, bytes: Buffer, entry: Entry, budget: Budget): Promise<Buffer> => {
  const { compressedSize, compressionMethod, uncompressedSize } = entry;
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = bytes.subarray(fileDataStart, fileDataStart + compressedSize);
  const most = Math.min(budget.bytes, freely + mostForEach * compressedSize);
  if (compressionMethod === 0) return packed.length > budget.bytes ? tooMuch() : packed;
  if (compressionMethod !== 8) return damaged();
  if (uncompressedSize > most) return tooMuch();
  const content = await inflated(packed, { maxOutputLength: Math.max(most, 1) });
  return content.length === uncompressedSize ? content : damaged();
};

/** A part of an archive, unpacked. */
export type Part = { name: string; bytes: Buffer };

/**
 * Gives the parts of an archive one by one, each really unpacked.
 * @throws DomainError where it is damaged, locked, or unpacks to more than the budget
 */
export async function* partsOf(bytes: Buffer, budget: Budget): AsyncGenerator<Part> {
  const zip = await opened(bytes);
  const names = new Set<string>();
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if ((budget.entries -= 1) < 0) tooMuch();
      // Two parts of one name would be read differently by different programs.
      if (names.has(name)) damaged();
      names.add(name);
      if (entry.isEncrypted()) refuse('The file is protected by a password. Save it without one and send that.');
      const content = await unpacked(zip, bytes, entry, budget);
      budget.bytes -= content.length;
      yield { name: entry.fileName, bytes: content };
    }
  } catch (error) {
    const { code, name } = error as { code?: unknown; name?: unknown };
    if (name === 'DomainError') throw error;
    if (code === 'ERR_BUFFER_TOO_LARGE') tooMuch();
    damaged();
  }
}
