import { describe, expect, it } from 'vitest';
import { itHoldsOfAnyPlan } from '../testing/generated.ts';
import { anAction, anArea, aPlan, aRisk } from '../testing/rows.ts';
import type { LedgerEntry } from './history.ts';
import { riskOf } from './risk.ts';
import { nextRiskCode, openRisksOf, risksOf } from './risks.ts';

const today = '2023-09-25';
const r1 = aRisk({ id: 'r1', code: 'R1', likelihood: 3, impact: 4, areaIds: ['area-1'], actionIds: ['a'] });
const r2 = aRisk({ id: 'r2', code: 'R2', likelihood: 4, impact: 3, areaIds: [] });
const r3 = aRisk({ id: 'r3', code: 'R3', likelihood: 5, impact: 5, state: 'closed', closedOn: '2023-09-01' });
const r10 = aRisk({ id: 'r10', code: 'R10', likelihood: 2, impact: 2, ownerId: null });
const plan = aPlan({
  areas: [anArea({ id: 'area-1', number: 1 })],
  actions: [anAction({ id: 'a', code: '1.01' })],
  risks: [r10, r2, r1, r3, aRisk({ id: 'gone', withdrawnOn: '2023-09-01' })],
});

describe('risksOf', () => {
  it('puts the greatest first, by impact where two are equal, and the closed last', () => {
    const view = risksOf(plan, today, null);
    expect(view.lines.map(({ code }) => code)).toEqual(['R1', 'R2', 'R10', 'R3']);
    expect(view.title).toBe('3 open risks, the greatest R1: New caseworkers leave before their training ends');
    expect(view.lines[0]).toMatchObject({ rating: '3 of 5, 4 of 5', move: null, actions: [{ code: '1.01' }] });
  });

  it('counts the open ones by likelihood and impact, likelihood 5 first', () => {
    const { grid } = risksOf(plan, today, null);
    expect(grid.map(({ likelihood }) => likelihood)).toEqual([5, 4, 3, 2, 1]);
    expect(grid.flatMap(({ cells }) => cells).reduce((sum, { count }) => sum + count, 0)).toBe(3);
    expect(grid[2]?.cells[3]).toMatchObject({ count: 1, words: '1 open risk: likelihood 3 of 5, impact 4 of 5' });
  });

  it('says how each moved since the last board', () => {
    const before = {
      plan: {
        ...plan,
        risks: [
          { ...r1, likelihood: 2 },
          { ...r2, likelihood: 5 },
        ],
      },
      on: '2023-08-30',
    };
    const moves = risksOf(plan, today, before).lines.map(({ code, moveInWords }) => [code, moveInWords]);
    expect(moves).toEqual([
      ['R1', 'Worse: was 2 of 5, 4 of 5'],
      ['R2', 'Better: was 5 of 5, 3 of 5'],
      ['R10', 'New'],
      ['R3', ''],
    ]);
  });

  it('says that there is none', () => {
    expect(risksOf(aPlan(), today, null).title).toBe('No risk is recorded');
    expect(risksOf(aPlan({ risks: [r3] }), today, null).title).toBe('No risk is open');
  });

  itHoldsOfAnyPlan((any, day) => risksOf(any, day, null), 5);
});

it('gives the open risks of an area or an action, and the next number', () => {
  expect(openRisksOf(plan, ({ areaIds }) => areaIds.includes('area-1')).map(({ id }) => id)).toEqual(['r1', 'r10']);
  expect(nextRiskCode(plan)).toBe('R11');
});

const entry = (
  seq: number,
  before: object | null,
  after: object | null,
  over: Partial<LedgerEntry> = {},
): LedgerEntry => ({
  seq,
  at: '2023-09-18T09:00:00.000Z',
  actor: '@demonstration',
  kind: before ? 'changed' : 'created',
  entity: 'risk',
  entityId: 'r1',
  version: 1,
  reason: 'Three left.',
  changeId: 'c',
  before,
  after,
  ...over,
});

describe('riskOf', () => {
  it('tells its ratings, the direction, and who and why, and leaves out what was merely edited', () => {
    const worse = { ...r1, likelihood: 5 };
    const { steps } = riskOf(plan, 'r1', today, [
      entry(5, { ...worse, state: 'closed' }, worse),
      entry(4, worse, { ...worse, state: 'closed' }),
      entry(3, r1, worse),
      entry(2, r1, { ...r1, title: 'Other' }),
      entry(1, null, r1),
    ]);
    expect(steps.map(({ what, way }) => [what, way])).toEqual([
      ['Reopened. Likelihood 5 of 5, impact 4 of 5', null],
      ['Closed', null],
      ['Likelihood 5 of 5, impact 4 of 5, was 3 of 5 and 4 of 5', 'worse'],
      ['Raised. Likelihood 3 of 5, impact 4 of 5', null],
    ]);
    expect(steps[2]).toMatchObject({ on: '2023-09-18', who: 'The demonstration', why: 'Three left.' });
  });

  it('says where a rating was erased by law, and stands for a withdrawn one', () => {
    const erased = entry(2, r1, null, { kind: 'redacted' });
    expect(riskOf(plan, 'r1', today, [erased]).steps[0]?.what).toBe('What was recorded here was erased by law');
    expect(riskOf(plan, 'gone', today, []).withdrawn).toBe('Withdrawn on 1 September 2023');
  });
});
