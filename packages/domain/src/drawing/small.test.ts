import { describe, expect, it } from 'vitest';
import { bulletOf } from '../charts/bullet.ts';
import { smallMeasureChart } from '../charts/measure-small.ts';
import type { SmallChart } from '../charts/model.ts';
import { impactOf } from '../rules/impact.ts';
import { aMeasure, aPlan, aReading, aTarget } from '../testing/rows.ts';
import { drawBullet } from './bullet.ts';
import { toMarkup } from './shape.ts';
import { drawSmall, drawSparkline } from './small.ts';

const today = '2023-09-25';
const month = (index: number, value: number | null) =>
  aReading({
    id: `reading-${index}`,
    measureId: 'measure-6.1',
    periodStart: `2023-0${index}-01`,
    periodEnd: `2023-0${index}-28`,
    value,
    symbol: value === null ? 'x' : null,
  });
const measure = aMeasure({ id: 'measure-6.1', floor: 20 });
const plan = aPlan({
  measures: [measure],
  targets: [aTarget({ measureId: measure.id, months: 6, value: 30 })],
  readings: [month(1, 10), month(2, 12), month(3, null), month(4, 18)],
});
const smallOf = (of = plan): SmallChart => {
  const chart = smallMeasureChart(of, measure, today, '18% in April 2023.');
  if (!chart) throw new Error('Nothing was drawn.');
  return chart;
};
const count = (text: string, part: RegExp) => text.match(part)?.length ?? 0;

describe('a measure in small', () => {
  it('draws lines with their gap, the last reading, the target, the floor and today, and names only the ends of its axes', () => {
    const markup = toMarkup(drawSmall(smallOf()));
    expect(count(markup, /class="nb-chart__line"/g)).toBe(2);
    // The reading after the gap is the last one too.
    expect(count(markup, /<circle/g)).toBe(1);
    expect(count(markup, /fill="#f46a25"/g)).toBe(1);
    expect([...markup.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text)).toEqual([
      '0',
      '30%',
      'Jan 2023',
      'Sep 2023',
    ]);
    expect(markup).toContain('aria-label="18% in April 2023."');
    expect(markup).toContain('width="272" height="104"');
  });

  it('says nothing of a sparkline beside its summary', () => {
    expect(toMarkup(drawSparkline(smallOf()))).not.toContain('<text');
  });

  it('draws the newest 36 readings of many', () => {
    const many = Array.from({ length: 60 }, (_, index) => {
      const [year, of] = [2018 + Math.floor(index / 12), String((index % 12) + 1).padStart(2, '0')];
      const period = { periodStart: `${year}-${of}-01`, periodEnd: `${year}-${of}-28` };
      return aReading({ id: `r${index}`, measureId: measure.id, value: index, ...period });
    });
    const { series, from } = smallOf({ ...plan, readings: many });
    expect(series[0]?.points).toHaveLength(36);
    expect(from).toBe('2020-01-01');
  });

  it('is nothing without a reading', () => {
    expect(smallMeasureChart({ ...plan, readings: [] }, measure, today, '')).toBeNull();
  });
});

const bulletWith = (over: Parameters<typeof aMeasure>[0], value: number, aim = 30) => {
  const changed = aMeasure({ ...measure, ...over });
  const given = {
    ...plan,
    measures: [changed],
    readings: [{ ...month(4, value), basis: changed.basis }],
    targets: [aTarget({ measureId: measure.id, months: 6, value: aim })],
  };
  return bulletOf(changed, impactOf(given, changed, today));
};

describe('a bullet', () => {
  it('sets a percentage on the whole of its scale', () => {
    expect(bulletWith({}, 18)).toEqual({
      value: 18,
      target: { from: 30, to: 30 },
      floor: 20,
      min: 0,
      max: 100,
      summary: '18.0%; target 30%, floor 20%.',
    });
  });

  it('draws the stretch that meets a target which is to be near', () => {
    const bullet = bulletWith({ polarity: 'T', tolerance: 2, floor: null }, 29);
    expect(bullet).toMatchObject({ target: { from: 28, to: 32 }, floor: null });
    expect(bullet?.summary).toContain('target 30%, within 2%');
  });

  it.each([0, -40, 1e308, -1e308])('stays in its drawing for %d', (value) => {
    const bullet = bulletWith({ unit: 'score', floor: null }, value, value);
    const markup = bullet ? toMarkup(drawBullet('one', bullet)) : '';
    expect(markup).toContain('<svg');
    expect(markup).not.toMatch(/NaN|Infinity/);
    const ends = [...markup.matchAll(/M([-\d.]+) 11H([-\d.]+)/g)].flatMap(([, from, to]) => [Number(from), Number(to)]);
    expect(Math.min(...ends)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ends)).toBeLessThanOrEqual(140);
  });

  it('has finite ends where a target and its tolerance are near the largest number', () => {
    const bullet = bulletWith({ unit: 'score', polarity: 'T', tolerance: 1e308, floor: null }, 1e308, 1e308);
    expect(bullet?.target).toEqual({ from: 0, to: Number.MAX_VALUE });
    expect(bullet ? toMarkup(drawBullet('one', bullet)) : '').not.toMatch(/NaN|Infinity/);
  });

  it('needs an exact value and a target', () => {
    const bound = { ...plan, readings: [{ ...month(4, 18), qualifier: 'over' as const }] };
    expect(bulletOf(measure, impactOf(bound, measure, today))).toBeNull();
    expect(bulletOf(measure, impactOf({ ...plan, targets: [] }, measure, today))).toBeNull();
  });
});
