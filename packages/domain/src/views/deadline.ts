/** The dated deadlines of a notice, each with its chart and the readings that its date has. */
import type { DeadlineWords } from '../charts/deadline-words.ts';
import { deadlineChart } from '../charts/deadline.ts';
import type { ChartModel } from '../charts/model.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { Requirement } from '../requirement.ts';
import { servingActions } from '../rules/deadline-steps.ts';
import { compareText } from '../rules/grouped.ts';
import { requirementDatesOf, requirementStateOf } from '../rules/requirement.ts';
import type { RequirementState, Status } from '../scales.ts';
import { daysLeftOrOver, formatDate } from '../words.ts';
import type { DateLine } from './requirement-dates.ts';
import { dateLineOf } from './requirement-dates.ts';
import { isIllustrative } from './source.ts';

export type DeadlineView = {
  key: string;
  on: IsoDate;
  date: string;
  days: string;
  requirements: { id: string; code: string; title: string; state: Status<RequirementState> }[];
  /** What the day is said to be; more than one where its sources read it differently. */
  readings: DateLine[];
  words: DeadlineWords;
  chart: ChartModel;
  illustrative: boolean;
};

const sameReading = ({ words, note, source }: DateLine): string => JSON.stringify([words, note, source]);

const deadlineOf = (
  plan: Plan,
  requirements: readonly Recorded<Requirement>[],
  on: IsoDate,
  today: IsoDate,
): DeadlineView => {
  const dates = requirements.flatMap((requirement) =>
    requirementDatesOf(plan, requirement, 'due').filter(({ latest }) => latest === on),
  );
  const lines = dates.map((date) => dateLineOf(date, today));
  const { chart, words } = deadlineChart(plan, requirements, on, today);
  return {
    key: chart.key,
    on,
    date: formatDate(on),
    days: daysLeftOrOver(today, on),
    requirements: requirements.map((requirement) => {
      const { id, code, title } = requirement;
      const { key, label, tone, reason } = requirementStateOf(plan, requirement, today);
      return { id, code, title, state: { key, label, tone, reason } };
    }),
    readings: lines.filter(
      (line, index) => lines.findIndex((each) => sameReading(each) === sameReading(line)) === index,
    ),
    words,
    chart,
    illustrative: isIllustrative(servingActions(plan, requirements, today)),
  };
};

/** Gives one deadline a day on which requirements are due, the first first; those of one day share it. */
export const deadlineViewsOf = (
  plan: Plan,
  requirements: readonly Recorded<Requirement>[],
  today: IsoDate,
): DeadlineView[] => {
  const due = requirements.flatMap((requirement) =>
    [...new Set(requirementDatesOf(plan, requirement, 'due').map(({ latest }) => latest))].map((on) => ({
      on,
      requirement,
    })),
  );
  return [...Map.groupBy(due, ({ on }) => on)]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([on, rows]) =>
      deadlineOf(
        plan,
        rows.map(({ requirement }) => requirement),
        on,
        today,
      ),
    );
};
