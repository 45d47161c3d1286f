/** What the board of the fictional council agreed, and the risks that it keeps an eye on. */
import { addDays } from '../calendar.ts';
import type { Risk } from '../risk.ts';
import { office, leadId, source, themeOf, type Setting } from './setting.ts';

type Made = {
  title: string;
  cause: string;
  effect: string;
  controls: string;
  area: number;
  likelihood: number;
  impact: number;
  /** How likely it is held to be four months later. */
  later?: number;
};

const risks: readonly Made[] = [
  {
    title: 'Families lose trust before they see a change',
    cause: 'The first actions are inside the council.',
    effect: 'Fewer families say what they need, and more go to the tribunal.',
    controls: 'A named contact answers within five working days.',
    area: 1,
    likelihood: 3,
    impact: 4,
    later: 2,
  },
  {
    title: 'Schools take part unevenly',
    cause: 'Each school decides for itself.',
    effect: 'Children are sent on to the schools that say yes.',
    controls: 'Heads of the district see each other’s figures.',
    area: 2,
    likelihood: 4,
    impact: 3,
    later: 5,
  },
  {
    title: 'Two budgets hold up joint decisions',
    cause: 'Health and council pay by different rules.',
    effect: 'Children wait while letters go back and forth.',
    controls: 'One group with power to decide.',
    area: 3,
    likelihood: 3,
    impact: 3,
  },
  {
    title: 'Caseworkers leave faster than they are trained',
    cause: 'Caseloads are above the ratio that the board chose.',
    effect: 'Families tell their story again and again.',
    controls: 'Smaller caseloads in the first six months.',
    area: 4,
    likelihood: 4,
    impact: 5,
  },
];

const putRisk = ({ noticeId, agreedOn, put }: Setting, risk: Made, number: number): void => {
  const { title, cause, effect, controls, area, likelihood, impact, later } = risk;
  const raisedOn = addDays(agreedOn, 14);
  const row: Omit<Risk, 'version'> = {
    noticeId,
    id: `risk-r${number}`,
    code: `R${number}`,
    title,
    cause,
    effect,
    likelihood,
    impact,
    controls,
    nextStep: null,
    ownerId: leadId(themeOf(area)),
    areaIds: [`area-${area}`],
    actionIds: [],
    state: 'open',
    raisedOn,
    closedOn: null,
    ...source,
    withdrawnOn: null,
  };
  put({ day: raisedOn, actor: office, reason: 'Risk raised', entity: 'risk', row });
  if (later === undefined) return;
  const reason = 'Rated again at the board';
  put({ day: addDays(raisedOn, 120), actor: office, reason, entity: 'risk', row: { ...row, likelihood: later } });
};

/** Puts in the version of the plan that was agreed; whoever loads it sets its position, which no script can know. */
const putAgreedVersion = ({ noticeId, agreedOn, put }: Setting): void => {
  const day = addDays(agreedOn, 7);
  put({
    day,
    actor: office,
    reason: 'Plan agreed',
    entity: 'planVersion',
    row: {
      noticeId,
      id: 'plan-version-agreed',
      kind: 'agreed',
      title: 'Improvement plan, as the board agreed it',
      on: day,
      seq: 1,
      hash: '0'.repeat(64),
      day,
      evidenceId: null,
      frozenId: null,
      note: null,
      byId: office,
      ...source,
      withdrawnOn: null,
    },
  });
};

/** Puts in what the board agreed and the risks of the areas that there are. */
export const putOversight = (setting: Setting, areas: number): void => {
  putAgreedVersion(setting);
  risks
    .filter(({ area }) => area <= areas)
    .forEach((risk, index) => {
      putRisk(setting, risk, index + 1);
    });
};
