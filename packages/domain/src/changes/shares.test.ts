import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { agrees, readShares, shareOf } from './shares.ts';

const measure = { unit: 'percent', decimals: 1 } as const;
const read = (value: string, numerator: string, denominator: string) =>
  readShares(measure, { value, numerator, denominator });

test('two numbers make the percentage as it would be written', () => {
  expect(read('', '6', '260')).toEqual({ makes: '2.3', fault: null });
  expect(read('2.3%', '1,080', '46,957')).toEqual({ makes: '2.3', fault: null });
  expect(read('', '0', '260')).toEqual({ makes: '0.0', fault: null });
});

test.each([
  ['5', '6', '260', 'value', 'The numerator and the denominator make 2.3%. Check the three numbers.'],
  ['13', '134', '1,000', 'value', 'The numerator and the denominator make 13.4%. Check the three numbers.'],
  ['13.0', '134', '1,000', 'value', 'The numerator and the denominator make 13.4%.'],
  ['over 14', '134', '1,000', 'value', 'The numerator and the denominator make 13.4%.'],
  ['under 13', '134', '1,000', 'value', 'The numerator and the denominator make 13.4%.'],
  ['', '6', '0', 'denominator', 'The denominator must be more than 0.'],
  ['', '7', '6', 'numerator', 'The numerator can’t be more than the denominator.'],
  ['', '-7', '6', 'numerator', 'The numerator can’t be less than 0.'],
  ['c', '3', '6', 'numerator', 'Leave the numerator and the denominator empty where there is no value'],
])(
  'a value of “%s” with %s of %s is said to be wrong before it is saved',
  (value, numerator, denominator, field, words) => {
    const { fault } = read(value, numerator, denominator);
    expect(fault?.field).toBe(field);
    expect(fault?.sentence).toContain(words);
  },
);

test.each(['over 13', 'under 14', 'about 13', '13.4'])('“%s” is not held against 134 of 1,000', (value) => {
  expect(read(value, '134', '1,000').fault).toBeNull();
});

test('nothing is said of what is half typed', () => {
  expect(read('5', '6', '')).toEqual({ makes: null, fault: null });
  expect(read('5', '6', 'many')).toEqual({ makes: null, fault: null });
  expect(read('', '', '')).toEqual({ makes: null, fault: null });
});

test('numbers of another unit are held to nothing', () => {
  expect(readShares({ unit: 'rate', decimals: 1 }, { value: '5', numerator: '9', denominator: '3' })).toEqual({
    makes: null,
    fault: null,
  });
});

test('what two numbers make agrees with them, at any precision, and is never NaN', () => {
  const whole = fc.integer({ min: 0, max: 1e9 });
  fc.assert(
    fc.property(whole, whole, fc.integer({ min: 0, max: 4 }), (a, b, decimals) => {
      const [numerator, denominator] = [Math.min(a, b), Math.max(a, b)];
      const share = shareOf(numerator, denominator);
      expect(share === null).toBe(denominator === 0);
      if (share === null) return;
      const value = Number(share.toFixed(decimals));
      expect(agrees({ value, qualifier: 'exact', symbol: null }, share, decimals)).toBe(true);
      const typed = { value: String(value), numerator: String(numerator), denominator: String(denominator) };
      expect(readShares({ unit: 'percent', decimals }, typed).fault).toBeNull();
    }),
  );
});
