/** Who belongs to a notice: what an administrator may change, and what can't be undone by the person who does it. */
import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import { id, isoDate, title, words } from '../fields.ts';
import { member, type Member } from '../member.ts';
import { nobodys, type Subject } from '../permissions.ts';
import type { Change, Plan } from '../plan.ts';
import type { By } from './by.ts';

const reason = words('Reason');
const version = z.int().min(1);
const { roles, endsOn } = member.shape;

export const inviteMember = z.object({
  email: z.email('Enter an e-mail address, such as name@example.gov.uk.').trim().toLowerCase().max(200),
  /** A member who is in the plan without an account; null makes a new one. */
  memberId: id.nullable(),
  title: title('Title'),
  organisation: title('Organisation'),
  roles,
  endsOn,
  reason,
});
export const editMember = z.object({
  id,
  version,
  title: title('Title'),
  organisation: title('Organisation'),
  roles,
  startsOn: isoDate,
  endsOn,
  reason,
});
export const suspendMember = z.object({ id, version, reason });
export const resumeMember = suspendMember;

/** Gives whose a member row is: nobody's own, since only a role over the whole notice may change it. */
export const memberSubject = (): Subject => nobodys;

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

const revised = (row: Plan['members'][number], changed: Partial<Member>, expectedVersion: number): Change => {
  const { version: _version, recordedAt: _recordedAt, recordedBy: _recordedBy, ...kept } = row;
  return { entity: 'member', row: { ...kept, ...changed }, expectedVersion };
};

const checkDates = (startsOn: string, endsOn: string | null): void => {
  if (endsOn !== null && endsOn < startsOn)
    throw new DomainError('invalid', 'The last day must be on or after the first day.', 'endsOn');
};

/** Gives the row of a person who is asked to join, under the account that was made for them. */
export const decideInvite = (plan: Plan, input: z.output<typeof inviteMember>, accountId: string, by: By): Change[] => {
  checkDates(by.today, input.endsOn);
  const belongs = plan.members.find((row) => row.accountId === accountId);
  if (belongs)
    throw new DomainError(
      'invalid',
      `That e-mail address belongs to ${belongs.title}, who is a member already. Change their roles instead.`,
      'email',
    );
  const { title: name, organisation, roles: given, endsOn: last } = input;
  if (input.memberId !== null) {
    const row = memberIn(plan, input.memberId);
    if (row.accountId !== null)
      throw new DomainError('invalid', 'That member has an account already. Send a new link instead.', 'memberId');
    return [revised(row, { accountId, title: name, organisation, roles: given, endsOn: last }, row.version)];
  }
  return [
    {
      entity: 'member',
      row: {
        noticeId: plan.notice.id,
        id: by.createId(),
        accountId,
        title: name,
        organisation,
        roles: given,
        startsOn: by.today,
        endsOn: last,
        suspendedOn: null,
      },
      expectedVersion: 0,
    },
  ];
};

/** Changes a member's title, organisation, roles or dates. Nobody takes the administrator's role from themselves. */
export const decideEditMember = (plan: Plan, input: z.output<typeof editMember>, by: By): Change[] => {
  const row = memberIn(plan, input.id);
  checkDates(input.startsOn, input.endsOn);
  const steppingDown = row.roles.includes('administrator') && !input.roles.includes('administrator');
  if (steppingDown && row.id === by.who.memberId) {
    throw new DomainError(
      'forbidden',
      'You can’t take the administrator’s role from yourself. Ask another administrator.',
      'roles',
    );
  }
  const { title: name, organisation, roles: given, startsOn, endsOn: last } = input;
  return [revised(row, { title: name, organisation, roles: given, startsOn, endsOn: last }, input.version)];
};

/** Takes a member's roles away until they are resumed. Nobody suspends themselves. */
export const decideSuspend = (plan: Plan, input: z.output<typeof suspendMember>, by: By): Change[] => {
  const row = memberIn(plan, input.id);
  if (row.id === by.who.memberId)
    throw new DomainError('forbidden', 'You can’t suspend yourself. Ask another administrator.');
  if (row.suspendedOn !== null) throw new DomainError('invalid', `${row.title} is suspended already.`);
  return [revised(row, { suspendedOn: by.today }, input.version)];
};

/** Gives a suspended member their roles back. */
export const decideResume = (plan: Plan, input: z.output<typeof resumeMember>): Change[] => {
  const row = memberIn(plan, input.id);
  if (row.suspendedOn === null) throw new DomainError('invalid', `${row.title} is not suspended.`);
  return [revised(row, { suspendedOn: null }, input.version)];
};
