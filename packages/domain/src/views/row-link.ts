import type { Plan } from '../plan.ts';

/** Where a row is shown: the page of the thing that it is or hangs on; null where no page shows it. */
export type RowLink = { page: 'actions' | 'measures' | 'requirements' | 'areas'; id: string } | null;

type Fields = Readonly<Record<string, unknown>>;

const pages = [
  { page: 'actions', entity: 'action', parent: 'actionId' },
  { page: 'measures', entity: 'measure', parent: 'measureId' },
  { page: 'requirements', entity: 'requirement', parent: 'requirementId' },
  { page: 'areas', entity: 'area', parent: 'areaId' },
] as const;

/** Gives the page of a row, as far as the plan holds what that page shows. */
export const rowLinkOf = (plan: Plan, entity: string, entityId: string, row: Fields | null): RowLink => {
  for (const { page, entity: own, parent } of pages) {
    const id = entity === own ? entityId : row?.[parent];
    if (typeof id === 'string') return plan[page].some((each) => each.id === id) ? { page, id } : null;
  }
  return null;
};

/** Gives the ids of a row and of everything that hangs on it, by entity: what its history is made of. */
export const rowsAbout = (plan: Plan, entity: string, id: string): Readonly<Record<string, string[]>> => {
  const of = <Row extends { id: string }>(rows: readonly Row[], parent: (row: Row) => string | null): string[] =>
    rows.filter((row) => parent(row) === id).map((row) => row.id);
  const itself = { [entity]: [id] };
  if (entity === 'action') {
    return {
      ...itself,
      stageChange: of(plan.stageChanges, ({ actionId }) => actionId),
      milestone: of(plan.milestones, ({ actionId }) => actionId),
      update: of(plan.updates, ({ actionId }) => actionId),
      dateChange: of(plan.dateChanges, ({ actionId }) => actionId),
    };
  }
  if (entity === 'measure') {
    return {
      ...itself,
      target: of(plan.targets, ({ measureId }) => measureId),
      reading: of(plan.readings, ({ measureId }) => measureId),
      benchmark: of(plan.benchmarks, ({ measureId }) => measureId),
      update: of(plan.updates, ({ measureId }) => measureId),
    };
  }
  if (entity !== 'requirement') return itself;
  return {
    ...itself,
    requirementDate: of(plan.requirementDates, ({ requirementId }) => requirementId),
    update: of(plan.updates, ({ requirementId }) => requirementId),
  };
};
