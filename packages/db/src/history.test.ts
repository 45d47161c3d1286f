import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readHistory } from './history.ts';
import { record, write } from './ledger.ts';
import { createPlanKeeper, readPlan, readPlanAsAt } from './plan.ts';
import { redact } from './redact.ts';
import { run } from './statement.ts';
import { databases, openTestDatabase, sqlite } from './testing/databases.ts';
import { recordSample, sampleAction, sampleChanges } from './testing/sample.ts';
import { verify } from './verify.ts';

const size = sampleChanges('n').length;
const first = sampleChanges('n').findIndex(({ row }) => row.id === 'action-1') + 1;

/** The sample on 2 January, and action 1 changed on the days after it, once to each title. */
async function fill({ db, clock }: Awaited<ReturnType<typeof openTestDatabase>>, titles: string[]): Promise<void> {
  await write(db, { chain: 'n', actor: '@demonstration', reason: null }, recordSample);
  for (const [index, title] of titles.entries()) {
    clock.set(`2023-01-0${index + 3}T09:00:00.000Z`);
    await write(db, { chain: 'n', actor: 'member-lead', reason: `Now ${title}` }, (writer) =>
      record(writer, { entity: 'action', row: sampleAction('n', { title }), expectedVersion: index + 1 }),
    );
  }
}

describe.each(databases)('history on $name', ({ create }) => {
  test('gives the entries newest first, each with the row before and after', async () => {
    await using opened = await openTestDatabase(create);
    await fill(opened, ['Second', 'Third']);
    const history = await readHistory(opened.db, 'n', { entity: 'action', entityId: 'action-1', limit: 10 });
    expect(history).toMatchObject([
      {
        seq: size + 2,
        kind: 'changed',
        version: 3,
        actor: 'member-lead',
        reason: 'Now Third',
        before: { title: 'Second' },
        after: { title: 'Third' },
      },
      {
        seq: size + 1,
        kind: 'changed',
        version: 2,
        before: { title: 'Appoint caseworkers' },
        after: { title: 'Second' },
      },
      { seq: first, kind: 'created', version: 1, actor: '@demonstration', reason: null, before: null },
    ]);
  });

  test('pages, and filters by London days, both included', async () => {
    await using opened = await openTestDatabase(create);
    await fill(opened, ['Second', 'Third', 'Fourth']);
    const seqs = async (filter: Omit<Parameters<typeof readHistory>[2], 'limit'>) =>
      (await readHistory(opened.db, 'n', { ...filter, limit: 2 })).map(({ seq }) => seq);
    expect(await seqs({})).toEqual([size + 3, size + 2]);
    expect(await seqs({ beforeSeq: size + 2 })).toEqual([size + 1, size]);
    expect(await seqs({ since: '2023-01-03', until: '2023-01-03' })).toEqual([size + 1]);
    expect(await seqs({ until: '2023-01-02' })).toEqual([size, size - 1]);
    expect(await seqs({ since: '2023-01-06' })).toEqual([]);
    expect(await seqs({ entity: 'notice' })).toEqual([1]);
  });

  test('gives the entries of several rows, of one person, and the hash of each', async () => {
    await using opened = await openTestDatabase(create);
    await fill(opened, ['Second', 'Third']);
    const seqs = async (filter: Omit<Parameters<typeof readHistory>[2], 'limit'>) =>
      (await readHistory(opened.db, 'n', { ...filter, limit: 20 })).map(({ seq }) => seq);
    expect(await seqs({ rows: { action: ['action-1', 'unknown'], notice: ['n'], area: [] } })).toEqual([
      size + 2,
      size + 1,
      first,
      1,
    ]);
    expect(await seqs({ rows: {} })).toEqual([]);
    expect(await seqs({ actor: 'member-lead' })).toEqual([size + 2, size + 1]);
    const [newest] = await readHistory(opened.db, 'n', { limit: 1 });
    expect({ seq: newest?.seq, hash: newest?.hash }).toEqual((await readPlan(opened.db, 'n'))?.head);
  });

  test('a redacted entry is erased for good, its place is kept, and the past shows the version before it and says so', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await fill(opened, ['A child is named here', 'Third']);
    const keeper = createPlanKeeper(db, { most: 5 });
    expect((await keeper.asAt('n', '2023-01-03'))?.actions[0]?.title).toBe('A child is named here');

    await redact(db, { chain: 'n', seq: size + 1, actor: '@command-line', reason: 'It named a child.' });

    const { rows } = await run<{ text: string | null }>(db, 'select row_text as "text" from ledger_entry', []);
    expect(rows.filter(({ text }) => text?.includes('A child is named here'))).toEqual([]);
    expect(await verify(db)).toMatchObject({ ok: true, entries: size + 3 });
    const addedAt = '2023-01-02T09:00:00.000Z';
    expect((await readPlan(db, 'n'))?.actions[0]).toMatchObject({ addedAt });
    const shown = {
      actions: [{ title: 'Appoint caseworkers', version: 1, addedAt, recordedBy: '@demonstration' }, {}],
      erased: [{ entity: 'action', id: 'action-1', instead: 'earlier' }],
    };
    expect(await readPlanAsAt(db, 'n', '2023-01-03')).toMatchObject(shown);
    expect(await keeper.asAt('n', '2023-01-03')).toMatchObject(shown);
    const [before, after] = [await readPlanAsAt(db, 'n', '2023-01-02'), await readPlanAsAt(db, 'n', '2023-01-04')];
    expect(before).toMatchObject({ actions: [{ title: 'Appoint caseworkers' }, {}], erased: [] });
    expect(after).toMatchObject({ actions: [{ title: 'Third' }, {}], erased: [] });
    expect(await keeper.current('n')).toEqual(await readPlan(db, 'n'));
    expect(await readHistory(db, 'n', { limit: 3 })).toMatchObject([
      {
        kind: 'redaction',
        entity: 'action',
        entityId: 'action-1',
        version: 2,
        reason: 'It named a child.',
        before: null,
        after: null,
      },
      { kind: 'changed', before: null, after: { title: 'Third' } },
      { kind: 'redacted', version: 2, reason: null, before: { title: 'Appoint caseworkers' }, after: null },
    ]);
  });

  test('a row that was redacted from its first version on shows the first version after it, and says so', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await fill(opened, ['Second', 'Third']);
    await redact(db, { chain: 'n', seq: first, actor: '@command-line', reason: 'It named a child.' });
    await redact(db, { chain: 'n', seq: size + 1, actor: '@command-line', reason: 'It named a child.' });
    for (const day of ['2023-01-02', '2023-01-03'])
      expect(await readPlanAsAt(db, 'n', day)).toMatchObject({
        actions: [{ title: 'Third', recordedAt: `${day}T09:00:00.000Z` }, {}],
        erased: [{ entity: 'action', id: 'action-1', instead: 'later' }],
      });
    expect(await verify(db)).toMatchObject({ ok: true });
  });

  test.each([
    ['that holds the row as it stands', 1, /Correct the row first/],
    ['that is not there', 999, /has no entry 999/],
    ['that was redacted already', first, /redacted already/],
    ['that records a redaction', size + 2, /records a redaction/],
  ])('refuses to redact an entry %s', async (...[, seq, sentence]) => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await fill(opened, ['Second']);
    const { head } = await redact(db, { chain: 'n', seq: first, actor: '@command-line', reason: 'It named a child.' });
    await expect(redact(db, { chain: 'n', seq, actor: '@command-line', reason: 'Again.' })).rejects.toThrow(sentence);
    expect((await readPlan(db, 'n'))?.head).toEqual(head);
  });

  test('a reason that could identify a child is refused', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await expect(
      write(db, { chain: 'n', actor: '@demonstration', reason: 'For A123456789012' }, recordSample),
    ).rejects.toMatchObject({ code: 'invalid', field: 'reason' });
    expect(await readPlan(db, 'n')).toBeNull();
  });
});

test('what was redacted stands nowhere in the file of SQLite, nor in its log', async () => {
  await using opened = await openTestDatabase(sqlite.create);
  const { db, target } = opened;
  // Long enough to reach over several pages, which the correction sets free.
  const name = 'A child is named here. ';
  await write(db, { chain: 'n', actor: 'member-lead', reason: null }, recordSample);
  for (const [version, successCriteria] of [name.repeat(200), 'Nobody is named.'].entries())
    await write(db, { chain: 'n', actor: 'member-lead', reason: null }, (writer) =>
      record(writer, {
        entity: 'action',
        row: sampleAction('n', { successCriteria }),
        expectedVersion: version + 1,
      }),
    );
  const file = 'file' in target ? target.file : '';
  const found = () => [file, `${file}-wal`].filter((each) => readFileSync(each).includes('A child is named'));
  expect(found()).not.toEqual([]);
  await redact(db, { chain: 'n', seq: size + 1, actor: '@command-line', reason: 'It named somebody.' });
  expect(found()).toEqual([]);
});
