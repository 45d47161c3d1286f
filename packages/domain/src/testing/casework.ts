/** A team and its backlog for tests: families with measures and readings at the ends of months. */
import { endOfMonth } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { Measure, Reading } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { familyParts, type FamilyPart } from '../scales.ts';
import { aFamily, aFamilyMeasure, aMeasure, aNotice, aPlan, aReading } from './rows.ts';

/** One value, or a reading with what is said of it. */
type Given = number | Partial<Reading>;

const monthly: ReadonlySet<FamilyPart> = new Set(['inflow', 'throughput', 'leavers']);

/**
 * Gives a plan with a capacity and a backlog family, each part with its readings by month: `{ openCases: { '2023-08': 1000 } }`.
 * A part that is not given has no measure; one with `{}` has no reading. The ratio is 250.
 */
export const caseworkPlan = (
  given: Partial<Record<FamilyPart, Readonly<Record<string, Given>>>>,
  over: Partial<Plan> = {},
  measured: Partial<Measure> = {},
): Plan => {
  const places = Object.keys(given) as FamilyPart[];
  const recordedAt = '2023-04-03T09:00:00.000Z';
  return aPlan({
    notice: aNotice({ casesPerWorker: 250, casesPerWorkerSource: 'Reported in the press' }),
    families: [
      aFamily({ id: 'capacity', kind: 'capacity', title: 'Casework' }),
      aFamily({ id: 'backlog', kind: 'backlog', title: 'Annual reviews' }),
      aFamily({ id: 'balance', kind: 'balance', title: 'Assessments in time' }),
    ],
    familyMeasures: places.map((part) =>
      aFamilyMeasure({ id: `place-${part}`, familyId: familyParts[part].kind, measureId: part, part }),
    ),
    measures: places.map((part) =>
      aMeasure({
        id: part,
        code: part,
        title: familyParts[part].label,
        unit: 'rate',
        decimals: 0,
        polarity: 'L',
        basis: monthly.has(part) ? 'month' : 'snapshot',
        recordedAt,
        ...measured,
      }),
    ),
    readings: places.flatMap((part) =>
      Object.entries(given[part] ?? {}).map(([month, value]) => {
        const end: IsoDate = endOfMonth(`${month}-01`);
        return aReading({
          id: `${part}-${month}`,
          measureId: part,
          basis: monthly.has(part) ? 'month' : 'snapshot',
          periodStart: monthly.has(part) ? `${month}-01` : end,
          periodEnd: end,
          recordedAt,
          ...(typeof value === 'number' ? { value } : value),
        });
      }),
    ),
    ...over,
  });
};
