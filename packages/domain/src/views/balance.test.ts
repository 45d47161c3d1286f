import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generatePlan } from '../generator/plan.ts';
import { replay } from '../generator/replay.ts';
import { storyMeasureId } from '../generator/stories.ts';
import type { Measure } from '../measure.ts';
import { caseworkPlan } from '../testing/casework.ts';
import { aMeasure, aReading } from '../testing/rows.ts';
import { balanceInWords } from './balance-words.ts';
import { balanceView } from './balance.ts';
import { balanceOf, movedTogether } from '../rules/balance.ts';

const today = '2023-09-25';
const months = ['2023-03', '2023-04', '2023-05', '2023-06', '2023-07', '2023-08'];
const byMonth = (values: readonly number[]) =>
  Object.fromEntries(values.map((value, index) => [months[index + months.length - values.length] ?? '', value]));

const planOf = (timeliness: readonly number[], refusals: readonly number[], over: Partial<Measure> = {}) => {
  const plan = caseworkPlan({ timeliness: byMonth(timeliness), refusalsToAssess: byMonth(refusals), appeals: {} });
  return {
    ...plan,
    measures: plan.measures.map((measure) =>
      measure.id === 'timeliness' ? { ...measure, polarity: 'H' as const } : { ...measure, ...over },
    ),
  };
};
const measureIn = (plan: ReturnType<typeof planOf>, id: string) => {
  const found = plan.measures.find((measure) => measure.id === id);
  if (!found) throw new Error(`There is no measure ${id}.`);
  return found;
};
const together = (plan: ReturnType<typeof planOf>) =>
  movedTogether(plan, measureIn(plan, 'timeliness'), measureIn(plan, 'refusalsToAssess'), today);

describe('what moved with what', () => {
  test('quicker while refusals rise is to be looked at', () => {
    const plan = planOf([40, 41, 42, 47, 48, 49], [20, 21, 20, 26, 27, 28]);
    expect(together(plan)).toMatchObject({
      anchor: { from: 41, to: 48, moved: 'rose', change: 'better' },
      other: { moved: 'rose', change: 'worse' },
      from: '2023-03-31',
      to: '2023-08-31',
      toLookAt: true,
    });
    const view = balanceView(plan, measureIn(plan, 'timeliness'), today);
    expect(view.toLookAt).toBe(
      'Look at this: over the same months timeliness Timeliness got better and refusals to assess (refusalsToAssess) got worse. That does not say that one caused the other.',
    );
    expect(view.together).toEqual([
      'March 2023 to August 2023: timeliness Timeliness rose from 41 to 48, while refusals to assess (refusalsToAssess) rose from 20 to 27.',
    ]);
  });

  test.each([
    ['refusals that fall are no price', [40, 41, 42, 47, 48, 49], [28, 27, 26, 21, 20, 20]],
    ['noise is no move', [40, 44, 39, 45, 40, 44], [20, 26, 20, 26, 20, 27]],
    ['slower is no speed', [49, 48, 47, 42, 41, 40], [20, 21, 20, 26, 27, 28]],
    ['a flat course holds', [40, 40, 40, 40, 40, 40], [20, 21, 20, 26, 27, 28]],
  ])('%s', (_what, timeliness, refusals) => {
    const plan = planOf(timeliness, refusals);
    expect(together(plan)?.toLookAt).toBe(false);
    expect(balanceView(plan, measureIn(plan, 'timeliness'), today).toLookAt).toBeNull();
  });

  test('four months are enough, three are not', () => {
    expect(together(planOf([40, 41, 48, 49], [20, 21, 27, 28]))?.toLookAt).toBe(true);
    expect(together(planOf([40, 41, 48], [20, 21, 27]))).toBeNull();
  });

  test('near a target is neither better nor worse by rising', () => {
    const plan = planOf([40, 41, 42, 47, 48, 49], [20, 21, 20, 26, 27, 28], { polarity: 'T', tolerance: 1 });
    expect(together(plan)).toMatchObject({ other: { moved: 'rose', change: null }, toLookAt: false });
  });

  test('a basis that names no month is not compared, nor a year to date', () => {
    const plan = planOf([40, 41, 42, 47], [20, 21, 26, 27]);
    for (const basis of ['notStated', 'other', 'yearToDate'] as const)
      expect(
        movedTogether(plan, measureIn(plan, 'timeliness'), { ...measureIn(plan, 'refusalsToAssess'), basis }, today),
      ).toBeNull();
  });

  test('every number is finite, whatever is read', () => {
    const values = fc.array(fc.double({ min: -1e15, max: 1e15, noNaN: true }), { minLength: 4, maxLength: 6 });
    fc.assert(
      fc.property(values, values, (timeliness, refusals) => {
        const plan = planOf(timeliness, refusals);
        const moved = together(plan);
        for (const movement of [moved?.anchor, moved?.other])
          for (const value of [movement?.from, movement?.to]) expect(value).toSatisfy(Number.isFinite);
        const text = JSON.stringify(balanceView(plan, measureIn(plan, 'timeliness'), today));
        expect(text).not.toMatch(/NaN|undefined|Infinity/);
      }),
    );
  });
});

describe('what is read beside a measure', () => {
  test('are its families and what it names itself, each once', () => {
    const plan = planOf([40], [20]);
    const named = aMeasure({ id: 'named', code: '9.1', title: 'Named' });
    const measures = plan.measures.map((measure) =>
      measure.id === 'timeliness' ? { ...measure, balancedByIds: ['named', 'appeals'] } : measure,
    );
    const wider = { ...plan, measures: [...measures, named] };
    const { families, anchors, others } = balanceOf(wider, measureIn(wider, 'timeliness'));
    expect(families.map(({ title }) => title)).toEqual(['Assessments in time']);
    expect(anchors.map(({ measure }) => measure.id)).toEqual(['timeliness']);
    expect(others.map(({ measure, part }) => [measure.id, part])).toEqual([
      ['refusalsToAssess', 'refusalsToAssess'],
      ['appeals', 'appeals'],
      ['named', 'otherBalance'],
    ]);
  });

  test('a measure that was withdrawn is left out', () => {
    const plan = planOf([40], [20], { withdrawnOn: '2023-09-01' });
    expect(balanceOf(plan, measureIn(plan, 'timeliness')).others).toEqual([]);
    expect(balanceView(plan, measureIn(plan, 'timeliness'), today).lines).toEqual([]);
  });

  test('is said in a line wherever the figure stands alone, with what has no reading', () => {
    const plan = planOf([40, 41], [20, 22]);
    expect(balanceInWords(plan, measureIn(plan, 'timeliness'), today)).toBe(
      'Refusals to assess 22, worse; appeals: no reading',
    );
    expect(balanceInWords(plan, measureIn(plan, 'appeals'), today)).toBeNull();
  });

  test('is drawn on one axis of time', () => {
    const plan = planOf([40, 41, 42], [20, 21, 22]);
    const early = aReading({
      id: 'early',
      measureId: 'timeliness',
      basis: 'snapshot',
      periodStart: '2019-06-30',
      periodEnd: '2019-06-30',
      value: 12,
    });
    const wider = { ...plan, readings: [early, ...plan.readings] };
    const charts = balanceView(wider, measureIn(wider, 'timeliness'), today).lines.flatMap(
      ({ line }) => line.chart ?? [],
    );
    expect(new Set(charts.map(({ from, to }) => `${from} ${to}`)).size).toBe(1);
    expect(charts.every(({ from, series }) => series.every(({ points }) => points.every(({ on }) => on >= from)))).toBe(
      true,
    );
  });
});

test('the gate-keeping of Exampleshire is found, and its noise is not', () => {
  const plan = replay(generatePlan({ stories: true }));
  const view = (id: string) => {
    const measure = plan.measures.find((each) => each.id === id);
    if (!measure) throw new Error(`There is no measure ${id}.`);
    return balanceView(plan, measure, today);
  };
  expect(view(storyMeasureId('gateKeeping')).toLookAt).toMatch(
    /^Look at this: over the same months .* got better and refusals to assess .* got worse\./,
  );
  expect(view(storyMeasureId('refusals')).toLookAt).toBe(view(storyMeasureId('gateKeeping')).toLookAt);
  expect(view(storyMeasureId('noise')).toLookAt).toBeNull();
});
