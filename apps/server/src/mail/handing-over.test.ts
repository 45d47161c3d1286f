/** What becomes of mail that waited while something changed. */
import { setContact } from '@noticeboard/db/contact';
import { readMails } from '@noticeboard/db/mails-seen';
import { readOpenUpdateLinks } from '@noticeboard/db/update-link';
import { describe, expect, it } from 'vitest';
import { anUpdate } from '../testing/installation.ts';
import { createMailing, setRow, type Mailing } from '../testing/mailing.ts';
import { startMailServer, type MailServer } from '../testing/mail-server.ts';
import { sendWaiting } from './sender.ts';

const one = { noticeId: 'one' };
const lead = { ...one, memberId: 'member-lead' };
const minute = 60_000;

const nudge = (mailing: Mailing) => mailing.call('programmeOffice', 'nudge.send', { ...one, memberIds: null });
const only = async ({ db }: Mailing) => {
  const mails = await readMails(db, 'one', 10);
  expect(mails).toHaveLength(1);
  return mails[0] ?? { id: '', state: 'none' };
};
const retry = async (mailing: Mailing) =>
  mailing.call('programmeOffice', 'nudge.retry', { ...one, id: (await only(mailing)).id });

const putOff = { code: 451, words: 'Try later' };
const refused = { code: 554, words: '5.7.1 We take no mail from you' };

/** A mail to `member-lead` that the mail server puts off once. */
const waiting = async (server: MailServer, mailing: Mailing): Promise<void> => {
  server.answer.recipient = putOff;
  await nudge(mailing);
  await mailing.send();
  expect(await only(mailing)).toMatchObject({ state: 'queued' });
  server.answer.recipient = null;
  mailing.time.now += minute;
};

/** The mail of `member-lead`, for good refused. */
const failed = async (server: MailServer, mailing: Mailing): Promise<void> => {
  server.answer.recipient = refused;
  await nudge(mailing);
  await mailing.send();
  expect(await only(mailing)).toMatchObject({ state: 'failed' });
  server.answer.recipient = null;
};

const nextDay = (mailing: Mailing): Mailing['deps'] => ({
  ...mailing.deps,
  clock: { now: () => '2023-02-11T12:00:00.000Z', today: () => '2023-02-11' },
});

const withoutAccount = async (mailing: Mailing): Promise<void> => {
  await setRow(mailing, 'one', { accountId: null }, { member: 'member-lead' });
  await setContact(mailing.db, { ...lead, email: 'lead@x.test' });
  await setRow(mailing, 'one', { linkDays: 7 });
};
const openLinks = async ({ db }: Mailing) => (await readOpenUpdateLinks(db, 'one', new Date().toISOString())).length;

describe('a mail that waited', () => {
  it('is not needed once all is submitted', async () => {
    await using server = await startMailServer();
    await using mailing = await createMailing(server.url);
    // Whoever owns a measure that misses its floor also owes words on it.
    await setRow(mailing, 'one', { ownerId: 'member-other-officer' }, { measure: 'measure-1' });
    await waiting(server, mailing);
    for (const actionId of ['action-1', 'action-2'])
      await mailing.call('officer', 'update.write', { ...anUpdate, actionId });
    await mailing.send();
    expect(server.delivered).toEqual([]);
    expect(await only(mailing)).toMatchObject({
      state: 'notNeeded',
      problem: 'Nothing is due any more from whoever has the address.',
    });
    const page = await mailing.call('programmeOffice', 'nudge.read', one);
    expect(page).toMatchObject({ outbox: [{ status: { label: 'Not needed' }, mayRetry: false }] });
  });

  it('says what is left when it is handed over', async () => {
    await using server = await startMailServer();
    await using mailing = await createMailing(server.url);
    // Then more is due than what is late.
    await setRow(mailing, 'one', { reportsCloseFrom: '2023-01-16' });
    await waiting(server, mailing);
    await mailing.call('officer', 'update.write', anUpdate);
    await mailing.send();
    const text = server.delivered[0]?.text ?? '';
    expect(text).toContain('Action 1.02');
    expect(text).not.toContain('Action 1.01');
    expect(text).not.toMatch(/^Subject: .*late/m);
  });

  it('does not go to whose role has ended, nor to an address that was corrected, also when it is tried again', async () => {
    await using server = await startMailServer();
    await using mailing = await createMailing(server.url);
    await failed(server, mailing);
    await setRow(mailing, 'one', { endsOn: '2023-02-09' }, { member: 'member-lead' });
    await retry(mailing);
    await mailing.send();
    expect(await only(mailing)).toMatchObject({ state: 'notNeeded' });

    await using other = await createMailing(server.url);
    await withoutAccount(other);
    await waiting(server, other);
    await other.call('programmeOffice', 'contact.set', { ...one, id: 'member-lead', email: 'right@x.test' });
    await other.send();
    expect(server.delivered).toEqual([]);
    await nudge(other);
    await other.send();
    expect(server.delivered.map(({ to }) => to)).toEqual(['right@x.test']);
  });

  it('is of its day: on the next it is neither handed over nor tried again', async () => {
    await using server = await startMailServer();
    await using mailing = await createMailing(server.url);
    await waiting(server, mailing);
    await sendWaiting(nextDay(mailing), new AbortController().signal);
    expect(server.delivered).toEqual([]);
    expect(await only(mailing)).toMatchObject({
      state: 'failed',
      problem: 'Its day was over before a mail server took it.',
    });
    await mailing.db.kysely.updateTable('mail').set({ day: '2023-02-09' }).execute();
    await expect(retry(mailing)).rejects.toThrow('That mail is of another day. Nudge them instead');
    expect(await mailing.call('programmeOffice', 'nudge.read', one)).toMatchObject({ outbox: [{ mayRetry: false }] });
  });
});

describe('a mail that failed', () => {
  it('leaves its person to be written to: the page says so, and nudging all late writes again', async () => {
    await using server = await startMailServer();
    await using mailing = await createMailing(server.url);
    await failed(server, mailing);
    expect(await mailing.call('programmeOffice', 'nudge.read', one)).toMatchObject({
      late: [{ why: null }],
      reached: 1,
      outbox: [{ mayRetry: true }],
    });
    expect(await nudge(mailing)).toMatchObject({ written: ['officer'], already: [] });
    await mailing.send();
    expect(server.delivered).toHaveLength(1);
    expect(await only(mailing)).toMatchObject({ state: 'sent', tries: 1, problem: null });
    expect(await nudge(mailing)).toMatchObject({ written: [], already: ['officer'] });
  });
});

describe('the links of mail', () => {
  it('are withheld from mail that waits once they are revoked, until somebody nudges again', async () => {
    await using server = await startMailServer();
    await using mailing = await createMailing(server.url);
    await withoutAccount(mailing);
    await waiting(server, mailing);
    expect(await mailing.call('programmeOffice', 'nudge.read', one)).toMatchObject({
      links: [{ memberId: 'member-lead', count: 0, waiting: 1, daysLeft: null }],
    });
    const revoke = () => mailing.call('programmeOffice', 'nudge.revokeLinks', { ...one, id: 'member-lead' });
    expect(await revoke()).toMatchObject({ ended: 0, withheld: 1 });
    await mailing.send();
    expect(server.delivered[0]?.text).toContain('Tell the programme office what has changed.');
    expect(server.delivered[0]?.text).not.toContain('update#');
    expect(await openLinks(mailing)).toBe(0);
    await expect(revoke()).rejects.toThrow('No link of theirs is open any more.');
  });

  it('are not left open by tries that came to nothing', async () => {
    await using server = await startMailServer();
    await using mailing = await createMailing(server.url);
    await withoutAccount(mailing);
    server.answer.recipient = putOff;
    await nudge(mailing);
    for (let tries = 0; tries < 3; tries += 1) {
      await mailing.send();
      mailing.time.now += 240 * minute;
    }
    expect(await openLinks(mailing)).toBe(0);
    server.answer.recipient = null;
    await mailing.send();
    expect(await openLinks(mailing)).toBe(1);
  });

  it('stay open where the mail may have arrived, because its server was lost while it took it', async () => {
    await using server = await startMailServer();
    server.answer.hangs = true;
    await using mailing = await createMailing(server.url, { connection: 10_000, answer: 200, whole: 10_000 });
    await withoutAccount(mailing);
    await nudge(mailing);
    await mailing.send();
    expect(await only(mailing)).toMatchObject({ state: 'queued' });
    expect(await openLinks(mailing)).toBe(1);
  });

  it('end with the address that they were sent to, and not where it stays', async () => {
    await using mailing = await createMailing(null);
    await withoutAccount(mailing);
    await nudge(mailing);
    await mailing.send();
    const [mail] = await readMails(mailing.db, 'one', 1);
    const [, token = ''] = /update#([\w-]{43})/.exec(mail?.parts[0]?.body ?? '') ?? [];
    const open = () => mailing.call(null, 'link.read', { token });
    const set = (email: string) => mailing.call('programmeOffice', 'contact.set', { ...one, id: 'member-lead', email });
    await set('lead@x.test');
    await expect(open()).resolves.toMatchObject({ title: 'officer' });
    await set('right@x.test');
    await expect(open()).rejects.toThrow('The programme office has ended this link.');
  });

  it.each([
    ['ends with an invitation to another address', 'other@x.test', 0],
    ['stays with an invitation to the same', 'lead@x.test', 1],
  ])('%s', async (_name, email, left) => {
    await using mailing = await createMailing(null);
    await withoutAccount(mailing);
    await nudge(mailing);
    await mailing.send();
    await mailing.call('administrator', 'member.invite', {
      ...one,
      memberId: 'member-lead',
      title: 'officer',
      organisation: 'Council',
      email,
      roles: ['officer'],
      endsOn: null,
      reason: 'Leads two actions.',
    });
    expect(await openLinks(mailing)).toBe(left);
  });
});
