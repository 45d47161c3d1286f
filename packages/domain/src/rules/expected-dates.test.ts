import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar.ts';
import { casework, datesRecorded, histories } from '../testing/histories.ts';
import { expectedOn } from './expected-dates.ts';

const on = (day: string) => expectedOn(casework, day);

describe('when an action is expected', () => {
  it('is the due date of the time, or the forecast where there is one', () => {
    expect(on('2023-07-23')).toBeNull();
    expect(on('2023-08-29')).toMatchObject({ on: '2023-08-31', state: 'ahead', due: '2023-08-31', forecast: null });
    expect(on('2023-08-30')).toMatchObject({ on: '2023-09-30' });
    expect(on('2023-09-25')).toMatchObject({ on: '2023-10-31', due: '2023-09-30', forecast: '2023-10-31' });
  });

  it('is an approved date in place of an older forecast, and never sooner than the lead forecasts', () => {
    const stale = [
      datesRecorded('2023-07-24', { forecast: '2023-08-31' }),
      datesRecorded('2023-09-25', { forecast: '2023-08-31', currentDue: '2023-10-31' }),
    ];
    expect(expectedOn(stale, '2023-09-25')).toMatchObject({ on: '2023-10-31', forecast: '2023-08-31' });
    const late = stale.map((each) => ({ ...each, forecast: '2023-12-29' }));
    expect(expectedOn(late, '2023-09-25')).toMatchObject({ on: '2023-12-29', due: '2023-10-31' });
    const renewed = [...stale, datesRecorded('2023-09-26', { forecast: '2023-10-15', currentDue: '2023-10-31' })];
    expect(expectedOn(renewed, '2023-09-26')).toMatchObject({ on: '2023-10-15' });
  });

  it('is never before the day itself: a date that passed without a new one is today at the earliest', () => {
    expect(on('2023-10-31')).toMatchObject({ on: '2023-10-31', state: 'ahead' });
    expect(on('2023-11-10')).toMatchObject({ on: '2023-11-10', date: '2023-10-31', state: 'passed' });
  });

  it('is the day it was delivered from then on, and open again once it was reopened', () => {
    const delivered = [
      ...casework,
      datesRecorded('2023-10-20', { currentDue: '2023-10-31', stage: 'delivered' }),
      datesRecorded('2023-11-30', { currentDue: '2023-10-31', stage: 'evidenced' }),
      datesRecorded('2023-12-05', { currentDue: '2023-12-31', stage: 'inProgress' }),
      datesRecorded('2023-12-20', { currentDue: '2023-12-31', stage: 'delivered' }),
    ];
    expect(expectedOn(delivered, '2023-12-04')).toMatchObject({ on: '2023-10-20', state: 'done' });
    expect(expectedOn(delivered, '2023-12-05')).toMatchObject({ on: '2023-12-31', state: 'ahead' });
    expect(expectedOn(delivered, '2024-03-01')).toMatchObject({ on: '2023-12-20', state: 'done' });
  });

  it('is nothing once the action was withdrawn', () => {
    expect(expectedOn([...casework, datesRecorded('2023-10-01', { stage: 'withdrawn' })], '2023-10-01')).toBeNull();
  });
});

const days = fc.nat(700).map((count) => addDays('2023-04-01', count));

it('stays as it was on an earlier day, whatever is recorded later', () => {
  fc.assert(
    fc.property(histories, histories, days, (history, more, day) => {
      const last = history.at(-1)?.on ?? day;
      const later = more.map((each, index) => ({ ...each, on: addDays(last, index + 1) }));
      fc.pre(day <= last);
      expect(expectedOn([...history, ...later], day)).toEqual(expectedOn(history, day));
    }),
  );
});

it('is level from day to day while nothing is recorded, until its date has passed', () => {
  fc.assert(
    fc.property(histories, days, (history, day) => {
      const next = addDays(day, 1);
      fc.pre(history.every(({ on: recorded }) => recorded !== next));
      const [now, then] = [expectedOn(history, day), expectedOn(history, next)];
      const passes = now !== null && now.state !== 'done' && now.date < next;
      expect(then?.on).toBe(passes ? next : now?.on);
      expect(then?.state).toBe(passes ? 'passed' : now?.state);
    }),
  );
});
