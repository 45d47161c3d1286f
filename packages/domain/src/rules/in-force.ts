import type { IsoDate } from '../fields.ts';
import type { Member } from '../member.ts';

/** Says whether the roles of a member are in force on a day: begun, not over, and not suspended. */
export const isInForce = (
  { startsOn, endsOn, suspendedOn }: Pick<Member, 'startsOn' | 'endsOn' | 'suspendedOn'>,
  today: IsoDate,
): boolean => startsOn <= today && (endsOn === null || today <= endsOn) && suspendedOn === null;
