/**
 * What an action still lacks before it may be called evidenced, embedded or assured (domain.md, "Stages of an action"). A gate
 * reads what was recorded and changes no colour of a measure.
 */
import type { Action } from '../action.ts';
import { addMonths, endOfMonth, londonDay } from '../calendar.ts';
import type { Evidence, Waiver } from '../evidence.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure, Reading } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { ImpactKind, Stage } from '../scales.ts';
import { evidenceKinds, impactKinds, keysOf, stages } from '../scales.ts';
import { formatDate, formatNumber, plural } from '../words.ts';
import { stageChangesOf, stageOn } from './delivery.ts';
import { currentEvidence } from './evidence.ts';
import { judgeWithRivals, readingsOf, targetInForce } from './impact.ts';

/** The stages that rest on more than the lead's word, in their order. */
export const gatedStages = ['evidenced', 'embedded', 'assured'] as const satisfies readonly Stage[];
export type GatedStage = (typeof gatedStages)[number];

/** One thing that is missing: a sentence, and the page that shows it (with the part of the page, where one holds it). */
export type Missing = {
  sentence: string;
  link: { page: 'actions' | 'measures'; id: string; part: 'evidence' | 'measures' | null };
};

/** What there is of one kind of evidence of impact; the waiver is the one that stands, where there is no evidence. */
export type KindSeen = { kind: ImpactKind; evidence: readonly Recorded<Evidence>[]; waiver: Recorded<Waiver> | null };

const order = keysOf(stages);
const reached = (stage: Stage, gate: Stage): boolean =>
  stage !== 'withdrawn' && order.indexOf(stage) >= order.indexOf(gate);

/** Gives what there is of each kind of evidence of impact for an action. A document is none: it proves only that it exists. */
export const kindsSeen = (plan: Pick<Plan, 'evidence' | 'waivers'>, action: Pick<Action, 'id'>): KindSeen[] => {
  const linked = currentEvidence(plan).filter(({ actionIds }) => actionIds.includes(action.id));
  return impactKinds.map((kind) => ({
    kind,
    evidence: linked.filter((each) => each.kind === kind),
    waiver:
      plan.waivers.find((each) => each.actionId === action.id && each.kind === kind && each.withdrawnOn === null) ??
      null,
  }));
};

/** Gives the day since which an action has been delivered or beyond without a break; null where it is not. */
export const deliveredOn = (plan: Plan, action: Recorded<Action>, today: IsoDate): IsoDate | null => {
  if (!reached(stageOn(plan, action, today), 'delivered')) return null;
  const changes = stageChangesOf(plan, action).filter(({ on }) => on <= today);
  const lastOpen = changes.findLastIndex(({ to }) => !reached(to, 'delivered'));
  return changes[lastOpen + 1]?.on ?? londonDay(action.recordedAt);
};

/** Says whether a whole period in which a reading was expected lies empty between two that follow each other. */
const isGap = ({ everyMonths }: Measure, before: Reading, after: Reading): boolean => {
  const missed = addMonths(before.periodEnd, 2 * everyMonths);
  return after.periodEnd >= (before.periodEnd === endOfMonth(before.periodEnd) ? endOfMonth(missed) : missed);
};

/**
 * Gives how many readings in a row a measure has met its target, up to the last one: readings of its own basis whose period
 * ended after a day, each against the target that was in force when its period ended. A period that was left out, a symbol and
 * a reading that sources dispute each break the row, because nobody can say that the target was met in it.
 */
export const readingsHeld = (plan: Plan, measure: Measure, after: IsoDate, today: IsoDate): number => {
  const counted = readingsOf(plan, measure, { ownBasis: true })
    .filter(({ periodEnd }) => periodEnd > after && periodEnd <= today)
    // Of several readings that end on one day the last stands: two sources are not two points in time.
    .filter((reading, index, all) => all[index + 1]?.periodEnd !== reading.periodEnd);
  const met = (reading: Recorded<Reading>): boolean => {
    const inForce = targetInForce(plan, measure, reading.periodEnd);
    return inForce !== null && judgeWithRivals(plan, measure, inForce.target.value, reading).verdict === 'targetMet';
  };
  let held = 0;
  for (const [back, reading] of counted.toReversed().entries()) {
    const next = counted[counted.length - back];
    if (!met(reading) || (next && isGap(measure, reading, next))) break;
    held += 1;
  }
  return held;
};

const notYet: Readonly<Record<'delivered' | 'evidenced', string>> = {
  delivered: 'The lead has not said that it is delivered.',
  evidenced: 'The programme office has not said that it is evidenced.',
};

const missingKinds = (plan: Plan, action: Action): Missing[] =>
  kindsSeen(plan, action)
    .filter(({ evidence, waiver }) => evidence.length === 0 && waiver === null)
    .map(({ kind }) => ({
      sentence: `No evidence of impact in ${evidenceKinds[kind].label.toLowerCase()}, and no waiver of it.`,
      link: { page: 'actions', id: action.id, part: 'evidence' },
    }));

const missingReadings = (plan: Plan, action: Action, delivered: IsoDate, today: IsoDate): Missing[] => {
  const measures = plan.measures.filter(
    ({ id, withdrawnOn }) => withdrawnOn === null && action.measureIds.includes(id),
  );
  if (measures.length === 0) {
    return [
      {
        sentence: 'The action names no measure that would prove it, so nothing can show that it held.',
        link: { page: 'actions', id: action.id, part: 'measures' },
      },
    ];
  }
  return measures.flatMap((measure): Missing[] => {
    const held = readingsHeld(plan, measure, delivered, today);
    if (held >= action.holdPeriods) return [];
    const name = `${measure.code} ${measure.title}`;
    const sentence =
      targetInForce(plan, measure, today) === null
        ? `${name} has no target to hold.`
        : `${name} has held its target for ${formatNumber(held, 0)} of ${plural(action.holdPeriods, 'reading')} in a row since ${formatDate(delivered)}, when the action was delivered.`;
    return [{ sentence, link: { page: 'measures', id: measure.id, part: null } }];
  });
};

/**
 * Gives what keeps an action from a stage on a day; nothing where the gate is open.
 *
 * Evidenced asks for evidence of impact of each kind, or a waiver in its place. Embedded asks that each measure of the action
 * has held its target for as many readings in a row as the action names. The board may assure whatever is evidenced: an action
 * that no measure can prove would otherwise never be assured.
 */
export const missingFor = (plan: Plan, action: Recorded<Action>, to: GatedStage, today: IsoDate): Missing[] => {
  const before = to === 'evidenced' ? 'delivered' : 'evidenced';
  const stage = stageOn(plan, action, today);
  const first: Missing[] = reached(stage, before)
    ? []
    : [{ sentence: notYet[before], link: { page: 'actions', id: action.id, part: null } }];
  if (to === 'evidenced') return [...first, ...missingKinds(plan, action)];
  const delivered = deliveredOn(plan, action, today);
  if (to === 'assured' || delivered === null) return first;
  return [...first, ...missingReadings(plan, action, delivered, today)];
};
