/** Who acts for somebody while they are away. */
import { z } from 'zod';
import { cover } from '../cover.ts';
import { DomainError } from '../domain-error.ts';
import { id } from '../fields.ts';
import type { Subject } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { formatDate } from '../words.ts';
import { because, rowAsRead } from './inputs.ts';
import { memberIn } from './member.ts';
import { checkActs, checkAhead, findRow, refuse } from './references.ts';
import { added, edited, onStandingNotice } from './rows.ts';

export const setCoverInput = z.object({
  noticeId: id,
  memberId: id,
  deputyId: id,
  startsOn: cover.shape.startsOn,
  endsOn: cover.shape.endsOn,
  note: cover.shape.note.default(null),
});
export const withdrawCoverInput = z.object({ ...rowAsRead, reason: because.nullable().default(null) });

/** Gives whose cover is when it is set: the person's who will be away. Throws `notFound`. */
export const coverSubject = (plan: Plan, memberId: string): Subject => {
  const { organisation } = memberIn(plan, memberId);
  return { memberIds: [memberId], organisation };
};

/** Gives whose cover is when it is withdrawn: the person's who is covered for. Throws `notFound`. */
export const setCoverSubject = (plan: Plan, coverId: string): Subject =>
  coverSubject(plan, findRow(plan.covers, coverId, 'cover').memberId);

/** Lets a deputy act for a member on all that is theirs, from today or a later day until a last one, both included. */
export const setCover = onStandingNotice((plan, input: z.output<typeof setCoverInput>, { today, createId }) => {
  const { memberId, deputyId, startsOn, endsOn, note } = input;
  const member = memberIn(plan, memberId);
  if (deputyId === memberId) refuse('Nobody covers for themselves. Choose another person as the deputy.', 'deputyId');
  checkAhead(today, startsOn, 'startsOn', 'The first day');
  if (endsOn < startsOn) refuse('The last day must be the first day or after it.', 'endsOn');
  checkActs(plan, deputyId, 'update.write', { from: startsOn, until: endsOn }, 'deputyId', 'deputy');
  const already = plan.covers.find(
    (other) =>
      other.withdrawnOn === null &&
      other.memberId === memberId &&
      other.deputyId === deputyId &&
      other.startsOn <= endsOn &&
      startsOn <= other.endsOn,
  );
  if (already) {
    throw new DomainError(
      'conflict',
      `${memberIn(plan, deputyId).title} covers for ${member.title} from ${formatDate(already.startsOn)} to ${formatDate(already.endsOn)} already. End that cover first, or choose other days.`,
      'startsOn',
    );
  }
  return [
    added('cover', {
      noticeId: plan.notice.id,
      id: createId(),
      memberId,
      deputyId,
      startsOn,
      endsOn,
      note,
      withdrawnOn: null,
    }),
  ];
});

/** Ends cover before its last day, or before it began: from then on the deputy acts no more. */
export const withdrawCover = onStandingNotice((plan, input: z.output<typeof withdrawCoverInput>, { today }) => {
  const row = findRow(plan.covers, input.id, 'cover');
  if (row.withdrawnOn !== null)
    throw new DomainError('conflict', `This cover was ended on ${formatDate(row.withdrawnOn)} already.`);
  if (row.endsOn < today)
    throw new DomainError('conflict', `This cover was over on ${formatDate(row.endsOn)}. There is nothing to end.`);
  return [edited('cover', row, { withdrawnOn: today }, input.expectedVersion)];
});
