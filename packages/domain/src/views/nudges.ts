/** The page from which the programme office reminds people: who would get a mail, what it says, and who gets none and why. */
import type { IsoDate } from '../fields.ts';
import type { HowToAnswer, Nudge } from '../nudges.ts';
import { answerWords, bodyOf, isLate, isReminded, letterOf, nudgesOf, subjectOf } from '../nudges.ts';
import type { Plan } from '../plan.ts';
import { workingDays } from '../scales.ts';
import { formatDate, plural } from '../words.ts';

/** What stands outside the plan: how each member who has an address can answer, and who was written to today already. */
export type Reachable = { ways: ReadonlyMap<string, HowToAnswer>; written: ReadonlySet<string> };

/** One person from whom something is due. `why` is the sentence that says why no mail goes to them today; null where one can. */
export type NudgePerson = {
  memberId: string;
  title: string;
  organisation: string;
  late: number;
  returned: number;
  due: number;
  why: string | null;
  /** Whether an address would mend it. */
  lacksAddress: boolean;
  subject: string;
  text: string;
};

export type NudgesView = {
  /** From whom something is late, and then those from whom something is only due. */
  late: NudgePerson[];
  others: NudgePerson[];
  /** How many of the late would be written to now. */
  reached: number;
  /** How many rows are late in all: one that is late from two people counts once. */
  lateRows: number;
  /** When people are written to by themselves, and how many of them today. */
  byItself: { words: string; today: number };
  linkDays: number;
};

const whyNot = ({ memberId, mailBouncedOn }: Nudge, { ways, written }: Reachable): string | null => {
  if (mailBouncedOn !== null) return `Mail to them came back on ${formatDate(mailBouncedOn)}.`;
  if (!ways.has(memberId)) return 'No e-mail address is known.';
  return written.has(memberId) ? 'Written to today already.' : null;
};

const personOf = (plan: Plan, nudge: Nudge, reachable: Reachable): NudgePerson => {
  const { memberId, title, organisation, rows, mailBouncedOn } = nudge;
  const way = reachable.ways.get(memberId) ?? { by: 'office' };
  const count = (group: string) => rows.filter((row) => row.group === group).length;
  return {
    memberId,
    title,
    organisation,
    late: count('late'),
    returned: count('returned'),
    due: count('today') + count('soon'),
    why: whyNot(nudge, reachable),
    lacksAddress: mailBouncedOn !== null || !reachable.ways.has(memberId),
    subject: subjectOf(rows),
    text: letterOf([`${bodyOf(plan.notice, rows)}\n\n${answerWords(way)}`]),
  };
};

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const byItself = ({ remindSoonDays, remindLateOn }: Plan['notice']): string => {
  const before = remindSoonDays === 0 ? '' : `${plural(remindSoonDays, 'working day')} before something is due, `;
  const late =
    remindLateOn.length === 0
      ? ''
      : `, and on ${listed(remindLateOn.map((day) => `${workingDays[day].label}s`))} once it is late or was returned`;
  return `${before}on the day it is due${late}`;
};

/**
 * Gives what the programme office may remind people of on a day, those who are late first.
 * @param reachable what stands outside the plan
 */
export const nudgePageOf = (plan: Plan, today: IsoDate, reachable: Reachable): NudgesView => {
  const nudges = nudgesOf(plan, today);
  const of = (wanted: boolean) =>
    nudges.filter((nudge) => isLate(nudge) === wanted).map((nudge) => personOf(plan, nudge, reachable));
  const late = of(true);
  const lateKeys = nudges.flatMap(({ rows }) => rows.filter(({ group }) => group === 'late').map(({ key }) => key));
  return {
    late,
    others: of(false),
    reached: late.filter(({ why }) => why === null).length,
    lateRows: new Set(lateKeys).size,
    byItself: {
      words: byItself(plan.notice),
      today: nudges.filter((nudge) => isReminded(plan, nudge, today)).length,
    },
    linkDays: plan.notice.linkDays,
  };
};
