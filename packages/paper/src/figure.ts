/** A chart on paper: its message, the drawing, and the sentence for those who do not see it. */
import type { ReactElement, ReactNode } from 'react';
import { h } from './element.ts';
import type { ChartModel } from '@noticeboard/domain/charts/model';
import { drawChart, paper } from '@noticeboard/domain/drawing/chart';
import { toMarkup } from '@noticeboard/domain/drawing/shape';
import { heading } from './section.ts';

const phone = { width: 358, height: 290 };
const column = { width: 300, height: 200 };

const drawing = (className: string, markup: string): ReactElement =>
  h('div', { className, dangerouslySetInnerHTML: { __html: markup } });

type Options = {
  level?: 3 | 4;
  size?: { width: number; height: number };
  narrow?: boolean;
  beside?: ReactNode;
  under?: ReactNode;
};

/**
 * Gives the figure of a chart. A wide one is drawn twice, for paper and in the words that a phone has room for; one of the two
 * is shown.
 * @param narrow whether it stands in a column, where it has the words of a phone on paper too
 */
export const figure = (
  model: ChartModel,
  { level = 3, size = paper, narrow = false, beside = null, under = null }: Options = {},
): ReactElement =>
  h(
    'figure',
    null,
    h(
      'figcaption',
      null,
      heading(level, model.title, { beside }),
      narrow ? null : h('p', { className: 'meta' }, model.subtitle),
    ),
    narrow
      ? drawing('drawing', toMarkup(drawChart(model, column, true)))
      : [
          drawing('drawing for-wide', toMarkup(drawChart(model, size))),
          drawing('drawing for-narrow', toMarkup(drawChart(model, phone, true))),
        ],
    under,
  );
