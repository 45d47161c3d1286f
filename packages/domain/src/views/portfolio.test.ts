import { describe, expect, it } from 'vitest';
import { itHoldsOfAnyPlan } from '../testing/generated.ts';
import {
  aJudgement,
  anAction,
  anArea,
  anEvent,
  aNotice,
  aPlan,
  aRequirement,
  aRequirementDate,
} from '../testing/rows.ts';
import { interventionView } from './intervention.ts';
import { notYetInWords, portfolioLineOf } from './portfolio.ts';

const today = '2023-09-25';
const due = (requirementId: string, on: string) =>
  aRequirementDate({ id: `due-${requirementId}`, requirementId, earliest: on, latest: on });
const plan = aPlan({
  areas: [
    anArea({ id: 'a1', number: 1 }),
    anArea({ id: 'a2', number: 2 }),
    anArea({ id: 'a4', number: 4, releasedOn: '2023-09-01', releasedBy: 'DfE' }),
  ],
  actions: [anAction({ areaIds: ['a2'], currentDue: '2023-09-01', code: '2.01', title: 'Recruit' })],
  requirements: [aRequirement(), aRequirement({ id: 'req-2', code: '2' }), aRequirement({ id: 'req-3', code: '3' })],
  requirementDates: [due('req-1', '2023-05-12'), due('req-2', '2023-09-30')],
  judgements: [
    aJudgement({ areaId: 'a1', requirementId: null, voice: 'dfe', rating: 'insufficient', on: '2023-08-01' }),
  ],
});

describe('a notice in a portfolio', () => {
  const line = portfolioLineOf(plan, today);

  it('has what is due next and what is longest overdue, with the days', () => {
    expect(line.next).toEqual({
      on: '2023-09-30',
      date: '30 September 2023',
      what: 'Requirement 2',
      days: 5,
      words: '5 days left',
    });
    expect(line.overdue).toMatchObject({ what: 'Requirement 1', days: -136, words: '136 days over' });
    expect(portfolioLineOf(aPlan(), today).next).toMatchObject({ what: '6-month checkpoint', words: '5 days left' });
  });

  it('counts by state, area, judgement and kind of fact, and adds nothing up', () => {
    expect(line.requirements).toMatchObject({
      total: 3,
      states: [
        { key: 'notDue', count: 2 },
        { key: 'notMet', count: 1 },
      ],
    });
    expect(line.areas).toEqual({
      monitored: 2,
      released: 1,
      worst: { label: 'Overdue', tone: 'red', words: 'Area 2, 2.01 Recruit' },
    });
    expect(line.judgements).toMatchObject({
      counts: [
        { key: 'insufficient', count: 1 },
        { key: 'notJudged', count: 1 },
      ],
      on: '1 August 2023',
    });
    expect(line.facts).toEqual(interventionView(plan, today).counts);
    expect(line.updated).toEqual({ on: '2023-04-01', date: '1 April 2023', days: '177 days ago' });
  });

  it('waits for nothing once it was lifted', () => {
    const lifted = portfolioLineOf(
      { ...plan, events: [anEvent({ kind: 'lifted', earliest: today, latest: today })] },
      today,
    );
    expect(lifted).toMatchObject({
      life: { key: 'lifted' },
      next: null,
      lifted: 'Lifted on 25 September 2023, 1 action open',
    });
  });
});

it('says of a notice why it is not there yet', () => {
  const { authority } = aNotice();
  expect(notYetInWords(aNotice(), '2023-03-29')).toBe(
    `${authority}: the notice was issued on 30 March 2023, after this day.`,
  );
  expect(notYetInWords(aNotice(), '2023-03-30')).toBe(`${authority}: nothing of the notice was recorded by this day.`);
});

describe('intervention risk', () => {
  it('counts each kind for itself and says what was left out', () => {
    const view = interventionView(plan, today);
    expect(view.leftOut).toBe(
      'Left out: measures and actions of what was released from monitoring: area 4 (1 September 2023).',
    );
    expect(view.counts.map(({ kind, count }) => [kind, count])).toEqual([
      ['overdueRequirement', 1],
      ['insufficient', 1],
      ['noRecovery', 1],
      ['noEvidence', 2],
    ]);
    expect(view.over).toBeNull();
  });

  it('says what it means that the notice is over', () => {
    const events = [anEvent({ kind: 'lifted', earliest: today, latest: today })];
    expect(interventionView({ ...plan, events }, today).over).toMatch(/^The notice was lifted on 25 September 2023/);
    const notice = aNotice({ withdrawnOn: today });
    expect(interventionView({ ...plan, notice }, today).over).toMatch(/Nothing can be held against it\.$/);
  });
});

itHoldsOfAnyPlan((of, day) => [interventionView(of, day), portfolioLineOf(of, day)], 12);
