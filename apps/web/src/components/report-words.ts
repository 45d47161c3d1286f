import { reportStates, type ReportState } from '@noticeboard/domain/scales';
import { plural } from '@noticeboard/domain/words';

/** Says where a report stands, with the days that it is about: "Late by 26 days", "Due in 4 days", "Accepted". */
export const reportInWords = ({ state, days }: { state: ReportState; days: number | null }): string => {
  const { label } = reportStates[state];
  if (days === null) return label;
  if (state === 'late') return `Late by ${plural(days, 'day')}`;
  if (days < 0) return `Due, closed ${plural(-days, 'day')} ago`;
  return days === 0 ? 'Due today' : `Due in ${plural(days, 'day')}`;
};
