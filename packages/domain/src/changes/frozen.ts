import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import { id } from '../fields.ts';
import type { Frozen } from '../frozen.ts';
import { meeting } from '../meeting.ts';
import type { Change, Plan } from '../plan.ts';
import { frozenOf } from '../rules/frozen.ts';
import { frozenKinds } from '../scales.ts';
import { formatDate } from '../words.ts';
import type { By } from './by.ts';
import { findRow, refuse } from './references.ts';
import { checkNoticeStands } from './rows.ts';

/** What a document is made for; `sections` is empty where it has none to choose. */
export type Freezing = Pick<Frozen, 'kind' | 'meetingId' | 'sections'>;

/**
 * Gives the row of a document that is frozen now: it is made from the plan as it stands, whose head is its position.
 * @param page SHA-256 and size in bytes of its page
 * @throws DomainError where the notice was withdrawn
 */
export const freeze = (
  plan: Plan,
  { kind, meetingId, sections }: Freezing,
  page: { fileHash: string; bytes: number },
  by: By,
): Change & { entity: 'frozen' } => {
  checkNoticeStands(plan);
  return {
    entity: 'frozen',
    row: {
      noticeId: plan.notice.id,
      id: by.createId(),
      kind,
      meetingId,
      meetingOn: plan.meetings.find((row) => row.id === meetingId)?.on ?? null,
      number: nextNumber(plan, { kind, meetingId }),
      ...plan.head,
      day: by.today,
      sections,
      ...page,
      byId: by.who.memberId,
      on: by.today,
    },
    expectedVersion: 0,
  };
};

/** Gives the number that the next document of a meeting and kind has, from 1. */
export const nextNumber = (plan: Plan, of: Pick<Frozen, 'kind' | 'meetingId'>): number =>
  Math.max(0, ...frozenOf(plan, of).map(({ number }) => number)) + 1;

/** What the form of a pack sends: `number` is the one that it said the pack will have. */
export const packFreezing = z.object({
  meetingId: id,
  number: z.int().min(1),
  sections: meeting.shape.sections,
});

/**
 * Checks that a pack can be frozen for a meeting: it goes ahead, it is not over, and nobody froze the same number first.
 * @throws DomainError with the sentence why not
 */
export const checkFreezing = (
  plan: Plan,
  { meetingId, number }: Omit<z.output<typeof packFreezing>, 'sections'>,
): void => {
  const { title, on, state, closedOn } = findRow(plan.meetings, meetingId, 'meeting');
  if (state === 'cancelled') refuse(`${title} on ${formatDate(on)} was cancelled, so it has no pack.`);
  if (state === 'closed')
    refuse(
      `${title} was closed on ${formatDate(closedOn ?? on)}. What it had before it can’t be frozen afterwards: look back to its day instead.`,
    );
  const last = frozenOf(plan, { kind: 'pack', meetingId }).at(-1);
  if (!last || last.number < number) return;
  const who = plan.members.find(({ id: member }) => member === last.byId)?.title ?? 'Somebody';
  throw new DomainError(
    'conflict',
    `${who} froze ${frozenKinds.pack.label.toLowerCase()} ${last.number} on ${formatDate(last.day)}. Look at it first, and freeze another one only if it lacks something.`,
  );
};
