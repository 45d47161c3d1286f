/** Planned against actual completion of actions: how many the agreed plan had by each month's end, and how many are complete. */
import { addDays, endOfMonth, monthEnds } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { checkpointsOf } from '../rules/checkpoints.ts';
import { completedOn, deliveryOf } from '../rules/delivery.ts';
import { compareText } from '../rules/grouped.ts';
import { formatDate, formatMonth, formatNumber, formatShortDate, plural } from '../words.ts';
import type { ChartModel } from './model.ts';
import { roundTicks } from './model.ts';

/** How many of the actions stand by a day: due by their original dates, due by their current ones, and complete. */
export type Completion = { total: number; planned: number; current: number; complete: number; withdrawn: number };

/** Counts the sorted days that are on or before a day. */
const countBy = (days: readonly IsoDate[], day: IsoDate): number => {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return low;
};

const sorted = (days: IsoDate[]): IsoDate[] => days.toSorted(compareText);

const daysOf = (plan: Plan, today: IsoDate) => {
  const statuses = plan.actions.map((action) => ({ action, key: deliveryOf(plan, action, today).key }));
  return {
    planned: sorted(plan.actions.map(({ originalDue }) => originalDue)),
    current: sorted(statuses.flatMap(({ action, key }) => (key === 'withdrawn' ? [] : [action.currentDue]))),
    complete: sorted(
      statuses.flatMap(({ action, key }) => {
        if (key !== 'complete') return [];
        const on = completedOn(plan, action);
        // A step into completion that is dated later than it was recorded still counts by the day it was known.
        return [on !== null && on < today ? on : today];
      }),
    ),
    withdrawn: statuses.filter(({ key }) => key === 'withdrawn').length,
  };
};

/** Gives how many actions are complete on a day, against the agreed plan and the current dates. Withdrawn actions stay in the agreed plan. */
export const completionOf = (plan: Plan, today: IsoDate): Completion => {
  const days = daysOf(plan, today);
  return {
    total: plan.actions.length,
    planned: countBy(days.planned, today),
    current: countBy(days.current, today),
    complete: days.complete.length,
    withdrawn: days.withdrawn,
  };
};

/** Says how far what is complete stands from the agreed plan: "14 behind the agreed plan". */
export const gapInWords = ({ planned, complete }: Pick<Completion, 'planned' | 'complete'>): string => {
  if (planned === complete) return 'as the agreed plan has it';
  return planned > complete
    ? `${formatNumber(planned - complete, 0)} behind the agreed plan`
    : `${formatNumber(complete - planned, 0)} ahead of the agreed plan`;
};

const quarterStarts = (from: IsoDate, to: IsoDate): { on: IsoDate; label: string }[] =>
  monthEnds(from, to)
    .map((end) => addDays(end, 1))
    .filter((start) => start <= to && ['01', '04', '07', '10'].includes(start.slice(5, 7)))
    .map((on) => {
      const label = formatMonth(on).slice(0, 3);
      return { on, label: on.slice(5, 7) === '01' ? `${label} ${Number(on.slice(0, 4))}` : label };
    });

const point = (on: IsoDate, value: number) => ({ on, from: null, value, label: formatNumber(value, 0) });
const count = (value: number | null) => ({ value, words: value === null ? '–' : formatNumber(value, 0) });

const summaryOf = (now: Completion, today: IsoDate): string => {
  const { total, planned, current, complete } = now;
  const behind = planned === complete ? '' : `, ${gapInWords(now)}`;
  const done = `${formatNumber(complete, 0)} of ${plural(total, 'action')} ${complete === 1 ? 'is' : 'are'} complete`;
  return `${done} on ${formatDate(today)}${behind}. By then the agreed plan has ${formatNumber(planned, 0)} complete, and by the current due dates it would be ${formatNumber(current, 0)}.`;
};

/** Gives the chart of planned against actual completion on a day; null while the plan has no actions. */
export const completionChart = (plan: Plan, today: IsoDate): ChartModel | null => {
  const days = daysOf(plan, today);
  const [firstDue, lastDue] = [days.planned[0], days.planned.at(-1)];
  if (firstDue === undefined || lastDue === undefined) return null;
  const now = completionOf(plan, today);
  const { total, planned, complete } = now;

  const checkpoints = checkpointsOf(plan.notice);
  const start = addDays(`${firstDue.slice(0, 8)}01`, -1);
  const from = start < today ? start : today;
  const to = [lastDue, today, ...checkpoints.map(({ on }) => on)].toSorted(compareText).at(-1) ?? lastDue;
  const steps = [...new Set([from, ...monthEnds(from, to), today, to])]
    .filter((day) => day >= from && day <= to)
    .toSorted(compareText);
  const done = steps.filter((day) => day <= today);
  const rows = steps.filter((day) => day === today || day === to || day === endOfMonth(day));
  const gap = Math.abs(planned - complete);

  return {
    key: 'completion',
    title: `${formatNumber(complete, 0)} of ${plural(total, 'action')} complete, ${gapInWords(now)}`,
    subtitle: 'Actions complete at month end against original due dates',
    summary: summaryOf(now, today),
    from,
    to,
    y: { min: 0, max: total, ticks: ticksTo(total).map((value) => ({ value, label: formatNumber(value, 0) })) },
    days: quarterStarts(from, to),
    series: [
      {
        key: 'planned',
        name: 'Agreed plan, by original due dates',
        kind: 'line',
        role: 'plan',
        dashed: true,
        symbol: 'none',
        points: steps.map((on) => point(on, countBy(days.planned, on))),
        endLabel: [`${formatNumber(total, 0)} planned,`, 'agreed plan', '(original dates)'],
      },
      {
        key: 'complete',
        name: 'Complete',
        kind: 'line',
        role: 'actual',
        dashed: false,
        symbol: 'disc',
        points: done.map((on) => point(on, countBy(days.complete, on))),
        endLabel: gap === 0 ? [`${formatNumber(complete, 0)} complete`] : [],
      },
    ],
    checkpoints: checkpoints
      .filter(({ on }) => on >= from && on <= to)
      .map(({ on, label }) => ({ on, label, date: formatShortDate(on) })),
    today,
    targets: [],
    floor: null,
    bracket:
      gap === 0
        ? null
        : {
            on: today,
            low: Math.min(planned, complete),
            high: Math.max(planned, complete),
            label: `${formatNumber(gap, 0)} ${planned > complete ? 'behind' : 'ahead'}`,
            lowLabel:
              planned > complete ? `${formatNumber(complete, 0)} complete` : `${formatNumber(planned, 0)} planned`,
            highLabel:
              planned > complete ? `${formatNumber(planned, 0)} planned` : `${formatNumber(complete, 0)} complete`,
          },
    table: {
      caption: 'Actions due and complete by the end of each month',
      columns: [
        { head: 'By', numeric: false },
        { head: 'Agreed plan', numeric: true },
        { head: 'Current dates', numeric: true },
        { head: 'Complete', numeric: true },
      ],
      rows: rows.map((day) => [
        { value: day, words: day === today ? `${formatDate(day)}, today` : formatDate(day) },
        count(countBy(days.planned, day)),
        count(countBy(days.current, day)),
        count(day <= today ? countBy(days.complete, day) : null),
      ]),
    },
  };
};

/** Round ticks up to the total, with the total itself as the last: a tick that would crowd it gives way. */
export const ticksTo = (total: number): number[] => {
  const ticks = roundTicks(0, total, 8, true);
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  return [...ticks.filter((tick) => tick <= total - step / 2), total];
};
