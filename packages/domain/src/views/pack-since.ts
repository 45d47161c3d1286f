/** How an area stands against the last board: the counts of each side, and what makes the difference. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { impactOf } from '../rules/impact.ts';
import { latestByVoice } from '../rules/judgement.ts';
import { deliveries, impacts, type Delivery, type Impact } from '../scales.ts';
import { formatNumber, listInWords, plural } from '../words.ts';
import { judgementLineOf, type JudgementLine } from './pack-notice.ts';
import { areaLineOf } from './position-areas.ts';

/** One side of the comparison: the counts of a day, and the latest judgement of each voice. */
export type AreaSide = {
  delivery: Record<Delivery, number>;
  actions: number;
  impact: Record<Impact, number>;
  measures: number;
  judged: JudgementLine[];
};

export type AreaSince = {
  now: AreaSide;
  /** As at the last board; null where there was none, or the area did not stand yet. */
  atBoard: AreaSide | null;
  /** What the difference comes to, by what changed. */
  changed: { delivery: string; impact: string; judgement: string };
  /** Whether anybody has judged it since; where not, both sides have the same judgements. */
  judgedSince: boolean;
};

type Area = Plan['areas'][number];

const sideOf = (plan: Plan, area: Area, today: IsoDate): AreaSide => {
  const { delivery, actions, impact } = areaLineOf(plan, area, today);
  return {
    delivery,
    actions,
    impact,
    measures: Object.values(impact).reduce((sum, count) => sum + count, 0),
    judged: [...latestByVoice(plan, { areaId: area.id }, today).values()]
      .filter(({ rating }) => rating !== 'notJudged')
      .map((each) => judgementLineOf(each, today)),
  };
};

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What a board asks of first; a bar shows the rest. */
const told: readonly Delivery[] = [
  'complete',
  'overdue',
  'forecastLate',
  'noUpdate',
  'onTrack',
  'dueSoon',
  'withdrawn',
];
const mostTold = 3;

const deliveryWords = (now: AreaSide, atBoard: AreaSide): string => {
  const moved = told.flatMap((key) => {
    const more = now.delivery[key] - atBoard.delivery[key];
    if (more === 0) return [];
    return `${formatNumber(Math.abs(more), 0)} ${more > 0 ? 'more' : 'fewer'} ${key === 'noUpdate' ? 'without an update' : lower(deliveries[key].label)}`;
  });
  return moved.length === 0 ? 'No count changed' : moved.slice(0, mostTold).join(', ');
};

type Moved = { code: string; from: Impact; to: Impact };

const movedOf = (plan: Plan, before: Plan, area: Area, days: { now: IsoDate; atBoard: IsoDate }): Moved[] => {
  const earlier = new Map(before.measures.map((measure) => [measure.id, measure]));
  return plan.measures
    .filter(({ areaId, withdrawnOn }) => areaId === area.id && withdrawnOn === null)
    .flatMap((measure) => {
      const was = earlier.get(measure.id);
      const from = was ? impactOf(before, was, days.atBoard).key : 'noReading';
      const to = impactOf(plan, measure, days.now).key;
      return from === to ? [] : [{ code: measure.code, from, to }];
    });
};

const impactWords = (moved: readonly Moved[]): string => {
  const first = moved.filter(({ from }) => from === 'noReading').map(({ code }) => code);
  const others = moved
    .filter(({ from }) => from !== 'noReading')
    .map(({ code, from, to }) => `${code} from ${lower(impacts[from].label)} to ${lower(impacts[to].label)}`);
  const said = [...(first.length > 0 ? [`${listInWords(first)} first read`] : []), ...others];
  return said.length === 0 ? 'No measure changed its status' : said.join('; ');
};

const judgementWords = (now: AreaSide, since: number): string => {
  if (now.judged.length === 0) return 'Nobody has judged it';
  return since === 0 ? 'Not judged since' : `${plural(since, 'voice has', 'voices have')} judged it since`;
};

/**
 * Gives an area as it stands and as it stood at the last board. Both plans hold only what was known on their day.
 * @param last the plan as at the last board and its day; null where there was none
 */
export const areaSinceOf = (
  plan: Plan,
  area: Area,
  last: { plan: Plan; day: IsoDate } | null,
  today: IsoDate,
): AreaSince => {
  const now = sideOf(plan, area, today);
  const was = last?.plan.areas.find(({ id, withdrawnOn }) => id === area.id && withdrawnOn === null);
  if (!last || !was) {
    const none = last === null ? 'No board before' : 'Not in the plan then';
    return { now, atBoard: null, changed: { delivery: none, impact: none, judgement: none }, judgedSince: true };
  }
  const atBoard = sideOf(last.plan, was, last.day);
  const judged = [...latestByVoice(plan, { areaId: area.id }, today).values()].filter(({ on }) => on > last.day).length;
  return {
    now,
    atBoard,
    changed: {
      delivery: deliveryWords(now, atBoard),
      impact: impactWords(movedOf(plan, last.plan, area, { now: today, atBoard: last.day })),
      judgement: judgementWords(now, judged),
    },
    judgedSince: judged > 0,
  };
};
