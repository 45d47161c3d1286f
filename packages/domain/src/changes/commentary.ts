import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import { commentary } from '../commentary.ts';
import { id } from '../fields.ts';
import { exceptionOf } from '../rules/exception.ts';
import { formatPeriod } from '../words.ts';
import { checkAhead, findStanding } from './references.ts';
import { added, onStandingNotice } from './rows.ts';

const { reason, action, byWhen, effect } = commentary.shape;

export const writeCommentaryInput = z.object({
  noticeId: id,
  measureId: id,
  /** The reading that the writer was asked about: one that came meanwhile is not explained unseen. */
  readingId: id,
  reason,
  action,
  byWhen,
  effect,
});

/**
 * Explains a measure that is red or worsened twice, of today and in the name of whoever writes it. Refused where nothing asks
 * for it, or where another reading asks for it than the one that the writer saw.
 */
export const writeCommentary = onStandingNotice(
  (plan, { measureId, readingId, ...said }: z.output<typeof writeCommentaryInput>, { who, today, createId }) => {
    const measure = findStanding(plan.measures, measureId, 'measure');
    const exception = exceptionOf(plan, measure, today);
    if (exception === null) {
      throw new DomainError(
        'conflict',
        `Measure ${measure.code} is not red and has not worsened twice, so nothing is to be explained. Reload the page.`,
      );
    }
    if (exception.reading.id !== readingId) {
      throw new DomainError(
        'conflict',
        `The reading for ${formatPeriod(exception.reading)} is what measure ${measure.code} is asked about now. Look at it, then write again.`,
      );
    }
    checkAhead(today, said.byWhen, 'byWhen', 'The day by which it is done');
    return [
      added('commentary', {
        noticeId: plan.notice.id,
        id: createId(),
        measureId,
        on: today,
        byId: who.memberId,
        reason: said.reason,
        action: said.action,
        byWhen: said.byWhen,
        effect: said.effect,
        mark: 'own',
      }),
    ];
  },
);
