import { describe, expect, it, test } from 'vitest';
import { addDays } from '../calendar.ts';
import { generatedFrom, generatedPlan } from '../testing/generated.ts';
import type { Plan } from '../plan.ts';
import type { JudgementRating, Voice } from '../scales.ts';
import {
  aJudgement,
  aMeasure,
  aMeeting,
  anAction,
  anArea,
  anEvent,
  anEvidence,
  aFrozen,
  aPlan,
  aReading,
  aRequirement,
  aRequirementDate,
  aTarget,
  anUpdate,
} from '../testing/rows.ts';
import { factsOf } from './intervention.ts';
import { conditionsToLift } from './lifting.ts';

const today = '2023-10-10';
const facts = (over: Partial<Plan>) => factsOf(aPlan({ areas: [anArea({ id: 'area-1' })], ...over }), today);
const brief = (over: Partial<Plan>) => facts(over).map(({ kind, link, since }) => [kind, link.id, since]);
const reading = (periodEnd: string, value: number) =>
  aReading({
    id: `r-${periodEnd}`,
    measureId: 'm',
    periodStart: `${periodEnd.slice(0, 8)}01`,
    periodEnd,
    value,
    addedAt: `${periodEnd}T12:00:00.000Z`,
  });
const measure = aMeasure({ id: 'm', areaId: 'area-1', code: '6.1', floor: null });
const targets = [3, 6].map((months) => aTarget({ id: `t${months}`, measureId: 'm', months, value: 80 }));
const due = (latest: string) => aRequirementDate({ id: `due-${latest}`, earliest: latest, latest });

const said = (recovery: string | null) => [
  anUpdate({ id: 'u1', actionId: 'a', on: '2023-09-05', rating: 'amber' }),
  anUpdate({ id: 'u2', actionId: 'a', on: '2023-09-20', rating: 'red', recovery }),
];
const judge = (on: string, rating: JudgementRating, voice: Voice = 'dfe') =>
  aJudgement({ id: `${voice}-${on}`, areaId: 'area-1', requirementId: null, voice, rating, on });
const board = (on: string, over = {}) =>
  aMeeting({ id: `board-${on}`, kind: 'board', on, papersDueOn: addDays(on, -7), state: 'planned', ...over });
const answer = (over: Partial<Plan>, key: string) =>
  conditionsToLift(aPlan(over), today).find((each) => each.key === key)?.answer.key;

describe('facts', () => {
  test('a plan with nothing has none', () => {
    expect(facts({})).toEqual([]);
  });

  test('a checkpoint missed, by how much, and since the first miss that was not made good', () => {
    const missed = facts({
      measures: [measure],
      targets,
      readings: [reading('2023-06-30', 13.2), reading('2023-09-30', 40)],
    });
    expect(missed.map(({ kind, since }) => [kind, since])).toEqual([
      ['missedCheckpoint', '2023-06-30'],
      ['unexplained', '2023-09-30'],
    ]);
    expect(missed[0]?.words).toContain('Missed at 6 months, 40.0 points from what was needed.');
    expect(missed[0]?.words).toContain('Missed at 3 months too.');
    const madeGood = facts({
      measures: [measure],
      targets,
      readings: [reading('2023-06-30', 13.2), reading('2023-09-30', 90)],
    });
    expect(madeGood).toEqual([]);
  });

  test('nothing of a measure or an action in an area that was released', () => {
    const readings = [reading('2023-09-30', 40)];
    const actions = [anAction({ areaIds: ['area-1'], currentDue: '2023-09-01' })];
    const released = anArea({ id: 'area-1', releasedOn: '2023-10-01', releasedBy: 'DfE' });
    expect(facts({ measures: [measure], targets, readings, actions }).length).toBeGreaterThan(1);
    expect(facts({ areas: [released], measures: [measure], targets, readings, actions })).toEqual([]);
  });

  test('an overdue or red action without a recovery plan, and none once there is one', () => {
    const overdue = anAction({ id: 'a', areaIds: ['area-1'], currentDue: '2023-09-01', stage: 'inProgress' });
    const red = { ...overdue, currentDue: '2024-01-31' };
    expect(brief({ actions: [overdue] })).toEqual([['noRecovery', 'a', '2023-09-02']]);
    expect(brief({ actions: [red], updates: said(null) })).toEqual([['noRecovery', 'a', '2023-09-20']]);
    expect(brief({ actions: [red], updates: said('Three more start.') })).toEqual([]);
    expect(brief({ actions: [overdue], updates: said('Three more start.') })).toEqual([]);
  });

  test('a requirement past its date, without evidence, and one that the government is not satisfied with', () => {
    const requirements = [aRequirement()];
    const requirementDates = [due('2023-09-30')];
    expect(brief({ requirements, requirementDates })).toEqual([
      ['overdueRequirement', 'req-1', '2023-10-01'],
      ['noEvidence', 'req-1', null],
    ]);
    const evidence = [anEvidence({ requirementIds: ['req-1'], addedOn: '2023-10-01' })];
    expect(brief({ requirements, requirementDates, evidence }).map(([kind]) => kind)).toEqual(['overdueRequirement']);
    const decided = { governmentDecision: 'notSatisfied', governmentDecidedOn: '2023-10-02' } as const;
    expect(brief({ requirements: [aRequirement(decided)] })).toEqual([['notSatisfied', 'req-1', '2023-10-02']]);
  });

  test('the latest judgement of DfE, and of nobody else', () => {
    const twice = [judge('2023-07-01', 'insufficient'), judge('2023-09-01', 'insufficient')];
    expect(brief({ judgements: twice })).toEqual([['insufficient', 'area-1', '2023-07-01']]);
    expect(brief({ judgements: [...twice, judge('2023-10-01', 'some')] })).toEqual([]);
    expect(brief({ judgements: [judge('2023-10-01', 'insufficient', 'chair')] })).toEqual([]);
  });

  test('a board that was not held since the last one, and papers that are late for the next', () => {
    const next = board('2023-10-12');
    const meetings = [board('2023-08-30', { state: 'cancelled' }), board('2023-09-27'), next];
    expect(brief({ meetings })).toEqual([
      ['boardNotHeld', 'board-2023-08-30', '2023-08-30'],
      ['boardNotHeld', 'board-2023-09-27', '2023-09-27'],
      ['latePapers', 'board-2023-10-12', '2023-10-06'],
    ]);
    const held = [board('2023-09-28', { state: 'closed' }), ...meetings];
    const frozen = [aFrozen({ kind: 'pack', meetingId: next.id, on: '2023-10-09' })];
    expect(brief({ meetings: held, frozen })).toEqual([]);
  });

  it('knows nothing of the days after', () => {
    for (const days of [100, 200, 400]) {
      const day = addDays(generatedFrom, days);
      for (const { since, words, restsOn } of factsOf(generatedPlan(days, days), day)) {
        expect(since === null || since <= day).toBe(true);
        expect(`${words}${restsOn}`).not.toMatch(/NaN|undefined|null/);
      }
    }
  });
});

describe('what would have to be true to lift', () => {
  test('each clause met; a public commitment is none of them, a disputed one is not known', () => {
    const met = aRequirementDate({ id: 'met', kind: 'met', earliest: '2023-06-29', latest: '2023-06-29' });
    const key = 'requirement-req-1';
    expect(answer({ requirements: [aRequirement()] }, key)).toBe('no');
    expect(answer({ requirements: [aRequirement()], requirementDates: [met] }, key)).toBe('yes');
    expect(answer({ requirements: [aRequirement({ kind: 'commitment' })] }, key)).toBeUndefined();
    const disputed = aRequirement({ outcomeDisputed: 'Two readings.' });
    expect(answer({ requirements: [disputed], requirementDates: [met] }, key)).toBe('notKnown');
    const refused = aRequirement({ governmentDecision: 'notSatisfied', governmentDecidedOn: '2023-07-01' });
    expect(answer({ requirements: [refused], requirementDates: [met] }, key)).toBe('no');
  });

  test('each area released or judged sufficient', () => {
    const areas = [anArea({ id: 'area-1' })];
    expect(answer({ areas }, 'area-area-1')).toBe('notKnown');
    expect(answer({ areas, judgements: [judge('2023-09-01', 'notJudged')] }, 'area-area-1')).toBe('notKnown');
    expect(answer({ areas, judgements: [judge('2023-09-01', 'some')] }, 'area-area-1')).toBe('no');
    expect(answer({ areas, judgements: [judge('2023-09-01', 'sufficient')] }, 'area-area-1')).toBe('yes');
    expect(
      answer({ areas: [anArea({ id: 'area-1', releasedOn: '2023-10-01', releasedBy: 'DfE' })] }, 'area-area-1'),
    ).toBe('yes');
  });

  test('the targets of the last checkpoint: a miss is no, a gap is not known', () => {
    const areas = [anArea({ id: 'area-1' })];
    const at = (...readings: ReturnType<typeof reading>[]) =>
      answer({ areas, measures: [measure], targets, readings }, 'checkpoint');
    expect(at()).toBe('notKnown');
    expect(at(reading('2023-09-30', 90))).toBe('yes');
    expect(at(reading('2023-09-30', 40))).toBe('no');
    expect(conditionsToLift(aPlan(), '2023-04-01').find(({ key }) => key === 'checkpoint')?.answer.reason).toBe(
      'No checkpoint has passed yet.',
    );
  });

  test('no direction open', () => {
    const direction = anEvent({ kind: 'direction', earliest: '2023-09-01', latest: '2023-09-01' });
    const ended = anEvent({ id: 'ended', kind: 'directionEnded', earliest: '2023-10-01', latest: '2023-10-01' });
    expect(answer({}, 'direction')).toBe('yes');
    expect(answer({ events: [direction] }, 'direction')).toBe('no');
    expect(answer({ events: [direction, ended] }, 'direction')).toBe('yes');
  });
});
