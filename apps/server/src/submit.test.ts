import { TRPCError } from '@trpc/server';
import { expect, it } from 'vitest';
import { describe as refusalIn } from './errors.ts';
import { createTestInstallation, type Person, type TestInstallation } from './testing/installation.ts';

const update = {
  kind: 'update',
  actionId: 'action-2',
  requirementId: null,
  seenUpdateId: null,
  seenForecast: null,
  rating: 'green',
  confidence: null,
  words: 'It goes well.',
  recovery: null,
  forecast: null,
  milestones: [],
};
const body = {
  noChange: false,
  seenId: null,
  seenForecast: null,
  rating: 'green',
  confidence: null,
  words: 'It goes w',
  recovery: '',
  forecast: { day: '', month: '', year: '' },
  milestoneIds: [],
  value: '',
  numerator: '',
  denominator: '',
  answer: '',
};

const asking = (installation: TestInstallation) => ({
  submit: (rows: object[], person: Person = 'officer') =>
    installation.call(person, 'update.submit', { noticeId: 'one', rows }),
  keep: async (given: object | null, seenAt: string | null = null) =>
    (await installation.call('officer', 'draft.keep', {
      noticeId: 'one',
      kind: 'action',
      id: 'action-2',
      body: given,
      seenAt,
    })) as { savedAt: string | null; newer: object | null },
  mine: (person: Person = 'officer') => installation.call(person, 'draft.mine', { noticeId: 'one' }),
  updates: async () => (await installation.keeper.current('one'))?.updates.length,
});

const refusalOf = async (call: Promise<unknown>) => {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof TRPCError)) throw new Error('It was not refused.');
  return { code: error.code, ...refusalIn(error) };
};

it('submits several rows as one change, and forgets what was kept of them', async () => {
  await using installation = await createTestInstallation();
  const { submit, keep, mine, updates } = asking(installation);
  const { savedAt } = await keep(body);
  await keep({ ...body, words: 'It goes wel' }, savedAt);
  expect(await mine()).toMatchObject([{ about: 'action action-2', body: { words: 'It goes wel' } }]);
  expect(await mine('programmeOffice')).toEqual([]);
  const before = (await updates()) ?? 0;
  await expect(submit([update])).resolves.toMatchObject({ submitted: 1, by: 'officer' });
  expect(await updates()).toBe(before + 1);
  expect(await mine()).toEqual([]);
});

it('records nothing of a submission that is refused, keeps its draft, and names each row and field', async () => {
  await using installation = await createTestInstallation();
  const { submit, keep, mine, updates } = asking(installation);
  await keep(body);
  const before = await updates();
  const rows = [
    { ...update, rating: 'red' },
    { kind: 'noChange', actionId: 'action-1', requirementId: null, seenUpdateId: null, seenForecast: null },
  ];
  expect(await refusalOf(submit(rows))).toMatchObject({
    code: 'BAD_REQUEST',
    sentence: '2 rows can’t be submitted as they are, so nothing was. Mend them, then submit again.',
    fields: { 'rows.0.recovery': 'Say how it will recover.' },
  });
  expect(await updates()).toBe(before);
  expect(await mine()).toHaveLength(1);
});

it('names each row over which the caller holds no right any more, and records nothing', async () => {
  await using installation = await createTestInstallation();
  const { submit, updates } = asking(installation);
  const before = await updates();
  const notYours = expect.stringMatching(/^This is not yours to report on any more/) as string;
  const rows = [update, { ...update, actionId: 'action-1' }];
  expect(await refusalOf(submit(rows, 'otherOfficer'))).toMatchObject({
    code: 'FORBIDDEN',
    fields: { 'rows.0': notYours, 'rows.1': notYours },
  });
  expect(await updates()).toBe(before);
});

it('takes a submission once, however often it is sent', async () => {
  await using installation = await createTestInstallation();
  const { submit, updates } = asking(installation);
  const before = (await updates()) ?? 0;
  const outcomes = await Promise.allSettled([submit([update]), submit([update]), submit([update])]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(await updates()).toBe(before + 1);
  expect(await refusalOf(submit([update]))).toMatchObject({ code: 'CONFLICT', field: 'rows.0' });
});

it('keeps no draft that could identify a child, and forgets one that is emptied', async () => {
  await using installation = await createTestInstallation();
  const { keep, mine } = asking(installation);
  expect(await refusalOf(keep({ ...body, words: 'Pupil H801200001001 waited a year.' }))).toMatchObject({
    code: 'BAD_REQUEST',
    field: 'body.words',
    sentence: expect.stringMatching(/unique pupil number/i) as string,
  });
  for (const field of ['value', 'numerator', 'denominator'])
    expect(await refusalOf(keep({ ...body, [field]: '943 476 5919' }))).toMatchObject({ field: `body.${field}` });
  expect(await refusalOf(keep({ ...body, forecast: { day: 'DOB 12.3.15', month: '', year: '' } }))).toMatchObject({
    field: 'body.forecast.day',
  });
  expect(await mine()).toEqual([]);
  const { savedAt } = await keep(body);
  await keep(null, savedAt);
  expect(await mine()).toEqual([]);
});

it('answers what the same person typed elsewhere instead of overwriting it unseen', async () => {
  await using installation = await createTestInstallation();
  const { keep, mine } = asking(installation);
  const { savedAt } = await keep(body);
  const newer = { about: 'action action-2', body, savedAt };
  for (const given of [{ ...body, words: 'On the phone' }, null])
    expect(await keep(given)).toMatchObject({ savedAt: null, newer });
  expect(await mine()).toEqual([newer]);
  expect(await keep({ ...body, words: 'On the phone' }, savedAt)).toMatchObject({ newer: null });
  expect(await mine()).toMatchObject([{ body: { words: 'On the phone' } }]);
});
