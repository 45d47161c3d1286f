import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendar.ts';
import type { Plan } from '../plan.ts';
import { entities } from '../plan.ts';
import { checkpointResultOf } from '../rules/checkpoint-result.ts';
import { checkpointsOf } from '../rules/checkpoints.ts';
import { deadlinesOf } from '../rules/deadlines.ts';
import { declaredOf, deliveryOf, slipOf } from '../rules/delivery.ts';
import { directionOf } from '../rules/direction.ts';
import { impactOf } from '../rules/impact.ts';
import { planOn } from '../rules/known.ts';
import { areaRollUp } from '../rules/roll-up.ts';
import { trajectoryOf, trajectoryValueAt } from '../rules/trajectory.ts';
import { generatePlan } from './plan.ts';
import { replay } from './replay.ts';

const exampleshire = generatePlan();
const small = fc.record({
  seed: fc.nat(),
  areas: fc.integer({ min: 1, max: 9 }),
  actions: fc.integer({ min: 0, max: 20 }),
  measures: fc.integer({ min: 0, max: 10 }),
  months: fc.integer({ min: 0, max: 15 }),
});
const offsets = fc.integer({ min: -30, max: 900 });
const onDay = (offset: number): string => addDays('2022-09-27', offset);

/** Everything that the rules say of a plan on a day. */
const sayings = (known: Plan, today: string) => {
  const plan = planOn(known, today);
  return {
    actions: plan.actions.map((action) => [
      action.id,
      deliveryOf(plan, action, today),
      declaredOf(plan, action),
      slipOf(plan, action),
    ]),
    measures: plan.measures.map((measure) => [
      measure.id,
      impactOf(plan, measure, today),
      directionOf(plan, measure, today),
      trajectoryOf(plan, measure),
      trajectoryValueAt(plan, measure, today),
      checkpointsOf(plan.notice).map((checkpoint) => checkpointResultOf(plan, measure, checkpoint, today)),
    ]),
    areas: plan.areas.map((area) => areaRollUp(plan, area, today)),
    deadlines: deadlinesOf(plan, today),
  };
};

test('Exampleshire has nine areas, 90 actions, 40 measures and 36 months of readings, and says that it is made up', () => {
  const plan = replay(exampleshire);
  expect([plan.areas.length, plan.actions.length, plan.measures.length, plan.readings.length]).toEqual([
    9,
    90,
    40,
    40 * 36,
  ]);
  expect(plan.notice).toMatchObject({ nature: 'fictional', mark: 'illustrative', issuedOn: '2022-09-27' });
  const marked = [
    plan.areas,
    plan.requirements,
    plan.actions,
    plan.measures,
    plan.targets,
    plan.readings,
    plan.updates,
    plan.evidence,
    plan.waivers,
    plan.judgements,
    plan.challenges,
  ].flat();
  expect(marked.every(({ mark }) => mark === 'illustrative')).toBe(true);
  expect(Math.min(plan.evidence.length, plan.waivers.length, plan.challenges.length)).toBeGreaterThan(0);
  expect(new Set(plan.judgements.map(({ voice }) => voice)).size).toBe(4);
  expect(new Set(plan.actions.map(({ title }) => title)).size).toBe(90);
  expect(new Set(plan.measures.map(({ title }) => title)).size).toBe(40);
});

test('Exampleshire shows every kind of delivery and impact that a board must tell apart', () => {
  const plan = replay(exampleshire);
  const deliveries = new Set(plan.actions.map((action) => deliveryOf(plan, action, '2023-09-25').key));
  expect(deliveries).toEqual(
    new Set([
      'complete',
      'deliveredNotEvidenced',
      'onTrack',
      'dueSoon',
      'forecastLate',
      'noUpdate',
      'overdue',
      'withdrawn',
    ]),
  );
  const impacts = new Set(plan.measures.map((measure) => impactOf(plan, measure, '2023-09-25').key));
  expect(impacts).toEqual(new Set(['targetMet', 'floorMet', 'floorMissed', 'targetMissed', 'noTarget']));
  expect(plan.actions.some((action) => slipOf(plan, action).times >= 2)).toBe(true);
});

test('the same seed gives the same script, another seed another', () => {
  expect(generatePlan()).toEqual(exampleshire);
  expect(generatePlan({ seed: 2 })).not.toEqual(exampleshire);
});

test('every row passes its schema as it is', () => {
  fc.assert(
    fc.property(small, (sizes) => {
      for (const { entity, row } of generatePlan(sizes).flatMap(({ changes }) => changes)) {
        const whole = { ...row, version: 1 };
        expect(entities[entity].parse(whole)).toEqual(whole);
      }
    }),
    { numRuns: 10 },
  );
});

test('days never go back, versions follow each other, and every row is the notice’s own', () => {
  fc.assert(
    fc.property(small, offsets, (sizes, offset) => {
      const day = onDay(Math.max(0, offset));
      const steps = generatePlan({ ...sizes, day, noticeId: 'another' });
      const days = steps.map((step) => step.day);
      expect(days).toEqual(days.toSorted());
      expect(days.at(-1)! <= day).toBe(true);
      expect(steps.every(({ changes }) => changes.every(({ row }) => row.noticeId === 'another'))).toBe(true);
      expect(replay(steps).actions.length).toBe(offset >= 42 ? sizes.actions : 0);
    }),
    { numRuns: 30 },
  );
});

test('what refers to a row comes after it', () => {
  const seen = new Set<string>();
  for (const { entity, row } of exampleshire.flatMap(({ changes }) => changes)) {
    const refers = [
      'actionId' in row ? row.actionId : null,
      'measureId' in row ? row.measureId : null,
      'requirementId' in row ? row.requirementId : null,
      'areaId' in row ? row.areaId : null,
      'leadId' in row ? row.leadId : null,
    ].filter((id) => id !== null);
    expect(refers.filter((id) => !seen.has(id))).toEqual([]);
    seen.add(entity === 'notice' ? row.noticeId : row.id);
  }
});

test('the rules say something of any plan on any day, without a NaN', () => {
  fc.assert(
    fc.property(small, offsets, (sizes, offset) => {
      const said = JSON.stringify(sayings(replay(generatePlan(sizes)), onDay(offset)), (_, value: unknown) => {
        if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('A number that is none.');
        return value;
      });
      expect(said).not.toMatch(/NaN|undefined|Infinity/);
    }),
    { numRuns: 30 },
  );
});

test('what was recorded later never changes what was said of an earlier day', () => {
  fc.assert(
    fc.property(small, fc.integer({ min: 0, max: 363 }), (sizes, offset) => {
      const day = onDay(offset);
      const steps = generatePlan(sizes);
      const then = replay(steps.filter((step) => step.day <= day));
      // A row that was changed since is known on the day as it was then: the later plan lacks it, so only new rows are added.
      const before = new Set(
        steps.filter((step) => step.day <= day).flatMap(({ changes }) => changes.map(({ row }) => row.id)),
      );
      const later = steps
        .filter((step) => step.day > day)
        .map((step) => ({
          ...step,
          changes: step.changes.filter(({ row, expectedVersion }) => expectedVersion === 0 && !before.has(row.id)),
        }));
      const now = replay([...steps.filter((step) => step.day <= day), ...later]);
      expect(sayings(now, day)).toEqual(sayings(then, day));
    }),
    { numRuns: 30 },
  );
});

test('a reading of a period that is not over changes nothing', () => {
  const plan = replay(exampleshire);
  const [reading] = plan.readings;
  const early = {
    ...plan,
    readings: [...plan.readings, { ...reading!, id: 'reading-early', periodEnd: '2023-09-30', value: 99 }],
  };
  expect(sayings(early, '2023-09-25')).toEqual(sayings(plan, '2023-09-25'));
});
