import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '@noticeboard/db/operator-error';
import { createFolder } from '@noticeboard/db/testing/databases';
import { describe, expect, it } from 'vitest';
import { createAuth } from './auth/auth.ts';
import { anUpdate, sessionFor } from './testing/installation.ts';
import { cookiesOf, secret, serve } from './testing/serve.ts';

const asJson = async (response: Response) => (await response.json()) as Record<string, unknown>;

/** An `auth` that takes everybody for the programme office, for tests that are not about signing in. */
const asProgrammeOffice = {
  handler: () => undefined,
  check: async () => sessionFor('programmeOffice'),
  signInAs: async () => undefined,
};

describe('the gate against requests from other websites', () => {
  it('refuses multipart/form-data, which tRPC would run as a mutation without input and a foreign form may send with our cookie', async () => {
    await using server = await serve({ auth: asProgrammeOffice });
    const form = new FormData();
    form.set('0', 'anything');
    for (const headers of [{ origin: server.address }, { 'sec-fetch-site': 'same-origin' }]) {
      const response = await fetch(`${server.address}/trpc/update.write`, { method: 'POST', body: form, headers });
      expect(response.status).toBe(415);
      expect(await asJson(response)).toMatchObject({ sentence: 'The request must be JSON.' });
    }
  });

  it.each([
    ['another origin', { origin: 'https://elsewhere.example' }],
    ['no origin at all', {}],
    ['a foreign page, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
    ['an origin that is none', { origin: 'null' }],
  ])('refuses JSON from %s', async (_name, headers) => {
    await using server = await serve({ auth: asProgrammeOffice });
    for (const where of ['/trpc/update.write', '/api/auth/sign-out', '/api/demo/sign-in']) {
      const response = await fetch(server.address + where, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: '{}',
      });
      expect(response.status).toBe(403);
    }
  });

  it('lets a page of our own through', async () => {
    await using server = await serve({ auth: asProgrammeOffice });
    expect((await server.post('/trpc/update.write', anUpdate)).status).toBe(200);
    expect(
      (
        await server.post('/trpc/update.write', anUpdate, {
          origin: 'https://elsewhere.example',
          'sec-fetch-site': 'same-origin',
        })
      ).status,
    ).toBe(200);
  });
});

describe('bad requests get a sentence', () => {
  it.each([
    ['no JSON', '{"noticeId": ', 400, 'that is no JSON'],
    ['too much of it', JSON.stringify({ words: 'x'.repeat(1_100_000) }), 413, '1 megabyte'],
    ['something else in place of an object', '"text"', 400, 'could not be read'],
  ])('for %s', async (_name, body, status, part) => {
    await using server = await serve({ auth: asProgrammeOffice });
    const response = await server.post('/trpc/update.write', body);
    expect(response.status).toBe(status);
    const text = await response.text();
    expect(text).toContain(part);
    expect(text).not.toContain('node_modules');
  });

  it('names the field, and takes no more than 20 calls at once', async () => {
    await using server = await serve({ auth: asProgrammeOffice });
    const wrong = await asJson(await server.post('/trpc/update.write', { ...anUpdate, words: '' }));
    expect(wrong).toMatchObject({
      error: { data: { code: 'BAD_REQUEST', field: 'words', sentence: 'Enter update.' } },
    });
    const paths = Array.from({ length: 21 }, () => 'session.me').join(',');
    expect((await server.get(`/trpc/${paths}?batch=1&input=%7B%7D`)).status).toBe(400);
  });

  it('answers a stale version with the row as it stands', async () => {
    await using server = await serve({ auth: asProgrammeOffice });
    const forecast = { noticeId: 'one', id: 'action-1', expectedVersion: 1, forecast: '2023-06-01', reason: null };
    expect((await server.post('/trpc/action.setForecast', forecast)).status).toBe(200);
    const response = await server.post('/trpc/action.setForecast', { ...forecast, forecast: '2023-06-08' });
    expect(response.status).toBe(409);
    expect(await asJson(response)).toMatchObject({
      error: {
        data: {
          code: 'CONFLICT',
          current: { id: 'action-1', version: 2, forecast: '2023-06-01' },
          by: 'programmeOffice',
        },
      },
    });
  });

  it('says nothing of what went wrong inside but a reference that is in the log', async () => {
    await using server = await serve({
      auth: asProgrammeOffice,
      keeper: { current: () => Promise.reject(new Error('secret of the house')), asAt: async () => null },
    });
    const response = await server.get(`/trpc/notice.frame?input=${encodeURIComponent('{"noticeId":"one"}')}`);
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toContain('secret of the house');
    const reference = String(server.logged.find(({ reference: logged }) => logged !== undefined)?.['reference']);
    expect(text).toContain(reference);
  });

  it('passes on what the operator has to mend, such as a full disk', async () => {
    await using server = await serve({
      auth: asProgrammeOffice,
      keeper: {
        current: () =>
          Promise.reject(new OperatorError('The disk is full. Nothing was saved. Make room and try again.')),
        asAt: async () => null,
      },
    });
    const response = await server.get(`/trpc/notice.frame?input=${encodeURIComponent('{"noticeId":"one"}')}`);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('The disk is full.');
  });
});

it('sends a policy without inline code, and no word of what it runs on', async () => {
  await using server = await serve();
  const { headers } = await server.get('/health');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('strict-transport-security')).toBeNull();
  await using secure = await serve({ https: true });
  expect((await secure.get('/health')).headers.get('strict-transport-security')).toContain('max-age');
});

it('gives its health with the heads of the ledger', async () => {
  await using server = await serve();
  const health = await asJson(await server.get('/health'));
  expect(health).toMatchObject({ status: 'ok' });
  expect((health['heads'] as { chain: string }[]).map(({ chain }) => chain)).toEqual(['installation', 'one', 'two']);
});

it('logs each request without anything that a person typed', async () => {
  await using server = await serve();
  await server.post('/api/auth/sign-in/email?who=jo@example.gov.uk', {
    email: 'jo@example.gov.uk',
    password: 'a password of theirs',
  });
  await server.get('/n/jo@example.gov.uk?q=private');
  const text = JSON.stringify(server.logged);
  expect(server.logged).toContainEqual(expect.objectContaining({ method: 'POST', route: '/api/auth', status: 401 }));
  for (const typed of ['example.gov.uk', 'password of', 'private']) expect(text).not.toContain(typed);
});

it('stops an account that calls one procedure too often', async () => {
  const calls = new Map<string, number>();
  await using server = await serve({
    auth: asProgrammeOffice,
    mayCall: (account, procedure) => {
      const count = (calls.get(account + procedure) ?? 0) + 1;
      calls.set(account + procedure, count);
      return count <= 2;
    },
  });
  const statuses = [];
  for (let count = 0; count < 3; count += 1) statuses.push((await server.get('/trpc/session.me')).status);
  expect(statuses).toEqual([200, 200, 429]);
  expect((await server.get(`/trpc/notice.frame?input=${encodeURIComponent('{"noticeId":"one"}')}`)).status).toBe(200);
});

const build = async () => {
  const { folder, remove } = await createFolder();
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Noticeboard</title>');
  writeFileSync(path.join(folder, 'assets/main-1a2b.js'), `console.log('${'x'.repeat(2000)}')`);
  return { folder, [Symbol.asyncDispose]: remove };
};

describe('the web app', () => {
  it('keeps assets for a year, asks again for the page, and answers every page address with it', async () => {
    await using built = await build();
    await using server = await serve({ webFolder: built.folder });
    const asset = await server.get('/assets/main-1a2b.js', { 'accept-encoding': 'br' });
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-encoding')).toBe('br');
    expect(await asset.text()).toContain('console.log');
    const page = await server.get('/n/one/actions?lead=member-lead');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('<title>Noticeboard</title>');
    const again = await server.get('/', {
      'if-none-match': page.headers.get('etag') ?? '',
      'cache-control': 'max-age=0',
    });
    expect(again.status).toBe(304);
    expect((await server.get('/assets/gone.js')).status).toBe(404);
    expect((await server.get('/../package.json')).headers.get('content-type')).toContain('text/html');
  });
});

describe('the demonstration', () => {
  it('lets nobody in with one click where it is not served', async () => {
    await using live = await serve({ mode: 'live' });
    expect((await live.get('/api/demo/accounts')).status).toBe(404);
    expect((await live.post('/api/demo/sign-in', { accountId: 'demo-chair' })).status).toBe(404);
  });

  it('offers its people, and knows nobody else', async () => {
    await using demo = await serve({ mode: 'demo' });
    expect(await asJson(await demo.get('/api/demo/accounts'))).toMatchObject({
      today: '2023-02-10',
      accounts: expect.arrayContaining([expect.objectContaining({ id: 'demo-chair' })]) as unknown,
    });
    expect((await demo.post('/api/demo/sign-in', { accountId: 'account-officer' })).status).toBe(404);
    expect((await demo.post('/api/demo/sign-in', {})).status).toBe(404);
  });

  it('starts a session whose cookie better-auth takes for its own', async () => {
    await using server = await serve();
    const auth = await createAuth({ db: server.db, secret, https: false, log: server.log });
    let cookie = '';
    await auth.signInAs(
      { cookie: (name: string, value: string) => (cookie = `${name}=${encodeURIComponent(value)}`) } as never,
      'account-chair',
    );
    expect(await asJson(await server.get('/api/auth/get-session', { cookie }))).toMatchObject({
      user: { id: 'account-chair' },
    });
    expect(await auth.check(cookie)).toEqual({ id: 'account-chair', office: 'none' });
    expect(cookiesOf(await server.get('/health'))).toBe('');
  });
});
