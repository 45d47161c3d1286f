import type { Database } from '@noticeboard/db/database';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLedgerWatch } from './ledger-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A watch over a database that answers when it is told to. */
const watching = () => {
  const waiting: ((seq: number) => void)[] = [];
  const executeQuery = () =>
    new Promise((resolve) => {
      waiting.push((seq) => resolve({ rows: [{ chain: 'one', seq }] }));
    });
  const db = { kysely: { executeQuery }, dialect: 'sqlite' } as unknown as Database;
  const { watch } = createLedgerWatch({ db, log: pino({ level: 'silent' }), every: 500 });
  const told: number[] = [];
  return {
    waiting,
    told,
    come: () => watch('one', { grown: (seq) => void told.push(seq), stopped: () => undefined }),
    pass: () => vi.advanceTimersByTimeAsync(500),
  };
};

it('asks one question at a time, however the last leaves and the next comes while it is under way', async () => {
  const { waiting, come, pass } = watching();
  const leave = come();
  await pass();
  leave();
  come();
  await pass();
  expect(waiting).toHaveLength(1);
  waiting[0]?.(7);
  await pass();
  await pass();
  expect(waiting).toHaveLength(2);
});

it('tells who comes what was seen while they were on their way', async () => {
  const { waiting, told, come, pass } = watching();
  come();
  await pass();
  waiting[0]?.(7);
  await pass();
  expect(told).toEqual([7]);
  come();
  expect(told).toEqual([7, 7]);
});
