/** What meetings asked somebody to do: what, who, by when, and whether it is done. */
import { followUpSubject } from '../changes/decision.ts';
import { daysLeftOrOver, formatDate } from '../words.ts';
import type { IsoDate } from '../fields.ts';
import type { Subject } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { compareText } from '../rules/grouped.ts';
import { planOn } from '../rules/known.ts';
import type { Mark, Status, Tone } from '../scales.ts';

export type FollowUpLine = {
  /** The decision that it follows, and its version. */
  id: string;
  version: number;
  what: string;
  to: string;
  toId: string | null;
  dueOn: IsoDate;
  doneOn: IsoDate | null;
  state: Status;
  /** Who may call it done. */
  subject: Subject;
  item: string;
  meeting: { id: string; title: string; on: IsoDate };
  mark: Mark;
};

const status = (label: string, tone: Tone, reason: string): Status => ({ key: label, label, tone, reason });

const stateOf = (dueOn: IsoDate, doneOn: IsoDate | null, today: IsoDate): Status => {
  if (doneOn !== null) return status('Done', 'green', `Done ${formatDate(doneOn)}.`);
  const due = `Due ${formatDate(dueOn)}, ${daysLeftOrOver(today, dueOn)}.`;
  return dueOn < today ? status('Overdue', 'red', due) : status('To do', 'pending', due);
};

/** Gives the follow-up of a decision; null where nothing is to be done. */
export const followUpOf = (plan: Plan, row: Plan['decisions'][number], today: IsoDate): FollowUpLine | null => {
  const meeting = plan.meetings.find(({ id }) => id === row.meetingId);
  if (row.followUp === null || row.followUpDueOn === null || !meeting) return null;
  return {
    id: row.id,
    version: row.version,
    what: row.followUp,
    to: plan.members.find(({ id }) => id === row.followUpToId)?.title ?? 'A former member',
    toId: row.followUpToId,
    dueOn: row.followUpDueOn,
    doneOn: row.followUpDoneOn,
    state: stateOf(row.followUpDueOn, row.followUpDoneOn, today),
    subject: followUpSubject(plan, row.id),
    item: plan.agendaItems.find(({ id }) => id === row.agendaItemId)?.title ?? 'An item',
    meeting: { id: meeting.id, title: meeting.title, on: meeting.on },
    mark: row.mark,
  };
};

/** Gives what meetings asked to be done and what is not done on a day, the most urgent first; with a meeting, all that it asked. */
export const followUpsOf = (entire: Plan, today: IsoDate, meetingId: string | null): FollowUpLine[] => {
  const plan = planOn(entire, today);
  return plan.decisions
    .filter((row) => row.withdrawnOn === null && (meetingId === null || row.meetingId === meetingId))
    .flatMap((row) => followUpOf(plan, row, today) ?? [])
    .filter(({ doneOn }) => meetingId !== null || doneOn === null)
    .toSorted(
      (a, b) =>
        Number(a.doneOn !== null) - Number(b.doneOn !== null) ||
        compareText(a.dueOn, b.dueOn) ||
        compareText(a.id, b.id),
    );
};
