/** The index of evidence that a reviewer takes away: every piece that counts, and under which name its file lies beside it. */
import { toCsv } from '../csv.ts';
import type { IsoDate } from '../fields.ts';
import type { Head, Plan } from '../plan.ts';
import { currentEvidence } from '../rules/evidence.ts';
import { planOn } from '../rules/known.ts';
import { formatDate, formatNumber, plural } from '../words.ts';
import { evidenceListOf, type EvidenceLine } from './evidence.ts';
import { evidenceIndexColumns } from './evidence-index-columns.ts';

/** One piece of evidence with its file. */
export type IndexedEvidence = EvidenceLine & {
  /** Its file in the archive and what is in it; null for a link, and where the file was erased by law. */
  kept: { path: string; hash: string; bytes: number } | null;
  /** What stands in place of a file that was erased by law; null where none was. */
  erased: string | null;
};

export type EvidenceIndex = {
  today: IsoDate;
  /** "Kent County Council, SEND Improvement Notice". */
  notice: string;
  title: string;
  asAt: string;
  /** The position of the ledger that it was made from. */
  position: Head;
  areas: { id: string; number: number; title: string }[];
  /** Newest first. */
  lines: IndexedEvidence[];
};

const longestName = 80;

/**
 * Gives the name of a file in an archive, which every system unpacks: its place in the index, then letters, digits, dots and
 * dashes of its own name, with its ending. The place makes it unique.
 */
export const archiveName = (place: number, name: string): string => {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-');
  const [, stem = '', ending = ''] = /^(.+?)(\.[A-Za-z0-9]{1,10})?$/.exec(plain) ?? [];
  const short = stem.slice(0, longestName).replaceAll(/^[.-]+|[.-]+$/g, '');
  return `${String(place).padStart(3, '0')}-${short === '' ? 'evidence' : short}${ending.toLowerCase()}`;
};

/**
 * Gives the index of all evidence that counts on a day.
 * @param isKept says whether the file of a hash is still there: one that was erased by law is not
 */
export const evidenceIndexOf = (entire: Plan, today: IsoDate, isKept: (hash: string) => boolean): EvidenceIndex => {
  const list = evidenceListOf(entire, today);
  const rows = new Map(currentEvidence(planOn(entire, today)).map((row) => [row.id, row]));
  const lines = list.lines.map((line, index): IndexedEvidence => {
    const { fileHash = null, fileName = null, bytes = null } = rows.get(line.id) ?? {};
    const there = fileHash !== null && bytes !== null && isKept(fileHash);
    return {
      ...line,
      kept: there ? { path: `files/${archiveName(index + 1, fileName ?? 'evidence')}`, hash: fileHash, bytes } : null,
      erased: there || line.url !== null ? null : 'The file was erased by law',
    };
  });
  return {
    today,
    notice: entire.notice.title,
    title: `${plural(lines.length, 'piece')} of evidence, ${formatNumber(lines.filter(({ kept }) => kept).length, 0)} with a file`,
    asAt: formatDate(today),
    position: entire.head,
    areas: list.areas,
    lines,
  };
};

/** Writes the index as CSV: what the page of evidence gives, and where each file lies, with its SHA-256. */
export const evidenceIndexCsv = ({ areas, lines }: EvidenceIndex): string =>
  toCsv<IndexedEvidence>(
    [
      ...evidenceIndexColumns(areas),
      { head: 'In this archive', cell: ({ kept, erased }) => kept?.path ?? erased },
      { head: 'SHA-256', cell: ({ kept }) => kept?.hash ?? null },
      { head: 'Size in bytes', cell: ({ kept }) => kept?.bytes ?? null },
    ],
    lines,
  );
