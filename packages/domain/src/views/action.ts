/** One action: how it stands, how its date has moved, what was said of it and what would prove it. */
import type { Action } from '../action.ts';
import { actionSubject } from '../changes/action.ts';
import { findRow } from '../changes/references.ts';
import { daysBetween } from '../day-number.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Subject, Who } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import type { DeliveryStatus } from '../rules/delivery.ts';
import { declaredOf, deliveryOf, slipOf, stageChangesOf, stageOn } from '../rules/delivery.ts';
import { declaredDiffers } from '../rules/differs.ts';
import { compareText } from '../rules/grouped.ts';
import { impactOf } from '../rules/impact.ts';
import { planOn } from '../rules/known.ts';
import type { MilestoneStatus } from '../rules/milestone.ts';
import { milestoneStateOf } from '../rules/milestone.ts';
import { agreedVersionOf, versionsOf } from '../rules/plan-version.ts';
import { actionReportOf } from '../rules/reported.ts';
import type { ReportStatus } from '../rules/reporting.ts';
import type { Confidence, Impact, Rating, Stage, Status } from '../scales.ts';
import { bases, impactKinds, keysOf, ratings, stages, statusOf } from '../scales.ts';
import { fileFigure, formatDate, formatPeriod, formatReading, plural } from '../words.ts';
import type { ActionEvidence, GateView } from './action-evidence.ts';
import { actionEvidenceOf, gatesOf } from './action-evidence.ts';
import type { ActionDates } from './action-dates.ts';
import { actionDatesOf } from './action-dates.ts';
import type { TimelineEntry } from './action-updates.ts';
import { timelineOf } from './action-updates.ts';
import { coverWords } from './cover-words.ts';
import type { OfferLine } from './handovers.ts';
import { openOfferOf } from './handovers.ts';
import type { QuestionLine } from './questions.ts';
import { questionsAbout } from './questions.ts';
import type { RiskLine } from './risks.ts';
import { openRisksOf } from './risks.ts';
import type { SourceView } from './source.ts';
import { sourceView } from './source.ts';

type StageLine = { key: Stage; label: string; detail: string; state: 'done' | 'current' | 'ahead' };

type DeclaredLine = {
  status: Status<Rating>;
  confidence: Confidence | null;
  on: IsoDate;
  daysAgo: number;
  by: string | null;
  words: string;
};

export type MilestoneLine = {
  id: string;
  version: number;
  title: string;
  originalDue: IsoDate;
  currentDue: IsoDate;
  forecast: IsoDate | null;
  doneOn: IsoDate | null;
  status: MilestoneStatus;
};

/** A measure that would prove the action, with the figure that it has now. */
type ProofLine = {
  id: string;
  code: string;
  title: string;
  reading: string | null;
  /** The reading as a file holds it. */
  filed: string | number | null;
  period: string | null;
  basis: string | null;
  impact: Status<Impact>;
  source: SourceView | null;
};

/** Another action that this one waits for, or that waits for it. */
export type LinkedAction = { id: string; code: string; title: string; delivery: DeliveryStatus };

export type ActionView = {
  today: IsoDate;
  id: string;
  version: number;
  code: string;
  title: string;
  /** Whose it is on the day, with whoever covers for them: what decides who may change it. */
  subject: Subject;
  source: SourceView;
  areas: { id: string; number: number; title: string }[];
  requirements: { id: string; code: string; title: string }[];
  stage: Stage;
  stages: StageLine[];
  originalDue: IsoDate;
  /** Which version of the plan the original date comes from, in words. */
  originalFrom: string;
  currentDue: IsoDate;
  forecast: IsoDate | null;
  slip: { days: number; times: number };
  delivery: DeliveryStatus;
  declared: DeclaredLine | null;
  differs: boolean;
  /** Where its report stands in the reporting period; null where none is asked for. */
  report: ReportStatus | null;
  dates: ActionDates;
  milestones: MilestoneLine[];
  timeline: TimelineEntry[];
  proof: ProofLine[];
  evidence: ActionEvidence;
  /** Each stage ahead that rests on more than the lead's word, with what is missing for it. */
  gates: GateView[];
  questions: QuestionLine[];
  /** Those that are open, the worst first. */
  risks: RiskLine[];
  about: {
    lead: string | null;
    /** Who covers for the lead today, and until when. */
    cover: string | null;
    offer: OfferLine | null;
    deputy: string | null;
    accountable: string | null;
    organisation: string;
    success: string | null;
    dependsOn: LinkedAction[];
    blocks: LinkedAction[];
  };
};

const byCode = new Intl.Collator('en-GB', { numeric: true });
const inCodeOrder = (a: { code: string }, b: { code: string }): number => byCode.compare(a.code, b.code);

const whoSays: Readonly<Record<Exclude<Stage, 'withdrawn'>, string>> = {
  notStarted: 'agreed in the plan',
  inProgress: 'when work starts',
  delivered: 'when the lead says so',
  evidenced: 'data, voice and practice',
  embedded: 'when its measures have held',
  assured: 'when the board says so',
};

/** Says of a stage ahead who says so, or how its gate stands once the lead has said that the action is delivered. */
const aheadOf = (key: Exclude<Stage, 'withdrawn'>, { seen }: ActionEvidence, gates: readonly GateView[]): string => {
  const gate = gates.find(({ to }) => to === key);
  if (gate?.missing.length === 0) return 'nothing is missing';
  return key === 'evidenced' ? `${seen} of ${impactKinds.length} kinds seen` : whoSays[key];
};

const stageLines = (
  plan: Plan,
  action: Recorded<Action>,
  today: IsoDate,
  evidence: ActionEvidence,
  gates: readonly GateView[],
): StageLine[] => {
  const changes = stageChangesOf(plan, action).filter(({ on }) => on <= today);
  const now = stageOn(plan, action, today);
  // A withdrawn action shows how far it had come.
  const reached = now === 'withdrawn' ? (changes.findLast(({ to }) => to === 'withdrawn')?.from ?? 'notStarted') : now;
  const track = keysOf(whoSays);
  const place = track.indexOf(reached === 'withdrawn' ? 'notStarted' : reached);
  return track.map((key, index): StageLine => {
    const since = changes.findLast(({ to }) => to === key)?.on;
    const { label } = stages[key];
    if (index > place) return { key, label, detail: aheadOf(key, evidence, gates), state: 'ahead' };
    const state = index < place || now === 'withdrawn' ? 'done' : 'current';
    if (since === undefined) return { key, label, detail: state === 'current' ? 'now' : '', state };
    if (state === 'done') return { key, label, detail: formatDate(since), state };
    const days = daysBetween(since, today);
    return { key, label, detail: `since ${formatDate(since)}${days === 0 ? '' : `, ${plural(days, 'day')}`}`, state };
  });
};

const declaredLine = (plan: Plan, action: Action, today: IsoDate): DeclaredLine | null => {
  const declared = declaredOf(plan, action);
  if (!declared) return null;
  return {
    status: statusOf(ratings, declared.rating, declared.words),
    confidence: declared.confidence,
    on: declared.on,
    daysAgo: daysBetween(declared.on, today),
    by: plan.members.find(({ id }) => id === declared.byId)?.title ?? null,
    words: declared.words,
  };
};

const milestoneLines = (plan: Plan, action: Action, today: IsoDate): MilestoneLine[] =>
  plan.milestones
    .filter(({ actionId, withdrawnOn }) => actionId === action.id && withdrawnOn === null)
    .toSorted(
      (a, b) =>
        compareText(a.originalDue, b.originalDue) || compareText(a.currentDue, b.currentDue) || compareText(a.id, b.id),
    )
    .map((milestone) => ({
      id: milestone.id,
      version: milestone.version,
      title: milestone.title,
      originalDue: milestone.originalDue,
      currentDue: milestone.currentDue,
      forecast: milestone.forecast,
      doneOn: milestone.doneOn,
      status: milestoneStateOf(milestone, today),
    }));

const proofLines = (plan: Plan, action: Action, today: IsoDate): ProofLine[] =>
  plan.measures
    .filter(({ id, withdrawnOn }) => withdrawnOn === null && action.measureIds.includes(id))
    .toSorted(inCodeOrder)
    .map((measure) => {
      const { key, label, tone, reason, reading, otherBasis } = impactOf(plan, measure, today);
      const shown = reading ?? otherBasis;
      return {
        id: measure.id,
        code: measure.code,
        title: measure.title,
        reading: shown && formatReading(shown, measure),
        filed: shown && fileFigure(shown, measure),
        period: shown && formatPeriod(shown),
        basis: shown && bases[shown.basis].label,
        impact: { key, label, tone, reason },
        source: shown && sourceView(shown, today),
      };
    });

const originalInWords = (plan: Plan, action: Recorded<Action>): string => {
  const agreed = agreedVersionOf(plan, action);
  if (agreed) return `From “${agreed.title}”, ${formatDate(agreed.on)}`;
  return versionsOf(plan).some(({ kind }) => kind === 'agreed')
    ? 'Set when it was added, after the plan was agreed'
    : 'Set when it was added';
};

/**
 * Gives the page of an action on a day. Throws `notFound` where the plan of that day has none of that id.
 * @param who the reader, whose part in an open request decides what they are offered
 */
export const actionOf = (entire: Plan, actionId: string, today: IsoDate, who: Who): ActionView => {
  const plan = planOn(entire, today);
  const action = findRow(plan.actions, actionId, 'action');
  const declared = declaredLine(plan, action, today);
  const delivery = deliveryOf(plan, action, today);
  const evidence = actionEvidenceOf(plan, action);
  const gates = gatesOf(plan, action, today);
  const titleOf = (id: string | null): string | null => plan.members.find((member) => member.id === id)?.title ?? null;
  const linked = (keep: (other: Action) => boolean): LinkedAction[] =>
    plan.actions
      .filter(keep)
      .toSorted(inCodeOrder)
      .map((other) => ({
        id: other.id,
        code: other.code,
        title: other.title,
        delivery: deliveryOf(plan, other, today),
      }));
  return {
    today,
    id: action.id,
    version: action.version,
    code: action.code,
    title: action.title,
    subject: actionSubject(plan, action.id, today),
    source: sourceView(action, today),
    areas: action.areaIds.flatMap((areaId) => {
      const area = plan.areas.find(({ id }) => id === areaId);
      return area ? [{ id: area.id, number: area.number, title: area.title }] : [];
    }),
    requirements: plan.requirements
      .filter(({ id, withdrawnOn }) => withdrawnOn === null && action.requirementIds.includes(id))
      .toSorted(inCodeOrder)
      .map(({ id, code, title }) => ({ id, code, title })),
    stage: stageOn(plan, action, today),
    stages: stageLines(plan, action, today, evidence, gates),
    originalDue: action.originalDue,
    originalFrom: originalInWords(plan, action),
    currentDue: action.currentDue,
    forecast: action.forecast,
    slip: slipOf(plan, action),
    delivery,
    declared,
    differs: declaredDiffers(declaredOf(plan, action), delivery),
    report: actionReportOf(plan, action, today),
    dates: actionDatesOf(plan, action, today, who),
    milestones: milestoneLines(plan, action, today),
    timeline: timelineOf(plan, action, today),
    proof: proofLines(plan, action, today),
    evidence,
    gates,
    questions: questionsAbout(plan, { actionId: action.id }, today),
    risks: openRisksOf(plan, ({ actionIds }) => actionIds.includes(action.id)),
    about: {
      lead: titleOf(action.leadId),
      cover: action.leadId === null ? null : coverWords(plan, action.leadId, today),
      offer: openOfferOf(plan, { actionId: action.id }, today),
      deputy: titleOf(action.deputyId),
      accountable: titleOf(action.accountableId),
      organisation: action.organisation,
      success: action.successCriteria,
      dependsOn: linked(({ id }) => action.dependsOnIds.includes(id)),
      blocks: linked(({ dependsOnIds }) => dependsOnIds.includes(action.id)),
    },
  };
};
