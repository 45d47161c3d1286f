/** Who may act on a row today: those it belongs to, and whoever covers for them. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';

/**
 * Gives the members a row belongs to and those who cover for one of them on a day. Cover is not handed on: who covers for a
 * deputy does not cover for whom the deputy covers.
 * @param memberIds lead and deputy, or owner; null where there is none
 */
export const actingFor = (
  { covers }: Pick<Plan, 'covers'>,
  memberIds: readonly (string | null)[],
  today: IsoDate,
): readonly (string | null)[] => {
  const deputies = covers
    .filter(
      ({ memberId, startsOn, endsOn, withdrawnOn }) =>
        withdrawnOn === null && startsOn <= today && today <= endsOn && memberIds.includes(memberId),
    )
    .map(({ deputyId }) => deputyId);
  return deputies.length === 0 ? memberIds : [...memberIds, ...deputies];
};
