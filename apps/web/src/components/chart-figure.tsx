import { CatchBoundary } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import type { ChartModel } from '@noticeboard/domain/charts/model';
import { drawChart } from '@noticeboard/domain/drawing/chart';
import { Drawn } from './drawn.tsx';
import { FiguresCsv, FiguresTable } from './figures.tsx';
import { Tabs } from './tabs.tsx';

/** Heights of the look: a measure's own chart, one of completion, one of several side by side. */
const heights = { large: 430, medium: 318, small: 240 } as const;

/** How high each is on paper, where all are as wide as the page between its margins: 13 px stay 13. */
const onPaper = { large: 340, medium: 300, small: 230 } as const;
const paperWidth = 720;

/** The chart as it is drawn without a script: on paper, and where the other can't be loaded. */
const Still = ({ model, height }: { model: ChartModel; height: number }) => (
  <Drawn shape={drawChart(model, { width: paperWidth, height })} />
);

const TimeChart = lazy(async () => ({
  default: await import('../charts/time-chart.tsx').then(
    (module) => module.TimeChart,
    () => Still,
  ),
}));

/** A chart that can't be drawn leaves its words and its table standing. */
const Undrawn = () => <p className="nb-empty">The chart could not be drawn. Its figures are in the table.</p>;

/**
 * A chart with everything that belongs to it: its message as title, what it measures, the drawing, the same figures as a
 * table in a tab (both on paper), one sentence in words, and a CSV.
 * @param title false where the page's own h1 is the message
 * @param note small words under the drawing: which marks its figures carry
 */
export const ChartFigure = ({
  model,
  size = 'medium',
  title = true,
  level = 3,
  marks,
  note,
}: {
  model: ChartModel;
  size?: keyof typeof heights;
  title?: boolean;
  level?: 2 | 3;
  marks?: ReactNode;
  note?: ReactNode;
}) => {
  const { key, table, summary } = model;
  const Heading = `h${level}` as const;
  const height = heights[size];
  const chart = (
    <CatchBoundary getResetKey={() => key} errorComponent={Undrawn}>
      {/* Recharts names its drawing an application; the words stand for it instead. */}
      <div className="nb-chart" role="img" aria-label={summary} style={{ height }}>
        <Suspense fallback={null}>
          <TimeChart model={model} height={height} />
        </Suspense>
      </div>
      <div className="nb-chart-on-paper" aria-hidden="true">
        <Still model={model} height={onPaper[size]} />
      </div>
    </CatchBoundary>
  );
  const figures = (
    // Wide tables of a chart scroll in their own box; focusable, so that the keyboard can scroll it too.
    <div className="nb-table__scroll" role="region" tabIndex={0} aria-label={table.caption}>
      <FiguresTable table={table} />
    </div>
  );
  return (
    <figure className="nb-figure">
      {title ? (
        <figcaption>
          <Heading className="govuk-heading-m nb-figure__title">{model.title}</Heading>
          <p className="nb-figure__subtitle">
            {model.subtitle} {marks}
          </p>
        </figcaption>
      ) : null}
      <Tabs
        id={key}
        title={`${model.title}: chart or table`}
        tabs={[
          { key: 'chart', label: 'Chart', panel: chart },
          { key: 'table', label: 'Table', panel: figures },
        ]}
        beside={<FiguresCsv name={key} table={table} />}
      />
      {note === undefined ? null : <p className="nb-meta">{note}</p>}
      <p className="nb-figure__words">
        <strong>In words.</strong> {summary}
      </p>
    </figure>
  );
};
