/** Which measures are read together, and as what (domain.md, "Capacity", "Backlog", "Balance"). */
import type { Family, FamilyMeasure } from '../family.ts';
import type { Recorded } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { FamilyKind, FamilyPart } from '../scales.ts';
import { familyParts, keysOf } from '../scales.ts';

/** Gives every measure's place in a family that stands and was not itself withdrawn. */
export const standingPlaces = (plan: Plan): Recorded<FamilyMeasure>[] => {
  const standing = new Set(plan.families.filter(({ withdrawnOn }) => withdrawnOn === null).map(({ id }) => id));
  return plan.familyMeasures.filter(({ withdrawnOn, familyId }) => withdrawnOn === null && standing.has(familyId));
};

/** A measure that stands, in its place in a family. */
export type Placed = { part: FamilyPart; measure: Recorded<Measure> };

/** A family that stands with its measures, in the order of the parts and then of their codes. */
export type FamilyOf = { family: Recorded<Family>; placed: Placed[] };

const byCode = new Intl.Collator('en', { numeric: true });
const order = keysOf(familyParts);

/** Gives the families of one kind by their titles. A measure that was withdrawn is left out of them. */
export const familiesOf = (plan: Plan, kind: FamilyKind): FamilyOf[] => {
  const measures = new Map(
    plan.measures.filter(({ withdrawnOn }) => withdrawnOn === null).map((measure) => [measure.id, measure]),
  );
  const places = standingPlaces(plan);
  return plan.families
    .filter((family) => family.withdrawnOn === null && family.kind === kind)
    .toSorted((a, b) => byCode.compare(a.title, b.title))
    .map((family) => ({
      family,
      placed: places
        .filter(({ familyId }) => familyId === family.id)
        .flatMap(({ part, measureId }): Placed[] => {
          const measure = measures.get(measureId);
          return measure ? [{ part, measure }] : [];
        })
        .toSorted(
          (a, b) => order.indexOf(a.part) - order.indexOf(b.part) || byCode.compare(a.measure.code, b.measure.code),
        ),
    }));
};
