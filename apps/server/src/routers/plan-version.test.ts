import { expect, it } from 'vitest';
import { createTestInstallation } from '../testing/installation.ts';

const version = {
  noticeId: 'one',
  kind: 'agreed',
  title: 'The plan, agreed',
  on: '2023-02-01',
  evidenceId: null,
  note: null,
  standsOn: null,
  freeze: true,
  reason: 'Plan agreed',
};

it('records an agreed version with its page from the position that it is, and compares it with now', async () => {
  await using installation = await createTestInstallation();
  const { call, keeper } = installation;
  const before = await keeper.current('one');
  const receipt = await call('programmeOffice', 'planVersion.record', version);
  // The sample has an agreed version of the same actions already: it is the first that counts.
  expect(receipt).toMatchObject({ fixed: expect.any(Number) as number, moved: 0 });
  const plan = await keeper.current('one');
  const recorded = plan?.planVersions.find(({ title }) => title === version.title);
  expect(recorded).toMatchObject({ ...before?.head, kind: 'agreed' });
  const page = plan?.frozen.find(({ id }) => id === recorded?.frozenId);
  expect(page).toMatchObject({ kind: 'planVersion', meetingId: null, ...before?.head, day: recorded?.day });
  await call('officer', 'action.setForecast', {
    noticeId: 'one',
    id: 'action-1',
    expectedVersion: plan?.actions.find(({ id }) => id === 'action-1')?.version ?? 0,
    forecast: '2023-12-31',
    reason: null,
  });
  const compared = await call('monitor', 'planVersion.compare', { noticeId: 'one', fromId: recorded?.id, toId: null });
  expect(JSON.stringify(compared)).toContain('Forecast 31 December 2023');
});

it('refuses a version of a day before anything was recorded, in words', async () => {
  await using installation = await createTestInstallation();
  const asked = installation.call('programmeOffice', 'planVersion.record', { ...version, standsOn: '2020-01-01' });
  await expect(asked).rejects.toThrow('Nothing was recorded by 1 January 2020. Choose a later day.');
});
