import type { Action } from '@noticeboard/domain/action';
import { describe, expect, test } from 'vitest';
import { readDatesRecorded } from './dates-recorded.ts';
import { record, write } from './ledger.ts';
import { redact } from './redact.ts';
import { databases, openTestDatabase } from './testing/databases.ts';
import { recordSample, sampleAction, sampleChanges } from './testing/sample.ts';

const first = { actionId: 'action-1', on: '2023-01-02', originalDue: '2023-06-30', forecast: null } as const;
const size = sampleChanges('n').length;

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

describe.each(databases)('the dates that were recorded on $name', ({ create }) => {
  test('are read by action, oldest first, without what touched no date', async () => {
    await using opened = await openTestDatabase(create);
    await fill(opened, [
      { forecast: '2023-07-31' },
      { forecast: '2023-07-31', title: 'Another' },
      { currentDue: '2023-08-31' },
    ]);
    const histories = await readDatesRecorded(opened.db, 'n', '2023-01-31');
    expect(histories.get('action-1')).toEqual([
      { ...first, currentDue: '2023-06-30', stage: 'notStarted' },
      { ...first, on: '2023-01-03', currentDue: '2023-06-30', forecast: '2023-07-31', stage: 'notStarted' },
      { ...first, on: '2023-01-05', currentDue: '2023-08-31', stage: 'notStarted' },
    ]);
    expect([...histories.keys()].toSorted()).toEqual(['action-1', 'action-2']);
  });

  test('are read up to a day, of one action, and of one notice', async () => {
    await using opened = await openTestDatabase(create);
    await fill(opened, [{ forecast: '2023-07-31' }, { forecast: '2023-08-31' }]);
    const one = await readDatesRecorded(opened.db, 'n', '2023-01-03', 'action-1');
    expect([...one.keys()]).toEqual(['action-1']);
    expect(one.get('action-1')?.map(({ on }) => on)).toEqual(['2023-01-02', '2023-01-03']);
    expect(await readDatesRecorded(opened.db, 'another', '2023-01-31')).toEqual(new Map());
  });

  test('leave out what was redacted', async () => {
    await using opened = await openTestDatabase(create);
    await fill(opened, [{ forecast: '2023-07-31' }, { forecast: '2023-08-31' }]);
    await redact(opened.db, { chain: 'n', seq: size + 1, actor: '@command-line', reason: 'By law.' });
    const histories = await readDatesRecorded(opened.db, 'n', '2023-01-31', 'action-1');
    expect(histories.get('action-1')?.map(({ forecast }) => forecast)).toEqual([null, '2023-08-31']);
  });
});
