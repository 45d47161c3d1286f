/** The register of risks, and the risks of an area or an action. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { planOn } from '../rules/known.ts';
import { orderOf, ratedInWords, worstRiskFirst } from '../rules/risk.ts';
import type { Mark, RiskState } from '../scales.ts';
import { formatDate, plural } from '../words.ts';

type Risk = Plan['risks'][number];

/** How a risk was rated at the last board beside how it is now. */
type RiskMove = 'new' | 'worse' | 'better' | 'same';

/** A risk as it stands in a list. */
export type RiskLine = {
  id: string;
  code: string;
  title: string;
  likelihood: number;
  impact: number;
  /** "4 of 5, 5 of 5". */
  rating: string;
  /** Likelihood times impact, which puts risks in order and nothing else. */
  order: number;
  effect: string;
  controls: string | null;
  nextStep: string | null;
  owner: string | null;
  areas: { id: string; number: number; title: string }[];
  actions: { id: string; code: string; title: string }[];
  state: RiskState;
  /** "Raised 3 July 2023", "Closed 1 September 2023". */
  since: string;
  mark: Mark;
};

/** A line of the register, with how its rating moved since the last board. */
export type RegisterLine = RiskLine & { move: RiskMove | null; moveInWords: string };

/** One cell of the grid: the open risks of one likelihood and one impact. */
export type RiskCell = { likelihood: number; impact: number; count: number; words: string };

export type RisksView = {
  today: IsoDate;
  title: string;
  /** How the list is ordered, in words. */
  order: string;
  /** Since when a move is told; null where no board was held. */
  since: string | null;
  lines: RegisterLine[];
  /** Five rows, likelihood 5 first, of five cells, impact 1 first. */
  grid: { likelihood: number; cells: RiskCell[] }[];
  areas: { id: string; title: string }[];
  owners: string[];
};

/** Gives a risk as it stands in a list. */
export const riskLineOf = (plan: Plan, risk: Risk): RiskLine => {
  const { id, code, title, likelihood, impact, effect, controls, nextStep, state, mark } = risk;
  return {
    id,
    code,
    title,
    likelihood,
    impact,
    rating: `${likelihood} of 5, ${impact} of 5`,
    order: orderOf(risk),
    effect,
    controls,
    nextStep,
    owner: plan.members.find((member) => member.id === risk.ownerId)?.title ?? null,
    areas: risk.areaIds.flatMap((areaId) => {
      const area = plan.areas.find((each) => each.id === areaId);
      return area ? [{ id: area.id, number: area.number, title: area.title }] : [];
    }),
    actions: risk.actionIds.flatMap((actionId) => {
      const action = plan.actions.find((each) => each.id === actionId);
      return action ? [{ id: action.id, code: action.code, title: action.title }] : [];
    }),
    state,
    since: risk.closedOn === null ? `Raised ${formatDate(risk.raisedOn)}` : `Closed ${formatDate(risk.closedOn)}`,
    mark,
  };
};

/** Gives the open risks of a plan that are kept, the worst first. */
export const openRisksOf = (plan: Plan, keep: (risk: Risk) => boolean = () => true): RiskLine[] =>
  plan.risks
    .filter((risk) => risk.withdrawnOn === null && risk.state === 'open' && keep(risk))
    .toSorted(worstRiskFirst)
    .map((risk) => riskLineOf(plan, risk));

const moves: Readonly<Record<RiskMove, (was: Risk | undefined) => string>> = {
  new: () => 'New',
  worse: (was) => `Worse: was ${was?.likelihood} of 5, ${was?.impact} of 5`,
  better: (was) => `Better: was ${was?.likelihood} of 5, ${was?.impact} of 5`,
  same: () => 'No change',
};

const moveOf = (was: Risk | undefined, is: Risk): RiskMove => {
  if (!was || was.withdrawnOn !== null) return 'new';
  const way = Math.sign(orderOf(is) - orderOf(was));
  return way === 0 ? 'same' : way > 0 ? 'worse' : 'better';
};

const levels = [1, 2, 3, 4, 5] as const;

const gridOf = (open: readonly RiskLine[]): RisksView['grid'] =>
  levels.toReversed().map((likelihood) => ({
    likelihood,
    cells: levels.map((impact) => {
      const count = open.filter((risk) => risk.likelihood === likelihood && risk.impact === impact).length;
      const words = `${plural(count, 'open risk')}: ${ratedInWords({ likelihood, impact }).toLowerCase()}`;
      return { likelihood, impact, count, words };
    }),
  }));

/** Gives the number that the next risk may have: one more than the greatest. */
export const nextRiskCode = ({ risks }: Plan): string => {
  const numbers = risks.map(({ code }) => Number(/^R(\d+)$/i.exec(code)?.[1] ?? 0));
  return `R${Math.max(0, ...numbers) + 1}`;
};

/**
 * Gives the register of risks on a day, the worst first and closed ones last.
 * @param before the plan as at the last board, with its day; null where none was held
 */
export const risksOf = (entire: Plan, today: IsoDate, before: { plan: Plan; on: IsoDate } | null): RisksView => {
  const plan = planOn(entire, today);
  const risks = plan.risks.filter(({ withdrawnOn }) => withdrawnOn === null);
  const earlier = new Map((before ? planOn(before.plan, before.on).risks : []).map((risk) => [risk.id, risk]));
  const lines = risks.toSorted(worstRiskFirst).map((risk): RegisterLine => {
    const was = earlier.get(risk.id);
    const move = before && risk.state === 'open' ? moveOf(was, risk) : null;
    return { ...riskLineOf(plan, risk), move, moveInWords: move === null ? '' : moves[move](was) };
  });
  const open = lines.filter(({ state }) => state === 'open');
  const [worst] = open;
  const areas = new Map(lines.flatMap((line) => line.areas.map((area) => [area.id, area])));
  return {
    today,
    title: worst
      ? `${plural(open.length, 'open risk')}, the greatest ${worst.code}: ${worst.title}`
      : lines.length === 0
        ? 'No risk is recorded'
        : 'No risk is open',
    order: 'Ordered by likelihood times impact. That product says nothing else, so it is not shown.',
    since: before && formatDate(before.on),
    lines: [...open, ...lines.filter(({ state }) => state !== 'open')],
    grid: gridOf(open),
    areas: [...areas.values()]
      .toSorted((a, b) => a.number - b.number)
      .map(({ id, number, title }) => ({ id, title: `${number} ${title}` })),
    owners: [...new Set(lines.flatMap(({ owner }) => owner ?? []))].toSorted((a, b) => a.localeCompare(b, 'en')),
  };
};
