import { installation, write } from '@noticeboard/db/ledger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueLink, setAccountState, redeemPasswordLink } from '../accounts.ts';
import { accountId, emailOf, type Person } from '../testing/installation.ts';
import { cookiesOf, secret, serve, type Served } from '../testing/serve.ts';
import { createSessionCheck } from './session-check.ts';
import { storedDate } from './stored-date.ts';

const password = 'four walls and a quiet orchard';
const minute = 60_000;

const setPassword = async ({ db }: Served, person: Person): Promise<void> =>
  redeemPasswordLink(db, (await issueLink(db, accountId(person))).split('#')[1] ?? '', password);

const signIn = (server: Served, person: Person, typed = password): Promise<Response> =>
  server.post('/api/auth/sign-in/email', { email: emailOf(person), password: typed });

const signedIn = async (server: Served): Promise<string> => {
  await setPassword(server, 'officer');
  return cookiesOf(await signIn(server, 'officer'));
};

/** What better-auth itself and our one query say of a cookie: whose it is, or null. */
const verdicts = async (server: Served, cookie: string): Promise<[string | null, string | null]> => {
  const theirs = (await (await server.get('/api/auth/get-session', { cookie })).json()) as {
    user: { id: string };
  } | null;
  const ours = await createSessionCheck({ db: server.db, cookieName: 'noticeboard', secret })(cookie);
  return [theirs?.user.id ?? null, ours?.id ?? null];
};

describe('our check of a session agrees with better-auth', () => {
  let server: Served;
  beforeAll(async () => {
    server = await serve({ signInsPerAddress: 100 });
    await setPassword(server, 'officer');
  });
  afterAll(() => server[Symbol.asyncDispose]());
  const session = async () => cookiesOf(await signIn(server, 'officer'));

  it('on one that is valid', async () => {
    expect(await verdicts(server, await session())).toEqual(['account-officer', 'account-officer']);
  });

  it('on one that was signed out', async () => {
    const cookie = await session();
    expect((await server.post('/api/auth/sign-out', {}, { cookie })).status).toBe(200);
    expect(await verdicts(server, cookie)).toEqual([null, null]);
  });

  it('on one that has expired', async () => {
    const cookie = await session();
    await server.db.kysely
      .updateTable('auth_session')
      .set({ expiresAt: storedDate(server.db, Date.now() - 1) })
      .execute();
    expect(await verdicts(server, cookie)).toEqual([null, null]);
  });

  it.each([
    [
      'another signature',
      (cookie: string) =>
        cookie.replace(/=([^=]+)\.[^.]+$/, `=$1.${encodeURIComponent(Buffer.alloc(32, 7).toString('base64'))}`),
    ],
    ['no signature', (cookie: string) => cookie.replace(/\.[^.]+$/, '')],
    ['another token', (cookie: string) => cookie.replace(/=./, '=_')],
    ['an empty value', () => 'noticeboard='],
    ['broken percent-encoding', () => 'noticeboard=%E0%A4%A.%'],
    ['another name', (cookie: string) => cookie.replace('noticeboard', 'noticeboard2')],
  ])('on a cookie with %s', async (_name, tamper) => {
    expect(await verdicts(server, tamper(await session()))).toEqual([null, null]);
  });

  it('on one that nobody used for half an hour, which is ended', async () => {
    const cookie = await session();
    const check = createSessionCheck({
      db: server.db,
      cookieName: 'noticeboard',
      secret,
      now: () => Date.now() + 30 * minute,
    });
    expect(await check(cookie)).toBeNull();
    expect(await verdicts(server, cookie)).toEqual([null, null]);
  });
});

it('keeps a session that is used, for 12 hours and no longer', async () => {
  await using server = await serve();
  const cookie = await signedIn(server);
  let ahead = 0;
  const check = createSessionCheck({ db: server.db, cookieName: 'noticeboard', secret, now: () => Date.now() + ahead });
  for (ahead = 0; ahead < 719 * minute; ahead += 29 * minute) expect(await check(cookie)).not.toBeNull();
  ahead = 720 * minute;
  expect(await check(cookie)).toBeNull();
});

it('ends a session that only a page followed, which nobody used', async () => {
  await using server = await serve();
  const cookie = await signedIn(server);
  let ahead = 0;
  const check = createSessionCheck({ db: server.db, cookieName: 'noticeboard', secret, now: () => Date.now() + ahead });
  ahead = 29 * minute;
  expect(await check(cookie, { inUse: false })).not.toBeNull();
  ahead = 31 * minute;
  expect(await check(cookie, { inUse: false })).toBeNull();
  expect(await check(cookie)).toBeNull();
});

it('sets a cookie that scripts and other sites can’t use, and a __Host- one over https', async () => {
  await using plain = await serve();
  await setPassword(plain, 'officer');
  const [cookie = ''] = (await signIn(plain, 'officer')).headers.getSetCookie();
  expect(cookie).toMatch(/^noticeboard=/);
  expect(cookie).toContain('HttpOnly');
  expect(cookie).toContain('SameSite=Lax');
  await using secure = await serve({ https: true });
  await setPassword(secure, 'officer');
  const [hosted = ''] = (await signIn(secure, 'officer')).headers.getSetCookie();
  expect(hosted).toMatch(/^__Host-noticeboard=/);
  expect(hosted).toContain('Secure');
  expect(hosted).toContain('Path=/');
  expect(hosted).not.toContain('Domain');
});

it('refuses a wrong password, and whoever tries too often', async () => {
  await using server = await serve();
  await setPassword(server, 'officer');
  const statuses = [];
  for (let count = 0; count < 6; count += 1)
    statuses.push((await signIn(server, 'officer', 'a password that is wrong')).status);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  expect(server.logged).toContainEqual(
    expect.objectContaining({ msg: 'Sign-in refused: wrong e-mail address or password' }),
  );
});

it('counts what is tried with one e-mail address from anywhere, known or not, until one goes well', async () => {
  await using server = await serve({ signInsPerAddress: 100 });
  await setPassword(server, 'officer');
  const wrong = async (email: string, times: number) => {
    const statuses = [];
    for (let count = 0; count < times; count += 1)
      statuses.push((await server.post('/api/auth/sign-in/email', { email, password: 'wrong' })).status);
    return statuses;
  };
  const refused = Array.from({ length: 9 }, () => 401);
  expect(await wrong(emailOf('officer'), 9)).toEqual(refused);
  expect((await signIn(server, 'officer')).status).toBe(200);
  expect(await wrong(emailOf('officer').toUpperCase(), 11)).toEqual([...refused, 401, 429]);
  const late = await signIn(server, 'officer');
  expect(late.status).toBe(429);
  expect(await late.json()).toMatchObject({
    sentence: expect.stringContaining('too many tries to sign in with this e-mail address') as unknown,
  });
  expect(await wrong('nobody@example.gov.uk', 11)).toEqual([...refused, 401, 429]);
  expect((await wrong('', 1))[0]).toBe(400);
});

it('stops an address that tries too many links, also several in one request', async () => {
  await using server = await serve();
  const body = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [index, { token: 'guessed', password }]));
  const paths = Object.keys(body).map(() => 'account.usePasswordLink');
  const tried = (await (await server.post(`/trpc/${paths.join(',')}?batch=1`, body)).json()) as {
    error: { data: { code: string; sentence: string } };
  }[];
  const codes = tried.map(({ error }) => error.data.code);
  expect(codes.toSorted()).toEqual([...Array.from({ length: 5 }, () => 'BAD_REQUEST'), 'TOO_MANY_REQUESTS']);
  expect(tried.find(({ error }) => error.data.code === 'TOO_MANY_REQUESTS')?.error.data.sentence).toBe(
    'There were too many tries to set a password. Wait 15 minutes, then try again.',
  );
});

it('ends the sessions of an account that is suspended, and lets it in no more', async () => {
  await using server = await serve();
  const cookie = await signedIn(server);
  await server.call('administrator', 'member.suspend', {
    noticeId: 'one',
    id: 'member-lead',
    expectedVersion: 2,
    reason: 'Left the council.',
  });
  expect(await verdicts(server, cookie)).toEqual([null, null]);
  const refused = await signIn(server, 'officer');
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain('This account is suspended. Ask your administrator.');
  const token = (await issueLink(server.db, accountId('officer'))).split('#')[1] ?? '';
  await expect(redeemPasswordLink(server.db, token, password)).rejects.toThrow('This account is suspended.');
  await write(server.db, { chain: installation, actor: '@command-line', reason: null }, (writer) =>
    setAccountState(writer, accountId('officer'), 'active'),
  );
  expect((await signIn(server, 'officer')).status).toBe(200);
});

it.each([
  '/api/auth/sign-up/email',
  '/api/auth/request-password-reset',
  '/api/auth/reset-password',
  '/api/auth/change-email',
  '/api/auth/update-user',
])('does not serve %s', async (where) => {
  await using server = await serve();
  expect((await server.post(where, { email: 'new@example.gov.uk', password, name: 'New' })).status).toBe(404);
});
