import type { IsoDate } from '@noticeboard/domain/fields';
import { formatShortDate, plural } from '@noticeboard/domain/words';

/** Gives the day as a number that sorts as it does. */
export const dateOrder = (day: IsoDate): number => Number(day.replaceAll('-', ''));

/** The current due date of an action, over its original one where it was moved. */
export const DueDates = ({ originalDue, currentDue }: { originalDue: IsoDate; currentDue: IsoDate }) => (
  <>
    <span className="nb-nowrap">{formatShortDate(currentDue)}</span>
    {originalDue === currentDue ? null : (
      <span className="nb-dates__under nb-nowrap">was {formatShortDate(originalDue)}</span>
    )}
  </>
);

/** Says how far a date was moved: "+31 days". */
export const daysMoved = (days: number): string => `${days < 0 ? '−' : '+'}${plural(Math.abs(days), 'day')}`;

/** Says how far the due date of an action was moved, and how many times: "+31 days, 1 move". */
export const slipInWords = ({ slipDays, moves }: { slipDays: number; moves: number }): string =>
  `${daysMoved(slipDays)}, ${plural(moves, 'move')}`;

/** How far a date was moved, under it; nothing where it was not. */
export const SlipDays = ({ days }: { days: number }) =>
  days === 0 ? null : <span className="nb-dates__under nb-nowrap">{daysMoved(days)}</span>;

/** How far the due date of an action was moved, and how many times. */
export const Slip = ({ slipDays, moves }: { slipDays: number; moves: number }) =>
  slipDays === 0 && moves === 0 ? (
    <span className="nb-none">–</span>
  ) : (
    <>
      {daysMoved(slipDays)}
      <span className="nb-dates__under">{plural(moves, 'move')}</span>
    </>
  );

/** What the lead expects. */
export const Forecast = ({ forecast }: { forecast: IsoDate | null }) =>
  forecast === null ? (
    <span className="nb-secondary">None</span>
  ) : (
    <span className="nb-nowrap">{formatShortDate(forecast)}</span>
  );
