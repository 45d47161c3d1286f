/** The few actions that the board looks at in a reporting period. */
import type { IsoDate, Recorded } from '../fields.ts';
import type { Focus } from '../focus.ts';
import type { Plan } from '../plan.ts';
import { periodOn } from './reporting.ts';

/**
 * Gives the focus list that stands on a day: that of the period that runs, by the day on which it closes or, where the rhythm
 * has changed since, as the last one that was set in it. Until the first period of a new rhythm opens, the last list stands.
 * @returns null where none was set
 */
export const focusListOn = ({ notice, focuses }: Plan, today: IsoDate): Recorded<Focus> | null => {
  const period = periodOn(notice, today);
  const ofPeriod = focuses.find(({ periodEnd }) => periodEnd === period?.closesOn);
  if (ofPeriod) return ofPeriod;
  return focuses
    .filter(({ setOn }) => setOn <= today && (period === null || period.opensOn <= setOn))
    .reduce<Recorded<Focus> | null>((last, row) => (last === null || row.setOn >= last.setOn ? row : last), null);
};
