import type { EntryGrid } from '@noticeboard/domain/views/entry-grid';
import { expect, it } from 'vitest';
import { createTestInstallation, people, type TestInstallation } from '../testing/installation.ts';

const november = { periodStart: '2022-11-01', periodEnd: '2022-11-30' };
const december = { periodStart: '2022-12-01', periodEnd: '2022-12-31' };
const january = { periodStart: '2023-01-01', periodEnd: '2023-01-31' };
const added = (measureId: string, value: string, period = december) => ({
  measureId,
  ...period,
  value,
  corrects: null,
});
const entered = (rows: object[], more: object = {}) => ({
  noticeId: 'one',
  rows,
  state: 'final',
  sourceTitle: null,
  checked: true,
  reason: 'As the case system has it.',
  ...more,
});

const readings = async (installation: TestInstallation): Promise<string[]> => {
  const plan = await installation.keeper.current('one');
  return (plan?.readings ?? [])
    .map(({ measureId, periodEnd, value }) => `${measureId} ${periodEnd} ${value}`)
    .toSorted();
};

/** Takes the numerator from the sample's reading, so that the grid may correct it: it is at version 2 then. */
const withoutShares = async (installation: TestInstallation): Promise<void> => {
  const plan = await installation.keeper.current('one');
  const [reading] = plan?.readings ?? [];
  const shares = { numerator: null, denominator: null };
  await installation.call('officer', 'reading.correct', {
    ...reading,
    ...shares,
    value: '13.2',
    expectedVersion: 1,
    reason: 'Only the share is known.',
  });
};

it('records a block of readings as one change, with its reason', async () => {
  await using installation = await createTestInstallation();
  const rows = [added('measure-1', '14%'), added('measure-2', '12.5'), added('measure-2', 'c', november)];
  const receipt = (await installation.call('officer', 'reading.enter', entered(rows))) as {
    by: string;
    versions: object;
  };
  expect(receipt.by).toBe('officer');
  expect(Object.values(receipt.versions)).toEqual([1, 1, 1]);
  const page = (await installation.call('chair', 'history.list', { noticeId: 'one', limit: 10 })) as {
    changes: { rows: { entity: string }[]; reason: string | null }[];
  };
  expect(page.changes[0]).toMatchObject({ reason: 'As the case system has it.' });
  expect(page.changes[0]?.rows.map(({ entity }) => entity)).toEqual(['reading', 'reading', 'reading']);
});

it('saves nothing where one cell is wrong, taken, stale or another’s', async () => {
  await using installation = await createTestInstallation();
  await withoutShares(installation);
  const before = await readings(installation);
  const good = added('measure-2', '12.5');
  const stale = { ...added('measure-1', '15', january), corrects: { id: 'reading-1', expectedVersion: 1 } };
  const enter = (rows: object[]) => installation.call('officer', 'reading.enter', entered(rows));

  await expect(enter([good, stale])).rejects.toMatchObject({
    code: 'CONFLICT',
    cause: { current: { id: 'reading-1', version: 2, value: 13.2 }, by: 'officer' },
  });
  await expect(enter([good, added('measure-1', '15', january)])).rejects.toMatchObject({ code: 'CONFLICT' });
  await expect(enter([good, added('measure-1', 'many')])).rejects.toThrow('1.1, December 2022: “many” is not a value.');
  await expect(enter([good, added('no-such-measure', '1')])).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await readings(installation)).toEqual(before);

  await enter([good, { ...stale, corrects: { id: 'reading-1', expectedVersion: 2 } }]);
  expect(await readings(installation)).toEqual(['measure-1 2023-01-31 15', 'measure-2 2022-12-31 12.5']);
});

it('needs every measure to be the person’s own', async () => {
  await using installation = await createTestInstallation();
  const plan = await installation.keeper.current('one');
  const measure = plan?.measures.find(({ id }) => id === 'measure-2');
  const given = { ...measure, expectedVersion: 1, reason: 'Handed over.', ownerId: people.otherOfficer.memberId };
  await installation.call('programmeOffice', 'measure.edit', given);
  const both = entered([added('measure-1', '14'), added('measure-2', '12')]);
  await expect(installation.call('officer', 'reading.enter', both)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(installation.call('programmeOffice', 'reading.enter', both)).resolves.toMatchObject({
    by: 'programmeOffice',
  });
});

it('offers each person the measures whose readings they may enter', async () => {
  await using installation = await createTestInstallation();
  const codes = async (person: 'officer' | 'otherOfficer' | 'programmeOffice' | 'chair') => {
    const grid = (await installation.call(person, 'reading.grid', { noticeId: 'one' })) as EntryGrid;
    return grid.rows.map(({ code }) => code);
  };
  expect(await codes('officer')).toEqual(['1.1', '1.2']);
  expect(await codes('programmeOffice')).toEqual(['1.1', '1.2']);
  expect(await codes('otherOfficer')).toEqual([]);
  expect(await codes('chair')).toEqual([]);
  const unreal = { noticeId: 'one', to: '2023-02-30' };
  await expect(installation.call('officer', 'reading.grid', unreal)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

it('leaves the choice between two sources to the programme office, whichever way it is made', async () => {
  await using installation = await createTestInstallation();
  const plan = await installation.keeper.current('one');
  const before = plan?.readings.find(({ id }) => id === 'reading-1');
  const rival = { ...before, numerator: null, denominator: null, value: '60%', disputed: 'The bulletin says so.' };
  await installation.call('officer', 'reading.add', rival);
  const withdrawal = { noticeId: 'one', id: 'reading-1', expectedVersion: 1, reason: 'The bulletin is right.' };
  const refused = { code: 'FORBIDDEN', message: expect.stringContaining('Ask the programme office') as string };
  await expect(installation.call('officer', 'reading.withdraw', withdrawal)).rejects.toMatchObject(refused);
  const corrected = { ...rival, ...withdrawal };
  await expect(installation.call('officer', 'reading.correct', corrected)).rejects.toMatchObject(refused);
  await installation.call('programmeOffice', 'reading.withdraw', withdrawal);
  expect(await readings(installation)).toHaveLength(2);
  const now = await installation.keeper.current('one');
  expect(now?.readings.filter(({ withdrawnOn }) => withdrawnOn === null).map(({ value }) => value)).toEqual([60]);
});
