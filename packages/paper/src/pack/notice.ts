/** The notice on a page. */
import type { ReactElement } from 'react';
import { h } from '../element.ts';
import { impacts, keysOf, type Impact } from '@noticeboard/domain/scales';
import type { PackAreaLine, PackNotice } from '@noticeboard/domain/views/pack-notice';
import type { RequirementLine } from '@noticeboard/domain/views/position-requirements';
import { formatNumber, plural } from '@noticeboard/domain/words';
import { deliveryBar, deliveryKey } from '../bar.ts';
import { figure } from '../figure.ts';
import { apart, briefMark, illustrative, marks } from '../mark.ts';
import { block } from '../section.ts';
import { shape } from '../shape.ts';
import { status } from '../status.ts';
import { timeStrip } from '../strip.ts';
import { table, type Column } from '../table.ts';
import { linked, type Links } from './link.ts';

/** Writes the month of a day in three letters. */
const inShort = (words: string): string => words.replaceAll(/(?<=\d )(\p{L}{3})\p{L}+(?= \d{4})/gu, '$1');

const requirementColumns = (links: Links): Column<RequirementLine>[] => [
  { head: 'No.', cell: ({ code }) => code, width: 6 },
  {
    head: 'What the notice requires',
    rowHead: true,
    cell: ({ id, title }) => linked(links, { page: 'requirements', id }, title),
  },
  {
    head: 'Due',
    width: 27,
    cell: ({ due, next }) =>
      due === null
        ? 'No date given'
        : [
            h(next ? 'strong' : 'span', null, inShort(due.words)),
            ' ',
            due.disputed === null ? null : [marks({ mark: 'own', disputed: due.disputed }), ' '],
            h('span', { className: 'secondary' }, due.days),
          ],
  },
  { head: 'State', width: 16, cell: ({ state }) => status(state, { quiet: true }) },
];

/** Gives the counts of each kind of impact that there is, as shapes with numbers; the key says what each shape is. */
const counts = (impact: Readonly<Record<Impact, number>>): ReactElement | ReactElement[] => {
  const shown = keysOf(impacts).filter((key) => impact[key] > 0);
  if (shown.length === 0) return h('span', { className: 'secondary' }, 'No measures');
  return shown.map((key) =>
    h(
      'span',
      { className: 'count nowrap', role: 'img', 'aria-label': `${impact[key]} ${impacts[key].label.toLowerCase()}` },
      shape(impacts[key].tone),
      h('strong', null, formatNumber(impact[key], 0)),
    ),
  );
};

const impactKey = (impact: Readonly<Record<Impact, number>>): ReactElement =>
  h(
    'ul',
    { className: 'key' },
    keysOf(impacts)
      .filter((key) => impact[key] > 0)
      .map((key) => h('li', null, status(impacts[key], { quiet: true }))),
  );

const areaColumns: Column<PackAreaLine>[] = [
  {
    head: 'Area',
    rowHead: true,
    width: 19,
    cell: ({ number, title, released }) => [
      `${number} ${title}`,
      released === null ? null : h('span', { className: 'under' }, released),
    ],
  },
  { head: 'Delivery', width: 19, cell: ({ delivery }) => deliveryBar(delivery, { perAction: 0.37 }) },
  { head: 'Impact', width: 15, cell: ({ impact }) => counts(impact) },
  {
    head: 'Worst',
    cell: ({ worst, brief }) =>
      worst === null
        ? h('span', { className: 'secondary' }, 'Nothing red, amber or unread')
        : [
            status(worst),
            ' ',
            h('span', { className: 'secondary' }, brief),
            ' ',
            worst.source ? briefMark(worst.source) : null,
          ],
  },
  {
    head: 'Last judgement',
    width: 22,
    cell: ({ judged }) =>
      judged === null
        ? h('span', { className: 'secondary' }, 'Not judged')
        : [
            status(judged, { quiet: true }),
            h('span', { className: 'under nowrap' }, judged.by, ' ', apart(judged.source)),
          ],
  },
];

const areasTable = (notice: PackNotice): ReactElement => {
  const { totals, areas } = notice;
  return table({
    caption: 'Areas of weakness: actions by delivery, measures by impact, the worst and the last judgement',
    columns: areaColumns,
    rows: areas,
    empty: 'No areas are recorded yet.',
    foot: h(
      'tr',
      null,
      h('th', { scope: 'row' }, 'All areas'),
      h('td', null, plural(totals.actions, 'action')),
      h('td', { colSpan: 2 }, counts(totals.impact)),
      h('td', { className: 'secondary' }, 'Never averaged'),
    ),
  });
};

const completion = ({ completion: found, illustrative: made }: PackNotice): ReactElement =>
  found === null
    ? block(3, 'Planned against actual completion', {}, h('p', { className: 'empty' }, 'The plan has no actions yet.'))
    : h(
        'section',
        { className: 'block' },
        figure(found.chart, {
          narrow: true,
          beside: illustrative(made.actions),
        }),
      );

/** The first of the figures is the message of the chart above them. */
const keyFigures = ({ figures }: PackNotice): ReactElement =>
  h(
    'ul',
    { className: 'plain' },
    figures
      .slice(1)
      .map(({ value, of, words, illustrative: is }) =>
        h('li', { className: 'figure-line' }, h('strong', null, value), ` of ${of} ${words} `, illustrative(is)),
      ),
  );

/** Gives the notice on a page. */
export const noticeOf = (notice: PackNotice, links: Links): ReactElement => {
  const { headline, issued, strip, requirements, illustrative: made } = notice;
  return h(
    'div',
    { className: 'page dense tight' },
    h('p', { className: 'over' }, `The notice on a page. ${issued}`),
    h('h2', { id: 'notice' }, headline.title),
    headline.beside.map((words) => h('p', { className: 'lead' }, words)),
    block(3, 'The notice over time', { beside: h('span', { className: 'meta' }, strip.counted) }, timeStrip(strip)),
    h(
      'div',
      { className: 'columns wide-narrow' },
      block(
        3,
        'Requirements',
        {},
        table({
          caption: 'What the notice requires, when it is due and its state',
          columns: requirementColumns(links),
          rows: requirements,
          empty: 'No requirements are recorded yet.',
          emphasis: ({ next }) => next,
        }),
      ),
      h('div', null, completion(notice), keyFigures(notice)),
    ),
    block(
      3,
      notice.totals.title,
      { beside: illustrative(made.actions) },
      h('div', { className: 'keys' }, deliveryKey(notice.totals.delivery), impactKey(notice.totals.impact)),
      areasTable(notice),
    ),
  );
};
