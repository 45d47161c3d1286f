/** What shows the impact of an action, and what keeps it from the stages that rest on more than the lead's word. */
import type { Action } from '../action.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { stageOn } from '../rules/delivery.ts';
import { currentEvidence } from '../rules/evidence.ts';
import type { GatedStage, KindSeen, Missing } from '../rules/gate.ts';
import { gatedStages, kindsSeen, missingFor } from '../rules/gate.ts';
import type { ImpactKind, KindState, Mark, Status } from '../scales.ts';
import { evidenceKinds, keysOf, kindStates, stages, statusOf } from '../scales.ts';
import { plural } from '../words.ts';
import type { EvidenceLine } from './evidence.ts';
import { evidenceLine } from './evidence.ts';

/** One kind of evidence of impact: what there is, or why it is not asked for. */
export type KindLine = {
  kind: ImpactKind;
  label: string;
  status: Status<KindState>;
  /** Newest first. */
  lines: EvidenceLine[];
  waiver: { id: string; version: number; reason: string; by: string | null; on: IsoDate; mark: Mark } | null;
};

export type ActionEvidence = {
  kinds: KindLine[];
  /** How many of the kinds are seen or waived. */
  seen: number;
  /** Documents: they prove that something exists, and not that it helps. */
  documents: EvidenceLine[];
};

/** The gate of a stage ahead; open where nothing is missing. */
export type GateView = { to: GatedStage; label: string; missing: Missing[] };

const statusOfKind = ({ evidence, waiver }: KindSeen): Status<KindState> => {
  if (evidence.length > 0) return statusOf(kindStates, 'seen', `${plural(evidence.length, 'item')}.`);
  return waiver
    ? statusOf(kindStates, 'waived', waiver.reason)
    : statusOf(kindStates, 'missing', 'There is no evidence of this kind, and no waiver of it.');
};

/** Gives what shows the impact of an action, by kind. */
export const actionEvidenceOf = (plan: Plan, action: Action): ActionEvidence => {
  const kinds = kindsSeen(plan, action).map((seen): KindLine => {
    const { kind, evidence } = seen;
    const waiver = evidence.length > 0 ? null : seen.waiver;
    return {
      kind,
      label: evidenceKinds[kind].label,
      status: statusOfKind(seen),
      lines: evidence.map((each) => evidenceLine(plan, each)),
      waiver: waiver && {
        id: waiver.id,
        version: waiver.version,
        reason: waiver.reason,
        by: plan.members.find(({ id }) => id === waiver.byId)?.title ?? null,
        on: waiver.on,
        mark: waiver.mark,
      },
    };
  });
  return {
    kinds,
    seen: kinds.filter(({ status }) => status.key !== 'missing').length,
    documents: currentEvidence(plan)
      .filter(({ kind, actionIds }) => kind === 'document' && actionIds.includes(action.id))
      .map((each) => evidenceLine(plan, each)),
  };
};

/** Gives the gates of the stages ahead of an action; none once the board is assured, or has withdrawn it. */
export const gatesOf = (plan: Plan, action: Recorded<Action>, today: IsoDate): GateView[] => {
  const order = keysOf(stages);
  const stage = stageOn(plan, action, today);
  return gatedStages
    .filter((to) => order.indexOf(to) > order.indexOf(stage))
    .map((to) => ({ to, label: stages[to].label, missing: missingFor(plan, action, to, today) }));
};
