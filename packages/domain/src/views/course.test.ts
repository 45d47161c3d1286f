import { describe, expect, it } from 'vitest';
import type { EventKind } from '../scales.ts';
import { itHoldsOfAnyPlan } from '../testing/generated.ts';
import {
  aMeeting,
  anAction,
  anArea,
  anEvent,
  aPlan,
  aRequirement,
  aRequirementDate,
  aReviewOutcome,
} from '../testing/rows.ts';
import { courseView } from './course.ts';

const event = (kind: EventKind, on: string, title: string) =>
  anEvent({ id: `${kind}-${on}`, kind, title, earliest: on, latest: on });
const due = (id: string, note: string) =>
  aRequirementDate({ id, earliest: '2023-05-12', latest: '2023-05-12', note, disputed: 'Two readings.' });

const plan = aPlan({
  events: [event('lifted', '2024-08-06', 'Notice lifted'), event('review', '2023-11-15', 'First review')],
  areas: [
    anArea({
      id: 'a4',
      number: 4,
      title: 'Commissioning',
      releasedOn: '2024-06-03',
      releasedBy: 'DfE',
      releaseReason: 'Enough was shown.',
    }),
  ],
  requirements: [
    aRequirement({ governmentDecision: 'deferred', governmentDecidedOn: '2023-06-01', governmentNote: 'Later.' }),
    aRequirement({ id: 'req-2', code: '2', outcomeDisputed: 'Two readings.' }),
  ],
  requirementDates: [due('d1', 'The plan was due.'), due('d2', 'The government judges.')],
  actions: [
    anAction({ id: 'x', code: '1.01', stage: 'delivered' }),
    anAction({ id: 'y', code: '1.02', stage: 'assured' }),
  ],
});

describe('the course of a notice', () => {
  const view = courseView(plan, '2024-09-30');

  it('tells what happened in order, each with its kind and reason', () => {
    expect(view.lines.map(({ on, kind, reason }) => [on, kind, reason])).toEqual([
      ['2023-03-30', 'Issued', null],
      ['2023-06-01', 'Government’s decision', 'Later.'],
      ['2023-11-15', 'DfE review', null],
      ['2024-06-03', 'Area released', 'Enough was shown.'],
      ['2024-08-06', 'Lifted', null],
    ]);
    expect(view.lines.filter(({ ofLife }) => ofLife).map(({ kind }) => kind)).toEqual(['Issued', 'Lifted']);
  });

  it('says what is left open once it was lifted, and when it is reviewed', () => {
    expect(view.title).toBe('Lifted on 6 August 2024, 1 action open');
    expect(view.lifting?.words).toBe(
      '1 action was open when the notice was lifted: not evidenced yet, or only delivered by the word of its lead. On 30 September 2024 1 of them is still open.',
    );
    expect(view.lifting?.actions).toMatchObject([{ code: '1.01', stage: 'Delivered', open: true }]);
    expect(view.nextReview).toMatchObject({ words: '6 February 2025, in 129 days', overdue: false });
    expect(view.wouldLeave).toBeNull();
    expect(courseView(plan, '2025-03-01').nextReview?.overdue).toBe(true);
  });

  it('says while it stands what lifting it would leave, and knows nothing of what comes later but what is set', () => {
    const before = courseView(plan, '2023-11-01');
    expect(before.title).toBe('In force since 30 March 2023');
    expect(before.lifting).toBeNull();
    expect(before.wouldLeave).toMatch(/^1 action is open\./);
    expect(before.lines.filter(({ ahead }) => ahead).map(({ kind }) => kind)).toEqual(['DfE review', 'Lifted']);
    expect(before.lines.some(({ kind }) => kind === 'Area released')).toBe(false);
    const loose = anEvent({ kind: 'planStep', earliest: '2023-10-01', latest: '2023-11-30' });
    expect(courseView(aPlan({ events: [loose] }), '2023-11-01').lines[1]).toMatchObject({
      days: 'may have come',
      ahead: false,
    });
  });

  it('puts what was required beside what the government decided, in both readings of a disputed day', () => {
    expect(view.decisions.title).toBe('0 of 2 requirements met, 1 disputed');
    expect(view.decisions.rows[0]).toMatchObject({
      required: [{ note: 'The plan was due.' }, { note: 'The government judges.' }],
      decision: { label: 'Deferred' },
      decisionNote: 'Decided on 1 June 2023. Later.',
    });
  });

  it('leads from the outcome of a review to its meeting', () => {
    const meetings = [aMeeting({ id: 'm1', kind: 'dfeReview', title: 'First review', on: '2023-11-15' })];
    const reviewOutcomes = [aReviewOutcome({ meetingId: 'm1', publishedOn: '2024-01-18', summary: 'Some progress.' })];
    expect(courseView({ ...plan, meetings, reviewOutcomes }, '2024-09-30').lines).toContainEqual(
      expect.objectContaining({
        kind: 'Outcome of a review',
        link: { page: 'meetings', id: 'm1' },
        reason: 'Some progress.',
      }),
    );
  });

  it('says so where only the issue is recorded', () => {
    expect(courseView(aPlan(), '2023-09-25').under).toMatch(/^Only the issue/);
  });
});

itHoldsOfAnyPlan(courseView, 12);
