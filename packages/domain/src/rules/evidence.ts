/** Which evidence counts: what stands, in its newest version. */
import type { Evidence } from '../evidence.ts';
import type { Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { compareText } from './grouped.ts';

/** The rows that evidence may be linked to, by the page that shows each. */
export type EvidencePage = 'actions' | 'measures' | 'requirements' | 'areas';

/** What evidence is linked to. */
export type EvidenceLinks = Pick<Evidence, 'actionIds' | 'measureIds' | 'requirementIds' | 'areaIds'>;

/** Gives the ids of the rows of one kind that evidence is linked to. */
export const linkedIds = (links: EvidenceLinks, page: EvidencePage): readonly string[] =>
  ({
    actions: links.actionIds,
    measures: links.measureIds,
    requirements: links.requirementIds,
    areas: links.areaIds,
  })[page];

/** Gives what a piece of evidence is a new version of, the newest first; not itself. */
export const earlierVersions = (
  { evidence }: Pick<Plan, 'evidence'>,
  of: Pick<Evidence, 'id' | 'replacesId'>,
): Recorded<Evidence>[] => {
  const earlier: Recorded<Evidence>[] = [];
  const seen = new Set([of.id]);
  for (let next = of.replacesId; next !== null && !seen.has(next);) {
    const found = evidence.find(({ id }) => id === next);
    seen.add(next);
    if (found) earlier.push(found);
    next = found?.replacesId ?? null;
  }
  return earlier;
};

const known = new WeakMap<readonly Recorded<Evidence>[], readonly Recorded<Evidence>[]>();

/**
 * Gives the evidence that counts, newest first: what was not withdrawn and has no newer version that stands. Where a new
 * version is withdrawn, the one before it counts again.
 */
export const currentEvidence = (plan: Pick<Plan, 'evidence'>): readonly Recorded<Evidence>[] => {
  const kept = known.get(plan.evidence);
  if (kept) return kept;
  const standing = plan.evidence.filter(({ withdrawnOn }) => withdrawnOn === null);
  const old = new Set(standing.flatMap((row) => earlierVersions(plan, row).map(({ id }) => id)));
  const current = standing
    .filter(({ id }) => !old.has(id))
    .toSorted(
      (a, b) => compareText(b.addedOn, a.addedOn) || compareText(b.recordedAt, a.recordedAt) || compareText(a.id, b.id),
    );
  known.set(plan.evidence, current);
  return current;
};
