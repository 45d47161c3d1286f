/** The notice over time: a bar of months with checkpoints above it, deadlines, events and today below; a list on a phone. */
import type { ReactElement } from 'react';
import { h } from './element.ts';
import type { StripMark, TimeStrip } from '@noticeboard/domain/charts/time-strip';
import { placed, stripColumns, type Placed } from '@noticeboard/domain/drawing/strip-lanes';
import { marks } from './mark.ts';

const lineOf = (share: number): number => 1 + Math.round(share * stripColumns);
const percent = (share: number): string => `${Math.round(share * 100_000) / 1000}%`;

const words = ({ date, name, detail, ...of }: StripMark): ReactElement[] => [
  h('span', { className: 'name' }, h('strong', null, name), ' ', of.disputed === null ? null : marks(of)),
  h('span', { className: 'date' }, date),
  ...(detail === '' ? [] : [h('span', { className: 'detail' }, detail)]),
];

/** How far a month has gone when today leaves room for its name on the left. */
const halfGone = 0.55;
const monthClass = (gone: number): string => {
  if (gone >= halfGone) return 'month gone';
  return gone > 0 ? 'month begun' : 'month';
};

const bar = (strip: TimeStrip, row: number): ReactElement =>
  h(
    'div',
    { className: 'months', style: { gridRow: row }, 'aria-hidden': true },
    h('span', { className: 'passed', style: { width: percent(strip.today) } }),
    strip.months
      .filter(({ from, to }) => to - from > 0.03)
      .map(({ label, from, to }) =>
        h(
          'span',
          {
            className: monthClass((strip.today - from) / (to - from)),
            style: { left: percent(from), width: percent(to - from) },
          },
          label,
        ),
      ),
  );

const lateOf = ({ late }: TimeStrip, row: number): ReactElement[] =>
  late.map(({ from, to }) =>
    h('span', {
      className: 'late',
      style: { gridRow: row + 1, gridColumn: `${lineOf(from)} / ${Math.max(lineOf(from) + 1, lineOf(to))}` },
      'aria-hidden': true,
    }),
  );

const pointOf = ({ line }: Placed, row: number): ReactElement =>
  h(
    'svg',
    {
      className: line > stripColumns ? 'point last' : 'point',
      viewBox: '0 0 16 16',
      style: { gridRow: row, gridColumn: `${Math.min(line, stripColumns)} / span 1` },
      'aria-hidden': true,
    },
    h('path', { d: 'M8 1 15 8 8 15 1 8Z', fill: '#ffffff', stroke: '#0b0c0c', strokeWidth: 1.6 }),
  );

/** Gives the strip of time. Everything in the drawing is also words. */
export const timeStrip = (strip: TimeStrip): ReactElement => {
  const places = placed(strip.marks);
  const lanes = (side: Placed['side']): number =>
    Math.max(1, ...places.filter((place) => place.side === side).map(({ lane }) => lane + 1));
  const row = lanes('above') + 1;
  const rowOf = ({ side, lane }: Placed): number => (side === 'above' ? row - 1 - lane : row + 2 + lane);
  const leader = (place: Placed): ReactElement =>
    h('span', {
      className: `leader ${place.mark.kind}`,
      style: {
        gridColumn: `${Math.min(place.line, stripColumns)} / span 1`,
        gridRow: place.side === 'above' ? `${rowOf(place)} / ${row}` : `${row + 1} / ${rowOf(place)}`,
        justifySelf: place.line > stripColumns ? 'end' : 'start',
      },
      'aria-hidden': true,
    });
  const classOf = ({ mark, side, end }: Placed): string =>
    [mark.kind, side, `on-${mark.tone}`, ...(end ? ['last'] : []), ...(mark.share <= strip.today ? ['gone'] : [])].join(
      ' ',
    );
  return h(
    'div',
    { className: 'strip' },
    bar(strip, row),
    lateOf(strip, row),
    places.map(leader),
    places.filter(({ mark }) => mark.kind === 'checkpoint').map((place) => pointOf(place, row)),
    h(
      'ol',
      { 'aria-label': 'The notice over time' },
      places.map((place) =>
        h(
          'li',
          {
            className: classOf(place),
            style: { gridColumn: `${place.from} / ${Math.min(place.to, stripColumns + 1)}`, gridRow: rowOf(place) },
          },
          words(place.mark),
        ),
      ),
    ),
  );
};
