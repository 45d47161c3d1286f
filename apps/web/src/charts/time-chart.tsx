import { useSyncExternalStore } from 'react';
import {
  CartesianGrid,
  ComposedChart,
  Line,
  Tooltip,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import type { ChartModel, ChartSeries } from '@noticeboard/domain/charts/model';
import { dayNumber } from '@noticeboard/domain/day-number';
import { annotationsOf } from '@noticeboard/domain/drawing/annotations';
import { bandsOf } from '@noticeboard/domain/drawing/bands';
import { colours, dashes, grey, grid, ground, lineWidth, secondary } from '@noticeboard/domain/drawing/colours';
import { footDays, marginsOf } from '@noticeboard/domain/drawing/frame';
import { isLine, runsOf } from '@noticeboard/domain/drawing/runs';
import { Drawn } from '../components/drawn.tsx';
import { Hint } from './hint.tsx';
import { rowsOf } from './rows.ts';

const phone = '(max-width: 640px)';
const onPhone = (listener: () => void) => {
  const query = matchMedia(phone);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** About how wide the drawing comes out, to know how many rows of words stand above its plot. */
const about = { phone: 300, column: 600, page: 800 };
/** Recharts draws its lines and their dots below this. */
const aboveLines = 1000;
const tick = { fill: secondary, fontSize: 13 };

const dotOf = ({ symbol, role }: ChartSeries) => {
  if (symbol === 'none') return false;
  return {
    r: 3.5,
    fill: symbol === 'ring' ? ground : colours[role].line,
    stroke: colours[role].line,
    strokeWidth: 1.5,
    strokeDasharray: '0',
  };
};

/** What we draw ourselves, where Recharts has put the plot: bands under its lines, and all words above them. */
const Ours = ({
  model,
  narrow,
  room,
  draw,
}: {
  model: ChartModel;
  narrow: boolean;
  room: number;
  draw: typeof annotationsOf;
}) => {
  const plot = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!plot || !xScale || !yScale) return null;
  const frame = {
    left: plot.x,
    right: plot.x + plot.width,
    top: plot.y,
    bottom: plot.y + plot.height,
    room,
    narrow,
    x: (day: number) => xScale(day) ?? plot.x,
    y: (value: number) => yScale(value) ?? plot.y,
  };
  return <Drawn shape={draw(model, frame)} />;
};

/**
 * Draws a chart over time in the one grammar: no legend, words at the ends of lines, gaps kept, checkpoints dotted with name
 * and date, today a solid line, targets as diamonds, the floor a thin grey line. No animation.
 */
export const TimeChart = ({ model, height }: { model: ChartModel; height: number }) => {
  const narrow = useSyncExternalStore(onPhone, () => matchMedia(phone).matches);
  const [from, to] = [dayNumber(model.from), dayNumber(model.to)];
  const runs = model.series.filter(({ kind }) => isLine(kind)).flatMap(runsOf);
  const shown = footDays(model, narrow).map(({ on, label }) => ({ at: dayNumber(on), label }));
  const margins = marginsOf(model, narrow ? about.phone : height > 400 ? about.page : about.column, narrow);
  return (
    <ComposedChart
      responsive
      style={{ width: '100%', height }}
      data={rowsOf(runs)}
      margin={{ top: margins.top, right: margins.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid syncWithTicks vertical={false} stroke={grid} />
      <XAxis
        dataKey="day"
        type="number"
        domain={[from, to]}
        allowDataOverflow
        ticks={shown.map(({ at }) => at)}
        tickFormatter={(at: number) => shown.find((day) => day.at === at)?.label ?? ''}
        interval={0}
        tick={tick}
        tickLine={{ stroke: '#98a1a8' }}
        axisLine={{ stroke: grey }}
      />
      <YAxis
        type="number"
        width={margins.left}
        domain={[model.y.min, model.y.max]}
        allowDataOverflow
        ticks={model.y.ticks.map(({ value }) => value)}
        tickFormatter={(value: number) => model.y.ticks.find((each) => each.value === value)?.label ?? ''}
        interval={0}
        tick={tick}
        tickLine={false}
        axisLine={false}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: grey, strokeWidth: 1 }}
        content={<Hint series={model.series} />}
      />
      <Ours model={model} narrow={narrow} room={margins.right} draw={bandsOf} />
      {runs.map(({ key, series }) => (
        <Line
          key={key}
          dataKey={key}
          type="linear"
          connectNulls
          isAnimationActive={false}
          stroke={colours[series.role].line}
          strokeWidth={lineWidth[series.role]}
          {...(series.dashed ? { strokeDasharray: dashes } : {})}
          dot={dotOf(series)}
          activeDot={false}
        />
      ))}
      <ZIndexLayer zIndex={aboveLines}>
        <Ours model={model} narrow={narrow} room={margins.right} draw={annotationsOf} />
      </ZIndexLayer>
    </ComposedChart>
  );
};
