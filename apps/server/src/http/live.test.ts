import { record, write } from '@noticeboard/db/ledger';
import { sampleAction } from '@noticeboard/db/testing/sample';
import { expect, it } from 'vitest';
import type { LedgerWatch } from '../live/ledger-watch.ts';
import { sessionFor, type Outsider, type Person } from '../testing/installation.ts';
import { serve, type Served } from '../testing/serve.ts';

/** An `auth` that takes whom the cookie names, until they sign out. */
const byCookie = () => {
  const signedOut = new Set<string>();
  return {
    handler: () => undefined,
    check: async (cookie: string | undefined) =>
      cookie === undefined || signedOut.has(cookie) ? null : sessionFor(cookie as Person | Outsider),
    signInAs: async () => undefined,
    signOut: (cookie: string) => void signedOut.add(cookie),
  };
};

type Asked = { as?: string; notice?: string; last?: number };

const ask = ({ address }: Served, { as = 'monitor', notice = 'one', last }: Asked = {}) =>
  fetch(`${address}/api/notices/${notice}/live`, {
    headers: { cookie: as, ...(last === undefined ? {} : { 'last-event-id': String(last) }) },
  });

/** Reads a stream: `next` gives the sequence of its next event, or null where it ended. */
const listen = async (server: Served, asked: Asked = {}) => {
  const response = await ask(server, asked);
  expect(response.status).toBe(200);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<number | null> => {
    for (;;) {
      const found = /^id: (\d+)\ndata: \1\n\n/m.exec(text);
      if (found) {
        text = text.slice(found.index + found[0].length);
        return Number(found[1]);
      }
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (done) return null;
      text += value;
    }
  };
  return { next, leave: async () => reader?.cancel() };
};

let version = 1;
/** Records a change of the sample's action, and gives the sequence after it. */
const change = async ({ db }: Served, noticeId = 'one'): Promise<number> => {
  const { head } = await write(db, { chain: noticeId, actor: 'member-lead', reason: null }, (writer) =>
    record(writer, {
      entity: 'action',
      row: sampleAction(noticeId, { title: `Title ${version}` }),
      expectedVersion: version,
    }),
  );
  version += 1;
  return head.seq;
};

it('says where the ledger stands, and each time it has grown, of its own notice alone', async () => {
  version = 1;
  await using server = await serve({ auth: byCookie() });
  const stream = await listen(server);
  const before = await stream.next();
  await write(server.db, { chain: 'two', actor: 'member-lead', reason: null }, (writer) =>
    record(writer, { entity: 'action', row: sampleAction('two', { title: 'Elsewhere' }), expectedVersion: 1 }),
  );
  const seqs = [await change(server)];
  expect(await stream.next()).toBe(seqs[0]);
  expect(seqs[0]).toBe(Number(before) + 1);
  await stream.leave();
});

it('tells whoever comes back what they missed once, and nothing where they missed nothing', async () => {
  version = 1;
  await using server = await serve({ auth: byCookie() });
  const first = await listen(server);
  const seen = Number(await first.next());
  await first.leave();
  await change(server);
  const last = await change(server);
  const again = await listen(server, { last: seen });
  expect(await again.next()).toBe(last);
  await again.leave();
  const third = await listen(server, { last });
  const later = await change(server);
  expect(await third.next()).toBe(later);
  await third.leave();
});

it('ends when its session does, before it tells anything more', async () => {
  version = 1;
  const auth = byCookie();
  await using server = await serve({ auth });
  const stream = await listen(server);
  expect(await stream.next()).not.toBeNull();
  auth.signOut('monitor');
  await change(server);
  expect(await stream.next()).toBeNull();
});

it('writes nothing after its end, to whoever was let in a moment before', async () => {
  const watchers: Parameters<LedgerWatch['watch']>[1][] = [];
  const watch: LedgerWatch['watch'] = (_notice, watcher) => {
    watchers.push(watcher);
    return () => undefined;
  };
  await using server = await serve({ auth: byCookie(), ledgers: { watch, stop: async () => undefined } });
  const stream = await listen(server);
  expect(await stream.next()).not.toBeNull();
  watchers[0]?.grown(99);
  watchers[0]?.stopped();
  expect(await stream.next()).toBeNull();
});

it.each([
  ['who is not signed in', { as: 'nobody' }, 401],
  ['a stranger to the notice', { as: 'stranger' }, 404],
  ['who asks for a notice that is not there', { notice: 'none' }, 404],
])('refuses %s', async (_who, asked, status) => {
  const auth = byCookie();
  auth.signOut('nobody');
  await using server = await serve({ auth });
  const response = await ask(server, asked);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ sentence: expect.any(String) as unknown });
});

it('gives one account 12 streams at once, and another when one is left', async () => {
  await using server = await serve({ auth: byCookie() });
  const streams = await Promise.all(Array.from({ length: 12 }, () => listen(server)));
  expect((await ask(server)).status).toBe(429);
  await streams[0]?.leave();
  await expect.poll(async () => (await ask(server)).status).toBe(200);
});
