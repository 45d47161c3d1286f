/** The shapes of statuses, drawn once in a document and named wherever one is shown: a hundred rows stay light. */
import type { ReactElement } from 'react';
import { h } from './element.ts';
import { keysOf, type Tone } from '@noticeboard/domain/scales';

type Shaped = Exclude<Tone, 'neutral'>;

const drawings: Readonly<Record<Shaped, readonly ReactElement[]>> = {
  green: [
    h('circle', { cx: 8, cy: 8, r: 7.5, fill: '#0b6b43' }),
    h('path', { d: 'M4.4 8.3 7 10.9l4.7-5.2', fill: 'none', stroke: '#ffffff', strokeWidth: 2 }),
  ],
  amber: [
    h('path', {
      d: 'M8 1.4 15.2 14.4H.8Z',
      fill: '#f2a71b',
      stroke: '#7a4a00',
      strokeWidth: 1.4,
      strokeLinejoin: 'round',
    }),
    h('path', { d: 'M8 5.8v4', stroke: '#0b0c0c', strokeWidth: 1.8 }),
    h('circle', { cx: 8, cy: 12, r: 1.1, fill: '#0b0c0c' }),
  ],
  red: [
    h('rect', { x: 0.8, y: 0.8, width: 14.4, height: 14.4, fill: '#b01e28' }),
    h('path', { d: 'm4.8 4.8 6.4 6.4m0-6.4-6.4 6.4', stroke: '#ffffff', strokeWidth: 2 }),
  ],
  blue: [
    h('path', {
      d: 'M8 .6 14.4 3v4.6c0 3.8-2.6 6.6-6.4 7.9C4.2 14.2 1.6 11.4 1.6 7.6V3Z',
      fill: '#2073bc',
    }),
    h('path', { d: 'M4.8 7.8 7.2 10.2l4-4.5', fill: 'none', stroke: '#ffffff', strokeWidth: 1.9 }),
  ],
  none: [
    h('circle', {
      cx: 8,
      cy: 8,
      r: 6.5,
      fill: 'none',
      stroke: '#5b646b',
      strokeWidth: 1.5,
      strokeDasharray: '2.6 1.9',
    }),
    h('path', { d: 'M5 8h6', stroke: '#5b646b', strokeWidth: 1.5 }),
  ],
  pending: [
    h('circle', { cx: 8, cy: 8, r: 6.7, fill: 'none', stroke: '#5b646b', strokeWidth: 1.5 }),
    h('path', { d: 'M8 4.2V8l2.8 1.7', fill: 'none', stroke: '#5b646b', strokeWidth: 1.5 }),
  ],
};

/** Gives the drawings that `shape` names: once in a document, before the first shape. */
export const shapes = (): ReactElement =>
  h(
    'svg',
    { className: 'shapes', width: 0, height: 0, 'aria-hidden': true },
    keysOf(drawings).map((tone) => h('symbol', { id: `shape-${tone}`, viewBox: '0 0 16 16' }, drawings[tone])),
  );

/** Gives the shape of a tone; null for a neutral one, which has none. The word stands beside it. */
export const shape = (tone: Tone): ReactElement | null =>
  tone === 'neutral'
    ? null
    : h('svg', { className: 'shape', 'aria-hidden': true }, h('use', { href: `#shape-${tone}` }));
