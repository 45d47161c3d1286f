import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAction, aPlan } from '../testing/rows.ts';
import type { HashedEntry } from './history-page.ts';
import { historyPageOf } from './history-page.ts';

const today = '2023-09-25';
const action = anAction({ id: 'action-6.04', code: '6.04', title: 'Clear the backlog' });
const plan = aPlan({ actions: [action], head: { seq: 1284, hash: 'abc' } });

/** Entries newest first, from the ids of the acts that they belong to, oldest first. */
const entriesOf = (acts: readonly string[]): HashedEntry[] =>
  acts
    .map((changeId, index): HashedEntry => ({
      seq: index + 1,
      hash: `hash-${index + 1}`,
      at: '2023-09-20T09:00:00.000Z',
      actor: '@demonstration',
      kind: 'created',
      entity: 'action',
      entityId: action.id,
      version: 1,
      reason: index % 2 === 0 ? 'Agreed.' : null,
      changeId,
      before: null,
      after: action,
    }))
    .toReversed();

const pageOf = (acts: readonly string[], limit: number) => historyPageOf(plan, today, entriesOf(acts), { limit });

describe('historyPageOf', () => {
  it('groups what was done in one go, with its place in the ledger', () => {
    const { changes, nextBefore, title } = pageOf(['a', 'b', 'b'], 10);
    expect(title).toBe('1,284 entries recorded by 25 September 2023');
    expect(nextBefore).toBeNull();
    expect(
      changes.map(({ changeId, firstSeq, head, rows }) => [changeId, firstSeq, head, rows.map(({ seq }) => seq)]),
    ).toEqual([
      ['b', 2, { seq: 3, hash: 'hash-3' }, [2, 3]],
      ['a', 1, { seq: 1, hash: 'hash-1' }, [1]],
    ]);
    expect(changes[0]).toMatchObject({ by: 'The demonstration', reason: 'Agreed.', goesOn: false });
  });

  it('keeps an act whole rather than cutting it at the foot of a page', () => {
    const { changes, nextBefore } = pageOf(['a', 'a', 'b', 'c'], 3);
    expect(changes.map(({ changeId }) => changeId)).toEqual(['c', 'b']);
    expect(nextBefore).toBe(3);
  });

  it('cuts an act that is longer than a page, and says so', () => {
    const { changes, nextBefore } = pageOf(['a', 'a', 'a'], 2);
    expect(changes).toMatchObject([{ changeId: 'a', goesOn: true, rows: [{ seq: 2 }, { seq: 3 }] }]);
    expect(nextBefore).toBe(2);
  });

  it('shows every entry once, whatever the acts and the length of a page', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        (sizes, limit) => {
          const all = entriesOf(sizes.flatMap((size, act) => Array.from({ length: size }, () => `act-${act}`)));
          const seen: number[] = [];
          for (let before: number | null = Infinity; before !== null;) {
            const found: HashedEntry[] = all.filter(({ seq }) => seq < (before ?? 0)).slice(0, limit + 1);
            const page = historyPageOf(plan, today, found, { limit });
            seen.push(...page.changes.flatMap(({ rows }) => rows.map(({ seq }) => seq).toReversed()));
            before = page.nextBefore;
          }
          expect(seen).toEqual(all.map(({ seq }) => seq));
        },
      ),
    );
  });

  it('names the one row that it is narrowed to, and offers what it can be narrowed to', () => {
    const view = historyPageOf(plan, today, [], { limit: 5, entity: 'action', entityId: action.id });
    expect(view).toMatchObject({ about: 'Action 6.04, Clear the backlog', changes: [], nextBefore: null });
    expect(view.nouns).toContainEqual({ id: 'dateChange', title: 'Date change' });
    expect(view.nouns.some(({ id }) => id === 'account')).toBe(false);
  });
});
