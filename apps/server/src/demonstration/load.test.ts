import { readAccounts } from '@noticeboard/db/account';
import { readAddresses } from '@noticeboard/db/contact';
import type { Database } from '@noticeboard/db/database';
import { record, write } from '@noticeboard/db/ledger';
import { readPlan } from '@noticeboard/db/plan';
import { databases, openTestDatabase } from '@noticeboard/db/testing/databases';
import { verify } from '@noticeboard/db/verify';
import { generatePlan } from '@noticeboard/domain/generator/plan';
import type { Plan } from '@noticeboard/domain/plan';
import { describe, expect, it } from 'vitest';
import { demonstrationAccounts } from './accounts.ts';
import { kentFolder, readScript } from './kent.ts';
import { loadDemonstration, type Shipped } from './load.ts';

const planOf = async (db: Database, noticeId: string): Promise<Plan> => {
  const plan = await readPlan(db, noticeId);
  if (!plan) throw new Error(`There is no notice ${noticeId}.`);
  return plan;
};

const kent = readScript(kentFolder);
const small = { seed: 1, areas: 2, actions: 4, measures: 4, months: 3, accounts: { 'member-monitor': 'demo-monitor' } };
const read = (): Shipped[] => [
  { noticeId: 'kent-2023', name: 'Kent', script: kent },
  { noticeId: 'exampleshire', name: 'Exampleshire', script: generatePlan(small) },
];

const cut = () => {
  throw new Error('The machine went off.');
};

/** All that a plan has of an action. */
const about = (plan: Plan, id: string) => ({
  action: plan.actions.find((action) => action.id === id),
  rows: [plan.stageChanges, plan.dateChanges, plan.milestones, plan.updates].map((rows) =>
    rows.filter(({ actionId }) => actionId === id),
  ),
});

describe.each(databases)('the demonstration on $name', ({ create }) => {
  it('is loaded up to its day, once, and goes on to a later day', async () => {
    await using test = await openTestDatabase(create);
    const { db } = test;
    const said: string[] = [];
    const say = (line: string) => said.push(line);

    await loadDemonstration(db, { until: '2023-03-31', say, read });
    expect(said).toHaveLength(2);
    const begun = await planOf(db, 'kent-2023');
    expect(begun.areas).toHaveLength(9);
    expect(begun.readings).toEqual([]);
    expect((await readAccounts(db)).map(({ id, state }) => `${id} ${state}`).toSorted()).toEqual(
      demonstrationAccounts.map(({ id }) => `${id} active`).toSorted(),
    );
    for (const plan of [begun, await planOf(db, 'exampleshire')]) {
      expect(plan.members.filter(({ accountId }) => accountId === 'demo-monitor')).toHaveLength(1);
    }

    const addresses = await readAddresses(db);
    expect(addresses).toHaveLength(begun.members.length + (await planOf(db, 'exampleshire')).members.length);
    const given = addresses.filter(({ account }) => account === null).map(({ email }) => email);
    expect(given).toContain('annual-review-manager@example.gov.uk');
    expect(new Set(given).size).toBe(given.length);

    await loadDemonstration(db, { until: '2023-03-31', say, read });
    expect(said).toHaveLength(2);
    expect((await planOf(db, 'kent-2023')).head).toEqual(begun.head);

    await loadDemonstration(db, { until: '2023-04-03', say, read });
    const later = await planOf(db, 'kent-2023');
    expect(later.readings.length).toBeGreaterThan(0);
    expect(later.head.seq).toBeGreaterThan(begun.head.seq);
    expect(later.readings.every(({ recordedAt }) => recordedAt.startsWith('2023-04-03T'))).toBe(true);
  });

  it('goes on where a load was cut short', async () => {
    await using test = await openTestDatabase(create);
    const { db } = test;
    await expect(loadDemonstration(db, { until: '2023-03-31', say: cut, read })).rejects.toThrow(
      'The machine went off.',
    );
    const { head } = await planOf(db, 'kent-2023');
    expect((await readAccounts(db)).every(({ state }) => state === 'invited')).toBe(true);

    await loadDemonstration(db, { until: '2023-03-31', read });
    expect((await planOf(db, 'kent-2023')).head).toEqual(head);
    expect((await planOf(db, 'exampleshire')).actions.length).toBeGreaterThan(0);
    expect((await readAccounts(db)).every(({ state }) => state === 'active')).toBe(true);
    expect(await verify(db)).toMatchObject({ ok: true });
  });

  it('records every change of a row that one step changes twice', async () => {
    await using test = await openTestDatabase(create);
    const until = '2023-05-24';
    await loadDemonstration(test.db, { until, read });
    const changes = kent.filter(({ day }) => day <= until).flatMap((step) => step.changes);
    const { requirements } = await planOf(test.db, 'kent-2023');
    for (const { id, version } of requirements) {
      expect(version).toBe(changes.filter(({ entity, row }) => entity === 'requirement' && row.id === id).length);
    }
    expect(requirements.find(({ code }) => code === '2')?.standing).toContain('The chair, education and health attend');
  });

  it('leaves a row as a person changed it', async () => {
    await using test = await openTestDatabase(create);
    const { db, clock } = test;
    await loadDemonstration(db, { until: '2023-04-03', read });
    clock.set('2023-04-03T17:00:00.000Z');
    const standing = 'The plan is with our partners.';
    const plan = await planOf(db, 'kent-2023');
    const first = plan.requirements.find(({ code }) => code === '1');
    if (!first) throw new Error('There is no requirement 1.');
    const { version, recordedAt: _at, recordedBy: _by, ...row } = first;
    await write(db, { chain: 'kent-2023', actor: 'member-programme-lead', reason: null }, (writer) =>
      record(writer, { entity: 'requirement', row: { ...row, standing }, expectedVersion: version }),
    );

    await loadDemonstration(db, { until: '2023-05-12', read });
    const after = await planOf(db, 'kent-2023');
    expect(after.requirements.find(({ code }) => code === '1')?.standing).toBe(standing);
    expect(after.readings.some(({ measureId }) => measureId === 'measure-7.2')).toBe(true);
  });

  it(
    'leaves all of an action as it is once a person changed it, however often it is carried on',
    { timeout: 240_000 },
    async () => {
      await using test = await openTestDatabase(create);
      const { db, clock } = test;
      await loadDemonstration(db, { until: '2023-07-31', read });
      clock.set('2023-07-31T17:00:00.000Z');
      // One whose stage and whose date the script goes on to change.
      const later = kent
        .filter(({ day }) => day > '2023-07-31' && day <= '2023-12-31')
        .flatMap(({ changes }) => changes);
      const moved = new Set(later.flatMap(({ entity, row }) => (entity === 'dateChange' ? [row.actionId] : [])));
      const staged = later.flatMap(({ entity, row }) => (entity === 'stageChange' ? [row.actionId] : []));
      const id = staged.find((each) => moved.has(each)) ?? '';
      const action = (await planOf(db, 'kent-2023')).actions.find((each) => each.id === id);
      if (!action) throw new Error('There is no such action.');
      const { version, addedAt: _added, recordedAt: _at, recordedBy: _by, ...row } = action;
      await write(db, { chain: 'kent-2023', actor: 'member-programme-lead', reason: null }, (writer) =>
        record(writer, { entity: 'action', row: { ...row, title: 'As we call it now' }, expectedVersion: version }),
      );

      const theirs = about(await planOf(db, 'kent-2023'), id);
      for (const until of ['2023-08-31', '2023-12-31']) await loadDemonstration(db, { until, read });
      const after = await planOf(db, 'kent-2023');
      expect(about(after, id)).toEqual(theirs);
      expect(after.stageChanges.some(({ on }) => on > '2023-10-01')).toBe(true);
    },
  );

  it('knows at the next start the day that it was carried on to', async () => {
    await using test = await openTestDatabase(create);
    const { db } = test;
    for (const until of ['2023-03-31', '2023-04-20']) await loadDemonstration(db, { until, read });
    const { head } = await planOf(db, 'kent-2023');
    await loadDemonstration(db, { until: '2023-04-20', read: cut });
    expect((await planOf(db, 'kent-2023')).head).toEqual(head);
    expect(await verify(db)).toMatchObject({ ok: true });
  });
});
