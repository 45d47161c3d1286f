import type { Action } from '@noticeboard/domain/action';
import { describe, expect, test } from 'vitest';
import type { CompiledQuery } from 'kysely';
import type { Database } from './database.ts';
import { createDatesKeeper, readDatesOfAction } from './dates-recorded.ts';
import { record, write } from './ledger.ts';
import { redact } from './redact.ts';
import { databases, openTestDatabase } from './testing/databases.ts';
import { recordSample, sampleAction, sampleChanges } from './testing/sample.ts';

const first = { actionId: 'action-1', on: '2023-01-02', originalDue: '2023-06-30', forecast: null } as const;
const size = sampleChanges('n').length;
/** A position that lies beyond every entry. */
const all = 1000;

/** The sample on 2 January, and action 1 changed on 3 January and the days after it. */
async function fill({ db, clock }: Awaited<ReturnType<typeof openTestDatabase>>, changes: readonly Partial<Action>[]) {
  await write(db, { chain: 'n', actor: '@demonstration', reason: null }, recordSample);
  for (const [index, change] of changes.entries()) {
    clock.set(`2023-01-0${index + 3}T23:30:00.000Z`);
    await write(db, { chain: 'n', actor: 'member-lead', reason: null }, (writer) =>
      record(writer, { entity: 'action', row: sampleAction('n', change), expectedVersion: index + 1 }),
    );
  }
}

/** The same database, with a count of the entries of the ledger that were read from it. */
const counting = (db: Database) => {
  const read = { entries: 0 };
  const kysely = new Proxy(db.kysely, {
    get: (target, name) =>
      name === 'executeQuery'
        ? async (query: CompiledQuery) => {
            const result = await target.executeQuery(query);
            if (query.sql.includes('row_text')) read.entries += result.rows.length;
            return result;
          }
        : (Reflect.get(target, name) as unknown),
  });
  return { db: { ...db, kysely }, read };
};

const days = (history: readonly { on: string }[]) => history.map(({ on }) => on);

describe.each(databases)('the dates that were recorded on $name', ({ create }) => {
  test('are read by action, oldest first, without what touched no date', async () => {
    await using opened = await openTestDatabase(create);
    await fill(opened, [
      { forecast: '2023-07-31' },
      { forecast: '2023-07-31', title: 'Another' },
      { currentDue: '2023-08-31' },
    ]);
    const expected = [
      { ...first, currentDue: '2023-06-30', stage: 'notStarted' },
      { ...first, on: '2023-01-03', currentDue: '2023-06-30', forecast: '2023-07-31', stage: 'notStarted' },
      { ...first, on: '2023-01-05', currentDue: '2023-08-31', stage: 'notStarted' },
    ];
    expect(await readDatesOfAction(opened.db, 'n', all, 'action-1')).toEqual(expected);
    const found = await createDatesKeeper(opened.db, { most: 1 }).read('n', all);
    expect(found.find(([one]) => one?.actionId === 'action-1')).toEqual(expected);
    expect(new Set(found.map(([one]) => one?.actionId))).toEqual(new Set(['action-1', 'action-2']));
  });

  test('are read up to a position, of one action, and of one notice', async () => {
    await using opened = await openTestDatabase(create);
    await fill(opened, [{ forecast: '2023-07-31' }, { forecast: '2023-08-31' }]);
    expect(days(await readDatesOfAction(opened.db, 'n', size + 1, 'action-1'))).toEqual(['2023-01-02', '2023-01-03']);
    const dates = createDatesKeeper(opened.db, { most: 1 });
    expect((await dates.read('n', size + 1)).map(days)).toContainEqual(['2023-01-02', '2023-01-03']);
    expect(await dates.read('n', 1)).toEqual([]);
    expect(await dates.read('another', all)).toEqual([]);
  });

  test('leave out what was redacted', async () => {
    await using opened = await openTestDatabase(create);
    await fill(opened, [{ forecast: '2023-07-31' }, { forecast: '2023-08-31' }]);
    const dates = createDatesKeeper(opened.db, { most: 1 });
    const forecasts = async () =>
      (await dates.read('n', all)).find(([one]) => one?.actionId === 'action-1')?.map(({ forecast }) => forecast);
    expect(await forecasts()).toEqual([null, '2023-07-31', '2023-08-31']);
    await redact(opened.db, { chain: 'n', seq: size + 1, actor: '@command-line', reason: 'By law.' });
    expect(await forecasts()).toEqual([null, '2023-08-31']);
    const one = await readDatesOfAction(opened.db, 'n', all, 'action-1');
    expect(one.map(({ forecast }) => forecast)).toEqual([null, '2023-08-31']);
  });

  test('are kept: what was read is not read again, and what is newer is seen', async () => {
    await using opened = await openTestDatabase(create);
    await fill(opened, [{ forecast: '2023-07-31' }]);
    const { db, read } = counting(opened.db);
    const dates = createDatesKeeper(db, { most: 1 });
    const before = await dates.read('n', all);
    expect(read.entries).toBe(3);
    expect(await dates.read('n', all)).toEqual(before);
    expect(read.entries).toBe(3);
    opened.clock.set('2023-01-10T09:00:00.000Z');
    await write(opened.db, { chain: 'n', actor: 'member-lead', reason: null }, (writer) =>
      record(writer, { entity: 'action', row: sampleAction('n', { forecast: '2023-09-30' }), expectedVersion: 2 }),
    );
    const after = await dates.read('n', all);
    expect(after.find(([one]) => one?.actionId === 'action-1')?.at(-1)).toMatchObject({
      on: '2023-01-10',
      forecast: '2023-09-30',
    });
    expect(read.entries).toBe(4);
    expect(await dates.read('n', size + 1)).toEqual(before);
    expect(read.entries).toBe(4);
  });
});
