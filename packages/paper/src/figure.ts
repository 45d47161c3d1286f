/** A chart on paper: its message, the drawing, and the sentence for those who do not see it. */
import type { ReactElement, ReactNode } from 'react';
import { h } from './element.ts';
import type { ChartModel } from '@noticeboard/domain/charts/model';
import { drawChart, paper } from '@noticeboard/domain/drawing/chart';
import { toMarkup } from '@noticeboard/domain/drawing/shape';
import { heading } from './section.ts';

const phone = { width: 358, height: 290 };

const drawing = (className: string, markup: string): ReactElement =>
  h('div', { className, dangerouslySetInnerHTML: { __html: markup } });

/**
 * Gives the figure of a chart. It is drawn twice, for paper and in the words that a phone has room for; one of the two is shown.
 * @param size of the drawing for paper, in px at which its words are 13 px
 */
export const figure = (
  model: ChartModel,
  {
    level = 3,
    size = paper,
    beside = null,
    under = null,
  }: { level?: 3 | 4; size?: { width: number; height: number }; beside?: ReactNode; under?: ReactNode } = {},
): ReactElement =>
  h(
    'figure',
    null,
    h('figcaption', null, heading(level, model.title, { beside }), h('p', { className: 'meta' }, model.subtitle)),
    drawing('drawing', toMarkup(drawChart(model, size))),
    drawing('drawing-narrow', toMarkup(drawChart(model, phone, true))),
    under,
  );
