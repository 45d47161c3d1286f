import path from 'node:path';
import { backup, restore } from '@noticeboard/db/backup';
import { openDatabase, type Database } from '@noticeboard/db/database';
import { createId } from '@noticeboard/db/id';
import { record, write } from '@noticeboard/db/ledger';
import { createPlanKeeper } from '@noticeboard/db/plan';
import { redact } from '@noticeboard/db/redact';
import { createFolder, databases } from '@noticeboard/db/testing/databases';
import { sampleAction } from '@noticeboard/db/testing/sample';
import { parseHead, verify } from '@noticeboard/db/verify';
import { packSections } from '@noticeboard/domain/scales';
import { describe, expect, it } from 'vitest';
import type { AppDeps } from '../app.ts';
import {
  anUpdate,
  createTestInstallation,
  sessionFor,
  type Outsider,
  type Person,
  type TestInstallation,
} from '../testing/installation.ts';
import { serve } from '../testing/serve.ts';
import { freezeDocument } from './freeze.ts';
import { packPage } from './pack.ts';

/** An `auth` that takes everybody for whom their cookie names. */
const auth: AppDeps['auth'] = {
  handler: () => undefined,
  check: async (cookie: string | undefined) => (cookie ? sessionFor(cookie as Person | Outsider) : null),
  signInAs: async () => undefined,
};

/** The sample has a first pack, whose page was erased. */
const freezing = { noticeId: 'one', meetingId: 'meeting-1', number: 2, sections: ['notice', 'areas', 'requirements'] };
const frozenIdOf = (receipt: unknown) => (receipt as { frozenId: string }).frozenId;
const read = (address: string, frozenId: string, as = 'monitor', notice = 'one', headers = {}) =>
  fetch(`${address}/api/notices/${notice}/documents/${frozenId}`, { headers: { cookie: as, ...headers } });
const textOf = async (response: Response) => Buffer.from(await response.arrayBuffer()).toString('utf8');

/** Serves a database, as a server that was started anew would. */
const serving = (db: Database) => serve({ auth, db, keeper: createPlanKeeper(db, { most: 2 }) });

/** Freezes a pack as a later release would, whose template is another one. */
const freezeLater = async ({ db, keeper, clock }: TestInstallation): Promise<string> => {
  const plan = await keeper.current('one');
  if (!plan) throw new Error('There is no notice.');
  const { result } = await write(db, { chain: 'one', actor: 'member-lead', reason: null }, async (writer) => {
    const by = { who: { memberId: 'member-lead', organisation: '', roles: [] }, today: clock.today(), createId };
    const { meetingId } = freezing;
    const sections = ['requirements'] as const;
    const render = async () =>
      (await packPage(writer, plan, { meetingId, sections, today: by.today, origin: '' })).replace(
        '<body',
        '<body data-release="later"',
      );
    const frozen = await freezeDocument(
      { plan, by, writer },
      { kind: 'pack', meetingId, sections: [...sections] },
      render,
    );
    await record(writer, frozen);
    return frozen.row.id;
  });
  return result;
};

const changeTitle = (db: Database, title: string, expectedVersion: number) =>
  write(db, { chain: 'one', actor: 'member-lead', reason: null }, (writer) =>
    record(writer, { entity: 'action', row: sampleAction('one', { title }), expectedVersion }),
  );

describe.each(databases)('a pack that was frozen on $name', ({ create }) => {
  it('is the same to the byte after a hundred changes, a backup and a restore, another template and another label', async () => {
    await using installation = await createTestInstallation(create);
    const { db, clock } = installation;
    const frozenId = frozenIdOf(await installation.call('programmeOffice', 'pack.freeze', freezing));
    const before = await serving(db);
    const page = await textOf(await read(before.address, frozenId));
    await before[Symbol.asyncDispose]();

    for (let count = 1; count <= 100; count += 1) await changeTitle(db, `Change ${count}`, count);
    const { label } = packSections.requirements;
    Object.assign(packSections.requirements, { label: 'Duties' });
    try {
      const later = await freezeLater(installation);
      const { folder, remove } = await createFolder();
      await backup(db, path.join(folder, 'all.backup'));
      const other = await create();
      await restore(path.join(folder, 'all.backup'), other.target, { clock });
      const restored = await openDatabase(other.target, { clock });
      const after = await serving(restored);
      expect(await textOf(await read(after.address, frozenId))).toBe(page);
      const newer = await textOf(await read(after.address, later));
      expect([newer.includes('data-release="later"'), newer.includes('Duties')]).toEqual([true, true]);
      expect([page.includes('data-release="later"'), page.includes('Duties')]).toEqual([false, false]);
      const frozen = (await createPlanKeeper(restored, { most: 1 }).current('one'))?.frozen ?? [];
      const { seq = 0, hash = '' } = frozen.find(({ id }) => id === frozenId) ?? {};
      expect(page).toContain(hash.slice(0, 8).replace(/^(.{4})/, '$1 '));
      expect(await verify(restored, { head: parseHead(`${seq}:${hash}`) })).toMatchObject({ ok: true });
      await after[Symbol.asyncDispose]();
      await restored.close();
      await Promise.all([other.remove(), remove()]);
    } finally {
      Object.assign(packSections.requirements, { label });
    }
  });

  it('is made of the newest plan while others write, and of nothing after it', async () => {
    await using installation = await createTestInstallation(create);
    const writing = Array.from({ length: 8 }, (_, count) =>
      installation.call('officer', 'update.write', { ...anUpdate, words: `Said ${count}.` }),
    );
    const [receipt] = await Promise.all([installation.call('programmeOffice', 'pack.freeze', freezing), ...writing]);
    const plan = await installation.keeper.current('one');
    const frozen = plan?.frozen.find(({ id }) => id === frozenIdOf(receipt));
    const { head } = receipt as { head: { seq: number } };
    expect(frozen).toMatchObject({ number: 2, seq: head.seq - 1, byId: 'member-programme-office' });
    const { kysely } = installation.db;
    const entry = kysely.selectFrom('ledger_entry').select('hash').where('chain', '=', 'one');
    expect(await entry.where('seq', '=', frozen?.seq ?? 0).executeTakeFirst()).toEqual({ hash: frozen?.hash });
  });
});

it('serves a frozen page to members alone, under a policy that runs no script', async () => {
  await using server = await serve({ auth });
  const frozenId = frozenIdOf(await server.call('programmeOffice', 'pack.freeze', freezing));
  const answer = await read(server.address, frozenId);
  const page = await textOf(answer);
  expect(page).toMatch(/^<!doctype html>/);
  expect(page).not.toContain('<script');
  const elsewhere = [...page.matchAll(/href="([^#"][^"]*)"/g)].map(([, address = '']) => address);
  expect(elsewhere.length).toBeGreaterThan(0);
  expect(elsewhere.filter((address) => !/^\/n\/one\/[^"]+\?asAt=2023-02-10\.\d+/.test(address))).toEqual([]);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringMatching(
      /^default-src 'none'; style-src 'sha256-[^;]+';.*; sandbox/,
    ) as unknown,
  });
  const etag = answer.headers.get('etag') ?? '';
  expect(
    (await read(server.address, frozenId, 'chair', 'one', { 'if-none-match': etag, 'cache-control': 'max-age=0' }))
      .status,
  ).toBe(304);
  const statuses = [
    [frozenId, 'officer', 'one', 200],
    [frozenId, 'administrator', 'one', 403],
    [frozenId, 'stranger', 'one', 404],
    [frozenId, 'stranger', 'two', 404],
    ['no-such-document', 'chair', 'one', 404],
    [frozenId, '', 'one', 401],
  ] as const;
  for (const [id, as, notice, status] of statuses)
    expect([id, as, notice, (await read(server.address, id, as, notice)).status]).toEqual([id, as, notice, status]);
  const pdf = await read(server.address, `${frozenId}/pdf`);
  expect([pdf.status, await textOf(pdf)]).toEqual([404, expect.stringContaining('This server makes no PDFs.')]);
});

it('says in words that a page was erased by law, and when', async () => {
  await using server = await serve({ auth });
  const { result } = await changeTitle(server.db, 'Find a place for Anna Example', 1);
  const frozenId = frozenIdOf(
    await server.call('programmeOffice', 'pack.freeze', {
      ...freezing,
      sections: ['actions', 'areas', 'notice', 'exceptions'],
    }),
  );
  expect(await textOf(await read(server.address, frozenId))).toContain('Find a place for Anna Example');
  await changeTitle(server.db, 'Find a place', 2);
  await redact(server.db, { chain: 'one', seq: result.seq, actor: '@command-line', reason: 'It named a child.' });
  const answer = await read(server.address, frozenId);
  expect([answer.status, await textOf(answer)]).toEqual([
    404,
    expect.stringContaining('Pack 2, frozen on 10 February 2023, was erased by law on 10 February 2023.'),
  ]);
  expect(await server.call('chair', 'pack.list', { noticeId: 'one', meetingId: 'meeting-1' })).toMatchObject({
    packs: [
      { title: 'Pack 2', size: null, erased: 'Its page was erased by law on 10 February 2023.' },
      { title: 'Pack 1' },
    ],
  });
  expect(await verify(server.db)).toMatchObject({ ok: true });
});

it('numbers packs, keeps the first beside the second, and refuses a number that somebody else took', async () => {
  await using installation = await createTestInstallation();
  const freeze = (number: number) => installation.call('programmeOffice', 'pack.freeze', { ...freezing, number });
  await freeze(2);
  await expect(freeze(2)).rejects.toThrow('programmeOffice froze pack 2 on 10 February 2023. Look at it first');
  await freeze(3);
  expect(await installation.call('monitor', 'pack.list', { noticeId: 'one', meetingId: 'meeting-1' })).toMatchObject({
    packs: [
      { title: 'Pack 3', by: 'programmeOffice', erased: null },
      { title: 'Pack 2', by: 'programmeOffice', erased: null },
      { title: 'Pack 1' },
    ],
    next: { number: 4 },
  });
  await expect(
    installation.call('programmeOffice', 'pack.freeze', { ...freezing, meetingId: 'no-such-meeting' }),
  ).rejects.toThrow('There is no such meeting in this notice.');
  await expect(
    installation.call('programmeOffice', 'pack.freeze', { ...freezing, number: 4, sections: [] }),
  ).rejects.toThrow('Choose at least one section.');
  const withdrawal = { noticeId: 'one', expectedVersion: 1, reason: 'Recorded twice.' };
  await installation.call('programmeOffice', 'notice.withdraw', withdrawal);
  await expect(freeze(4)).rejects.toThrow('The notice was withdrawn on 10 February 2023.');
});
