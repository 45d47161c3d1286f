/** Who is reminded by e-mail on a day, of what, and in which words. */
import { addDays } from './calendar.ts';
import type { IsoDate } from './fields.ts';
import type { Notice } from './notice.ts';
import type { Plan } from './plan.ts';
import { isLifted } from './rules/course.ts';
import { isInForce } from './rules/in-force.ts';
import { planOn } from './rules/known.ts';
import type { DueCommentary, DueMeasure, DueQuestion } from './views/due-readings.ts';
import type { DueAction, DueRequirement } from './views/due-reports.ts';
import { dueFrom } from './views/my-updates.ts';
import { formatDate, plural } from './words.ts';
import { addWorkingDays, isWorkingDay, workingDayName } from './working-days.ts';

type DueRow = DueAction | DueRequirement | DueMeasure | DueCommentary | DueQuestion;

/** How a thing that is due stands to the day, the most pressing first. */
const groups = ['late', 'returned', 'today', 'soon'] as const;
type Group = (typeof groups)[number];

/** One thing that is due, as a mail lists it. `dueOn` is the day by which it was or is asked for; null for what was returned. */
export type NudgeRow = { key: string; group: Group; dueOn: IsoDate | null; words: string };

/** Everything that is due from one member on a day. */
export type Nudge = {
  memberId: string;
  title: string;
  organisation: string;
  /** The day on which mail to them came back; null while it arrives. */
  mailBouncedOn: IsoDate | null;
  rows: NudgeRow[];
};

const nameOf = (row: DueRow): string => {
  switch (row.kind) {
    case 'action':
      return `Action ${row.code}, ${row.title}`;
    case 'requirement':
      return `Requirement ${row.code}, ${row.title}`;
    case 'measure':
      return `Measure ${row.code}, ${row.title}: the reading for ${row.period.words}`;
    case 'question':
      return `A question of the board about ${row.about.words}`;
    case 'commentary':
      return `Measure ${row.code}, ${row.title}: why, and what is done about it`;
    default:
      return row satisfies never;
  }
};

const lastOf = (row: DueRow): string => {
  switch (row.kind) {
    case 'action':
      return `${row.last ? `Last update ${formatDate(row.last.on)}.` : 'No update yet.'} To be done by ${formatDate(row.currentDue)}.`;
    case 'requirement':
      return `${row.last ? `Last update ${formatDate(row.last.on)}.` : 'No update yet.'}${row.due === null ? '' : ` To be met by ${row.due}.`}`;
    case 'measure':
      return row.last ? `Last reading ${row.last.words}, ${row.last.period}.` : 'No reading yet.';
    case 'question':
      return `Asked on ${formatDate(row.askedOn)}.`;
    case 'commentary':
      return 'Not explained yet.';
    default:
      return row satisfies never;
  }
};

const groupOf = ({ report }: DueRow): Group => {
  if (report.key === 'late' || report.key === 'returned') return report.key;
  return report.days === 0 ? 'today' : 'soon';
};

const dueDay = ({ report: { key, days } }: DueRow, today: IsoDate): IsoDate | null =>
  days === null ? null : addDays(today, key === 'late' ? -days : days);

const nudgeRow = (row: DueRow, today: IsoDate): NudgeRow => ({
  key: row.key,
  group: groupOf(row),
  dueOn: dueDay(row, today),
  words: `${nameOf(row)}. ${row.report.reason} ${lastOf(row)}`,
});

/** Gives what a member is asked for on a day, the most pressing first; null where nothing is due from them. */
const nudgeOf = (plan: Plan, member: Plan['members'][number], today: IsoDate): Nudge | null => {
  const { questions, commentaries, actions, requirements, measures } = dueFrom(plan, member.id, today);
  const asked = [...questions, ...commentaries, ...actions, ...requirements, ...measures].filter((row) => row.asked);
  const rows = asked
    .map((row) => nudgeRow(row, today))
    .toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group));
  const { id: memberId, title, organisation, mailBouncedOn } = member;
  return rows.length === 0 ? null : { memberId, title, organisation, mailBouncedOn, rows };
};

const allOf = (entire: Plan, today: IsoDate): Nudge[] => {
  const plan = planOn(entire, today);
  if (plan.notice.withdrawnOn !== null) return [];
  return plan.members
    .filter((member) => isInForce(member, today))
    .flatMap((member) => nudgeOf(plan, member, today) ?? [])
    .toSorted((a, b) => a.title.localeCompare(b.title, 'en') || (a.memberId < b.memberId ? -1 : 1));
};

// The page asks again every second while a mail is on its way, and a plan that has not changed has the same answer.
const known = new WeakMap<Plan, { today: IsoDate; nudges: readonly Nudge[] }>();

/** Gives what is due from each member whose roles are in force on a day, by title. None are in it from whom nothing is due. */
export const nudgesOf = (plan: Plan, today: IsoDate): readonly Nudge[] => {
  const found = known.get(plan);
  if (found?.today === today) return found.nudges;
  const nudges = allOf(plan, today);
  known.set(plan, { today, nudges });
  return nudges;
};

type Reminding = Pick<Notice, 'remindSoonDays' | 'remindLateOn'>;

/**
 * Says whether a row is a reason to write on a day without being asked to: so many working days before it is due, on the day
 * it is due, and on the chosen days of the week once it is late or was returned. Only on working days.
 */
const isReason = ({ remindSoonDays, remindLateOn }: Reminding, { group, dueOn }: NudgeRow, today: IsoDate): boolean => {
  if (group === 'today') return true;
  if (group === 'soon') return dueOn !== null && today === addWorkingDays(dueOn, -remindSoonDays);
  const name = workingDayName(today);
  return name !== null && remindLateOn.includes(name);
};

/**
 * Says whether a member is written to on a day by itself: where any of what is due from them is a reason. The mail lists all of
 * it. Not once the notice was lifted: then the programme office writes where it sees fit.
 */
export const isReminded = (plan: Pick<Plan, 'notice' | 'events'>, { rows }: Nudge, today: IsoDate): boolean =>
  isWorkingDay(today) && !isLifted(plan, today) && rows.some((row) => isReason(plan.notice, row, today));

/** Says whether anything is late from a member. */
export const isLate = ({ rows }: Nudge): boolean => rows.some(({ group }) => group === 'late');

const headings = {
  late: 'Late',
  returned: 'Returned to you',
  today: 'Due today',
  soon: 'Due',
} as const satisfies Record<Group, string>;

/** Gives the subject of a mail that lists some rows. */
export const subjectOf = (rows: readonly NudgeRow[]): string => {
  const count = (...of: readonly Group[]) => rows.filter(({ group }) => of.includes(group)).length;
  const [late, returned, today, soon] = groups.map((group) => count(group)) as [number, number, number, number];
  const due = today + soon;
  const said = [
    late > 0 ? `${plural(late, 'update is', 'updates are')} late` : null,
    returned > 0 ? `${plural(returned, 'update was', 'updates were')} returned` : null,
    due > 0 ? `${plural(due, 'update is', 'updates are')} due${soon === 0 ? ' today' : ''}` : null,
  ].filter((words) => words !== null);
  return `Noticeboard: ${said.join(', ')}`;
};

/** Gives what a mail says of one notice: its title and the rows under their headings. */
export const bodyOf = ({ title }: Pick<Notice, 'title'>, rows: readonly NudgeRow[]): string => {
  const lists = groups.flatMap((group) => {
    const lines = rows.filter((row) => row.group === group).map(({ words }) => `- ${words}`);
    return lines.length === 0 ? [] : [`${headings[group]}\n${lines.join('\n')}`];
  });
  return [title, ...lists].join('\n\n');
};

/** How a person answers: signed in, by a link that works for some days, or by telling the programme office. */
export type HowToAnswer =
  | { by: 'pages'; address: string }
  | { by: 'link'; address: string; days: number }
  | { by: 'office' };

/** Gives the words under the rows that say how to answer. */
export const answerWords = (how: HowToAnswer): string => {
  if (how.by === 'pages') return `Update them in Noticeboard:\n${how.address}`;
  if (how.by === 'office') return 'Tell the programme office what has changed. They record it for you.';
  return `Update them by this link. You need no account. It opens these rows alone, for ${plural(how.days, 'day')}: do not pass it on.\n${how.address}`;
};

/** Gives the whole text of a mail from what it says of each notice, the words of how to answer included. */
export const letterOf = (parts: readonly string[]): string =>
  [
    'This is what is due from you.',
    ...parts,
    'Noticeboard writes at most once a day, and not when nothing is due from you.',
  ].join('\n\n');
