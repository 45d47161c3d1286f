// What a chart shows must not depend on what draws it: the same models, drawn by Recharts and as SVG of our own.
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { areaCompletionChart } from '@noticeboard/domain/charts/area-completion';
import { completionChart } from '@noticeboard/domain/charts/completion';
import { deadlineChart } from '@noticeboard/domain/charts/deadline';
import type { ChartModel, ChartSeries } from '@noticeboard/domain/charts/model';
import { slipChart } from '@noticeboard/domain/charts/slip';
import { dayNumber } from '@noticeboard/domain/day-number';
import { drawChart } from '@noticeboard/domain/drawing/chart';
import { grid } from '@noticeboard/domain/drawing/colours';
import { generatedPlan } from '@noticeboard/domain/testing/generated';
import { casework } from '@noticeboard/domain/testing/histories';
import { measureOf } from '@noticeboard/domain/views/measure';
import { Drawn } from '../components/drawn.tsx';
import { TimeChart } from './time-chart.tsx';

const size = { width: 812, height: 430 };
const nothing = () => {};

beforeAll(() => {
  // jsdom lays nothing out: the box that Recharts fills is told to it.
  vi.stubGlobal('ResizeObserver', function Observer() {
    return { observe: nothing, unobserve: nothing, disconnect: nothing };
  });
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: nothing, removeEventListener: nothing }));
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function box(this: HTMLElement) {
    const whole = this.classList.contains('recharts-wrapper');
    return whole ? new DOMRect(0, 0, size.width, size.height) : new DOMRect(0, 0, this.textContent.length, 16);
  });
});
afterEach(cleanup);

type Place = readonly [x: number, y: number];

const numbers = (text: string): number[] => (text.match(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g) ?? []).map(Number);
const attribute = (element: Element, name: string): number => Number(element.getAttribute(name));
const all = (within: Element, selector: string): Element[] => [...within.querySelectorAll(selector)];

/** The corners of a path of straight lines. */
const corners = (path: Element): Place[] => {
  const found: Place[] = [];
  let [x, y] = [0, 0];
  for (const [, command = '', rest = ''] of (path.getAttribute('d') ?? '').matchAll(/([MLlHhVvmZ])([^MLlHhVvmZ]*)/g)) {
    const values = numbers(rest);
    if (command === 'H') x = values[0] ?? x;
    else if (command === 'h') x += values[0] ?? 0;
    else if (command === 'V') y = values[0] ?? y;
    else if (command === 'v') y += values[0] ?? 0;
    else {
      for (let index = 0; index + 1 < values.length; index += 2) {
        const relative = command === 'l' || command === 'm';
        x = (relative ? x : 0) + (values[index] ?? 0);
        y = (relative ? y : 0) + (values[index + 1] ?? 0);
        found.push([x, y]);
      }
    }
    found.push([x, y]);
  }
  return found.filter(([atX, atY], index) => atX !== found[index - 1]?.[0] || atY !== found[index - 1]?.[1]);
};

/** The middle of whatever marks a point. */
const middle = (mark: Element): Place => {
  if (mark.tagName === 'circle') return [attribute(mark, 'cx'), attribute(mark, 'cy')];
  if (mark.tagName === 'rect')
    return [attribute(mark, 'x') + attribute(mark, 'width') / 2, attribute(mark, 'y') + attribute(mark, 'height') / 2];
  const [xs, ys] = [corners(mark).map(([x]) => x), corners(mark).map(([, y]) => y)];
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
};

/** What a drawing shows, its places as days and values. */
type Shown = {
  texts: string[];
  ticks: { label: string; day: number }[];
  levels: Place[];
  lines: { colour: string; dashed: boolean; points: Place[] }[];
  dots: Place[];
  marks: { kind: string; colour: string; at: Place }[];
};

type Parts = { svg: Element; days: Element[]; gridLines: Place[][]; lines: Element[]; dots: Element[] };

const byRecharts = (model: ChartModel): Parts => {
  const svg = render(<TimeChart model={model} height={size.height} />).container.querySelector('svg');
  if (!svg) throw new Error('Recharts drew nothing.');
  return {
    svg,
    days: all(svg, '.recharts-xAxis-tick-labels .recharts-cartesian-axis-tick-value'),
    gridLines: all(svg, '.recharts-cartesian-grid-horizontal line').map((line) => [
      [attribute(line, 'x1'), attribute(line, 'y1')],
      [attribute(line, 'x2'), attribute(line, 'y2')],
    ]),
    lines: all(svg, '.recharts-line-curve'),
    dots: all(svg, '.recharts-line-dot'),
  };
};

const byUs = (model: ChartModel): Parts => {
  const svg = render(<Drawn shape={drawChart(model, size)} />).container.querySelector('svg');
  if (!svg) throw new Error('We drew nothing.');
  return {
    svg,
    days: all(svg, '.nb-chart__day'),
    gridLines: all(svg, `path[stroke="${grid}"]`).map(corners),
    lines: all(svg, '.nb-chart__line > path'),
    dots: all(svg, '.nb-chart__line > circle'),
  };
};

const textsOf = (svg: Element): string[] =>
  all(svg, 'text')
    .flatMap((text) => (text.children.length === 0 ? [text] : [...text.children]))
    .map(({ textContent }) => textContent)
    .toSorted();

const shownBy = ({ svg, days, gridLines, lines, dots }: Parts, model: ChartModel): Shown => {
  const [first, last] = [gridLines[0], gridLines.at(-1)];
  const [left, bottom] = first?.[0] ?? [0, 0];
  const [right] = first?.at(-1) ?? [0, 0];
  const [, top] = last?.[0] ?? [0, 0];
  const { ticks } = model.y;
  const [low, high] = [ticks[0]?.value ?? 0, ticks.at(-1)?.value ?? 1];
  const [from, to] = [dayNumber(model.from), dayNumber(model.to)];
  const dayAt = (x: number) => from + ((x - left) / (right - left)) * (to - from);
  const valueAt = (y: number) => low + ((bottom - y) / (bottom - top)) * (high - low);
  const place = ([x, y]: Place): Place => [dayAt(x), valueAt(y)];
  return {
    texts: textsOf(svg),
    ticks: days.map((text) => ({ label: text.textContent, day: dayAt(attribute(text, 'x')) })),
    levels: gridLines.flatMap((line) => line.slice(0, 1).map(place)),
    lines: lines.map((line) => ({
      colour: line.getAttribute('stroke') ?? '',
      dashed: line.hasAttribute('stroke-dasharray'),
      points: corners(line).map(place),
    })),
    dots: dots.map((dot) => place(middle(dot))),
    marks: all(svg, '.nb-chart__band > *, .nb-chart__points > *, .nb-chart__spans > *, .nb-chart__targets > *').map(
      (mark) => ({
        kind: `${mark.parentElement?.getAttribute('class')} ${mark.tagName}`,
        colour: `${mark.getAttribute('fill')} ${mark.getAttribute('stroke')}`,
        at: place(middle(mark)),
      }),
    ),
  };
};

/** Every number of what is shown, days and values apart, and all that is no number. */
const placesOf = ({ ticks, levels, lines, dots, marks }: Shown): Place[] => [
  ...ticks.map(({ day }): Place => [day, 0]),
  ...levels,
  ...lines.flatMap(({ points }) => points),
  ...dots,
  ...marks.map(({ at }) => at),
];
const wordsOf = ({ texts, ticks, lines, dots, marks }: Shown) => ({
  texts,
  ticks: ticks.map(({ label }) => label),
  lines: lines.map(({ colour, dashed, points }) => ({ colour, dashed, points: points.length })),
  dots: dots.length,
  marks: marks.map(({ kind, colour }) => `${kind} ${colour}`),
});

/** The furthest that two drawings put one thing apart, as a share of their axes. */
const apart = (ours: readonly Place[], theirs: readonly Place[], { from, to, y }: ChartModel): number =>
  Math.max(
    0,
    ...ours.map(([day, value], index) => {
      const [otherDay, otherValue] = theirs[index] ?? [Number.NaN, Number.NaN];
      return Math.max(
        Math.abs(day - otherDay) / Math.max(1, dayNumber(to) - dayNumber(from)),
        Math.abs(value / 2 - otherValue / 2) / (y.max / 2 - y.min / 2),
      );
    }),
  );

/** A fifth of a px is what no eye tells apart. */
const sameEye = 0.001;

const base = { from: null, label: '' } as const;
const series = (key: string, more: Partial<ChartSeries>): ChartSeries => ({
  key,
  name: key,
  kind: 'line',
  role: 'actual',
  dashed: false,
  symbol: 'disc',
  points: [],
  endLabel: [],
  ...more,
});
const monthly = (values: readonly (number | null)[]) =>
  values.map((value, index) => ({ ...base, on: `2023-${String(index + 1).padStart(2, '0')}-28`, value }));

const in2023 = (month: number, value: number): Place => [dayNumber(`2023-0${month}-28`), value];

/** Everything that a model may hold, at once. */
const everything: ChartModel = {
  key: 'everything',
  title: '',
  subtitle: '',
  summary: 'All at once.',
  from: '2023-01-01',
  to: '2023-12-31',
  y: { min: -20, max: 100, ticks: [-20, 0, 50, 100].map((value) => ({ value, label: `${value}` })) },
  days: ['2023-01-01', '2023-04-01', '2023-07-01', '2023-10-01'].map((on) => ({ on, label: on.slice(0, 7) })),
  series: [
    series('gaps', {
      points: monthly([10, 20, null, 40, null, null, 70, 80]),
      endLabel: ['80, August 2023', 'monthly'],
    }),
    series('plan', { role: 'plan', dashed: true, symbol: 'none', points: monthly([0, 100]), endLabel: ['Plan'] }),
    series('guide', { role: 'guide', symbol: 'none', points: monthly([-5, -5]) }),
    series('band', {
      kind: 'band',
      role: 'fourth',
      dashed: true,
      symbol: 'none',
      points: monthly([50, 60]).map((point) => ({ ...point, reach: { low: 40, high: 80 } })),
    }),
    series('rings', { symbol: 'ring', role: 'other', points: monthly([33, 34, 35]) }),
    series('spans', {
      kind: 'bar',
      symbol: 'none',
      points: [{ on: '2023-06-30', from: '2023-02-01', value: 55, label: '55, average' }],
    }),
    ...(['disc', 'ring', 'diamond', 'triangle', 'square'] as const).map((symbol, index) =>
      series(symbol, {
        kind: 'points',
        symbol,
        points: [{ ...base, on: '2023-05-15', value: index * 20, label: symbol }],
      }),
    ),
  ],
  checkpoints: [
    { on: '2023-06-30', label: '3 months', date: '30 Jun 2023' },
    { on: '2023-09-30', label: '6 months', date: '30 Sep 2023' },
  ],
  breaks: [{ on: '2023-04-01', label: 'Limits anew', date: '1 Apr 2023' }],
  today: '2023-09-25',
  targets: [
    { on: '2023-06-30', value: 60, label: '60' },
    { on: '2023-09-30', value: 90, label: 'Target 90\nat 6 months' },
  ],
  floor: { value: 25, label: 'Floor 25' },
  bracket: { on: '2023-08-28', low: 40, high: 80, label: '40 behind', lowLabel: 'done', highLabel: 'planned' },
  table: { caption: '', columns: [], rows: [] },
};

const generated = [1, 2].flatMap((seed): ChartModel[] => {
  const [plan, today] = [generatedPlan(seed, 300 + seed * 60), '2023-09-25'];
  const due = plan.requirementDates.find(({ kind }) => kind === 'due');
  const required = plan.requirements.filter(({ id }) => id === due?.requirementId);
  return [
    completionChart(plan, today),
    ...plan.areas.slice(0, 2).map((area) => areaCompletionChart(plan, area, today)),
    ...(due ? [deadlineChart(plan, required, due.latest, today).chart] : []),
    // Every third is enough to meet each kind.
    ...plan.measures.filter((_, index) => index % 3 === 0).map(({ id }) => measureOf(plan, id, today)?.chart ?? null),
    slipChart(plan, { code: '1', originalDue: '2023-08-31' }, casework, ['2023-09-30'], today),
  ].filter((model) => model !== null);
});

const models: [name: string, model: ChartModel][] = [
  ['everything at once', everything],
  [
    'nothing but axes',
    { ...everything, series: [], checkpoints: [], targets: [], floor: null, bracket: null, today: null },
  ],
  ...generated.map((model, index): [string, ChartModel] => [`${index}: ${model.key}`, model]),
];

describe('both renderers', () => {
  it.each(models)('show the same of %s', (_name, model) => {
    const [ours, theirs] = [shownBy(byUs(model), model), shownBy(byRecharts(model), model)];
    expect(wordsOf(ours)).toEqual(wordsOf(theirs));
    expect(apart(placesOf(ours), placesOf(theirs), model)).toBeLessThan(sameEye);
  });

  it('show what the model says: its values on their days, its gaps, its words', () => {
    const { lines, texts, ticks } = shownBy(byRecharts(everything), everything);
    const drawn = lines.map(({ points }) => points.map(([day, value]) => [Math.round(day), Math.round(value)]));
    expect(drawn.slice(0, 3)).toEqual([
      [in2023(1, 10), in2023(2, 20)],
      [in2023(4, 40)],
      [in2023(7, 70), in2023(8, 80)],
    ]);
    expect(ticks.map(({ day }) => Math.round(day))).toEqual(everything.days.map(({ on: day }) => dayNumber(day)));
    expect(texts).toEqual(expect.arrayContaining(['80, August 2023', 'Floor 25', '40 behind', 'Today', '3 months']));
  });
});
