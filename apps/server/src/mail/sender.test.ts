import { openDatabase } from '@noticeboard/db/database';
import { setContact } from '@noticeboard/db/contact';
import { readMails } from '@noticeboard/db/mails-seen';
import { record, write } from '@noticeboard/db/ledger';
import { sampleAction } from '@noticeboard/db/testing/sample';
import { aMember } from '@noticeboard/domain/testing/rows';
import { createPlanKeeper } from '@noticeboard/db/plan';
import { describe, expect, it } from 'vitest';
import { createMailing, setRow, type Mailing } from '../testing/mailing.ts';
import { startMailServer, startSilentServer } from '../testing/mail-server.ts';
import { queueMorningMail } from './nudge.ts';
import { sendWaiting, startSender } from './sender.ts';

const one = { noticeId: 'one' };
const minute = 60_000;
const sendLate = (mailing: Mailing, person: 'programmeOffice' | 'stranger' = 'programmeOffice', noticeId = 'one') =>
  mailing.call(person, 'nudge.send', { noticeId, memberIds: null });
const only = async ({ db }: Mailing, noticeId = 'one') => {
  const mails = await readMails(db, noticeId, 10);
  expect(mails).toHaveLength(1);
  return mails[0];
};

describe('nudging all who are late', () => {
  it('writes to each, with everything that is due from them, once a day', async () => {
    await using server = await startMailServer();
    await using mailing = await createMailing(server.url);
    expect(await sendLate(mailing)).toMatchObject({ written: ['officer'], already: [], by: 'programmeOffice' });
    await mailing.send();
    expect(server.delivered).toMatchObject([{ to: 'officer@example.gov.uk' }]);
    const text = server.delivered[0]?.text ?? '';
    expect(text).toContain('Notice one');
    expect(text).toContain('- Action 1.01, Appoint caseworkers. Updates closed on 10 January 2023, 31 days ago.');
    expect(text).toContain('https://noticeboard.test/n/one/my-updates');
    expect(await only(mailing)).toMatchObject({ state: 'sent', tries: 1, problem: null });

    expect(await sendLate(mailing)).toMatchObject({ written: [], already: ['officer'] });
    await mailing.send();
    expect(server.delivered).toHaveLength(1);
    const page = (await mailing.call('programmeOffice', 'nudge.read', one)) as { outbox: object[] };
    expect(page.outbox).toMatchObject([{ to: 'officer', status: { key: 'sent' } }]);
    expect(JSON.stringify(page)).not.toContain('officer@example.gov.uk');
  });

  it('writes to nobody from whom nothing is due, or at no known address', async () => {
    await using mailing = await createMailing(null);
    await expect(
      mailing.call('programmeOffice', 'nudge.send', { ...one, memberIds: ['member-chair'] }),
    ).rejects.toThrow('Nothing is due from them any more');
    expect(await sendLate(mailing, 'stranger', 'two')).toMatchObject({ written: [], unreached: ['Service manager'] });
    await expect(sendLate(mailing, 'stranger')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('tells one person of two notices in one mail, and each office only of its own', async () => {
    await using server = await startMailServer();
    await using mailing = await createMailing(server.url);
    await setContact(mailing.db, { noticeId: 'two', memberId: 'member-lead', email: 'officer@example.gov.uk' });
    await sendLate(mailing);
    expect(await sendLate(mailing, 'stranger', 'two')).toMatchObject({ already: ['Service manager'] });
    await mailing.send();
    expect(server.delivered).toHaveLength(1);
    expect(server.delivered[0]?.text).toMatch(/Notice one.*Notice two/s);
    const { id } = (await only(mailing, 'two')) ?? { id: '' };
    const seen = (await mailing.call('stranger', 'nudge.mail', { noticeId: 'two', id })) as { text: string };
    expect(seen.text).toContain('Notice two');
    expect(seen.text).not.toContain('Notice one');
  });
});

describe('a mail server', () => {
  it('that is down is tried again, and takes the mail once it is up', async () => {
    const down = await startMailServer();
    await down[Symbol.asyncDispose]();
    await using mailing = await createMailing(down.url);
    await sendLate(mailing);
    await mailing.send();
    expect(await only(mailing)).toMatchObject({ state: 'queued', problem: 'The mail server can’t be reached.' });
    await using up = await startMailServer({ port: Number(new URL(down.url).port) });
    await mailing.send();
    expect(up.delivered).toEqual([]);
    mailing.time.now += minute;
    await mailing.send();
    expect(up.delivered).toHaveLength(1);
    expect(await only(mailing)).toMatchObject({ state: 'sent', tries: 2, problem: null });
  });

  it('that puts a mail off is tried again, and after the last time the office may try once more', async () => {
    await using server = await startMailServer();
    server.answer.recipient = { code: 451, words: 'greylisted' };
    await using mailing = await createMailing(server.url);
    await sendLate(mailing);
    for (let tries = 0; tries < 6; tries += 1) {
      await mailing.send();
      mailing.time.now += 240 * minute;
    }
    const failed = await only(mailing);
    expect(failed).toMatchObject({ state: 'failed', tries: 6, problem: 'The mail server put it off (451).' });
    server.answer.recipient = null;
    await mailing.send();
    expect(server.delivered).toEqual([]);
    const again = { ...one, id: failed?.id ?? '' };
    await mailing.call('programmeOffice', 'nudge.retry', again);
    await expect(mailing.call('programmeOffice', 'nudge.retry', again)).rejects.toThrow('has not failed');
    await mailing.send();
    expect(await only(mailing)).toMatchObject({ state: 'sent' });
  });

  it('that hangs is not waited for long, and ending the server ends the wait', async () => {
    await using server = await startSilentServer({ greets: true });
    await using mailing = await createMailing(server.url, { connection: 200, answer: 200, whole: 10_000 });
    await sendLate(mailing);
    await mailing.send();
    expect(await only(mailing)).toMatchObject({ state: 'queued', problem: 'The mail server did not answer in time.' });
    mailing.time.now += minute;
    const sender = startSender(mailing.deps);
    await sender.stop();
    expect(await only(mailing)).toMatchObject({ state: 'queued' });
  });

  it('that does not know the address has it recorded, without the address, until it is mended', async () => {
    await using server = await startMailServer();
    await using mailing = await createMailing(server.url);
    server.answer.recipient = { code: 550, words: '5.1.1 officer@example.gov.uk unknown' };
    await sendLate(mailing);
    await mailing.send();
    expect(await only(mailing)).toMatchObject({ state: 'bounced' });
    const lead = async () => (await mailing.keeper.current('one'))?.members.find(({ id }) => id === 'member-lead');
    expect(await lead()).toMatchObject({ mailBouncedOn: '2023-02-10', recordedBy: '@mail' });
    const ledger = await mailing.db.kysely.selectFrom('ledger_entry').select(['row_text', 'reason']).execute();
    expect(JSON.stringify(ledger)).not.toContain('officer@example');
    expect(await sendLate(mailing)).toMatchObject({ written: [], unreached: ['officer'] });
    await mailing.call('programmeOffice', 'contact.writeAgain', { ...one, id: 'member-lead' });
    expect(await lead()).toMatchObject({ mailBouncedOn: null, recordedBy: 'member-programme-office' });
    server.answer.recipient = null;
    expect(await sendLate(mailing)).toMatchObject({ written: ['officer'], already: [] });
    await mailing.send();
    expect(server.delivered).toHaveLength(1);
  });
});

const leadOf = (id: string) => {
  const {
    version: _version,
    recordedAt: _at,
    recordedBy: _by,
    ...row
  } = aMember({ ...one, id, title: id, startsOn: '2023-01-01' });
  return { entity: 'member', row, expectedVersion: 0 } as const;
};

it('two servers hand each mail over once', async () => {
  await using server = await startMailServer();
  await using mailing = await createMailing(server.url);
  // What was added on the day itself is due by the next time that updates close.
  await setRow(mailing, 'one', { reportsCloseFrom: '2023-01-16' });
  const memberIds = Array.from({ length: 20 }, (_, index) => `member-${index}`);
  await write(mailing.db, { chain: 'one', actor: '@command-line', reason: null }, async (writer) => {
    for (const id of memberIds) await record(writer, leadOf(id));
    for (const id of memberIds) {
      const action = sampleAction('one', { id: `action-of-${id}`, code: id, leadId: id, dependsOnIds: [] });
      await record(writer, { entity: 'action', row: action, expectedVersion: 0 });
    }
  });
  const addresses = memberIds.map((memberId) => `${memberId}@x.test`);
  for (const memberId of memberIds) await setContact(mailing.db, { ...one, memberId, email: `${memberId}@x.test` });
  await mailing.call('programmeOffice', 'nudge.send', { ...one, memberIds });
  const db = await openDatabase({ file: mailing.file }, { clock: mailing.clock });
  const other = { ...mailing.deps, db, keeper: createPlanKeeper(db, { most: 1 }) };
  await Promise.all([mailing.send(), sendWaiting(other, new AbortController().signal)]);
  await db.close();
  expect(server.delivered.map(({ to }) => to).toSorted()).toEqual(addresses.toSorted());
});

it('hands over what is queued when it is woken', async () => {
  await using server = await startMailServer();
  await using mailing = await createMailing(server.url);
  await setRow(mailing, 'one', { remindLateOn: [] });
  const sender = startSender(mailing.deps);
  await sendLate(mailing);
  sender.wake();
  await expect.poll(() => server.delivered.length).toBe(1);
  await sender.stop();
});

const at = (mailing: Mailing, instant: string): Mailing['deps'] => ({
  ...mailing.deps,
  clock: { now: () => instant, today: () => instant.slice(0, 10) },
});

describe('each working morning', () => {
  it('writes from eight o’clock to whoever is to be reminded, once, also after a restart', async () => {
    await using server = await startMailServer();
    await using mailing = await createMailing(server.url);
    const sendAt = (instant: string) => sendWaiting(at(mailing, instant), new AbortController().signal);
    // 14 February 2023 was a Tuesday.
    expect(await queueMorningMail(at(mailing, '2023-02-14T07:59:59.000Z'))).toBeNull();
    for (let restart = 0; restart < 3; restart += 1) {
      expect(await queueMorningMail(at(mailing, '2023-02-14T08:00:00.000Z'))).toBe('2023-02-14');
      await sendAt('2023-02-14T08:00:00.000Z');
    }
    expect(server.delivered.map(({ to }) => to)).toEqual(['officer@example.gov.uk']);
    await queueMorningMail(at(mailing, '2023-02-15T09:00:00.000Z'));
    await sendAt('2023-02-15T09:00:00.000Z');
    expect(server.delivered).toHaveLength(1);
    await queueMorningMail(at(mailing, '2023-02-16T09:00:00.000Z'));
    await sendAt('2023-02-16T09:00:00.000Z');
    expect(server.delivered).toHaveLength(2);
  });

  it('is counted in London’s summer time too', async () => {
    await using mailing = await createMailing(null);
    expect(await queueMorningMail(at(mailing, '2023-07-11T06:59:00.000Z'))).toBeNull();
    expect(await queueMorningMail(at(mailing, '2023-07-11T07:00:00.000Z'))).toBe('2023-07-11');
  });
});

const leadWithoutAccount = async (mailing: Mailing, linkDays: number) => {
  await setRow(mailing, 'one', { accountId: null }, { member: 'member-lead' });
  await setContact(mailing.db, { noticeId: 'one', memberId: 'member-lead', email: 'lead@x.test' });
  if (linkDays > 0) await setRow(mailing, 'one', { linkDays });
  await sendLate(mailing);
  await mailing.send();
};

describe('a link to update', () => {
  it('is in the mail of whoever has no account, where the notice allows it, and nowhere else', async () => {
    await using server = await startMailServer();
    await using mailing = await createMailing(server.url);
    await leadWithoutAccount(mailing, 7);
    const text = server.delivered[0]?.text ?? '';
    const [, token = ''] = /noticeboard\.test\/update#([\w-]{43})/.exec(text) ?? [];
    expect(token).not.toBe('');
    for (const table of ['mail', 'mail_part', 'update_link'] as const)
      expect(JSON.stringify(await mailing.db.kysely.selectFrom(table).selectAll().execute())).not.toContain(token);
    const page = await mailing.call('programmeOffice', 'nudge.read', one);
    // The clock of the test is a minute ahead of the one that counts the days.
    expect(page).toMatchObject({ links: [{ memberId: 'member-lead', count: 1, daysLeft: 8 }], linkDays: 7 });
  });

  it('is in no mail while the notice does not allow it', async () => {
    await using server = await startMailServer();
    await using mailing = await createMailing(server.url);
    await leadWithoutAccount(mailing, 0);
    expect(server.delivered[0]?.text).toContain('Tell the programme office what has changed.');
    expect(server.delivered[0]?.text).not.toContain('update#');
  });

  it('stands in the mail that the demonstration keeps', async () => {
    await using mailing = await createMailing(null);
    await leadWithoutAccount(mailing, 7);
    const { id, state } = (await only(mailing)) ?? { id: '', state: '' };
    expect(state).toBe('kept');
    const { text } = (await mailing.call('programmeOffice', 'nudge.mail', { ...one, id })) as { text: string };
    expect(text).toMatch(/^This is what is due from you\..*noticeboard\.test\/update#[\w-]{43}.*at most once a day/s);
  });
});

it('sends nothing and says so where no mail server is set', async () => {
  await using mailing = await createMailing(null);
  mailing.mail.kind = 'none';
  await expect(sendLate(mailing)).rejects.toThrow('No mail server is set, so nothing was sent.');
  expect(await readMails(mailing.db, 'one', 10)).toEqual([]);
});
