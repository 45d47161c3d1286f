import { z } from 'zod';
import { id, type IsoDate } from '../fields.ts';
import type { Subject } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { requirement, requirementDate } from '../requirement.ts';
import { actingFor } from '../rules/owners.ts';
import { requirementDateKinds } from '../scales.ts';
import { because, editedRow, newRow, ownSource, withdrawInput } from './inputs.ts';
import {
  checkAfterIssue,
  checkChosen,
  checkCode,
  checkHasCome,
  checkLoose,
  checkNamed,
  findRow,
  findStanding,
  refuse,
  standingOf,
} from './references.ts';
import { added, contentOf, edited, onStandingNotice } from './rows.ts';

const content = requirement.omit({
  noticeId: true,
  id: true,
  version: true,
  governmentDecision: true,
  governmentDecidedOn: true,
  governmentNote: true,
  withdrawnOn: true,
});
const dateContent = requirementDate.omit({ noticeId: true, id: true, version: true, withdrawnOn: true });

export const createRequirementInput = content.extend({ ...ownSource, ...newRow });
export const editRequirementInput = content.extend(editedRow);
export const withdrawRequirementInput = withdrawInput;
export const decideRequirementInput = requirement
  .pick({ governmentDecision: true, governmentDecidedOn: true, governmentNote: true })
  .extend(editedRow);
/** A new date has no id and the expected version 0. */
export const setRequirementDateInput = dateContent.extend({
  ...ownSource,
  noticeId: id,
  id: id.nullable(),
  expectedVersion: z.int().min(0),
  reason: because,
});
export const withdrawRequirementDateInput = withdrawInput;

type Content = z.output<typeof content>;

const check = (plan: Plan, input: Content, before: Plan['requirements'][number] | null, today: string): void => {
  const others = plan.requirements.filter(({ withdrawnOn }) => withdrawnOn === null);
  checkCode(others, before?.id ?? null, input.code, 'a requirement');
  checkNamed(plan, today, input.ownerId, before?.ownerId ?? null, 'update.write', 'ownerId', 'owner');
  checkChosen(standingOf(plan.measures), input.measureIds, before?.measureIds ?? [], 'measureIds', 'measure');
};

/** Gives whose a requirement is: its owner's, and of whoever covers for them on the day. Throws `notFound`. */
export const requirementSubject = (plan: Plan, requirementId: string, today: IsoDate): Subject => ({
  memberIds: actingFor(plan, [findRow(plan.requirements, requirementId, 'requirement').ownerId], today),
  organisation: null,
});

/** Adds a requirement; what the government decided of it is not known yet. */
export const createRequirement = onStandingNotice(
  (plan, input: z.output<typeof createRequirementInput>, { today, createId }) => {
    check(plan, input, null, today);
    return [
      added('requirement', {
        ...contentOf(content, input),
        noticeId: plan.notice.id,
        id: createId(),
        governmentDecision: 'notKnown',
        governmentDecidedOn: null,
        governmentNote: null,
        withdrawnOn: null,
      }),
    ];
  },
);

/** Edits a requirement. */
export const editRequirement = onStandingNotice((plan, input: z.output<typeof editRequirementInput>, { today }) => {
  const before = findStanding(plan.requirements, input.id, 'requirement');
  check(plan, input, before, today);
  return [edited('requirement', before, contentOf(content, input), input.expectedVersion)];
});

/** Withdraws a requirement. */
export const withdrawRequirement = onStandingNotice(
  (plan, input: z.output<typeof withdrawRequirementInput>, { today }) => {
    const before = findStanding(plan.requirements, input.id, 'requirement');
    return [edited('requirement', before, { withdrawnOn: today }, input.expectedVersion)];
  },
);

/** Records what the government decided of a requirement, and when. */
export const decideRequirement = onStandingNotice((plan, input: z.output<typeof decideRequirementInput>, { today }) => {
  const before = findStanding(plan.requirements, input.id, 'requirement');
  const { governmentDecision, governmentDecidedOn, governmentNote } = input;
  if (governmentDecidedOn !== null) {
    if (governmentDecision === 'notKnown') {
      refuse('Leave the day empty while the decision is not known.', 'governmentDecidedOn');
    }
    checkHasCome(today, governmentDecidedOn, 'governmentDecidedOn', 'The day of the decision');
    checkAfterIssue(plan, governmentDecidedOn, 'governmentDecidedOn', 'The day of the decision');
  } else if (governmentDecision !== 'notKnown') {
    refuse('Enter the day of the decision.', 'governmentDecidedOn');
  }
  return [
    edited('requirement', before, { governmentDecision, governmentDecidedOn, governmentNote }, input.expectedVersion),
  ];
});

/** Adds a date of a requirement, or corrects one. A requirement may have several of a kind, where sources differ. */
export const setRequirementDate = onStandingNotice(
  (plan, input: z.output<typeof setRequirementDateInput>, { today, createId }) => {
    findStanding(plan.requirements, input.requirementId, 'requirement');
    checkLoose(input);
    if (input.kind === 'due') checkAfterIssue(plan, input.earliest, 'earliest', 'Due date');
    else checkHasCome(today, input.earliest, 'earliest', `The date “${requirementDateKinds[input.kind].label}”`);
    const row = contentOf(dateContent, input);
    if (input.id === null) {
      return [added('requirementDate', { ...row, noticeId: plan.notice.id, id: createId(), withdrawnOn: null })];
    }
    const before = findStanding(plan.requirementDates, input.id, 'date');
    if (before.requirementId !== input.requirementId) {
      refuse('That date belongs to another requirement. Withdraw it there and add it here.', 'requirementId');
    }
    return [edited('requirementDate', before, row, input.expectedVersion)];
  },
);

/** Withdraws a date of a requirement. */
export const withdrawRequirementDate = onStandingNotice(
  (plan, input: z.output<typeof withdrawRequirementDateInput>, { today }) => {
    const before = findStanding(plan.requirementDates, input.id, 'date');
    findStanding(plan.requirements, before.requirementId, 'requirement');
    return [edited('requirementDate', before, { withdrawnOn: today }, input.expectedVersion)];
  },
);
