/** What a board needs to know of an item of its agenda, to read from across the room. */
import type { SlipLadder } from '../charts/slip-ladder.ts';
import type { IsoDate } from '../fields.ts';
import type { Who } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { declaredOf, deliveryOf, slipOf, stageOn, type DeliveryStatus } from '../rules/delivery.ts';
import { declaredDiffers } from '../rules/differs.ts';
import { commentariesOf } from '../rules/exception.ts';
import { missingFor } from '../rules/gate.ts';
import { aboutOfItem } from '../rules/minuted.ts';
import { askedRow, nameOf } from '../rules/owned.ts';
import { requirementStateOf } from '../rules/requirement.ts';
import { areaRollUp, type RollUp } from '../rules/roll-up.ts';
import type { KindState, Rating, RequirementState, Stage, Status } from '../scales.ts';
import { ratings, stages, statusOf } from '../scales.ts';
import { actionEvidenceOf } from './action-evidence.ts';
import { actionDatesOf } from './action-dates.ts';
import { dateChangeLineOf, type DateChangeLine } from './date-changes.ts';
import { measureLine, type MeasureLine } from './measures.ts';
import { questionLineOf, type QuestionLine } from './questions.ts';
import { sponsorOf } from './areas.ts';

type Link = { page: 'actions' | 'measures' | 'requirements' | 'areas'; id: string };

type ActionFacts = {
  code: string;
  title: string;
  lead: string | null;
  organisation: string;
  originalDue: IsoDate;
  currentDue: IsoDate;
  forecast: IsoDate | null;
  slip: { days: number; times: number };
  stage: Stage;
  stageLabel: string;
  delivery: DeliveryStatus;
  declared: { status: Status<Rating>; words: string; on: IsoDate } | null;
  differs: boolean;
};

export type ItemFacts =
  | { kind: 'dateChange'; link: Link; action: ActionFacts; request: DateChangeLine; ladder: SlipLadder }
  | {
      kind: 'action';
      link: Link;
      action: ActionFacts;
      evidence: { label: string; status: Status<KindState>; captions: string[] }[];
      /** What keeps the board from assuring it. */
      missing: string[];
      success: string | null;
    }
  | {
      kind: 'measure';
      link: Link;
      measure: MeasureLine;
      /** What its owner last said of it. */
      explained: { reason: string; action: string; byWhen: IsoDate; on: IsoDate } | null;
    }
  | { kind: 'question'; link: Link | null; about: string; question: QuestionLine }
  | {
      kind: 'requirement';
      link: Link;
      code: string;
      title: string;
      text: string;
      state: Status<RequirementState>;
      owner: string | null;
    }
  | {
      kind: 'area';
      link: Link;
      number: number;
      title: string;
      statement: string;
      sponsor: string | null;
      delivery: RollUp['delivery'];
      impact: RollUp['impact'];
      worst: RollUp['worst'];
    }
  | { kind: 'none' };

type Action = Plan['actions'][number];

const actionFacts = (plan: Plan, action: Action, today: IsoDate): ActionFacts => {
  const declared = declaredOf(plan, action);
  const delivery = deliveryOf(plan, action, today);
  const stage = stageOn(plan, action, today);
  const { code, title, organisation, originalDue, currentDue, forecast } = action;
  return {
    code,
    title,
    organisation,
    originalDue,
    currentDue,
    forecast,
    lead: plan.members.find(({ id }) => id === action.leadId)?.title ?? null,
    slip: slipOf(plan, action),
    stage,
    stageLabel: stages[stage].label,
    delivery,
    declared: declared && {
      status: statusOf(ratings, declared.rating, declared.words),
      words: declared.words,
      on: declared.on,
    },
    differs: declaredDiffers(declared, delivery),
  };
};

const factsOfAction = (plan: Plan, action: Action, today: IsoDate): ItemFacts => ({
  kind: 'action',
  link: { page: 'actions', id: action.id },
  action: actionFacts(plan, action, today),
  evidence: actionEvidenceOf(plan, action).kinds.map(({ label, status, lines, waiver }) => ({
    label,
    status,
    captions: waiver === null ? lines.map(({ caption }) => caption) : [`Waived: ${waiver.reason}`],
  })),
  missing: missingFor(plan, action, 'assured', today).map(({ sentence }) => sentence),
  success: action.successCriteria,
});

const factsOfMeasure = (plan: Plan, measure: Plan['measures'][number], today: IsoDate): ItemFacts => {
  const said = commentariesOf(plan, measure).at(-1);
  return {
    kind: 'measure',
    link: { page: 'measures', id: measure.id },
    measure: measureLine(plan, measure, today),
    explained: said ? { reason: said.reason, action: said.action, byWhen: said.byWhen, on: said.on } : null,
  };
};

const pageOf = { action: 'actions', measure: 'measures', requirement: 'requirements', area: 'areas' } as const;

/** Gives what is known of an item on a day. `plan` holds only what was known then. */
export const factsOfItem = (plan: Plan, item: Plan['agendaItems'][number], today: IsoDate, who: Who): ItemFacts => {
  const question = plan.challenges.find(({ id }) => id === item.challengeId);
  if (question) {
    const row = askedRow(plan, question);
    return {
      kind: 'question',
      link: row && { page: pageOf[row.kind], id: row.id },
      about: row ? `${nameOf(row)}, ${row.title}` : 'What it is about is not in the plan',
      question: questionLineOf(plan, question, today),
    };
  }
  const { actionId, measureId, requirementId, areaId } = aboutOfItem(plan, item);
  const action = plan.actions.find(({ id }) => id === actionId);
  const request = plan.dateChanges.find(({ id }) => id === item.dateChangeId);
  if (action && request) {
    return {
      kind: 'dateChange',
      link: { page: 'actions', id: action.id },
      action: actionFacts(plan, action, today),
      request: dateChangeLineOf(plan, request, who, today),
      ladder: actionDatesOf(plan, action, today, who).ladder,
    };
  }
  if (action) return factsOfAction(plan, action, today);
  const measure = plan.measures.find(({ id }) => id === measureId);
  if (measure) return factsOfMeasure(plan, measure, today);
  const requirement = plan.requirements.find(({ id }) => id === requirementId);
  if (requirement) {
    const { key, label, tone, reason } = requirementStateOf(plan, requirement, today);
    return {
      kind: 'requirement',
      link: { page: 'requirements', id: requirement.id },
      code: requirement.code,
      title: requirement.title,
      text: requirement.text,
      state: { key, label, tone, reason },
      owner: plan.members.find(({ id }) => id === requirement.ownerId)?.title ?? null,
    };
  }
  const area = plan.areas.find(({ id }) => id === areaId);
  if (!area) return { kind: 'none' };
  const { delivery, impact, worst } = areaRollUp(plan, area, today);
  return {
    kind: 'area',
    link: { page: 'areas', id: area.id },
    number: area.number,
    title: area.title,
    statement: area.statement,
    sponsor: sponsorOf(plan, area),
    delivery,
    impact,
    worst,
  };
};
