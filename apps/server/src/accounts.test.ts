import { readAccount } from '@noticeboard/db/account';
import { installation as chainOfAccounts, record, write } from '@noticeboard/db/ledger';
import { TRPCError } from '@trpc/server';
import { expect, it } from 'vitest';
import { issueLink, setAccountState } from './accounts.ts';
import { accountId, createTestInstallation, type TestInstallation } from './testing/installation.ts';
import { storedDate } from './auth/stored-date.ts';

const password = 'four walls and a quiet orchard';

const invitation = {
  noticeId: 'one',
  email: 'New.Person@example.gov.uk',
  memberId: null,
  title: 'Finance officer',
  organisation: 'Council',
  roles: ['officer'],
  endsOn: null,
  reason: 'Joined the programme.',
};

const invite = async (installation: TestInstallation, different: object = {}) =>
  (await installation.call('administrator', 'member.invite', { ...invitation, ...different })) as {
    link: string | null;
    versions: Record<string, number>;
  };

const open = (installation: TestInstallation, link: string | null, typed = password) =>
  installation.call(null, 'account.usePasswordLink', { token: link?.split('#')[1] ?? '', password: typed });

it('invites somebody by a link that works once', async () => {
  await using installation = await createTestInstallation();
  const { link, versions } = await invite(installation);
  expect(link).toMatch(/^\/set-password#[\w-]{43}$/);
  const [memberId = ''] = Object.keys(versions);
  const plan = await installation.keeper.current('one');
  const member = plan?.members.find(({ id }) => id === memberId);
  expect(member).toMatchObject({ title: 'Finance officer', roles: ['officer'], startsOn: '2023-02-10' });
  expect(await readAccount(installation.db, member?.accountId ?? '')).toMatchObject({
    state: 'invited',
    office: 'none',
  });
  await open(installation, link);
  expect(await readAccount(installation.db, member?.accountId ?? '')).toMatchObject({ state: 'active', version: 2 });
  await expect(open(installation, link)).rejects.toThrow('This link has been used');
});

it('keeps no link that could be read from the database, and no e-mail address in the ledger', async () => {
  await using installation = await createTestInstallation();
  const { link } = await invite(installation);
  const kept = await installation.db.kysely.selectFrom('auth_verification').selectAll().execute();
  expect(JSON.stringify(kept)).not.toContain(link?.split('#')[1]);
  const ledger = await installation.db.kysely.selectFrom('ledger_entry').select('row_text').execute();
  expect(JSON.stringify(ledger).toLowerCase()).not.toContain('new.person');
});

it('makes no account where the invitation is refused', async () => {
  await using installation = await createTestInstallation();
  await expect(invite(installation, { endsOn: '2023-01-01' })).rejects.toThrow(
    'The last day must be on or after the first day.',
  );
  expect(
    await installation.db.kysely
      .selectFrom('auth_user')
      .select('id')
      .where('email', '=', 'new.person@example.gov.uk')
      .execute(),
  ).toEqual([]);
});

it('makes no second account for an address, and no second member', async () => {
  await using installation = await createTestInstallation();
  const stranger = await invite(installation, { email: 'stranger@example.gov.uk' });
  expect(stranger.link, 'a link would open an account that belongs to another notice too').toBeNull();
  expect(Object.keys(stranger.versions)).toHaveLength(1);
  await expect(invite(installation, { email: 'stranger@example.gov.uk' })).rejects.toThrow('who is a member already');
});

it('ends a link after seven days, and when a newer one is made', async () => {
  await using installation = await createTestInstallation();
  const first = await issueLink(installation.db, accountId('officer'));
  const second = await issueLink(installation.db, accountId('officer'));
  await expect(open(installation, first)).rejects.toThrow('replaced by a newer one');
  const sevenDays = 7 * 24 * 60 * 60_000;
  const { expiresAt } = await installation.db.kysely
    .selectFrom('auth_verification')
    .select('expiresAt')
    .executeTakeFirstOrThrow();
  expect(Math.abs(new Date(expiresAt).getTime() - Date.now() - sevenDays)).toBeLessThan(60_000);
  await installation.db.kysely
    .updateTable('auth_verification')
    .set({ expiresAt: storedDate(installation.db, Date.now() - 1) })
    .execute();
  await expect(open(installation, second)).rejects.toThrow('has run out');
});

it.each([
  'short',
  'fourteen chars',
  'passwordpassword123',
  'Correct Horse Battery Staple',
  'aaaaaaaaaaaaaaaaaa',
  'abcabcabcabcabcabc',
  '123456789012345678',
  'x'.repeat(129),
])('refuses the password "%s" and keeps the link', async (weak) => {
  await using installation = await createTestInstallation();
  const { link } = await invite(installation);
  await expect(open(installation, link, weak)).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    cause: { field: 'password' },
  });
  await expect(open(installation, link)).resolves.toEqual({ done: true });
});

it('gives no administrator of one notice a link to an account with a part in another', async () => {
  await using installation = await createTestInstallation();
  const { versions } = await invite(installation, { email: 'stranger@example.gov.uk' });
  const [id] = Object.keys(versions);
  await expect(installation.call('administrator', 'member.resetLink', { noticeId: 'one', id })).rejects.toThrow(
    'has a part in more than this notice',
  );
  await expect(
    installation.call('administrator', 'member.resetLink', { noticeId: 'one', id: 'member-chair' }),
  ).resolves.toMatchObject({ link: expect.stringContaining('#') as unknown });
});

it('lets nobody suspend themselves or give up the administrator’s role', async () => {
  await using installation = await createTestInstallation();
  const self = { noticeId: 'one', id: 'member-administrator', expectedVersion: 1, reason: 'Leaving.' };
  await expect(installation.call('administrator', 'member.suspend', self)).rejects.toBeInstanceOf(TRPCError);
  const edit = {
    ...self,
    title: 'Administrator',
    organisation: 'Council',
    sector: null,
    roles: ['monitor'],
    startsOn: '2023-01-01',
    endsOn: null,
  };
  await expect(installation.call('administrator', 'member.edit', edit)).rejects.toThrow('from yourself');
});

it('closes the account of a suspended member only where it has no other part, and opens it again', async () => {
  await using installation = await createTestInstallation();
  const suspension = { noticeId: 'one', id: 'member-chair', expectedVersion: 1, reason: 'Left.' };
  await installation.call('administrator', 'member.suspend', suspension);
  expect(await readAccount(installation.db, accountId('chair'))).toMatchObject({ state: 'suspended' });
  await expect(installation.call('chair', 'notice.frame', { noticeId: 'one' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await installation.call('administrator', 'member.resume', { ...suspension, expectedVersion: 2 });
  expect(await readAccount(installation.db, accountId('chair'))).toMatchObject({ state: 'active' });
  const { versions } = await invite(installation, { email: 'stranger@example.gov.uk' });
  await installation.call('administrator', 'member.suspend', {
    ...suspension,
    id: Object.keys(versions)[0],
    expectedVersion: 1,
  });
  expect(await readAccount(installation.db, accountId('stranger'))).toMatchObject({ state: 'active' });
});

it('opens the suspended account of somebody who is invited to another notice, by a new link', async () => {
  await using installation = await createTestInstallation();
  const { versions } = await invite(installation);
  const [id = ''] = Object.keys(versions);
  await installation.call('administrator', 'member.suspend', {
    noticeId: 'one',
    id,
    expectedVersion: 1,
    reason: 'Left.',
  });
  const account = () => installation.keeper.current('one').then((plan) => plan?.members.find((row) => row.id === id));
  const newId = (await account())?.accountId ?? '';
  expect(await readAccount(installation.db, newId)).toMatchObject({ state: 'suspended' });

  await recordAdministrator(installation, 'two');
  const { link } = await invite(installation, { noticeId: 'two' });
  expect(await readAccount(installation.db, newId)).toMatchObject({ state: 'invited' });
  await open(installation, link);
  expect(await readAccount(installation.db, newId)).toMatchObject({ state: 'active' });
});

it('resumes an invitation that was never answered as an invitation', async () => {
  await using installation = await createTestInstallation();
  const { versions } = await invite(installation);
  const [id = ''] = Object.keys(versions);
  const member = { noticeId: 'one', id, reason: 'A mistake.' };
  await installation.call('administrator', 'member.suspend', { ...member, expectedVersion: 1 });
  await expect(installation.call('administrator', 'member.resetLink', { noticeId: 'one', id })).rejects.toThrow(
    'is suspended. Resume them first.',
  );
  await installation.call('administrator', 'member.resume', { ...member, expectedVersion: 2 });
  const listed = (await installation.call('administrator', 'member.list', { noticeId: 'one' })) as {
    id: string;
    account: string;
  }[];
  expect(listed.find((row) => row.id === id)?.account).toBe('invited');
  const { link } = (await installation.call('administrator', 'member.resetLink', { noticeId: 'one', id })) as {
    link: string;
  };
  await expect(open(installation, link)).resolves.toEqual({ done: true });
});

it('makes no link to an account that is suspended, whatever its member is', async () => {
  await using installation = await createTestInstallation();
  await write(installation.db, { chain: chainOfAccounts, actor: '@test', reason: null }, (writer) =>
    setAccountState(writer, accountId('chair'), 'suspended'),
  );
  await expect(
    installation.call('administrator', 'member.resetLink', { noticeId: 'one', id: 'member-chair' }),
  ).rejects.toThrow('The account of chair is suspended.');
});

const recordAdministrator = (installation: TestInstallation, noticeId: string) =>
  write(installation.db, { chain: noticeId, actor: '@test', reason: null }, (writer) =>
    record(writer, {
      entity: 'member',
      row: {
        noticeId,
        id: 'member-administrator',
        accountId: accountId('administrator'),
        title: 'administrator',
        organisation: 'Council',
        roles: ['administrator'],
        startsOn: '2023-01-01',
        endsOn: null,
        suspendedOn: null,
        mailBouncedOn: null,
        sector: null,
      },
      expectedVersion: 0,
    }),
  );

const founding = {
  email: 'Office@example.gov.uk',
  title: 'Programme office',
  office: 'programmeOffice',
  reason: 'To set up the first notice.',
};

it('invites a programme office without a notice, who sets one up', async () => {
  await using installation = await createTestInstallation();
  const { link } = (await installation.call('keeper', 'account.invite', founding)) as { link: string };
  await open(installation, link);
  const listed = (await installation.call('keeper', 'account.list')) as { email: string }[];
  expect(listed.find(({ email }) => email === 'office@example.gov.uk')).toMatchObject({
    title: 'Programme office',
    office: 'programmeOffice',
    state: 'active',
  });
  await expect(installation.call('keeper', 'account.invite', founding)).rejects.toThrow('There is an account for that');
});

it('answers a new link of an account, which ends the one before', async () => {
  await using installation = await createTestInstallation();
  const { link } = (await installation.call('keeper', 'account.invite', founding)) as { link: string };
  const listed = (await installation.call('keeper', 'account.list')) as { id: string; email: string }[];
  const { id } = listed.find(({ email }) => email === 'office@example.gov.uk') ?? { id: '' };
  const again = (await installation.call('keeper', 'account.resetLink', { id })) as { link: string };
  await expect(open(installation, link)).rejects.toThrow('replaced by a newer one');
  await open(installation, again.link);
  await expect(installation.call('keeper', 'account.resetLink', { id: 'nobody' })).rejects.toThrow('no such account');
});

it('says of each member whether they can sign in', async () => {
  await using installation = await createTestInstallation();
  await invite(installation);
  await installation.call('programmeOffice', 'member.add', {
    noticeId: 'one',
    title: 'Head of casework',
    organisation: 'Council',
    roles: ['administrator'],
    reason: 'Leads two actions.',
  });
  const rows = (await installation.call('programmeOffice', 'member.list', { noticeId: 'one' })) as {
    title: string;
    account: string;
    roles: string[];
  }[];
  const of = (title: string) => rows.find((row) => row.title === title);
  expect(of('chair')?.account).toBe('active');
  expect(of('Finance officer')?.account).toBe('invited');
  expect(of('Head of casework')).toMatchObject({ account: 'none', roles: ['officer'] });
});
