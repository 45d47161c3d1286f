import { describe, expect, it } from 'vitest';
import type { ChartModel, ChartSeries } from '../charts/model.ts';
import { drawChart, paper } from './chart.ts';
import { toMarkup, type Shape } from './shape.ts';

const line = (values: readonly (number | null)[], more: Partial<ChartSeries> = {}): ChartSeries => ({
  key: 'reading',
  name: 'Reading',
  kind: 'line',
  role: 'actual',
  dashed: false,
  symbol: 'disc',
  endLabel: [],
  points: values.map((value, index) => ({ on: `2023-0${index + 1}-28`, from: null, value, label: '' })),
  ...more,
});

const model = (more: Partial<ChartModel> = {}): ChartModel => ({
  key: 'one',
  title: 'A message',
  subtitle: '',
  summary: 'What it shows & why.',
  from: '2023-01-01',
  to: '2023-12-31',
  y: {
    min: 0,
    max: 100,
    ticks: [
      { value: 0, label: '0' },
      { value: 100, label: '100%' },
    ],
  },
  days: [{ on: '2023-04-01', label: 'Apr 2023' }],
  series: [line([10, 20, null, 40])],
  checkpoints: [],
  today: null,
  targets: [],
  floor: null,
  bracket: null,
  table: { caption: '', columns: [], rows: [] },
  ...more,
});

const all = (of: Shape): Shape[] => [
  of,
  ...of.children.flatMap((child) => (typeof child === 'string' ? [] : all(child))),
];
const drawn = (of: ChartModel) => drawChart(of, paper);
const linesOf = (of: ChartModel) =>
  all(drawn(of)).flatMap(({ attrs, children }) =>
    attrs['className'] === 'nb-chart__line' ? children.flatMap((each) => (typeof each === 'string' ? [] : [each])) : [],
  );
const texts = (of: ChartModel) =>
  all(drawn(of)).flatMap(({ children }) => children.filter((each) => typeof each === 'string'));

describe('drawChart', () => {
  it('leaves the words of limits and of earlier targets to the table where a phone has no room for them', () => {
    const limits = line([50, 50, 50, 50], { key: 'upper', role: 'guide', endLabel: ['Upper limit 50%'] });
    const targets = [
      { on: '2023-06-30', value: 60, label: '60%' },
      { on: '2023-12-30', value: 80, label: 'Target 80%' },
    ];
    const both = model({ series: [line([10, 20, 30, 40], { endLabel: ['40%'] }), limits], targets });
    const wordsOn = (narrow: boolean) =>
      all(drawChart(both, paper, narrow)).flatMap(({ children }) =>
        children.filter((each) => typeof each === 'string'),
      );
    expect(wordsOn(false)).toEqual(expect.arrayContaining(['40%', 'Upper limit 50%', '60%', 'Target 80%']));
    expect(wordsOn(true)).toEqual(expect.arrayContaining(['40%', 'Target 80%']));
    expect(wordsOn(true)).not.toContain('Upper limit 50%');
    expect(wordsOn(true)).not.toContain('60%');
  });

  it('keeps the words of the last value off those of the floor', () => {
    const series = [line([40, 40, 40, 40, 40, 40, 40, 40, 40], { endLabel: ['40.0%, September 2023'] })];
    const shapes = all(drawn(model({ to: '2023-10-05', series, floor: { value: 40, label: 'Floor 40%' } })));
    const floor = shapes.find(({ children }) => children.includes('Floor 40%'));
    const last = shapes.find(({ tag, children }) => tag === 'text' && JSON.stringify(children).includes('40.0%, Sept'));
    const { x, y, textAnchor } = last?.attrs ?? {};
    const apart = Math.abs(Number(y) - Number(floor?.attrs['y'])) >= 14;
    expect(textAnchor === 'end' || apart).toBe(true);
    expect(Number(x)).toBeGreaterThan(0);
  });

  it('keeps a gap in the data as a gap in the line', () => {
    const paths = linesOf(model()).filter(({ tag }) => tag === 'path');
    expect(paths).toHaveLength(2);
    expect(paths.map(({ attrs }) => String(attrs['d']).match(/[ML]/g)?.join(''))).toEqual(['ML', 'M']);
  });

  it('dashes what was planned, and marks nothing on it', () => {
    const [path, ...dots] = linesOf(model({ series: [line([1, 2], { dashed: true, symbol: 'none', role: 'plan' })] }));
    expect(path?.attrs['strokeDasharray']).toBe('7 5');
    expect(dots).toEqual([]);
  });

  it('draws a band as its middle line within the range that each of its points has', () => {
    const band = line([10, 20], { kind: 'band', dashed: true, symbol: 'none' });
    const points = band.points.map((point, index) => ({ ...point, reach: { low: 5, high: 40 + 10 * index } }));
    const found = all(drawn(model({ series: [{ ...band, points }] })));
    const [range] = found.filter(({ key }) => key === 'range');
    expect(found.filter(({ attrs }) => attrs['className'] === 'nb-chart__line')).toHaveLength(1);
    // Along the upper edge and back along the lower one.
    const heights = [...String(range?.attrs['d']).matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y));
    expect(heights.map((height) => Math.round((100 * (237 - height)) / 227))).toEqual([40, 50, 5, 5]);
  });

  it('writes the labels of values and days, the checkpoints, today, the floor, the targets and the ends of lines', () => {
    const found = texts(
      model({
        series: [line([10, 20], { endLabel: ['20%, February 2023', 'single month'] })],
        checkpoints: [{ on: '2023-06-30', label: '3 months', date: '30 Jun 2023' }],
        today: '2023-09-25',
        targets: [{ on: '2023-09-30', value: 60, label: '60%' }],
        floor: { value: 20, label: 'Floor 20%' },
      }),
    );
    expect(found).toEqual(
      expect.arrayContaining([
        '0',
        '100%',
        'Apr 2023',
        '3 months',
        '30 Jun 2023',
        'Today',
        '25 Sep 2023',
        '60%',
        'Floor 20%',
        '20%, February 2023',
        'single month',
      ]),
    );
  });

  it('stays inside its drawing for the largest of numbers', () => {
    const markup = toMarkup(
      drawn(model({ y: { min: -1e308, max: 1e308, ticks: [] }, series: [line([-1e308, 1e308, 0])] })),
    );
    expect(markup).not.toMatch(/NaN|Infinity/);
    expect(markup).toMatch(/d="M[\d.]+,237L[\d.]+,10L[\d.]+,123.5"/);
  });

  it('gives its summary to those who do not see it', () => {
    expect(drawn(model()).attrs).toMatchObject({ role: 'img', 'aria-label': 'What it shows & why.' });
  });
});

describe('toMarkup', () => {
  it('escapes whatever stands in a text or an attribute, and writes the names of SVG', () => {
    const markup = toMarkup(
      drawn(model({ summary: '"a" & <b>', series: [line([1], { endLabel: ['<script>alert(1)</script>'] })] })),
    );
    expect(markup).toContain('aria-label="&quot;a&quot; &amp; &lt;b&gt;"');
    expect(markup).toContain('&lt;script&gt;');
    expect(markup).not.toContain('<script');
    expect(markup).toContain('stroke-width="3.5"');
    expect(markup).toContain('viewBox="0 0 574 267"');
  });
});
