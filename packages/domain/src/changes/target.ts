import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import { id, type IsoDate } from '../fields.ts';
import { target } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { checkpointsOf, targetDay } from '../rules/checkpoints.ts';
import { formatDate, plural } from '../words.ts';
import { because, ownSource, withdrawInput } from './inputs.ts';
import { checkUnit, parseNumber } from './parse-value.ts';
import { checkAfterIssue, checkHasCome, findStanding, refuse } from './references.ts';
import { added, contentOf, edited, onStandingNotice } from './rows.ts';

const content = target.omit({ noticeId: true, id: true, version: true, value: true, withdrawnOn: true });

/** Who approved a value of a target; not said unless it is. */
const approval = {
  approvedById: target.shape.approvedById.default(null),
  approvedOn: target.shape.approvedOn.default(null),
};

/** `value` is text as a person writes it. The expected version is 0 where no target stands for that checkpoint or date. */
export const setTargetInput = content.extend({
  ...ownSource,
  ...approval,
  noticeId: id,
  value: z.string('Enter a value.').trim().min(1, 'Enter a value.').max(50, 'A value must be 50 characters or fewer.'),
  expectedVersion: z.int().min(0),
  reason: because,
});
export const withdrawTargetInput = withdrawInput.extend(approval);

/** Several targets of one measure at once, all or none; an empty `value` withdraws the target that stands there. */
export const setTargetsInput = z.object({
  noticeId: id,
  measureId: id,
  targets: z
    .array(
      z.object({
        months: target.shape.months,
        on: target.shape.on,
        value: z.string().trim().max(50, 'A value must be 50 characters or fewer.'),
        expectedVersion: z.int().min(0),
      }),
    )
    .min(1, 'Change at least one target.')
    .max(50, 'Set 50 targets or fewer at once.'),
  ...ownSource,
  ...approval,
  reason: because,
});

type Set = z.output<typeof setTargetInput>;

const checkDay = (plan: Plan, { months, on }: Set): void => {
  const checkpoints = checkpointsOf(plan.notice);
  if ((months === null) === (on === null)) refuse('Choose a checkpoint or enter a date.', 'months');
  if (months !== null && !checkpoints.some((each) => each.months === months)) {
    refuse(`The notice has no checkpoint at ${plural(months, 'month')}. Choose one from the list.`, 'months');
  }
  if (on === null) return;
  checkAfterIssue(plan, on, 'on', 'The date of a target');
  const same = checkpoints.find((each) => each.on === on);
  if (same) refuse(`${formatDate(on)} is the checkpoint at ${same.label}. Set the target for that checkpoint.`, 'on');
};

/** Says whether somebody's roles let them approve a target: the chair's and a board member's do. */
export const mayApprove = ({ roles }: Pick<Plan['members'][number], 'roles'>): boolean =>
  roles.some((role) => role === 'chair' || role === 'boardMember');

/** Checks that a day of an approval has come, after the notice, and while the approver had that role. */
const checkApprovedOn = (
  plan: Plan,
  { title, startsOn, endsOn }: Plan['members'][number],
  day: IsoDate,
  today: IsoDate,
): void => {
  checkHasCome(today, day, 'approvedOn', 'The day of the approval');
  checkAfterIssue(plan, day, 'approvedOn', 'The day of the approval');
  if (day < startsOn)
    refuse(
      `${title} has no role here before ${formatDate(startsOn)}. Choose another approver, or a later day.`,
      'approvedOn',
    );
  if (endsOn !== null && day > endsOn)
    refuse(
      `${title} has no role here after ${formatDate(endsOn)}. Choose another approver, or an earlier day.`,
      'approvedOn',
    );
};

/** Checks that an approver is the chair or a board member, and is named with the day on which they approved. */
const checkApproval = (
  plan: Plan,
  { approvedById, approvedOn }: Pick<Set, keyof typeof approval>,
  today: IsoDate,
): void => {
  if (approvedById === null && approvedOn === null) return;
  if (approvedById === null) return refuse('Choose who approved it, or leave its day empty.', 'approvedById');
  if (approvedOn === null) refuse('Enter the day on which it was approved.', 'approvedOn');
  const member = plan.members.find(({ id: memberId }) => memberId === approvedById);
  if (!member) return refuse('The approver is not a member of this notice. Choose one from the list.', 'approvedById');
  if (!mayApprove(member))
    refuse('Only the chair or a board member approves a target. Choose one of them.', 'approvedById');
  if (approvedOn !== null) checkApprovedOn(plan, member, approvedOn, today);
};

type Place = Pick<Set, 'measureId' | 'months' | 'on' | 'approvedById'>;

/**
 * Checks that a target whose day has come, and by which a result was told, is changed or withdrawn with an approval only. The
 * first to be set for a day may be recorded late.
 */
const checkStillOpen = (plan: Plan, { measureId, approvedById, ...place }: Place, today: IsoDate): void => {
  const day = targetDay(plan.notice, place);
  const stood = plan.targets.some((each) => each.measureId === measureId && targetDay(plan.notice, each) === day);
  if (day <= today && stood && approvedById === null)
    refuse(
      `${formatDate(day)} has come, so this target is changed only with an approval. Choose who approved it, and enter the day.`,
      'approvedById',
    );
};

const standingTarget = (plan: Plan, measureId: string, { months, on }: { months: number | null; on: string | null }) =>
  plan.targets.find(
    (each) => each.withdrawnOn === null && each.measureId === measureId && each.months === months && each.on === on,
  );

/** Sets the target of a measure for a checkpoint or a date. Where one stands it is changed, and the ledger keeps what it was. */
export const setTarget = onStandingNotice((plan, input: Set, { createId, today }) => {
  const measure = findStanding(plan.measures, input.measureId, 'measure');
  checkApproval(plan, input, today);
  checkDay(plan, input);
  const value = parseNumber(input.value, measure.unit);
  checkUnit(value, measure);
  const row = { ...contentOf(content, input), value };
  const before = standingTarget(plan, measure.id, input);
  if (before?.value === value) {
    // The value stands as it was approved, until somebody else approves it.
    const { approvedById, approvedOn } = input.approvedById === null ? before : input;
    return [edited('target', before, { ...row, approvedById, approvedOn }, input.expectedVersion)];
  }
  checkStillOpen(plan, input, today);
  if (before) return [edited('target', before, row, input.expectedVersion)];
  if (input.expectedVersion > 0) {
    throw new DomainError(
      'conflict',
      'That target was withdrawn while you were editing. Reload the page to set it anew.',
    );
  }
  return [added('target', { ...row, noticeId: plan.notice.id, id: createId(), withdrawnOn: null })];
});

/** Withdraws a target; one whose day has come only with an approval. */
export const withdrawTarget = onStandingNotice((plan, input: z.output<typeof withdrawTargetInput>, { today }) => {
  const before = findStanding(plan.targets, input.id, 'target');
  findStanding(plan.measures, before.measureId, 'measure');
  const { approvedById, approvedOn } = input;
  checkApproval(plan, input, today);
  checkStillOpen(plan, { ...before, approvedById }, today);
  const approved = approvedById === null ? {} : { approvedById, approvedOn };
  return [edited('target', before, { ...approved, withdrawnOn: today }, input.expectedVersion)];
});

/** Runs a decision on one of several targets, and says in a refusal which of them it is about. */
const asPartOf = <Result>(index: number, decide: () => Result): Result => {
  try {
    return decide();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // The approval is asked for once, of them all.
    const field = error.field === 'approvedById' ? error.field : `targets.${index}.${error.field ?? 'value'}`;
    throw new DomainError(error.code, error.message, field);
  }
};

/** Sets or withdraws several targets of one measure in one change. A source given is that of every target that is set. */
export const setTargets = onStandingNotice((plan, input: z.output<typeof setTargetsInput>, by) => {
  const { targets, measureId, ...rest } = input;
  // Before any of them: the approval is of them all.
  checkApproval(plan, rest, by.today);
  const places = targets.map(({ months, on }) => `${months}/${on}`);
  return targets.flatMap((each, index) =>
    asPartOf(index, () => {
      if (places.indexOf(`${each.months}/${each.on}`) < index) {
        refuse('There are two targets for that date. Take one out.', 'on');
      }
      if (each.value !== '') return setTarget(plan, { ...rest, ...each, measureId }, by);
      const before = standingTarget(plan, measureId, each);
      if (!before) return refuse('Enter a value.', 'value');
      const { noticeId, reason, approvedById, approvedOn } = rest;
      const { expectedVersion } = each;
      return withdrawTarget(plan, { noticeId, id: before.id, expectedVersion, reason, approvedById, approvedOn }, by);
    }),
  );
});
