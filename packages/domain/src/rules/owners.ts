/** Who may act on a row today: those it belongs to, and whoever covers for them. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';

/** Gives the cover that is in force on a day. */
export const coversOn = ({ covers }: Pick<Plan, 'covers'>, today: IsoDate): Plan['covers'] =>
  covers.filter(({ startsOn, endsOn, withdrawnOn }) => withdrawnOn === null && startsOn <= today && today <= endsOn);

/**
 * Gives the members a row belongs to and those who cover for one of them on a day. Cover is not handed on: who covers for a
 * deputy does not cover for whom the deputy covers.
 * @param memberIds lead and deputy, or owner; null where there is none
 */
export const actingFor = (
  plan: Pick<Plan, 'covers'>,
  memberIds: readonly (string | null)[],
  today: IsoDate,
): readonly (string | null)[] => {
  const deputies = coversOn(plan, today)
    .filter(({ memberId }) => memberIds.includes(memberId))
    .map(({ deputyId }) => deputyId);
  return deputies.length === 0 ? memberIds : [...memberIds, ...deputies];
};
