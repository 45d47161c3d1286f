/** Generated plans for property tests of views, and what any view must hold. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import { generatePlan } from '../generator/plan.ts';
import { replay } from '../generator/replay.ts';
import type { Plan } from '../plan.ts';
import { aChallenge, aCommentary, aCover, aHandover, anUpdate, aReading } from './rows.ts';

/** The day on which every generated notice is issued. */
export const generatedFrom: IsoDate = '2022-09-27';

/** Seeds of generated plans. */
export const seeds = fc.integer({ min: 0, max: 10_000 });

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
      casework: true,
    }),
  );

/** Gives the text of a view as it is sent; throws where it has a gap, such as NaN or undefined. */
const textOf = (view: unknown): string =>
  JSON.stringify(view, (key, value: unknown) => {
    if (value === undefined || (typeof value === 'number' && !Number.isFinite(value)))
      throw new Error(`A gap in the view at ${key}.`);
    return value;
  });

/**
 * Gives the same plan with a reading of every measure, an update, an offer and a question of every action, and cover for
 * everybody, all recorded the day after `seen`.
 */
const withLater = (plan: Plan, seen: IsoDate, value: number): Plan => {
  const recordedAt = `${addDays(seen, 1)}T09:00:00.000Z`;
  const period = { periodStart: addDays(seen, -60), periodEnd: addDays(seen, -30) };
  const readings = plan.measures.map(({ id, basis }) =>
    aReading({ ...period, id: `later-${id}`, measureId: id, basis, value, recordedAt }),
  );
  const updates = plan.actions.map(({ id }) =>
    anUpdate({ id: `later-${id}`, actionId: id, on: seen, rating: 'red', recordedAt }),
  );
  const commentaries = plan.measures.map(({ id }) =>
    aCommentary({ id: `later-${id}`, measureId: id, on: seen, recordedAt }),
  );
  const [first, second] = plan.members;
  const row = { recordedAt, recordedBy: first?.id ?? 'nobody' };
  const covers = plan.members.map(({ id: memberId }) =>
    aCover({ ...row, id: `later-${memberId}`, memberId, deputyId: first?.id ?? '', startsOn: seen, endsOn: seen }),
  );
  const asked = plan.actions.map(({ id, leadId: fromId }) => ({
    id: `later-${id}`,
    actionId: id,
    fromId,
    toId: second?.id ?? '',
  }));
  const handovers = asked.map((each) => aHandover({ ...row, ...each, offeredOn: seen }));
  const challenges = asked.map(({ id, actionId, toId }) =>
    aChallenge({ ...row, id, actionId, toId, askedOn: seen, dueOn: seen }),
  );
  return {
    ...plan,
    readings: [...plan.readings, ...readings],
    updates: [...plan.updates, ...updates],
    commentaries: [...plan.commentaries, ...commentaries],
    covers: [...plan.covers, ...covers],
    handovers: [...plan.handovers, ...handovers],
    challenges: [...plan.challenges, ...challenges],
  };
};

/**
 * Tests what holds of every view: it has no gap for any plan on any day, from before its notice until long after, and the view
 * of a day stays as it is whatever is recorded later.
 * @param runs how many plans each test generates
 */
export const itHoldsOfAnyPlan = (view: (plan: Plan, day: IsoDate) => unknown, runs: number): void => {
  it('is total: any plan on any day', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 700 }), fc.integer({ min: -30, max: 1500 }), (seed, made, seen) => {
        const text = textOf(view(generatedPlan(seed, made), addDays(generatedFrom, seen)));
        expect(text).not.toMatch(/NaN|undefined|Infinity/);
      }),
      { numRuns: runs },
    );
  });

  it('does not change for what is recorded later', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 60, max: 600 }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (seed, days, value) => {
          const plan = generatedPlan(seed, days);
          const seen = addDays(generatedFrom, days);
          expect(view(withLater(plan, seen, value), seen)).toEqual(view(plan, seen));
        },
      ),
      { numRuns: runs },
    );
  });
};
