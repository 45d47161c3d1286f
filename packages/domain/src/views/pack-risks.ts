/** The risks of a pack: the open ones, the gravest first. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { compareText } from '../rules/grouped.ts';
import { formatDate, listInWords, plural } from '../words.ts';
import { sourceView, type SourceView } from './source.ts';

type Risk = Plan['risks'][number];

export type PackRisk = {
  id: string;
  code: string;
  title: string;
  cause: string;
  effect: string;
  /** "4 of 5" */
  likelihood: string;
  impact: string;
  controls: string | null;
  nextStep: string | null;
  owner: string | null;
  areas: string;
  source: SourceView;
};

export type PackRisks = {
  lines: PackRisk[];
  /** Those that were closed since the last board; null where none was. */
  closed: string | null;
};

/** The risks of one area: the three gravest, and how many more there are. */
export type AreaRisks = { lines: PackRisk[]; more: string | null };

const mostOfArea = 3;

const byCode = new Intl.Collator('en-GB', { numeric: true });

const isOpen = ({ state, withdrawnOn, closedOn }: Risk, today: IsoDate): boolean =>
  withdrawnOn === null && (state === 'open' || (closedOn !== null && closedOn > today));

const gravestFirst = (a: Risk, b: Risk): number =>
  b.likelihood * b.impact - a.likelihood * a.impact ||
  b.impact - a.impact ||
  byCode.compare(a.code, b.code) ||
  compareText(a.id, b.id);

const lineOf = (plan: Plan, risk: Risk, today: IsoDate): PackRisk => {
  const numbers = plan.areas
    .filter(({ id }) => risk.areaIds.includes(id))
    .map(({ number }) => number)
    .toSorted((a, b) => a - b);
  const { id, code, title, cause, effect, likelihood, impact, controls, nextStep } = risk;
  return {
    id,
    code,
    title,
    cause,
    effect,
    likelihood: `${likelihood} of 5`,
    impact: `${impact} of 5`,
    controls,
    nextStep,
    owner: plan.members.find((member) => member.id === risk.ownerId)?.title ?? null,
    areas: numbers.length === 0 ? 'All' : listInWords(numbers.map(String)),
    source: sourceView(risk, today),
  };
};

const openRisks = (plan: Plan, today: IsoDate): Risk[] =>
  plan.risks.filter((risk) => isOpen(risk, today)).toSorted(gravestFirst);

/** Gives the open risks of a notice by likelihood times impact. `plan` holds only what was known on the day. */
export const packRisksOf = (plan: Plan, since: IsoDate | null, today: IsoDate): PackRisks => {
  const closed = plan.risks.filter(
    ({ closedOn, withdrawnOn }) =>
      withdrawnOn === null && closedOn !== null && closedOn <= today && since !== null && closedOn > since,
  );
  return {
    lines: openRisks(plan, today).map((risk) => lineOf(plan, risk, today)),
    closed:
      closed.length === 0 || since === null
        ? null
        : `Closed since ${formatDate(since)}: ${listInWords(closed.map(({ code, title }) => `${code} ${title}`))}.`,
  };
};

/** Gives the gravest open risks that are linked to an area or to an action of it. */
export const areaRisksOf = (plan: Plan, areaId: string, today: IsoDate): AreaRisks => {
  const actions = new Set(plan.actions.filter(({ areaIds }) => areaIds.includes(areaId)).map(({ id }) => id));
  const risks = openRisks(plan, today).filter(
    (risk) => risk.areaIds.includes(areaId) || risk.actionIds.some((id) => actions.has(id)),
  );
  const rest = risks.slice(mostOfArea);
  return {
    lines: risks.slice(0, mostOfArea).map((risk) => lineOf(plan, risk, today)),
    more:
      rest.length === 0
        ? null
        : `${plural(rest.length, 'more is', 'more are')} open: ${listInWords(rest.map(({ code }) => code))}.`,
  };
};
