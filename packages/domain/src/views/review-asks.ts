/** What the council must show at a review by DfE, and what of it is missing. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { checkpointResultOf } from '../rules/checkpoint-result.ts';
import type { Checkpoint } from '../rules/checkpoints.ts';
import { deliveryOf } from '../rules/delivery.ts';
import { checkpointOfReview, isHeld } from '../rules/dfe-review.ts';
import { currentEvidence } from '../rules/evidence.ts';
import { exceptionOf } from '../rules/exception.ts';
import { kindsSeen } from '../rules/gate.ts';
import { measuresAt, readinesses, readinessOf, type Readiness } from '../rules/readiness.ts';
import type { Delivery, GovernmentDecision, RequirementState, Status } from '../scales.ts';
import { evidenceKinds } from '../scales.ts';
import {
  formatAim,
  formatDate,
  formatNumber,
  formatPeriod,
  formatReading,
  formatShortDate,
  listInWords,
} from '../words.ts';
import { areaReadinessOf, type AreaReadiness } from './area-readiness.ts';
import { requirementsView } from './requirements.ts';

type Review = Plan['meetings'][number];

/** One requirement, with how much evidence of it there is. */
export type AskedRequirement = {
  id: string;
  code: string;
  title: string;
  state: Status<RequirementState>;
  days: string;
  decision: Status<GovernmentDecision>;
  /** The captions of the evidence that is linked to it, the newest first. */
  shownBy: { id: string; caption: string }[];
};

/** One measure with a target at the checkpoint of the review. */
export type AskedMeasure = {
  id: string;
  code: string;
  title: string;
  area: number | null;
  readiness: Status<Readiness>;
  /** The reading that would count, with its period; null where there is none. */
  latest: string | null;
  target: string | null;
};

/** One action that was due by the review, or is delivered, and lacks evidence of impact. */
export type AskedAction = {
  id: string;
  code: string;
  title: string;
  area: number | null;
  lead: string | null;
  due: string;
  delivery: Status<Delivery>;
  /** The kinds of evidence that it lacks: "data and voice". */
  lacks: string;
};

/** One measure that asks to be explained, and was not. */
export type AskedException = { id: string; code: string; title: string; owner: string | null; words: string };

export type ReviewAsks = {
  checkpoint: { label: string; on: IsoDate; date: string } | null;
  requirements: AskedRequirement[];
  areas: AreaReadiness[];
  /** Those without a reading that counts first. */
  measures: AskedMeasure[];
  actions: AskedAction[];
  exceptions: AskedException[];
  /** What is missing, counted in words: "4 measures without a reading that counts". */
  missing: string[];
};

const byCode = new Intl.Collator('en-GB', { numeric: true });

const areaNumber = (plan: Plan, id: string | undefined): number | null =>
  plan.areas.find((area) => area.id === id)?.number ?? null;

const titleIn = (plan: Plan, id: string | null): string | null =>
  plan.members.find((member) => member.id === id)?.title ?? null;

const requirementsAsked = (plan: Plan, today: IsoDate): AskedRequirement[] =>
  requirementsView(plan, today).rows.map(({ id, code, title, state, days, decision }) => ({
    id,
    code,
    title,
    state,
    days,
    decision,
    shownBy: currentEvidence(plan)
      .filter(({ requirementIds }) => requirementIds.includes(id))
      .map((evidence) => ({ id: evidence.id, caption: evidence.caption })),
  }));

const counts = ({ key }: Status<Readiness>): boolean => key !== 'older' && key !== 'none';

const measuresAsked = (plan: Plan, checkpoint: Checkpoint, today: IsoDate): AskedMeasure[] => {
  const day = today > checkpoint.on ? today : checkpoint.on;
  return measuresAt(plan, checkpoint)
    .toSorted((a, b) => byCode.compare(a.code, b.code))
    .map((measure): AskedMeasure => {
      const key = readinessOf(plan, measure, checkpoint, today);
      const { reading, target, reason } = checkpointResultOf(plan, measure, checkpoint, day);
      return {
        id: measure.id,
        code: measure.code,
        title: measure.title,
        area: areaNumber(plan, measure.areaId),
        readiness: { key, ...readinesses[key], reason },
        latest: reading && `${formatReading(reading, measure)} for ${formatPeriod(reading)}`,
        target: target && formatAim(target.value, measure),
      };
    })
    .toSorted((a, b) => Number(counts(a.readiness)) - Number(counts(b.readiness)));
};

const actionsAsked = (plan: Plan, review: Review, today: IsoDate): AskedAction[] =>
  plan.actions
    .toSorted((a, b) => byCode.compare(a.code, b.code))
    .flatMap((action): AskedAction[] => {
      const { key, label, tone, reason } = deliveryOf(plan, action, today);
      const asked = key === 'deliveredNotEvidenced' || (action.originalDue <= review.on && key !== 'complete');
      const lacking = kindsSeen(plan, action).filter(
        ({ evidence, waiver }) => evidence.length === 0 && waiver === null,
      );
      if (!asked || key === 'withdrawn' || lacking.length === 0) return [];
      return [
        {
          id: action.id,
          code: action.code,
          title: action.title,
          area: areaNumber(plan, action.areaIds[0]),
          lead: titleIn(plan, action.leadId),
          due: formatShortDate(action.originalDue),
          delivery: { key, label, tone, reason },
          lacks: listInWords(lacking.map(({ kind }) => evidenceKinds[kind].label.toLowerCase())),
        },
      ];
    });

const exceptionsAsked = (plan: Plan, today: IsoDate): AskedException[] =>
  plan.measures
    .toSorted((a, b) => byCode.compare(a.code, b.code))
    .flatMap((measure) => {
      const exception = exceptionOf(plan, measure, today);
      if (exception?.key !== 'missing') return [];
      const { id, code, title, ownerId } = measure;
      return [{ id, code, title, owner: titleIn(plan, ownerId), words: exception.words }];
    });

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${formatNumber(count, 0)} ${count === 1 ? one : many}`];

const missingIn = ({ requirements, measures, actions, exceptions }: Omit<ReviewAsks, 'missing'>): string[] => [
  ...counted(
    requirements.filter(({ state }) => state.key === 'notMet').length,
    'requirement past its date',
    'requirements past their date',
  ),
  ...counted(
    requirements.filter(({ shownBy }) => shownBy.length === 0).length,
    'requirement without evidence',
    'requirements without evidence',
  ),
  ...counted(
    measures.filter(({ readiness }) => !counts(readiness)).length,
    'measure without a reading that counts',
    'measures without a reading that counts',
  ),
  ...counted(actions.length, 'action without evidence of impact', 'actions without evidence of impact'),
  ...counted(exceptions.length, 'exception not explained', 'exceptions not explained'),
];

/**
 * Gives what the council must show at a review, as it stands on a day: every requirement, the areas and measures on the way to
 * the checkpoint that the review looks at, the actions due by then that lack evidence, and what nobody explained.
 * @param plan as known on the day
 */
export const reviewAsksOf = (plan: Plan, review: Review, today: IsoDate): ReviewAsks => {
  const checkpoint = checkpointOfReview(plan, review);
  const asks = {
    checkpoint: checkpoint && { label: checkpoint.label, on: checkpoint.on, date: formatDate(checkpoint.on) },
    requirements: requirementsAsked(plan, today),
    areas: checkpoint ? areaReadinessOf(plan, checkpoint, today) : [],
    measures: checkpoint ? measuresAsked(plan, checkpoint, today) : [],
    actions: actionsAsked(plan, review, today),
    exceptions: exceptionsAsked(plan, today),
  };
  return { ...asks, missing: isHeld(review, today) ? [] : missingIn(asks) };
};
