/** Asks for changes of a small plan, and reads how they were refused. */
import type { By } from '../changes/by.ts';
import { DomainError } from '../domain-error.ts';
import { noticeId, smallPlan, today } from './small-plan.ts';

/** A member of the small plan who asks on its day; new ids are "new-1", "new-2" and so on. */
export const asMember = (memberId: string, plan = smallPlan()): By => {
  let count = 0;
  const member = plan.members.find(({ id }) => id === memberId);
  if (!member) throw new Error(`The small plan has no ${memberId}.`);
  const createId = () => `new-${(count += 1)}`;
  return { who: { memberId, organisation: member.organisation, roles: member.roles }, today, createId };
};

/** What every edit of a row of the small plan carries. */
export const edit = (id: string, version = 1) => ({ noticeId, id, expectedVersion: version, reason: 'Agreed.' });

/** Gives how a change was refused; fails where it was not. */
export const refusalOf = (ask: () => unknown): { code: string; sentence: string; field: string | null } => {
  try {
    ask();
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, sentence: error.message, field: error.field };
    throw error;
  }
  throw new Error('The change was not refused.');
};
