import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import { id } from '../fields.ts';
import { target } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { checkpointsOf } from '../rules/checkpoints.ts';
import { formatDate, plural } from '../words.ts';
import { because, ownSource, withdrawInput } from './inputs.ts';
import { checkUnit, parseNumber } from './parse-value.ts';
import { checkAfterIssue, findStanding, refuse } from './references.ts';
import { added, contentOf, edited, onStandingNotice } from './rows.ts';

const content = target.omit({ noticeId: true, id: true, version: true, value: true, withdrawnOn: true });

/** `value` is text as a person writes it. The expected version is 0 where no target stands for that checkpoint or date. */
export const setTargetInput = content.extend({
  ...ownSource,
  noticeId: id,
  value: z.string('Enter a value.').trim().min(1, 'Enter a value.').max(50, 'A value must be 50 characters or fewer.'),
  expectedVersion: z.int().min(0),
  reason: because,
});
export const withdrawTargetInput = withdrawInput;

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

/** Sets the target of a measure for a checkpoint or a date. Where one stands it is changed, and the ledger keeps what it was. */
export const setTarget = onStandingNotice((plan, input: Set, { createId }) => {
  const measure = findStanding(plan.measures, input.measureId, 'measure');
  checkDay(plan, input);
  const value = parseNumber(input.value, measure.unit);
  checkUnit(value, measure);
  const row = { ...contentOf(content, input), value };
  const before = plan.targets.find(
    ({ withdrawnOn, measureId, months, on }) =>
      withdrawnOn === null && measureId === measure.id && months === input.months && on === input.on,
  );
  if (before) return [edited('target', before, row, input.expectedVersion)];
  if (input.expectedVersion > 0) {
    throw new DomainError(
      'conflict',
      'That target was withdrawn while you were editing. Reload the page to set it anew.',
    );
  }
  return [added('target', { ...row, noticeId: plan.notice.id, id: createId(), withdrawnOn: null })];
});

/** Withdraws a target. */
export const withdrawTarget = onStandingNotice((plan, input: z.output<typeof withdrawTargetInput>, { today }) => {
  const before = findStanding(plan.targets, input.id, 'target');
  findStanding(plan.measures, before.measureId, 'measure');
  return [edited('target', before, { withdrawnOn: today }, input.expectedVersion)];
});
