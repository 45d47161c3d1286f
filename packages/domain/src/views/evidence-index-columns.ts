/** The columns of the index of evidence as a file. No rules here: the web's page of evidence carries none of them. */
import type { CsvColumn } from '../csv.ts';
import type { EvidencePage } from '../rules/evidence.ts';
import { evidenceKinds, marks } from '../scales.ts';
import type { EvidenceLine } from './evidence.ts';

const of = (page: EvidencePage, { links }: EvidenceLine): string =>
  links
    .filter(({ link }) => link.page === page)
    .map(({ words }) => words)
    .join('; ');

/**
 * Gives the columns: every piece with its kind, period, area, requirement, action and measure, what it shows, who added it when,
 * its mark, and its file or link.
 * @param areas the areas of the notice, by which it says those that a piece is about
 */
export const evidenceIndexColumns = (
  areas: readonly { id: string; number: number; title: string }[],
): CsvColumn<EvidenceLine>[] => [
  { head: 'Caption', cell: ({ caption }) => caption },
  { head: 'Kind', cell: ({ kind }) => evidenceKinds[kind].label },
  { head: 'What it shows', cell: ({ shows }) => shows },
  { head: 'Period', cell: ({ period }) => period },
  {
    head: 'Areas',
    cell: ({ areaIds }) =>
      areas
        .filter(({ id }) => areaIds.includes(id))
        .map(({ number, title }) => `${number} ${title}`)
        .join('; '),
  },
  { head: 'Requirements', cell: (line) => of('requirements', line) },
  { head: 'Actions', cell: (line) => of('actions', line) },
  { head: 'Measures', cell: (line) => of('measures', line) },
  { head: 'Organisations', cell: ({ organisations }) => organisations.join('; ') },
  { head: 'Added by', cell: ({ addedBy }) => addedBy },
  { head: 'Added on', cell: ({ addedOn }) => addedOn },
  { head: 'Earlier versions', cell: ({ earlier }) => earlier },
  { head: 'Source mark', cell: ({ mark }) => marks[mark].label },
  { head: 'File', cell: ({ file }) => file?.name ?? null },
  { head: 'Web address', cell: ({ url }) => url },
];
