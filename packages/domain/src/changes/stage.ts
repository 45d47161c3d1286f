/** The steps of an action that say it is done, each by who may say so: the lead, the programme office, the board. */
import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import type { TakenFile } from '../evidence.ts';
import { mayAnywhere, type Permission } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { stageChangesOf } from '../rules/delivery.ts';
import { type GatedStage, missingFor } from '../rules/gate.ts';
import { othersMay } from '../rules/way-on.ts';
import { keysOf, stages } from '../scales.ts';
import { actionSubject, step, withdrawnRequests } from './action.ts';
import type { By } from './by.ts';
import { givenEvidence, newEvidence } from './evidence.ts';
import { because, rowAsRead } from './inputs.ts';
import { checkNotOwn, findAction } from './references.ts';
import { edited, onStandingNotice } from './rows.ts';

export const deliverInput = z.object({
  ...rowAsRead,
  /** What shows the impact, where there is something already; it is linked to the action. */
  evidence: givenEvidence.nullable().default(null),
});
export const passGateInput = z.object({ ...rowAsRead, reason: because.nullable().default(null) });
/** What convinced the board is never left out. */
export const assureInput = z.object({ ...rowAsRead, reason: because });

const order = keysOf(stages);

/** Gives the action, if it stands before a stage; throws `conflict` where it has come that far. */
const findBefore = (plan: Plan, actionId: string, to: 'delivered' | GatedStage): Plan['actions'][number] => {
  const action = findAction(plan, actionId);
  if (order.indexOf(action.stage) >= order.indexOf(to)) {
    throw new DomainError(
      'conflict',
      `The action is ${stages[action.stage].label.toLowerCase()} already. Reload the page to see it.`,
    );
  }
  return action;
};

/**
 * Marks an action delivered, which is the lead's word, together with evidence of its impact where some is given. What was asked
 * of its dates is withdrawn: there is nothing left to move.
 */
export const deliver = onStandingNotice(
  (plan, { id, expectedVersion, evidence, file }: z.output<typeof deliverInput> & { file: TakenFile | null }, by) => {
    const before = findBefore(plan, id, 'delivered');
    const links = { actionIds: [id], measureIds: [], requirementIds: [], areaIds: [] };
    return [
      edited('action', before, { stage: 'delivered' }, expectedVersion),
      step(plan, by, id, before.stage, 'delivered', null),
      ...withdrawnRequests(plan, id),
      ...(evidence ? [newEvidence(plan, { ...evidence, ...links, file, replacesId: null }, by)] : []),
    ];
  },
);

type Passing = { id: string; expectedVersion: number; reason: string | null };

const whoElse = {
  evidenced: 'Somebody else of the programme office says that it is evidenced.',
  embedded: 'Somebody else of the programme office says that it is embedded.',
  assured: 'Somebody else of the board assures it.',
} as const satisfies Record<GatedStage, string>;

/** Refuses, with `forbidden`, that whoever recorded that an action is delivered calls it evidenced too. */
const checkSaidByAnother = (plan: Plan, action: Plan['actions'][number], to: GatedStage, { who, today }: By): void => {
  if (to !== 'evidenced') return;
  const said = stageChangesOf(plan, action).findLast((each) => each.to === 'delivered');
  if (said?.recordedBy !== who.memberId) return;
  const another = othersMay(plan, who, today, (other) => mayAnywhere(other, 'stage.evidence'));
  throw new DomainError(
    'forbidden',
    `You recorded yourself that this action is delivered. ${another ? whoElse.evidenced : 'Reopen it, and let its lead say that it is delivered.'}`,
  );
};

const permissionFor = {
  evidenced: 'stage.evidence',
  embedded: 'stage.evidence',
  assured: 'stage.assure',
} as const satisfies Record<GatedStage, Permission>;

const passing = (to: GatedStage) =>
  onStandingNotice((plan, { id, expectedVersion, reason }: Passing, by: By) => {
    const before = findBefore(plan, id, to);
    checkNotOwn(plan, actionSubject(plan, id, by.today), by, permissionFor[to], whoElse[to]);
    checkSaidByAnother(plan, before, to, by);
    const missing = missingFor(plan, before, to, by.today);
    if (missing.length > 0) {
      const why = missing.map(({ sentence }) => sentence).join(' ');
      throw new DomainError('conflict', `The action can’t be called ${stages[to].label.toLowerCase()} yet. ${why}`);
    }
    return [edited('action', before, { stage: to }, expectedVersion), step(plan, by, id, before.stage, to, reason)];
  });

/** Says for the programme office that the impact of an action was seen; nobody says it of what they act on themselves, or recorded as delivered. Throws `conflict` with what is missing. */
export const markEvidenced = passing('evidenced');
/** Says for the programme office that the measures of an action have held. Throws `conflict` with what is missing. */
export const markEmbedded = passing('embedded');
/** Says for the board that it is assured, with what convinced it. Throws `conflict` with what is missing. */
export const assure = passing('assured');
