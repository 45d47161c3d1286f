import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Draft } from '@noticeboard/domain/draft';
import { aDraft } from '../../testing/draft.ts';
import { createDraftKeeper } from './draft-keeper.ts';

type Refusal = { code: string; sentence: string; fields?: Record<string, string> };

/** A keeper whose server answers when it is told to. */
const setUp = () => {
  const typed = new Map<string, Draft>();
  const sent: { key: string; words: string | null; answer: (refusal?: Refusal) => void }[] = [];
  const keeper = createDraftKeeper({
    read: (key) => typed.get(key),
    send: (key, given) =>
      new Promise((resolve, reject) => {
        const answer = (refusal?: Refusal) =>
          refusal
            ? reject(Object.assign(new Error(), refusal))
            : resolve({ savedAt: '2023-09-25T09:42:00.000Z', newer: null });
        sent.push({ key, words: given?.words ?? null, answer });
      }),
    refusalOf: (error) => ({ fields: {}, ...(error as Refusal) }),
    onNewer: () => undefined,
    keptAt: null,
  });
  const type = (key: string, words: string) => {
    typed.set(key, aDraft(words));
    keeper.touch(key);
  };
  return { keeper, typed, sent, type };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('keeps the last of what was typed once typing pauses, and each row apart', async () => {
  const { keeper, sent, type } = setUp();
  type('a', 'H');
  await vi.advanceTimersByTimeAsync(900);
  type('a', 'He');
  type('b', 'Other');
  expect(keeper.state().busy).toBe(true);
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent.map(({ key, words }) => [key, words])).toEqual([
    ['a', 'He'],
    ['b', 'Other'],
  ]);
  for (const { answer } of sent) answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(keeper.state()).toMatchObject({ busy: false, at: '2023-09-25T09:42:00.000Z', why: null });
});

test('sends what was typed while it was sent after it, never before', async () => {
  const { sent, type, keeper } = setUp();
  type('a', 'First');
  keeper.flush();
  type('a', 'Second');
  keeper.flush('a');
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent).toHaveLength(1);
  sent[0]?.answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.map(({ words }) => words)).toEqual(['First', 'Second']);
});

test('tries again what could not be kept, and says why meanwhile', async () => {
  const { keeper, sent, type } = setUp();
  type('a', 'Words');
  keeper.flush();
  sent[0]?.answer({ code: 'UNAUTHORIZED', sentence: 'Sign in to go on.' });
  await vi.advanceTimersByTimeAsync(0);
  expect(keeper.state().why).toMatch(/^you are signed out\. Sign in in another tab/);
  await vi.advanceTimersByTimeAsync(10_000);
  sent[1]?.answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(keeper.state()).toMatchObject({ why: null, busy: false });
});

test('does not try again what is refused as it is, until it is typed anew', async () => {
  const { keeper, sent, type } = setUp();
  type('a', 'born 12 March 2012');
  keeper.flush();
  const sentence = 'That could identify a child.';
  sent[0]?.answer({ code: 'BAD_REQUEST', sentence, fields: { 'body.recovery': sentence } });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(1);
  expect(keeper.state().refused.get('a')).toEqual({ recovery: 'That could identify a child.' });
  type('a', 'A child');
  keeper.flush();
  sent[1]?.answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(keeper.state().refused.size).toBe(0);
});

test('sends nothing more of rows that are about to be submitted, once what is on its way has arrived', async () => {
  const { keeper, sent, type } = setUp();
  type('a', 'First');
  keeper.flush();
  type('a', 'Second');
  let settled = false;
  const settling = keeper.settle(['a']).then(() => (settled = true));
  await vi.advanceTimersByTimeAsync(5000);
  expect(settled).toBe(false);
  sent[0]?.answer();
  await settling;
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent).toHaveLength(1);
});

test('forgets the draft of a row that was emptied', async () => {
  const { keeper, sent, type, typed } = setUp();
  type('a', 'Words');
  typed.delete('a');
  keeper.flush();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.map(({ words }) => words)).toEqual([null]);
});
