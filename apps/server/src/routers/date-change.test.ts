import type { DateChangesView } from '@noticeboard/domain/views/date-changes';
import type { ActionView } from '@noticeboard/domain/views/action';
import type { ChartModel } from '@noticeboard/domain/charts/model';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestInstallation, type Person, type TestInstallation } from '../testing/installation.ts';

let installation: TestInstallation;
beforeEach(async () => {
  installation = await createTestInstallation();
});
afterEach(() => installation[Symbol.asyncDispose]());

const ask = (person: Person, to: string) =>
  installation.call(person, 'dateChange.ask', {
    noticeId: 'one',
    actionId: 'action-2',
    to,
    reason: 'Few applied.',
    effect: 'It passes no checkpoint.',
  });

const register = async (person: Person) =>
  (await installation.call(person, 'dateChange.list', { noticeId: 'one' })) as DateChangesView;

const openRequest = async () => {
  const open = (await register('chair')).entries.find(
    ({ state, action }) => state.key === 'asked' && action.id === 'action-2',
  );
  if (!open) throw new Error('No request is open.');
  return open;
};

const decide = async (person: Person, request: { id: string; version: number }, decision: object) =>
  installation.call(person, 'dateChange.decide', {
    noticeId: 'one',
    id: request.id,
    expectedVersion: request.version,
    ...decision,
  });

const action = async () =>
  (await installation.call('officer', 'action.read', { noticeId: 'one', id: 'action-2' })) as ActionView;

/** Who decides the request about action 2, and why a person may not. */
const whyOf = async (person: Person) => {
  const entry = (await register(person)).entries.find((each) => each.action.id === 'action-2');
  return [entry?.whoDecides, entry?.whyNotDecide];
};

it('shows every reader the same register, and tells each whether they may decide', async () => {
  await ask('officer', '2023-09-30');
  expect(await whyOf('chair')).toEqual(['The chair', null]);
  expect(await whyOf('programmeOffice')).toEqual(['The chair', 'Only the chair can move a due date of this notice.']);
  expect(await whyOf('officer')).toEqual(['The chair', 'You asked for this change. Somebody else must decide it.']);
  expect(await whyOf('monitor')).toEqual(['The chair', 'Only the chair can move a due date.']);
});

it('takes one request at a time, and says which one stands', async () => {
  const outcomes = await Promise.allSettled([ask('officer', '2023-09-30'), ask('officer', '2023-10-31')]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await expect(ask('programmeOffice', '2023-11-30')).rejects.toThrow(/There is already a request to move this date to/);
});

it('refuses a date before today, and another one that is approved before today', async () => {
  await expect(ask('officer', '2023-02-09')).rejects.toThrow('The new date must be today or later.');
  await ask('officer', '2023-09-30');
  const request = await openRequest();
  const other = { state: 'approvedOther', date: '2023-02-09', reason: 'Sooner.', meeting: null };
  await expect(decide('chair', request, other)).rejects.toThrow('The new date must be today or later.');
});

it('says what became of a request to whoever decides it a second time', async () => {
  await ask('officer', '2023-09-30');
  const request = await openRequest();
  await decide('chair', request, { state: 'refused', reason: 'The posts are funded.' });
  await expect(decide('chair', request, { state: 'approved' })).rejects.toThrow(
    'This request is decided already: refused, chair, 10 February 2023.',
  );
});

it('shows a refusal in the register, in the timeline of the action and in its history; nothing moves', async () => {
  await ask('officer', '2023-09-30');
  await decide('chair', await openRequest(), {
    state: 'refused',
    reason: 'The posts are funded.',
    meeting: 'The board',
  });
  expect((await register('officer')).entries.find((each) => each.action.id === 'action-2')).toMatchObject({
    state: { key: 'refused' },
    decidedBy: 'chair',
    decisionReason: 'The posts are funded.',
  });
  const { timeline, currentDue, originalDue } = await action();
  expect(timeline.map(({ words }) => words)).toContain('Date change refused. The posts are funded. The board.');
  expect(currentDue).toBe(originalDue);
  const history = await installation.call('monitor', 'history.list', {
    noticeId: 'one',
    entity: 'action',
    entityId: 'action-2',
  });
  expect(JSON.stringify(history)).toContain('The posts are funded.');
});

it('draws the slip of the action and of a checkpoint from what was recorded, as it was known on the day', async () => {
  const slip = async (asAt?: string) =>
    (await installation.call('monitor', 'action.slip', { noticeId: 'one', id: 'action-2', asAt })) as ChartModel;
  const { originalDue } = await action();
  expect((await slip()).title).toMatch(/steady since 10 February 2023/);
  await ask('officer', '2023-09-30');
  await decide('chair', await openRequest(), { state: 'approved' });
  const chart = await slip();
  expect(originalDue < '2023-09-30').toBe(true);
  expect(chart.title).toMatch(/^Expected 30 September 2023/);
  expect(chart.table.rows.at(-1)?.map(({ value }) => value)).toContain('2023-09-30');
  await expect(slip('2023-02-09')).rejects.toThrow('Nothing was recorded by that day.');
  await expect(installation.call('monitor', 'action.slip', { noticeId: 'one', id: 'no-such-row' })).rejects.toThrow(
    'There is no such action in this notice.',
  );
  const checkpoint = await installation.call('monitor', 'checkpoint.slip', { noticeId: 'one', months: 12 });
  expect(checkpoint).toMatchObject({ months: 12 });
});
