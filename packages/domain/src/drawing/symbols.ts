import type { ChartSeries } from '../charts/model.ts';
import { colours, ground } from './colours.ts';
import { px, shape, type Shape } from './shape.ts';

/**
 * Draws the symbol of a point, each of a form of its own so that it is known without its colour.
 * @param size about how far it reaches from its middle, in px
 */
export const symbolAt = (
  { symbol, role }: Pick<ChartSeries, 'symbol' | 'role'>,
  key: string,
  [atX, atY]: readonly [number, number],
  size = 6,
): Shape[] => {
  const { line } = colours[role];
  const [x, y] = [px(atX), px(atY)];
  const full = { fill: line, stroke: ground };
  if (symbol === 'none') return [];
  if (symbol === 'triangle') {
    const d = `M${x} ${px(y - size * 1.33)}l${px(size * 1.25)} ${px(size * 2.17)}h${px(-size * 2.5)}Z`;
    return [shape('path', key, { ...full, d })];
  }
  if (symbol === 'square') {
    const side = px(size * 2);
    return [shape('rect', key, { ...full, x: px(x - size), y: px(y - size), width: side, height: side })];
  }
  if (symbol === 'diamond') {
    const reach = px(size * 1.17);
    return [
      shape('path', key, {
        ...full,
        d: `M${x} ${px(y - reach)}l${reach} ${reach} ${-reach} ${reach} ${-reach} ${-reach}Z`,
      }),
    ];
  }
  const round = { cx: x, cy: y, r: px(size * 0.83) };
  return symbol === 'ring'
    ? [shape('circle', key, { ...round, fill: ground, stroke: line, strokeWidth: px(size / 2) })]
    : [shape('circle', key, { ...round, ...full })];
};
