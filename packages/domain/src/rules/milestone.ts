import type { Milestone } from '../action.ts';
import { daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { MilestoneState, Status } from '../scales.ts';
import { milestoneStates, statusOf } from '../scales.ts';
import { daysLeftOrOver, formatDate, plural } from '../words.ts';

const dueSoonDays = 14;

/** The state of a milestone; `days` counts what it is about: days late or over, or days left. */
export type MilestoneStatus = Status<MilestoneState> & { days: number };

const answer = (key: MilestoneState, days: number, reason: string): MilestoneStatus => ({
  ...statusOf(milestoneStates, key, reason),
  days,
});

/** Gives where a milestone stands on a day, by its current due date: done, overdue, forecast late, due within 14 days, or not due. */
export const milestoneStateOf = (
  { currentDue, forecast, doneOn }: Pick<Milestone, 'currentDue' | 'forecast' | 'doneOn'>,
  today: IsoDate,
): MilestoneStatus => {
  if (doneOn !== null && doneOn <= today) {
    const late = daysBetween(currentDue, doneOn);
    const when = late === 0 ? 'on its day' : `${plural(Math.abs(late), 'day')} ${late > 0 ? 'late' : 'early'}`;
    return answer('done', late, `Done ${formatDate(doneOn)}, ${when}.`);
  }
  const left = daysBetween(today, currentDue);
  const due = `Due ${formatDate(currentDue)}, ${daysLeftOrOver(today, currentDue)}.`;
  if (left < 0) return answer('overdue', -left, due);
  const late = forecast === null ? 0 : daysBetween(currentDue, forecast);
  if (forecast !== null && late > 0) {
    return answer('forecastLate', late, `Forecast ${formatDate(forecast)}, ${plural(late, 'day')} after it is due.`);
  }
  return answer(left <= dueSoonDays ? 'dueSoon' : 'notDue', left, due);
};
