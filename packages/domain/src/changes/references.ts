/** The checks that what a change names exists, still stands, and comes after the notice. */
import { DomainError } from '../domain-error.ts';
import type { IsoDate } from '../fields.ts';
import { may, mayAnywhere, nobodys, type Permission, type Subject } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { othersMay, wayOn } from '../rules/way-on.ts';
import { formatDate } from '../words.ts';
import type { By } from './by.ts';

type Row = { id: string };
type Withdrawable = Row & { withdrawnOn: IsoDate | null };

/** Refuses a change with a sentence, beside the field of the form that it belongs to. */
export const refuse = (sentence: string, field: string | null = null): never => {
  throw new DomainError('invalid', sentence, field);
};

/**
 * Gives the row with an id; throws `notFound`.
 * @param what the noun in a sentence ("action")
 */
export const findRow = <Found extends Row>(rows: readonly Found[], rowId: string, what: string): Found => {
  const found = rows.find((row) => row.id === rowId);
  if (!found)
    throw new DomainError('notFound', `There is no such ${what} in this notice. Go back to the list and choose one.`);
  return found;
};

/** Gives the row with an id if it was not withdrawn; throws `notFound`, or `conflict` where it was. */
export const findStanding = <Found extends Withdrawable>(
  rows: readonly Found[],
  rowId: string,
  what: string,
): Found => {
  const found = findRow(rows, rowId, what);
  if (found.withdrawnOn !== null) {
    throw new DomainError(
      'conflict',
      `This ${what} was withdrawn on ${formatDate(found.withdrawnOn)}. It can’t be changed any more.`,
    );
  }
  return found;
};

/** Gives the action with an id if it was not withdrawn; throws `notFound`, or `conflict` where it was. */
export const findAction = (plan: Plan, actionId: string): Plan['actions'][number] => {
  const found = findRow(plan.actions, actionId, 'action');
  if (found.stage === 'withdrawn') {
    throw new DomainError('conflict', `Action ${found.code} was withdrawn by the board. It can’t be changed any more.`);
  }
  return found;
};

/**
 * Checks the rows that a field names: each once, each known. One that was withdrawn may stay but not be newly chosen.
 * @param known the ids that exist, each with whether it still stands
 * @param before what the field named until now
 * @param what the noun in a sentence ("measure")
 */
export const checkChosen = (
  known: ReadonlyMap<string, boolean>,
  chosen: readonly string[],
  before: readonly string[],
  field: string,
  what: string,
): void => {
  if (new Set(chosen).size < chosen.length) refuse(`Choose each ${what} once.`, field);
  for (const each of chosen) {
    const stands = known.get(each);
    if (stands === undefined) refuse(`There is no such ${what} in this notice. Choose one from the list.`, field);
    if (stands === false && !before.includes(each)) refuse(`That ${what} was withdrawn. Choose another one.`, field);
  }
};

/** Gives rows by id, each with whether it still stands. */
export const standingOf = (rows: readonly Withdrawable[]): Map<string, boolean> =>
  new Map(rows.map((row) => [row.id, row.withdrawnOn === null]));

/**
 * Checks the person that a field names. One whose roles have ended or are suspended may stay but not be newly chosen.
 * @param what who they are to be, in a sentence ("lead")
 */
export const checkMember = (
  plan: Plan,
  today: IsoDate,
  chosen: string | null,
  before: string | null,
  field: string,
  what: string,
): void => {
  if (chosen === null) return;
  const member = plan.members.find(({ id }) => id === chosen);
  if (!member) return refuse(`The ${what} is not a member of this notice. Choose one from the list.`, field);
  const gone = member.suspendedOn !== null || (member.endsOn !== null && member.endsOn < today);
  if (gone && chosen !== before)
    refuse(`${member.title} no longer has a role on this notice. Choose another ${what}.`, field);
};

/**
 * Checks that the person that a field names can act for somebody from one day to another: with a role that may do it, in force
 * throughout.
 * @param permission what they must be able to do
 * @param what who they are to be, in a sentence ("deputy")
 */
export const checkActs = (
  plan: Plan,
  chosen: string,
  permission: Permission,
  { from, until }: { from: IsoDate; until: IsoDate },
  field: string,
  what: string,
): void => {
  checkMember(plan, from, chosen, null, field, what);
  const member = plan.members.find(({ id }) => id === chosen);
  if (!member) return;
  const { title, organisation, roles, startsOn, endsOn } = member;
  if (!mayAnywhere({ memberId: chosen, organisation, roles }, permission))
    refuse(`${title} has no role in which they could act. Choose an officer or the programme office.`, field);
  if (startsOn > from)
    refuse(`${title} has no role here before ${formatDate(startsOn)}. Choose another ${what}.`, field);
  if (endsOn !== null && endsOn < until)
    refuse(`${title} has no role here after ${formatDate(endsOn)}. Choose another ${what}, or an earlier day.`, field);
};

/**
 * Checks the person that a field newly names: somebody whose role may do what they are named for, today or from its first day.
 * Who is named already may stay, whatever has become of them.
 * @param permission what is asked of them, such as writing updates
 */
export const checkNamed = (
  plan: Plan,
  today: IsoDate,
  chosen: string | null,
  before: string | null,
  permission: Permission,
  field: string,
  what: string,
): void => {
  if (chosen === null || chosen === before) return;
  const startsOn = plan.members.find(({ id }) => id === chosen)?.startsOn ?? today;
  const from = startsOn > today ? startsOn : today;
  checkActs(plan, chosen, permission, { from, until: from }, field, what);
};

/**
 * Refuses, with `forbidden`, what nobody may do for themselves: where an action is the person's, because they lead it, deputise
 * on it, or cover for somebody who does.
 * @param whoElse the sentence that says who does it, where there is somebody else who may; else it says what helps
 */
export const checkNotOwn = (
  plan: Plan,
  subject: Subject,
  { who, today }: By,
  permission: Permission,
  whoElse: string,
): void => {
  const { memberIds } = subject;
  if (!memberIds.includes(who.memberId)) return;
  const others = othersMay(
    plan,
    who,
    today,
    (other) => may(other, permission, nobodys) && !memberIds.includes(other.memberId),
  );
  const next = others ? whoElse : wayOn(plan, subject, who, today);
  throw new DomainError('forbidden', `You act on this action yourself. ${next}`);
};

/** Checks that no other row that stands has a code. */
export const checkCode = (
  others: readonly { id: string; code: string }[],
  rowId: string | null,
  code: string,
  what: string,
): void => {
  const taken = others.some((row) => row.id !== rowId && row.code.toLowerCase() === code.toLowerCase());
  if (taken) refuse(`There is already ${what} ${code}. Choose another code.`, 'code');
};

/**
 * Checks that a date comes after the day on which the notice was issued.
 * @param name what the date is called at the start of a sentence ("Due date")
 */
export const checkAfterIssue = (plan: Plan, day: IsoDate, field: string, name: string): void => {
  const { issuedOn } = plan.notice;
  if (day <= issuedOn) refuse(`${name} must be after ${formatDate(issuedOn)}, when the notice was issued.`, field);
};

/** Checks that a day has come: what happened can't lie ahead. */
export const checkHasCome = (today: IsoDate, day: IsoDate, field: string, name: string): void => {
  if (day > today) refuse(`${name} must be today or earlier. Today is ${formatDate(today)}.`, field);
};

/** Checks that a day has not passed: what is expected can't lie behind. */
export const checkAhead = (today: IsoDate, day: IsoDate, field: string, name: string): void => {
  if (day < today) refuse(`${name} must be today or later. Today is ${formatDate(today)}.`, field);
};

/** Checks that a loose date ends no earlier than it begins. */
export const checkLoose = ({ earliest, latest }: { earliest: IsoDate; latest: IsoDate }): void => {
  if (latest < earliest) refuse('The latest day must be the earliest day or after it.', 'latest');
};
