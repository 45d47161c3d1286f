import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { TakenFile } from '../evidence.ts';
import { asMember, refusalOf } from '../testing/asking.ts';
import { aFrozen, aMeeting, aMember, anArea } from '../testing/rows.ts';
import { noticeId, recordedOn, smallPlan, today } from '../testing/small-plan.ts';
import type { Plan } from '../plan.ts';
import { may } from '../permissions.ts';
import {
  answerReview,
  answerReviewInput,
  answerSubject,
  checkSubmitting,
  publishReview,
  publishReviewInput,
} from './dfe-review.ts';
import { editEvidence, editEvidenceInput, withdrawEvidence } from './evidence.ts';

const small = smallPlan();
const at = `${today}T12:00:00.000Z`;
const monitor = 'member-monitor';
const plan = smallPlan({
  members: [...small.members, aMember({ noticeId, id: monitor, title: 'Monitor', roles: ['monitor'] })],
  areas: [...small.areas, anArea({ noticeId, id: 'area-4', number: 4, releasedOn: '2023-09-20', releasedBy: 'DfE' })],
  meetings: [
    aMeeting({ noticeId, id: 'review-1', kind: 'dfeReview', on: today }),
    aMeeting({ noticeId, id: 'review-2', kind: 'dfeReview', on: '2023-11-15' }),
    aMeeting({ noticeId, id: 'review-off', kind: 'dfeReview', on: '2023-09-01', state: 'cancelled' }),
    aMeeting({ noticeId, id: 'board', on: '2023-09-01' }),
  ],
});
const letter: TakenFile = { hash: 'a'.repeat(64), name: 'letter.pdf', mediaType: 'application/pdf', bytes: 90 };
const judged = { areaId: 'area-1', rating: 'some', grounds: 'Plans come sooner.' } as const;

// What is published twice in one test must not get the same ids.
let made = 0;
const createId = () => `made-${(made += 1)}`;

type Asked = Partial<z.input<typeof publishReviewInput>> & { file?: TakenFile | null };
const publish = (over: Asked = {}, on: Plan = plan) => {
  const { file = null, ...input } = over;
  const parsed = publishReviewInput.parse({
    noticeId,
    meetingId: 'review-1',
    expectedVersion: 0,
    judgements: [judged],
    ...input,
  });
  return publishReview(on, { ...parsed, file }, { ...asMember(monitor, on), createId });
};
const published = (over: Asked = {}, on: Plan = plan) => recordedOn(on, publish(over, on), at, monitor);

describe('what DfE publishes after a review', () => {
  test('is its judgements, summary and letter in one change', () => {
    const judgements = [
      judged,
      { areaId: 'area-2', rating: 'insufficient' as const },
      { requirementId: 'req-1', rating: 'sufficient' as const },
    ];
    const changes = publish({ judgements, summary: 'Two areas move.', file: letter });
    expect(changes.map(({ entity }) => entity)).toEqual([
      'reviewOutcome',
      'evidence',
      'judgement',
      'judgement',
      'judgement',
    ]);
    const [outcome, evidence, ...given] = changes.map(({ row }) => row);
    expect(outcome).toMatchObject({
      meetingId: 'review-1',
      summary: 'Two areas move.',
      letterId: evidence?.id,
      publishedOn: today,
      byId: monitor,
      answer: null,
    });
    expect(evidence).toMatchObject({
      kind: 'document',
      caption: 'Letter of DfE after the review of 25 September 2023',
      fileName: 'letter.pdf',
      addedById: monitor,
      areaIds: ['area-1', 'area-2'],
      requirementIds: ['req-1'],
    });
    const rest = 'The summary of the review says what it rests on.';
    expect(given).toMatchObject([
      { areaId: 'area-1', voice: 'dfe', grounds: 'Plans come sooner.', meetingId: 'review-1', on: today },
      { areaId: 'area-2', rating: 'insufficient', grounds: rest },
      { requirementId: 'req-1', rating: 'sufficient', grounds: rest },
    ]);
    expect(() => recordedOn(plan, changes, at, monitor)).not.toThrow();
  });

  test('may be a letter alone, which is then about every area', () => {
    const [, evidence] = publish({ judgements: [], file: letter });
    expect(evidence?.row).toMatchObject({ areaIds: ['area-1', 'area-2', 'area-4'], requirementIds: [] });
  });

  test.each([
    ['nothing at all', { judgements: [] }, 'invalid', /^Judge at least one area or requirement/],
    ['a board', { meetingId: 'board' }, 'invalid', /^That meeting is no review by DfE/],
    ['an unknown meeting', { meetingId: 'none' }, 'notFound', /^There is no such review/],
    ['a review to come', { meetingId: 'review-2' }, 'conflict', /^The review is on 15 November 2023\./],
    ['a review that was cancelled', { meetingId: 'review-off' }, 'conflict', /was cancelled/],
    [
      'a judgement without grounds',
      { judgements: [{ areaId: 'area-1', rating: 'some' as const }] },
      'invalid',
      /rests on/,
    ],
    [
      'the scale of another voice',
      { judgements: [{ ...judged, rating: 'full' as const }] },
      'invalid',
      /DfE does not use/,
    ],
    ['a released area', { judgements: [{ ...judged, areaId: 'area-4' }] }, 'conflict', /^Area 4 was released/],
    ['an area twice', { judgements: [judged, judged] }, 'invalid', /once/],
  ] satisfies [string, Asked, string, RegExp][])('is refused for %s', (_what, over, code, sentence) => {
    const refusal = refusalOf(() => publish(over));
    expect(refusal.code).toBe(code);
    expect(refusal.sentence).toMatch(sentence);
  });

  test('is published by one: the second hears who was first', () => {
    const refusal = refusalOf(() => publish({}, published()));
    expect(refusal.code).toBe('conflict');
    expect(refusal.sentence).toMatch(/^Monitor published the judgements of this review on 25 September 2023\./);
  });

  test('is corrected with a reason: the judgement is taken back for another, the rest becomes a new version', () => {
    const before = published({
      judgements: [judged, { ...judged, areaId: 'area-2' }],
      summary: 'As it was.',
      file: letter,
    });
    const over = {
      expectedVersion: 1,
      judgements: [{ ...judged, rating: 'sufficient' as const }],
      summary: 'As it is.',
    };
    expect(refusalOf(() => publish(over, before)).sentence).toBe('Say why what was published is corrected.');
    const changes = publish({ ...over, reason: 'A slip.' }, before);
    expect(changes).toMatchObject([
      {
        entity: 'reviewOutcome',
        expectedVersion: 1,
        row: { summary: 'As it is.', letterId: before.reviewOutcomes[0]?.letterId },
      },
      { entity: 'judgement', expectedVersion: 1, row: { areaId: 'area-1', rating: 'some', withdrawnOn: today } },
      { entity: 'judgement', expectedVersion: 0, row: { areaId: 'area-1', rating: 'sufficient', withdrawnOn: null } },
    ]);
    const after = recordedOn(before, changes, at, monitor);
    expect(after.judgements.filter(({ withdrawnOn }) => withdrawnOn === null)).toHaveLength(2);
  });

  test('has a new letter as a new version of the one before', () => {
    const before = published({ file: letter });
    const changes = publish({ expectedVersion: 1, judgements: [], reason: 'The annex.', file: letter }, before);
    expect(changes).toMatchObject([
      { entity: 'reviewOutcome' },
      { entity: 'evidence', row: { replacesId: before.reviewOutcomes[0]?.letterId } },
    ]);
  });
});

test('the letter of DfE is nobody else’s to edit or to withdraw', () => {
  const after = published({ file: letter });
  const id = after.reviewOutcomes[0]?.letterId ?? '';
  const read = { noticeId, id, expectedVersion: 1, reason: 'Tidying up.' };
  const edit = editEvidenceInput.parse({
    ...read,
    kind: 'document',
    caption: 'A letter',
    shows: 'Words.',
    periodStart: null,
    periodEnd: null,
    actionIds: [],
    measureIds: [],
    requirementIds: [],
    areaIds: ['area-1'],
  });
  const office = asMember('member-office', after);
  for (const asked of [() => editEvidence(after, edit, office), () => withdrawEvidence(after, read, office)])
    expect(refusalOf(asked)).toMatchObject({
      code: 'forbidden',
      sentence: expect.stringMatching(/^This is the letter of DfE/) as unknown,
    });
});

const ask = (on: Plan, over: Partial<z.input<typeof answerReviewInput>> = {}) =>
  answerReview(
    on,
    answerReviewInput.parse({
      noticeId,
      id: on.reviewOutcomes[0]?.id ?? 'none',
      expectedVersion: on.reviewOutcomes[0]?.version ?? 1,
      answer: 'We accept it.',
      ...over,
    }),
    asMember('member-office', on),
  );

const member = (organisation: string) => ({ memberId: 'x', organisation, roles: ['boardMember' as const] });

describe('the answer of the council', () => {
  test('is given once, and then corrected with a reason', () => {
    const before = published();
    const answered = recordedOn(before, ask(before), at, 'member-office');
    expect(answered.reviewOutcomes[0]).toMatchObject({
      version: 2,
      answer: 'We accept it.',
      answeredById: 'member-office',
      answeredOn: today,
    });
    expect(refusalOf(() => ask(answered)).sentence).toBe('Say why the answer is corrected.');
    expect(ask(answered, { answer: 'We accept most of it.', reason: 'The leader asked.' })).toMatchObject([
      { expectedVersion: 2, row: { answer: 'We accept most of it.' } },
    ]);
  });

  test('needs something to answer', () => {
    expect(refusalOf(() => ask(plan)).code).toBe('notFound');
  });

  test('is that of the office, or of somebody of the council on the board; of no other board member', () => {
    const subject = answerSubject(plan);
    expect(may(member(plan.notice.authority), 'review.answer', subject)).toBe(true);
    expect(may(member('NHS'), 'review.answer', subject)).toBe(false);
    expect(may({ ...member('NHS'), roles: ['programmeOffice'] }, 'review.answer', subject)).toBe(true);
  });
});

const submitted = (over: Partial<Plan['frozen'][number]> = {}) =>
  aFrozen({
    noticeId,
    id: 'submission-1',
    kind: 'submission',
    meetingId: 'review-2',
    byId: 'member-office',
    ...over,
  });

describe('a submission', () => {
  test('may be frozen until the review is over, each with the number that its form named', () => {
    const next = { meetingId: 'review-2', number: 1 };
    expect(() => checkSubmitting(plan, next, today)).not.toThrow();
    expect(() => checkSubmitting(plan, next, '2023-11-15')).not.toThrow();
    expect(() => checkSubmitting({ ...plan, frozen: [submitted()] }, { ...next, number: 2 }, today)).not.toThrow();
  });

  test.each([
    ['once the review is over', { meetingId: 'review-2', number: 1 }, '2023-11-16', [], /is over/],
    ['for a review that was cancelled', { meetingId: 'review-off', number: 1 }, today, [], /was cancelled/],
    ['for a board', { meetingId: 'board', number: 1 }, today, [], /no review by DfE/],
    [
      'where somebody was faster',
      { meetingId: 'review-2', number: 1 },
      today,
      [submitted()],
      /^Programme office froze submission 1 on 20 September 2023\./,
    ],
  ])('is refused %s', (_when, input, day, frozen, sentence) => {
    expect(refusalOf(() => checkSubmitting({ ...plan, frozen }, input, day)).sentence).toMatch(sentence);
  });
});
