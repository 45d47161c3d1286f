/** What a pack asks to be explained: every measure that is red, or has worsened twice, with what was said of it. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { exceptionOf } from '../rules/exception.ts';
import type { ExceptionState, Mark, Status } from '../scales.ts';
import { formatDate, formatNumber, plural } from '../words.ts';
import { exceptionView } from './measure-exception.ts';
import type { RowLink } from './row-link.ts';

/** Why, what is done, by when, and what families notice. */
type PackExplanation = {
  reason: string;
  action: string;
  byWhen: string;
  effect: string;
  by: string;
  mark: Mark;
};

export type PackException = {
  id: string;
  title: string;
  link: RowLink;
  owner: string | null;
  words: string;
  status: Status<ExceptionState>;
  /** Null where it is not explained. */
  explanation: PackExplanation | null;
};

export type PackExceptions = { title: string; lines: PackException[] };

const byCode = new Intl.Collator('en-GB', { numeric: true });

const explanationOf = (plan: Plan, measure: Plan['measures'][number], today: IsoDate): PackExplanation | null => {
  const [latest] = exceptionView(plan, measure, today).explanations;
  return latest
    ? {
        reason: latest.reason,
        action: latest.action,
        byWhen: `${formatDate(latest.byWhen)}${latest.passed ? ', which has passed' : ''}`,
        effect: latest.effect,
        by: `${latest.by}, ${formatDate(latest.on)}`,
        mark: latest.mark,
      }
    : null;
};

const titleOf = (lines: readonly PackException[]): string => {
  if (lines.length === 0) return 'No exceptions';
  const missing = lines.filter(({ explanation }) => explanation === null).length;
  const explained = missing === 0 ? 'each explained' : `${formatNumber(missing, 0)} not explained`;
  return `${plural(lines.length, 'exception')}, ${explained}`;
};

/** Gives the exceptions on a day, those that nobody explained first. `plan` holds only what was known on the day. */
export const packExceptionsOf = (plan: Plan, today: IsoDate): PackExceptions => {
  const lines = plan.measures
    .toSorted((a, b) => byCode.compare(a.code, b.code))
    .flatMap((measure): PackException[] => {
      const found = exceptionOf(plan, measure, today);
      if (!found) return [];
      const { key, label, tone, reason, words, answer } = found;
      return [
        {
          id: measure.id,
          title: `${measure.code} ${measure.title}`,
          link: { page: 'measures', id: measure.id },
          owner: plan.members.find(({ id }) => id === measure.ownerId)?.title ?? null,
          words,
          status: { key, label, tone, reason },
          explanation: answer === null ? null : explanationOf(plan, measure, today),
        },
      ];
    })
    .toSorted((a, b) => Number(a.explanation !== null) - Number(b.explanation !== null));
  return { title: titleOf(lines), lines };
};
