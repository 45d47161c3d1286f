/** When the papers of a meeting are due (issue 5): working days before it, or two weeks before a review of DfE. */
import { addDays } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Notice } from '../notice.ts';
import type { MeetingKind } from '../scales.ts';
import { addWorkingDays, onOrBefore } from '../working-days.ts';

/** How many days before its review DfE has the evidence (issue 5, "Why"). */
const reviewDays = 14;

/**
 * Gives the day on which the papers of a meeting are due by the rule of the notice: as many working days before as it says, and
 * for a DfE review two weeks before, on the last working day by then.
 */
export const papersDueFor = (
  { papersDueDays }: Pick<Notice, 'papersDueDays'>,
  kind: MeetingKind,
  on: IsoDate,
): IsoDate => (kind === 'dfeReview' ? onOrBefore(addDays(on, -reviewDays)) : addWorkingDays(on, -papersDueDays));
