import { expect, test } from 'vitest';
import { measureOf, type MeasureView } from '../views/measure.ts';
import { generatePlan } from './plan.ts';
import { replay } from './replay.ts';
import { storyMeasureId, type StoryName } from './stories.ts';

const plan = replay(generatePlan({ stories: true }));

/** What the page of a story's measure says on a day. */
const told = (name: StoryName, day = '2023-09-25'): MeasureView => {
  const view = measureOf(plan, storyMeasureId(name), day);
  if (!view) throw new Error(`No measure tells ${name}.`);
  return view;
};

/** The 12-month target that stood on a day. */
const stood = (day: string) => {
  const view = measureOf(replay(generatePlan({ stories: true, day })), storyMeasureId('retargeted'), day);
  return view?.rows.find(({ kind, key }) => kind === 'target' && key.endsWith('-12'))?.target?.words;
};

test('a shift is found though the last month was worse than the one before', () => {
  const { noise, line } = told('shift');
  expect(noise.variation).toMatchObject({
    key: 'improving',
    reason: 'The last 12 readings lie above the mean of 42.7%.',
  });
  expect(line.direction.key).toBe('worse');
});

test('a trend is found within the limits', () => {
  expect(told('trend').noise.variation).toMatchObject({
    key: 'improving',
    reason: 'The last 9 readings fall each time, to 25.5 weeks for August 2023.',
  });
});

test('a flat series has no limits and is not called better or worse', () => {
  const { noise, line } = told('flat');
  expect(noise).toMatchObject({
    variation: { key: 'common', reason: 'The readings do not vary, so there are no limits.' },
    lines: null,
  });
  expect(line.direction.key).toBe('same');
});

test('a year to date that restarts is no fall', () => {
  const { noise, line } = told('reset', '2023-05-20');
  expect(line.direction).toMatchObject({ key: 'acrossReset' });
  expect(line.direction.reason).toMatch(/The count restarted in April 2023, so the two cannot be compared\.$/);
  expect(noise.variation.key).toBe('notJudged');
});

test('months without an audit are a gap in the line and a symbol in the table, never 0', () => {
  const { chart, rows } = told('gap');
  const missing = rows.filter(({ kind, figure }) => kind === 'reading' && figure === 'Not available');
  expect(missing.map(({ period }) => period)).toEqual(['December 2022', 'January 2023', 'February 2023']);
  const line = chart?.series.find(({ role, kind }) => role === 'actual' && kind === 'line');
  const inGap = line?.points.filter(({ on }) => on >= '2022-12-01' && on <= '2023-02-28') ?? [];
  expect(inGap.map(({ value }) => value)).toEqual([null, null, null]);
});

test('small numbers are suppressed, and nothing that rests on one is given', () => {
  const { line, rows, needed } = told('smallNumbers');
  expect(line.latest).toMatchObject({ words: 'Suppressed', filed: 'Suppressed' });
  expect(line.chart?.series[0]?.points.at(-1)).toMatchObject({ value: null });
  expect(needed.rates).toEqual([]);
  expect(rows.some(({ value }) => value !== null && value > 0 && value < 5 && value !== 2)).toBe(false);
});

test('quicker decisions that came with more refusals show both, and are to be looked at', () => {
  expect(told('gateKeeping').balance.toLookAt).toMatch(
    /^Look at this: over the same months .* got better and refusals to assess .* got worse\. That does not say that one caused the other\.$/,
  );
  expect(told('gateKeeping').noise.variation.key).toBe('improving');
  expect(told('refusals').noise.variation).toMatchObject({
    key: 'worsening',
    reason: 'The last 10 readings rise each time, to 27.0% for August 2023.',
  });
});

test('a target that was loosened and then tightened is the one that stood on the day', () => {
  expect([stood('2023-02-01'), stood('2023-04-01'), stood('2023-09-25')]).toEqual(['65%', '55%', '70%']);
});

test('an improvement that is only noise is said to be noise', () => {
  const { noise, line } = told('noise');
  expect(line.direction.key).toBe('better');
  expect(noise.variation).toMatchObject({ key: 'common' });
  expect(noise.variation.reason).toMatch(/what moved is noise\.$/);
});
