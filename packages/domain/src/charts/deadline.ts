/**
 * A deadline and what became of it: what was required, what was done by then, what has been done since, and what the
 * government decided.
 */
import { addDays, daysBetween } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { Requirement, RequirementDate } from '../requirement.ts';
import type { DeadlineStep } from '../rules/deadline-steps.ts';
import { deadlineStepsOf } from '../rules/deadline-steps.ts';
import { compareText } from '../rules/grouped.ts';
import { requirementDatesOf } from '../rules/requirement.ts';
import type { RequirementDateKind } from '../scales.ts';
import { requirementDateKinds } from '../scales.ts';
import { formatDate, formatNumber, formatShortDate, plural } from '../words.ts';
import { axisDays } from './axis-days.ts';
import { ticksTo } from './completion.ts';
import type { DeadlineWords } from './deadline-words.ts';
import { deadlineTitle, deadlineWords, looseInShort } from './deadline-words.ts';
import type { ChartModel, ChartPoint, ChartTable } from './model.ts';

/** How far the axis runs past a deadline, in days: time enough to see what came of it. */
const daysAfter = 120;

const point = (on: IsoDate, value: number): ChartPoint => ({ on, from: null, value, label: formatNumber(value, 0) });

/** Counts up by one at each day, drawn as steps: each day is preceded by the day before with the count until then. */
const stepsUp = (days: readonly IsoDate[], from: IsoDate, to: IsoDate): ChartPoint[] => {
  const points = [point(from, days.filter((day) => day <= from).length)];
  for (const day of [...new Set(days)].filter((each) => each > from && each <= to).toSorted(compareText)) {
    const before = addDays(day, -1);
    const reached = points.at(-1);
    if (reached && reached.on < before) points.push(point(before, reached.value ?? 0));
    points.push(point(day, days.filter((each) => each <= day).length));
  }
  const last = points.at(-1);
  if (last && last.on < to) points.push(point(to, last.value ?? 0));
  return points;
};

const kindWords = { requirement: 'Requirement', action: 'Action', milestone: 'Milestone' } as const;

const tableOf = (steps: readonly DeadlineStep[], deadline: IsoDate, today: IsoDate): ChartTable => ({
  caption: `Every step required by ${formatDate(deadline)}, and when it was done`,
  columns: [
    { head: 'Step', numeric: false },
    { head: 'Kind', numeric: false },
    { head: 'Planned by', numeric: false },
    { head: 'Required by', numeric: false },
    { head: 'Done on', numeric: false },
    { head: 'Days over', numeric: true },
  ],
  rows: steps.map(({ kind, code, title, plannedBy, requiredBy, doneOn }) => {
    const over = daysBetween(requiredBy, doneOn ?? today);
    const name = kind === 'milestone' ? `${code}: ${title}` : `${code} ${title}`;
    return [
      { value: name, words: name },
      { value: kindWords[kind], words: kindWords[kind] },
      { value: plannedBy, words: formatDate(plannedBy) },
      { value: requiredBy, words: formatDate(requiredBy) },
      { value: doneOn, words: doneOn === null ? 'Not done' : formatDate(doneOn) },
      over > 0 ? { value: over, words: formatNumber(over, 0) } : { value: 0, words: '–' },
    ];
  }),
});

/** The dates that get a vertical of their own; the others are told in words. */
const marked: readonly RequirementDateKind[] = ['submitted', 'approved', 'met'];
/** More verticals than these would leave no room for the lines. */
const mostMarks = 6;

/** Submitted, approved and met dates up to today as verticals, those of one day together. */
const marksOf = (plan: Plan, requirements: readonly Requirement[], today: IsoDate): ChartModel['checkpoints'] => {
  const several = requirements.length > 1;
  const dates = requirements.flatMap((requirement) =>
    requirementDatesOf(plan, requirement)
      .filter(({ kind, latest }) => marked.includes(kind) && latest <= today)
      .map((date) => ({ date, code: requirement.code })),
  );
  return [...Map.groupBy(dates, ({ date }) => date.latest)]
    .toSorted(([a], [b]) => compareText(a, b))
    .slice(0, mostMarks)
    .map(([on, same]) => {
      const kinds = marked.filter((kind) => same.some(({ date }) => date.kind === kind));
      const words = kinds.map((kind) => requirementDateKinds[kind].label.toLowerCase()).join(', ');
      const codes = several ? `${[...new Set(same.map(({ code }) => code))].join(', ')} ` : '';
      const loose = same.find(({ date }) => date.earliest !== on)?.date;
      const label = `${codes}${words}`;
      return {
        on,
        label: label.charAt(0).toUpperCase() + label.slice(1),
        date: loose ? shortLoose(loose) : formatShortDate(on),
      };
    });
};

const shortLoose = (date: RequirementDate): string =>
  date.printed === looseInShort(date) ? date.printed : `by ${formatShortDate(date.latest)}`;

const gapWords = (gap: number, total: number, passed: boolean): string => {
  if (total === 1) return passed ? 'Not done by then' : 'Not done yet';
  return `${plural(gap, 'step')} ${passed ? 'not done by then' : 'behind'}`;
};

const were = (count: number): string => `${formatNumber(count, 0)} ${count === 1 ? 'was' : 'were'}`;

const summaryOf = (steps: readonly DeadlineStep[], deadline: IsoDate, today: IsoDate): string => {
  const by = (day: IsoDate): number => steps.filter(({ doneOn }) => doneOn !== null && doneOn <= day).length;
  const of = `Of ${plural(steps.length, 'step')} required by ${formatDate(deadline)}`;
  return deadline < today
    ? `${of}, ${were(by(deadline))} done by then and ${formatNumber(by(today), 0)} by ${formatDate(today)}.`
    : `${of}, ${were(by(today))} done by ${formatDate(today)}.`;
};

/** A deadline with its chart and the four answers it gives. */
export type DeadlineChart = { chart: ChartModel; words: DeadlineWords };

/**
 * Gives the chart of one deadline on a day: the steps required by it, counted up, against those that are done; with the four
 * answers in words.
 * @param requirements those that are due on that day, or one of them
 */
export const deadlineChart = (
  plan: Plan,
  requirements: readonly Requirement[],
  deadline: IsoDate,
  today: IsoDate,
): DeadlineChart => {
  const steps = deadlineStepsOf(plan, requirements, deadline, today);
  const done = steps.flatMap(({ doneOn }) => (doneOn === null ? [] : [doneOn]));
  const doneAt = (day: IsoDate): number => done.filter((on) => on <= day).length;
  const total = steps.length;
  const first = [plan.notice.issuedOn, ...done, ...steps.map(({ requiredBy }) => requiredBy), today].reduce((a, b) =>
    a < b ? a : b,
  );
  const from = first < plan.notice.issuedOn ? addDays(first, -1) : first;
  const after = addDays(deadline, daysAfter);
  const to = after > today ? after : addDays(today, 14);
  const passed = deadline < today;
  const [lowDay, high] = passed
    ? [deadline, total]
    : [today, steps.filter(({ requiredBy }) => requiredBy <= today).length];
  const low = doneAt(lowDay);
  const marks = marksOf(plan, requirements, today);
  const inTime = marks.find(({ on }) => on === deadline);
  const facts = { plan, requirements, steps, deadline, today };
  const words = deadlineWords(facts);

  const chart: ChartModel = {
    key: `deadline-${deadline}-${requirements[0]?.id ?? ''}`.replaceAll('.', '-'),
    title: deadlineTitle(facts),
    subtitle:
      'Steps done against steps required: the requirement itself, the actions that serve it and their milestones',
    summary: summaryOf(steps, deadline, today),
    from,
    to,
    y: { min: 0, max: total * 1.06, ticks: ticksTo(total).map((value) => ({ value, label: formatNumber(value, 0) })) },
    days: axisDays(from, to),
    series: [
      {
        key: 'required',
        name: 'Required',
        kind: 'line',
        role: 'plan',
        dashed: true,
        symbol: 'none',
        points: stepsUp(
          steps.map(({ requiredBy }) => requiredBy),
          from,
          to,
        ),
        endLabel: [`${formatNumber(total, 0)} required`],
      },
      {
        key: 'done',
        name: 'Done',
        kind: 'line',
        role: 'actual',
        dashed: false,
        symbol: 'none',
        points: stepsUp(done, from, today),
        endLabel: [`${formatNumber(done.length, 0)} done`],
      },
    ],
    checkpoints: [
      {
        on: deadline,
        label: ['Deadline', ...(inTime ? [inTime.label.toLowerCase()] : [])].join(', '),
        date: formatShortDate(deadline),
      },
      ...marks.filter((mark) => mark !== inTime),
    ],
    today,
    targets: [],
    floor: null,
    bracket:
      high > low
        ? {
            on: lowDay,
            low,
            high,
            label: gapWords(high - low, total, passed),
            lowLabel: '',
            highLabel: '',
          }
        : null,
    table: tableOf(steps, deadline, today),
  };
  return { chart, words };
};
