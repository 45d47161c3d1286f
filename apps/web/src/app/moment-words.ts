import type { Moment } from '@noticeboard/domain/moment';
import { formatDate, formatNumber } from '@noticeboard/domain/words';

/** Says which moment is shown: "20 September 2023", or "20 September 2023, entry 4,118". */
export const momentWords = ({ day, seq }: Moment): string =>
  seq === null ? formatDate(day) : `${formatDate(day)}, entry ${formatNumber(seq, 0)}`;
