import type { DateChangeLine } from '@noticeboard/domain/views/date-changes';
import { formatDate, formatDayMonth, plural } from '@noticeboard/domain/words';

/** Writes the move that was asked for: "31 August to 30 September 2023". */
export const moveInWords = ({ from, to }: Pick<DateChangeLine, 'from' | 'to'>): string =>
  `${from.slice(0, 4) === to.slice(0, 4) ? formatDayMonth(from) : formatDate(from)} to ${formatDate(to)}`;

/** Writes by how much: "30 days later". */
export const moveDays = ({ days }: Pick<DateChangeLine, 'days'>): string =>
  `${plural(Math.abs(days), 'day')} ${days < 0 ? 'earlier' : 'later'}`;

/** Writes what was decided, by whom and where: "Approved: 31 October 2023, 27 September 2023, Independent chair (Improvement board)". */
export const decisionInWords = (change: DateChangeLine): string => {
  const { state, to, decidedDate, decidedOn, decidedBy, meeting } = change;
  const other = decidedDate === null || decidedDate === to ? '' : `: ${formatDate(decidedDate)}`;
  const by = decidedOn === null ? '' : `, ${formatDate(decidedOn)}, ${decidedBy ?? ''}`;
  return `${state.label}${other}${by}${meeting === null ? '' : ` (${meeting})`}`;
};
