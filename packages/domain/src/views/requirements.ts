/** Every requirement of a notice and public commitment of the council, with their dates and deadlines. */
import { decisionWords } from '../charts/deadline-words.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { Requirement } from '../requirement.ts';
import { nextRequirementDue } from '../rules/deadlines.ts';
import { planOn } from '../rules/known.ts';
import { requirementStateOf } from '../rules/requirement.ts';
import type { GovernmentDecision, RequirementKind, RequirementState, Status } from '../scales.ts';
import { governmentDecisions, requirementKinds, statusOf } from '../scales.ts';
import { daysLeftOrOver, formatNumber, plural } from '../words.ts';
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
  /** The days left or over: "in 5 days", "48 days late". */
  days: string;
  state: Status<RequirementState>;
  stands: string | null;
  decision: Status<GovernmentDecision>;
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

const daysOf = (state: ReturnType<typeof requirementStateOf>, today: IsoDate): string => {
  const { due, metOn, days } = state;
  if (!due || days === null) return 'No date given';
  if (!metOn) return daysLeftOrOver(today, due.latest);
  if (metOn.latest <= due.latest) return days === 0 ? 'met on the day' : `met ${plural(-days, 'day')} early`;
  return `met ${plural(days, 'day')} after`;
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
    days: daysOf(state, today),
    state: { key, label, tone, reason },
    stands: standing,
    decision: statusOf(governmentDecisions, governmentDecision, decisionWords(requirement)),
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
  const counted = `${formatNumber(met, 0)} of ${plural(rows.length, 'requirement')} ${rows.length === 1 || met === 1 ? 'is' : 'are'} met`;
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
