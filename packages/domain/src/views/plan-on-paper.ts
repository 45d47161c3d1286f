/** The plan itself as a document: its areas with their actions and targets, and the requirements that it answers. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { targetsOf } from '../rules/impact.ts';
import { planOn } from '../rules/known.ts';
import { requirementDatesOf } from '../rules/requirement.ts';
import { planVersionKinds, type PlanVersionKind } from '../scales.ts';
import { formatAim, formatDate, formatLoose, formatNumber, formatShortDate, plural } from '../words.ts';
import { isIllustrative } from './source.ts';

type PaperAction = { id: string; code: string; title: string; success: string | null; lead: string; due: string };
type PaperMeasure = { id: string; code: string; title: string; baseline: string; targets: string };
type PaperRequirement = { id: string; code: string; title: string; text: string; due: string };

export type PlanOnPaper = {
  noticeTitle: string;
  fictional: boolean;
  title: string;
  /** "Agreed, 31 July 2023". */
  what: string;
  note: string | null;
  asAt: string;
  /** The position of the ledger that it is: "4,118", its first eight digits, and the head that `verify` takes. */
  position: { seq: string; short: string; head: string };
  /** "116 actions in 9 areas, 33 measures". */
  counts: string;
  illustrative: boolean;
  areas: {
    id: string;
    number: number;
    title: string;
    statement: string;
    actions: PaperAction[];
    measures: PaperMeasure[];
  }[];
  requirements: PaperRequirement[];
};

const byCode = new Intl.Collator('en-GB', { numeric: true });
const inCodeOrder = (a: { code: string }, b: { code: string }): number => byCode.compare(a.code, b.code);

const actionsIn = (plan: Plan, areaId: string): PaperAction[] =>
  plan.actions
    .filter(({ stage, areaIds }) => stage !== 'withdrawn' && areaIds[0] === areaId)
    .toSorted(inCodeOrder)
    .map(({ id, code, title, successCriteria, leadId, organisation, currentDue }) => {
      const lead = plan.members.find((member) => member.id === leadId)?.title ?? 'No lead';
      return {
        id,
        code,
        title,
        success: successCriteria,
        lead: `${lead}, ${organisation}`,
        due: formatShortDate(currentDue),
      };
    });

const measuresIn = (plan: Plan, areaId: string): PaperMeasure[] =>
  plan.measures
    .filter((measure) => measure.withdrawnOn === null && measure.areaId === areaId)
    .toSorted(inCodeOrder)
    .map((measure) => {
      const targets = targetsOf(plan, measure).map(
        ({ target, on }) => `${formatAim(target.value, measure)} by ${formatShortDate(on)}`,
      );
      return {
        id: measure.id,
        code: measure.code,
        title: measure.title,
        baseline: measure.baseline === null ? 'None' : formatAim(measure.baseline, measure),
        targets: targets.length === 0 ? 'None' : targets.join('; '),
      };
    });

const requirementsIn = (plan: Plan): PaperRequirement[] =>
  plan.requirements
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .toSorted(inCodeOrder)
    .map((requirement) => {
      const { id, code, title, text } = requirement;
      const due = requirementDatesOf(plan, requirement, 'due').map(formatLoose);
      return { id, code, title, text, due: due.length === 0 ? 'No date given' : [...new Set(due)].join('; ') };
    });

/** Gives what the document of a version holds: the plan as it stands at the version's position, on its day. */
export const planOnPaperOf = (
  entire: Plan,
  day: IsoDate,
  { kind, title, on, note }: { kind: PlanVersionKind; title: string; on: IsoDate; note: string | null },
): PlanOnPaper => {
  const plan = planOn(entire, day);
  const areas = plan.areas
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .toSorted((a, b) => a.number - b.number)
    .map((area) => ({
      id: area.id,
      number: area.number,
      title: area.title,
      statement: area.statement,
      actions: actionsIn(plan, area.id),
      measures: measuresIn(plan, area.id),
    }));
  const count = (of: 'actions' | 'measures'): number => areas.reduce((sum, area) => sum + area[of].length, 0);
  return {
    noticeTitle: plan.notice.title,
    fictional: plan.notice.nature === 'fictional',
    title,
    what: `${planVersionKinds[kind].label}, ${formatDate(on)}`,
    note,
    asAt: formatDate(day),
    position: {
      seq: formatNumber(plan.head.seq, 0),
      short: plan.head.hash.slice(0, 8).replace(/^(.{4})(?=.)/, '$1 '),
      head: `${plan.head.seq}:${plan.head.hash}`,
    },
    counts: `${plural(count('actions'), 'action')} in ${plural(areas.length, 'area')}, ${plural(count('measures'), 'measure')}`,
    illustrative: isIllustrative(plan.actions),
    areas,
    requirements: requirementsIn(plan),
  };
};
