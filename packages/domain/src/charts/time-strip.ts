/** The strip of time of a notice: its checkpoints, deadlines and events from issue to the last checkpoint, with today. */
import { addDays, addMonths, endOfMonth } from '../calendar.ts';
import { daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { checkpointsOf } from '../rules/checkpoints.ts';
import type { Deadline } from '../rules/deadlines.ts';
import { deadlinesOf } from '../rules/deadlines.ts';
import { compareText } from '../rules/grouped.ts';
import type { EventKind, Mark, Tone } from '../scales.ts';
import { requirementDateKinds } from '../scales.ts';
import { daysLeftOrOver, formatDate, formatDayMonth, formatLoose, formatMonth, plural } from '../words.ts';

export type StripMark = {
  key: string;
  kind: 'issue' | 'checkpoint' | 'deadline' | 'step' | 'event' | 'today';
  name: string;
  on: IsoDate;
  /** The day in words, looser where the source is. */
  date: string;
  detail: string;
  /** How far along the strip, from 0 to 1. */
  share: number;
  tone: Tone;
  mark: Mark;
  disputed: string | null;
};

/** A stretch of days by which something was, or is, late. */
export type StripSpan = { key: string; from: number; to: number };

export type TimeStrip = {
  from: IsoDate;
  to: IsoDate;
  /** Where today stands, from 0 to 1. */
  today: number;
  months: { key: string; label: string; from: number; to: number }[];
  /** In the order of their days. */
  marks: StripMark[];
  late: StripSpan[];
  /** From when the checkpoints count, in words. */
  counted: string;
  summary: string;
};

const eventsShown: readonly EventKind[] = [
  'varied',
  'extended',
  'review',
  'direction',
  'servicesRemoved',
  'lifted',
  'postNoticeReview',
];

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

/** Names requirements by their numbers: "requirement 1", "requirements 4a, 4b and 4c", "commitment c1". */
export const requirementsInWords = (deadlines: readonly Deadline[]): string => {
  const named = (kind: 'clause' | 'commitment', one: string): string[] => {
    const codes = deadlines
      .filter(({ requirement }) => requirement.kind === kind)
      .map(({ requirement }) => requirement.code);
    return codes.length === 0 ? [] : [`${one}${codes.length === 1 ? '' : 's'} ${list(codes)}`];
  };
  return list([...named('clause', 'requirement'), ...named('commitment', 'commitment')]);
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const isOpen = ({ state }: Deadline): boolean => state.metOn === null && state.key !== 'disputed';

/** The first thing handed in or met for a deadline: what its lateness is counted to. */
const answerTo = ({ steps }: Deadline) => steps.find(({ kind }) => kind === 'submitted' || kind === 'met') ?? null;

const toneOfDue = (deadlines: readonly Deadline[], today: IsoDate, next: IsoDate | null): Tone => {
  const open = deadlines.filter(isOpen);
  if (open.some(({ due }) => due.latest < today)) return 'red';
  return open.some(({ due }) => due.latest === next) ? 'amber' : 'neutral';
};

/**
 * Gives the strip of time of a notice as it stands on a day. What lies before the issue or after the last checkpoint is left
 * out; a day after the last checkpoint stands at the end.
 */
export const timeStripOf = (plan: Plan, today: IsoDate): TimeStrip => {
  const { notice } = plan;
  const checkpoints = checkpointsOf(notice);
  const from = notice.issuedOn;
  const to = checkpoints.reduce((last, { on }) => (on > last ? on : last), addDays(from, 1));
  const length = daysBetween(from, to);
  const shareOf = (day: IsoDate): number => Math.min(1, Math.max(0, daysBetween(from, day) / length));
  const within = (day: IsoDate): boolean => day >= from && day <= to;

  const deadlines = deadlinesOf(plan, today);
  const next = deadlines.find((deadline) => isOpen(deadline) && deadline.due.latest >= today)?.due.latest ?? null;
  const byDue = Map.groupBy(deadlines, ({ due }) => due.latest);
  const plain = { tone: 'neutral', mark: 'own', disputed: null } as const;
  const at = (on: IsoDate) => ({ on, date: formatDate(on), share: shareOf(on) });

  const dueDetail = (due: readonly Deadline[], on: IsoDate): string => {
    const open = due.filter(isOpen);
    const when = daysLeftOrOver(today, on);
    if (open.length === 0) return `${when}: ${requirementsInWords(due)} fell due`;
    return on < today ? `${when}: ${requirementsInWords(open)} not met` : `${when}: ${requirementsInWords(open)} due`;
  };

  const issue: StripMark = {
    ...plain,
    key: 'issue',
    kind: 'issue',
    name: 'Issued',
    ...at(from),
    mark: notice.mark,
    disputed: notice.disputed,
    detail:
      today > to ? `${plural(length, 'day')} to the last checkpoint` : `day ${daysBetween(from, today)} of ${length}`,
  };

  const checkpointMarks = checkpoints
    .filter(({ on }) => within(on))
    .map(({ months, on, label }): StripMark => {
      const due = byDue.get(on) ?? [];
      return {
        ...plain,
        key: `checkpoint-${months}`,
        kind: 'checkpoint',
        name: label,
        ...at(on),
        tone: toneOfDue(due, today, next),
        detail: due.length === 0 ? daysLeftOrOver(today, on) : dueDetail(due, on),
      };
    });

  const onCheckpoint = new Set(checkpoints.map(({ on }) => on));
  const dueMarks = [...byDue]
    .filter(([on]) => within(on) && !onCheckpoint.has(on))
    .map(([on, due]): StripMark => {
      const dates = plan.requirementDates.filter(
        ({ kind, latest, withdrawnOn, requirementId }) =>
          kind === 'due' &&
          latest === on &&
          withdrawnOn === null &&
          due.some(({ requirement }) => requirement.id === requirementId),
      );
      return {
        ...plain,
        key: `due-${on}`,
        kind: 'deadline',
        name: `${capital(requirementsInWords(due))} due`,
        ...at(on),
        tone: toneOfDue(due, today, next),
        mark: dates[0]?.mark ?? 'own',
        disputed: dates.find(({ disputed }) => disputed !== null)?.disputed ?? null,
        detail: daysLeftOrOver(today, on),
      };
    });

  const answered = deadlines.flatMap((deadline) => {
    const step = answerTo(deadline);
    return step && within(step.latest) ? [{ deadline, step }] : [];
  });
  const stepMarks = [...Map.groupBy(answered, ({ step }) => `${step.kind}-${step.latest}`)].flatMap(
    ([key, group]): StripMark[] => {
      const [first] = group;
      if (!first) return [];
      const { step, deadline } = first;
      const late = daysBetween(deadline.due.latest, step.earliest);
      const told = plan.events.find(
        ({ kind, latest, withdrawnOn }) => kind === 'planStep' && latest === step.latest && withdrawnOn === null,
      );
      const done = requirementDateKinds[step.kind].label.toLowerCase();
      return [
        {
          key,
          kind: 'step',
          name: told?.title ?? `${capital(requirementsInWords(group.map((each) => each.deadline)))} ${done}`,
          ...at(step.latest),
          date: formatLoose(step),
          tone: late > 0 ? 'red' : 'neutral',
          mark: step.mark,
          disputed: step.disputed,
          detail:
            late > 0
              ? `${plural(late, 'day')} after ${formatDayMonth(deadline.due.latest)}`
              : `by ${formatDayMonth(deadline.due.latest)}`,
        },
      ];
    },
  );

  const eventMarks = plan.events
    .filter(({ kind, latest, withdrawnOn }) => eventsShown.includes(kind) && withdrawnOn === null && within(latest))
    .map((event): StripMark => ({
      key: event.id,
      kind: 'event',
      name: event.title,
      ...at(event.latest),
      date: formatLoose(event),
      tone: 'neutral',
      mark: event.mark,
      disputed: event.disputed,
      // Days counted from a date that is only roughly known would look surer than the date.
      detail: event.earliest === event.latest ? daysLeftOrOver(today, event.latest) : '',
    }));

  const todayMark: StripMark = {
    ...plain,
    key: 'today',
    kind: 'today',
    name: 'Today',
    ...at(today),
    detail: today > to ? `${plural(daysBetween(to, today), 'day')} after the last checkpoint` : '',
  };

  const marks = [issue, ...checkpointMarks, ...dueMarks, ...stepMarks, ...eventMarks, todayMark].toSorted((a, b) =>
    compareText(a.on, b.on),
  );
  const spans = deadlines.flatMap((deadline): StripSpan[] => {
    const { due } = deadline;
    const step = answerTo(deadline);
    const end = step ? step.earliest : isOpen(deadline) ? today : due.latest;
    return end > due.latest && within(due.latest)
      ? [{ key: due.latest, from: shareOf(due.latest), to: shareOf(end) }]
      : [];
  });
  // One bracket a deadline: the longest of those whose requirements share the day.
  const late = [...Map.groupBy(spans, ({ key }) => key).values()].flatMap((group) =>
    group.toSorted((a, b) => b.to - a.to).slice(0, 1),
  );
  return {
    from,
    to,
    today: shareOf(today),
    months: monthsOf(from, to, shareOf),
    marks,
    late,
    counted: `Checkpoints are counted from ${formatDate(notice.checkpointBase)}`,
    summary: [
      `The notice was issued on ${formatDate(from)}; the last checkpoint is ${formatDate(to)}.`,
      ...[...checkpointMarks, ...dueMarks]
        .filter(({ key }) => key.startsWith('due-') || byDue.has(key))
        .map(({ date, name, detail }) => `${name} ${date}, ${detail}.`),
    ].join(' '),
  };
};

const monthsOf = (from: IsoDate, to: IsoDate, shareOf: (day: IsoDate) => number): TimeStrip['months'] => {
  const months: TimeStrip['months'] = [];
  for (let start = `${from.slice(0, 8)}01`; start <= to; start = addMonths(start, 1)) {
    const next = addDays(endOfMonth(start), 1);
    const label = formatMonth(start).slice(0, 3);
    months.push({
      key: start.slice(0, 7),
      label: start.slice(5, 7) === '01' ? `${label} ${Number(start.slice(0, 4))}` : label,
      from: shareOf(start),
      to: shareOf(next),
    });
  }
  return months;
};
