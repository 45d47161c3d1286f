/** The marks of the strip of time, each kind made from the plan. */
import { daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { Checkpoint } from '../rules/checkpoints.ts';
import { requirementsInWords } from '../rules/deadline-names.ts';
import type { Deadline } from '../rules/deadlines.ts';
import type { EventKind, Tone } from '../scales.ts';
import { requirementDateKinds } from '../scales.ts';
import { daysLeftOrOver, formatDate, formatDayMonth, formatLoose, plural } from '../words.ts';
import type { StripMark } from './time-strip.ts';

/** A mark that has no place on the strip yet. */
export type Unplaced = Omit<StripMark, 'share'>;

const eventsShown: readonly EventKind[] = [
  'varied',
  'extended',
  'review',
  'direction',
  'servicesRemoved',
  'directionEnded',
  'lifted',
  'postNoticeReview',
];

const plain = { tone: 'neutral', mark: 'own', disputed: null } as const;
const at = (on: IsoDate) => ({ on, date: formatDate(on) });
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Says whether a deadline still waits to be met. */
export const isOpen = ({ state }: Deadline): boolean => state.metOn === null && state.key !== 'disputed';

/** Gives the first thing handed in or met for a deadline: what its lateness is counted to. */
export const answerTo = ({ steps }: Deadline) =>
  steps.find(({ kind }) => kind === 'submitted' || kind === 'met') ?? null;

/** The deadlines of one day, and the day on which the next open one falls due. */
type Due = { deadlines: readonly Deadline[]; next: IsoDate | null };

const toneOf = ({ deadlines, next }: Due, today: IsoDate): Tone => {
  const open = deadlines.filter(isOpen);
  if (open.some(({ due }) => due.latest < today)) return 'red';
  return open.some(({ due }) => due.latest === next) ? 'amber' : 'neutral';
};

const dueWords = (deadlines: readonly Deadline[], on: IsoDate, today: IsoDate): string => {
  const when = daysLeftOrOver(today, on);
  if (deadlines.length === 0) return when;
  const open = deadlines.filter(isOpen);
  if (open.length === 0) return `${when}: ${requirementsInWords(deadlines)} fell due`;
  return `${when}: ${requirementsInWords(open)} ${on < today ? 'not met' : 'due'}`;
};

export const issueMark = ({ notice }: Plan, to: IsoDate, today: IsoDate): Unplaced => {
  const length = daysBetween(notice.issuedOn, to);
  return {
    key: 'issue',
    kind: 'issue',
    name: 'Issued',
    ...at(notice.issuedOn),
    tone: 'neutral',
    mark: notice.mark,
    disputed: notice.disputed,
    detail:
      today > to
        ? `${plural(length, 'day')} to the last checkpoint`
        : `day ${daysBetween(notice.issuedOn, today)} of ${length}`,
  };
};

/** A checkpoint, with what falls due on its day. */
export const checkpointMark = ({ months, on, label }: Checkpoint, due: Due, today: IsoDate): Unplaced => ({
  ...plain,
  key: `checkpoint-${months}`,
  kind: 'checkpoint',
  name: label,
  ...at(on),
  tone: toneOf(due, today),
  detail: dueWords(due.deadlines, on, today),
});

/** A day on which something falls due and no checkpoint stands. */
export const deadlineMark = (plan: Plan, on: IsoDate, due: Due, today: IsoDate): Unplaced => {
  const ids = new Set(due.deadlines.map(({ requirement }) => requirement.id));
  const dates = plan.requirementDates.filter(
    ({ kind, latest, withdrawnOn, requirementId }) =>
      kind === 'due' && latest === on && withdrawnOn === null && ids.has(requirementId),
  );
  return {
    key: `due-${on}`,
    kind: 'deadline',
    name: `${capital(requirementsInWords(due.deadlines))} due`,
    ...at(on),
    tone: toneOf(due, today),
    mark: dates[0]?.mark ?? 'own',
    disputed: dates.find(({ disputed }) => disputed !== null)?.disputed ?? null,
    detail: daysLeftOrOver(today, on),
  };
};

/** What was handed in or met for the deadlines, and how late: one mark for those that were answered alike on a day. */
export const stepMarks = (plan: Plan, deadlines: readonly Deadline[]): Unplaced[] => {
  const answered = deadlines.flatMap((deadline) => {
    const step = answerTo(deadline);
    return step ? [{ deadline, step }] : [];
  });
  return [...Map.groupBy(answered, ({ step }) => `${step.kind}-${step.latest}`)].flatMap(([key, group]): Unplaced[] => {
    const [first] = group;
    if (!first) return [];
    const { step, deadline } = first;
    const dueOn = deadline.due.latest;
    const late = daysBetween(dueOn, step.earliest);
    const told = plan.events.find(
      ({ kind, latest, withdrawnOn }) => kind === 'planStep' && latest === step.latest && withdrawnOn === null,
    );
    const named = capital(requirementsInWords(group.map((each) => each.deadline)));
    return [
      {
        key,
        kind: 'step',
        name: told?.title ?? `${named} ${requirementDateKinds[step.kind].label.toLowerCase()}`,
        on: step.latest,
        date: formatLoose(step),
        tone: late > 0 ? 'red' : 'neutral',
        mark: step.mark,
        disputed: step.disputed,
        detail: late > 0 ? `${plural(late, 'day')} after ${formatDayMonth(dueOn)}` : `by ${formatDayMonth(dueOn)}`,
      },
    ];
  });
};

/** Reviews and what changed the notice itself. */
export const eventMarks = (plan: Plan, today: IsoDate): Unplaced[] =>
  plan.events
    .filter(({ kind, withdrawnOn }) => eventsShown.includes(kind) && withdrawnOn === null)
    .map((event) => ({
      key: event.id,
      kind: 'event',
      name: event.title,
      on: event.latest,
      date: formatLoose(event),
      tone: 'neutral',
      mark: event.mark,
      disputed: event.disputed,
      // Days counted from a date that is only roughly known would look surer than the date.
      detail: event.earliest === event.latest ? daysLeftOrOver(today, event.latest) : '',
    }));

export const todayMark = (to: IsoDate, today: IsoDate): Unplaced => ({
  ...plain,
  key: 'today',
  kind: 'today',
  name: 'Today',
  ...at(today),
  detail: today > to ? `${plural(daysBetween(to, today), 'day')} after the last checkpoint` : '',
});
