import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { asMember, edit, refusalOf } from '../testing/asking.ts';
import { noticeId, recordedOn, smallPlan, today } from '../testing/small-plan.ts';
import {
  createAction,
  createActionInput,
  editAction,
  editActionInput,
  setForecast,
  setForecastInput,
  setStage,
  setStageInput,
  withdrawAction,
  withdrawActionInput,
} from './action.ts';

const office = asMember('member-office');
const lead = asMember('member-lead');
const plan = smallPlan();
const row = plan.actions[0];
if (!row) throw new Error('The small plan has an action.');

const content = {
  code: '1.03',
  title: 'Recruit casework managers',
  areaIds: ['area-1'],
  requirementIds: [],
  leadId: 'member-lead',
  deputyId: null,
  accountableId: null,
  organisation: 'Testshire Council',
  successCriteria: null,
  measureIds: [],
  dependsOnIds: [],
};
const create = (fields: Partial<z.input<typeof createActionInput>> = {}) =>
  createAction(
    plan,
    createActionInput.parse({ noticeId, reason: 'Agreed.', due: '2023-11-30', ...content, ...fields }),
    asMember('member-office'),
  );
const editFirst = (fields: Partial<z.input<typeof editActionInput>>) =>
  editAction(plan, editActionInput.parse({ ...row, ...edit(row.id), ...fields }), office);
const stage = (
  to: string,
  from: typeof row.stage = 'inProgress',
  reason: string | null = null,
  memberId = 'member-lead',
) =>
  setStage(
    smallPlan({ actions: [{ ...row, stage: from }] }),
    setStageInput.parse({ ...edit(row.id), to, reason }),
    asMember(memberId),
  );

const forecast = (day: string | null) =>
  setForecast(plan, setForecastInput.parse({ ...edit(row.id), forecast: day }), lead);

/** What an edit does not take, whatever is sent. */
const kept = { originalDue: '2024-12-31', currentDue: '2024-12-31', stage: 'assured' };

describe('a new action', () => {
  test('starts with its due date as the original one, and its first step', () => {
    expect(create()).toMatchObject([
      {
        entity: 'action',
        expectedVersion: 0,
        row: {
          id: 'new-1',
          noticeId,
          originalDue: '2023-11-30',
          currentDue: '2023-11-30',
          forecast: null,
          stage: 'notStarted',
          mark: 'own',
        },
      },
      {
        entity: 'stageChange',
        expectedVersion: 0,
        row: { id: 'new-2', noticeId, actionId: 'new-1', from: null, to: 'notStarted', on: today, reason: null },
      },
    ]);
  });

  test.each([
    [{ code: '1.01' }, 'There is already an action 1.01. Choose another code.', 'code'],
    [{ due: '2023-03-30' }, 'Due date must be after 30 March 2023, when the notice was issued.', 'due'],
    [{ areaIds: ['area-9'] }, 'There is no such area in this notice. Choose one from the list.', 'areaIds'],
    [{ areaIds: ['area-1', 'area-1'] }, 'Choose each area once.', 'areaIds'],
    [{ measureIds: ['nothing'] }, 'There is no such measure in this notice. Choose one from the list.', 'measureIds'],
    [{ leadId: 'nobody' }, 'The lead is not a member of this notice. Choose one from the list.', 'leadId'],
    [
      { leadId: 'member-chair' },
      'Independent chair has no role in which they could act. Choose an officer or the programme office.',
      'leadId',
    ],
    [
      { deputyId: 'member-chair' },
      'Independent chair has no role in which they could act. Choose an officer or the programme office.',
      'deputyId',
    ],
    [{ leadId: 'member-past' }, 'Former lead no longer has a role on this notice. Choose another lead.', 'leadId'],
    [{ deputyId: 'member-lead' }, 'The lead can’t be their own deputy. Choose somebody else.', 'deputyId'],
  ])('is refused with %j', (fields, sentence, field) => {
    expect(refusalOf(() => create(fields))).toEqual({ code: 'invalid', sentence, field });
  });

  test('needs a reason, and refuses a month 13 and a pupil number', () => {
    const given = { noticeId, reason: 'Agreed.', due: '2023-11-30', ...content };
    expect(createActionInput.safeParse({ ...given, reason: undefined }).success).toBe(false);
    expect(createActionInput.safeParse({ ...given, due: '2023-13-01' }).error?.issues).toMatchObject([
      { path: ['due'], message: 'Enter a real date, such as 30 September 2023.' },
    ]);
    expect(createActionInput.safeParse({ ...given, title: 'For the child with NHS number 943 476 5919' }).success).toBe(
      false,
    );
  });
});

describe('an edit of an action', () => {
  test('leaves its due dates, its forecast and its stage alone', () => {
    const [change] = editFirst({ title: 'Another title', ...kept });
    const { version: _version, addedAt: _first, recordedAt: _at, recordedBy: _by, ...before } = row;
    expect(change).toEqual({ entity: 'action', expectedVersion: 1, row: { ...before, title: 'Another title' } });
  });

  test('refuses a circle of actions that wait for each other', () => {
    expect(refusalOf(() => editFirst({ dependsOnIds: ['action-1.02'] }))).toEqual({
      code: 'invalid',
      sentence: 'That goes round in a circle: 1.01 waits for 1.02 waits for 1.01. Take one of them out.',
      field: 'dependsOnIds',
    });
    expect(refusalOf(() => editFirst({ dependsOnIds: ['action-1.01'] })).sentence).toBe(
      'An action can’t wait for itself. Take it out.',
    );
  });

  test('keeps a measure that was withdrawn meanwhile, but takes no other one', () => {
    const withdrawn = smallPlan({ measures: plan.measures.map((each) => ({ ...each, withdrawnOn: '2023-09-01' })) });
    const ask = (measureIds: string[]) =>
      editAction(withdrawn, editActionInput.parse({ ...row, ...edit(row.id), measureIds }), office);
    expect(ask(['measure-1.1'])).toHaveLength(1);
    expect(refusalOf(() => ask(['measure-1.1', 'measure-1.2']))).toEqual({
      code: 'invalid',
      sentence: 'That measure was withdrawn. Choose another one.',
      field: 'measureIds',
    });
  });

  test('is refused for an action that is not there or was withdrawn', () => {
    expect(refusalOf(() => editFirst({ id: 'action-9.99' }))).toMatchObject({ code: 'notFound' });
    expect(refusalOf(() => stage('delivered', 'withdrawn'))).toMatchObject({ code: 'conflict' });
  });
});

describe('a stage', () => {
  test('goes forward without a reason, as the action and its step', () => {
    expect(stage('delivered')).toMatchObject([
      { entity: 'action', expectedVersion: 1, row: { id: row.id, stage: 'delivered' } },
      {
        entity: 'stageChange',
        expectedVersion: 0,
        row: { from: 'inProgress', to: 'delivered', on: today, reason: null },
      },
    ]);
  });

  test('goes back only with a reason', () => {
    expect(refusalOf(() => stage('inProgress', 'delivered'))).toEqual({
      code: 'invalid',
      sentence: 'Say why the action goes back.',
      field: 'reason',
    });
    expect(stage('inProgress', 'delivered', 'The team left.')).toMatchObject([
      {},
      { row: { from: 'delivered', to: 'inProgress', reason: 'The team left.' } },
    ]);
  });

  test.each(['evidenced', 'embedded', 'assured'] as const)(
    'is left behind %s by the programme office alone',
    (from) => {
      expect(refusalOf(() => stage('inProgress', from, 'The team left.'))).toEqual({
        code: 'forbidden',
        sentence: `The action is ${from}. Only the programme office can reopen it.`,
        field: null,
      });
      expect(stage('delivered', from, 'The record was wrong.', 'member-office')).toMatchObject([
        {},
        { row: { from, to: 'delivered', reason: 'The record was wrong.' } },
      ]);
    },
  );

  test.each([
    ['evidenced', 'Evidenced is the programme office’s to say, once the evidence is there. Choose delivered.'],
    ['embedded', 'Embedded is the programme office’s to say, once the measures have held. Choose delivered.'],
    ['assured', 'Assured is the board’s to say. Choose delivered.'],
    ['withdrawn', 'Only the board can withdraw an action. Ask the programme office to record it.'],
    ['inProgress', 'The action is in progress already.'],
  ])('can’t be set to %s by hand', (to, sentence) => {
    for (const memberId of ['member-lead', 'member-office', 'member-chair'])
      expect(refusalOf(() => stage(to, 'inProgress', null, memberId))).toEqual({
        code: 'invalid',
        sentence,
        field: 'to',
      });
  });
});

describe('a forecast', () => {
  test('is set beside the due dates', () => {
    expect(forecast('2023-12-15')).toMatchObject([
      { row: { forecast: '2023-12-15', originalDue: '2023-10-31', currentDue: '2023-10-31' } },
    ]);
  });

  test('can’t lie behind today or be the same', () => {
    expect(refusalOf(() => forecast('2023-09-24')).sentence).toBe(
      'The forecast must be today or later. Today is 25 September 2023.',
    );
    expect(refusalOf(() => forecast(null)).sentence).toBe('That is the forecast already. Enter another date.');
  });
});

test('a withdrawal takes the open request for another date with it', () => {
  const request = {
    noticeId,
    id: 'move-1',
    actionId: row.id,
    from: '2023-10-31',
    to: '2023-12-31',
    reason: 'Late.',
    effect: null,
    askedById: 'member-lead',
    askedOn: today,
    state: 'asked',
    decidedById: null,
    decidedOn: null,
    decidedAs: null,
    decidedDate: null,
    decisionReason: null,
    meeting: null,
    mark: 'own',
  } as const;
  const asked = recordedOn(
    plan,
    [{ entity: 'dateChange', row: request, expectedVersion: 0 }],
    row.recordedAt,
    'member-lead',
  );
  expect(withdrawAction(asked, withdrawActionInput.parse(edit(row.id)), office)).toMatchObject([
    { entity: 'action', row: { stage: 'withdrawn' } },
    { entity: 'stageChange', row: { from: 'inProgress', to: 'withdrawn', reason: 'Agreed.' } },
    { entity: 'dateChange', expectedVersion: 1, row: { id: 'move-1', state: 'withdrawn', decidedDate: null } },
  ]);
});

test('nothing is changed once the notice was withdrawn', () => {
  const gone = smallPlan({ notice: { ...plan.notice, withdrawnOn: '2023-09-01' } });
  expect(
    refusalOf(() => setForecast(gone, setForecastInput.parse({ ...edit(row.id), forecast: '2023-12-15' }), lead)),
  ).toEqual({
    code: 'conflict',
    sentence: 'The notice was withdrawn on 1 September 2023. Nothing in it can be changed any more.',
    field: null,
  });
});
