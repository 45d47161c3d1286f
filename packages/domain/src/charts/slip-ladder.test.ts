import { describe, expect, it } from 'vitest';
import { slipLadderOf } from './slip-ladder.ts';

const today = '2023-09-25';
const given = {
  action: { originalDue: '2023-08-31', currentDue: '2023-09-30', forecast: '2023-10-31' },
  moves: [{ id: 'move-1', from: '2023-08-31', decidedDate: '2023-09-30', decidedOn: '2023-08-30' }],
  asked: { to: '2023-10-31' },
  completedOn: null,
  required: [{ on: '2023-09-30', label: 'Requirement 4 due' }],
  today,
};

describe('slipLadderOf', () => {
  it('leads from the original date over what was approved to what is asked for', () => {
    const { title, rungs, days } = slipLadderOf(given);
    expect(title).toBe('Forecast 31 October 2023, 61 days after the original date');
    expect(rungs.map(({ kind, label, end }) => [kind, label, end])).toEqual([
      ['original', 'Original', '31 August'],
      ['move', '+30 days, approved 30 August', 'Current 30 September'],
      ['asked', '+31 days more, not approved', 'Asked and forecast 31 October'],
    ]);
    expect(days.map(({ key, label }) => [key, label])).toEqual([
      ['today', 'Today'],
      ['required', 'Requirement 4 due'],
    ]);
  });

  it('shows a forecast apart from a request for another date', () => {
    const { rungs } = slipLadderOf({ ...given, asked: { to: '2023-10-15' } });
    expect(rungs.map(({ end }) => end).slice(2)).toEqual(['Asked 15 October', 'Forecast 31 October']);
  });

  it('ends where the action is complete', () => {
    const { title, rungs } = slipLadderOf({ ...given, completedOn: '2023-09-20' });
    expect(title).toBe('Complete 20 September 2023, 20 days after the original date');
    expect(rungs.map(({ kind }) => kind)).toEqual(['original', 'move', 'done']);
  });

  it('says when nothing has moved', () => {
    const still = { originalDue: '2023-08-31', currentDue: '2023-08-31', forecast: null };
    const { title, rungs } = slipLadderOf({ ...given, action: still, moves: [], asked: null });
    expect(title).toBe('Due 31 August 2023, the original date');
    expect(rungs.map(({ label }) => label)).toEqual(['Original and current']);
  });

  it.each(['2023-10-31', '2027-01-01', '9990-01-01', '9999-12-31'])(
    'keeps every share within the drawing with a forecast of %s',
    (forecast) => {
      const { rungs, days, months } = slipLadderOf({ ...given, action: { ...given.action, forecast } });
      const shares = [
        ...rungs.flatMap(({ from, to }) => [from, to]),
        ...[...days, ...months].map(({ share }) => share),
      ];
      expect(shares.filter((share) => !(share >= 0 && share <= 1))).toEqual([]);
      expect(months.length).toBeLessThanOrEqual(8);
    },
  );
});
