/** What a link to update opens without an account: the rows that are due from one person, and nothing of anybody else. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { DueRow } from './due-row.ts';
import { type Due, dueFrom } from './my-updates.ts';

/** The rows, as My updates shows them, under the name of the notice and of the person whom the link was sent to. */
export type DueByLink = { notice: string; title: string; due: Omit<Due, 'memberId'> };

const asked = <Row extends DueRow>(rows: readonly Row[]): Row[] =>
  rows.filter((row) => row.asked).map((row) => ({ ...row, part: { as: 'owner', of: null } }));

// What was said last is shown; who said it is not, for it may have been another person.
const unnamed = <Row extends { last: { by: string | null; byId: string | null } | null }>(row: Row): Row => ({
  ...row,
  last: row.last && { ...row.last, by: null, byId: null },
});

/** Gives what a link of a member opens on a day: only what is still asked for, without who else has a part in it. */
export const dueByLink = (plan: Plan, memberId: string, today: IsoDate): DueByLink => {
  const { memberId: _memberId, ...due } = dueFrom(plan, memberId, today);
  return {
    notice: plan.notice.title,
    title: plan.members.find(({ id }) => id === memberId)?.title ?? '',
    due: {
      ...due,
      questions: asked(due.questions).map((row) => ({
        ...row,
        askedBy: null,
        about: { words: row.about.words, link: null },
      })),
      commentaries: asked(due.commentaries),
      actions: asked(due.actions).map(unnamed),
      // The row of the due date says who recorded it; its words stand beside it.
      requirements: asked(due.requirements).map((row) => unnamed({ ...row, state: { ...row.state, due: null } })),
      measures: asked(due.measures),
    },
  };
};
