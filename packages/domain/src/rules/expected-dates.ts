/** By when an action was expected to be done, as anybody could have known it on a day: what the ledger had recorded by then. */
import type { Action } from '../action.ts';
import type { IsoDate } from '../fields.ts';
import type { Stage } from '../scales.ts';

/** The dates and the stage that an action was left with on a day in London, when something of it was recorded. */
export type DatesRecorded = Pick<Action, 'originalDue' | 'currentDue' | 'forecast' | 'stage'> & {
  actionId: string;
  on: IsoDate;
};

/**
 * When an action is expected. `on` never lies before the day that it is expected on, unless it is done: where `date`, by the
 * forecast or the due date, has passed, it is that day itself.
 */
export type Expected = {
  on: IsoDate;
  date: IsoDate;
  state: 'ahead' | 'passed' | 'done';
  due: IsoDate;
  forecast: IsoDate | null;
};

/** From the lead's word on, the date of an action is no forecast any more. */
const doneStages: readonly Stage[] = ['delivered', 'evidenced', 'embedded', 'assured'];
const isDone = ({ stage }: DatesRecorded): boolean => doneStages.includes(stage);

/** The forecast, or the due date where there is none; where that was moved after the forecast was made, whichever is later. */
const dateOf = (known: readonly DatesRecorded[], { currentDue, forecast }: DatesRecorded): IsoDate => {
  if (forecast === null || currentDue <= forecast) return forecast ?? currentDue;
  const forecastSince = known.findLastIndex((each) => each.forecast !== forecast);
  const dueSince = known.findLastIndex((each) => each.currentDue !== currentDue);
  return dueSince > forecastSince ? currentDue : forecast;
};

/**
 * Gives when an action was expected on a day: the day that it was delivered, else the lead's forecast, else the due date of the
 * time, which takes the place of an earlier forecast once it is moved; null while it is not in the plan, or withdrawn from it.
 * @param history what was recorded of one action, oldest first
 */
export const expectedOn = (history: readonly DatesRecorded[], day: IsoDate): Expected | null => {
  const known = history.filter(({ on }) => on <= day);
  const last = known.at(-1);
  if (!last || last.stage === 'withdrawn') return null;
  const { currentDue: due, forecast } = last;
  if (isDone(last)) {
    const delivered = known[known.findLastIndex((each) => !isDone(each)) + 1] ?? last;
    return { on: delivered.on, date: delivered.on, state: 'done', due, forecast };
  }
  const date = dateOf(known, last);
  return date < day
    ? { on: day, date, state: 'passed', due, forecast }
    : { on: date, date, state: 'ahead', due, forecast };
};
