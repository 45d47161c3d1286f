import { record, write } from '@noticeboard/db/ledger';
import { readPlan } from '@noticeboard/db/plan';
import { edited } from '@noticeboard/domain/changes/rows';
import { TRPCError } from '@trpc/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestInstallation, people, type Person, type TestInstallation } from '../testing/installation.ts';

let installation: TestInstallation;
const noticeId = 'one';

/** The sample’s meeting, held on its day by a quorum of one: the chair. */
beforeEach(async () => {
  installation = await createTestInstallation();
  const plan = await readPlan(installation.db, noticeId);
  if (!plan) throw new Error('The notice is there.');
  await write(installation.db, { chain: noticeId, actor: '@command-line', reason: null }, async (writer) => {
    await record(writer, edited('notice', plan.notice, { quorumPresent: 1, quorumSectors: [] }, plan.notice.version));
    await record(writer, {
      entity: 'attendance',
      row: { noticeId, id: 'there', meetingId: 'meeting-1', memberId: 'member-chair', state: 'present' },
      expectedVersion: 0,
    });
  });
});
afterEach(() => installation[Symbol.asyncDispose]());

const call = (person: Person, act: string, input: object) =>
  installation.call(person, `decision.${act}`, { noticeId, ...input });
const open = () => call('programmeOffice', 'open', { id: 'meeting-1', expectedVersion: 1 });
const item = { itemId: 'item-1', seenId: 'decision-1', minute: 'As the board said.' };
const codeOf = async (asked: Promise<unknown>): Promise<string> => {
  try {
    await asked;
    return 'done';
  } catch (error) {
    return error instanceof TRPCError ? error.code : String(error);
  }
};
const may = async (act: string, input: object): Promise<Person[]> => {
  const allowed: Person[] = [];
  for (const person of Object.keys(people) as Person[])
    if ((await codeOf(call(person, act, input))) !== 'FORBIDDEN') allowed.push(person);
  return allowed;
};

it('lets the office take the minutes, and only the chair decide, assure and reopen', async () => {
  const read = { id: 'meeting-1', expectedVersion: 1 };
  const office = ['programmeOffice', 'chair'];
  expect(await may('writeMinutes', { ...read, minutes: 'Thanks.' })).toEqual(office);
  expect(await may('note', item)).toEqual(office);
  expect(await may('close', { ...read, carriedIds: [], leftIds: [] })).toEqual(office);
  for (const act of ['decide', 'assure', 'reopen'])
    expect(await may(act, { ...item, ...read, state: 'approved', reason: 'Seen.' })).toEqual(['chair']);
  expect(await may('challenge', { ...item, question: 'Why?' })).toEqual(['boardMember', 'chair', 'parentCarerForum']);
});

it('takes one of two decisions on an item, and tells the second who decided what', async () => {
  await open();
  const outcomes = await Promise.allSettled([
    call('chair', 'decide', { ...item, minute: 'Approved.', state: 'approved' }),
    call('chair', 'decide', { ...item, minute: 'Refused.', state: 'refused' }),
  ]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const refused = outcomes.find((each) => each.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: 'CONFLICT' });
  expect(String(refused?.reason)).toMatch(/chair recorded this item meanwhile: decided\. “/);
});

it('lets whoever recorded something undo it, the chair anything, and nobody once the meeting is closed', async () => {
  await open();
  const { versions } = (await call('chair', 'decide', { ...item, state: 'approved' })) as { versions: object };
  const [id] = Object.keys(versions);
  const undo = { id, expectedVersion: 1 };
  expect(await codeOf(call('programmeOffice', 'undo', undo))).toBe('FORBIDDEN');
  expect(await codeOf(call('boardMember', 'undo', undo))).toBe('FORBIDDEN');
  const plan = await readPlan(installation.db, noticeId);
  expect(plan?.actions.find((action) => action.id === 'action-1')?.currentDue).toBe('2023-07-31');
  expect(await codeOf(call('chair', 'undo', undo))).toBe('done');
  const after = await readPlan(installation.db, noticeId);
  expect(after?.actions.find((action) => action.id === 'action-1')?.currentDue).toBe('2023-06-30');
  expect(after?.dateChanges.find((request) => request.id === 'date-change-1')?.state).toBe('asked');

  expect(await codeOf(call('programmeOffice', 'note', item))).toBe('done');
  await call('programmeOffice', 'close', { id: 'meeting-1', expectedVersion: 2, carriedIds: [], leftIds: [] });
  await expect(call('chair', 'decide', { ...item, state: 'approved' })).rejects.toThrow(
    /^programmeOffice closed this meeting on 10 February 2023/,
  );
});
