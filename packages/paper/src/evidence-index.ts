/** The index of an archive of evidence, as one page of HTML beside the files. */
import { evidenceKinds } from '@noticeboard/domain/scales';
import type { EvidenceIndex, IndexedEvidence } from '@noticeboard/domain/views/evidence-index';
import { formatNumber, formatShortDate } from '@noticeboard/domain/words';
import type { ReactElement, ReactNode } from 'react';
import { h } from './element.ts';
import { mark } from './mark.ts';
import { pageOf } from './page.ts';
import { table, type Column } from './table.ts';

/** Gives the address under which the file of a piece is found, from where the table stands. */
type FileAddress = (line: IndexedEvidence) => string;

/** Gives where a piece is to be found: its file, its web address, or that it was erased by law. */
const placeOf = (line: IndexedEvidence, fileAt: FileAddress): ReactNode => {
  const { kept, url, erased, file } = line;
  if (kept) return h('a', { href: fileAt(line) }, file?.name ?? kept.path);
  return url === null ? erased : h('a', { href: url, rel: 'noreferrer' }, url);
};

const columnsOf = (fileAt: FileAddress): readonly Column<IndexedEvidence>[] => [
  {
    head: 'Evidence',
    rowHead: true,
    width: 34,
    cell: ({ caption, shows, mark: of }) => [caption, ' ', mark(of), h('span', { className: 'under' }, shows)],
  },
  { head: 'Kind', cell: ({ kind }) => evidenceKinds[kind].label },
  { head: 'Period', cell: ({ period }) => period ?? 'Not given' },
  {
    head: 'Evidence of',
    width: 24,
    cell: ({ links }) => links.map(({ words }) => h('span', { className: 'under' }, words)),
  },
  {
    head: 'Added',
    cell: ({ addedOn, addedBy }) => [formatShortDate(addedOn), h('span', { className: 'under' }, addedBy)],
  },
  {
    head: 'File or link',
    width: 18,
    cell: (line) => [
      placeOf(line, fileAt),
      line.kept ? h('span', { className: 'under hash' }, `SHA-256 ${line.kept.hash}`) : null,
    ],
  },
];

/** Gives the table of evidence, each piece with where it is to be found and the hash of its file. */
export const evidenceTable = ({ lines, asAt }: EvidenceIndex, fileAt: FileAddress): ReactElement =>
  table({
    caption: `Evidence as at ${asAt}`,
    columns: columnsOf(fileAt),
    rows: lines,
    empty: 'No evidence was on file.',
  });

/** Gives the page that lies beside the files of an archive and leads to each. */
export const renderEvidenceIndex = (index: EvidenceIndex): string => {
  const { notice, title, asAt, position } = index;
  return pageOf({
    title: `Evidence as at ${asAt}: ${notice}`,
    running: {
      left: notice,
      right: 'Index of evidence',
      foot: `As at ${asAt}. Ledger ${formatNumber(position.seq, 0)}, ${position.hash.slice(0, 8)}.`,
    },
    body: [
      h('h1', null, title),
      h(
        'p',
        { className: 'secondary' },
        `As at ${asAt}, entry ${formatNumber(position.seq, 0)} of the ledger. The newest version of each piece that was not withdrawn. The same rows are in index.csv.`,
      ),
      evidenceTable(index, ({ kept }) => kept?.path ?? ''),
    ],
  });
};
