import { permissions, type Permission, type Scope } from '@noticeboard/domain/permissions';
import type { Role } from '@noticeboard/domain/scales';
import { ownSource } from '@noticeboard/domain/testing/rows';
import { TRPCError } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTestInstallation,
  people,
  procedures,
  type Person,
  type TestInstallation,
} from './testing/installation.ts';

/** What a call came to: the code of its refusal, or `done`. */
const outcome = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
    return 'done';
  } catch (error) {
    return error instanceof TRPCError ? error.code : String(error);
  }
};

const isPermission = (access: string | undefined): access is Permission =>
  access !== undefined && access in permissions;
const scopeOf = (permission: Permission, role: Role): Scope | undefined =>
  (permissions[permission] as Partial<Record<Role, Scope>>)[role];

const all = procedures();
const onNotice = all.flatMap((procedure) =>
  isPermission(procedure.access) ? [{ ...procedure, access: procedure.access }] : [],
);

const reading = {
  ...ownSource,
  periodStart: '2022-12-01',
  periodEnd: '2022-12-31',
  printedPeriod: null,
  basis: 'month',
  basisNote: null,
  qualifier: 'exact',
  value: '14.2',
  symbol: null,
  numerator: null,
  denominator: null,
  state: 'final',
  note: null,
};

const evidence = {
  kind: 'data',
  caption: 'Audit',
  shows: 'More plans are good.',
  periodStart: null,
  periodEnd: null,
};
const linked = { actionIds: ['action-1'], measureIds: ['measure-1'], requirementIds: ['req-1'], areaIds: ['area-1'] };
const url = 'https://example.org/audit';

const risk = {
  title: 'Caseworkers leave',
  cause: 'Caseloads are high.',
  effect: 'Families wait.',
  controls: null,
  nextStep: null,
  ownerId: 'member-lead',
  areaIds: ['area-1'],
  actionIds: ['action-1'],
};

const emptyDraft = {
  noChange: false,
  seenId: null,
  seenForecast: null,
  rating: null,
  confidence: null,
  words: 'Half a sen',
  recovery: '',
  forecast: { day: '', month: '', year: '' },
  milestoneIds: [],
  value: '',
  numerator: '',
  denominator: '',
  answer: '',
};

/** Input of the sample's rows for each procedure that an officer may call on their own: `member-lead` leads them all. */
const own: Readonly<Record<string, object>> = {
  'action.setStage': { id: 'action-1', expectedVersion: 1, to: 'inProgress', on: '2023-01-20', reason: null },
  'action.deliver': { id: 'action-1', expectedVersion: 1, evidence: { ...evidence, url } },
  'evidence.add': { ...evidence, ...linked, url },
  'evidence.edit': { ...evidence, ...linked, id: 'evidence-1', expectedVersion: 1, reason: 'A typing error.' },
  'evidence.withdraw': { id: 'evidence-1', expectedVersion: 1, reason: 'It speaks of another county.' },
  'action.setForecast': { id: 'action-1', expectedVersion: 1, forecast: '2023-06-01', reason: null },
  'milestone.tick': { id: 'milestone-1', expectedVersion: 1, doneOn: '2023-01-20' },
  'update.write': {
    actionId: 'action-1',
    measureId: null,
    requirementId: null,
    rating: 'green',
    confidence: 'high',
    words: 'It goes well.',
    recovery: null,
    forecast: null,
  },
  'update.submit': {
    rows: [
      {
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
      },
    ],
  },
  'draft.keep': { kind: 'action', id: 'action-1', body: emptyDraft },
  'dateChange.ask': { actionId: 'action-2', to: '2023-09-30', reason: 'Few applied.', effect: 'None.' },
  'dateChange.withdraw': { id: 'date-change-1', expectedVersion: 1, reason: null },
  'reading.add': { ...reading, measureId: 'measure-1' },
  'reading.correct': {
    ...reading,
    id: 'reading-1',
    expectedVersion: 1,
    reason: 'A typing error.',
    periodStart: '2023-01-01',
    periodEnd: '2023-01-31',
  },
  'reading.enter': {
    rows: [
      {
        measureId: 'measure-1',
        periodStart: '2022-12-01',
        periodEnd: '2022-12-31',
        value: '14.2',
        corrects: null,
      },
    ],
    state: 'final',
    sourceTitle: null,
    checked: true,
    reason: null,
  },
  'commentary.write': {
    measureId: 'measure-1',
    readingId: 'reading-1',
    reason: 'Few applied.',
    action: 'The post is advertised again.',
    byWhen: '2023-06-01',
    effect: 'Families wait.',
  },
  'cover.set': {
    memberId: 'member-lead',
    deputyId: 'member-other-officer',
    startsOn: '2023-02-13',
    endsOn: '2023-02-17',
  },
  'cover.withdraw': { id: 'cover-1', expectedVersion: 1 },
  'handover.offer': { actionIds: ['action-2'], measureIds: ['measure-1'], toId: 'member-other-officer' },
  'handover.accept': { offers: [{ id: 'handover-2', expectedVersion: 1 }] },
  'handover.decline': { offers: [{ id: 'handover-2', expectedVersion: 1 }], reason: 'I am full.' },
  'handover.takeBack': { id: 'handover-1', expectedVersion: 1 },
  'challenge.answer': { id: 'challenge-1', expectedVersion: 1, answer: 'Twelve plans are better.' },
  'judgement.give': { judgements: [{ requirementId: 'req-1', rating: 'limited', grounds: 'Two are in post.' }] },
  'judgement.withdraw': { id: 'judgement-1', expectedVersion: 1, reason: 'A slip.' },
  'decision.markFollowUp': { id: 'decision-1', expectedVersion: 1, done: true },
  'meeting.report': {
    meetingId: 'meeting-1',
    areaId: 'area-1',
    expectedVersion: 1,
    why: 'Two actions were delivered.',
    effect: null,
    nextStep: null,
  },
  'risk.raise': { ...risk, code: 'R3', likelihood: 3, impact: 4, reason: 'Seen at the board.' },
  'risk.edit': { ...risk, ...ownSource, code: 'R1', id: 'risk-1', expectedVersion: 1, reason: 'Said better.' },
  'risk.rate': { id: 'risk-1', expectedVersion: 1, likelihood: 5, impact: 5, reason: 'Three left.' },
  'risk.close': { id: 'risk-1', expectedVersion: 1, reason: 'It is lived with.' },
  'risk.reopen': { id: 'risk-2', expectedVersion: 1, reason: 'It may happen again.' },
  'reading.withdraw': { id: 'reading-1', expectedVersion: 1, reason: 'Counted twice.' },
};

let installation: TestInstallation;
beforeAll(async () => {
  installation = await createTestInstallation();
});
afterAll(() => installation[Symbol.asyncDispose]());

it('names for every procedure who may call it', () => {
  const known = new Set([
    ...Object.keys(permissions),
    'office.programmeOffice',
    'office.administrator',
    'signedIn',
    'anyone',
  ]);
  expect(all.filter(({ access }) => access === undefined || !known.has(access)).map(({ path }) => path)).toEqual([]);
  expect(onNotice.length).toBeGreaterThan(20);
});

it('refuses whoever is not signed in, but for the session itself and a one-time link', async () => {
  const outcomes = await Promise.all(
    all.map(async ({ path }) => [path, await outcome(installation.call(null, path, { noticeId: 'one' }))] as const),
  );
  expect(outcomes.filter(([, code]) => code !== 'UNAUTHORIZED')).toEqual([
    ['account.usePasswordLink', 'BAD_REQUEST'],
    ['link.read', 'BAD_REQUEST'],
    ['link.keep', 'BAD_REQUEST'],
    ['link.submit', 'BAD_REQUEST'],
    ['session.me', 'done'],
  ]);
});

describe.each(Object.keys(people) as Person[])('%s', (person) => {
  const roles: readonly Role[] = people[person].roles;
  it.each(onNotice)('may call $path as the table says', async ({ path, access }) => {
    const allowed = roles.some((role) => scopeOf(access, role) !== undefined);
    // Nothing but the notice is given: a permission is asked for before anything else is read.
    const code = await outcome(installation.call(person, path, { noticeId: 'one' }));
    expect(code === 'FORBIDDEN').toBe(!allowed);
  });
});

it.each(onNotice)('$path does not know the notice of another', async ({ path }) => {
  expect(await outcome(installation.call('programmeOffice', path, { noticeId: 'two', ...own[path] }))).toBe(
    'NOT_FOUND',
  );
  expect(await outcome(installation.call('stranger', path, { noticeId: 'one', ...own[path] }))).toBe('NOT_FOUND');
  expect(await outcome(installation.call('stranger', path, { noticeId: 'no-such-notice' }))).toBe('NOT_FOUND');
});

describe('what an officer may do to what they lead', () => {
  const officers = onNotice.filter(({ access }) => scopeOf(access, 'officer') === 'own');

  it.each(officers)('$path is refused to an officer who does not lead the row', async ({ path }) => {
    expect(own[path], 'has no input here').toBeDefined();
    expect(await outcome(installation.call('otherOfficer', path, { noticeId: 'one', ...own[path] }))).toBe('FORBIDDEN');
  });

  it.each(officers)('$path is done for the one who leads it', async ({ path }) => {
    await using fresh = await createTestInstallation();
    await expect(fresh.call('officer', path, { noticeId: 'one', ...own[path] })).resolves.toMatchObject({
      by: 'officer',
    });
  });

  it.each(officers.filter(({ path }) => 'id' in (own[path] ?? {})))(
    '$path does not find a row that is not in the notice',
    async ({ path }) => {
      expect(
        await outcome(installation.call('officer', path, { noticeId: 'one', ...own[path], id: 'no-such-row' })),
      ).toBe('NOT_FOUND');
    },
  );
});

const offer = { noticeId: 'one', offers: [{ id: 'handover-2', expectedVersion: 1 }] };

it('lets none but the person whom it was offered to decide a handover, the programme office included', async () => {
  await using fresh = await createTestInstallation();
  for (const person of ['programmeOffice', 'otherOfficer', 'chair'] as const) {
    expect(await outcome(fresh.call(person, 'handover.accept', offer))).toBe('FORBIDDEN');
    expect(await outcome(fresh.call(person, 'handover.decline', { ...offer, reason: 'No.' }))).toBe('FORBIDDEN');
  }
  const both = { ...offer, offers: [...offer.offers, { id: 'handover-1', expectedVersion: 1 }] };
  expect(await outcome(fresh.call('officer', 'handover.accept', both))).toBe('FORBIDDEN');
  expect(await outcome(fresh.call('officer', 'handover.accept', offer))).toBe('done');
});

it('lets a deputy act from the first day of cover, and nobody set cover for another but the programme office', async () => {
  await using fresh = await createTestInstallation();
  const cover = {
    noticeId: 'one',
    memberId: 'member-lead',
    deputyId: 'member-other-officer',
    startsOn: '2023-02-10',
    endsOn: '2023-02-17',
  };
  const update = { noticeId: 'one', ...own['update.write'] };
  expect(await outcome(fresh.call('otherOfficer', 'update.write', update))).toBe('FORBIDDEN');
  expect(await outcome(fresh.call('otherOfficer', 'cover.set', cover))).toBe('FORBIDDEN');
  const { versions } = (await fresh.call('programmeOffice', 'cover.set', cover)) as { versions: object };
  await expect(fresh.call('otherOfficer', 'update.write', update)).resolves.toMatchObject({ by: 'otherOfficer' });
  const [id] = Object.keys(versions);
  expect(await outcome(fresh.call('otherOfficer', 'cover.withdraw', { noticeId: 'one', id, expectedVersion: 1 }))).toBe(
    'FORBIDDEN',
  );
  expect(await outcome(fresh.call('officer', 'cover.withdraw', { noticeId: 'one', id, expectedVersion: 1 }))).toBe(
    'done',
  );
  expect(await outcome(fresh.call('otherOfficer', 'update.write', update))).toBe('FORBIDDEN');
});

it('lets the chair close any question, a board member their own alone, and nobody their own answer', async () => {
  await using fresh = await createTestInstallation();
  const ask = { noticeId: 'one', actionId: 'action-1', question: 'What changed for families?' };
  const { versions } = (await fresh.call('boardMember', 'challenge.ask', ask)) as { versions: object };
  const [id] = Object.keys(versions);
  const read = { noticeId: 'one', id };
  const answer = { ...read, expectedVersion: 1, answer: 'Twelve plans are better.' };
  expect(await outcome(fresh.call('otherOfficer', 'challenge.answer', answer))).toBe('FORBIDDEN');
  expect(await outcome(fresh.call('officer', 'challenge.answer', answer))).toBe('done');
  const close = { ...read, expectedVersion: 2 };
  expect(await outcome(fresh.call('parentCarerForum', 'challenge.accept', close))).toBe('FORBIDDEN');
  expect(await outcome(fresh.call('boardMember', 'challenge.askAgain', { ...close, question: 'And then?' }))).toBe(
    'done',
  );
  expect(await outcome(fresh.call('chair', 'challenge.accept', { ...close, expectedVersion: 3 }))).toBe('CONFLICT');
});

/** The input that withdraws what a call has just recorded. */
const withdrawalOf = ({ versions }: { versions: object }) => ({
  noticeId: 'one',
  id: Object.keys(versions)[0],
  expectedVersion: 1,
  reason: 'A slip.',
});

it('lets the programme office record and close what scrutiny asks, and none of what the board asks', async () => {
  await using fresh = await createTestInstallation();
  const ask = { noticeId: 'one', areaId: 'area-1', question: 'How long do families wait?', toId: 'member-lead' };
  expect(await outcome(fresh.call('chair', 'challenge.record', ask))).toBe('FORBIDDEN');
  const recorded = (await fresh.call('programmeOffice', 'challenge.record', ask)) as { versions: object };
  const board = (await fresh.call('chair', 'challenge.ask', ask)) as { versions: object };
  expect(await outcome(fresh.call('programmeOffice', 'challenge.withdraw', withdrawalOf(board)))).toBe('FORBIDDEN');
  expect(await outcome(fresh.call('programmeOffice', 'challenge.withdraw', withdrawalOf(recorded)))).toBe('done');
});

it('lets each judge in their own voice, a board member in none, and nobody take back what another voice judged', async () => {
  await using fresh = await createTestInstallation();
  const judge = {
    noticeId: 'one',
    grounds: 'Families say so.',
    judgements: [{ requirementId: 'req-1', rating: 'notJudged' }],
  };
  for (const person of ['officer', 'programmeOffice', 'chair', 'parentCarerForum', 'monitor'] as const)
    expect([person, await outcome(fresh.call(person, 'judgement.give', judge))]).toEqual([person, 'done']);
  expect(await outcome(fresh.call('monitor', 'judgement.give', { ...judge, voice: 'chair' }))).toBe('FORBIDDEN');
  const back = { noticeId: 'one', ...own['judgement.withdraw'] };
  for (const person of ['programmeOffice', 'chair', 'monitor', 'boardMember'] as const)
    expect(await outcome(fresh.call(person, 'judgement.withdraw', back))).toBe('FORBIDDEN');
});

const limit = (expectedVersion: number, dateMoveLimitDays: number) => ({
  noticeId: 'one',
  expectedVersion,
  dateMoveLimitDays,
  reason: 'The board agreed.',
});

it('lets the chair and the administrator set the limit of the programme office, and never the office itself', async () => {
  await using fresh = await createTestInstallation();
  const set = 'notice.setDateMoveLimit';
  expect(await outcome(fresh.call('programmeOffice', set, limit(1, 366)))).toBe('FORBIDDEN');
  await expect(fresh.call('chair', set, limit(1, 14))).resolves.toMatchObject({ by: 'chair' });
  await expect(fresh.call('administrator', set, limit(2, 7))).resolves.toMatchObject({ by: 'administrator' });
  await expect(fresh.call('programmeOffice', 'notice.frame', { noticeId: 'one' })).resolves.toMatchObject({
    notice: { dateMoveLimitDays: 7, version: 3 },
  });
});

it('lets the programme office accept and return updates, and nobody their own', async () => {
  await using fresh = await createTestInstallation();
  const updates = [{ id: 'update-1', expectedVersion: 1 }];
  await expect(fresh.call('programmeOffice', 'update.accept', { noticeId: 'one', updates })).resolves.toMatchObject({
    versions: { 'update-1': 2 },
  });
  expect(await outcome(fresh.call('programmeOffice', 'update.accept', { noticeId: 'one', updates }))).toBe('CONFLICT');
  const write = { noticeId: 'one', ...own['update.write'] };
  const written = await fresh.call('programmeOffice', 'update.write', write);
  const [id = ''] = Object.keys((written as { versions: object }).versions);
  const back = { noticeId: 'one', id, expectedVersion: 1, note: 'Say what changed.' };
  expect(await outcome(fresh.call('programmeOffice', 'update.return', back))).toBe('FORBIDDEN');
});

describe('a monitor and a board member, tried against every write', () => {
  const writes = onNotice.filter(({ type }) => type === 'mutation');
  const theirs = {
    monitor: [
      'dfeReview.publish',
      'judgement.give',
      'judgement.withdraw',
      'meeting.endCalendar',
      'meeting.makeCalendar',
    ],
    boardMember: [
      'challenge.ask',
      'challenge.accept',
      'challenge.askAgain',
      'challenge.withdraw',
      'decision.challenge',
      'decision.markFollowUp',
      'decision.undo',
      'dfeReview.answer',
      'meeting.attend',
      'meeting.editItem',
      'meeting.endCalendar',
      'meeting.makeCalendar',
      'meeting.proposeItem',
      'meeting.withdrawItem',
    ],
  } as const;

  it.each(['monitor', 'boardMember'] as const)('%s writes nothing but their own', async (person) => {
    const notRefused = async (inputOf: (path: string) => object): Promise<string[]> => {
      const asked = await Promise.all(
        writes.map(async ({ path }) => ({
          path,
          code: await outcome(installation.call(person, path, { noticeId: 'one', ...inputOf(path) })),
        })),
      );
      return asked.flatMap(({ path, code }) => (code === 'FORBIDDEN' ? [] : [path]));
    };
    expect(new Set(await notRefused(() => ({})))).toEqual(new Set(theirs[person]));
    // The rows of the sample are an officer's.
    expect(theirs[person]).toEqual(expect.arrayContaining(await notRefused((path) => own[path] ?? {})));
  });

  it('lets a monitor take back no judgement but DfE’s, and answer for nobody', async () => {
    const judgement = { noticeId: 'one', id: 'judgement-1', expectedVersion: 1, reason: 'I differ.' };
    expect(await outcome(installation.call('monitor', 'judgement.withdraw', judgement))).toBe('FORBIDDEN');
    const answer = { noticeId: 'one', id: 'review-outcome-1', expectedVersion: 1, answer: 'We accept it.' };
    expect(await outcome(installation.call('monitor', 'dfeReview.answer', answer))).toBe('FORBIDDEN');
  });

  it('lets a board member answer a review for the council alone', async () => {
    // The notice was issued to Exampleshire; this member is of another organisation.
    const answer = { noticeId: 'one', id: 'review-outcome-1', expectedVersion: 1, answer: 'We accept it.' };
    expect(await outcome(installation.call('boardMember', 'dfeReview.answer', answer))).toBe('FORBIDDEN');
  });
});

it('lets none but a programme office of the installation set up a notice', async () => {
  expect(await outcome(installation.call('programmeOffice', 'notice.create', {}))).not.toBe('done');
  expect(await outcome(installation.call('founder', 'notice.create', {}))).toBe('BAD_REQUEST');
});

const ofTheInstallation = all.filter(({ access }) => access === 'office.administrator');

it.each(ofTheInstallation)('$path is for an administrator of the installation alone', async ({ path }) => {
  for (const person of [...(Object.keys(people) as Person[]), 'stranger', 'founder'] as const)
    expect(await outcome(installation.call(person, path, {}))).toBe('FORBIDDEN');
  expect(await outcome(installation.call('keeper', path, {}))).not.toBe('FORBIDDEN');
});
