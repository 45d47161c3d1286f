import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addMonths, endOfMonth } from '../calendar.ts';
import type { Measure, Reading } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { aCommentary, aMeasure, aPlan, aReading, aTarget } from '../testing/rows.ts';
import { exceptionOf } from './exception.ts';

const today = '2023-09-25';

/** Readings of months up to August 2023, each recorded in the month after it. */
const months = (values: readonly (number | null)[], over: Partial<Reading> = {}) =>
  values.map((value, index) => {
    const periodStart = addMonths('2023-08-01', index + 1 - values.length);
    const at = `${addMonths(periodStart, 1).slice(0, 8)}12T09:00:00.000Z`;
    return aReading({
      id: `r${index}`,
      measureId: 'm',
      periodStart,
      periodEnd: endOfMonth(periodStart),
      value,
      symbol: value === null ? 'x' : null,
      addedAt: at,
      recordedAt: at,
      ...over,
    });
  });

const ask = (readings: Plan['readings'], over: Partial<Measure> = {}, plan: Partial<Plan> = {}) => {
  const measure = aMeasure({ id: 'm', floor: null, ...over });
  return exceptionOf(aPlan({ measures: [measure], readings, ...plan }), measure, today);
};
const target = (value: number) => ({ targets: [aTarget({ measureId: 'm', value })] });

describe('what asks to be explained', () => {
  test('a red: the floor or, where there is none, the target is missed', () => {
    expect(ask(months([13.2]), { floor: 20 }, target(30))).toMatchObject({
      cause: 'red',
      key: 'missing',
      reading: { id: 'r0' },
      words: 'Floor missed for August 2023. 13.2% is below the floor of 20% and the target of 30%.',
    });
    expect(ask(months([13.2]), {}, target(30))?.cause).toBe('red');
    expect(ask(months([25]), { floor: 20 }, target(30))).toBeNull();
    expect(ask(months([31]), {}, target(30))).toBeNull();
  });

  test('two worsenings running, in words', () => {
    expect(ask(months([30, 28, 25]))).toMatchObject({
      cause: 'worsening',
      reading: { id: 'r2' },
      words:
        'It worsened twice running: from 30.0% for June 2023 to 28.0% for July 2023, then from 28.0% for July 2023 to 25.0% for August 2023.',
    });
    expect(ask(months([25, 28, 30]), { polarity: 'L' })?.cause).toBe('worsening');
  });

  test.each([
    ['one worsening', [30, 28]],
    ['a worsening after a rise', [25, 28, 26]],
    ['a tie between', [30, 28, 28]],
    ['a rise at the end', [30, 28, 25, 26]],
    ['nothing', []],
    ['one reading', [30]],
  ])('not %s', (_, values) => {
    expect(ask(months(values))).toBeNull();
  });

  test('not across the restart of a year to date, nor across bases', () => {
    const year = { basis: 'yearToDate', resetMonth: 7 } as const;
    const readings = months([60, 30, 25]).map((each) => ({ ...each, basis: 'yearToDate' as const }));
    expect(ask(readings, year)).toBeNull();
    const [first, ...rest] = months([30, 28, 25]);
    expect(ask([...rest, ...(first ? [{ ...first, basis: 'quarter' as const }] : [])])).toBeNull();
  });

  test('nothing of a measure that was withdrawn, or whose reading is a symbol', () => {
    expect(ask(months([13.2]), { withdrawnOn: '2023-09-01' }, target(30))).toBeNull();
    expect(ask(months([null]), {}, target(30))).toBeNull();
  });
});

/** A commentary of the measure, recorded at an instant. */
const said = (recordedAt: string) => aCommentary({ measureId: 'm', on: recordedAt.slice(0, 10), recordedAt });

const after = (readings: Plan['readings'], at: string) =>
  ask(readings, {}, { ...target(30), commentaries: [said(at)] });

describe('a commentary', () => {
  it('answers the reading that it follows', () => {
    expect(after(months([13.2]), '2023-09-12T09:00:00.000Z')).toMatchObject({
      key: 'given',
      reason: 'Explained on 12 September 2023.',
      answer: { id: 'commentary-1' },
    });
  });

  it('does not answer a newer reading, but one that was corrected since', () => {
    expect(after(months([13.2, 14]), '2023-09-01T09:00:00.000Z')?.key).toBe('missing');
    const corrected = months([13.2]).map((each) => ({ ...each, version: 2, recordedAt: '2023-09-20T09:00:00.000Z' }));
    expect(after(corrected, '2023-09-15T09:00:00.000Z')?.key).toBe('given');
  });

  it('of another measure answers nothing', () => {
    const other = { ...said('2023-09-20T09:00:00.000Z'), measureId: 'other' };
    expect(ask(months([13.2]), {}, { ...target(30), commentaries: [other] })?.key).toBe('missing');
  });
});

const anyValue = fc.option(
  fc.oneof(fc.double({ noNaN: true, min: -1e308, max: 1e308 }), fc.integer({ min: 0, max: 3 })),
  {
    freq: 6,
  },
);

test('a worsening is asked about exactly where the last three values go the wrong way', () => {
  fc.assert(
    fc.property(
      fc.array(anyValue, { maxLength: 8 }),
      fc.constantFrom('H' as const, 'L' as const),
      (values, polarity) => {
        const known = values.flatMap((value) => value ?? []);
        const sign = polarity === 'H' ? -1 : 1;
        const [a, b, c] = known.slice(-3);
        const twice = a !== undefined && b !== undefined && c !== undefined && (b - a) * sign > 0 && (c - b) * sign > 0;
        expect(ask(months(values), { polarity }) !== null).toBe(twice);
      },
    ),
    { numRuns: 400 },
  );
});

test('near a target, worse is further away; without a tolerance too', () => {
  const near = { polarity: 'T', tolerance: null, floor: null } as const;
  const far = ask(months([31, 33, 36]), near, target(30));
  expect(far?.cause).toBe('red');
  const within = ask(months([31, 33, 36]), { ...near, tolerance: 10 }, target(30));
  expect(within?.cause).toBe('worsening');
});
