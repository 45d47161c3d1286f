import { expect, it } from 'vitest';
import type { ChartSeries } from '@noticeboard/domain/charts/model';
import { runsOf } from '@noticeboard/domain/drawing/runs';
import { rowsOf } from './rows.ts';

const series = (values: readonly (number | null)[]): ChartSeries => ({
  key: 'reading',
  name: 'Reading',
  kind: 'line',
  role: 'actual',
  dashed: false,
  symbol: 'disc',
  endLabel: [],
  points: values.map((value, index) => ({ on: `2023-0${index + 1}-28`, from: null, value, label: '' })),
});

it('cuts a line where a value is missing, so that the gap is not drawn over', () => {
  expect(runsOf(series([1, 2, null, 4])).map(({ points }) => points.map(({ value }) => value))).toEqual([[1, 2], [4]]);
});

it('gives no run for a line without values, and takes nothing for a zero', () => {
  expect(runsOf(series([null, null]))).toEqual([]);
  expect(runsOf(series([0]))).toHaveLength(1);
});

it('gives Recharts one row a day, each run under a key of its own', () => {
  const rows = rowsOf(runsOf(series([1, null, 3])));
  expect(rows.map((row) => Object.keys(row))).toEqual([
    ['day', 'reading-0'],
    ['day', 'reading-1'],
  ]);
});

it('keeps both ends of a step that a line takes on one day', () => {
  const points = [
    { on: '2023-03-31', from: null, value: 10, label: '' },
    { on: '2023-03-31', from: null, value: 20, label: '' },
  ];
  const rows = rowsOf(runsOf({ ...series([]), points }));
  expect(rows.map((row) => row['reading-0'])).toEqual([10, 20]);
});
