/** What can belong to somebody: the actions that they lead, the measures and the requirements that are theirs. */
import { londonDay } from '../calendar.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { RequirementState, Stage } from '../scales.ts';
import { stageOn } from './delivery.ts';
import { requirementStateOf } from './requirement.ts';

export type OwnedKind = 'action' | 'measure' | 'requirement';

/** An action, a measure or a requirement with whose it is: its lead, or its owner; null where nobody has it. */
export type Owned = { kind: OwnedKind; id: string; code: string; title: string; ownerId: string | null };

/** What a row is about: exactly one of the three is set. */
export type About = { actionId: string | null; measureId: string | null; requirementId: string | null };

type Row = { id: string; code: string; title: string };
const owned = (kind: OwnedKind, { id, code, title }: Row, ownerId: string | null): Owned => ({
  kind,
  id,
  code,
  title,
  ownerId,
});

/** Gives the row that something is about; null where the plan does not have it. */
export const rowAbout = (plan: Plan, { actionId, measureId, requirementId }: About): Owned | null => {
  const action = plan.actions.find(({ id }) => id === actionId);
  if (action) return owned('action', action, action.leadId);
  const measure = plan.measures.find(({ id }) => id === measureId);
  if (measure) return owned('measure', measure, measure.ownerId);
  const requirement = plan.requirements.find(({ id }) => id === requirementId);
  return requirement ? owned('requirement', requirement, requirement.ownerId) : null;
};

/** What a question is about: one of the three, or an area, which is its sponsor's. */
export type AskedAbout = About & { areaId: string | null };
/** What was asked about, with who answers for it; an area goes by its number. */
export type AskedRow = Omit<Owned, 'kind'> & { kind: OwnedKind | 'area' };

/** Gives the row that a question is about; null where the plan does not have it. */
export const askedRow = (plan: Plan, about: AskedAbout): AskedRow | null => {
  const area = plan.areas.find(({ id }) => id === about.areaId);
  if (!area) return rowAbout(plan, about);
  return { kind: 'area', id: area.id, code: String(area.number), title: area.title, ownerId: area.sponsorId };
};

/** Says what a row is called in a sentence: "Action 6.04". */
export const nameOf = ({ kind, code }: Pick<AskedRow, 'kind' | 'code'>): string =>
  `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${code}`;

const openStages: readonly Stage[] = ['notStarted', 'inProgress', 'delivered'];
const metStates: readonly RequirementState[] = ['met', 'metLate'];

/** A live row, with the day on which it was last changed: since then at the latest it is whose it is. */
export type LiveRow = Owned & { changedOn: IsoDate };

const live = (kind: OwnedKind, row: Recorded<Row>, ownerId: string | null): LiveRow => ({
  ...owned(kind, row, ownerId),
  changedOn: londonDay(row.recordedAt),
});

const byCode = new Intl.Collator('en-GB', { numeric: true });
const inCodeOrder = (a: Row, b: Row): number => byCode.compare(a.code, b.code);

/**
 * Gives everything that somebody has to look after on a day, by kind and code: actions that are not evidenced yet, measures
 * that stand, and requirements that are not met.
 */
export const liveRowsOf = (plan: Plan, today: IsoDate): LiveRow[] => [
  ...plan.actions
    .filter((action) => openStages.includes(stageOn(plan, action, today)))
    .toSorted(inCodeOrder)
    .map((action) => live('action', action, action.leadId)),
  ...plan.measures
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .toSorted(inCodeOrder)
    .map((measure) => live('measure', measure, measure.ownerId)),
  ...plan.requirements
    .filter(
      (requirement) =>
        requirement.withdrawnOn === null && !metStates.includes(requirementStateOf(plan, requirement, today).key),
    )
    .toSorted(inCodeOrder)
    .map((requirement) => live('requirement', requirement, requirement.ownerId)),
];
