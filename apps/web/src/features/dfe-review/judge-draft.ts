/** What a monitor has chosen so far for each area and requirement of a review. */
import type { JudgementRating } from '@noticeboard/domain/scales';
import type { JudgedLine } from '@noticeboard/domain/views/dfe-review';

export type Chosen = { rating: JudgementRating | ''; grounds: string };
export type JudgeDraft = Readonly<Record<string, Chosen>>;

/** Gives the key of an area or requirement, which is also the id of its field. */
export const keyOf = ({ link }: Pick<JudgedLine, 'link'>): string => `${link.page}-${link.id}`;

const published = ({ now }: JudgedLine): Chosen => ({ rating: now?.rating.key ?? '', grounds: now?.grounds ?? '' });

/** Gives what stands published, to be corrected; nothing chosen where nothing is. */
export const draftOf = (lines: readonly JudgedLine[]): JudgeDraft =>
  Object.fromEntries(lines.map((line) => [keyOf(line), published(line)]));

/** Gives what is to be sent: what was chosen and differs from what stands published. */
export const judgementsIn = (lines: readonly JudgedLine[], draft: JudgeDraft) =>
  lines.flatMap((line) => {
    const { rating, grounds } = draft[keyOf(line)] ?? published(line);
    const before = published(line);
    if (rating === '' || (rating === before.rating && grounds.trim() === before.grounds.trim())) return [];
    return [{ ...line.about, rating, grounds: grounds.trim() === '' ? null : grounds }];
  });
