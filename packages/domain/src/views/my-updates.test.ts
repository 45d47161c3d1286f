import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { itHoldsOfAnyPlan } from '../testing/generated.ts';
import {
  aChallenge,
  aCommentary,
  aCover,
  aDateChange,
  aMeasure,
  aMember,
  aMilestone,
  anAction,
  aNotice,
  anUpdate,
  aPlan,
  aReading,
  aRequirement,
  aRequirementDate,
  aTarget,
} from '../testing/rows.ts';
import { dueFrom } from './my-updates.ts';

const today = '2023-09-25';
const lead = 'member-lead';
/** Updates close on Tuesday 26 September 2023 and have been asked for since the 19th. */
const notice = aNotice({ reportEvery: 'fourWeekly', reportsCloseFrom: '2023-04-11' });
const members = [
  aMember({ id: lead, title: 'Lead' }),
  aMember({ id: 'member-deputy', title: 'Deputy' }),
  aMember({ id: 'member-chair', title: 'Chair', roles: ['chair'] }),
];
const planWith = (over: Partial<Plan>): Plan => aPlan({ notice, members, ...over });
const action = (code: string, over: Parameters<typeof anAction>[0] = {}) =>
  anAction({ id: `action-${code}`, code, currentDue: '2023-12-31', originalDue: '2023-12-31', ...over });
const said = (code: string, on: IsoDate, over: Parameters<typeof anUpdate>[0] = {}) =>
  anUpdate({ id: `update-${code}-${on}`, actionId: `action-${code}`, on, ...over });

const reading = (code: string, periodStart: IsoDate, periodEnd: IsoDate, addedAt = '2023-09-01T09:00:00.000Z') =>
  aReading({ id: `reading-${code}-${periodEnd}`, measureId: `measure-${code}`, periodStart, periodEnd, addedAt });

const date = (code: string, kind: 'due' | 'met', on: IsoDate) =>
  aRequirementDate({ id: `${code}-${kind}`, requirementId: `req-${code}`, kind, earliest: on, latest: on });

describe('the actions that are due', () => {
  const plan = planWith({
    actions: [
      action('1'),
      action('2', { currentDue: '2023-08-31', forecast: '2023-08-31' }),
      action('3', { leadId: 'member-deputy', deputyId: lead }),
      action('4', { stage: 'delivered' }),
      action('5', { leadId: 'member-deputy' }),
      action('6'),
      action('7', { stage: 'notStarted' }),
    ],
    updates: [
      said('1', '2023-08-30', { rating: 'amber', forecast: '2023-12-31' }),
      said('2', '2023-07-24'),
      said('3', '2023-08-21'),
      said('6', '2023-09-20', { state: 'returned', reviewNote: 'Say how many.', reviewedOn: '2023-09-21' }),
      said('6', '2023-08-30'),
      // A note without a rating is no report.
      said('1', '2023-09-20', { rating: null, words: 'The date was asked for.' }),
    ],
  });

  it('say how far their date was moved from the original one, and how many times', () => {
    const moved = planWith({
      actions: [action('1', { originalDue: '2023-11-30' }), action('2')],
      dateChanges: [aDateChange({ actionId: 'action-1', state: 'approved', decidedDate: '2023-12-31' })],
    });
    expect(dueFrom(moved, lead, today).actions.map(({ code, slipDays, moves }) => [code, slipDays, moves])).toEqual([
      ['1', 31, 1],
      ['2', 0, 0],
    ]);
  });

  it('are those led or deputised on, the longest unreported first, one never reported on before all', () => {
    expect(
      dueFrom(plan, lead, today).actions.map(({ code, silentDays, report, part }) => [
        code,
        silentDays,
        report.key,
        part.as,
      ]),
    ).toEqual([
      ['7', null, 'late', 'owner'],
      ['2', 63, 'late', 'owner'],
      ['3', 35, 'due', 'deputy'],
      ['1', 26, 'due', 'owner'],
      ['6', 5, 'returned', 'owner'],
    ]);
    expect(dueFrom(plan, lead, today).asked).toBe(5);
  });

  it('show what was said last and what became of it', () => {
    const [, , , first, returned] = dueFrom(plan, lead, today).actions;
    expect(first?.last).toMatchObject({ id: 'update-1-2023-08-30', daysAgo: 26, by: 'Lead', words: 'It goes well.' });
    expect(returned?.last).toMatchObject({
      state: { key: 'returned', reason: 'Returned on 21 September 2023.' },
      reviewNote: 'Say how many.',
    });
  });

  it('say whether “No change” may stand, and if not, why', () => {
    const says = Object.fromEntries(dueFrom(plan, lead, today).actions.map(({ code, unchanged }) => [code, unchanged]));
    expect(says).toEqual({
      '1': { possible: true, says: 'Amber again.' },
      '2': {
        possible: false,
        why: 'It was due on 31 August 2023, 25 days ago, so green can’t be repeated. Choose a rating and say what changed.',
      },
      '3': { possible: true, says: 'Green again.' },
      '6': { possible: false, why: 'The programme office returned the last update. Write another.' },
      '7': { possible: false, why: 'There is no update to repeat yet. Write the first one.' },
    });
  });

  it('stay in sight once they are reported on in the period, not asked for any more', () => {
    const reported = { ...plan, updates: [...plan.updates, said('2', '2023-09-22', { rating: 'red' })] };
    const { actions, asked } = dueFrom(reported, lead, today);
    expect(actions.find(({ code }) => code === '2')).toMatchObject({ asked: false, report: { key: 'submitted' } });
    expect(asked).toBe(4);
  });

  it('have their open milestones, and the date that is asked for', () => {
    const milestones = [
      aMilestone({ id: 'done', actionId: 'action-1', doneOn: '2023-06-30' }),
      aMilestone({ id: 'later', actionId: 'action-1', originalDue: '2023-10-31', currentDue: '2023-11-30' }),
      aMilestone({ id: 'sooner', actionId: 'action-1', originalDue: '2023-10-31', currentDue: '2023-10-31' }),
      aMilestone({ id: 'gone', actionId: 'action-1', withdrawnOn: '2023-06-30' }),
    ];
    const dateChanges = [aDateChange({ actionId: 'action-1', to: '2024-01-31', state: 'asked' })];
    const found = dueFrom({ ...plan, milestones, dateChanges }, lead, today).actions.find(({ code }) => code === '1');
    expect(found?.milestones).toMatchObject([
      { id: 'sooner', slipDays: 0 },
      { id: 'later', originalDue: '2023-10-31', currentDue: '2023-11-30', slipDays: 30 },
    ]);
    expect(found?.askedDate).toBe('2024-01-31');
  });

  it('are due from who covers, while they cover, and say for whom', () => {
    const covered = { ...plan, covers: [aCover({ memberId: lead, deputyId: 'member-chair' })] };
    const codes = (day: IsoDate) => dueFrom(covered, 'member-chair', day).actions.map(({ code }) => code);
    expect(codes(today)).toEqual(['7', '2', '3', '1', '6']);
    expect(dueFrom(covered, 'member-chair', today).actions[0]?.part).toEqual({ as: 'cover', of: 'Lead' });
    expect(codes('2023-10-02')).toEqual([]);
  });
});

describe('the measures that are due', () => {
  const owned = { ownerId: lead };
  const measures = [
    aMeasure({ id: 'measure-1', code: '1', ...owned }),
    aMeasure({ id: 'measure-2', code: '2', ...owned }),
    aMeasure({ id: 'measure-3', code: '3', basis: 'snapshot', ...owned }),
    aMeasure({ id: 'measure-4', code: '4' }),
    aMeasure({ id: 'measure-5', code: '5', basis: 'quarter', everyMonths: 3, ...owned }),
  ];

  it('are those whose next reading is over, and those without one, each with the period that is asked for', () => {
    const readings = [reading('1', '2023-08-01', '2023-08-31'), reading('2', '2023-06-01', '2023-06-30')];
    const due = dueFrom(planWith({ measures, readings }), lead, today).measures;
    expect(due.map(({ code, period, last }) => [code, period.words, last?.words ?? null])).toEqual([
      ['3', '31 August 2023', null],
      ['5', 'April 2023 to June 2023', null],
      ['2', 'August 2023', '2.3%'],
    ]);
    expect(due.every(({ asked }) => asked)).toBe(true);
  });

  it('stay in sight with what was given in the period', () => {
    const readings = [reading('2', '2023-08-01', '2023-08-31', '2023-09-20T09:00:00.000Z')];
    const found = dueFrom(planWith({ measures, readings }), lead, today).measures.find(({ code }) => code === '2');
    expect(found).toMatchObject({
      asked: false,
      given: { value: '2.3', words: '2.3%', period: 'August 2023' },
      report: { key: 'submitted', reason: 'The reading for August 2023 was given on 20 September 2023.' },
    });
  });
});

const explained = (day: IsoDate) =>
  aCommentary({ measureId: 'measure-1', on: day, recordedAt: `${day}T09:00:00.000Z`, reason: 'Few staff.' });

it('asks for why a measure is red, until that is said, and keeps it in sight for the period', () => {
  const measures = [aMeasure({ id: 'measure-1', code: '1', ownerId: lead, floor: null })];
  const readings = [reading('1', '2023-08-01', '2023-08-31')];
  const targets = [aTarget({ measureId: 'measure-1', value: 30 })];
  const asked = (over: Partial<Plan> = {}) => dueFrom(planWith({ measures, readings, targets, ...over }), lead, today);
  expect(asked().commentaries).toMatchObject([
    { key: 'commentary measure-1', code: '1', asked: true, given: null, report: { key: 'due', days: 1 } },
  ]);
  expect(asked().asked).toBe(1);
  expect(asked({ commentaries: [explained('2023-09-20')] })).toMatchObject({
    asked: 0,
    commentaries: [{ asked: false, given: { reason: 'Few staff.', on: '2023-09-20' } }],
  });
  // What was said before this period opened is no business of it.
  expect(asked({ commentaries: [explained('2023-09-02')] }).commentaries).toEqual([]);
  expect(dueFrom(planWith({ measures, readings, targets }), 'member-deputy', today).commentaries).toEqual([]);
  const late = dueFrom(planWith({ measures, readings, targets }), 'member-lead', '2023-09-29');
  expect(late.commentaries).toMatchObject([{ asked: true, report: { key: 'late', days: 3 } }]);
});

it('asks for a requirement until it is met, past its date too', () => {
  const requirements = ['1', '2', '3', '4'].map((code) => aRequirement({ id: `req-${code}`, code, ownerId: lead }));
  const requirementDates = [
    date('1', 'due', '2023-09-30'),
    date('2', 'due', '2023-05-12'),
    date('3', 'due', '2023-12-31'),
    date('3', 'met', '2023-06-29'),
  ];
  const updates = [anUpdate({ actionId: null, requirementId: 'req-4', on: '2023-09-21', rating: null })];
  const due = dueFrom(planWith({ requirements, requirementDates, updates }), lead, today).requirements;
  expect(due.map(({ code, asked, due: day }) => [code, asked, day])).toEqual([
    ['1', true, '30 September 2023'],
    ['2', true, '12 May 2023'],
    ['4', false, null],
  ]);
});

it('asks for the answer to a question, by its own day, and keeps it in sight once it is given', () => {
  const challenges = [
    aChallenge({ id: 'late', dueOn: '2023-09-20' }),
    aChallenge({ id: 'due', dueOn: '2023-09-29' }),
    aChallenge({ id: 'other', toId: 'member-deputy' }),
    aChallenge({ id: 'given', dueOn: '2023-10-02', state: 'answered', answer: 'More.', answeredOn: '2023-09-22' }),
    aChallenge({ id: 'past', state: 'accepted', answer: 'More.', answeredOn: '2023-08-22' }),
  ];
  const actions = [action('1.01', { leadId: null })];
  const due = dueFrom(planWith({ challenges, actions }), lead, today);
  expect(due.questions.map(({ id, report, asked, about }) => [id, report.key, asked, about.words])).toEqual([
    ['late', 'late', true, '1.01 An action'],
    ['due', 'due', true, '1.01 An action'],
    ['given', 'submitted', false, '1.01 An action'],
  ]);
  expect(due.asked).toBe(2);
});

it('asks for nothing once all is reported, and says when the next period opens', () => {
  const plan = planWith({ actions: [action('1')], updates: [said('1', '2023-09-25')] });
  expect(dueFrom(plan, lead, today)).toMatchObject({
    asked: 0,
    period: { closesOn: '2023-09-26' },
    nextOpensOn: '2023-10-17',
  });
  expect(dueFrom(plan, lead, '2023-03-01')).toMatchObject({ asked: 0, period: null, nextOpensOn: '2023-03-31' });
});

itHoldsOfAnyPlan((plan, day) => plan.members.slice(-6).map(({ id }) => dueFrom(plan, id, day)), 20);
