/** One area of weakness on one page. */
import type { ReactElement, ReactNode } from 'react';
import { impacts, keysOf, type Impact } from '@noticeboard/domain/scales';
import type { PackArea, PackFigure } from '@noticeboard/domain/views/pack-area';
import type { JudgementLine } from '@noticeboard/domain/views/pack-notice';
import type { PackRisk } from '@noticeboard/domain/views/pack-risks';
import type { AreaSide } from '@noticeboard/domain/views/pack-since';
import type { SlippedLine } from '@noticeboard/domain/views/pack-slip';
import type { SourceView } from '@noticeboard/domain/views/source';
import { paper } from '@noticeboard/domain/drawing/chart';
import { formatNumber } from '@noticeboard/domain/words';
import { deliveryBar, deliveryKey } from '../bar.ts';
import { h } from '../element.ts';
import { figure } from '../figure.ts';
import { apart, briefMark, illustrative, mark, marks } from '../mark.ts';
import { block } from '../section.ts';
import { shape } from '../shape.ts';
import { status } from '../status.ts';
import { table, type Column } from '../table.ts';
import { linked, type Links } from './link.ts';

/** What the pages of all areas share: how many there are, the last board in words, and what is asked of whom. */
export type AreaFrame = { of: number; board: { words: string } | null; askedTitle: string; links: Links };
type Board = AreaFrame['board'];

/** Gives what was reported, after the word that says of what; or the sentence that nothing was. */
const said = (before: string, { words, given }: { words: string; given: boolean }): ReactElement =>
  given ? h('p', null, before === '' ? null : h('strong', null, before), words) : h('p', { className: 'empty' }, words);

const asked = ({ asks }: PackArea, { askedTitle, links }: AreaFrame): ReactElement | null =>
  asks.length === 0
    ? null
    : h(
        'div',
        { className: 'ask' },
        h('h3', { className: 'quiet secondary' }, askedTitle),
        asks.flatMap(({ label, items }) =>
          items.map((item) =>
            h('p', null, h('strong', null, `${label} `), linked(links, item.link, `${item.position}. ${item.title}`)),
          ),
        ),
      );

const impactWords = ({ impact, measures }: AreaSide): ReactNode => {
  if (measures === 0) return h('span', { className: 'secondary' }, 'No measures');
  return keysOf(impacts)
    .filter((key) => impact[key] > 0)
    .map((key: Impact) =>
      h(
        'span',
        { className: 'count nowrap' },
        shape(impacts[key].tone),
        `${formatNumber(impact[key], 0)} ${impacts[key].label.toLowerCase()}`,
      ),
    );
};

const judgements = (judged: readonly JudgementLine[]): ReactNode =>
  judged.length === 0
    ? h('span', { className: 'secondary' }, 'Not judged')
    : judged.map((each) =>
        h(
          'span',
          { className: 'judged' },
          status(each),
          h('span', { className: 'secondary' }, ` ${each.by} `),
          apart(each.source),
        ),
      );

const row = (name: string, ...cells: ReactElement[]): ReactElement =>
  h('tr', null, h('th', { scope: 'row' }, h('strong', null, name)), ...cells);
const cell = (head: string, words: ReactNode, span = 1): ReactElement =>
  h('td', { 'data-head': head, colSpan: span === 1 ? undefined : span }, words);

/** Gives how the area stands beside how it stood at the last board. What nobody judged since stands once, for both. */
const sinceTable = ({ since, why, illustrative: made }: PackArea, board: Board): ReactElement => {
  const { now, atBoard, changed, judgedSince } = since;
  const none = h('span', { className: 'secondary' }, 'Nothing to compare');
  const heads = [
    'Status',
    'Now',
    board === null ? 'Last board: none' : `Last board, ${board.words}`,
    'What changed',
  ] as const;
  const [, first, second, third] = heads;
  const widths = [10, 36, 26, 28];
  return h(
    'div',
    { className: 'since' },
    h(
      'table',
      null,
      h('caption', null, 'The area now and at the last board'),
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          heads.map((head, index) => h('th', { scope: 'col', style: { width: `${widths[index]}%` } }, head)),
        ),
      ),
      h(
        'tbody',
        null,
        row(
          'Delivery',
          cell(first, deliveryBar(now.delivery, { perAction: 0.72 })),
          cell(second, atBoard === null ? none : deliveryBar(atBoard.delivery, { perAction: 0.48 })),
          cell(third, changed.delivery),
        ),
        row(
          'Impact',
          cell(first, impactWords(now)),
          cell(second, atBoard === null ? none : impactWords(atBoard)),
          cell(third, changed.impact),
        ),
        judgedSince
          ? row(
              'Judgement',
              cell(first, judgements(now.judged)),
              cell(second, atBoard === null ? none : judgements(atBoard.judged)),
              cell(third, changed.judgement),
            )
          : row(
              'Judgement',
              cell(
                'Now and then',
                [judgements(now.judged), h('span', { className: 'secondary' }, changed.judgement)],
                3,
              ),
            ),
      ),
    ),
    h('div', { className: 'head' }, deliveryKey(now.delivery), illustrative(made.actions)),
    said('Why: ', why),
  );
};

const keyFigure = ({ title, link, words, under, impact, source }: PackFigure, links: Links): ReactElement =>
  h(
    'li',
    null,
    h(
      'span',
      { className: 'head' },
      h('strong', { className: words.length > 9 ? 'number-large long' : 'number-large' }, words),
      briefMark(source),
    ),
    h('strong', null, linked(links, link, title)),
    h('span', { className: 'line' }, under),
    status(impact),
  );

/** Lower than other charts on paper: what a timeliness is read beside has to stand under it on the same page. */
const besideWords = { ...paper, height: 236 };

/** Gives each mark once: of several sources of one kind the first stands for all. */
const distinct = (sources: readonly SourceView[]): SourceView[] =>
  sources.filter(
    (each, index) =>
      sources.findIndex(
        ({ mark: of, disputed }) => of === each.mark && (disputed === null) === (each.disputed === null),
      ) === index,
  );

const chartOf = ({ lead, noLead }: PackArea): ReactElement =>
  lead === null
    ? block(3, 'No measure to draw', {}, h('p', { className: 'empty' }, noLead))
    : h(
        'section',
        { className: 'block' },
        figure(lead.chart, {
          size: lead.beside === null ? paper : besideWords,
          under: [
            h(
              'p',
              { className: 'meta drawn' },
              status(lead.impact),
              distinct(lead.marks).map((each) => briefMark(each)),
              lead.earlier,
            ),
            lead.beside === null ? null : h('p', { className: 'meta' }, lead.beside),
          ],
        }),
      );

const measured = (area: PackArea, links: Links): ReactElement => {
  const { figures, others } = area;
  return h(
    'div',
    { className: 'columns two-one' },
    chartOf(area),
    h(
      'section',
      { className: 'block key-figures' },
      h('h3', { className: figures.length > 0 ? 'hidden' : undefined }, 'Other measures'),
      figures.length === 0
        ? null
        : h(
            'ul',
            { className: 'plain' },
            figures.map((each) => keyFigure(each, links)),
          ),
      h('p', { className: 'meta' }, others ?? 'It has no other measure.'),
    ),
  );
};

const changed = ({ changes }: PackArea, links: Links): ReactElement =>
  block(
    3,
    'Changed since the last board',
    {},
    changes.lines.length === 0
      ? h('p', { className: 'empty' }, changes.none)
      : h(
          'ul',
          { className: 'list' },
          changes.lines.map(({ what, link, before, after }) =>
            h(
              'li',
              null,
              linked(links, link, what),
              ': ',
              before === null ? '' : `${before} to `,
              after === null ? 'removed' : h('strong', null, after),
            ),
          ),
        ),
    changes.more === null ? null : h('p', { className: 'meta' }, changes.more),
  );

const effect = ({ effect: found, nextStep, illustrative: made }: PackArea): ReactElement =>
  block(
    3,
    'What it means for families',
    { beside: illustrative(made.report) },
    said('', found),
    found.proofs.length === 0
      ? found.given
        ? h('p', { className: 'empty' }, 'No evidence was named for it.')
        : null
      : h(
          'ul',
          { className: 'plain' },
          found.proofs.map(({ kind, shows, period, mark: of }) =>
            h(
              'li',
              null,
              h('strong', null, `${kind}: `),
              `${shows} `,
              period === null ? null : h('span', { className: 'secondary' }, `${period} `),
              of === 'illustrative' ? null : mark(of),
            ),
          ),
        ),
    said('Next step: ', nextStep),
  );

const slippedColumns = (links: Links): Column<SlippedLine>[] => [
  { head: 'Action or milestone', rowHead: true, width: 29, cell: ({ title, link }) => linked(links, link, title) },
  { head: 'State', width: 12, nowrap: true, cell: ({ state }) => status(state, { quiet: true }) },
  { head: 'Original', width: 9, nowrap: true, cell: ({ original }) => original },
  {
    head: 'Current',
    width: 11,
    nowrap: true,
    cell: ({ current, original }) => (current === original ? 'Not moved' : current),
  },
  { head: 'Forecast', width: 9, nowrap: true, cell: ({ forecast }) => forecast ?? 'None' },
  { head: 'Slip', numeric: true, width: 5, cell: ({ slip }) => formatNumber(slip, 0) },
  {
    head: 'How it recovers',
    cell: ({ recovery }) => recovery ?? h('span', { className: 'secondary' }, 'No plan given'),
  },
];

const slipped = ({ slipped: found, illustrative: made }: PackArea, links: Links): ReactElement =>
  block(
    3,
    'Slipped: days after the original date',
    { beside: h('span', { className: 'meta' }, found.more, ' ', illustrative(made.actions && found.lines.length > 0)) },
    table({
      caption: 'Actions and milestones that have slipped: original, current and forecast dates',
      columns: slippedColumns(links),
      rows: found.lines,
      empty: found.none,
    }),
  );

const riskColumns: Column<PackRisk>[] = [
  { head: 'Risk', rowHead: true, width: 38, cell: ({ code, title }) => `${code} ${title}` },
  { head: 'Likelihood', width: 8, cell: ({ likelihood }) => likelihood },
  { head: 'Impact', width: 7, cell: ({ impact }) => impact },
  { head: 'Owner', width: 19, cell: ({ owner }) => owner ?? 'No owner' },
  { head: 'Next step', cell: ({ nextStep }) => nextStep ?? 'None given' },
];

const risks = ({ risks: found, illustrative: made }: PackArea): ReactElement =>
  block(
    3,
    'Top risks',
    { beside: h('span', { className: 'meta' }, found.more, ' ', illustrative(made.risks)) },
    table({
      caption: 'The gravest open risks of the area',
      columns: riskColumns,
      rows: found.lines,
      empty: 'No open risk is linked to the area.',
    }),
  );

/** Gives the page of an area. */
export const areaOf = (area: PackArea, frame: AreaFrame): ReactElement => {
  const { of, board, links } = frame;
  const { heading: id, number, title, statement, source, released } = area;
  return h(
    'div',
    { className: 'page dense tight' },
    h(
      'div',
      { className: 'opening' },
      h(
        'div',
        null,
        h('p', { className: 'over' }, `Area ${number} of ${of}, worst first. Its statement: `, marks(source)),
        h('h2', { id }, linked(links, { page: 'areas', id: area.id }, title)),
        h('p', { className: 'lead secondary' }, `“${statement}”`),
        released === null ? null : h('p', null, h('strong', null, released)),
      ),
      asked(area, frame),
    ),
    sinceTable(area, board),
    measured(area, links),
    h('div', { className: 'columns' }, changed(area, links), effect(area)),
    slipped(area, links),
    risks(area),
  );
};
