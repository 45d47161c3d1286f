import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../calendar.ts';
import { keysOf, rhythms, updateStates } from '../scales.ts';
import { aNotice } from '../testing/rows.ts';
import { isWorkingDay } from '../working-days.ts';
import { isAskedFor, nextPeriod, periodAt, periodOn, periodsFrom, reportStatusOf } from './reporting.ts';

/** Closes on Tuesdays, every four weeks: 29 August and 26 September 2023; open for five working days, two of grace. */
const notice = aNotice({ reportEvery: 'fourWeekly', reportsCloseFrom: '2023-04-11' });
const since = '2023-07-24';

describe('a period', () => {
  test('opens and closes on working days, and gives days of grace', () => {
    expect(periodOn(notice, '2023-09-25')).toEqual({
      index: 6,
      opensOn: '2023-09-19',
      closesOn: '2023-09-26',
      graceEndsOn: '2023-09-28',
    });
    // 28 August was a bank holiday.
    expect(periodAt(notice, 5)).toMatchObject({ opensOn: '2023-08-21', closesOn: '2023-08-29' });
  });

  test('closes before a holiday, and at the end of a shorter month', () => {
    const monthly = aNotice({ reportEvery: 'monthly', reportsCloseFrom: '2023-12-31' });
    expect(periodAt(monthly, 0).closesOn).toBe('2023-12-29');
    expect(periodAt(monthly, 2).closesOn).toBe('2024-02-29');
  });

  test('is none before the notice was issued', () => {
    expect(periodOn(notice, '2023-03-01')).toBeNull();
  });

  test('is none before the day that the others are counted from', () => {
    const changed = aNotice({ reportEvery: 'sixWeekly', reportsCloseFrom: '2023-10-10' });
    expect(periodOn(changed, '2023-10-02')).toBeNull();
    expect(nextPeriod(changed, '2023-09-25')).toMatchObject({ index: 0, closesOn: '2023-10-10' });
    expect(periodsFrom(changed, '2023-05-01', 1)).toEqual([periodAt(changed, 0)]);
    expect(periodOn(changed, '2023-10-03')).toMatchObject({ index: 0 });
    expect(reportStatusOf(changed, [], since, '2023-09-25').key).toBe('noUpdate');
    expect(reportStatusOf(changed, [], since, '2023-10-12').key).toBe('due');
    expect(reportStatusOf(changed, [], since, '2023-10-13').key).toBe('late');
  });

  test('runs from its opening until the next opens, whatever the rhythm', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...keysOf(rhythms)),
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: -20_000, max: 0 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        (reportEvery, later, anchor, reportOpenDays, reportGraceDays) => {
          const given = aNotice({
            reportEvery,
            reportsCloseFrom: addDays('2023-04-11', anchor),
            reportOpenDays,
            reportGraceDays,
          });
          const day = addDays('2023-06-01', later);
          const period = periodOn(given, day);
          if (!period) throw new Error('There is a period two months after the notice was issued.');
          expect(period.opensOn <= day).toBe(true);
          expect(periodAt(given, period.index + 1).opensOn > day).toBe(true);
          expect([period.opensOn, period.closesOn].every(isWorkingDay)).toBe(true);
          expect(period.opensOn < period.closesOn && period.closesOn <= period.graceEndsOn).toBe(true);
        },
      ),
    );
  });
});

describe('the periods ahead', () => {
  test('begin with the one that is open, or else the next', () => {
    expect(periodsFrom(notice, '2023-09-26', 2).map(({ closesOn }) => closesOn)).toEqual(['2023-09-26', '2023-10-24']);
    expect(periodsFrom(notice, '2023-09-27', 2).map(({ closesOn }) => closesOn)).toEqual(['2023-10-24', '2023-11-21']);
    expect(periodsFrom(notice, '2023-01-01', 1)).toEqual([periodAt(notice, 0)]);
  });

  test('follow each other, whatever the rhythm', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...keysOf(rhythms)),
        fc.integer({ min: -20_000, max: 20_000 }),
        fc.integer({ min: -100, max: 800 }),
        (reportEvery, anchor, later) => {
          const given = aNotice({ reportEvery, reportsCloseFrom: addDays('2023-09-26', anchor) });
          const day = addDays('2023-03-30', later);
          const periods = periodsFrom(given, day, 4);
          expect(periods.every(({ closesOn }) => closesOn >= day && closesOn > given.issuedOn)).toBe(true);
          expect(periods.map(({ index }) => index - (periods[0]?.index ?? 0))).toEqual([0, 1, 2, 3]);
          const before = periodAt(given, (periods[0]?.index ?? 0) - 1);
          expect(before.closesOn < day || before.closesOn <= given.issuedOn || before.index < 0).toBe(true);
        },
      ),
    );
  });
});

const on = (day: string, ...reported: [string, 'submitted' | 'accepted' | 'returned'][]) =>
  reportStatusOf(
    notice,
    reported.map(([when, state]) => ({ on: when, state })),
    since,
    day,
  );

describe('a report', () => {
  test.each([
    ['2023-07-25', [], 'due', 'the first period after it was known'],
    ['2023-09-25', [['2023-08-22', 'accepted']], 'due', 'it was reported in the period before'],
    ['2023-09-25', [], 'late', 'the period before was missed'],
    ['2023-09-25', [['2023-08-01', 'submitted']], 'late', 'it was last reported before the period before'],
    ['2023-09-18', [['2023-08-22', 'submitted']], 'submitted', 'the next period has not opened'],
    ['2023-09-28', [['2023-08-22', 'submitted']], 'due', 'the days of grace'],
    ['2023-09-29', [['2023-08-22', 'submitted']], 'late', 'the days of grace are over'],
    ['2023-09-25', [['2023-09-20', 'returned']], 'returned', 'it came back'],
    [
      '2023-09-25',
      [
        ['2023-09-20', 'returned'],
        ['2023-09-21', 'submitted'],
      ],
      'submitted',
      'it was written again',
    ],
    ['2023-09-28', [['2023-09-20', 'returned']], 'returned', 'it came back, and the days of grace are not over'],
    ['2023-09-29', [['2023-09-20', 'returned']], 'late', 'it came back, and none was written in its place'],
    ['2023-09-25', [['2023-08-22', 'returned']], 'late', 'it came back in the period before'],
    [
      '2023-09-29',
      [
        ['2023-09-20', 'submitted'],
        ['2023-09-21', 'returned'],
      ],
      'late',
      'the one that came back took the place of the first',
    ],
    ['2023-09-25', [['2023-09-20', 'accepted']], 'accepted', 'it was accepted'],
    [
      '2023-09-25',
      [
        ['2023-08-22', 'accepted'],
        ['2023-09-26', 'accepted'],
      ],
      'due',
      'the other lies ahead',
    ],
  ] as const)('on %s after %j is %s: %s', (day, reported, state, _because) => {
    expect(
      reportStatusOf(
        notice,
        reported.map(([when, was]) => ({ on: when, state: was })),
        since,
        day,
      ).key,
    ).toBe(state);
  });

  test('is not asked for of what was added after updates closed', () => {
    expect(reportStatusOf(notice, [], '2023-09-27', '2023-09-28')).toMatchObject({ key: 'noUpdate', days: null });
    expect(reportStatusOf(notice, [], '2023-09-27', '2023-10-17')).toMatchObject({ key: 'due', days: 7 });
  });

  test('says when updates close, and for how long they have been closed', () => {
    expect(on('2023-09-25', ['2023-08-22', 'accepted'])).toMatchObject({
      days: 1,
      reason: 'Updates close on 26 September 2023.',
    });
    expect(on('2023-09-25')).toMatchObject({ days: 27, reason: 'Updates closed on 29 August 2023, 27 days ago.' });
    expect(on('2023-09-25', ['2023-08-22', 'returned'])).toMatchObject({
      days: 27,
      reason:
        'Updates closed on 29 August 2023, 27 days ago. The programme office returned the update of 22 August 2023. Write another.',
    });
  });

  const reports = fc.array(
    fc.record({
      on: fc.integer({ min: 0, max: 300 }).map((days) => addDays('2023-05-01', days)),
      state: fc.constantFrom(...keysOf(updateStates)),
    }),
  );
  const moments = fc.integer({ min: 0, max: 300 }).map((days) => addDays('2023-05-01', days));

  test('of a day does not change for what is reported later', () => {
    fc.assert(
      fc.property(reports, reports, moments, (reported, more, day) => {
        const later = more.filter((each) => each.on > day);
        expect(reportStatusOf(notice, [...reported, ...later], since, day)).toEqual(
          reportStatusOf(notice, reported, since, day),
        );
      }),
    );
  });

  test('is no longer asked for once it was made in the period', () => {
    fc.assert(
      fc.property(reports, moments, (reported, day) => {
        const made = reportStatusOf(notice, [...reported, { on: day, state: 'submitted' }], since, day);
        expect(isAskedFor(made)).toBe(false);
      }),
    );
  });
});
