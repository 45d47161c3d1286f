import type { ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from '@noticeboard/db/database';
import { verify } from '@noticeboard/db/verify';
import { afterEach, expect, it } from 'vitest';
import { issueLink, redeemPasswordLink } from './accounts.ts';
import { createClock } from './clock.ts';
import { accountId, createTestInstallation, emailOf } from './testing/installation.ts';
import { cookieOf, postJson, startServerProcess, type ServerProcess } from './testing/server-process.ts';

const rounds = 25;
const password = 'four walls and a quiet orchard';
const running = new Set<ChildProcess>();

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});

const startServer = async (folder: string): Promise<ServerProcess> => {
  const started = await startServerProcess({
    NOTICEBOARD_MODE: 'live',
    NOTICEBOARD_SECRET: 'a secret of this test that is long enough',
    NOTICEBOARD_DATA: folder,
  });
  running.add(started.child);
  return started;
};

const kill = async (child: ChildProcess): Promise<void> => {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  running.delete(child);
};

const signIn = async (address: string): Promise<string> => {
  const response = await postJson(`${address}/api/auth/sign-in/email`, { email: emailOf('officer'), password });
  expect(response.status).toBe(200);
  return cookieOf(response);
};

type Acknowledged = { id: string; words: string; seq: number; hash: string };

/** Records changes one after another until the server is gone; a change without an answer may or may not have been kept. */
const recordUntilKilled = async (
  address: string,
  cookie: string,
  name: string,
  acknowledged: Acknowledged[],
): Promise<void> => {
  for (let count = 0; ; count += 1) {
    const words = `${name}, change ${count}`;
    const input = {
      noticeId: 'one',
      actionId: 'action-1',
      measureId: null,
      requirementId: null,
      rating: 'green',
      confidence: 'high',
      words,
      recovery: null,
      forecast: null,
    };
    let answer: { result: { data: { versions: Record<string, number>; head: { seq: number; hash: string } } } };
    try {
      const response = await postJson(`${address}/trpc/update.write`, input, cookie);
      const text = await response.text();
      expect({ status: response.status, text }).toMatchObject({ status: 200 });
      answer = JSON.parse(text) as typeof answer;
    } catch (error) {
      if (error instanceof TypeError) return;
      throw error;
    }
    const { versions, head } = answer.result.data;
    const [id = ''] = Object.keys(versions);
    acknowledged.push({ id, words, ...head });
  }
};

it(`loses no acknowledged change when two servers are killed ${rounds} times`, { timeout: 300_000 }, async () => {
  await using installation = await createTestInstallation();
  await redeemPasswordLink(
    installation.db,
    (await issueLink(installation.db, accountId('officer'))).split('#')[1] ?? '',
    password,
  );
  const folder = path.dirname(installation.file);
  const acknowledged: Acknowledged[] = [];

  const first = await startServer(folder);
  const cookie = await signIn(first.address);
  await kill(first.child);

  for (let round = 1; round <= rounds; round += 1) {
    const servers = await Promise.all([startServer(folder), startServer(folder)]);
    const writers = servers.flatMap(({ address }, server) =>
      [1, 2].map((writer) =>
        recordUntilKilled(address, cookie, `Round ${round}, server ${server}, writer ${writer}`, acknowledged),
      ),
    );
    const killed = servers.map(async ({ child }) => {
      await delay(randomInt(50, 400));
      await kill(child);
    });
    await Promise.all([...writers, ...killed]);

    const db = await openDatabase({ file: installation.file }, { clock: createClock(null) });
    try {
      expect(await verify(db)).toMatchObject({ ok: true });
      const kept = new Map(
        (await db.kysely.selectFrom('update').select(['id', 'words']).execute()).map(({ id, words }) => [id, words]),
      );
      const entries = new Map(
        (
          await db.kysely
            .selectFrom('ledger_entry')
            .select(['entity_id', 'seq', 'hash'])
            .where('entity', '=', 'update')
            .execute()
        ).map(({ entity_id, seq, hash }) => [entity_id, { seq, hash }]),
      );
      for (const { id, words, seq, hash } of acknowledged) {
        expect(kept.get(id)).toBe(words);
        expect(entries.get(id)).toEqual({ seq, hash });
      }
    } finally {
      await db.close();
    }
  }
  expect(acknowledged.length).toBeGreaterThan(rounds);
});
