import type { Draft } from '@noticeboard/domain/draft';
import { describe, expect, test } from 'vitest';
import { dropDrafts, keepDraft, readDrafts } from './drafts.ts';
import { write } from './ledger.ts';
import { run } from './statement.ts';
import { databases, openTestDatabase } from './testing/databases.ts';
import { recordSample } from './testing/sample.ts';

const body: Draft = {
  noChange: false,
  seenId: 'update-1',
  seenForecast: null,
  rating: 'amber',
  confidence: null,
  words: 'Half a sen',
  recovery: '',
  forecast: { day: '31', month: '10', year: '' },
  milestoneIds: ['milestone-1'],
  value: '',
  numerator: '',
  denominator: '',
  answer: '',
};
const lead = { noticeId: 'n', memberId: 'member-lead' };
const savedAt = '2023-01-02T09:00:00.000Z';
const about = 'action action-1';

describe.each(databases)('drafts on $name', ({ create }) => {
  const opened = async () => {
    const made = await openTestDatabase(create);
    await write(made.db, { chain: 'n', actor: '@demonstration', reason: null }, recordSample);
    return made;
  };

  test('are kept once a row and a member, the last one typed', async () => {
    await using made = await opened();
    await keepDraft(made.db, lead, { about, body, savedAt });
    await keepDraft(made.db, { ...lead, memberId: 'member-chair' }, { about, body, savedAt });
    const later = { about, body: { ...body, words: 'Half a sentence' }, savedAt: '2023-01-02T09:01:00.000Z' };
    await keepDraft(made.db, lead, later);
    expect(await readDrafts(made.db, lead)).toEqual([later]);
    expect(await readDrafts(made.db, { ...lead, noticeId: 'm' })).toEqual([]);
  });

  test('go with the change that submits them, or stay with it', async () => {
    await using made = await opened();
    await keepDraft(made.db, lead, { about, body, savedAt });
    await keepDraft(made.db, lead, { about: 'measure measure-1', body, savedAt });
    const failing = write(made.db, { chain: 'n', actor: 'member-lead', reason: null }, async (writer) => {
      await dropDrafts(writer, lead, [about]);
      throw new Error('The submission was refused.');
    });
    await expect(failing).rejects.toThrow('The submission was refused.');
    expect(await readDrafts(made.db, lead)).toHaveLength(2);
    await dropDrafts(made.db, lead, [about, 'action unknown']);
    expect((await readDrafts(made.db, lead)).map((each) => each.about)).toEqual(['measure measure-1']);
  });

  test('of another shape are left out', async () => {
    await using made = await opened();
    await run(made.db, 'insert into draft (notice_id, member_id, about, body, saved_at) values (?, ?, ?, ?, ?)', [
      'n',
      'member-lead',
      about,
      '{"words":"of an earlier release"}',
      savedAt,
    ]);
    expect(await readDrafts(made.db, lead)).toEqual([]);
  });
});
