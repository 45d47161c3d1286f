/** What helps where a person may not do a thing because it is their own, and nobody else is there who may. */
import type { IsoDate } from '../fields.ts';
import type { Subject, Who } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { isInForce } from './in-force.ts';
import { coversOn } from './owners.ts';

/** Says whether another member, whose roles are in force on a day, may do a thing. */
export const othersMay = (
  { members }: Pick<Plan, 'members'>,
  who: Who,
  today: IsoDate,
  mayToo: (other: Who) => boolean,
): boolean =>
  members.some(
    (member) =>
      member.id !== who.memberId &&
      isInForce(member, today) &&
      mayToo({ memberId: member.id, organisation: member.organisation, roles: member.roles }),
  );

/** Gives the sentence that says what helps a person who acts on a row, where nobody else may do what they may not. */
export const wayOn = (plan: Pick<Plan, 'covers'>, { memberIds }: Subject, who: Who, today: IsoDate): string => {
  const covers = coversOn(plan, today).some(
    ({ deputyId, memberId }) => deputyId === who.memberId && memberIds.includes(memberId),
  );
  return `Nobody else in this notice may: ${covers ? 'end your cover' : 'hand the work over'}, or add a member who may.`;
};
