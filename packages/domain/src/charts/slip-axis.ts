/** What the charts of slip have in common: days along both axes, and the line on which a day is its own. */
import { addDays, endOfMonth, monthEnds } from '../calendar.ts';
import { dayNumber } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { checkpointsOf } from '../rules/checkpoints.ts';
import { compareText } from '../rules/grouped.ts';
import { formatDate, formatShortDate } from '../words.ts';
import { axisDays } from './axis-days.ts';
import type { ChartModel, ChartPoint, ChartSeries } from './model.ts';

/** A point of a slip chart: what was expected on a report day. */
export const dayPoint = (on: IsoDate, expected: IsoDate | null): ChartPoint => ({
  on,
  from: null,
  value: expected === null ? null : dayNumber(expected),
  label: expected === null ? 'None' : formatDate(expected),
});

/** Gives the days that reports are drawn for: the first, each month's end after it, and today. */
export const reportDays = (first: IsoDate, today: IsoDate): IsoDate[] =>
  [...new Set([first, ...monthEnds(first, today), today])].toSorted(compareText);

/** Gives both axes over whole months that hold all days, and the guide on which nothing may be expected: the day itself. */
export const slipAxes = (
  { notice }: Plan,
  days: readonly IsoDate[],
): Pick<ChartModel, 'from' | 'to' | 'y' | 'days' | 'checkpoints'> & { guide: ChartSeries } => {
  const sorted = days.toSorted(compareText);
  const [first = notice.issuedOn, last = notice.issuedOn] = [sorted[0], sorted.at(-1)];
  const from: IsoDate = `${first.slice(0, 8)}01`;
  // A month of room above the last day, for its words.
  const to = endOfMonth(addDays(endOfMonth(last), 1));
  const named = axisDays(from, to);
  return {
    from,
    to,
    y: {
      min: dayNumber(from),
      max: dayNumber(to),
      ticks: named.map(({ on, label }) => ({ value: dayNumber(on), label })),
    },
    days: named,
    checkpoints: checkpointsOf(notice)
      .filter(({ on }) => on >= from && on <= to)
      .map(({ on, label }) => ({ on, label, date: formatShortDate(on) })),
    guide: {
      key: 'guide',
      name: 'The day itself',
      kind: 'line',
      role: 'guide',
      dashed: false,
      symbol: 'none',
      points: [dayPoint(from, from), dayPoint(to, to)],
      endLabel: ['The day itself'],
    },
  };
};
