import { describe, expect, it } from 'vitest';
import { milestoneStateOf } from './milestone.ts';

const milestone = { currentDue: '2023-08-15', forecast: null, doneOn: null };

const doneReason = (doneOn: string) => milestoneStateOf({ ...milestone, doneOn }, '2023-09-25').reason;

describe('milestoneStateOf', () => {
  it.each([
    ['2023-07-31', { ...milestone }, 'notDue', 15],
    ['2023-08-01', { ...milestone }, 'dueSoon', 14],
    ['2023-08-15', { ...milestone }, 'dueSoon', 0],
    ['2023-08-16', { ...milestone }, 'overdue', 1],
    ['2023-08-01', { ...milestone, forecast: '2023-08-22' }, 'forecastLate', 7],
    ['2023-08-01', { ...milestone, forecast: '2023-08-10' }, 'dueSoon', 14],
    ['2023-08-25', { ...milestone, doneOn: '2023-08-22' }, 'done', 7],
    ['2023-08-20', { ...milestone, doneOn: '2023-08-22' }, 'overdue', 5],
  ])('on %s finds %o %s', (today, given, key, days) => {
    expect(milestoneStateOf(given, today)).toMatchObject({ key, days });
  });

  it('says how early or late it was done', () => {
    expect(doneReason('2023-08-22')).toBe('Done 22 August 2023, 7 days late.');
    expect(doneReason('2023-08-15')).toBe('Done 15 August 2023, on its day.');
    expect(doneReason('2023-08-14')).toBe('Done 14 August 2023, 1 day early.');
  });
});
