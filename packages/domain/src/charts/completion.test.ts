import { describe, expect, it } from 'vitest';
import type { Action } from '../action.ts';
import { anAction, aPlan, aStageChange } from '../testing/rows.ts';
import { completionChart, completionOf, gapInWords } from './completion.ts';

const today = '2023-09-25';
const actions = (...over: Partial<Action>[]) =>
  over.map((each, index) => anAction({ id: `action-${index}`, code: `1.0${index}`, ...each }));
const plan = aPlan({
  actions: actions(
    { originalDue: '2023-07-31', currentDue: '2023-07-31', stage: 'evidenced' },
    { originalDue: '2023-08-31', currentDue: '2023-10-31', stage: 'inProgress' },
    { originalDue: '2023-09-25', currentDue: '2023-09-25', stage: 'delivered' },
    { originalDue: '2023-07-31', currentDue: '2023-07-31', stage: 'withdrawn' },
    { originalDue: '2024-03-31', currentDue: '2024-03-31', stage: 'assured' },
  ),
  stageChanges: [
    aStageChange({ id: 's0', actionId: 'action-0', from: 'delivered', to: 'evidenced', on: '2023-08-15' }),
    aStageChange({ id: 's4', actionId: 'action-4', from: 'delivered', to: 'assured', on: '2023-09-24' }),
  ],
});

describe('completion', () => {
  it('counts by original dates, by current dates and by what is complete', () => {
    expect(completionOf(plan, today)).toEqual({ total: 5, planned: 4, current: 2, complete: 2, withdrawn: 1 });
  });

  it('puts the message into the title', () => {
    expect(completionChart(plan, today)?.title).toBe('2 of 5 actions complete, 2 behind the agreed plan');
    expect(gapInWords({ planned: 3, complete: 3 })).toBe('as the agreed plan has it');
    expect(gapInWords({ planned: 3, complete: 5 })).toBe('2 ahead of the agreed plan');
  });

  it('has a row a month, with nothing complete after today', () => {
    const rows = completionChart(plan, today)?.table.rows.map((row) => row.map(({ words }) => words)) ?? [];
    expect(rows[0]).toEqual(['30 June 2023', '0', '0', '0']);
    expect(rows).toContainEqual(['31 August 2023', '3', '1', '1']);
    expect(rows).toContainEqual(['25 September 2023, today', '4', '2', '2']);
    expect(rows).toContainEqual(['30 September 2023', '4', '2', '–']);
    expect(rows.at(-1)).toEqual(['30 September 2024', '5', '4', '–']);
  });

  it('ends the line of what is complete at today', () => {
    const complete = completionChart(plan, today)?.series.find(({ key }) => key === 'complete');
    expect(complete?.points.at(-1)).toMatchObject({ on: today, value: 2 });
  });

  it('draws nothing while there are no actions', () => {
    expect(completionChart(aPlan(), today)).toBeNull();
  });
});
