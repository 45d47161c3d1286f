/** The submission for a review by DfE as one page of HTML: what a browser prints on A4. */
import type { AreaReadiness, Share } from '@noticeboard/domain/views/area-readiness';
import type { CheckpointArea, CheckpointMeasure } from '@noticeboard/domain/views/checkpoint-grid';
import type {
  AskedAction,
  AskedException,
  AskedMeasure,
  AskedRequirement,
} from '@noticeboard/domain/views/review-asks';
import type { SubmissionView } from '@noticeboard/domain/views/submission';
import { formatNumber } from '@noticeboard/domain/words';
import type { ReactElement, ReactNode } from 'react';
import { h } from './element.ts';
import { evidenceTable } from './evidence-index.ts';
import { illustrative, marksKey } from './mark.ts';
import { linked, type Links } from './pack/link.ts';
import { pageOf } from './page.ts';
import { block } from './section.ts';
import { status } from './status.ts';
import { table } from './table.ts';

const sections = [
  ['requirements', 'Requirements, and what shows them'],
  ['areas', 'Areas, and how ready each is'],
  ['checkpoints', 'Measures by checkpoint'],
  ['measures', 'Measures due'],
  ['actions', 'Actions without evidence of impact'],
  ['exceptions', 'Exceptions that nobody explained'],
  ['evidence', 'Index of evidence'],
] as const;
type Section = (typeof sections)[number][0];

const titleOf = (section: Section): string => sections.find(([key]) => key === section)?.[1] ?? '';

const under = (words: ReactNode): ReactElement => h('span', { className: 'under' }, words);

const shareOf = ({ count, of }: Share): string =>
  of === 0 ? 'None asked' : `${formatNumber(count, 0)} of ${formatNumber(of, 0)}`;

const cover = ({ asAt, authority, review, number, position, asks, index, illustrative: made }: SubmissionView) =>
  h(
    'section',
    { className: 'cover' },
    h('p', { className: 'secondary' }, `Submission ${number} of ${authority}`, ' ', illustrative(made)),
    h('h1', null, `${review.title}, ${review.day}`),
    h(
      'p',
      { className: 'secondary' },
      `As at ${asAt}, entry ${formatNumber(position.seq, 0)} of the ledger. It stands as it was frozen, whatever is recorded later.`,
    ),
    h('p', { className: 'secondary hash' }, `verify --head ${position.seq}:${position.hash}`),
    block(
      2,
      'What is missing, as the council sees it',
      {},
      asks.missing.length === 0
        ? h('p', null, 'Nothing that a review asks for is missing.')
        : h(
            'ul',
            { className: 'list' },
            asks.missing.map((words) => h('li', null, words)),
          ),
      h('p', null, `${index.title}: the index at the end names each, with the SHA-256 of its file.`),
    ),
    block(
      2,
      'Contents',
      {},
      h(
        'ul',
        { className: 'plain contents' },
        sections.map(([id, title]) => h('li', null, h('a', { href: `#${id}` }, title))),
      ),
    ),
    block(2, 'Where a figure comes from', { className: 'small' }, marksKey()),
  );

const requirements = ({ asks }: SubmissionView, links: Links) =>
  table<AskedRequirement>({
    caption: titleOf('requirements'),
    rows: asks.requirements,
    empty: 'No requirement is recorded.',
    columns: [
      {
        head: 'Requirement',
        rowHead: true,
        width: 34,
        cell: ({ id, code, title }) => linked(links, { page: 'requirements', id }, `${code} ${title}`),
      },
      { head: 'State', cell: ({ state, days }) => [status(state), under(days)] },
      { head: 'Government’s decision', cell: ({ decision }) => status(decision, { quiet: true }) },
      {
        head: 'Shown by',
        width: 30,
        cell: ({ shownBy }) =>
          shownBy.length === 0 ? 'No evidence is linked to it' : shownBy.map(({ caption }) => under(caption)),
      },
    ],
  });

const areas = ({ asks }: SubmissionView, links: Links) =>
  table<AreaReadiness>({
    caption: titleOf('areas'),
    rows: asks.areas,
    empty: 'No checkpoint is set.',
    columns: [
      {
        head: 'Area',
        rowHead: true,
        width: 44,
        cell: ({ id, number, title }) => linked(links, { page: 'areas', id }, `${number} ${title}`),
      },
      { head: 'Targets met', numeric: true, cell: ({ met }) => shareOf(met) },
      { head: 'On trajectory', numeric: true, cell: ({ onTrajectory }) => shareOf(onTrajectory) },
      { head: 'No data', numeric: true, cell: ({ noData }) => shareOf(noData) },
      { head: 'Actions evidenced', numeric: true, cell: ({ evidenced }) => shareOf(evidenced) },
    ],
  });

const gridOf = ({ grid }: SubmissionView, { measures, number, title }: CheckpointArea, links: Links) => [
  h('h3', { className: 'minor' }, `Area ${number}, ${title}`),
  table<CheckpointMeasure>({
    caption: `Measures of area ${number} by checkpoint`,
    rows: measures,
    empty: 'No measure has a target.',
    columns: [
      {
        head: 'Measure',
        rowHead: true,
        width: 28,
        cell: ({ id, code, title: name }) => linked(links, { page: 'measures', id }, `${code} ${name}`),
      },
      ...grid.heads.map(({ label, date }, place) => ({
        head: `${label}, ${date}`,
        // What the names of the measures leave, in equal parts: the columns of every area stand under each other.
        width: Math.floor(72 / grid.heads.length),
        cell: ({ cells }: CheckpointMeasure) => {
          const cell = cells[place];
          return cell ? [status(cell.status, { quiet: true }), under(cell.words)] : '';
        },
      })),
    ],
  }),
];

const measures = ({ asks }: SubmissionView, links: Links) =>
  table<AskedMeasure>({
    caption: titleOf('measures'),
    rows: asks.measures,
    empty: 'No measure has a target at this checkpoint.',
    columns: [
      {
        head: 'Measure',
        rowHead: true,
        width: 40,
        cell: ({ id, code, title }) => linked(links, { page: 'measures', id }, `${code} ${title}`),
      },
      { head: 'Standing', cell: ({ readiness }) => status(readiness, { quiet: true }) },
      { head: 'Reading that counts', cell: ({ latest }) => latest ?? 'None' },
      { head: 'Target', numeric: true, cell: ({ target }) => target ?? 'None' },
    ],
  });

const actions = ({ asks }: SubmissionView, links: Links) =>
  table<AskedAction>({
    caption: titleOf('actions'),
    rows: asks.actions,
    empty: 'Every action that was due has evidence of impact.',
    columns: [
      {
        head: 'Action',
        rowHead: true,
        width: 40,
        cell: ({ id, code, title }) => linked(links, { page: 'actions', id }, `${code} ${title}`),
      },
      { head: 'Lead', cell: ({ lead }) => lead ?? 'Nobody' },
      { head: 'First due', cell: ({ due }) => due },
      { head: 'Delivery', cell: ({ delivery }) => status(delivery, { quiet: true }) },
      { head: 'Lacks', cell: ({ lacks }) => lacks },
    ],
  });

const exceptions = ({ asks }: SubmissionView, links: Links) =>
  table<AskedException>({
    caption: titleOf('exceptions'),
    rows: asks.exceptions,
    empty: 'Every measure that asks for it was explained.',
    columns: [
      {
        head: 'Measure',
        rowHead: true,
        width: 34,
        cell: ({ id, code, title }) => linked(links, { page: 'measures', id }, `${code} ${title}`),
      },
      { head: 'Owner', cell: ({ owner }) => owner ?? 'Nobody' },
      { head: 'Why it asks', width: 44, cell: ({ words }) => words },
    ],
  });

const section = (id: Section, after: string, ...children: ReactNode[]): ReactElement =>
  block(2, `${titleOf(id)}${after}`, { id }, ...children);

/**
 * Gives the submission as a whole page of HTML, without a script.
 * @param links gives the address of a page of the notice, as it stood at the position of the submission, from its path
 */
export const renderSubmission = (submission: SubmissionView, links: Links): string => {
  const { noticeTitle, fictional, review, asAt, position, number, asks, grid, index } = submission;
  const of = asks.checkpoint === null ? '' : `, for ${asks.checkpoint.label}, ${asks.checkpoint.date}`;
  return pageOf({
    title: `Submission ${number} for ${review.title}, ${review.day}: ${noticeTitle}`,
    running: {
      left: `${noticeTitle}${fictional ? ' (fictional)' : ''}`,
      right: `Submission for the review of ${review.day}`,
      foot: `As at ${asAt}. Ledger ${formatNumber(position.seq, 0)}, ${position.hash.slice(0, 8)}.`,
    },
    body: [
      cover(submission),
      section('requirements', '', requirements(submission, links)),
      section('areas', of, areas(submission, links)),
      section('checkpoints', '', ...grid.areas.flatMap((area) => gridOf(submission, area, links))),
      section('measures', of, measures(submission, links)),
      section('actions', '', actions(submission, links)),
      section('exceptions', '', exceptions(submission, links)),
      section(
        'evidence',
        '',
        evidenceTable(index, ({ id }) => links(`/evidence/${id}`)),
      ),
    ],
  });
};
