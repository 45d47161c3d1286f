/** Versions of the plan: submitted, amended, agreed, refreshed. Each is a position of the ledger, with its document. */
import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import { isoDate, type IsoDate } from '../fields.ts';
import { planVersion } from '../frozen.ts';
import type { Change, Plan } from '../plan.ts';
import { agreedVersionOf } from '../rules/plan-version.ts';
import { planVersionKinds } from '../scales.ts';
import { formatDate } from '../words.ts';
import type { By } from './by.ts';
import { newRow, ownSource, withdrawInput } from './inputs.ts';
import { checkHasCome, findStanding } from './references.ts';
import { added, checkNoticeStands, contentOf, edited, onStandingNotice } from './rows.ts';

const content = planVersion
  .pick({ kind: true, title: true, on: true, evidenceId: true, note: true })
  .extend({ ...ownSource });

export const recordPlanVersionInput = content.extend({
  ...newRow,
  /** The day at whose end the plan is that version; null for as it stands now. */
  standsOn: isoDate.nullable(),
  /** Whether a page of the plan is frozen with it. */
  freeze: z.boolean(),
});
export const withdrawPlanVersionInput = withdrawInput;

type Input = z.output<typeof recordPlanVersionInput>;

/** Checks what can be said of a version before its plan is looked for. */
export const checkPlanVersion = (
  plan: Plan,
  { kind, title, on, standsOn, evidenceId }: Input,
  today: IsoDate,
): void => {
  checkNoticeStands(plan);
  checkHasCome(today, on, 'on', 'The day of the version');
  if (standsOn !== null) checkHasCome(today, standsOn, 'standsOn', 'The day of the plan');
  if (evidenceId !== null) findStanding(plan.evidence, evidenceId, 'evidence');
  const same = plan.planVersions.find((each) => each.withdrawnOn === null && each.kind === kind && each.on === on);
  if (same)
    throw new DomainError(
      'conflict',
      `“${same.title}” is recorded as ${planVersionKinds[kind].label.toLowerCase()} on ${formatDate(on)} already. Withdraw it first, or correct the day of “${title}”.`,
      'on',
    );
};

/**
 * Gives the actions whose original date an agreed version sets, each with the due date that it had there. What an earlier
 * agreed version set stays as it is: the original date never moves again (domain.md, "Who moves a date").
 * @param version the plan at the position of the version
 */
export const datesFixedBy = (plan: Plan, version: Plan): { action: Plan['actions'][number]; due: string }[] => {
  const there = new Map(version.actions.map((action) => [action.id, action]));
  return plan.actions.flatMap((action) => {
    const agreed = there.get(action.id);
    if (!agreed || agreed.stage === 'withdrawn' || agreedVersionOf(plan, action)) return [];
    return [{ action, due: agreed.currentDue }];
  });
};

/**
 * Records a version of the plan. An agreed one sets the original dates of its actions, those that another agreed version set
 * before apart.
 * @param version the plan at the position of the version, with its day, and its page where one was frozen
 */
export const recordPlanVersion = (
  plan: Plan,
  input: Input,
  { version, day, frozenId }: { version: Plan; day: string; frozenId: string | null },
  by: By,
): Change[] => [
  added('planVersion', {
    ...contentOf(content, input),
    noticeId: plan.notice.id,
    id: by.createId(),
    ...version.head,
    day,
    frozenId,
    byId: by.who.memberId,
    withdrawnOn: null,
  }),
  ...(input.kind === 'agreed' ? datesFixedBy(plan, version) : [])
    .filter(({ action, due }) => action.originalDue !== due)
    .map(({ action, due }) => edited('action', action, { originalDue: due }, action.version)),
];

/** Withdraws a version that was recorded by mistake. Original dates that it set stay until another agreed version is recorded. */
export const withdrawPlanVersion = onStandingNotice(
  (plan, input: z.output<typeof withdrawPlanVersionInput>, { today }) => {
    const before = findStanding(plan.planVersions, input.id, 'version');
    return [edited('planVersion', before, { withdrawnOn: today }, input.expectedVersion)];
  },
);
