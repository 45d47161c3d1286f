import { describe, expect, test } from 'vitest';
import { readAddresses, readContacts, setContact } from './contact.ts';
import type { Database } from './database.ts';
import { keepDraft, readDrafts } from './drafts.ts';
import { record, write } from './ledger.ts';
import { queueMail, renewMail, settleMail, takeMail, type TakenMail } from './mail.ts';
import { databases, openTestDatabase } from './testing/databases.ts';
import { recordSample } from './testing/sample.ts';
import {
  dropUpdateLinks,
  findUpdateLink,
  finishUpdateLinks,
  issueLinkOfMail,
  issueUpdateLink,
  linkWriter,
  readOpenUpdateLinks,
  readWaitingLinks,
  revokeUpdateLinks,
} from './update-link.ts';

const about = { chain: 'n', actor: '@demonstration', reason: null };
const now = '2026-11-23T10:00:00.000Z';
const later = '2026-11-30T10:00:00.000Z';
const lead = { noticeId: 'n', memberId: 'member-lead' };

const revoke = (db: Database, at: string) =>
  db.kysely.transaction().execute((kysely) => revokeUpdateLinks({ kysely, dialect: db.dialect }, { ...lead, now: at }));

const part = { ...lead, body: 'What is late.', way: 'link' } as const;
/** Queues a mail that is to carry a link. */
const queueLink = (db: Database) =>
  queueMail(db, [{ recipient: 'lead@x.test', subject: '1 update is late', parts: [part] }], {
    day: '2023-01-02',
    at: '2023-01-02T09:00:00.000Z',
    now: Date.parse(now),
    anew: false,
  });

const take = async (db: Database): Promise<TakenMail> => {
  const mail = await takeMail(db, Date.parse(now));
  if (!mail) throw new Error('No mail waited.');
  return mail;
};

const draft = {
  noChange: false,
  seenId: null,
  seenForecast: null,
  rating: null,
  confidence: null,
  words: 'Half of th',
  recovery: '',
  forecast: { day: '', month: '', year: '' },
  milestoneIds: [],
  value: '',
  numerator: '',
  denominator: '',
  answer: '',
};

describe.each(databases)('links to update on $name', ({ create }) => {
  test('are found by their token alone, which is kept nowhere', async () => {
    await using found = await openTestDatabase(create);
    const { db } = found;
    await write(db, about, recordSample);
    const { token } = await issueUpdateLink(db, { ...lead, madeAt: now, expiresAt: later });
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await findUpdateLink(db, token)).toMatchObject({ ...lead, expiresAt: later, doneAt: null, revokedAt: null });
    expect(await findUpdateLink(db, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
    expect(JSON.stringify(await db.kysely.selectFrom('update_link').selectAll().execute())).not.toContain(token);
  });

  test('end once for each of a member, and a link that has ended stays as it ended', async () => {
    await using found = await openTestDatabase(create);
    const { db } = found;
    await write(db, about, recordSample);
    const tokens = [now, now, later].map((madeAt) => issueUpdateLink(db, { ...lead, madeAt, expiresAt: later }));
    const [{ token } = { token: '' }] = await Promise.all(tokens);
    await issueUpdateLink(db, { ...lead, memberId: 'member-other', madeAt: now, expiresAt: later });
    expect(await readOpenUpdateLinks(db, 'n', now)).toHaveLength(4);
    expect(await readOpenUpdateLinks(db, 'n', later)).toEqual([]);
    expect(await finishUpdateLinks(db, { ...lead, now })).toBe(3);
    expect(await revoke(db, later)).toEqual({ ended: 0, withheld: 0 });
    expect(await findUpdateLink(db, token)).toMatchObject({ doneAt: now, revokedAt: null });
    expect(await readOpenUpdateLinks(db, 'n', now)).toMatchObject([{ memberId: 'member-other' }]);
  });
});

describe.each(databases)('links of mail on $name', ({ create }) => {
  const wanted = { ...lead, madeAt: now, expiresAt: later };
  const opened = async () => {
    const found = await openTestDatabase(create);
    await write(found.db, about, recordSample);
    await queueLink(found.db);
    return found;
  };

  test('are made for a mail that was taken, and forgotten where the mail went nowhere', async () => {
    await using found = await opened();
    const { db } = found;
    expect(await readWaitingLinks(db, 'n')).toEqual(['member-lead']);
    const mail = await take(db);
    const link = await issueLinkOfMail(db, mail, wanted);
    expect(await findUpdateLink(db, link?.token ?? '')).toMatchObject(lead);
    await dropUpdateLinks(db, [link?.id ?? '']);
    expect(await findUpdateLink(db, link?.token ?? '')).toBeNull();
    expect(await issueLinkOfMail(db, { ...mail, tries: 2 }, wanted)).toBeNull();
    await settleMail(db, mail, { state: 'sent' }, { at: now, now: Date.parse(now) });
    expect(await readWaitingLinks(db, 'n')).toEqual([]);
  });

  test('are not made once they were revoked while the mail waited or was handed over, and stay so', async () => {
    await using found = await opened();
    const { db } = found;
    await keepDraft(
      db,
      { noticeId: 'n', memberId: linkWriter('member-lead') },
      {
        about: 'action action-1',
        body: draft,
        savedAt: now,
      },
    );
    const mail = await take(db);
    expect(await revoke(db, now)).toEqual({ ended: 0, withheld: 1 });
    expect(await readDrafts(db, { noticeId: 'n', memberId: linkWriter('member-lead') })).toEqual([]);
    expect(await issueLinkOfMail(db, mail, wanted)).toBeNull();
    expect(await renewMail(db, mail, mail)).toMatchObject({ parts: [{ way: 'office' }] });
    expect(await readOpenUpdateLinks(db, 'n', now)).toEqual([]);
  });

  test('one that was just made is ended, whichever of the two is first', async () => {
    await using found = await opened();
    const { db } = found;
    const mail = await take(db);
    const [link] = await Promise.all([issueLinkOfMail(db, mail, wanted), revoke(db, now)]);
    const kept = link && (await findUpdateLink(db, link.token));
    expect(kept?.revokedAt ?? 'none was made').toEqual(link ? now : 'none was made');
    expect(await readOpenUpdateLinks(db, 'n', now)).toEqual([]);
  });
});

describe.each(databases)('addresses on $name', ({ create }) => {
  test('are that of the account, else the one that was given, and can be erased', async () => {
    await using found = await openTestDatabase(create);
    const { db } = found;
    const emailVerified = db.dialect === 'sqlite' ? 1 : true;
    await write(db, about, async (writer) => {
      await recordSample(writer);
      await record(writer, {
        entity: 'account',
        row: { id: 'a', office: 'none', state: 'invited' },
        expectedVersion: 0,
      });
    });
    await db.kysely
      .insertInto('auth_user')
      .values({
        id: 'a',
        name: 'Lead',
        email: 'own@x.test',
        emailVerified,
        image: null,
        createdAt: now,
        updatedAt: now,
      })
      .execute();
    await setContact(db, { ...lead, email: 'first@x.test' });
    await setContact(db, { ...lead, email: 'given@x.test' });
    expect(await readAddresses(db, 'n')).toEqual([{ ...lead, email: 'given@x.test', account: null }]);
    expect(await readAddresses(db, 'm')).toEqual([]);
    expect(await readContacts(db, 'n')).toEqual(new Map([['member-lead', 'given@x.test']]));

    await db.kysely.updateTable('member').set({ account_id: 'a' }).where('id', '=', 'member-lead').execute();
    expect(await readAddresses(db)).toEqual([{ ...lead, email: 'own@x.test', account: 'invited' }]);

    await db.kysely.updateTable('member').set({ account_id: null }).where('id', '=', 'member-lead').execute();
    await setContact(db, { ...lead, email: null });
    expect(await readAddresses(db)).toEqual([]);
  });
});
