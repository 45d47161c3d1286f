import { record, write } from '@noticeboard/db/ledger';
import type { PortfolioView } from '@noticeboard/domain/views/portfolio';
import { describe, expect, it } from 'vitest';
import {
  accountId,
  createTestInstallation,
  people,
  type Person,
  type TestInstallation,
} from '../testing/installation.ts';

const read = async (
  installation: TestInstallation,
  person: Parameters<TestInstallation['call']>[0],
  input: object = {},
): Promise<PortfolioView> => (await installation.call(person, 'portfolio.read', input)) as PortfolioView;

const noticesOf = async (...asked: Parameters<typeof read>): Promise<string[]> =>
  (await read(...asked)).rows.map(({ noticeId }) => noticeId);

/** Makes the monitor of the notice `one` a member of `two` as well. */
const joinTwo = async ({ db }: TestInstallation, endsOn: string | null = null): Promise<void> => {
  await write(db, { chain: 'two', actor: '@command-line', reason: null }, async (writer) => {
    await record(writer, {
      entity: 'member',
      row: {
        noticeId: 'two',
        id: 'member-monitor',
        accountId: accountId('monitor'),
        title: 'Monitor',
        organisation: 'DfE',
        roles: ['monitor'],
        startsOn: '2023-01-01',
        endsOn,
        suspendedOn: null,
        mailBouncedOn: null,
        sector: null,
      },
      expectedVersion: 0,
    });
  });
};

describe('a portfolio', () => {
  it('has the notices that a person may read, and no other', async () => {
    await using installation = await createTestInstallation();
    for (const person of Object.keys(people) as Person[])
      expect(await noticesOf(installation, person)).toEqual(person === 'administrator' ? [] : ['one']);
    expect(await noticesOf(installation, 'stranger')).toEqual(['two']);
    for (const outsider of ['founder', 'keeper'] as const) expect(await noticesOf(installation, outsider)).toEqual([]);
    await expect(installation.call(null, 'portfolio.read', {})).rejects.toThrow('Sign in to go on.');
  });

  it('puts several side by side, and loses one with the last day of the role', async () => {
    await using installation = await createTestInstallation();
    await joinTwo(installation);
    expect(await noticesOf(installation, 'monitor')).toEqual(['one', 'two']);
    await using ended = await createTestInstallation();
    await joinTwo(ended, '2023-02-09');
    expect(await noticesOf(ended, 'monitor')).toEqual(['one']);
  });

  it('follows what is recorded', async () => {
    await using installation = await createTestInstallation();
    const states = async () => (await read(installation, 'monitor')).rows[0]?.requirements.states.map(({ key }) => key);
    const before = await states();
    const decided = { id: 'req-1', expectedVersion: 1, reason: 'The sources differ.' };
    const { row } = (await installation.call('programmeOffice', 'setUp.form', {
      noticeId: 'one',
      noun: 'requirement',
      id: 'req-1',
      of: null,
    })) as { row: object };
    await installation.call('programmeOffice', 'requirement.edit', {
      ...row,
      ...decided,
      outcomeDisputed: 'Two readings of one day.',
    });
    expect(await states()).not.toEqual(before);
    expect(await states()).toContain('disputed');
  });

  it('stands as at any day: a notice that was not issued or not recorded then is left out in words', async () => {
    await using installation = await createTestInstallation();
    const [now] = (await read(installation, 'monitor')).rows;
    const early = await read(installation, 'monitor', { asAt: '2022-01-01' });
    expect(early).toMatchObject({ today: '2022-01-01', rows: [] });
    expect(early.leftOut).toHaveLength(1);
    expect(early.leftOut[0]).toContain(now?.authority);
    await expect(installation.call('monitor', 'portfolio.read', { asAt: '2023-02-11' })).rejects.toThrow(
      'That day has not come yet.',
    );
  });
});
