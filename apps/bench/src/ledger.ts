import path from 'node:path';
import SQLite from 'better-sqlite3';
import { openDatabase } from '@noticeboard/db/database';
import { record, write } from '@noticeboard/db/ledger';
import { readPlan, readPlanAsAt } from '@noticeboard/db/plan';
import { createClock } from '@noticeboard/server/clock';
import { print, ratios, title } from './figures.ts';
import { today } from './prepare.ts';

const rounds = 9;
const changes = 150;
const noticeId = 'kent-2023';

async function perSecond(count: number, once: (index: number) => unknown): Promise<number> {
  const started = performance.now();
  for (let index = 0; index < count; index += 1) await once(index);
  return count / ((performance.now() - started) / 1000);
}

/** A recorded change, in process, against a bare durable transaction of the same bytes on a file beside it. */
export async function recordAgainstBare(file: string, folder: string): Promise<void> {
  const db = await openDatabase({ file }, { clock: createClock(today) });
  const plan = await readPlan(db, noticeId);
  const subject = plan?.actions.find(({ stage }) => stage === 'inProgress');
  if (!plan || !subject) throw new Error('The demonstration has no action in progress.');
  const row = {
    noticeId,
    actionId: subject.id,
    measureId: null,
    requirementId: null,
    on: today,
    byId: subject.leadId,
    kind: 'change',
    rating: 'green',
    confidence: 'high',
    words: 'Twelve families were telephoned this week, and nine of them now know the name of their caseworker.',
    recovery: null,
    forecast: null,
    state: 'submitted',
    reviewedById: null,
    reviewedOn: null,
    reviewNote: null,
    mark: 'illustrative',
  } as const;

  const bare = new SQLite(path.join(folder, 'bare.sqlite'));
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  bare.exec('create table entry (id integer primary key, bytes text not null) strict');
  const insert = bare.prepare('insert into entry (bytes) values (?)');
  // The row in its table and again in the ledger, with its hashes.
  const bytes = `${JSON.stringify(row)}${JSON.stringify(row)}${'0'.repeat(256)}`;
  const bareTransaction = bare.transaction(() => insert.run(bytes));

  const actor = subject.leadId ?? '@command-line';
  let made = 0;
  const recordOne = () =>
    write(db, { chain: noticeId, actor, reason: null }, async (writer) => {
      made += 1;
      await record(writer, { entity: 'update', row: { ...row, id: `bench-${made}` }, expectedVersion: 0 });
    });

  await perSecond(changes, recordOne);
  await perSecond(changes, () => bareTransaction.immediate());
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await perSecond(changes, recordOne));
    theirs.push(await perSecond(changes, () => bareTransaction.immediate()));
  }
  bare.close();
  title(`A recorded change, in process: ${rounds} rounds of ${changes} in turn`);
  print({ name: 'record', unit: 'a second', values: ours, digits: 0 });
  print({ name: 'bare durable transaction of the same bytes', unit: 'a second', values: theirs, digits: 0 });
  print({
    name: 'ratio of throughput (first step 0.4, target 0.5)',
    unit: '',
    values: ratios(ours, theirs),
    digits: 2,
  });
  await db.close();
}

async function timed(once: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await once();
  return performance.now() - started;
}

/** The plan as at a past day against the current one, both with nothing in memory. */
export async function asAtAgainstCurrent(file: string): Promise<void> {
  const db = await openDatabase({ file }, { clock: createClock(today) });
  const past: number[] = [];
  const current: number[] = [];
  for (let round = 0; round < rounds + 1; round += 1) {
    past.push(await timed(() => readPlanAsAt(db, noticeId, '2023-09-24')));
    current.push(await timed(() => readPlan(db, noticeId)));
  }
  // The first of each meets a cold page cache.
  past.shift();
  current.shift();
  title(`The plan as at the day before, against the current plan: ${rounds} rounds in turn`);
  print({ name: 'as at', unit: 'ms', values: past, digits: 1 });
  print({ name: 'current', unit: 'ms', values: current, digits: 1 });
  print({ name: 'ratio of time (target at most 3)', unit: '', values: ratios(past, current), digits: 2 });
  await db.close();
}
