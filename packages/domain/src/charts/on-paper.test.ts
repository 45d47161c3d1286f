import { describe, expect, it } from 'vitest';
import type { ChartModel, ChartSeries } from './model.ts';
import { onPaper } from './on-paper.ts';

const point = (on: string, from: string | null = null) => ({ on, from, value: 1, label: '' });
const series = (key: string, role: ChartSeries['role'], days: string[]): ChartSeries => ({
  key,
  name: key,
  kind: 'line',
  role,
  dashed: false,
  symbol: 'none',
  points: days.map((on) => point(on)),
  endLabel: [],
});
const cell = (value: number | string | null) => ({ value, words: String(value) });

const model = (all: ChartSeries[]): ChartModel => ({
  key: 'm',
  title: '',
  subtitle: '',
  summary: '',
  from: '2021-04-01',
  to: '2024-09-30',
  y: { min: 0, max: 1, ticks: [] },
  days: [
    { on: '2022-04-01', label: 'Apr' },
    { on: '2023-04-01', label: 'Apr' },
  ],
  series: all,
  checkpoints: [{ on: '2023-06-30', label: '3 months', date: '' }],
  today: '2023-09-25',
  targets: [{ on: '2023-09-30', value: 1, label: '' }],
  floor: null,
  bracket: null,
  table: {
    caption: 'Readings',
    columns: ['Period', 'Reading', 'Basis', 'Target', 'Mean', 'Projected'].map((head) => ({ head, numeric: false })),
    rows: [
      ['May 2022', 3, 'Month', null, 2, null],
      ['18 months', null, 'Projection', null, null, 5],
      ['6 months', null, 'Target', 9, null, 5],
    ].map((row) => row.map(cell)),
  },
});

describe('the chart of a measure on paper', () => {
  it('leaves out what lies long before the notice, and says so; the table keeps it', () => {
    const { chart, cropped } = onPaper(model([series('month', 'actual', ['2022-05-31', '2023-08-31'])]), '2022-09-30');
    expect(cropped).toBe(true);
    expect(chart.from).toBe('2022-09-01');
    expect(chart.series.flatMap(({ points }) => points.map(({ on }) => on))).toEqual(['2023-08-31']);
    expect(chart.days.map(({ on }) => on)).toEqual(['2023-04-01']);
    expect(chart.table.rows.map((row) => row[0]?.words)).toEqual(['May 2022', '6 months']);
  });

  it('keeps everything where no reading is newer, and begins where the plan does', () => {
    const old = onPaper(model([series('month', 'actual', ['2022-05-31'])]), '2022-09-30');
    expect([old.cropped, old.chart.from]).toEqual([false, '2021-04-01']);
    const planned = [
      series('month', 'actual', ['2023-08-31']),
      series('trajectory', 'plan', ['2022-03-31', '2023-09-30']),
    ];
    expect(onPaper(model(planned), '2022-09-30').chart.from).toBe('2022-03-01');
  });

  it('draws readings, the trajectory and other places, not limits, special causes or the projection', () => {
    const all = [
      series('month', 'actual', ['2023-08-31']),
      series('trajectory', 'plan', ['2023-06-30']),
      series('benchmark-England', 'other', ['2023-08-31']),
      series('upper-1', 'guide', ['2023-08-31']),
      series('better', 'other', ['2023-08-31']),
      series('projection', 'actual', ['2023-12-31']),
    ];
    const { chart } = onPaper(model(all), '2022-09-30');
    expect(chart.series.map(({ key }) => key)).toEqual(['month', 'trajectory', 'benchmark-England']);
    expect(chart.table.columns.map(({ head }) => head)).toEqual(['Period', 'Reading', 'Basis', 'Target']);
  });
});
