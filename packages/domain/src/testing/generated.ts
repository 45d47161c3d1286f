/** Generated plans for property tests of views, and what any view must hold. */
import { addDays } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import { generatePlan } from '../generator/plan.ts';
import { replay } from '../generator/replay.ts';
import type { Plan } from '../plan.ts';
import { aReading } from './rows.ts';

/** The day on which every generated notice is issued. */
export const generatedFrom: IsoDate = '2022-09-27';

/** Gives a small plan as it stands some days after its notice was issued. */
export const generatedPlan = (seed: number, days: number): Plan =>
  replay(
    generatePlan({
      seed,
      issuedOn: generatedFrom,
      day: addDays(generatedFrom, days),
      areas: 4,
      actions: 12,
      measures: 8,
      months: 6,
    }),
  );

/** Gives the text of a view as it is sent; throws where it has a gap, such as NaN or undefined. */
export const textOfView = (view: unknown): string =>
  JSON.stringify(view, (key, value: unknown) => {
    if (value === undefined || (typeof value === 'number' && !Number.isFinite(value)))
      throw new Error(`A gap in the view at ${key}.`);
    return value;
  });

/** Gives the same plan with one more reading of its first measure, recorded the day after `seen`. */
export const withLaterReading = (plan: Plan, seen: IsoDate, value: number): Plan => {
  const [measure] = plan.measures;
  if (!measure) return plan;
  const later = aReading({
    id: 'later',
    measureId: measure.id,
    basis: measure.basis,
    periodStart: addDays(seen, -60),
    periodEnd: addDays(seen, -30),
    value,
    recordedAt: `${addDays(seen, 1)}T09:00:00.000Z`,
  });
  return { ...plan, readings: [...plan.readings, later] };
};
