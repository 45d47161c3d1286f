import { describe, expect, test } from 'vitest';
import { readAddresses, readContacts, setContact } from './contact.ts';
import { record, write } from './ledger.ts';
import { databases, openTestDatabase } from './testing/databases.ts';
import { recordSample } from './testing/sample.ts';
import { endUpdateLinks, findUpdateLink, issueUpdateLink, readOpenUpdateLinks } from './update-link.ts';

const about = { chain: 'n', actor: '@demonstration', reason: null };
const now = '2026-11-23T10:00:00.000Z';
const later = '2026-11-30T10:00:00.000Z';
const lead = { noticeId: 'n', memberId: 'member-lead' };

describe.each(databases)('links to update on $name', ({ create }) => {
  test('are found by their token alone, which is kept nowhere', async () => {
    await using found = await openTestDatabase(create);
    const { db } = found;
    await write(db, about, recordSample);
    const token = await issueUpdateLink(db, { ...lead, madeAt: now, expiresAt: later });
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
    const [token = ''] = await Promise.all(tokens);
    await issueUpdateLink(db, { ...lead, memberId: 'member-other', madeAt: now, expiresAt: later });
    expect(await readOpenUpdateLinks(db, 'n', now)).toHaveLength(4);
    expect(await readOpenUpdateLinks(db, 'n', later)).toEqual([]);
    expect(await endUpdateLinks(db, { ...lead, why: 'done', now })).toBe(3);
    expect(await endUpdateLinks(db, { ...lead, why: 'revoked', now: later })).toBe(0);
    expect(await findUpdateLink(db, token)).toMatchObject({ doneAt: now, revokedAt: null });
    expect(await readOpenUpdateLinks(db, 'n', now)).toMatchObject([{ memberId: 'member-other' }]);
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
