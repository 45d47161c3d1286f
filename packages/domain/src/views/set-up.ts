import { checkpointsOf, targetDay } from '../rules/checkpoints.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { standingPlaces } from '../rules/families.ts';
import { planOn } from '../rules/known.ts';
import {
  employments,
  eventKinds,
  familyKinds,
  familyParts,
  governmentDecisions,
  requirementDateKinds,
  requirementKinds,
  riskStates,
  stages,
  trainings,
} from '../scales.ts';
import { formatDate, formatFullTime, formatLoose, formatPlain, formatValue, plural } from '../words.ts';

/** What a plan is made of, in the order in which it is made. */
export const setUpNouns = [
  'requirement',
  'date',
  'area',
  'measure',
  'action',
  'milestone',
  'event',
  'family',
  'familyMeasure',
  'starter',
  'risk',
] as const;
export type SetUpNoun = (typeof setUpNouns)[number];

/** One row of the plan as its makers see it: what it is called, its facts by their heads, and what it lacks. */
export type SetUpRow = {
  id: string;
  /** As it is cited: "6.04", "Area 3"; empty where it has no number. */
  code: string;
  title: string;
  facts: Readonly<Record<string, string>>;
  missing: string[];
  /** The day it was withdrawn; null while it stands. */
  withdrawnOn: IsoDate | null;
  /** Whether it was withdrawn, also where no day is kept with it. */
  stands: boolean;
};

/** How many of a noun stand, and which of them lack something. */
export type SetUpPart = { noun: SetUpNoun; count: number; lacking: number; first: SetUpRow[] };

/** What is there of a plan and what is missing. */
export type SetUp = {
  notice: { title: string; facts: Readonly<Record<string, string>> };
  parts: SetUpPart[];
  leads: number;
};

const none = 'None';
const listed = (texts: readonly string[]): string => (texts.length === 0 ? none : texts.join(', '));
const standing = <Row extends { withdrawnOn: IsoDate | null }>(rows: readonly Row[]): Row[] =>
  rows.filter(({ withdrawnOn }) => withdrawnOn === null);
const lacks = (faults: readonly (readonly [boolean, string])[]): string[] =>
  faults.flatMap(([wrong, sentence]) => (wrong ? [sentence] : []));
const byCode = (a: { code: string }, b: { code: string }): number =>
  a.code.localeCompare(b.code, 'en', { numeric: true });
const earlier = (a: IsoDate, b: IsoDate): number => (a < b ? -1 : Number(a > b));

type Rows = (plan: Plan) => SetUpRow[];

const titleOf = (plan: Plan, memberId: string | null): string =>
  plan.members.find(({ id }) => id === memberId)?.title ?? none;

const requirements: Rows = (plan) =>
  plan.requirements.map(({ id, code, title, kind, ownerId, governmentDecision, withdrawnOn }) => {
    const dates = standing(plan.requirementDates).filter(({ requirementId }) => requirementId === id);
    const due = dates.filter((date) => date.kind === 'due');
    return {
      id,
      code,
      title,
      facts: {
        Kind: requirementKinds[kind].label,
        Due: listed(due.map(formatLoose)),
        Owner: titleOf(plan, ownerId),
        'Government decision': governmentDecisions[governmentDecision].label,
      },
      missing: lacks([
        [due.length === 0, 'no due date'],
        [ownerId === null, 'no owner'],
      ]),
      withdrawnOn,
      stands: withdrawnOn === null,
    };
  });

const dates: Rows = (plan) =>
  plan.requirementDates
    .toSorted((a, b) => earlier(a.earliest, b.earliest))
    .map((date) => ({
      id: date.id,
      code: plan.requirements.find(({ id }) => id === date.requirementId)?.code ?? '',
      title: requirementDateKinds[date.kind].label,
      facts: { Date: formatLoose(date) },
      missing: [],
      withdrawnOn: date.withdrawnOn,
      stands: date.withdrawnOn === null,
    }));

const areas: Rows = (plan) =>
  plan.areas.map(({ id, number, title, sponsorId, releasedOn, withdrawnOn }) => {
    const actions = plan.actions.filter(({ stage, areaIds }) => stage !== 'withdrawn' && areaIds[0] === id).length;
    const measures = standing(plan.measures).filter(({ areaId }) => areaId === id).length;
    return {
      id,
      code: String(number),
      title,
      facts: {
        Sponsor: titleOf(plan, sponsorId),
        Actions: String(actions),
        Measures: String(measures),
        Monitoring: releasedOn === null ? 'Monitored' : `Released on ${formatDate(releasedOn)}`,
      },
      missing: lacks([
        [actions === 0, 'no actions'],
        [measures === 0, 'no measures'],
      ]),
      withdrawnOn,
      stands: withdrawnOn === null,
    };
  });

const measures: Rows = (plan) =>
  plan.measures.map((measure) => {
    const { id, code, title, areaId, ownerId, unit, decimals, withdrawnOn } = measure;
    const targets = standing(plan.targets)
      .filter(({ measureId }) => measureId === id)
      .toSorted((a, b) => (targetDay(plan.notice, a) < targetDay(plan.notice, b) ? -1 : 1));
    const without = checkpointsOf(plan.notice).filter(({ months }) => !targets.some((each) => each.months === months));
    return {
      id,
      code,
      title,
      facts: {
        Area: String(plan.areas.find((area) => area.id === areaId)?.number ?? none),
        Owner: titleOf(plan, ownerId),
        Targets: listed(targets.map(({ value }) => formatValue(value, unit, decimals))),
        Readings: String(standing(plan.readings).filter(({ measureId }) => measureId === id).length),
      },
      missing: lacks([
        [ownerId === null, 'no owner'],
        [without.length > 0, `no target at ${without.map(({ months }) => months).join(', ')} months`],
      ]),
      withdrawnOn,
      stands: withdrawnOn === null,
    };
  });

const actions: Rows = (plan) =>
  plan.actions.map(({ id, code, title, areaIds, leadId, currentDue, stage, measureIds }) => {
    const steps = standing(plan.milestones).filter(({ actionId }) => actionId === id).length;
    return {
      id,
      code,
      title,
      facts: {
        Area: listed(areaIds.map((each) => String(plan.areas.find((area) => area.id === each)?.number ?? ''))),
        Lead: titleOf(plan, leadId),
        Due: formatDate(currentDue),
        Milestones: String(steps),
        Stage: stages[stage].label,
      },
      missing: lacks([
        [leadId === null, 'no lead'],
        [steps === 0, 'no milestones'],
        [measureIds.length === 0, 'no measure that would prove it'],
      ]),
      withdrawnOn: null,
      stands: stage !== 'withdrawn',
    };
  });

const milestones: Rows = (plan) =>
  plan.milestones
    .toSorted((a, b) => earlier(a.currentDue, b.currentDue))
    .map(({ id, actionId, title, currentDue, doneOn, withdrawnOn }) => ({
      id,
      code: plan.actions.find((action) => action.id === actionId)?.code ?? '',
      title,
      facts: { Due: formatDate(currentDue), Done: doneOn === null ? 'Not yet' : formatDate(doneOn) },
      missing: [],
      withdrawnOn,
      stands: withdrawnOn === null,
    }));

const events: Rows = (plan) =>
  plan.events
    .toSorted((a, b) => earlier(a.earliest, b.earliest))
    .map((event) => ({
      id: event.id,
      code: '',
      title: event.title,
      facts: { Date: formatLoose(event), Kind: eventKinds[event.kind].label },
      missing: [],
      withdrawnOn: event.withdrawnOn,
      stands: event.withdrawnOn === null,
    }));

const families: Rows = (plan) =>
  plan.families.map(({ id, title, kind, withdrawnOn }) => {
    const count = standingPlaces(plan).filter(({ familyId }) => familyId === id).length;
    return {
      id,
      code: '',
      title,
      facts: { Kind: familyKinds[kind].label, Measures: String(count) },
      missing: lacks([[count === 0, 'no measures']]),
      withdrawnOn,
      stands: withdrawnOn === null,
    };
  });

const familyMeasures: Rows = (plan) =>
  plan.familyMeasures.map(({ id, familyId, measureId, part, withdrawnOn }) => {
    const measure = plan.measures.find((each) => each.id === measureId);
    return {
      id,
      code: measure?.code ?? '',
      title: measure?.title ?? none,
      facts: {
        Family: plan.families.find((family) => family.id === familyId)?.title ?? none,
        Part: familyParts[part].label,
      },
      missing: lacks([[(measure?.withdrawnOn ?? null) !== null, 'its measure was withdrawn']]),
      withdrawnOn,
      stands: withdrawnOn === null,
    };
  });

const starters: Rows = (plan) =>
  plan.starters
    .toSorted((a, b) => earlier(a.startsOn, b.startsOn))
    .map(({ id, startsOn, fullTimeEquivalents, employment, training, withdrawnOn }) => ({
      id,
      code: '',
      title: `${formatFullTime(fullTimeEquivalents)} from ${formatDate(startsOn)}`,
      facts: { Employment: employments[employment].label, Training: trainings[training].label },
      missing: [],
      withdrawnOn,
      stands: withdrawnOn === null,
    }));

const risks: Rows = (plan) =>
  plan.risks.map(({ id, code, title, likelihood, impact, ownerId, state, withdrawnOn }) => ({
    id,
    code,
    title,
    facts: {
      Likelihood: `${likelihood} of 5`,
      Impact: `${impact} of 5`,
      Owner: titleOf(plan, ownerId),
      State: riskStates[state].label,
    },
    missing: lacks([[state === 'open' && ownerId === null, 'no owner']]),
    withdrawnOn,
    stands: withdrawnOn === null,
  }));

const rowsOf: Readonly<Record<SetUpNoun, Rows>> = {
  requirement: requirements,
  date: dates,
  area: areas,
  measure: measures,
  action: actions,
  milestone: milestones,
  event: events,
  family: families,
  familyMeasure: familyMeasures,
  starter: starters,
  risk: risks,
};

/** Gives every row of a noun for whoever makes the plan, by its code and then its date. Withdrawn ones come last. */
export const setUpList = (plan: Plan, today: IsoDate, noun: SetUpNoun): SetUpRow[] => {
  const rows = rowsOf[noun](planOn(plan, today));
  const ordered = rows.toSorted(byCode);
  return [...ordered.filter(({ stands }) => stands), ...ordered.filter(({ stands }) => !stands)];
};

const movesWithoutChair = (days: number): string => (days === 0 ? none : `By up to ${plural(days, 'day')}`);

/** How many rows that lack something are named on the overview. */
const mostNamed = 4;

/** Gives what is there of a plan and what is missing. */
export const setUpOf = (plan: Plan, today: IsoDate): SetUp => {
  const { notice, members } = planOn(plan, today);
  return {
    notice: {
      title: notice.title,
      facts: {
        Authority: notice.authority,
        'Issued by': `${notice.issuedBy} on ${formatDate(notice.issuedOn)}`,
        Checkpoints: checkpointsOf(notice)
          .map(({ label, on }) => `${label} (${formatDate(on)})`)
          .join(', '),
        'Dates moved without the chair': movesWithoutChair(notice.dateMoveLimitDays),
        'Cases for each caseworker':
          notice.casesPerWorker === null
            ? none
            : `${formatPlain(notice.casesPerWorker, 1)}: ${notice.casesPerWorkerSource}`,
        'Silent actions': `After ${plural(notice.updateEveryDays, 'day')} without an update`,
      },
    },
    parts: setUpNouns.map((noun) => {
      const rows = setUpList(plan, today, noun).filter(({ stands }) => stands);
      const lacking = rows.filter(({ missing }) => missing.length > 0);
      return { noun, count: rows.length, lacking: lacking.length, first: lacking.slice(0, mostNamed) };
    }),
    leads: members.filter(({ roles }) => roles.includes('officer')).length,
  };
};
