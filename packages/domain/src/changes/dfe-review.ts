/** What DfE publishes after a review, and what the council answers. */
import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import type { TakenFile } from '../evidence.ts';
import { id, type IsoDate } from '../fields.ts';
import { judgement, reviewOutcome } from '../judgement.ts';
import type { Subject } from '../permissions.ts';
import type { Change, Plan } from '../plan.ts';
import { isHeld, judgementsAt, outcomeOf, submissionsFor } from '../rules/dfe-review.ts';
import { formatDate } from '../words.ts';
import type { By } from './by.ts';
import { because, ownSource, rowAsRead } from './inputs.ts';
import { giveJudgements, giveJudgementsInput } from './judgement.ts';
import { findRow, refuse } from './references.ts';
import { added, edited, onStandingNotice } from './rows.ts';

const { rating, grounds } = judgement.shape;

export const publishReviewInput = z.object({
  noticeId: id,
  meetingId: id,
  /** The version of what was published that the person was looking at; 0 where nothing was. */
  expectedVersion: z.int('Reload the page and try again.').min(0, 'Reload the page and try again.'),
  judgements: z
    .array(
      z.object({
        areaId: id.nullable().default(null),
        requirementId: id.nullable().default(null),
        rating,
        grounds: grounds.default(null),
      }),
    )
    .max(100, 'Judge 100 areas and requirements or fewer at once.'),
  summary: reviewOutcome.shape.summary.default(null),
  /** The letter, sent before; null where there is none, or the one that was published stays. */
  uploadId: id.nullable().default(null),
  /** Why what was published is corrected; asked once something was. */
  reason: because.nullable().default(null),
});
export const answerReviewInput = z.object({
  ...rowAsRead,
  answer: reviewOutcome.shape.answer.unwrap(),
  /** Why the answer is corrected; asked once there is one. */
  reason: because.nullable().default(null),
});

export const submitInput = z.object({
  meetingId: id,
  /** The number that the form said the submission will have. */
  number: z.int('Reload the page and try again.').min(1, 'Reload the page and try again.'),
});

type Input = z.output<typeof publishReviewInput>;
type Review = Plan['meetings'][number];
type Outcome = Plan['reviewOutcomes'][number];

/** Gives whose the answer to a review is: the council's own, to which the notice was issued. */
export const answerSubject = ({ notice }: Plan): Subject => ({ memberIds: [], organisation: notice.authority });

const reviewIn = (plan: Plan, meetingId: string): Review => {
  const review = findRow(plan.meetings, meetingId, 'review');
  if (review.kind !== 'dfeReview') refuse('That meeting is no review by DfE. Choose one from the list of reviews.');
  if (review.state === 'cancelled')
    throw new DomainError(
      'conflict',
      `The review of ${formatDate(review.on)} was cancelled, so nothing belongs to it.`,
    );
  return review;
};

const findReview = (plan: Plan, meetingId: string, { today }: By): Review => {
  const review = reviewIn(plan, meetingId);
  if (review.on > today)
    throw new DomainError(
      'conflict',
      `The review is on ${formatDate(review.on)}. What DfE judges is published on that day or later.`,
    );
  return review;
};

const titleIn = (plan: Plan, memberId: string | null): string =>
  plan.members.find((member) => member.id === memberId)?.title ?? 'Somebody';

const checkFirst = (plan: Plan, outcome: Outcome | null, { expectedVersion, reason }: Input): void => {
  if (outcome === null) return;
  if (expectedVersion === 0)
    throw new DomainError(
      'conflict',
      `${titleIn(plan, outcome.byId)} published the judgements of this review on ${formatDate(outcome.publishedOn)}. Reload the page to read them, and correct what is wrong.`,
    );
  if (reason === null) refuse('Say why what was published is corrected.', 'reason');
};

/** The judgements at the review that the new ones take the place of. */
const replacedBy = (plan: Plan, review: Review, given: Input['judgements']): Plan['judgements'] =>
  judgementsAt(plan, review).filter(
    (before) =>
      before.withdrawnOn === null &&
      given.some(({ areaId, requirementId }) => areaId === before.areaId && requirementId === before.requirementId),
  );

const restsOn = ({ summary }: Pick<Input, 'summary'>, letter: boolean): string | null => {
  if (summary !== null) return 'The summary of the review says what it rests on.';
  return letter ? 'The letter after the review says what it rests on.' : null;
};

/** Makes the row of the letter: a document about what was judged, or about every area where nothing was. */
const letterOf = (
  plan: Plan,
  review: Review,
  input: Input,
  file: TakenFile,
  before: Outcome | null,
  by: By,
): Change => {
  const areaIds = input.judgements.flatMap(({ areaId }) => areaId ?? []);
  const requirementIds = input.judgements.flatMap(({ requirementId }) => requirementId ?? []);
  const standing = plan.areas.filter(({ withdrawnOn }) => withdrawnOn === null).map((area) => area.id);
  const judged = areaIds.length + requirementIds.length > 0;
  return added('evidence', {
    noticeId: plan.notice.id,
    id: by.createId(),
    kind: 'document',
    caption: `Letter of DfE after the review of ${formatDate(review.on)}`,
    shows: 'What DfE judged, in its own words.',
    periodStart: null,
    periodEnd: null,
    fileHash: file.hash,
    fileName: file.name,
    mediaType: file.mediaType,
    bytes: file.bytes,
    url: null,
    replacesId: before?.letterId ?? null,
    addedById: by.who.memberId,
    addedOn: by.today,
    actionIds: [],
    measureIds: [],
    requirementIds: requirementIds.slice(0, 20),
    areaIds: (judged ? areaIds : standing).slice(0, 20),
    mark: 'own',
    withdrawnOn: null,
  });
};

const noSource = z.object(ownSource).parse({});

/**
 * Publishes what DfE judged at a review: its judgements, its summary and its letter, all at once and to the council at once.
 * Once published it is corrected, with a reason: the judgements that change are taken back and given anew, the rest is a new
 * version of what was published, and all of it stays in the history.
 * @param input with the file of the letter, where one was sent
 */
export const publishReview = onStandingNotice((plan, input: Input & { file: TakenFile | null }, by): Change[] => {
  const review = findReview(plan, input.meetingId, by);
  const before = outcomeOf(plan, review);
  checkFirst(plan, before, input);
  const { judgements, summary, file } = input;
  const letter = file === null ? null : letterOf(plan, review, input, file, before, by);
  const letterId = letter?.row.id ?? before?.letterId ?? null;
  if (judgements.length === 0 && summary === null && letterId === null)
    refuse('Judge at least one area or requirement, or give a summary or a letter.', 'judgements');
  const replaced = replacedBy(plan, review, judgements);
  const given =
    judgements.length === 0
      ? []
      : giveJudgements(
          { ...plan, judgements: plan.judgements.filter((row) => !replaced.includes(row)) },
          giveJudgementsInput.parse({
            noticeId: plan.notice.id,
            voice: 'dfe',
            meetingId: review.id,
            grounds: restsOn(input, letterId !== null),
            judgements,
          }),
          by,
        );
  const outcome = before
    ? edited('reviewOutcome', before, { summary, letterId }, input.expectedVersion)
    : added('reviewOutcome', {
        noticeId: plan.notice.id,
        id: by.createId(),
        meetingId: review.id,
        summary,
        letterId,
        publishedOn: by.today,
        byId: by.who.memberId,
        answer: null,
        answeredById: null,
        answeredOn: null,
        ...noSource,
      });
  return [
    outcome,
    ...(letter ? [letter] : []),
    ...replaced.map((row) => edited('judgement', row, { withdrawnOn: by.today }, row.version)),
    ...given,
  ];
});

/** Answers a review for the council, or corrects the answer with a reason; each earlier one stays in the history. */
export const answerReview = onStandingNotice((plan, input: z.output<typeof answerReviewInput>, { who, today }) => {
  const outcome = findRow(plan.reviewOutcomes, input.id, 'outcome of a review');
  if (outcome.answer !== null && input.reason === null) refuse('Say why the answer is corrected.', 'reason');
  const { answer, expectedVersion } = input;
  return [edited('reviewOutcome', outcome, { answer, answeredById: who.memberId, answeredOn: today }, expectedVersion)];
});

/**
 * Checks that a submission can be frozen for a review: it goes ahead, it is not over, and nobody froze the same number first.
 * @throws DomainError with the sentence why not
 */
export const checkSubmitting = (plan: Plan, input: z.output<typeof submitInput>, today: IsoDate): void => {
  const review = reviewIn(plan, input.meetingId);
  if (isHeld(review, today))
    throw new DomainError(
      'conflict',
      `The review of ${formatDate(review.on)} is over. What is frozen after it is no submission for it: look back to its day instead.`,
    );
  const last = submissionsFor(plan, review).at(-1);
  if (!last || last.number < input.number) return;
  throw new DomainError(
    'conflict',
    `${titleIn(plan, last.byId)} froze submission ${last.number} on ${formatDate(last.day)}. Look at it first, and freeze another one only if it lacks something.`,
  );
};
