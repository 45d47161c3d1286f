/** The register of risks: raised, edited, rated again, closed and reopened. */
import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import type { IsoDate } from '../fields.ts';
import type { Subject } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { risk } from '../risk.ts';
import { actingFor } from '../rules/owners.ts';
import { formatDate } from '../words.ts';
import { editedRow, newRow, ownSource, withdrawInput } from './inputs.ts';
import { checkChosen, checkCode, checkNamed, findStanding, refuse, standingOf } from './references.ts';
import { added, contentOf, edited, onStandingNotice } from './rows.ts';

// How likely and how bad it is has a step of its own, so that every rating has its reason.
const content = risk.omit({
  noticeId: true,
  id: true,
  version: true,
  likelihood: true,
  impact: true,
  state: true,
  raisedOn: true,
  closedOn: true,
  withdrawnOn: true,
});
const rating = { likelihood: risk.shape.likelihood, impact: risk.shape.impact };

export const raiseRiskInput = content.extend({ ...rating, ...ownSource, ...newRow });
export const editRiskInput = content.extend(editedRow);
export const rateRiskInput = z.object({ ...rating, ...editedRow });
export const closeRiskInput = z.object(editedRow);
export const reopenRiskInput = z.object(editedRow);
export const withdrawRiskInput = withdrawInput;

type Risk = Plan['risks'][number];
type Content = z.output<typeof content>;

/** Gives whose a risk is: its owner's, and of whoever covers for them on the day. Throws `notFound`. */
export const riskSubject = (plan: Plan, riskId: string, today: IsoDate): Subject =>
  ownedBy(plan, findRisk(plan, riskId).ownerId, today);

/** Gives whose a risk would be with an owner: an officer raises their own alone, and gives none away. */
export const ownedBy = (plan: Plan, ownerId: string | null, today: IsoDate): Subject => ({
  memberIds: actingFor(plan, [ownerId], today),
  organisation: null,
});

const findRisk = (plan: Plan, riskId: string): Risk => findStanding(plan.risks, riskId, 'risk');

/** Gives a risk that is open; throws `conflict` where it was closed. */
const findOpen = (plan: Plan, riskId: string): Risk => {
  const found = findRisk(plan, riskId);
  if (found.state === 'closed')
    throw new DomainError(
      'conflict',
      `Risk ${found.code} was closed${found.closedOn === null ? '' : ` on ${formatDate(found.closedOn)}`}. Reopen it first.`,
    );
  return found;
};

const check = (plan: Plan, input: Content, before: Risk | null, today: IsoDate): void => {
  const others = plan.risks.filter(({ withdrawnOn }) => withdrawnOn === null);
  checkCode(others, before?.id ?? null, input.code, 'a risk');
  checkNamed(plan, today, input.ownerId, before?.ownerId ?? null, 'risk.edit', 'ownerId', 'owner');
  checkChosen(standingOf(plan.areas), input.areaIds, before?.areaIds ?? [], 'areaIds', 'area');
  const actions = new Map(plan.actions.map(({ id, stage }) => [id, stage !== 'withdrawn']));
  checkChosen(actions, input.actionIds, before?.actionIds ?? [], 'actionIds', 'action');
};

/** Raises a risk with its first rating. */
export const raiseRisk = onStandingNotice((plan, input: z.output<typeof raiseRiskInput>, { today, createId }) => {
  check(plan, input, null, today);
  const { likelihood, impact } = input;
  return [
    added('risk', {
      ...contentOf(content, input),
      noticeId: plan.notice.id,
      id: createId(),
      likelihood,
      impact,
      state: 'open',
      raisedOn: today,
      closedOn: null,
      withdrawnOn: null,
    }),
  ];
});

/** Edits what an open risk says, whose it is, and what it hangs on; never its rating. */
export const editRisk = onStandingNotice((plan, input: z.output<typeof editRiskInput>, { today }) => {
  const before = findOpen(plan, input.id);
  check(plan, input, before, today);
  return [edited('risk', before, contentOf(content, input), input.expectedVersion)];
});

/** Rates an open risk again, with the reason. */
export const rateRisk = onStandingNotice((plan, input: z.output<typeof rateRiskInput>) => {
  const before = findOpen(plan, input.id);
  const { likelihood, impact } = input;
  if (likelihood === before.likelihood && impact === before.impact)
    refuse(`It is rated likelihood ${likelihood} of 5 and impact ${impact} of 5 already.`, 'likelihood');
  return [edited('risk', before, { likelihood, impact }, input.expectedVersion)];
});

/** Closes a risk, with the reason: it can no longer happen, it has happened, or it is lived with. */
export const closeRisk = onStandingNotice((plan, input: z.output<typeof closeRiskInput>, { today }) => [
  edited('risk', findOpen(plan, input.id), { state: 'closed', closedOn: today }, input.expectedVersion),
]);

/** Opens a closed risk again, as it was rated. */
export const reopenRisk = onStandingNotice((plan, input: z.output<typeof reopenRiskInput>) => {
  const before = findRisk(plan, input.id);
  if (before.state === 'open') throw new DomainError('conflict', `Risk ${before.code} is open already.`);
  return [edited('risk', before, { state: 'open', closedOn: null }, input.expectedVersion)];
});

/** Withdraws a risk that was raised by mistake. */
export const withdrawRisk = onStandingNotice((plan, input: z.output<typeof withdrawRiskInput>, { today }) => [
  edited('risk', findRisk(plan, input.id), { withdrawnOn: today }, input.expectedVersion),
]);
