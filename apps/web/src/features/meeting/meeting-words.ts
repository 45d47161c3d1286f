import type { MeetingLine } from '@noticeboard/domain/views/meetings';
import { formatDate } from '@noticeboard/domain/words';

/** What a meeting is called among others: "Improvement board, 27 September 2023". */
export const nameOf = ({ title, on }: Pick<MeetingLine, 'title' | 'on'>): string => `${title}, ${formatDate(on)}`;

/** Reads a time of day as people type it, "14:00", "9.30" or "9"; gives null for nothing, or the sentence that says what is wrong. */
export const readTime = (typed: string): { at: string | null } | { error: string } => {
  const text = typed.trim();
  if (text === '') return { at: null };
  const [, hours = '', minutes = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59)
    return { error: 'Enter a time of day from 00:00 to 23:59, such as 14:00.' };
  return { at: `${hours.padStart(2, '0')}:${minutes}` };
};
