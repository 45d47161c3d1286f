import { useSyncExternalStore } from 'react';
import { CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts';
import type { ChartModel, ChartSeries } from '@noticeboard/domain/charts/model';
import { dayNumber } from '@noticeboard/domain/day-number';
import { Annotations, headRow, headsOf } from './annotations.tsx';
import { colours, lineWidth } from './colours.ts';
import { Hint } from './hint.tsx';
import { placeHeads, widthOf } from './place-labels.ts';
import { rowsOf, runsOf } from './runs.ts';

const phone = '(max-width: 640px)';
const onPhone = (listener: () => void) => {
  const query = matchMedia(phone);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** About how wide the plot comes out, to know how many rows of words stand above it. */
const plotWidth = { phone: 228, column: 500, page: 660 };
const tick = { fill: '#4a5157', fontSize: 13 };

const dotOf = ({ symbol, role }: ChartSeries) => {
  if (symbol === 'none') return false;
  return {
    r: 3.5,
    fill: symbol === 'ring' ? '#ffffff' : colours[role].line,
    stroke: colours[role].line,
    strokeWidth: 1.5,
    strokeDasharray: '0',
  };
};

/**
 * Draws a chart over time in the one grammar: no legend, words at the ends of lines, gaps kept, checkpoints dotted with name
 * and date, today a solid line, targets as diamonds, the floor a thin grey line. No animation.
 */
export const TimeChart = ({ model, height }: { model: ChartModel; height: number }) => {
  const narrow = useSyncExternalStore(onPhone, () => matchMedia(phone).matches);
  const [from, to] = [dayNumber(model.from), dayNumber(model.to)];
  const runs = model.series.filter(({ kind }) => kind === 'line').flatMap(runsOf);
  const days = model.days.map(({ on, label }) => ({ at: dayNumber(on), label }));
  const shown = narrow ? days.filter((_, index) => index % Math.ceil(days.length / 4) === 0) : days;
  const width = narrow ? plotWidth.phone : height > 400 ? plotWidth.page : plotWidth.column;
  const heads = headsOf(model, (day) => ((day - from) / Math.max(1, to - from)) * width, narrow);
  const rows = Math.max(
    0,
    ...placeHeads(heads, { left: -40, right: width + (narrow ? 16 : 60) }).map(({ row }) => row + 1),
  );
  const endWords = Math.max(
    0,
    ...model.series.map(({ endLabel }) => widthOf(endLabel)),
    widthOf(heads.at(-1)?.lines ?? []),
    model.floor === null ? 0 : widthOf([model.floor.label]),
  );
  const margin = {
    top: 10 + rows * headRow(narrow),
    right: narrow ? 16 : Math.min(160, Math.max(24, endWords + 14)),
    bottom: 0,
    left: 0,
  };
  return (
    <ComposedChart
      responsive
      style={{ width: '100%', height }}
      data={rowsOf(runs)}
      margin={margin}
      accessibilityLayer={false}
    >
      <CartesianGrid syncWithTicks vertical={false} stroke="#e6eaed" />
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
        axisLine={{ stroke: '#5b646b' }}
      />
      <YAxis
        type="number"
        width={Math.max(44, 10 + widthOf(model.y.ticks.map(({ label }) => label)))}
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
        cursor={{ stroke: '#5b646b', strokeWidth: 1 }}
        content={<Hint series={model.series} />}
      />
      {runs.map(({ key, series }) => (
        <Line
          key={key}
          dataKey={key}
          type="linear"
          connectNulls
          isAnimationActive={false}
          stroke={colours[series.role].line}
          strokeWidth={lineWidth[series.role]}
          {...(series.dashed ? { strokeDasharray: '7 5' } : {})}
          dot={dotOf(series)}
          activeDot={false}
        />
      ))}
      <Annotations model={model} narrow={narrow} />
    </ComposedChart>
  );
};
