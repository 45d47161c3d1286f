/** Several notices side by side, for whoever sees more than one: each in a line, and none ranked. */
import { daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { Notice } from '../notice.ts';
import type { Plan } from '../plan.ts';
import { nextCheckpoint } from '../rules/checkpoints.ts';
import { lifeOf } from '../rules/course.ts';
import { deadlinesOf } from '../rules/deadlines.ts';
import { requirementsInWords } from '../rules/deadline-names.ts';
import { factsOf } from '../rules/intervention.ts';
import { latestByVoice } from '../rules/judgement.ts';
import { lastRecordedOn, planOn } from '../rules/known.ts';
import { monitoredAreas, releasedAreas } from '../rules/monitored.ts';
import { requirementStateOf } from '../rules/requirement.ts';
import { areaRollUp } from '../rules/roll-up.ts';
import {
  judgementRatings,
  keysOf,
  progressLevels,
  requirementStates,
  type LifeState,
  type Status,
  type Tone,
} from '../scales.ts';
import { daysLeftOrOver, formatDate, plural } from '../words.ts';
import { liftedInWords } from './headline.ts';
import { countFacts, type FactCount } from './intervention.ts';
import { isIllustrative } from './source.ts';

type Count = { key: string; label: string; tone: Tone; count: number };

/** A day by which something is due: what it is, and how far it is. `days` are left where positive, over where negative. */
type PortfolioDue = { on: IsoDate; date: string; what: string; days: number; words: string };

/** One notice in a portfolio, as at a day. */
export type PortfolioLine = {
  noticeId: string;
  title: string;
  authority: string;
  nature: Notice['nature'];
  life: Status<LifeState>;
  /** "Lifted on 6 August 2024, 12 actions open"; null while it was not. */
  lifted: string | null;
  /** What falls due next, a requirement or else a checkpoint; null after the last, and once it was lifted. */
  next: PortfolioDue | null;
  /** The requirement that is longest overdue; null where none is. */
  overdue: PortfolioDue | null;
  requirements: { total: number; states: Count[] };
  areas: { monitored: number; released: number; worst: { label: string; tone: Tone; words: string } | null };
  /** The latest judgement of DfE on each monitored area; the day is that of the newest. */
  judgements: { counts: Count[]; on: string | null };
  facts: FactCount[];
  /** The day on which anything of the notice was last recorded. */
  updated: { on: IsoDate; date: string; days: string };
  illustrative: boolean;
};

/** A portfolio as at a day; what was left out of it is said in words. */
export type PortfolioView = { today: IsoDate; rows: PortfolioLine[]; leftOut: string[] };

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const dueOf = (on: IsoDate, what: string, today: IsoDate): PortfolioDue => {
  const days = daysBetween(today, on);
  return {
    on,
    date: formatDate(on),
    what,
    days,
    words: days === 0 ? 'today' : days > 0 ? `${plural(days, 'day')} left` : `${plural(-days, 'day')} over`,
  };
};

const duesOf = (plan: Plan, today: IsoDate): Pick<PortfolioLine, 'next' | 'overdue'> => {
  const open = deadlinesOf(plan, today).filter(({ state }) => state.metOn === null);
  const onDay = (on: IsoDate): string => capital(requirementsInWords(open.filter(({ due }) => due.latest === on)));
  const ahead = open.find(({ due }) => due.latest >= today)?.due.latest;
  const behind = open.find(({ due, state }) => due.latest < today && state.key !== 'disputed')?.due.latest;
  const checkpoint = nextCheckpoint(plan.notice, today);
  const next =
    ahead !== undefined
      ? dueOf(ahead, onDay(ahead), today)
      : checkpoint
        ? dueOf(checkpoint.on, `${checkpoint.months}-month checkpoint`, today)
        : null;
  return { next, overdue: behind === undefined ? null : dueOf(behind, onDay(behind), today) };
};

const requirementCounts = (plan: Plan, today: IsoDate): PortfolioLine['requirements'] => {
  const found = plan.requirements
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .map((requirement) => requirementStateOf(plan, requirement, today).key);
  const states = keysOf(requirementStates).flatMap((key): Count[] => {
    const count = found.filter((each) => each === key).length;
    return count === 0 ? [] : [{ key, ...requirementStates[key], count }];
  });
  return { total: found.length, states };
};

const tones: readonly Tone[] = ['red', 'amber', 'none'];

const areasOf = (plan: Plan, today: IsoDate): PortfolioLine['areas'] => {
  const monitored = monitoredAreas(plan, today).toSorted((a, b) => a.number - b.number);
  const rolled = monitored.flatMap((area) => {
    const { worst } = areaRollUp(plan, area, today);
    return worst ? [{ area, worst }] : [];
  });
  const tone = tones.find((each) => rolled.some(({ worst }) => worst.status.tone === each));
  const alike = rolled.filter(({ worst }) => worst.status.tone === tone);
  const [first] = alike;
  const others = alike.length - 1;
  const also = others <= 0 ? '' : `, and ${plural(others, 'other area')} ${others === 1 ? 'is' : 'are'} as bad`;
  return {
    monitored: monitored.length,
    released: releasedAreas(plan, today).length,
    worst: first
      ? {
          label: first.worst.status.label,
          tone: first.worst.status.tone,
          words: `Area ${first.area.number}, ${first.worst.subject.code} ${first.worst.subject.title}${also}`,
        }
      : null,
  };
};

const judgementCounts = (plan: Plan, today: IsoDate): PortfolioLine['judgements'] => {
  const latest = monitoredAreas(plan, today).map(({ id }) => latestByVoice(plan, { areaId: id }, today).get('dfe'));
  const judged = latest.flatMap((each) => (each && each.rating !== 'notJudged' ? [each] : []));
  const none = latest.length - judged.length;
  const on = judged.reduce<IsoDate | null>((last, each) => (last === null || each.on > last ? each.on : last), null);
  const counts = keysOf(progressLevels).flatMap((key): Count[] => {
    const count = judged.filter(({ rating }) => rating === key).length;
    return count === 0 ? [] : [{ key, ...judgementRatings[key], count }];
  });
  return {
    counts: none === 0 ? counts : [...counts, { key: 'notJudged', ...judgementRatings.notJudged, count: none }],
    on: on === null ? null : formatDate(on),
  };
};

/** Gives one notice of a portfolio as it stands on a day. */
export const portfolioLineOf = (entire: Plan, today: IsoDate): PortfolioLine => {
  const plan = planOn(entire, today);
  const { key, label, tone, reason, lifted } = lifeOf(plan, today);
  const { id, title, authority, nature } = plan.notice;
  const updated = lastRecordedOn(plan);
  const dues = duesOf(plan, today);
  return {
    noticeId: id,
    title,
    authority,
    nature,
    life: { key, label, tone, reason },
    lifted: liftedInWords(plan, today),
    next: lifted === null ? dues.next : null,
    overdue: dues.overdue,
    requirements: requirementCounts(plan, today),
    areas: areasOf(plan, today),
    judgements: judgementCounts(plan, today),
    facts: countFacts(factsOf(plan, today)),
    updated: { on: updated, date: formatDate(updated), days: daysLeftOrOver(today, updated) },
    illustrative: isIllustrative([...plan.actions, ...plan.targets, ...plan.judgements]),
  };
};

/** Says of a notice that it is not in a portfolio as at a day, because it was not issued or not recorded by then. */
export const notYetInWords = ({ authority, issuedOn }: Pick<Notice, 'authority' | 'issuedOn'>, day: IsoDate): string =>
  issuedOn > day
    ? `${authority}: the notice was issued on ${formatDate(issuedOn)}, after this day.`
    : `${authority}: nothing of the notice was recorded by this day.`;
