/**
 * What needs somebody's attention, the most harmful kind first, each with who it is with and the one thing that acts on it.
 * The summary on Position and the page of the programme office both read it from here.
 */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { deliveryOf } from '../rules/delivery.ts';
import { exceptionOf } from '../rules/exception.ts';
import { impactOf } from '../rules/impact.ts';
import { isInForce } from '../rules/in-force.ts';
import { actionReportOf, measureReportOf, requirementReportOf } from '../rules/reported.ts';
import { isAskedFor } from '../rules/reporting.ts';
import type { Tone } from '../scales.ts';
import { actionFindings } from './findings-of-actions.ts';
import { dateFindings } from './findings-of-dates.ts';
import { measureFindings } from './findings-of-measures.ts';
import { accountableFindings, focusFindings, ownerFindings, requirementFindings } from './findings-of-owners.ts';
import type { RowLink } from './row-link.ts';

/** The one thing that acts on a finding: where it leads, or whom it writes to. */
export type Act =
  | { do: 'nudge'; memberId: string }
  | { do: 'handOver'; memberId: string }
  | { do: 'findOwner'; kind: 'action' | 'measure' | 'requirement'; id: string }
  | { do: 'editAction'; id: string }
  | { do: 'decideDate'; id: string }
  | { do: 'evidence'; id: string }
  | { do: 'review'; updateId: string }
  | { do: 'enterReading'; ownerId: string | null }
  | { do: 'pickFocus' }
  | { do: 'open' };

/** One thing that needs attention. `title` is an action, a measure or a requirement with its code, or a person. */
export type Finding = {
  key: string;
  title: string;
  /** Where it is shown; null where no page shows it. */
  link: RowLink;
  /** Whose it is; null where it is nobody's. */
  ownerId: string | null;
  /** What is wrong with it, in words: "27 days overdue". */
  words: string;
  act: Act;
};

const findingKeys = [
  // Without an owner who can be reached nothing below can be acted on.
  'orphaned',
  'silent',
  'overdue',
  'late',
  'dateChanges',
  'noLead',
  'unaccounted',
  'noUpdate',
  'contradicted',
  'differs',
  'moved',
  'forecastLate',
  'unexplained',
  'noReading',
  'lateReading',
  'lateRequirement',
  'unevidenced',
  'noFocus',
] as const;
export type FindingKey = (typeof findingKeys)[number];

/** A kind of finding: what there is of it, the worst first. */
export type FindingKind = {
  key: FindingKey;
  title: string;
  status: { label: string; tone: Tone };
  /** The worst in words: "Longest: 8.05 Referral triage, 27 days". */
  worst: string;
  /** The register filtered to exactly these; null where no register is. */
  register: { page: 'actions' | 'measures' | 'dateChanges'; search: Readonly<Record<string, string>> } | null;
  findings: Finding[];
};

/** What the finders share: the statuses of everything, computed once, and from whom something is asked. */
export type Looking = {
  plan: Plan;
  today: IsoDate;
  actions: {
    action: Plan['actions'][number];
    status: ReturnType<typeof deliveryOf>;
    report: ReturnType<typeof actionReportOf>;
  }[];
  measures: {
    measure: Plan['measures'][number];
    status: ReturnType<typeof impactOf>;
    report: ReturnType<typeof measureReportOf>;
    exception: ReturnType<typeof exceptionOf>;
  }[];
  requirements: { requirement: Plan['requirements'][number]; report: ReturnType<typeof requirementReportOf> }[];
  /** The members from whom an update, a reading or a commentary is asked. */
  asked: ReadonlySet<string>;
  /** The members whom a mail reaches, as far as the plan knows: in force, and none came back. */
  reached: ReadonlySet<string>;
};

const lookAt = (plan: Plan, today: IsoDate): Looking => {
  const actions = plan.actions.map((action) => ({
    action,
    status: deliveryOf(plan, action, today),
    report: actionReportOf(plan, action, today),
  }));
  const measures = plan.measures
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .map((measure) => ({
      measure,
      status: impactOf(plan, measure, today),
      report: measureReportOf(plan, measure, today),
      exception: exceptionOf(plan, measure, today),
    }));
  const requirements = plan.requirements.map((requirement) => ({
    requirement,
    report: requirementReportOf(plan, requirement, today),
  }));
  const asked = [
    ...actions.map(({ action, report }) => [action.leadId, report] as const),
    ...measures.map(({ measure, report }) => [measure.ownerId, report] as const),
    ...requirements.map(({ requirement, report }) => [requirement.ownerId, report] as const),
  ].flatMap(([ownerId, report]) => (ownerId !== null && report !== null && isAskedFor(report) ? [ownerId] : []));
  const explains = measures.flatMap(({ measure, exception }) =>
    exception?.key === 'missing' && measure.ownerId !== null ? [measure.ownerId] : [],
  );
  const reached = plan.members.filter((member) => isInForce(member, today) && member.mailBouncedOn === null);
  return {
    plan,
    today,
    actions,
    measures,
    requirements,
    asked: new Set([...asked, ...explains]),
    reached: new Set(reached.map(({ id }) => id)),
  };
};

const rank = (key: FindingKey): number => findingKeys.indexOf(key);

/**
 * Gives every kind of finding that there is something of, the most harmful first. One row may be in several kinds.
 * @param plan what was known on the day
 */
export const findingsOf = (plan: Plan, today: IsoDate): FindingKind[] => {
  const looking = lookAt(plan, today);
  return [
    ...actionFindings(looking),
    ...dateFindings(looking),
    ...ownerFindings(looking),
    ...accountableFindings(looking),
    ...measureFindings(looking),
    ...requirementFindings(looking),
    ...focusFindings(looking),
  ]
    .filter(({ findings }) => findings.length > 0)
    .toSorted((a, b) => rank(a.key) - rank(b.key));
};
