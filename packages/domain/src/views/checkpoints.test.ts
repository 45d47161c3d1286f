import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays } from '../calendar.ts';
import { generatedFrom, generatedPlan, itHoldsOfAnyPlan, seeds } from '../testing/generated.ts';
import {
  anAction,
  anArea,
  anEvent,
  aMeasure,
  aPlan,
  aReading,
  aRequirement,
  aRequirementDate,
  aTarget,
} from '../testing/rows.ts';
import { checkpointResultOf } from '../rules/checkpoint-result.ts';
import { checkpointsOf } from '../rules/checkpoints.ts';
import { checkpointsView } from './checkpoints.ts';

const today = '2023-09-25';

const plan = aPlan({
  areas: [anArea(), anArea({ id: 'area-2', number: 2, title: 'Second' })],
  measures: [
    aMeasure({ id: 'm-read', code: '1.2', floor: 20 }),
    aMeasure({ id: 'm-old', code: '1.10' }),
    aMeasure({ id: 'm-other', code: '2.1', areaId: 'area-2', basis: 'quarter' }),
    aMeasure({ id: 'm-none', code: '2.2', areaId: 'area-2', polarity: 'L' }),
    aMeasure({ id: 'm-context', code: '2.3', areaId: 'area-2' }),
    aMeasure({ id: 'm-gone', code: '2.4', withdrawnOn: '2023-08-01' }),
  ],
  targets: ['m-read', 'm-old', 'm-other', 'm-none', 'm-gone'].map((measureId) =>
    aTarget({ id: `${measureId}-6`, measureId, months: 6, value: 30 }),
  ),
  readings: [
    aReading({ measureId: 'm-read', value: 25 }),
    aReading({ id: 'r-old', measureId: 'm-old', periodStart: '2023-05-01', periodEnd: '2023-05-31', value: 12 }),
    aReading({ id: 'r-other', measureId: 'm-other', value: 40 }),
    aReading({ id: 'r-context', measureId: 'm-context', value: 40 }),
  ],
  actions: [
    anAction({ id: 'a1', code: '1.01', originalDue: '2023-08-30', stage: 'evidenced' }),
    anAction({ id: 'a2', code: '1.02', originalDue: '2023-09-30', stage: 'delivered' }),
    anAction({ id: 'a3', code: '1.03', originalDue: '2023-08-30', stage: 'withdrawn' }),
    anAction({ id: 'a4', code: '1.04', originalDue: '2023-10-01' }),
  ],
  requirements: [aRequirement(), aRequirement({ id: 'req-2', code: '2', title: 'A team' })],
  requirementDates: [
    aRequirementDate(),
    aRequirementDate({ id: 'met', kind: 'met', earliest: '2023-07-29', latest: '2023-07-29' }),
    aRequirementDate({ id: 'due-2', requirementId: 'req-2', earliest: '2023-09-30', latest: '2023-09-30' }),
  ],
});
const view = checkpointsView(plan, today);

describe('what the next checkpoint has', () => {
  it('counts a measure as ready where a reading counts there, and says so in the title', () => {
    expect(view.title).toBe('1 of 4 measures is ready, 5 days before the 6-month checkpoint');
    expect(view.next?.parts.map(({ key, count }) => [key, count])).toEqual([
      ['near', 1],
      ['older', 2],
      ['none', 1],
    ]);
  });

  it('counts what is still needed', () => {
    expect(view.next?.needed.map(({ key, have, of, standing }) => [key, have, of, standing.label])).toEqual([
      ['readings', 1, 4, 'Behind'],
      ['actions', 1, 2, 'Part'],
      ['requirements', 1, 2, 'Part'],
      ['targets', 4, 4, 'Ready'],
    ]);
    expect(view.next?.needed[1]?.note).toBe('original dates; 1 more delivered, not evidenced');
  });

  it('counts for each area what is met, on its trajectory, without data, and evidenced, out of what is asked', () => {
    expect(view.next?.areas.map(({ number, ...area }) => [number, area.met, area.onTrajectory, area.noData])).toEqual([
      [1, { count: 0, of: 2 }, { count: 0, of: 2 }, { count: 1, of: 2 }],
      [2, { count: 0, of: 2 }, { count: 0, of: 2 }, { count: 2, of: 2 }],
    ]);
    expect(view.next?.areas[0]?.evidenced).toEqual({ count: 1, of: 2 });
    // On the way from 10% in March to 30% in September, 25% in August is more than was expected; 20% is not.
    const startedAt = { baseline: 10, baselineOn: '2023-03-31', baselineBasis: 'month' } as const;
    const measures = plan.measures.map((each) => (each.id === 'm-read' ? { ...each, ...startedAt } : each));
    const onTheWay = (value: number) =>
      checkpointsView({ ...plan, measures, readings: [aReading({ measureId: 'm-read', value })] }, today).next?.areas[0]
        ?.onTrajectory;
    expect(onTheWay(27)).toEqual({ count: 1, of: 2 });
    expect(onTheWay(20)).toEqual({ count: 0, of: 2 });
  });

  it('names the requirements that fall due and are not met', () => {
    expect(view.next?.due.map(({ code }) => code)).toEqual(['2']);
  });
});

describe('the grid', () => {
  const measures = view.grid.areas.flatMap((area) => area.measures);
  const cells = (code: string) =>
    measures.find((row) => row.code === code)?.cells.map((cell) => [cell.status.label, cell.words]);

  it('holds the measures with a target by area and by number', () => {
    expect(view.grid.areas.map(({ number, measures: rows }) => [number, rows.map(({ code }) => code)])).toEqual([
      [1, ['1.2', '1.10']],
      [2, ['2.1', '2.2']],
    ]);
    expect(view.grid.withoutTarget).toBe(1);
  });

  it('is pending before the day, with the latest reading in the next column only', () => {
    expect(cells('1.2')).toEqual([
      ['No data', 'no target'],
      ['Not yet due', 'now 25.0%, target 30%'],
      ['Not yet due', 'no target'],
      ['Not yet due', 'no target'],
    ]);
  });

  it('decides on the day, and puts an older reading beside no data', () => {
    const later = checkpointsView(plan, '2023-10-01').grid.areas.flatMap((area) => area.measures);
    expect(later[0]?.cells[1]).toMatchObject({
      words: '25.0% for August 2023, target 30%',
      period: 'August 2023',
      filed: 25,
      status: { key: 'near' },
    });
    expect(later[1]?.cells[1]).toMatchObject({ words: 'before it 12.0% for May 2023, target 30%', filed: null });
  });

  it('gives a reading of another basis no colour', () => {
    expect(measures.find(({ code }) => code === '2.1')?.latest).toMatchObject({ words: '40.0%', own: false });
    expect(cells('2.1')?.[1]).toEqual(['Not yet due', 'target 30%']);
  });

  it('sums each column', () => {
    expect(view.grid.totals).toMatchObject({ measures: '4 measures', readings: '3 with a reading' });
    expect(view.grid.totals.cells.map(({ words }) => words)).toEqual([
      '1 no target, 3 no data',
      '4 not yet due',
      '4 not yet due',
      '4 not yet due',
    ]);
  });
});

test('requirements stand at each checkpoint by their dates', () => {
  expect(view.requirements.rows.map(({ code, cells }) => [code, ...cells.map(({ status }) => status.label)])).toEqual([
    ['1', 'Not met', 'Met late', 'Met late', 'Met late'],
    ['2', 'Not due', 'Not yet due', 'Not yet due', 'Not yet due'],
  ]);
  expect(view.requirements.totals[0]?.words).toBe('0 of 2 met');
});

test.each([
  ['2023-09-30', 'Not yet due'],
  ['2023-10-01', 'Not met'],
])('what is due on the day of a checkpoint is, seen on %s, %s', (day, label) => {
  expect(checkpointsView(plan, day).requirements.rows[1]?.cells[1]?.status.label).toBe(label);
});

test.each([
  ['2023-09-30', '1 of 4 measures is ready on the day of the 6-month checkpoint'],
  ['2023-10-01', 'No measure has a target, 181 days before the 12-month checkpoint'],
  ['2024-10-01', 'All 4 checkpoints have passed'],
])('the title on %s', (day, title) => {
  expect(checkpointsView(plan, day).title).toContain(title);
});

test('a lifted notice says so', () => {
  const lifted = anEvent({ kind: 'lifted', earliest: '2023-09-20', latest: '2023-09-20' });
  expect(checkpointsView({ ...plan, events: [lifted] }, today).under).toMatch(
    /^The notice was lifted on 20 September 2023\./,
  );
});

describe('over generated plans', () => {
  itHoldsOfAnyPlan(checkpointsView, 40);

  it('counts every measure in each column once', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 60, max: 600 }), (seed, days) => {
        const { grid, next } = checkpointsView(generatedPlan(seed, days), addDays(generatedFrom, days));
        const rows = grid.areas.flatMap(({ measures }) => measures);
        for (const { words } of grid.totals.cells) {
          const counted = [...words.matchAll(/\d+/g)].reduce((sum, [count]) => sum + Number(count), 0);
          expect(counted).toBe(rows.length);
        }
        expect(next?.parts.reduce((sum, { count }) => sum + count, 0)).toBe(next?.total);
      }),
      { numRuns: 40 },
    );
  });
});

test('the value at a checkpoint is never of a later period, nor of one before the checkpoint before it', () => {
  const ends = fc.uniqueArray(fc.integer({ min: -400, max: 700 }), { maxLength: 12 });
  fc.assert(
    fc.property(ends, fc.integer({ min: 0, max: 700 }), (days, seen) => {
      const base = '2023-03-30';
      const readings = days.map((day) => {
        const end = addDays(base, day);
        return aReading({ id: `r${day}`, measureId: 'm', periodStart: end, periodEnd: end, basis: 'month', value: 50 });
      });
      const measure = aMeasure({ id: 'm' });
      const whole = aPlan({
        measures: [measure],
        readings,
        targets: [aTarget({ measureId: 'm', months: 6, value: 30 })],
      });
      const checkpoints = checkpointsOf(whole.notice);
      for (const [index, checkpoint] of checkpoints.entries()) {
        const { key, reading } = checkpointResultOf(whole, measure, checkpoint, addDays(base, seen));
        const after = checkpoints[index - 1]?.on ?? base;
        const counted = readings.filter(({ periodEnd }) => periodEnd > after && periodEnd <= checkpoint.on);
        const last = counted
          .map(({ periodEnd }) => periodEnd)
          .toSorted()
          .at(-1);
        expect(key === 'pending' ? undefined : reading?.periodEnd).toBe(key === 'pending' ? undefined : last);
      }
    }),
    { numRuns: 200 },
  );
});
