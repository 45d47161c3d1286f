import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aReading } from '../testing/rows.ts';
import { amountOf, forEach, less, sumOf, type Amount, type Bound } from './amount.ts';

const exact = (value: number): Amount => ({ value, bound: 'exact' });

test('a reading is an amount, a bound is a bound, and a symbol is no amount', () => {
  expect(amountOf(aReading({ value: 12 }))).toEqual(exact(12));
  expect(amountOf(aReading({ value: 12, qualifier: 'about' }))).toEqual(exact(12));
  expect(amountOf(aReading({ value: 520, qualifier: 'over' }))).toEqual({ value: 520, bound: 'atLeast' });
  expect(amountOf(aReading({ value: 5, qualifier: 'under' }))).toEqual({ value: 5, bound: 'atMost' });
  expect(amountOf(aReading({ value: null, symbol: 'low' }))).toBeNull();
  expect(amountOf(aReading({ value: 3, symbol: 'u' }))).toBeNull();
});

test('what is not known makes a sum a least, never a zero', () => {
  expect(sumOf([exact(3), null])).toEqual({ value: 3, bound: 'atLeast' });
  expect(sumOf([exact(3), { value: 5, bound: 'atMost' }, null])).toEqual({ value: 8, bound: 'unknown' });
  expect(sumOf([null, null])).toBeNull();
});

test('nothing is divided by nobody', () => {
  expect(forEach(exact(100), exact(0))).toBeNull();
  expect(forEach(exact(100), { value: 4, bound: 'atLeast' })).toEqual({ value: 25, bound: 'atMost' });
});

const bounds = fc.constantFrom<Bound>('exact', 'atLeast', 'atMost');
/** An amount, and one of the values that it may stand for. */
const possible = fc
  .record({
    value: fc.double({ min: 1, max: 1e6, noNaN: true }),
    bound: bounds,
    off: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ value, bound, off }) => ({
    amount: { value, bound },
    real: bound === 'exact' ? value : bound === 'atLeast' ? value * (1 + off) : value * (1 - off * 0.9),
  }));

const holds = (result: Amount | null, real: number): boolean => {
  if (result === null || result.bound === 'unknown') return true;
  const slack = 1e-6 * Math.max(1, Math.abs(real), Math.abs(result.value));
  if (result.bound === 'exact') return Math.abs(real - result.value) <= slack;
  return result.bound === 'atLeast' ? real >= result.value - slack : real <= result.value + slack;
};

test('whatever a bound stands for, what is said of a sum, a difference and a quotient holds', () => {
  fc.assert(
    fc.property(possible, possible, (a, b) => {
      expect(holds(sumOf([a.amount, b.amount]), a.real + b.real)).toBe(true);
      expect(holds(less(a.amount, b.amount), a.real - b.real)).toBe(true);
      expect(holds(forEach(a.amount, b.amount), a.real / b.real)).toBe(true);
    }),
  );
});
