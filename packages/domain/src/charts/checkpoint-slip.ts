/** The slip chart of a checkpoint: on each report day, when half and the last of its actions were expected. */
import { dayNumber, daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { Checkpoint } from '../rules/checkpoints.ts';
import type { DatesRecorded, Expected } from '../rules/expected-dates.ts';
import { expectedOn } from '../rules/expected-dates.ts';
import { compareText } from '../rules/grouped.ts';
import { formatDate, formatDayMonth, formatNumber, plural } from '../words.ts';
import type { ChartModel, ChartSeries } from './model.ts';
import { dayPoint, reportDays, slipAxes } from './slip-axis.ts';

/** What was expected of the actions on one report day. */
type Report = { on: IsoDate; count: number; done: number; passed: number; half: IsoDate; last: IsoDate };

const reportOn = (histories: readonly (readonly DatesRecorded[])[], on: IsoDate): Report | null => {
  const expected = histories
    .map((history) => expectedOn(history, on))
    .filter((each): each is Expected => each !== null);
  const ends = expected.map((each) => each.on).toSorted(compareText);
  const [half, last] = [ends[Math.ceil(ends.length / 2) - 1], ends.at(-1)];
  if (half === undefined || last === undefined) return null;
  const count = (state: Expected['state']) => expected.filter((each) => each.state === state).length;
  return { on, count: ends.length, done: count('done'), passed: count('passed'), half, last };
};

const afterCheckpoint = (days: number): string => {
  if (days === 0) return 'on the day itself';
  return `${plural(Math.abs(days), 'day')} ${days > 0 ? 'after' : 'before'} it`;
};

const nameOf = ({ months }: Checkpoint): string => `${formatNumber(months, 0)}-month checkpoint`;

const titleOf = ({ count, done, last }: Report, checkpoint: Checkpoint): string => {
  const actions = plural(count, 'action');
  if (done === count)
    return `All ${actions} due by the ${nameOf(checkpoint)} delivered, the last on ${formatDate(last)}`;
  const late = daysBetween(checkpoint.on, last);
  return `The last of ${actions} due by the ${nameOf(checkpoint)} is expected ${formatDate(last)}, ${afterCheckpoint(late)}`;
};

const summaryOf = (first: Report, now: Report, checkpoint: Checkpoint): string => {
  const due = `Of ${plural(now.count, 'action')} originally due by ${formatDate(checkpoint.on)}, ${formatNumber(now.done, 0)} ${now.done === 1 ? 'is' : 'are'} delivered.`;
  const passed =
    now.passed === 0
      ? ''
      : ` For ${formatNumber(now.passed, 0)} of them the date has passed without a new one, so ${now.passed === 1 ? 'it counts' : 'they count'} as expected today at the earliest.`;
  const before =
    first.on === now.on
      ? ''
      : ` On ${formatDate(first.on)} half were expected by ${formatDate(first.half)} and the last by ${formatDate(first.last)}.`;
  return `${due}${before} Now, on ${formatDate(now.on)}, half are expected by ${formatDate(now.half)} and the last by ${formatDate(now.last)}.${passed}`;
};

const lineOf = (key: 'half' | 'last', reports: readonly Report[], endLabel: string[]): ChartSeries => ({
  key,
  name: key === 'half' ? 'Half of them' : 'The last of them',
  kind: 'line',
  role: key === 'half' ? 'other' : 'actual',
  dashed: false,
  symbol: 'disc',
  points: reports.map((report) => dayPoint(report.on, report[key])),
  endLabel,
});

const day = (on: IsoDate) => ({ value: on, words: formatDate(on) });
const days = (value: number) => ({ value, words: `${value < 0 ? '−' : ''}${formatNumber(Math.abs(value), 0)}` });
const count = (value: number) => ({ value, words: formatNumber(value, 0) });

/**
 * Gives the slip chart of a checkpoint on a day, over the actions that were originally due by it; null while there are none.
 * @param histories what was recorded of each action, oldest first
 */
export const checkpointSlipChart = (
  plan: Plan,
  checkpoint: Checkpoint,
  histories: readonly (readonly DatesRecorded[])[],
  today: IsoDate,
): ChartModel | null => {
  const due = histories.filter(([first]) => first && first.originalDue <= checkpoint.on && first.on <= today);
  const [since] = due.map(([first]) => first?.on ?? today).toSorted(compareText);
  const reports = since === undefined ? [] : reportDays(since, today).flatMap((on) => reportOn(due, on) ?? []);
  const [first, now] = [reports[0], reports.at(-1)];
  if (!first || !now || now.on !== today) return null;
  const { guide, ...axes } = slipAxes(plan, [
    first.on,
    today,
    checkpoint.on,
    ...reports.flatMap(({ half, last }) => [half, last]),
  ]);
  return {
    key: `slip-${checkpoint.months}-months`,
    title: titleOf(now, checkpoint),
    subtitle: 'When they were expected (upwards) on each report day (to the right). Level is steady, rising slips.',
    summary: summaryOf(first, now, checkpoint),
    ...axes,
    series: [
      guide,
      lineOf('half', reports, [`Half ${formatDayMonth(now.half)}`]),
      lineOf('last', reports, [`Last ${formatDayMonth(now.last)}`]),
    ],
    today,
    targets: [],
    floor: { value: dayNumber(checkpoint.on), label: checkpoint.label },
    bracket: null,
    table: {
      caption: `When the actions due by the ${nameOf(checkpoint)} were expected on each report day`,
      columns: [
        { head: 'Report day', numeric: false },
        { head: 'Actions', numeric: true },
        { head: 'Delivered', numeric: true },
        { head: 'Date passed', numeric: true },
        { head: 'Half expected by', numeric: false },
        { head: 'Last expected by', numeric: false },
        { head: 'Days after the checkpoint', numeric: true },
      ],
      rows: reports.map((report) => [
        { value: report.on, words: report.on === today ? `${formatDate(report.on)}, today` : formatDate(report.on) },
        count(report.count),
        count(report.done),
        count(report.passed),
        day(report.half),
        day(report.last),
        days(daysBetween(checkpoint.on, report.last)),
      ]),
    },
  };
};
