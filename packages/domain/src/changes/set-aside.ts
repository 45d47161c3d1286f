/** Two sources for one period: which of them is used, and why (domain.md: "Where sources conflict, keep both"). */
import { z } from 'zod';
import { formatPeriod } from '../words.ts';
import { editedRow } from './inputs.ts';
import { findStanding, refuse } from './references.ts';
import { edited, onStandingNotice } from './rows.ts';
import { othersOfPeriod } from './same-period.ts';

/** The reason goes on the reading too: it stands beside it wherever it is shown. */
export const setAsideInput = z.object(editedRow);
export const putBackInput = z.object(editedRow);

/**
 * Sets a reading aside, because another source's value for its period is used. Both are kept; nothing counts the one set
 * aside. Refused where no other reading of the period is in use: the period would be left without one.
 */
export const setAside = onStandingNotice((plan, input: z.output<typeof setAsideInput>) => {
  const before = findStanding(plan.readings, input.id, 'reading');
  findStanding(plan.measures, before.measureId, 'measure');
  if (before.setAside !== null) refuse('This reading is set aside already. Reload the page.');
  const others = othersOfPeriod(plan, before, before.id).filter((each) => each.setAside === null);
  if (others.length === 0) {
    refuse(
      `This is the only reading for ${formatPeriod(before)} in use. Record what the other source says first, or withdraw this one.`,
    );
  }
  return [edited('reading', before, { setAside: input.reason }, input.expectedVersion)];
});

/** Uses a reading again that was set aside. Where another source's is in use too, they conflict until one is set aside. */
export const putBack = onStandingNotice((plan, input: z.output<typeof putBackInput>) => {
  const before = findStanding(plan.readings, input.id, 'reading');
  findStanding(plan.measures, before.measureId, 'measure');
  if (before.setAside === null) refuse('This reading is in use already. Reload the page.');
  return [edited('reading', before, { setAside: null }, input.expectedVersion)];
});
