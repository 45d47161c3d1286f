/** Every requirement of a notice and public commitment of the council, with their dates and deadlines. */
import type { IsoDate, Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { Requirement } from '../requirement.ts';
import { nextRequirementDue } from '../rules/deadlines.ts';
import { planOn } from '../rules/known.ts';
import { requirementReportOf } from '../rules/reported.ts';
import { requirementStateOf } from '../rules/requirement.ts';
import type { GovernmentDecision, ReportState, RequirementKind, RequirementState, Status } from '../scales.ts';
import { governmentDecisions, requirementKinds, statusOf } from '../scales.ts';
import { daysLeftOrOver, formatDate, formatNumber, plural } from '../words.ts';
import type { DeadlineView } from './deadline.ts';
import { deadlineViewsOf } from './deadline.ts';
import type { DateGroup } from './requirement-dates.ts';
import { dateGroupsOf } from './requirement-dates.ts';
import type { SourceView } from './source.ts';
import { isIllustrative, sourceView } from './source.ts';

export type RequirementSummary = {
  id: string;
  code: string;
  title: string;
  kind: RequirementKind;
  kindLabel: string;
  owner: string | null;
  source: SourceView;
  dates: DateGroup[];
  /** The first due day, for sorting; null where none is given. */
  due: IsoDate | null;
  /** The days left or over: "5 days left", "48 days over". */
  days: string;
  state: Status<RequirementState>;
  stands: string | null;
  /** Its reason is what is noted of it, or that nothing is. */
  decision: Status<GovernmentDecision>;
  decisionNote: string | null;
  /** Where its report stands in the reporting period; null where none is asked for. */
  report: { state: ReportState; days: number | null } | null;
};

export type RequirementsView = {
  today: IsoDate;
  title: string;
  under: string;
  illustrative: boolean;
  deadlines: DeadlineView[];
  rows: RequirementSummary[];
};

const byCode = new Intl.Collator('en-GB', { numeric: true });

const daysOf = ({ due, metOn, days }: ReturnType<typeof requirementStateOf>): string => {
  if (!due || days === null) return 'No date given';
  if (days > 0) return `${plural(days, 'day')} over`;
  if (metOn) return days === 0 ? 'Met on the day' : `Met ${plural(-days, 'day')} early`;
  return days === 0 ? 'Due today' : `${plural(-days, 'day')} left`;
};

const decisionNoteOf = ({ governmentDecidedOn, governmentNote }: Requirement): string | null => {
  const on = governmentDecidedOn === null ? null : `Decided on ${formatDate(governmentDecidedOn)}.`;
  return on === null ? governmentNote : [on, governmentNote].filter((words) => words !== null).join(' ');
};

/** Gives one requirement in short, as the list shows it. */
export const requirementSummaryOf = (
  plan: Plan,
  requirement: Recorded<Requirement>,
  today: IsoDate,
): RequirementSummary => {
  const state = requirementStateOf(plan, requirement, today);
  const { key, label, tone, reason, due } = state;
  const { id, code, title, kind, ownerId, standing, governmentDecision } = requirement;
  const report = requirementReportOf(plan, requirement, today);
  return {
    id,
    code,
    title,
    kind,
    kindLabel: requirementKinds[kind].label,
    owner: plan.members.find((member) => member.id === ownerId)?.title ?? null,
    source: sourceView(requirement, today),
    dates: dateGroupsOf(plan, requirement, today),
    due: due?.latest ?? null,
    days: daysOf(state),
    state: { key, label, tone, reason },
    stands: standing,
    decision: statusOf(
      governmentDecisions,
      governmentDecision,
      decisionNoteOf(requirement) ?? 'Nothing is noted of it.',
    ),
    decisionNote: decisionNoteOf(requirement),
    report: report && { state: report.key, days: report.days },
  };
};

/** Gives the requirements that stand, clauses before commitments, by number. */
export const standingRequirements = (plan: Plan): Recorded<Requirement>[] =>
  plan.requirements
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .toSorted((a, b) => byCode.compare(a.kind, b.kind) || byCode.compare(a.code, b.code));

const titleOf = (plan: Plan, rows: readonly RequirementSummary[], today: IsoDate): string => {
  if (rows.length === 0) return 'No requirements yet';
  const met = rows.filter(({ state }) => state.key === 'met' || state.key === 'metLate').length;
  const late = rows.filter(({ state }) => state.key === 'notMet').length;
  const overdue = late === 0 ? '' : `, ${formatNumber(late, 0)} ${late === 1 ? 'is' : 'are'} overdue`;
  const counted = `${formatNumber(met, 0)} of ${plural(rows.length, 'requirement')} ${rows.length === 1 || met === 1 ? 'is' : 'are'} met${overdue}`;
  const next = nextRequirementDue(plan, today);
  if (next === null) return counted;
  const due = rows.filter(({ due: on }) => on === next).length;
  const days = daysLeftOrOver(today, next);
  return `${counted}; ${due > 1 ? `the next ${formatNumber(due, 0)} fall due` : 'the next falls due'} ${days}`;
};

/** Gives the page of requirements and deadlines on a day. */
export const requirementsView = (entire: Plan, today: IsoDate): RequirementsView => {
  const plan = planOn(entire, today);
  const standing = standingRequirements(plan);
  const rows = standing.map((requirement) => requirementSummaryOf(plan, requirement, today));
  const clauses = rows.filter(({ kind }) => kind === 'clause').length;
  const commitments = rows.length - clauses;
  return {
    today,
    title: titleOf(plan, rows, today),
    under: `${plural(clauses, 'clause')} of the notice and ${plural(commitments, 'public commitment')}. Every date keeps its kind and its source; where sources conflict, both stand.`,
    illustrative: isIllustrative([...plan.requirementDates, ...plan.requirements]),
    deadlines: deadlineViewsOf(plan, standing, today),
    rows,
  };
};
