/** The few actions that the board looks at in a reporting period. */
import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import { focus } from '../focus.ts';
import { id } from '../fields.ts';
import { focusListOn } from '../rules/in-focus.ts';
import { periodOn } from '../rules/reporting.ts';
import { formatDate } from '../words.ts';
import { checkChosen } from './references.ts';
import { added, edited, onStandingNotice } from './rows.ts';

export const setFocusInput = z.object({
  noticeId: id,
  /** The period that the person was looking at, by the day on which it closes. */
  periodEnd: focus.shape.periodEnd,
  /** 0 where the period has no list yet. */
  expectedVersion: z.int('Reload the page and try again.').min(0, 'Reload the page and try again.'),
  actionIds: focus.shape.actionIds,
});

/** Gives the id of the focus list of a period. */
const focusIdOf = (periodEnd: string): string => `focus-${periodEnd}`;

/** Sets which actions the board looks at in the reporting period that runs; the rest is rolled up. */
export const setFocus = onStandingNotice((plan, input: z.output<typeof setFocusInput>, { who, today }) => {
  const { periodEnd, expectedVersion, actionIds } = input;
  const period = periodOn(plan.notice, today);
  if (!period)
    throw new DomainError('conflict', 'No reporting period has opened yet. Choose a focus list once one has.');
  if (periodEnd !== period.closesOn) {
    throw new DomainError(
      'conflict',
      `The period that runs now closes on ${formatDate(period.closesOn)}. Reload the page and choose for that one.`,
    );
  }
  const before = focusListOn(plan, today);
  if (!before && expectedVersion > 0)
    throw new DomainError('conflict', 'This period has no focus list yet. Reload the page and choose one.');
  const known = new Map(plan.actions.map((action) => [action.id, action.stage !== 'withdrawn']));
  checkChosen(known, actionIds, before?.actionIds ?? [], 'actionIds', 'action');
  const fields = { actionIds, setById: who.memberId, setOn: today };
  if (before) return [edited('focus', before, fields, expectedVersion)];
  return [added('focus', { noticeId: plan.notice.id, id: focusIdOf(periodEnd), periodEnd, ...fields })];
});
