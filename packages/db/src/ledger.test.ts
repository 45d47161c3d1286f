import type { Action } from '@noticeboard/domain/action';
import { nextMoment } from '@noticeboard/domain/calendar';
import { applyRow, collectionOf, emptyRows, planOf, type PlanRows, type RecordedRow } from '@noticeboard/domain/fold';
import { entities, type Change, type Entity } from '@noticeboard/domain/plan';
import * as fc from 'fast-check';
import type { GeneratorValue } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAccount, readMembersOf } from './account.ts';
import { openDatabase, type Database } from './database.ts';
import { installation, record, StaleError, write } from './ledger.ts';
import { createPlanKeeper, readPlan, readPlanAsAt } from './plan.ts';
import { databases, openTestDatabase } from './testing/databases.ts';
import { containing } from './testing/matchers.ts';
import { pick } from './testing/pick.ts';
import { recordSample, sampleAction, sampleChanges } from './testing/sample.ts';
import { verify } from './verify.ts';

const about = (chain: string) => ({ chain, actor: '@demonstration', reason: null });

/** Changes a row of the sample at random, under its own id or a new one, keeping what it refers to. */
function changed(g: GeneratorValue, { entity, row }: Change, count: number): Change['row'] {
  const { shape } = entities[entity];
  const different: Record<string, unknown> = {};
  const text = () => `t${g(fc.string, { unit: 'grapheme', maxLength: 8 })}`;
  for (const field of ['title', 'statement', 'definition', 'note', 'words', 'recovery', 'disputed', 'reason', 'place'])
    if (field in shape && g(fc.boolean)) different[field] = text();
  for (const field of ['value', 'numerator', 'floor', 'baseline'])
    if (field in shape && g(fc.boolean)) different[field] = g(fc.double, { noNaN: true, min: -1e15, max: 1e15 });
  if ('areaIds' in shape) different['areaIds'] = g(fc.shuffledSubarray, ['area-1', 'area-2'], { minLength: 1 });
  if ('balancedByIds' in shape) different['balancedByIds'] = g(fc.shuffledSubarray, ['measure-1', 'measure-2']);
  if ('dependsOnIds' in shape) different['dependsOnIds'] = g(fc.shuffledSubarray, ['action-1', 'action-2']);
  if ('code' in shape) different['code'] = `${count}.${row.id.slice(-1)}`;
  if ('number' in shape) different['number'] = 2 * count + Number(row.id.slice(-1));
  if (entity !== 'notice' && g(fc.boolean)) different['id'] = `${row.id}.${count}`;
  return { ...row, ...different };
}

describe.each(databases)('the ledger on $name', ({ create }) => {
  test('a random history of several actors: tables equal the fold, a past moment equals the state then', async () => {
    await using opened = await openTestDatabase(create);
    const { db, clock } = opened;
    const keeper = createPlanKeeper(db, { most: 2 });
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.gen(), fc.integer({ min: 1, max: 25 }), async (g, steps) => {
        runs += 1;
        const noticeId = `notice-${runs}`;
        clock.set('2023-01-02T09:00:00.000Z');
        const model: PlanRows = emptyRows();
        const states: { seq: number; day: string; plan: unknown }[] = [];
        const versions = new Map<string, number>();
        const refusals: unknown[] = [];
        const seen: [unknown, unknown][] = [];

        const commit = async (changes: Change[], actor: string) => {
          const { head, at } = await write(db, { chain: noticeId, actor, reason: 'Because.' }, async (writer) => {
            for (const change of changes) await record(writer, change);
          });
          for (const { entity, row, expectedVersion } of changes) {
            const parsed = entities[entity].parse({ ...row, version: expectedVersion + 1 });
            versions.set(row.id, expectedVersion + 1);
            // The ledger's text has no minus zero.
            const kept = JSON.parse(JSON.stringify(parsed)) as unknown;
            applyRow(model, { entity, row: kept, at, by: actor } as RecordedRow);
          }
          states.push({ seq: head.seq, day: clock.today(), plan: structuredClone(planOf(model, head)) });
        };

        const sample = sampleChanges(noticeId);
        await commit(sample, '@demonstration');
        for (let count = 0; count < steps; count += 1) {
          if (g(fc.boolean)) {
            const day = 3 + count;
            clock.set(`2023-01-${`${day}`.padStart(2, '0')}T09:00:00.000Z`);
          }
          const actor = pick(g, ['member-lead', 'member-chair', 'account:a']);
          const picked = new Set([pick(g, sample), pick(g, sample), pick(g, sample)]);
          const changes = [...picked].map((change) => {
            const row = changed(g, change, count + 2);
            return { ...change, row, expectedVersion: versions.get(row.id) ?? 0 } as Change;
          });
          const [first] = changes;
          const standing = versions.get(first?.row.id ?? '');
          if (first && standing !== undefined && g(fc.boolean)) {
            const expectedVersion = pick(g, [standing - 1, standing + 1]);
            const stale = [...changes.slice(1), { ...first, expectedVersion }];
            refusals.push(await commit(stale, actor).catch((error: unknown) => error));
            seen.push([await readPlan(db, noticeId), states.at(-1)?.plan]);
          }
          await commit(changes, actor);
          if (g(fc.boolean)) seen.push([await keeper.current(noticeId), states.at(-1)?.plan]);
        }

        for (const refusal of refusals) expect(refusal).toBeInstanceOf(StaleError);
        for (const [found, due] of seen) expect(found).toEqual(due);
        expect(await readPlan(db, noticeId)).toEqual(states.at(-1)?.plan);
        expect(await keeper.current(noticeId)).toEqual(states.at(-1)?.plan);
        for (const { seq, day, plan } of states) {
          expect(await readPlanAsAt(db, noticeId, { seq })).toEqual(plan);
          const endOfDay = states.findLast((state) => state.day === day)?.plan;
          expect(await readPlanAsAt(db, noticeId, day)).toEqual(endOfDay);
          expect(await keeper.asAt(noticeId, day)).toEqual(endOfDay);
        }
        expect(await readPlanAsAt(db, noticeId, '2023-01-01')).toBeNull();
      }),
      { numRuns: 20 },
    );
    expect(await verify(db)).toMatchObject({ ok: true });
  }, 60_000);

  test('a stale version is refused with the row as it stands, and changes nothing', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    const { head } = await write(db, about('n'), recordSample);
    const change = { entity: 'action', row: sampleAction('n', { stage: 'inProgress' }), expectedVersion: 1 } as const;
    await write(db, about('n'), (writer) => record(writer, change));
    const before = await readPlan(db, 'n');

    const stale = { ...change, row: sampleAction('n', { stage: 'delivered', title: 'Mine' }) };
    const refused = write(db, about('n'), async (writer) => {
      await record(writer, { ...change, row: sampleAction('n', { id: 'action-3', code: '9' }), expectedVersion: 0 });
      return record(writer, stale);
    });
    await expect(refused).rejects.toMatchObject({
      code: 'conflict',
      current: { id: 'action-1', stage: 'inProgress', version: 2, areaIds: ['area-2', 'area-1'] },
    });
    expect(await readPlan(db, 'n')).toEqual(before);
    expect(before?.head.seq).toBe(head.seq + 1);
  });

  test('a new row under an id that is taken is a conflict; a change of a row that is not there is not found', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await write(db, about('n'), recordSample);
    const again = { entity: 'action', row: sampleAction('n'), expectedVersion: 0 } as const;
    await expect(write(db, about('n'), (writer) => record(writer, again))).rejects.toMatchObject({ code: 'conflict' });
    const unknown = { entity: 'action', row: sampleAction('n', { id: 'action-9' }), expectedVersion: 1 } as const;
    await expect(write(db, about('n'), (writer) => record(writer, unknown))).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  test.each([
    ['a lead of no notice', { leadId: 'member-nobody' }, 'not in this notice', null],
    ['an area of no notice', { areaIds: ['area-9'] }, 'not in this notice', null],
    ['a code that is taken', { id: 'action-3' }, 'already an action with this code', 'code'],
    ['an impossible date', { currentDue: '2023-13-01' }, 'real date', 'currentDue'],
    ['a pupil number', { title: 'Help A123456789012' }, 'pupil number', 'title'],
    ['a character that can’t be kept', { title: 'a\u0000b' }, 'can’t be kept', 'title'],
    ['half a character', { title: 'a\ud800b' }, 'can’t be kept', 'title'],
  ] satisfies [string, Partial<Action>, string, string | null][])(
    'refuses %s with a sentence',
    async (...[, different, sentence, field]) => {
      await using opened = await openTestDatabase(create);
      const { db } = opened;
      await write(db, about('n'), recordSample);
      const before = await readPlan(db, 'n');
      const row = sampleAction('n', { id: 'action-4', code: '4', ...different });
      if ('id' in different) row.code = '1.01';
      const refused = write(db, about('n'), (writer) => record(writer, { entity: 'action', row, expectedVersion: 0 }));
      await expect(refused).rejects.toMatchObject({
        name: 'DomainError',
        message: containing(sentence),
        field,
      });
      expect(await readPlan(db, 'n')).toEqual(before);
    },
  );

  test('a code is free again once its action was withdrawn', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await write(db, about('n'), recordSample);
    await write(db, about('n'), async (writer) => {
      await record(writer, { entity: 'action', row: sampleAction('n', { stage: 'withdrawn' }), expectedVersion: 1 });
      await record(writer, { entity: 'action', row: sampleAction('n', { id: 'action-3' }), expectedVersion: 0 });
    });
    expect((await readPlan(db, 'n'))?.actions.map(({ code }) => code)).toEqual(['1.01', '1.02', '1.01']);
  });

  test('a write on one notice cannot touch another', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await write(db, about('one'), recordSample);
    await write(db, about('two'), recordSample);
    const change = { entity: 'action', row: sampleAction('two'), expectedVersion: 1 } as const;
    await expect(write(db, about('one'), (writer) => record(writer, change))).rejects.toMatchObject({
      code: 'notFound',
    });
    const foreign = sampleAction('one', { leadId: 'member-of-two' });
    const row = {
      noticeId: 'two',
      id: 'member-of-two',
      accountId: null,
      title: 'Lead',
      organisation: 'Council',
      roles: ['officer'],
      startsOn: '2023-01-01',
      endsOn: null,
      suspendedOn: null,
      sector: null,
      mailBouncedOn: null,
    } as const;
    await write(db, about('two'), (writer) =>
      record(writer, { entity: 'member', row: { ...row, roles: [...row.roles] }, expectedVersion: 0 }),
    );
    await expect(
      write(db, about('one'), (writer) => record(writer, { entity: 'action', row: foreign, expectedVersion: 1 })),
    ).rejects.toMatchObject({ code: 'invalid' });
  });

  test('an account and its member are recorded in one write, each in its own chain', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await write(db, about('n'), recordSample);
    const row = {
      noticeId: 'n',
      id: 'member-monitor',
      accountId: 'a',
      title: 'Monitor',
      organisation: 'Department',
      roles: ['monitor' as const],
      startsOn: '2023-01-01',
      endsOn: null,
      suspendedOn: null,
      sector: null,
      mailBouncedOn: null,
    };
    await write(db, about('n'), async (writer) => {
      await record(writer, {
        entity: 'account',
        row: { id: 'a', office: 'none', state: 'invited' },
        expectedVersion: 0,
      });
      await record(writer, { entity: 'member', row, expectedVersion: 0 });
    });
    expect(await readAccount(db, 'a')).toMatchObject({ state: 'invited', version: 1, recordedBy: '@demonstration' });
    expect(await readMembersOf(db, 'a')).toMatchObject([{ id: 'member-monitor', roles: ['monitor'] }]);
    const written = await write(db, about(installation), (writer) =>
      record(writer, { entity: 'account', row: { id: 'a', office: 'none', state: 'active' }, expectedVersion: 1 }),
    );
    expect(written).toMatchObject({ result: { version: 2, seq: 2 }, head: { seq: 2 } });
    expect(await verify(db)).toMatchObject({ ok: true });
  });

  test('each change has an instant after the one before, and a day before the last entry is refused', async () => {
    await using opened = await openTestDatabase(create);
    const { db, clock } = opened;
    const first = await write(db, about('n'), recordSample);
    const change = { entity: 'action', row: sampleAction('n') } as const;
    clock.set('2023-01-02T08:59:59.999Z');
    const second = await write(db, about('n'), (writer) => record(writer, { ...change, expectedVersion: 1 }));
    expect(second.at).toBe(nextMoment(first.at));
    clock.set('2023-01-01T23:00:00.000Z');
    await expect(write(db, about('n'), (writer) => record(writer, { ...change, expectedVersion: 2 }))).rejects.toThrow(
      /clock stands on a day before/,
    );
  });

  test('two connections that write at once keep one chain, and no change is lost', async () => {
    await using opened = await openTestDatabase(create);
    const { db, clock, target } = opened;
    await write(db, about('n'), recordSample);
    const other = await openDatabase(target, { clock });
    const writeOne = (on: Database, id: string) =>
      write(on, about('n'), (writer) =>
        record(writer, { entity: 'action', row: sampleAction('n', { id, code: id.slice(-4) }), expectedVersion: 0 }),
      );
    const ids = Array.from({ length: 20 }, (_, index) => `action-x${index}`);
    await Promise.all(ids.flatMap((id) => [writeOne(db, `${id}.a`), writeOne(other, `${id}.b`)]));
    const verdict = await verify(other);
    await other.close();
    expect(verdict).toMatchObject({ ok: true, entries: sampleChanges('n').length + 40 });
    expect((await readPlan(db, 'n'))?.actions).toHaveLength(42);
  });

  test('every field of every entity has its column', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await write(db, about('n'), recordSample);
    const plan = await readPlan(db, 'n');
    for (const [entity, { shape }] of Object.entries(entities)) {
      const found = plan?.[collectionOf[entity as Entity]];
      const row = Array.isArray(found) ? found[0] : found;
      expect(Object.keys(row ?? {}).toSorted()).toEqual(
        [...Object.keys(shape), 'addedAt', 'recordedAt', 'recordedBy'].toSorted(),
      );
    }
  });
});
