import { describe, expect, it, test } from 'vitest';
import { itHoldsOfAnyPlan } from '../testing/generated.ts';
import { withOwning } from '../testing/owning.ts';
import {
  aChallenge,
  aCover,
  aFocus,
  aHandover,
  aMeasure,
  aMember,
  anAction,
  anArea,
  anUpdate,
  aPlan,
  aRequirement,
} from '../testing/rows.ts';
import { focusOf } from './focus.ts';
import { offersTo, openOfferOf } from './handovers.ts';
import { ownerChoicesOf } from './owner-choices.ts';
import { ownersOf } from './owners.ts';
import { questionsAbout } from './questions.ts';

const today = '2023-09-25';
const plan = aPlan({
  members: [
    aMember({ title: 'Lead', accountId: 'account-lead' }),
    aMember({ id: 'member-deputy', title: 'Deputy', organisation: 'NHS', accountId: 'account-deputy' }),
    aMember({ id: 'member-chair', title: 'Chair', roles: ['chair'], accountId: 'account-chair' }),
    aMember({ id: 'member-past', title: 'Former lead', endsOn: '2023-06-30' }),
  ],
  areas: [anArea()],
  actions: [
    anAction(),
    anAction({ id: 'action-1.02', code: '1.02', leadId: 'member-past' }),
    anAction({ id: 'action-1.03', code: '1.03', leadId: null }),
    anAction({ id: 'action-1.04', code: '1.04', stage: 'assured' }),
  ],
  measures: [aMeasure({ ownerId: 'member-deputy' })],
  requirements: [aRequirement({ ownerId: 'member-lead' })],
  updates: [anUpdate(), anUpdate({ id: 'update-2', byId: 'member-deputy', actionId: null, measureId: 'measure-1.1' })],
  covers: [
    aCover(),
    aCover({ id: 'cover-2', startsOn: '2023-10-02', endsOn: '2023-10-06' }),
    aCover({ id: 'cover-3', startsOn: '2023-08-01', endsOn: '2023-08-11' }),
  ],
  handovers: [
    aHandover(),
    aHandover({ id: 'handover-2', actionId: null, requirementId: 'req-1' }),
    aHandover({ id: 'handover-3', actionId: 'action-1.02', fromId: 'member-lead', note: 'You know it best.' }),
    aHandover({ id: 'handover-4', state: 'declined' }),
  ],
  challenges: [
    aChallenge({ state: 'askedAgain', answer: 'Some.', answeredById: 'member-lead', answeredOn: '2023-09-04' }),
    aChallenge({ id: 'challenge-2', followsId: 'challenge-1', askedOn: '2023-09-05' }),
  ],
});

test('counts the live work of each owner and organisation with what it is out of, what nobody has first', () => {
  const { title, people, organisations, total } = ownersOf(plan, today);
  expect(title).toBe('1 of 3 owners can’t be reached: 1 piece of work waits, and nobody owns 1 more');
  expect(total).toEqual({ action: 3, measure: 1, requirement: 1, all: 5 });
  expect(people.map((person) => [person.title, person.owns.all, person.orphaned, person.cover])).toEqual([
    ['Nobody', 1, false, null],
    ['Lead', 2, false, 'Deputy covers until 29 September 2023'],
    ['Deputy', 1, false, null],
    ['Former lead', 1, true, null],
  ]);
  expect(organisations.map(({ organisation, people: count, owns }) => [organisation, count, owns.all])).toEqual([
    ['A council', 2, 3],
    ['NHS', 1, 1],
    ['No owner', 0, 1],
  ]);
});

test('shows the cover that is in force and ahead, and none that is over', () => {
  expect(ownersOf(plan, today).covers.map(({ id, state, when }) => [id, state.label, when])).toEqual([
    ['cover-1', 'In force', '4 days left'],
    ['cover-2', 'Ahead', 'starts in 7 days'],
  ]);
});

test('shows who can’t be reached, and why', () => {
  expect(ownersOf(plan, today).orphans).toMatchObject([
    { title: 'Former lead', since: '2023-07-01', days: 86, owns: { action: 1, all: 1 }, cover: null },
  ]);
});

test('shows offers to whom they were made, together as they were made, and says which were overtaken', () => {
  const offers = offersTo(plan, 'member-deputy', today);
  expect(offers.map(({ note, rows }) => [note, rows.map(({ what, stale }) => [what, stale])])).toEqual([
    [
      null,
      [
        ['Action 1.01 An action', null],
        ['Requirement 1 A plan for all areas', null],
      ],
    ],
    [
      'You know it best.',
      [['Action 1.02 An action', 'Action 1.02 has come to Former lead since it was offered on 18 September 2023.']],
    ],
  ]);
  expect(offersTo(plan, 'member-lead', today)).toEqual([]);
  expect(openOfferOf(plan, { actionId: 'action-1.01' }, today)).toMatchObject({ to: 'Deputy', offeredBy: 'Lead' });
  expect(openOfferOf(plan, { measureId: 'measure-1.1' }, today)).toBeNull();
});

test('offers as deputies and receivers those alone who could be one', () => {
  const { people, rows, owners } = ownerChoicesOf(plan, today);
  expect(people.map(({ title, acts, takes }) => [title, acts, takes])).toEqual([
    ['Chair', false, false],
    ['Deputy', true, true],
    ['Lead', true, true],
  ]);
  expect(owners.map(({ title }) => title)).toEqual(['Deputy', 'Former lead', 'Lead']);
  expect(rows.map(({ what, offeredTo }) => [what, offeredTo])).toEqual([
    ['Action 1.01 An action', 'Deputy'],
    ['Action 1.02 An action', 'Deputy'],
    ['Action 1.03 An action', null],
    ['Measure 1.1 EHC plans issued within 20 weeks', null],
    ['Requirement 1 A plan for all areas', 'Deputy'],
  ]);
});

test('shows questions newest first, with what each follows and how it ended', () => {
  const lines = questionsAbout(plan, { actionId: 'action-1.01' }, today);
  expect(lines.map(({ state, follows, closed, to, askedBy }) => [state.key, follows, closed, to, askedBy])).toEqual([
    ['asked', '2023-09-01', null, 'Lead', 'Chair'],
    ['askedAgain', null, 'Asked again on 1 April 2023', 'Lead', 'Chair'],
  ]);
  expect(questionsAbout(plan, { measureId: 'measure-1.1' }, today)).toEqual([]);
});

describe('focusOf', () => {
  const focused = { ...plan, focuses: [aFocus({ periodEnd: '2023-09-29', id: 'focus-2023-09-29' })] };

  it('shows the list of the period that runs, and rolls the rest up by area', () => {
    const { period, list, editing } = focusOf(focused, today);
    expect(period).toEqual({ opensOn: '2023-09-22', closesOn: '2023-09-29' });
    expect(list?.actions.map(({ code, area, lead }) => [code, area, lead])).toEqual([['1.01', 1, 'Lead']]);
    expect(list?.actions).toMatchObject([{ forecast: null, slipDays: 0, moves: 0 }]);
    expect(list?.rest).toMatchObject({
      total: 3,
      areas: [{ number: 1, total: 3, delivery: { complete: 1, overdue: 2 } }],
      delivery: { complete: 1, overdue: 2 },
    });
    expect(editing).toEqual({ version: 1, actionIds: ['action-1.01'], from: null });
  });

  it('starts the next period’s list from the last one, and shows none meanwhile', () => {
    const { list, editing } = focusOf(focused, '2023-10-27');
    expect(list).toBeNull();
    expect(editing).toEqual({ version: 0, actionIds: ['action-1.01'], from: '2023-09-29' });
  });
});

describe('over generated plans', () => {
  describe('owners', () => {
    itHoldsOfAnyPlan((any, day) => ownersOf(withOwning(any), day), 20);
  });
  describe('choices', () => {
    itHoldsOfAnyPlan((any, day) => ownerChoicesOf(withOwning(any), day), 10);
  });
  describe('focus', () => {
    itHoldsOfAnyPlan((any, day) => focusOf(withOwning(any), day), 20);
  });
  describe('offers', () => {
    itHoldsOfAnyPlan((any, day) => {
      const given = withOwning(any);
      return given.handovers.map(({ toId }) => offersTo(given, toId, day));
    }, 10);
  });
});
