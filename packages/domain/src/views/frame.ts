import { londonDay } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import { mayAnywhere, type Who } from '../permissions.ts';
import type { Head, Plan } from '../plan.ts';
import { checkpointsOf } from '../rules/checkpoints.ts';
import { lastHeld } from '../rules/meetings.ts';
import { lifeOf } from '../rules/course.ts';
import type { Role } from '../scales.ts';
import { liftedInWords, liftedOnInWords } from './headline.ts';
import { dueFrom } from './my-updates.ts';

/** A day worth looking back to, with what it is known for. */
type UsefulDay = { day: IsoDate; label: string };

/** What stands around every page of a notice: its name, the person's part in it, and the days offered to look back to. */
export type Frame = {
  notice: {
    id: string;
    title: string;
    authority: string;
    nature: Plan['notice']['nature'];
    issuedOn: IsoDate;
    withdrawnOn: IsoDate | null;
    /** By how many days the programme office may move a due date without the chair. */
    dateMoveLimitDays: number;
    version: number;
    /** The day on which it was lifted, in words, and with what is open today; null while it was not. */
    lifted: { on: IsoDate; words: string; withOpen: string } | null;
  };
  today: IsoDate;
  who: { memberId: string; title: string; organisation: string; roles: readonly Role[] };
  /** How many rows a report is wanted for from the person; 0 where they may give none. */
  due: number;
  usefulDays: UsefulDay[];
  head: Head;
};

const firstRecordedDay = (plan: Plan): IsoDate => {
  const rows = [
    plan.notice,
    ...plan.events,
    ...plan.members,
    ...plan.areas,
    ...plan.requirements,
    ...plan.requirementDates,
  ];
  return londonDay(
    rows.reduce((first, { recordedAt }) => (recordedAt < first ? recordedAt : first), plan.notice.recordedAt),
  );
};

/**
 * Gives the days that a reader is likely to want to turn back to, oldest first: the day of issue and what became of the notice,
 * the last board, the days on which a requirement fell due, and the checkpoints, as far as they have passed and something was recorded by then.
 */
const usefulDaysOf = (plan: Plan, today: IsoDate): UsefulDay[] => {
  const { notice } = plan;
  const standing = new Map(
    plan.requirements.filter(({ withdrawnOn }) => withdrawnOn === null).map(({ id, code }) => [id, code]),
  );
  const board = lastHeld(plan, 'board', today);
  const offered: UsefulDay[] = [
    { day: notice.issuedOn, label: 'Notice issued' },
    ...(board ? [{ day: board.on, label: 'Last board' }] : []),
    ...checkpointsOf(notice).map(({ on, label }) => ({ day: on, label: `${label} checkpoint` })),
    ...lifeOf(plan, today)
      .steps.slice(1)
      .map(({ on, label }) => ({ day: on.latest, label })),
    ...plan.requirementDates.flatMap(({ requirementId, kind, latest, withdrawnOn }) => {
      const code = standing.get(requirementId);
      return kind === 'due' && withdrawnOn === null && code !== undefined
        ? [{ day: latest, label: `Requirement ${code} due` }]
        : [];
    }),
  ];
  const first = firstRecordedDay(plan);
  const labels = new Map<IsoDate, Set<string>>();
  for (const { day, label } of offered) {
    if (day < first || day >= today) continue;
    labels.set(day, (labels.get(day) ?? new Set()).add(label));
  }
  return [...labels]
    .map(([day, said]) => ({ day, label: [...said].join('; ') }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
};

/** Gives the frame of a notice's pages for one person. */
export const frame = (plan: Plan, today: IsoDate, who: Who): Frame => {
  const { id, title, authority, nature, issuedOn, withdrawnOn, dateMoveLimitDays, version } = plan.notice;
  const member = plan.members.find((row) => row.id === who.memberId);
  const words = liftedOnInWords(plan, today);
  const on = lifeOf(plan, today).lifted?.latest ?? today;
  const lifted = words === null ? null : { on, words, withOpen: liftedInWords(plan, today) ?? words };
  return {
    notice: { id, title, authority, nature, issuedOn, withdrawnOn, dateMoveLimitDays, version, lifted },
    today,
    who: {
      memberId: who.memberId,
      title: member?.title ?? 'Administrator',
      organisation: who.organisation,
      roles: who.roles,
    },
    due: mayAnywhere(who, 'update.write') ? dueFrom(plan, who.memberId, today).asked : 0,
    usefulDays: usefulDaysOf(plan, today),
    head: plan.head,
  };
};
