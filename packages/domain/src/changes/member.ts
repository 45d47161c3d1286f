/** Who belongs to a notice: what an administrator may change, and what can't be undone by the person who does it. */
import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import { id, type IsoDate } from '../fields.ts';
import { member } from '../member.ts';
import { nobodys, type Subject } from '../permissions.ts';
import type { Change, Plan } from '../plan.ts';
import type { By } from './by.ts';
import { editedRow, newRow, rowAsRead } from './inputs.ts';
import { added, edited, onStandingNotice } from './rows.ts';

const { title, organisation, sector, roles, startsOn, endsOn } = member.shape;

export const emailAddress = z
  .email('Enter an e-mail address, such as name@example.gov.uk.')
  .max(200, 'The e-mail address must be 200 characters or fewer.')
  .toLowerCase();

export const inviteMemberInput = z.object({
  ...newRow,
  email: emailAddress,
  /** A member who is in the plan without an account; null makes a new one. */
  memberId: id.nullable(),
  title,
  organisation,
  sector: sector.default(null),
  roles,
  endsOn,
});
export const editMemberInput = z.object({ ...editedRow, title, organisation, sector, roles, startsOn, endsOn });
/** Somebody who leads work without an account: an officer and nothing else, so there are no roles to give. */
export const addMemberInput = z.object({
  ...newRow,
  title,
  organisation,
  /** Where they are written to; kept outside the plan. */
  email: emailAddress.nullable().default(null),
});
/** What suspending a member takes, and resuming one. */
export const memberStateInput = z.object(editedRow);
/** A new link changes no row, so it needs no reason. */
export const resetLinkInput = z.object({ noticeId: rowAsRead.noticeId, id: rowAsRead.id });

/**
 * Gives a member of a notice.
 * @throws DomainError notFound where the notice has no such member
 */
export const memberIn = (plan: Plan, memberId: string): Plan['members'][number] => {
  const found = plan.members.find((row) => row.id === memberId);
  if (!found)
    throw new DomainError('notFound', 'There is no such member of this notice. Go back and open the list again.');
  return found;
};

/** Gives whose a member row is: nobody's own, since only a role over the whole notice may change it. */
export const memberSubject = (plan: Plan, input: { id: string }): Subject => {
  memberIn(plan, input.id);
  return nobodys;
};

const checkDates = (first: IsoDate, last: IsoDate | null): void => {
  if (last !== null && last < first)
    throw new DomainError('invalid', 'The last day must be on or after the first day.', 'endsOn');
};

/** Gives the row of a person who is asked to join, under the account that was made for them. */
export const inviteMember = (
  plan: Plan,
  input: z.output<typeof inviteMemberInput>,
  accountId: string,
  by: By,
): Change[] => {
  checkDates(by.today, input.endsOn);
  const belongs = plan.members.find((row) => row.accountId === accountId);
  if (belongs) {
    throw new DomainError(
      'invalid',
      `That e-mail address belongs to ${belongs.title}, who is a member already. Change their roles instead.`,
      'email',
    );
  }
  const given = {
    accountId,
    title: input.title,
    organisation: input.organisation,
    sector: input.sector,
    roles: input.roles,
    endsOn: input.endsOn,
  };
  if (input.memberId !== null) {
    const row = memberIn(plan, input.memberId);
    if (row.accountId !== null)
      throw new DomainError('invalid', 'That member has an account already. Make a new link instead.', 'memberId');
    return [edited('member', row, given, row.version)];
  }
  return [
    added('member', {
      noticeId: plan.notice.id,
      id: by.createId(),
      ...given,
      startsOn: by.today,
      suspendedOn: null,
      mailBouncedOn: null,
    }),
  ];
};

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Adds somebody to whom work can be given, without an account: an officer from today. */
export const addMember = onStandingNotice((plan, input: z.output<typeof addMemberInput>, { today, createId }) => {
  const known = plan.members.some((row) => same(row.title, input.title) && same(row.organisation, input.organisation));
  if (known) {
    throw new DomainError(
      'invalid',
      `${input.title} of ${input.organisation} is in the list already. Choose another title.`,
      'title',
    );
  }
  return [
    added('member', {
      noticeId: plan.notice.id,
      id: createId(),
      accountId: null,
      title: input.title,
      organisation: input.organisation,
      roles: ['officer'],
      startsOn: today,
      endsOn: null,
      suspendedOn: null,
      sector: null,
      mailBouncedOn: null,
    }),
  ];
});

/** Changes a member's title, organisation, sector, roles or dates. Nobody takes the administrator's role from themselves. */
export const editMember = (plan: Plan, input: z.output<typeof editMemberInput>, by: By): Change[] => {
  const row = memberIn(plan, input.id);
  checkDates(input.startsOn, input.endsOn);
  const inForce = input.startsOn <= by.today && (input.endsOn === null || by.today <= input.endsOn);
  const steppingDown = row.roles.includes('administrator') && !(input.roles.includes('administrator') && inForce);
  if (steppingDown && row.id === by.who.memberId) {
    throw new DomainError(
      'forbidden',
      'You can’t take the administrator’s role from yourself. Ask another administrator.',
      'roles',
    );
  }
  const given = {
    title: input.title,
    organisation: input.organisation,
    sector: input.sector,
    roles: input.roles,
    startsOn: input.startsOn,
    endsOn: input.endsOn,
  };
  return [edited('member', row, given, input.expectedVersion)];
};

/** Takes a member's roles away until they are resumed. Nobody suspends themselves. */
export const suspendMember = (plan: Plan, input: z.output<typeof memberStateInput>, by: By): Change[] => {
  const row = memberIn(plan, input.id);
  if (row.id === by.who.memberId)
    throw new DomainError('forbidden', 'You can’t suspend yourself. Ask another administrator.');
  if (row.suspendedOn !== null) throw new DomainError('conflict', `${row.title} is suspended already.`);
  return [edited('member', row, { suspendedOn: by.today }, input.expectedVersion)];
};

/** Gives a suspended member their roles back. */
export const resumeMember = (plan: Plan, input: z.output<typeof memberStateInput>): Change[] => {
  const row = memberIn(plan, input.id);
  if (row.suspendedOn === null) throw new DomainError('conflict', `${row.title} is not suspended.`);
  return [edited('member', row, { suspendedOn: null }, input.expectedVersion)];
};
