import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, addMonths, endOfMonth } from '../calendar.ts';
import type { Plan } from '../plan.ts';
import { impactKinds, keysOf, stages } from '../scales.ts';
import { generatedFrom, generatedPlan, seeds } from '../testing/generated.ts';
import { aMeasure, anAction, anEvidence, aPlan, aReading, aStageChange, aTarget, aWaiver } from '../testing/rows.ts';
import { currentEvidence } from './evidence.ts';
import { deliveredOn, gatedStages, missingFor, readingsHeld } from './gate.ts';
import { impactOf } from './impact.ts';

const today = '2023-12-31';
const measure = aMeasure();

/** A monthly reading; the target is 30. */
const month = (end: string, value: number | null, over: Partial<Plan['readings'][number]> = {}) =>
  aReading({
    id: `reading-${end}-${over.mark ?? ''}${over.state ?? ''}`,
    periodStart: `${end.slice(0, 7)}-01`,
    periodEnd: end,
    value,
    ...over,
  });

const delivered = aStageChange({ from: 'inProgress', to: 'delivered', on: '2023-06-15' });
const action = anAction({ stage: 'evidenced', measureIds: [measure.id], holdPeriods: 3 });
const with3 = [month('2023-09-30', 31), month('2023-10-31', 32), month('2023-11-30', 33)];
const plan = (over: Partial<Plan> = {}): Plan =>
  aPlan({ measures: [measure], targets: [aTarget()], stageChanges: [delivered], actions: [action], ...over });
const sentences = (of: Plan, to: (typeof gatedStages)[number], row = action): string[] =>
  missingFor(of, row, to, today).map(({ sentence }) => sentence);

const ids = (evidence: Plan['evidence']) => currentEvidence({ evidence }).map(({ id }) => id);
const held = (...readings: Plan['readings']) => readingsHeld(plan({ readings }), measure, '2023-06-15', today);

describe('the gate to evidenced', () => {
  const at = anAction({ stage: 'delivered' });

  it('asks for evidence of each kind or a waiver, whatever documents there are', () => {
    const document = anEvidence({ id: 'document', kind: 'document' });
    expect(sentences(plan({ evidence: [document] }), 'evidenced', at)).toEqual([
      'No evidence of impact in data, and no waiver of it.',
      'No evidence of impact in voice, and no waiver of it.',
      'No evidence of impact in practice, and no waiver of it.',
    ]);
    const some = plan({ evidence: [anEvidence()], waivers: [aWaiver()] });
    expect(missingFor(some, at, 'evidenced', today)).toEqual([
      {
        sentence: 'No evidence of impact in practice, and no waiver of it.',
        link: { page: 'actions', id: at.id, part: 'evidence' },
      },
    ]);
    const all = plan({ evidence: [anEvidence(), anEvidence({ id: 'e2', kind: 'practice' })], waivers: [aWaiver()] });
    expect(sentences(all, 'evidenced', at)).toEqual([]);
  });

  it('asks for the lead’s word first', () => {
    expect(sentences(plan(), 'evidenced', anAction())[0]).toBe('The lead has not said that it is delivered.');
  });

  it('takes neither what was withdrawn nor what is linked elsewhere', () => {
    const evidence = [
      anEvidence({ withdrawnOn: '2023-09-20' }),
      anEvidence({ id: 'e2', kind: 'practice', actionIds: [], measureIds: [measure.id] }),
    ];
    const waivers = [aWaiver({ withdrawnOn: '2023-09-20' })];
    expect(sentences(plan({ evidence, waivers }), 'evidenced', at)).toHaveLength(3);
  });
});

describe('which version of evidence counts', () => {
  const first = anEvidence({ id: 'first' });
  const second = anEvidence({ id: 'second', replacesId: 'first' });
  const third = anEvidence({ id: 'third', replacesId: 'second' });

  it('is the newest that stands', () => {
    expect(ids([first, second, third])).toEqual(['third']);
    expect(ids([first, second, { ...third, withdrawnOn: today }])).toEqual(['second']);
    expect(ids([first, { ...second, withdrawnOn: today }, third])).toEqual(['third']);
    expect(ids([{ ...first, withdrawnOn: today }])).toEqual([]);
  });
});

describe('the gate to embedded', () => {
  it('opens once each measure has held its target for the readings that the action names', () => {
    expect(sentences(plan({ readings: with3 }), 'embedded')).toEqual([]);
    expect(missingFor(plan({ readings: with3.slice(1) }), action, 'embedded', today)).toEqual([
      {
        sentence:
          '1.1 EHC plans issued within 20 weeks has held its target for 2 of 3 readings in a row since 15 June 2023, when the action was delivered.',
        link: { page: 'measures', id: measure.id, part: null },
      },
    ]);
  });

  it('says of an action without a measure that nothing can show that it held', () => {
    const none = anAction({ stage: 'evidenced' });
    expect(sentences(plan(), 'embedded', none)).toEqual([
      'The action names no measure that would prove it, so nothing can show that it held.',
    ]);
    const gone = plan({ measures: [{ ...measure, withdrawnOn: '2023-09-01' }], readings: with3 });
    expect(sentences(gone, 'embedded')).toEqual(sentences(plan(), 'embedded', none));
  });

  it('says of a measure without a target that there is nothing to hold', () => {
    expect(sentences(plan({ targets: [], readings: with3 }), 'embedded')).toEqual([
      '1.1 EHC plans issued within 20 weeks has no target to hold.',
    ]);
  });

  it('counts again from the day on which a reopened action was delivered anew', () => {
    const stageChanges = [
      delivered,
      aStageChange({ id: 'c2', from: 'delivered', to: 'inProgress', on: '2023-10-05' }),
      aStageChange({ id: 'c3', from: 'inProgress', to: 'delivered', on: '2023-10-20' }),
      aStageChange({ id: 'c4', from: 'delivered', to: 'evidenced', on: '2023-10-25' }),
    ];
    const reopened = plan({ stageChanges, readings: with3 });
    expect(deliveredOn(reopened, action, today)).toBe('2023-10-20');
    expect(sentences(reopened, 'embedded')[0]).toContain('2 of 3 readings in a row since 20 October 2023');
  });
});

describe('readings in a row', () => {
  it.each([
    ['a month that missed the target', [month('2023-09-30', 31), month('2023-10-31', 29), month('2023-11-30', 33)], 1],
    ['a last month that missed it', [month('2023-10-31', 31), month('2023-11-30', 29)], 0],
    ['a month that was left out', [month('2023-09-30', 31), month('2023-11-30', 33)], 1],
    [
      'a symbol in place of a value',
      [month('2023-09-30', 31), month('2023-10-31', null, { symbol: 'c' }), month('2023-11-30', 33)],
      1,
    ],
    ['a bound that decides nothing', [month('2023-11-30', 20, { qualifier: 'over' })], 0],
    [
      'sources that differ',
      [month('2023-11-30', 33), month('2023-11-30', 12, { mark: 'reported' }), month('2023-10-31', 31)],
      0,
    ],
  ])('are broken by %s', (_what, readings, count) => {
    expect(held(...readings)).toBe(count);
  });

  it('count a final reading in place of the provisional one, and no other basis', () => {
    expect(held(month('2023-11-30', 12, { state: 'provisional' }), month('2023-11-30', 33))).toBe(1);
    expect(held(month('2023-11-30', 33), month('2023-12-31', 12, { basis: 'rolling12' }))).toBe(1);
  });

  it('count a period that was under way when the action was delivered, and none that was over', () => {
    expect(held(month('2023-05-31', 31), month('2023-06-30', 31))).toBe(1);
  });

  it('judge each period against the target that was in force when it ended', () => {
    const targets = [aTarget(), aTarget({ id: 'target-2', months: 12, value: 60 })];
    const readings = [month('2023-08-31', 31), month('2023-09-30', 31), month('2023-10-31', 31)];
    expect(readingsHeld(plan({ targets, readings }), measure, '2023-06-15', '2023-09-30')).toBe(2);
    expect(readingsHeld(plan({ targets, readings }), measure, '2023-06-15', today)).toBe(0);
  });

  const values = fc.array(fc.constantFrom(20, 29.9, 30, 45), { maxLength: 12 });
  const months = (figures: readonly number[]) =>
    figures.map((value, index) => month(endOfMonth(addMonths('2022-12-15', index)), value));

  it('are as many as the last ones that met it, in whichever order they come', () => {
    const inAnyOrder = values.chain((figures) =>
      fc.tuple(fc.constant(figures), fc.shuffledSubarray(months(figures), { minLength: figures.length })),
    );
    fc.assert(
      fc.property(inAnyOrder, ([figures, readings]) => {
        const missed = figures.findLastIndex((value) => value < 30);
        expect(readingsHeld(plan({ readings }), measure, '2022-01-01', today)).toBe(figures.length - 1 - missed);
      }),
    );
  });

  it('never become fewer where the action was delivered earlier, nor more than the readings since', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 400 }), (figures, days) => {
        const of = plan({ readings: months(figures) });
        const after = addDays('2022-11-30', days);
        const since = of.readings.filter(({ periodEnd }) => periodEnd > after).length;
        const count = readingsHeld(of, measure, after, today);
        expect(count).toBeLessThanOrEqual(since);
        expect(count).toBeLessThanOrEqual(readingsHeld(of, measure, addDays(after, -30), today));
      }),
    );
  });
});

describe('the gate to assured', () => {
  it('asks that the programme office has seen the evidence, and leaves the rest to the board', () => {
    expect(sentences(plan(), 'assured', anAction({ stage: 'delivered' }))).toEqual([
      'The programme office has not said that it is evidenced.',
    ]);
    expect(sentences(plan(), 'assured', anAction({ stage: 'evidenced' }))).toEqual([]);
  });
});

test('evidence and waivers only ever open a gate', () => {
  fc.assert(
    fc.property(
      fc.subarray([...impactKinds]),
      fc.subarray([...impactKinds]),
      fc.constantFrom(...keysOf(stages)),
      (seen, waived, stage) => {
        const evidence = seen.map((kind) => anEvidence({ id: kind, kind }));
        const waivers = waived.map((kind) => aWaiver({ id: kind, kind }));
        const at = anAction({ stage });
        const before = sentences(plan(), 'evidenced', at);
        const after = sentences(plan({ evidence, waivers }), 'evidenced', at);
        expect(before).toEqual(expect.arrayContaining(after));
        expect(before.length - after.length).toBe(new Set([...seen, ...waived]).size);
      },
    ),
  );
});

test('finishing an action never changes the colour of a measure', () => {
  fc.assert(
    fc.property(
      seeds,
      fc.integer({ min: 60, max: 600 }),
      fc.array(fc.constantFrom(...keysOf(stages)), { minLength: 12, maxLength: 12 }),
      (seed, days, to) => {
        const made = generatedPlan(seed, days);
        const day = addDays(generatedFrom, days);
        const recordedAt = `${day}T08:00:00.000Z`;
        const finished: Plan = {
          ...made,
          actions: made.actions.map((row, index) => ({ ...row, stage: to[index] ?? row.stage, recordedAt })),
          stageChanges: [
            ...made.stageChanges,
            ...made.actions.map((row, index) =>
              aStageChange({
                id: `finished-${row.id}`,
                actionId: row.id,
                from: row.stage,
                to: to[index] ?? row.stage,
                on: day,
                recordedAt,
              }),
            ),
          ],
          evidence: made.actions.flatMap((row) =>
            impactKinds.map((kind) =>
              anEvidence({
                id: `${row.id}-${kind}`,
                kind,
                actionIds: [row.id],
                measureIds: row.measureIds,
                recordedAt,
              }),
            ),
          ),
        };
        for (const row of made.measures) expect(impactOf(finished, row, day)).toEqual(impactOf(made, row, day));
      },
    ),
    { numRuns: 40 },
  );
});
