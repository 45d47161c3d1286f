import {
  answerReview,
  answerReviewInput,
  answerSubject,
  publishReview,
  publishReviewInput,
} from '@noticeboard/domain/changes/dfe-review';
import { id as rowId } from '@noticeboard/domain/fields';
import { nobodys } from '@noticeboard/domain/permissions';
import { dfeReviewView } from '@noticeboard/domain/views/dfe-review';
import { reviewsView } from '@noticeboard/domain/views/dfe-reviews';
import { z } from 'zod';
import { takeFile } from '../evidence/take-file.ts';
import { change, changeWith, router, view } from '../trpc.ts';

export const dfeReviewRouter = router({
  list: view('plan.read', z.object({}), ({ plan, today }) => reviewsView(plan, today)),
  read: view('plan.read', z.object({ id: rowId }), ({ plan, today }, { id }) => dfeReviewView(plan, id, today)),
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
