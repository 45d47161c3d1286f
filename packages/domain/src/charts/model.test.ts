import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundTicks } from './model.ts';

describe('roundTicks', () => {
  it('steps by 1, 2 or 5', () => {
    expect(roundTicks(0, 116, 5, true)).toEqual([0, 50, 100, 150]);
    expect(roundTicks(0, 3, 5, true)).toEqual([0, 1, 2, 3]);
    expect(roundTicks(0, 0.3, 3, false)).toEqual([0, 0.1, 0.2, 0.3]);
  });

  it('reaches from the least to the most in few rising steps', () => {
    const value = fc.double({ min: -1e15, max: 1e15, noNaN: true });
    fc.assert(
      fc.property(value, value, fc.integer({ min: 1, max: 10 }), fc.boolean(), (a, b, count, integer) => {
        const [least, most] = [Math.min(a, b), Math.max(a, b)];
        const ticks = roundTicks(least, most, count, integer);
        const slack = (Math.abs(least) + Math.abs(most)) * 1e-9 + 1e-9;
        expect(ticks[0]).toBeLessThanOrEqual(least + slack);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most - slack);
        expect(ticks.length).toBeLessThanOrEqual(count * 2 + 3);
        expect(ticks.every(Number.isFinite)).toBe(true);
      }),
    );
  });
});
