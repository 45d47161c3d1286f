/** What a measure asks its owner to explain, and what was explained before, each of which reading. */
import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { commentariesOf, exceptionOf } from '../rules/exception.ts';
import { readingsOf } from '../rules/impact.ts';
import type { ExceptionState, Status } from '../scales.ts';
import { formatPeriod, formatReading } from '../words.ts';
import { recorderOf } from './measure-readings.ts';
import type { SourceView } from './source.ts';

export type ExplanationLine = {
  id: string;
  on: IsoDate;
  by: string;
  /** The reading that was the latest then: "13.2% for August 2023"; null where there was none. */
  about: string | null;
  reason: string;
  action: string;
  byWhen: IsoDate;
  /** Whether the day by which it was to be done has passed. */
  passed: boolean;
  effect: string;
  mark: SourceView['mark'];
};

export type ExceptionView = {
  /** What is asked now; null where nothing is. */
  asked: { status: Status<ExceptionState>; words: string; readingId: string } | null;
  /** What was explained, newest first. */
  explanations: ExplanationLine[];
};

/** Gives what a measure asks to be explained on a day, and every commentary so far. */
export const exceptionView = (plan: Plan, measure: Recorded<Measure>, today: IsoDate): ExceptionView => {
  const exception = exceptionOf(plan, measure, today);
  const readings = readingsOf(plan, measure, { ownBasis: true });
  return {
    asked: exception && {
      status: { key: exception.key, label: exception.label, tone: exception.tone, reason: exception.reason },
      words: exception.words,
      readingId: exception.reading.id,
    },
    explanations: commentariesOf(plan, measure)
      .toReversed()
      .map((said) => {
        const about = readings.findLast(({ addedAt, periodEnd }) => addedAt <= said.recordedAt && periodEnd <= said.on);
        return {
          id: said.id,
          on: said.on,
          by: plan.members.find(({ id }) => id === said.byId)?.title ?? recorderOf(plan, said.recordedBy),
          about: about ? `${formatReading(about, measure)} for ${formatPeriod(about)}` : null,
          reason: said.reason,
          action: said.action,
          byWhen: said.byWhen,
          passed: said.byWhen < today,
          effect: said.effect,
          mark: said.mark,
        };
      }),
  };
};
