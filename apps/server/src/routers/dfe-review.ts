import {
  answerReview,
  answerReviewInput,
  answerSubject,
  checkSubmitting,
  publishReview,
  publishReviewInput,
  submitInput,
} from '@noticeboard/domain/changes/dfe-review';
import { nextNumber, type Freezing } from '@noticeboard/domain/changes/frozen';
import { id as rowId } from '@noticeboard/domain/fields';
import { nobodys } from '@noticeboard/domain/permissions';
import { dfeReviewView } from '@noticeboard/domain/views/dfe-review';
import { reviewsView } from '@noticeboard/domain/views/dfe-reviews';
import { z } from 'zod';
import { freezeDocument } from '../documents/freeze.ts';
import { submissionPage } from '../documents/submission.ts';
import { takeFile } from '../evidence/take-file.ts';
import { change, changeWith, router, view } from '../trpc.ts';

export const dfeReviewRouter = router({
  list: view('plan.read', z.object({}), ({ plan, today }) => reviewsView(plan, today)),
  read: view('plan.read', z.object({ id: rowId }), ({ plan, today }, { id }) => dfeReviewView(plan, id, today)),
  /** Freezes what is submitted for a review: from the plan as it stands in the moment of writing, whoever writes beside it. */
  submit: changeWith(
    'review.submit',
    submitInput,
    () => nobodys,
    async ({ plan, by, writer, documents: { origin } }, input) => {
      const { today } = by;
      checkSubmitting(plan, input, today);
      const what: Freezing = { kind: 'submission', meetingId: input.meetingId, sections: [] };
      const frozen = await freezeDocument({ plan, by, writer }, what, () =>
        submissionPage(writer, plan, { meetingId: input.meetingId, number: nextNumber(plan, what), today, origin }),
      );
      return { changes: [frozen], answer: { frozenId: frozen.row.id } };
    },
  ),
  /** Publishes what DfE judged, or corrects what it published: all of it is recorded, or none. */
  publish: changeWith(
    'review.publish',
    publishReviewInput,
    () => nobodys,
    async (given, input) => ({
      changes: publishReview(given.plan, { ...input, file: await takeFile(given, input) }, given.by),
      answer: {},
    }),
  ),
  answer: change('review.answer', answerReviewInput, answerSubject, answerReview),
});
