import { describe, expect, it, test } from 'vitest';
import { aCover, aMeasure, aReading } from '../testing/rows.ts';
import { itHoldsOfAnyPlan } from '../testing/generated.ts';
import { asMember } from '../testing/asking.ts';
import { smallPlan, today } from '../testing/small-plan.ts';
import { entryGridOf } from './entry-grid.ts';

const office = asMember('member-office').who;
const lead = asMember('member-lead').who;
const row = (id: string) => ({ noticeId: 'testshire', id, recordedAt: '2023-04-03T09:00:00.000Z' });
const day = (on: string) => ({ periodStart: on, periodEnd: on });

const plan = smallPlan({
  measures: [
    aMeasure({ ...row('monthly'), code: '6.10', ownerId: 'member-lead' }),
    aMeasure({ ...row('snapshot'), code: '6.2', unit: 'count', decimals: 0, basis: 'snapshot' }),
    aMeasure({ ...row('quarterly'), code: '6.3', basis: 'quarter', everyMonths: 3, ownerId: 'member-lead' }),
    aMeasure({ ...row('loose'), code: '6.4', basis: 'notStated' }),
    aMeasure({ ...row('yearly'), code: '6.5', basis: 'calendarYear', everyMonths: 12 }),
  ],
  readings: [
    aReading({ ...row('r1'), measureId: 'monthly', value: 2.3, mark: 'published' }),
    aReading({ ...row('r2'), measureId: 'monthly', basis: 'notStated', ...day('2023-07-31'), value: 13.2 }),
    aReading({ ...row('r3'), measureId: 'snapshot', basis: 'snapshot', ...day('2023-09-18'), value: 1080 }),
    aReading({ ...row('r4'), measureId: 'snapshot', basis: 'snapshot', ...day('2023-01-31'), value: 2000 }),
    aReading({ ...row('r5'), measureId: 'snapshot', basis: 'snapshot', ...day('2022-12-31'), value: 2100 }),
  ],
});
const grid = entryGridOf(plan, today, office, null);
const cellsOf = (code: string) => grid.rows.find((each) => each.code === code)?.cells ?? [];

describe('the grid of readings', () => {
  it('has the last six months, and the measures in the order of their codes', () => {
    expect(grid.months.map(({ name, ended }) => [name, ended])).toEqual([
      ['April 2023', true],
      ['May 2023', true],
      ['June 2023', true],
      ['July 2023', true],
      ['August 2023', true],
      ['September 2023', false],
    ]);
    expect(grid.rows.map(({ code }) => code)).toEqual(['6.2', '6.3', '6.10']);
    expect(grid.elsewhere).toEqual([
      expect.objectContaining({ code: '6.4', why: 'its basis names no period' }),
      expect.objectContaining({ code: '6.5', why: 'no period of it ends in these months' }),
    ]);
  });

  it('shows what stands, and never mixes bases', () => {
    const [, , , july, august] = cellsOf('6.10');
    expect(july).toMatchObject({ reading: null, period: 'July 2023' });
    expect(august?.reading).toMatchObject({ id: 'r1', written: '2.3%', source: { mark: 'published' } });
  });

  it('has cells only where a period ends, and opens none before it has ended', () => {
    expect(cellsOf('6.3').map((cell) => cell?.period ?? null)).toEqual([
      null,
      null,
      'April 2023 to June 2023',
      null,
      null,
      'July 2023 to September 2023',
    ]);
    expect(cellsOf('6.3')[5]?.closed?.label).toBe('Ends 30 Sep 2023');
    expect(cellsOf('6.10')[5]?.closed?.label).toBe('Ends 30 Sep 2023');
  });

  it('takes a snapshot of today, beside the one of another day of the month', () => {
    expect(cellsOf('6.2')[5]).toMatchObject({
      period: '25 September 2023',
      closed: null,
      reading: null,
      beside: { words: '1,080', period: '18 September 2023' },
    });
  });

  it('gives what a value is compared with, and no more', () => {
    const { series } = grid.rows.find(({ code }) => code === '6.2') ?? { series: null };
    expect(series?.points.map(({ value }) => value)).toEqual([2000, 1080]);
    expect(series?.largestMove).toBe(920);
  });

  it('turns to earlier months and back, and never ahead', () => {
    expect(grid.later).toBeNull();
    const earlier = entryGridOf(plan, today, office, grid.earlier);
    expect(earlier.months.map(({ name }) => name)).toContain('March 2023');
    expect(earlier.later).toBe('2023-09-30');
    expect(entryGridOf(plan, today, office, '2024-05-01').months).toEqual(grid.months);
  });

  it('closes a cell that two readings are for', () => {
    const twin = aReading({ ...row('r9'), measureId: 'monthly', value: 2.5, disputed: 'Minutes differ.' });
    const doubled = entryGridOf({ ...plan, readings: [...plan.readings, twin] }, today, office, null);
    const cell = doubled.rows.find(({ code }) => code === '6.10')?.cells[4];
    expect(cell?.closed?.why).toBe('There are 2 readings for it. Correct them on the page of the measure.');
  });
});

test('an officer sees their own and what they cover for, others nothing', () => {
  const codes = (memberId: string, given = plan) =>
    entryGridOf(given, today, asMember(memberId, given).who, null).rows.map(({ code }) => code);
  expect(codes('member-lead')).toEqual(['6.3', '6.10']);
  expect(codes('member-deputy')).toEqual([]);
  expect(codes('member-deputy', { ...plan, covers: [aCover()] })).toEqual(['6.3', '6.10']);
  expect(codes('member-chair')).toEqual([]);
});

describe('for any plan', () => {
  itHoldsOfAnyPlan((given, on) => entryGridOf(given, on, office, null), 20);
  itHoldsOfAnyPlan((given, on) => entryGridOf(given, on, lead, '2023-01-31'), 10);
});
