import { record, write } from '@noticeboard/db/ledger';
import { sampleAction } from '@noticeboard/db/testing/sample';
import { TRPCError } from '@trpc/server';
import { expect, it } from 'vitest';
import { describe } from './errors.ts';
import { anUpdate, createTestInstallation, people } from './testing/installation.ts';

it('gives the same view until something is recorded', async () => {
  await using installation = await createTestInstallation();
  const frame = () => installation.call('chair', 'notice.frame', { noticeId: 'one' });
  const first = await frame();
  expect(await frame()).toBe(first);
  expect(await installation.call('monitor', 'notice.frame', { noticeId: 'one' })).not.toBe(first);
  const receipt = await installation.call('officer', 'update.write', anUpdate);
  expect(receipt).toMatchObject({ by: 'officer', at: '2023-02-10T12:00:00.001Z' });
  expect(await frame()).toMatchObject({ head: (receipt as { head: object }).head });
});

it('keeps every one of many changes that are made at the same moment', async () => {
  await using installation = await createTestInstallation();
  const receipts = await Promise.all(
    Array.from({ length: 12 }, (_, count) =>
      installation.call('officer', 'update.write', { ...anUpdate, words: `Change ${count}` }),
    ),
  );
  const positions = receipts.map((receipt) => (receipt as { head: { seq: number } }).head.seq);
  expect(new Set(positions).size).toBe(12);
  const plan = await installation.keeper.current('one');
  expect(plan?.updates.filter(({ words }) => words.startsWith('Change '))).toHaveLength(12);
});

it('decides again where the plan moved meanwhile: two codes that are the same can’t both be made', async () => {
  await using installation = await createTestInstallation();
  const area = {
    noticeId: 'one',
    number: 3,
    title: 'Co-production',
    statement: 'Families are not heard.',
    sponsorId: null,
    reason: 'Found.',
  };
  const outcomes = await Promise.allSettled(
    [1, 2].map(() => installation.call('programmeOffice', 'area.create', area)),
  );
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

it('looks back to a day, and neither ahead nor before there was anything', async () => {
  await using installation = await createTestInstallation();
  const at = (asAt: string) => installation.call('chair', 'history.list', { noticeId: 'one', asAt });
  expect(await at('2023-02-10')).toHaveProperty('changes');
  await expect(at('2023-02-11')).rejects.toThrow('That day has not come yet.');
  await expect(at('2023-02-09')).rejects.toThrow('Nothing was recorded by that day.');
});

it('looks back to a position of the ledger, and shows nothing that was recorded after it on the same day', async () => {
  await using installation = await createTestInstallation();
  const head = async () => (await installation.keeper.current('one'))?.head.seq ?? 0;
  const before = await head();
  await installation.call('officer', 'update.write', { ...anUpdate, words: 'Written later that day.' });
  const at = async (asAt: string) => {
    const page = await installation.call('chair', 'action.read', { noticeId: 'one', id: 'action-1', asAt });
    const changes = await installation.call('chair', 'history.list', { noticeId: 'one', asAt });
    return [page, changes].map((shown) => JSON.stringify(shown).includes('Written later that day.'));
  };
  expect(await at(`2023-02-10.${before}`)).toEqual([false, false]);
  expect(await at(`2023-02-10.${before + 1}`)).toEqual([true, true]);
  await expect(at('2023-02-10.9999')).rejects.toThrow('The ledger of this notice has no entry 9,999.');
  await expect(at(`2023-02-09.${before}`)).rejects.toThrow(/was not the last one on that day/);
  await expect(at(`2023-02-11.${before}`)).rejects.toThrow('That day has not come yet.');
  for (const none of ['2023-02-10.', '2023-02-10.0', '2023-02-30.1', '2023-02-10.x'])
    await expect(at(none)).rejects.toThrow('Enter a real date');
});

it('goes on showing its own day where another process records on a later one', async () => {
  await using installation = await createTestInstallation();
  const page = () => installation.call('chair', 'action.read', { noticeId: 'one', id: 'action-1' });
  const before = await page();
  const later = { now: () => '2023-09-25T12:00:00.000Z', today: () => '2023-09-25' };
  await write({ ...installation.db, clock: later }, { chain: 'one', actor: '@test', reason: null }, async (writer) => {
    const row = sampleAction('one', { title: 'Appoint them later', currentDue: '2023-12-31' });
    await record(writer, { entity: 'action', row, expectedVersion: 1 });
  });
  expect(await page()).toEqual(before);
  await expect(installation.call('officer', 'update.write', anUpdate)).rejects.toThrow(
    'The clock stands on a day before the last entry of the ledger.',
  );
});

it('names what is missing in an input, in words of our own', async () => {
  await using installation = await createTestInstallation();
  const refusalOf = async (input: object) => {
    const error: unknown = await installation.call('officer', 'update.write', input).catch((thrown: unknown) => thrown);
    return error instanceof TRPCError ? describe(error) : null;
  };
  const { rating: _rating, ...unrated } = anUpdate;
  expect(await refusalOf(unrated)).toMatchObject({
    field: 'rating',
    sentence: expect.stringMatching(/^“rating” is missing\. Send it/) as unknown,
  });
  expect(await refusalOf({ ...anUpdate, rating: 7 })).toMatchObject({
    sentence: expect.stringMatching(/^“rating” can’t be that\./) as unknown,
  });
});

it('says when a row was first recorded, where a day before it is looked back to', async () => {
  await using installation = await createTestInstallation();
  const clock = { now: () => '2023-03-01T12:00:00.000Z', today: () => '2023-03-01' };
  await write({ ...installation.db, clock }, { chain: 'one', actor: '@test', reason: null }, (writer) =>
    record(writer, { entity: 'action', row: sampleAction('one', { id: 'late', code: '9.01' }), expectedVersion: 0 }),
  );
  const at = (procedure: string, id: string) =>
    installation.call('chair', procedure, { noticeId: 'one', id, asAt: '2023-02-10' });
  for (const procedure of ['action.read', 'action.slip'])
    await expect(at(procedure, 'late')).rejects.toThrow(
      'Action 9.01, Appoint caseworkers, was not recorded by 10 February 2023. It was first recorded on 1 March 2023.',
    );
  await expect(at('action.read', 'none')).rejects.toThrow('There is no such action in this notice.');
});

it('tells the history in words, page by page', async () => {
  await using installation = await createTestInstallation();
  await installation.call('officer', 'action.setForecast', {
    noticeId: 'one',
    id: 'action-1',
    expectedVersion: 1,
    forecast: '2023-06-01',
    reason: 'Two posts are filled.',
  });
  const page = (await installation.call('monitor', 'history.list', { noticeId: 'one', limit: 2 })) as {
    changes: { rows: { seq: number }[] }[];
    nextBefore: number;
  };
  expect(page.changes[0]).toMatchObject({
    by: 'officer',
    reason: 'Two posts are filled.',
    rows: [
      {
        did: 'Changed',
        what: 'Action 1.01, Appoint caseworkers',
        link: { page: 'actions', id: 'action-1' },
        fields: [{ label: 'Forecast', before: null, after: '1 June 2023' }],
      },
    ],
  });
  const next = (await installation.call('monitor', 'history.list', {
    noticeId: 'one',
    limit: 2,
    beforeSeq: page.nextBefore,
  })) as { changes: { rows: { seq: number }[] }[] };
  expect(next.changes[0]?.rows.at(-1)?.seq).toBe(page.nextBefore - 1);
});

it('narrows the history to one row with what hangs on it, to one person and to a day', async () => {
  await using installation = await createTestInstallation();
  const change = { noticeId: 'one', reason: null };
  await installation.call('officer', 'milestone.tick', {
    ...change,
    id: 'milestone-1',
    expectedVersion: 1,
    doneOn: '2023-01-20',
  });
  const told = async (filter: object): Promise<string[]> => {
    const page = (await installation.call('chair', 'history.list', { noticeId: 'one', limit: 100, ...filter })) as {
      changes: { rows: { entity: string }[] }[];
    };
    return page.changes.flatMap(({ rows }) => rows.map(({ entity }) => entity));
  };
  expect(new Set(await told({ entity: 'action', entityId: 'action-1' }))).toEqual(
    new Set([
      'action',
      'stageChange',
      'milestone',
      'update',
      'dateChange',
      'evidence',
      'waiver',
      'challenge',
      'handover',
    ]),
  );
  expect(await told({ actor: people.officer.memberId })).toEqual(['milestone']);
  expect(await told({ actor: people.officer.memberId, until: '2023-02-09' })).toEqual([]);
  expect(new Set(await told({ entity: 'area' }))).toEqual(new Set(['area']));
});

it('sets up a notice, whose first member makes its plan', async () => {
  await using installation = await createTestInstallation();
  const given = {
    title: 'Elsewhere, Improvement Notice',
    authority: 'Elsewhere Council',
    partners: null,
    subject: 'SEND',
    issuedBy: 'The minister',
    issuedOn: '2023-01-30',
    checkpointBase: '2023-01-30',
    checkpointMonths: [3, 6, 12, 18],
    updateEveryDays: 30,
    memberTitle: 'Programme lead',
    memberOrganisation: 'Elsewhere Council',
    reason: 'The notice was issued.',
  };
  await expect(installation.call('founder', 'notice.create', { ...given, issuedOn: '2023-03-01' })).rejects.toThrow(
    'The day of issue must be 10 February 2023 or earlier.',
  );
  const { noticeId } = (await installation.call('founder', 'notice.create', given)) as { noticeId: string };
  expect(await installation.call('founder', 'session.me')).toMatchObject({
    notices: [{ id: noticeId, roles: ['programmeOffice'] }],
  });
  await expect(
    installation.call('founder', 'area.create', {
      noticeId,
      number: 1,
      title: 'Timeliness',
      statement: 'Families wait.',
      sponsorId: null,
      reason: 'Found.',
    }),
  ).resolves.toMatchObject({ by: 'Programme lead' });
});
