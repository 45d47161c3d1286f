import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import { waiver } from '../evidence.ts';
import { kindsSeen } from '../rules/gate.ts';
import { evidenceKinds } from '../scales.ts';
import { actionSubject } from './action.ts';
import { newRow, withdrawInput } from './inputs.ts';
import { checkNotOwn, findAction, findStanding } from './references.ts';
import { added, edited, onStandingNotice } from './rows.ts';

export const recordWaiverInput = z.object({ ...newRow, ...waiver.pick({ actionId: true, kind: true }).shape });
export const withdrawWaiverInput = withdrawInput;

/** Records why one kind of evidence of impact is not asked of an action; the gate to evidenced then takes it as seen. */
export const recordWaiver = onStandingNotice(
  (plan, { actionId, kind, reason }: z.output<typeof recordWaiverInput>, by) => {
    const { who, today, createId } = by;
    const action = findAction(plan, actionId);
    checkNotOwn(
      plan,
      actionSubject(plan, actionId, today),
      by,
      'waiver.record',
      'Somebody else of the programme office waives its evidence.',
    );
    const seen = kindsSeen(plan, action).find((each) => each.kind === kind);
    const name = evidenceKinds[kind].label.toLowerCase();
    if (seen && seen.evidence.length > 0) {
      throw new DomainError('conflict', `There is evidence in ${name} already, so nothing needs to be waived.`);
    }
    if (seen?.waiver) throw new DomainError('conflict', `Evidence in ${name} is waived already. Reload the page.`);
    return [
      added('waiver', {
        noticeId: plan.notice.id,
        id: createId(),
        actionId: action.id,
        kind,
        reason,
        byId: who.memberId,
        on: today,
        mark: 'own',
        withdrawnOn: null,
      }),
    ];
  },
);

/** Takes a waiver back: that kind of evidence is asked for again. */
export const withdrawWaiver = onStandingNotice((plan, input: z.output<typeof withdrawWaiverInput>, { today }) => {
  const before = findStanding(plan.waivers, input.id, 'waiver');
  return [edited('waiver', before, { withdrawnOn: today }, input.expectedVersion)];
});
