import { expect, test } from 'vitest';
import { mostInFocus } from '../focus.ts';
import type { Plan } from '../plan.ts';
import { periodOn } from '../rules/reporting.ts';
import { asMember, refusalOf } from '../testing/asking.ts';
import { anAction } from '../testing/rows.ts';
import { noticeId, recordedOn, smallPlan, today } from '../testing/small-plan.ts';
import { focusOf, inFocusOn } from '../views/focus.ts';
import { setFocus, setFocusInput } from './focus.ts';

const small = smallPlan();
const thirteen = Array.from({ length: mostInFocus + 1 }, (_, index) => `action-${index}`);
const plan = smallPlan({ actions: [...small.actions, ...thirteen.map((id) => anAction({ noticeId, id }))] });
const periodEnd = periodOn(plan.notice, today)?.closesOn ?? '';
const set = (actionIds: readonly string[], on: Plan = plan, over: object = {}) =>
  setFocus(
    on,
    setFocusInput.parse({ noticeId, periodEnd, expectedVersion: 0, actionIds, ...over }),
    asMember('member-chair'),
  );

test('twelve actions are picked for the period that runs, and picked anew in the same list', () => {
  const twelve = thirteen.slice(0, 12);
  const listed = recordedOn(plan, set(twelve), '2023-09-25T09:00:00.000Z', 'member-chair');
  expect(listed.focuses).toMatchObject([
    { id: `focus-${periodEnd}`, periodEnd, actionIds: twelve, setById: 'member-chair', setOn: today },
  ]);
  expect(set([], listed, { expectedVersion: 1 })).toMatchObject([{ expectedVersion: 1, row: { actionIds: [] } }]);
});

test('a thirteenth is refused with a sentence', () => {
  const parsed = setFocusInput.safeParse({ noticeId, periodEnd, expectedVersion: 0, actionIds: thirteen });
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual([
    'Choose 12 actions or fewer: the rest is rolled up.',
  ]);
});

test('each is picked once, known and not withdrawn', () => {
  const gone = { ...plan, actions: plan.actions.map((row) => ({ ...row, stage: 'withdrawn' as const })) };
  expect(refusalOf(() => set(['action-1', 'action-1'])).sentence).toBe('Choose each action once.');
  expect(refusalOf(() => set(['action-none'])).sentence).toBe(
    'There is no such action in this notice. Choose one from the list.',
  );
  expect(refusalOf(() => set(['action-1'], gone)).sentence).toBe('That action was withdrawn. Choose another one.');
});

test('a list for a period that is over, or before any has opened, is refused', () => {
  const stale = refusalOf(() => set([], plan, { periodEnd: '2023-06-30' }));
  expect(stale.code).toBe('conflict');
  expect(stale.sentence).toContain('Reload the page and choose for that one.');
  const early = { ...plan, notice: { ...plan.notice, issuedOn: '2024-01-01', reportsCloseFrom: '2024-01-31' } };
  expect(refusalOf(() => set([], early)).sentence).toBe(
    'No reporting period has opened yet. Choose a focus list once one has.',
  );
});

test('a list stays when the rhythm changes, and is edited in place', () => {
  const listed = recordedOn(plan, set(['action-1']), '2023-09-25T09:00:00.000Z', 'member-chair');
  const before = {
    ...listed,
    notice: { ...plan.notice, reportEvery: 'sixWeekly' as const, reportsCloseFrom: '2023-10-10' },
  };
  expect([...inFocusOn(before, today)]).toEqual(['action-1']);
  expect(focusOf(before, today).list?.actions.map(({ id }) => id)).toEqual(['action-1']);
  const running = { ...before, notice: { ...before.notice, reportsCloseFrom: '2023-09-27' } };
  expect([...inFocusOn(running, today)]).toEqual(['action-1']);
  const change = set(['action-2'], running, { periodEnd: '2023-09-27', expectedVersion: 1 });
  expect(change).toMatchObject([{ expectedVersion: 1, row: { id: `focus-${periodEnd}`, actionIds: ['action-2'] } }]);
  expect([...inFocusOn(running, '2023-11-01')]).toEqual([]);
});
