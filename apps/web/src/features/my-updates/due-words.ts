/** What is due, in a sentence or two. */
import type { Due } from '@noticeboard/domain/views/my-updates';
import { formatWeekday, plural } from '@noticeboard/domain/words';
import type { Row } from './body.ts';

type Shown = Omit<Due, 'memberId'>;

const listed = (parts: readonly string[]): string =>
  parts.length <= 1 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

/** Says what is due in one sentence: "5 actions and 3 measures are due from you". */
export const titleOf = ({ questions, actions, requirements, measures, commentaries, asked }: Shown): string => {
  if (asked === 0) return 'Nothing is due from you';
  const counted = [
    [questions, 'question'],
    [actions, 'action'],
    [requirements, 'requirement'],
    [measures, 'measure'],
    [commentaries, 'explanation'],
  ] as const;
  const parts = counted.flatMap(([rows, one]) => {
    const count = (rows as readonly Row[]).filter((row) => row.asked).length;
    return count === 0 ? [] : [plural(count, one)];
  });
  return `${listed(parts)} ${asked === 1 ? 'is' : 'are'} due from you`;
};

/** Says by when it is due. */
export const untilWhen = ({ period, today, nextOpensOn }: Shown): string => {
  if (period === null) return `Updates are asked for from ${formatWeekday(nextOpensOn)}.`;
  const { closesOn, graceEndsOn } = period;
  if (today <= closesOn) return `By ${formatWeekday(closesOn)}, when updates close.`;
  return today <= graceEndsOn
    ? `Updates closed on ${formatWeekday(closesOn)}. They are not late until ${formatWeekday(graceEndsOn)} is over.`
    : `Updates closed on ${formatWeekday(closesOn)}. What is still due is late.`;
};
