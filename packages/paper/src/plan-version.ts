/** A version of the plan as one page of HTML: its areas with their actions and targets, then the requirements. */
import type { PlanOnPaper } from '@noticeboard/domain/views/plan-on-paper';
import type { ReactElement } from 'react';
import { h } from './element.ts';
import { illustrative } from './mark.ts';
import { linked, type Links } from './pack/link.ts';
import { pageOf } from './page.ts';
import { block, heading } from './section.ts';
import { table } from './table.ts';

type Area = PlanOnPaper['areas'][number];

const under = (words: string | null): ReactElement | null =>
  words === null ? null : h('span', { className: 'under' }, words);

const actionsOf = ({ number, actions }: Area, links: Links): ReactElement =>
  table({
    caption: `Actions of area ${number}`,
    rows: actions,
    empty: 'No action has this area as its first.',
    columns: [
      { head: 'No.', width: 7, cell: ({ code }) => code },
      {
        head: 'Action',
        rowHead: true,
        cell: ({ id, title, success }) => [linked(links, { page: 'actions', id }, title), under(success)],
      },
      { head: 'Lead', width: 26, cell: ({ lead }) => lead },
      { head: 'Due', width: 14, nowrap: true, cell: ({ due }) => due },
    ],
  });

const measuresOf = ({ number, measures }: Area, links: Links): ReactElement =>
  table({
    caption: `Measures of area ${number}`,
    rows: measures,
    empty: 'No measure belongs to this area.',
    columns: [
      { head: 'No.', width: 7, cell: ({ code }) => code },
      { head: 'Measure', rowHead: true, cell: ({ id, title }) => linked(links, { page: 'measures', id }, title) },
      { head: 'Baseline', width: 12, cell: ({ baseline }) => baseline },
      { head: 'Targets', width: 38, cell: ({ targets }) => targets },
    ],
  });

const areaOf = (area: Area, links: Links): ReactElement =>
  h(
    'div',
    { className: 'page' },
    heading(2, `Area ${area.number}: ${area.title}`, { id: `area-${area.number}` }),
    h('p', { className: 'lead' }, area.statement),
    block(3, 'Actions', {}, actionsOf(area, links)),
    block(3, 'Measures and targets', {}, measuresOf(area, links)),
  );

const requirementsOf = ({ requirements }: PlanOnPaper, links: Links): ReactElement =>
  h(
    'div',
    { className: 'page' },
    heading(2, 'Requirements', { id: 'requirements' }),
    table({
      caption: 'What the notice requires',
      rows: requirements,
      empty: 'No requirement is recorded.',
      columns: [
        { head: 'No.', width: 7, cell: ({ code }) => code },
        {
          head: 'Requirement',
          rowHead: true,
          cell: ({ id, title, text }) => [linked(links, { page: 'requirements', id }, title), under(text)],
        },
        { head: 'Due', width: 24, cell: ({ due }) => due },
      ],
    }),
  );

const contents = ({ areas }: PlanOnPaper): ReactElement =>
  h(
    'nav',
    { 'aria-label': 'Contents' },
    h(
      'ol',
      { className: 'list' },
      areas.map(({ number, title }) => h('li', { value: number }, h('a', { href: `#area-${number}` }, title))),
    ),
    h('p', null, h('a', { href: '#requirements' }, 'Requirements')),
  );

/**
 * Gives a version of the plan as a whole page of HTML, without a script.
 * @param links gives the address of a page of the notice, as it stood at the position of the version, from its path
 */
export const renderPlanVersion = (plan: PlanOnPaper, links: Links): string => {
  const { noticeTitle, fictional, title, what, note, asAt, position, counts } = plan;
  return pageOf({
    title: `${title}: ${noticeTitle}`,
    running: {
      left: `${noticeTitle}${fictional ? ' (fictional)' : ''}`,
      right: what,
      foot: `As at ${asAt}. Ledger ${position.seq}, ${position.short}.`,
    },
    body: [
      h(
        'div',
        { className: 'cover' },
        h('h1', null, title),
        h('p', { className: 'lead' }, `${what}. ${counts}. `, illustrative(plan.illustrative)),
        note === null ? null : h('p', null, note),
        h('p', { className: 'secondary hash' }, `verify --head ${position.head}`),
        block(2, 'Contents', {}, contents(plan)),
      ),
      ...plan.areas.map((area) => areaOf(area, links)),
      requirementsOf(plan, links),
    ],
  });
};
