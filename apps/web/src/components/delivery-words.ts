import { deliveries, type Delivery } from '@noticeboard/domain/scales';
import { plural } from '@noticeboard/domain/words';

/** Says a computed delivery with the days that it is about: "Overdue by 25 days", "Due in 5 days", "On track". */
export const deliveryInWords = ({ delivery, days }: { delivery: Delivery; days: number | null }): string => {
  const { label } = deliveries[delivery];
  if (delivery === 'noUpdate') return days === null ? 'No update yet' : `No update for ${plural(days, 'day')}`;
  if (days === null) return label;
  if (delivery === 'overdue') return `Overdue by ${plural(days, 'day')}`;
  if (delivery === 'forecastLate') return `Forecast ${plural(days, 'day')} late`;
  if (delivery === 'dueSoon') return days === 0 ? 'Due today' : `Due in ${plural(days, 'day')}`;
  return label;
};
