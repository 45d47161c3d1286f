import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar.ts';
import { dayNumber } from '../day-number.ts';
import { checkpointSlipOf } from '../views/checkpoint-slip.ts';
import { casework, datesRecorded, histories } from '../testing/histories.ts';
import { aPlan } from '../testing/rows.ts';
import { checkpointSlipChart } from './checkpoint-slip.ts';

const plan = aPlan();
const checkpoint = { months: 6, on: '2023-09-30', label: '6 months' };
const steady = [datesRecorded('2023-07-24', { actionId: 'b', originalDue: '2023-07-31', currentDue: '2023-09-15' })];
const delivered = [
  datesRecorded('2023-07-24', { actionId: 'c' }),
  datesRecorded('2023-08-20', { actionId: 'c', stage: 'delivered' }),
];
const later = [datesRecorded('2023-07-24', { actionId: 'd', originalDue: '2023-10-31', currentDue: '2023-10-31' })];
const all = [casework, steady, delivered, later];

describe('the slip chart of a checkpoint', () => {
  it('is about the actions that were originally due by it: half of them, and the last', () => {
    const chart = checkpointSlipChart(plan, checkpoint, all, '2023-09-25');
    expect(chart?.title).toBe(
      'The last of 3 actions due by the 6-month checkpoint is expected 31 October 2023, 31 days after it',
    );
    expect(chart?.table.rows.map((row) => row.map(({ words }) => words))).toEqual([
      ['24 July 2023', '3', '0', '0', '31 August 2023', '15 September 2023', '−15'],
      ['31 July 2023', '3', '0', '0', '31 August 2023', '15 September 2023', '−15'],
      ['31 August 2023', '3', '1', '0', '15 September 2023', '30 September 2023', '0'],
      ['25 September 2023, today', '3', '1', '1', '25 September 2023', '31 October 2023', '31'],
    ]);
    expect(chart?.floor).toEqual({ value: dayNumber('2023-09-30'), label: '6 months' });
    expect(chart?.summary).toContain('For 1 of them the date has passed without a new one');
  });

  it('is not drawn where no action was due by then', () => {
    expect(checkpointSlipChart(plan, checkpoint, [later], '2023-09-25')).toBeNull();
    expect(checkpointSlipChart(plan, checkpoint, all, '2023-07-01')).toBeNull();
  });

  it('shows the next checkpoint, the one that is chosen, or the last', () => {
    expect(checkpointSlipOf(plan, all, null, '2023-09-25')).toMatchObject({ months: 6 });
    expect(checkpointSlipOf(plan, all, 12, '2023-09-25')).toMatchObject({ months: 12 });
    expect(checkpointSlipOf(plan, all, 7, '2023-09-25')).toMatchObject({ months: 6 });
    expect(checkpointSlipOf(plan, all, null, '2030-01-01')).toMatchObject({ months: 18 });
  });
});

it('keeps what it drew of earlier report days when something is recorded later', () => {
  fc.assert(
    fc.property(fc.array(histories, { maxLength: 4 }), fc.nat(600), fc.nat(200), (known, count, more) => {
      const [today, after] = [addDays('2023-04-01', count), addDays('2023-04-01', count + more)];
      const upTo = (day: string) => known.map((history) => history.filter(({ on }) => on <= day));
      const rowsOf = (chart: ReturnType<typeof checkpointSlipChart>) =>
        (chart?.table.rows ?? []).filter(([report]) => String(report?.value) < today);
      const then = checkpointSlipChart(plan, checkpoint, upTo(today), today);
      const now = checkpointSlipChart(plan, checkpoint, upTo(after), after);
      if (!then || !now) return;
      const kept = new Map(rowsOf(now).map((row) => [row[0]?.value, row]));
      // A first report day moves back only where an action that is recorded later was known earlier, which none can be.
      for (const row of rowsOf(then)) expect(kept.get(row[0]?.value ?? null)).toEqual(row);
      expect(JSON.stringify(now)).not.toMatch(/NaN|undefined|Infinity/);
    }),
  );
});
