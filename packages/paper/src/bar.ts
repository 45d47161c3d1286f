/** The delivery bar: how many actions stand where, all bars of a document on one scale (look.md, "Delivery bar"). */
import type { ReactElement } from 'react';
import { h } from './element.ts';
import { deliveries, type Delivery } from '@noticeboard/domain/scales';
import { formatNumber, plural } from '@noticeboard/domain/words';

/** The parts of a bar, best first; withdrawn actions are no part of it. */
const parts = [
  'complete',
  'deliveredNotEvidenced',
  'onTrack',
  'dueSoon',
  'forecastLate',
  'overdue',
  'noUpdate',
] as const satisfies readonly Delivery[];

type Counts = Readonly<Partial<Record<Delivery, number>>>;

/** Gives the actions of an area as a bar with a number in each part. `width` in rem sets a scale of its own. */
export const deliveryBar = (
  counts: Counts,
  { width, perAction = 0.8 }: { width?: number; perAction?: number } = {},
): ReactElement => {
  const shown = parts.map((key) => ({ key, count: counts[key] ?? 0 })).filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return h('span', { className: 'secondary' }, 'No actions');
  const words = shown
    .map(({ key, count }) => `${formatNumber(count, 0)} ${deliveries[key].label.toLowerCase()}`)
    .join(', ');
  return h(
    'span',
    { className: 'bar' },
    h(
      'span',
      {
        className: 'parts',
        role: 'img',
        'aria-label': `${plural(total, 'action')}: ${words}`,
        style: { width: `${width ?? Math.round(total * perAction * 100) / 100}rem` },
      },
      shown.map(({ key, count }) =>
        h('span', { className: `part fill ${key}`, style: { flexGrow: count } }, formatNumber(count, 0)),
      ),
    ),
    h('span', { className: 'total', 'aria-hidden': true }, formatNumber(total, 0)),
  );
};

/** Gives the key of the bars. "Delivered, not evidenced" is shown only where `counts` has some. */
export const deliveryKey = (counts: Counts): ReactElement =>
  h(
    'ul',
    { className: 'key' },
    parts
      .filter((key) => key !== 'deliveredNotEvidenced' || (counts[key] ?? 0) > 0)
      .map((key) =>
        h('li', null, h('span', { className: `swatch fill ${key}`, 'aria-hidden': true }), deliveries[key].label),
      ),
  );
