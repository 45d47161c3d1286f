/** The requirements by checkpoint: which stood as met on each of its days. */
import type { IsoDate, Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { Requirement } from '../requirement.ts';
import { checkpointsOf } from '../rules/checkpoints.ts';
import { requirementStateOf } from '../rules/requirement.ts';
import type { RequirementKind, RequirementState, Status } from '../scales.ts';
import { requirementStates, statusOf } from '../scales.ts';
import { formatLoose, formatNumber } from '../words.ts';
import type { RequirementLine } from './position-requirements.ts';
import { requirementLinesOf } from './position-requirements.ts';

type RequirementCell = {
  months: number;
  status: Status<RequirementState | 'pending' | 'noDate'>;
};

export type RequirementRow = Pick<RequirementLine, 'id' | 'code' | 'title' | 'sources'> & {
  kind: RequirementKind;
  due: string | null;
  state: Status<RequirementState>;
  cells: RequirementCell[];
};

export type RequirementsByCheckpoint = { rows: RequirementRow[]; totals: { months: number; words: string }[] };

// Only the dates tell how it stood on a past day: what was said of it since is about today.
const bare = (requirement: Recorded<Requirement>): Recorded<Requirement> => ({
  ...requirement,
  declared: null,
  standing: null,
});

type CellStatus = RequirementCell['status'];

const pending = (reason: string): CellStatus => ({
  key: 'pending',
  label: 'Not yet due',
  tone: 'pending',
  reason: `The day is not over. ${reason}`,
});

/** The state at the end of a checkpoint's day: what is due on that day and not met by then is not met. */
const statusAt = (plan: Plan, requirement: Recorded<Requirement>, on: IsoDate, today: IsoDate): CellStatus => {
  const now = requirementStateOf(plan, bare(requirement), today);
  const { key, label, tone, reason, due } = requirementStateOf(plan, bare(requirement), on <= today ? on : today);
  const ofDay = { key, label, tone, reason };
  if (on > today) return now.metOn === null ? pending(now.reason) : ofDay;
  if (key !== 'notDue') return ofDay;
  if (due === null)
    return { key: 'noDate', label: 'Not yet met', tone: 'none', reason: `${reason} It was not met by then.` };
  if (due.latest > on) return ofDay;
  if (on === today) return pending(reason);
  return statusOf(requirementStates, 'notMet', `Due ${formatLoose(due)}. It is not recorded as met by then.`);
};

/** Gives the requirements that stand with their state at each checkpoint: by their dates for those past, pending or already met for those to come. */
export const requirementsByCheckpoint = (plan: Plan, today: IsoDate): RequirementsByCheckpoint => {
  const checkpoints = checkpointsOf(plan.notice);
  const requirements = new Map(plan.requirements.map((row) => [row.id, row]));
  const rows = requirementLinesOf(plan, today).flatMap(
    ({ id, code, title, kind, due, state, sources }): RequirementRow[] => {
      const requirement = requirements.get(id);
      if (!requirement) return [];
      const cells = checkpoints.map(({ months, on }) => ({ months, status: statusAt(plan, requirement, on, today) }));
      return [{ id, code, title, kind, due: due?.words ?? null, state, sources, cells }];
    },
  );
  const totals = checkpoints.map(({ months }, index) => {
    const met = rows.filter(({ cells }) => ['met', 'metLate'].includes(cells[index]?.status.key ?? '')).length;
    return { months, words: `${formatNumber(met, 0)} of ${formatNumber(rows.length, 0)} met` };
  });
  return { rows, totals };
};
