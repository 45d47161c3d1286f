import type { Bullet } from '../charts/bullet.ts';
import { colours, grey, ink } from './colours.ts';
import { valueScale } from './frame.ts';
import { px, shape, type Shape } from './shape.ts';
import { symbolAt } from './symbols.ts';

const size = { width: 140, height: 22 } as const;
const edge = 7;
const middle = size.height / 2;

/** Draws a value as a bar against its floor, an upright, and its target, a diamond or the stretch that meets it. */
export const drawBullet = (key: string, { value, target, floor, min, max, summary }: Bullet): Shape => {
  const x = valueScale({ min, max, ticks: [] }, size.width - edge, edge);
  const [zero, end] = [px(x(Math.max(min, Math.min(max, 0)))), px(x(value))];
  const { line } = colours.plan;
  return shape(
    'svg',
    key,
    {
      xmlns: 'http://www.w3.org/2000/svg',
      className: 'nb-drawing nb-bullet',
      viewBox: `0 0 ${size.width} ${size.height}`,
      ...size,
      role: 'img',
      'aria-label': summary,
    },
    [
      shape('path', 'rail', { d: `M${edge} ${middle}H${size.width - edge}`, stroke: grey }),
      shape('path', 'value', { d: `M${zero} ${middle}H${end}`, stroke: colours.actual.line, strokeWidth: 8 }),
      ...(value === 0
        ? [shape('path', 'nothing', { d: `M${zero} ${middle - 5}v10`, stroke: ink, strokeWidth: 2 })]
        : []),
      ...(floor === null
        ? []
        : [shape('path', 'floor', { d: `M${px(x(floor))} 1V${size.height - 1}`, stroke: ink, strokeWidth: 2 })]),
      ...(target.from === target.to
        ? symbolAt({ symbol: 'diamond', role: 'plan' }, 'target', [x(target.from), middle], 5)
        : [
            shape('path', 'target', {
              d: `M${px(x(target.from))} 2v18m0-9H${px(x(target.to))}m0-9v18`,
              fill: 'none',
              stroke: line,
              strokeWidth: 2,
            }),
          ]),
    ],
  );
};
