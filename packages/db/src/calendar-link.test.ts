import { describe, expect, test } from 'vitest';
import { findCalendarLink, issueCalendarLink, readCalendarLink, revokeCalendarLink } from './calendar-link.ts';
import { write } from './ledger.ts';
import { databases, openTestDatabase } from './testing/databases.ts';
import { recordSample } from './testing/sample.ts';

const whose = { noticeId: 'n', memberId: 'member-lead' };
const now = '2026-11-26T10:00:00.000Z';

describe.each(databases)('a link to a calendar on $name', ({ create }) => {
  test('opens until it is ended or replaced, and is kept as a hash alone', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await write(db, { chain: 'n', actor: '@demonstration', reason: null }, recordSample);
    const first = await issueCalendarLink(db, { ...whose, now });
    expect(await findCalendarLink(db, first)).toEqual({ ...whose, madeAt: now });
    expect(await findCalendarLink(db, 'guessed')).toBeNull();
    const kept = await db.kysely.selectFrom('calendar_link').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(first);

    const second = await issueCalendarLink(db, { ...whose, now });
    expect(second).not.toBe(first);
    expect(await findCalendarLink(db, first)).toBeNull();
    expect(await readCalendarLink(db, whose)).not.toBeNull();
    expect(await readCalendarLink(db, { ...whose, memberId: 'member-chair' })).toBeNull();

    expect(await revokeCalendarLink(db, { ...whose, now })).toBe(true);
    expect(await revokeCalendarLink(db, { ...whose, now })).toBe(false);
    expect(await findCalendarLink(db, second)).toBeNull();
    expect(await readCalendarLink(db, whose)).toBeNull();
  });
});
