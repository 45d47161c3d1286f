/** The annexes of a pack: every action, measure and piece of evidence, and the figures behind the charts. */
import type { ReactElement } from 'react';
import { evidenceKinds } from '@noticeboard/domain/scales';
import type { EvidenceLine, EvidenceListView } from '@noticeboard/domain/views/evidence';
import type { MeasureLine } from '@noticeboard/domain/views/measures';
import { tablesHeading, type PackTable } from '@noticeboard/domain/views/pack';
import type { PackAction, PackActionGroup } from '@noticeboard/domain/views/pack-actions';
import { formatShortDate, plural } from '@noticeboard/domain/words';
import { h } from '../element.ts';
import { apart, mark, marks } from '../mark.ts';
import { heading } from '../section.ts';
import { status } from '../status.ts';
import { table, type Column } from '../table.ts';
import { linked, type Links } from './link.ts';
import { register } from './registers.ts';

const under = (words: string | null): ReactElement | null =>
  words === null ? null : h('span', { className: 'under' }, words);

const actionColumns = (links: Links): Column<PackAction>[] => [
  { head: 'No.', width: 5, cell: ({ code }) => code },
  { head: 'Action', rowHead: true, width: 29, cell: ({ id, title }) => linked(links, { page: 'actions', id }, title) },
  { head: 'Lead', width: 22, cell: ({ lead, organisation }) => [lead ?? 'No lead', under(organisation)] },
  {
    head: 'Delivery and stage',
    width: 14,
    cell: ({ delivery, stage }) => [status(delivery, { quiet: true }), under(stage)],
  },
  { head: 'Original', nowrap: true, cell: ({ original }) => original },
  { head: 'Current', nowrap: true, cell: ({ current, moved }) => [current, under(moved)] },
  { head: 'Forecast', nowrap: true, cell: ({ forecast }) => forecast ?? 'None' },
];

/** Gives every action, each area under its own heading. */
export const actionsOf = (groups: readonly PackActionGroup[], links: Links): ReactElement => {
  const all = groups.flatMap(({ actions }) => actions);
  return register(
    {
      id: 'actions',
      annex: true,
      title: 'Annex: actions',
      message: `${plural(all.length, 'action')}, each in the area that it serves first.`,
      made: all.some(({ mark: of }) => of === 'illustrative'),
    },
    groups.length === 0
      ? h('p', { className: 'empty' }, 'The plan has no actions yet.')
      : groups.map(({ title, actions }) => [
          heading(3, title),
          table({ caption: `Actions of ${title}`, columns: actionColumns(links), rows: actions, empty: '' }),
        ]),
  );
};

const measureColumns = (links: Links): Column<MeasureLine>[] => [
  { head: 'No.', width: 6, cell: ({ code }) => code },
  {
    head: 'Measure',
    rowHead: true,
    width: 36,
    cell: ({ id, title, read, owner, beside }) => [
      linked(links, { page: 'measures', id }, title),
      under(`${read}. ${owner === null ? 'No owner' : `Owner: ${owner.title}`}.`),
      under(beside),
    ],
  },
  {
    head: 'Latest',
    width: 20,
    cell: ({ latest }) => [
      latest === null
        ? h('span', { className: 'secondary' }, 'No reading')
        : [
            h('strong', null, latest.words),
            ' ',
            marks(latest.source),
            under(`${latest.period}, ${latest.basis.toLowerCase()}`),
          ],
    ],
  },
  {
    head: 'Target',
    width: 15,
    cell: ({ target }) => (target === null ? 'No target' : [target.words, ' ', apart(target.source), under(target.at)]),
  },
  { head: 'Impact', width: 13, cell: ({ impact }) => status(impact, { quiet: true }) },
  { head: 'Direction', cell: ({ direction }) => direction.label },
];

/** Gives every measure with its latest reading. */
export const measuresOf = (lines: readonly MeasureLine[], links: Links): ReactElement =>
  register(
    {
      id: 'measures',
      annex: true,
      title: 'Annex: measures',
      message: `${plural(lines.length, 'measure')}, by number: the latest reading, the target in force and what that comes to.`,
      made: lines.some(({ target }) => target?.source.mark === 'illustrative'),
    },
    table({
      caption: 'Measures with their latest reading, target, impact and direction',
      columns: measureColumns(links),
      rows: lines,
      empty: 'The plan has no measures yet.',
    }),
  );

const evidenceColumns = (links: Links): Column<EvidenceLine>[] => [
  { head: 'Kind', width: 10, cell: ({ kind }) => evidenceKinds[kind].label },
  {
    head: 'Evidence',
    rowHead: true,
    width: 26,
    cell: ({ id, caption, file, mark: of }) => [
      linked(links, { page: 'evidence', id }, caption),
      ' ',
      of === 'illustrative' ? null : mark(of),
      under(file === null ? 'A link' : `${file.name}, ${file.size}`),
    ],
  },
  { head: 'What it shows', width: 27, cell: ({ shows, period }) => [shows, under(period)] },
  {
    head: 'Of what',
    width: 22,
    cell: ({ links: of }) => of.map(({ words }) => h('span', { className: 'line' }, words)),
  },
  { head: 'Added', cell: ({ addedOn, addedBy }) => [formatShortDate(addedOn), under(addedBy)] },
];

/** Gives every piece of evidence that counts. */
export const evidenceOf = ({ lines }: EvidenceListView, links: Links): ReactElement =>
  register(
    {
      id: 'evidence',
      annex: true,
      title: 'Annex: evidence',
      message: `${plural(lines.length, 'piece')} of evidence, the newest first. What is replaced or withdrawn is left out.`,
      made: lines.some(({ mark: of }) => of === 'illustrative'),
    },
    table({
      caption: 'Evidence: its kind, what it shows and of what',
      columns: evidenceColumns(links),
      rows: lines,
      empty: 'No evidence is recorded yet.',
    }),
  );

const chartTable = ({ id, title, table: of }: PackTable): ReactElement =>
  h(
    'section',
    { className: 'behind' },
    heading(3, of.caption, { id }),
    h('p', { className: 'meta' }, title),
    table({
      caption: of.caption,
      columns: of.columns.map(({ head, numeric }, index) => ({
        head,
        numeric,
        rowHead: index === 0,
        cell: (row: PackTable['table']['rows'][number]) => row[index]?.words ?? '',
      })),
      rows: of.rows,
      empty: 'There is nothing to show.',
      grid: true,
    }),
  );

/** Gives the figures behind every chart that is drawn, for those who do not see it or want to reckon with them. */
export const tablesOf = (tables: readonly PackTable[]): ReactElement =>
  register(
    {
      id: tablesHeading,
      annex: true,
      title: 'Annex: figures behind the charts',
      message: 'What each chart of this pack draws, row by row.',
    },
    h('div', { className: 'behind-all' }, tables.map(chartTable)),
  );
