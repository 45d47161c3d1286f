/** The requirements by checkpoint: which stood as met on each of its days. */
import type { IsoDate, Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { Requirement } from '../requirement.ts';
import { checkpointsOf } from '../rules/checkpoints.ts';
import { requirementStateOf } from '../rules/requirement.ts';
import type { RequirementKind, RequirementState, Status } from '../scales.ts';
import { formatLoose, formatNumber } from '../words.ts';
import type { RequirementLine } from './position-requirements.ts';
import { requirementLinesOf } from './position-requirements.ts';

export type RequirementCell = {
  months: number;
  status: Status<RequirementState | 'pending' | 'noDate'>;
  words: string;
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

const cellOf = (plan: Plan, requirement: Recorded<Requirement>, months: number, on: IsoDate, today: IsoDate) => {
  const now = requirementStateOf(plan, bare(requirement), today);
  const day = on <= today ? on : today;
  const { key, label, tone, reason, due } = requirementStateOf(plan, bare(requirement), day);
  const words = due ? `due ${formatLoose({ ...due, printed: null })}` : 'no date given';
  const ofDay = { months, status: { key, label, tone, reason }, words };
  if (key === 'notDue' && due === null && on <= today) {
    return {
      ...ofDay,
      status: {
        key: 'noDate' as const,
        label: 'Not yet met',
        tone: 'none' as const,
        reason: `${reason} It was not recorded as met by then.`,
      },
    };
  }
  if (on <= today || now.metOn !== null) return ofDay;
  const reasonLater = `The day has not come yet. ${now.reason}`;
  return {
    months,
    status: { key: 'pending' as const, label: 'Pending', tone: 'pending' as const, reason: reasonLater },
    words,
  };
};

/** Gives the requirements that stand with their state at each checkpoint: by their dates for those past, pending or already met for those to come. */
export const requirementsByCheckpoint = (plan: Plan, today: IsoDate): RequirementsByCheckpoint => {
  const checkpoints = checkpointsOf(plan.notice);
  const requirements = new Map(plan.requirements.map((row) => [row.id, row]));
  const rows = requirementLinesOf(plan, today).flatMap(
    ({ id, code, title, kind, due, state, sources }): RequirementRow[] => {
      const requirement = requirements.get(id);
      if (!requirement) return [];
      const cells = checkpoints.map(({ months, on }) => cellOf(plan, requirement, months, on, today));
      return [{ id, code, title, kind, due: due?.words ?? null, state, sources, cells }];
    },
  );
  const totals = checkpoints.map(({ months }, index) => {
    const met = rows.filter(({ cells }) => ['met', 'metLate'].includes(cells[index]?.status.key ?? '')).length;
    return { months, words: `${formatNumber(met, 0)} of ${formatNumber(rows.length, 0)} met` };
  });
  return { rows, totals };
};
