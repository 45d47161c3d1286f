import { describe, expect, test } from 'vitest';
import { asMember, edit, refusalOf } from '../testing/asking.ts';
import { reportingAtFirst } from '../notice.ts';
import { actionReportOf } from '../rules/reported.ts';
import type { Plan } from '../plan.ts';
import { noticeId, recordedOn, smallPlan, today } from '../testing/small-plan.ts';
import {
  createNoticeEvent,
  createNoticeEventInput,
  editNoticeEvent,
  editNoticeEventInput,
  withdrawNoticeEvent,
  withdrawNoticeEventInput,
} from './notice-event.ts';
import {
  editNotice,
  editNoticeInput,
  setDateMoveLimit,
  setDateMoveLimitInput,
  setRatio,
  setRatioInput,
  setReporting,
  setReportingInput,
  withdrawNotice,
  withdrawNoticeInput,
} from './notice.ts';
import { setTarget, setTargetInput } from './target.ts';

const plan = smallPlan();
const office = asMember('member-office');
const at = '2023-09-25T09:00:00.000Z';
const editWith = (fields: object, on = plan) =>
  editNotice(on, editNoticeInput.parse({ ...on.notice, ...edit(noticeId), ...fields }), office);

test('an edit of a notice leaves the limit of the programme office where it is', () => {
  expect(editWith({ dateMoveLimitDays: 366 })).toMatchObject([{ row: { dateMoveLimitDays: 0 } }]);
});

const ratio = (casesPerWorker: number | null, casesPerWorkerSource: string | null) =>
  setRatio(plan, setRatioInput.parse({ ...edit(noticeId), casesPerWorker, casesPerWorkerSource }), office);

test('the ratio of cases to a caseworker stands with its source or not at all', () => {
  expect(ratio(180, 'The board’s workload guide')).toMatchObject([
    { entity: 'notice', row: { casesPerWorker: 180, casesPerWorkerSource: 'The board’s workload guide' } },
  ]);
  expect(refusalOf(() => ratio(180, null)).field).toBe('casesPerWorkerSource');
  expect(refusalOf(() => ratio(null, 'The press')).field).toBe('casesPerWorker');
  expect(refusalOf(() => ratio(null, null)).sentence).toBe(
    'Nothing is different. Change the ratio or its source, then save.',
  );
  expect(setRatioInput.safeParse({ ...edit(noticeId), casesPerWorker: 0, casesPerWorkerSource: 'x' }).success).toBe(
    false,
  );
});

test('the limit is set by itself, to another one from 0 to 366 days', () => {
  const limit = (dateMoveLimitDays: number, on = plan) =>
    setDateMoveLimit(
      on,
      setDateMoveLimitInput.parse({ ...edit(noticeId), dateMoveLimitDays }),
      asMember('member-chair'),
    );
  expect(limit(14)).toMatchObject([
    { entity: 'notice', expectedVersion: 1, row: { title: plan.notice.title, dateMoveLimitDays: 14 } },
  ]);
  expect(refusalOf(() => limit(0))).toEqual({
    code: 'invalid',
    sentence: 'The limit is 0 days already. Enter another number.',
    field: 'dateMoveLimitDays',
  });
  expect(() => limit(367)).toThrow('The limit is 366 days or fewer.');
  const gone = smallPlan({ notice: { ...plan.notice, withdrawnOn: today } });
  expect(refusalOf(() => limit(14, gone)).code).toBe('conflict');
});

test('an edit of a notice never makes fiction real', () => {
  expect(editWith({ title: 'Testshire', nature: 'real' })).toMatchObject([
    { entity: 'notice', expectedVersion: 1, row: { id: noticeId, title: 'Testshire', nature: 'fictional' } },
  ]);
});

test.each([
  [
    { issuedOn: '2023-09-26', checkpointBase: '2023-09-26' },
    'issuedOn',
    'The day of issue must be today or earlier. Today is 25 September 2023.',
  ],
  [
    { issuedOn: '2023-04-01' },
    'checkpointBase',
    'Checkpoints must be counted from 1 April 2023, when the notice was issued, or a later day.',
  ],
])('an edit with %j is refused', (fields, field, sentence) => {
  expect(refusalOf(() => editWith(fields))).toEqual({ code: 'invalid', sentence, field });
});

const row = { noticeId, version: 1, addedAt: at, recordedAt: at, recordedBy: 'member-office', withdrawnOn: null };
const { mark, disputed, unconfirmed, sourceTitle, sourceUrl, sourcePublishedOn } = plan.notice;
const source = { mark, disputed, unconfirmed, sourceTitle, sourceUrl, sourcePublishedOn };
const day = '2023-05-31';
const dueOf = (kind: 'due' | 'met'): Pick<Plan, 'requirementDates'> => ({
  requirementDates: [
    {
      ...row,
      ...source,
      id: 'date-1',
      requirementId: 'req-1',
      kind,
      earliest: day,
      latest: day,
      printed: null,
      note: null,
    },
  ],
});
const issuedAtLast = (fields: Partial<Plan>) => editWith({ issuedOn: day, checkpointBase: day }, smallPlan(fields));

test.each<[string, Partial<Plan>]>([
  ['Action 1.01 was due', { actions: plan.actions.map((each) => ({ ...each, originalDue: day })) }],
  ['Action 1.01 was due', { actions: plan.actions.map((each) => ({ ...each, currentDue: day })) }],
  [
    'The milestone “Recruit” of action 1.01 was due',
    { milestones: plan.milestones.map((each) => ({ ...each, originalDue: day })) },
  ],
  ['Requirement 1 was due', dueOf('due')],
  [
    'The government decided on requirement 1',
    { requirements: plan.requirements.map((each) => ({ ...each, governmentDecidedOn: day })) },
  ],
  [
    'Measure 1.1 has a target',
    {
      targets: [
        {
          ...row,
          id: 'target-1',
          measureId: 'measure-1.1',
          ...source,
          months: null,
          on: day,
          value: 80,
          approvedById: null,
          approvedOn: null,
        },
      ],
    },
  ],
  ['Area 1 was released', { areas: plan.areas.map((each) => ({ ...each, releasedOn: day })) }],
])('a notice is issued before the day: %s', (what, fields) => {
  expect(refusalOf(() => issuedAtLast(fields))).toEqual({
    code: 'invalid',
    sentence: `${what} on 31 May 2023. The notice must be issued before that day.`,
    field: 'issuedOn',
  });
});

test('what was withdrawn, and what only happened, leave the day of issue free', () => {
  expect(issuedAtLast(dueOf('met'))).toHaveLength(1);
  const milestones = plan.milestones.map((each) => ({ ...each, originalDue: day, withdrawnOn: day }));
  expect(issuedAtLast({ milestones })).toHaveLength(1);
});

test('a checkpoint with targets is not taken out', () => {
  const target = setTargetInput.parse({
    noticeId,
    measureId: 'measure-1.1',
    months: 18,
    on: null,
    value: '80%',
    expectedVersion: 0,
    reason: 'Agreed.',
  });
  const set = recordedOn(plan, setTarget(plan, target, office), at, 'member-office');
  expect(editWith({ checkpointMonths: [3, 6, 12] })).toHaveLength(1);
  expect(refusalOf(() => editWith({ checkpointMonths: [3, 6, 12] }, set))).toEqual({
    code: 'invalid',
    sentence: 'There are targets for the checkpoint at 18 months. Withdraw them before you take it out.',
    field: 'checkpointMonths',
  });
});

test('a notice is withdrawn once', () => {
  const withdraw = (on: typeof plan) => withdrawNotice(on, withdrawNoticeInput.parse(edit(noticeId)), office);
  expect(withdraw(plan)).toMatchObject([{ row: { withdrawnOn: today } }]);
  const gone = recordedOn(plan, withdraw(plan), at, 'member-office');
  expect(refusalOf(() => withdraw(gone))).toMatchObject({ code: 'conflict' });
});

test('an event is added, edited and withdrawn, and ends no earlier than it begins', () => {
  const event = {
    kind: 'review',
    title: 'DfE review',
    note: null,
    earliest: '2023-11-01',
    latest: '2023-11-30',
    printed: 'November 2023',
  };
  const input = createNoticeEventInput.parse({ noticeId, reason: 'Agreed.', ...event });
  const made = recordedOn(plan, createNoticeEvent(plan, input, asMember('member-office')), at, 'member-office');
  expect(made.events).toMatchObject([{ id: 'new-1', ...event, mark: 'own', withdrawnOn: null }]);
  const change = editNoticeEventInput.parse({ ...made.events[0], ...edit('new-1'), title: 'First review' });
  expect(editNoticeEvent(made, change, office)).toMatchObject([{ expectedVersion: 1, row: { title: 'First review' } }]);
  expect(refusalOf(() => editNoticeEvent(made, { ...change, latest: '2023-10-31' }, office))).toEqual({
    code: 'invalid',
    sentence: 'The latest day must be the earliest day or after it.',
    field: 'latest',
  });
  expect(withdrawNoticeEvent(made, withdrawNoticeEventInput.parse(edit('new-1')), office)).toMatchObject([
    { row: { withdrawnOn: today } },
  ]);
});

describe('the settings of reporting', () => {
  const asItIs = reportingAtFirst('2023-03-30');
  const set = (fields: object, on = plan) =>
    setReporting(
      on,
      setReportingInput.parse({
        ...asItIs,
        ...fields,
        noticeId,
        expectedVersion: 1,
        reason: 'Agreed.',
      }),
      office,
    );

  test('change the notice, and nothing else of it', () => {
    const changes = set({ reportEvery: 'sixWeekly', reportsCloseFrom: '2023-09-27', reportInstructions: 'Be brief.' });
    const made = recordedOn(plan, changes, at, 'member-office');
    expect(made.notice).toEqual({
      ...plan.notice,
      reportEvery: 'sixWeekly',
      reportsCloseFrom: '2023-09-27',
      reportInstructions: 'Be brief.',
      version: 2,
      recordedAt: at,
      recordedBy: 'member-office',
    });
  });

  test.each([
    [{}, 'Nothing is different. Change a setting, then save.', null],
    [{ remindLateOn: ['monday', 'monday'] }, 'Choose each day of the week once.', 'remindLateOn'],
    [
      { reportsCloseFrom: '2023-09-30', reportOpenDays: 15, reportGraceDays: 10 },
      'The next period would open on 9 October 2023, before the days of grace of the one that closes on 29 September 2023 are over. Give fewer working days.',
      'reportOpenDays',
    ],
    [
      { reportOpenDays: 15, reportGraceDays: 10 },
      'New periods begin ahead, so that nobody is late for one that never was. Give the day on which updates first close under these rules: one that leaves a working day after 25 September 2023.',
      'reportsCloseFrom',
    ],
    // Sunday closes on the Friday before it.
    ...['2023-09-24', '2023-09-25'].map((reportsCloseFrom): [object, string, string] => [
      { reportEvery: 'sixWeekly', reportsCloseFrom },
      'New periods begin ahead, so that nobody is late for one that never was. Give the day on which updates first close under these rules: one that leaves a working day after 25 September 2023.',
      'reportsCloseFrom',
    ]),
    [
      { remindSoonDays: 6 },
      'Updates open 5 working days before they close, and nobody is reminded before that. Give as many days or fewer.',
      'remindSoonDays',
    ],
  ])('are refused with %j', (fields, sentence, field) => {
    expect(refusalOf(() => set(fields))).toEqual({ code: 'invalid', sentence, field });
  });

  test('may change the days of grace without a new first close', () => {
    expect(set({ reportGraceDays: 3 })).toMatchObject([{ row: { reportGraceDays: 3 } }]);
  });

  test('make nobody late for a period that never was', () => {
    const changes = set({ reportEvery: 'sixWeekly', reportsCloseFrom: '2023-10-10' });
    const made = recordedOn(plan, changes, at, 'member-office');
    const states = made.actions.map((action) => actionReportOf(made, action, today)?.key);
    expect(states).not.toContain('late');
    expect(states).not.toContain('due');
  });

  test.each([
    [{ reportOpenDays: 0 }, 'Give 1 working day or more.'],
    [{ reportGraceDays: 21 }, 'Give 20 working days or fewer.'],
    [{ linkDays: 32 }, 'Give 31 days or fewer.'],
    [{ evidenceMegabytes: 0 }, 'Give 1 megabyte or more.'],
    [{ reportEvery: 'daily' }, 'Choose how often everybody reports.'],
  ])('are limited: %j', (fields, message) => {
    const given = { ...asItIs, ...fields, noticeId, expectedVersion: 1, reason: 'Agreed.' };
    expect(setReportingInput.safeParse(given).error?.issues).toMatchObject([{ message }]);
  });
});
