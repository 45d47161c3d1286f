/** The position of a notice: the whole of it on one page. */
import { completionChart, completionOf, gapInWords } from '../charts/completion.ts';
import type { ChartModel } from '../charts/model.ts';
import type { TimeStrip } from '../charts/time-strip.ts';
import { timeStripOf } from '../charts/time-strip.ts';
import { daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { deliveryOf } from '../rules/delivery.ts';
import { impactOf } from '../rules/impact.ts';
import { planOn } from '../rules/known.ts';
import { formatDate, formatNumber, plural } from '../words.ts';
import type { BoardAsks } from './asked-of-board.ts';
import { askedOfBoard } from './asked-of-board.ts';
import type { Attention } from './attention.ts';
import { attentionOf } from './attention.ts';
import { findingsOf } from './findings.ts';
import type { Headline } from './headline.ts';
import { headlineOf } from './headline.ts';
import type { AreaLine, AreaTotals } from './position-areas.ts';
import { areaLinesOf, areaTotalsOf } from './position-areas.ts';
import type { RequirementLine } from './position-requirements.ts';
import { requirementLinesOf } from './position-requirements.ts';
import { isIllustrative } from './source.ts';

/** A figure that leads the page: how many of how many, and the sentence that it starts. */
type KeyFigure = { key: string; value: string; of: string; words: string; illustrative: boolean };

export type PositionView = {
  today: IsoDate;
  issued: string;
  headline: Headline;
  strip: TimeStrip;
  figures: KeyFigure[];
  requirements: RequirementLine[];
  areas: AreaLine[];
  totals: AreaTotals;
  /** Null while the plan has no actions. */
  completion: {
    chart: ChartModel;
    row: { planned: number; current: number; complete: number; gap: string };
    note: string;
  } | null;
  attention: Attention[];
  /** What waits for the board. */
  board: BoardAsks;
  illustrative: { actions: boolean; measures: boolean };
};

const whole = (count: number): string => formatNumber(count, 0);

const figuresOf = (
  plan: Plan,
  today: IsoDate,
  impacts: readonly { key: string }[],
  illustrative: PositionView['illustrative'],
): KeyFigure[] => {
  const { total, planned, complete } = completionOf(plan, today);
  const measured = (key: string): number => impacts.filter((impact) => impact.key === key).length;
  const [met, floorMissed, targetMissed, none] = [
    measured('targetMet'),
    measured('floorMissed'),
    measured('targetMissed'),
    measured('noReading'),
  ];
  const measures = impacts.length === 1 ? 'measure' : 'measures';
  const missed =
    floorMissed > 0
      ? ` ${whole(floorMissed)} ${floorMissed === 1 ? 'misses even its' : 'miss even their'} floor.`
      : targetMissed > 0
        ? ` ${whole(targetMissed)} ${targetMissed === 1 ? 'misses its' : 'miss their'} target.`
        : '';
  return [
    {
      key: 'complete',
      value: whole(complete),
      of: whole(total),
      words:
        total === 0
          ? 'actions complete. The plan has none yet.'
          : `${total === 1 ? 'action' : 'actions'} complete. The agreed plan had ${whole(planned)} by ${formatDate(today)}.`,
      illustrative: illustrative.actions,
    },
    {
      key: 'met',
      value: whole(met),
      of: whole(impacts.length),
      words: `${measures} ${met === 1 ? 'meets its' : 'meet their'} target.${missed}`,
      illustrative: illustrative.measures,
    },
    {
      key: 'unread',
      value: whole(none),
      of: whole(impacts.length),
      words: `${measures} ${none === 0 ? 'are without a reading.' : `${none === 1 ? 'has' : 'have'} no reading, so nobody can say.`}`,
      illustrative: false,
    },
  ];
};

const completionSection = (plan: Plan, today: IsoDate): PositionView['completion'] => {
  const chart = completionChart(plan, today);
  if (!chart) return null;
  const { planned, current, complete, withdrawn } = completionOf(plan, today);
  const moves = plan.dateChanges.filter(
    ({ state, decidedOn }) => (state === 'approved' || state === 'approvedOther') && (decidedOn ?? today) <= today,
  ).length;
  const moved =
    moves === 0
      ? 'No due date has been moved.'
      : `${plural(moves, 'approved date change')} moved ${moves === 1 ? 'a due date' : 'due dates'}.`;
  const ended =
    withdrawn === 0
      ? ''
      : ` ${plural(withdrawn, 'withdrawn action')} ${withdrawn === 1 ? 'stays' : 'stay'} in the agreed plan.`;
  return {
    chart,
    row: { planned, current, complete, gap: gapInWords({ planned, complete }) },
    note: `${moved} The plan line never moves.${ended}`,
  };
};

const compute = (entire: Plan, today: IsoDate): PositionView => {
  const plan = planOn(entire, today);
  const actions = plan.actions.map((action) => ({ action, status: deliveryOf(plan, action, today) }));
  const measures = plan.measures
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .map((measure) => ({ measure, status: impactOf(plan, measure, today) }));
  const illustrative = {
    actions: isIllustrative(plan.actions),
    // A target that was made up makes a verdict up, however well published the reading is.
    measures: isIllustrative(measures.flatMap(({ status }) => status.target ?? [])),
  };
  const day = daysBetween(plan.notice.issuedOn, today);
  return {
    today,
    issued: `Improvement Notice issued ${formatDate(plan.notice.issuedOn)}${day > 0 ? `, ${plural(day, 'day')} ago` : ''}`,
    headline: headlineOf(plan, today),
    strip: timeStripOf(plan, today),
    figures: figuresOf(
      plan,
      today,
      measures.map(({ status }) => status),
      illustrative,
    ),
    requirements: requirementLinesOf(plan, today),
    areas: areaLinesOf(plan, today),
    totals: areaTotalsOf(
      plan,
      actions.map(({ status }) => status.key),
      measures.map(({ status }) => status.key),
    ),
    completion: completionSection(plan, today),
    board: askedOfBoard(plan, today),
    attention: attentionOf(plan, findingsOf(plan, today)),
    illustrative,
  };
};

const known = new WeakMap<Plan, Map<IsoDate, PositionView>>();

/**
 * Gives the position of a notice on a day. It is the same for everybody, so it is computed once for a plan and a day: a board
 * of twenty opens it at once.
 */
export const positionOf = (plan: Plan, today: IsoDate): PositionView => {
  const days = known.get(plan) ?? new Map<IsoDate, PositionView>();
  known.set(plan, days);
  const view = days.get(today) ?? compute(plan, today);
  days.set(today, view);
  return view;
};
