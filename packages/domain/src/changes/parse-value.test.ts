import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '../domain-error.ts';
import { keysOf, qualifiers, symbols, units, type Unit } from '../scales.ts';
import { refusalOf } from '../testing/asking.ts';
import { checkUnit, checkValue, parseNumber, parsePasted, parseValue, writeValue } from './parse-value.ts';

const exactly = (value: number) => ({ value, qualifier: 'exact', symbol: null });
const symbol = (key: string) => ({ value: null, qualifier: 'exact', symbol: key });

/** Gives the number that was read, or the sentence that refused it. */
const outcome = (text: string, unit: Unit): number | string => {
  try {
    return parseNumber(text, unit);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'invalid') return error.message;
    throw error;
  }
};

describe('a value as people write it', () => {
  test.each([
    ['1,080', 'count', exactly(1080)],
    ['1080', 'count', exactly(1080)],
    [' 12,180 ', 'count', exactly(12_180)],
    ['1 080', 'count', exactly(1080)],
    ['\u00a012\u202f180\u00a0', 'count', exactly(12_180)],
    ['13.2\u00a0%', 'percent', exactly(13.2)],
    ['13.2%', 'percent', exactly(13.2)],
    ['13.2 per cent', 'percent', exactly(13.2)],
    ['13.2', 'percent', exactly(13.2)],
    ['124 weeks', 'weeks', exactly(124)],
    ['1 day', 'days', exactly(1)],
    ['−4.5', 'score', exactly(-4.5)],
    ['.5', 'percent', exactly(0.5)],
    ['-.5', 'score', exactly(-0.5)],
    ['.5%', 'percent', exactly(0.5)],
    ['+5', 'count', exactly(5)],
    ['1.2E+3', 'count', exactly(1200)],
    ['1e5', 'count', exactly(100_000)],
    ['5E-1', 'percent', exactly(0.5)],
    ['over 520', 'count', { value: 520, qualifier: 'over', symbol: null }],
    ['More than 520', 'count', { value: 520, qualifier: 'over', symbol: null }],
    ['>520', 'count', { value: 520, qualifier: 'over', symbol: null }],
    ['fewer than 5', 'count', { value: 5, qualifier: 'under', symbol: null }],
    ['about 20 weeks', 'weeks', { value: 20, qualifier: 'about', symbol: null }],
    ['c', 'count', symbol('c')],
    ['Z', 'count', symbol('z')],
    ['x', 'percent', symbol('x')],
    ['low', 'percent', symbol('low')],
    ['[low]', 'percent', symbol('low')],
    ['u', 'percent', symbol('u')],
    ['13.2% u', 'percent', { value: 13.2, qualifier: 'exact', symbol: 'u' }],
  ] as const)('%s (%s) is read', (written, unit, expected) => {
    expect(parseValue(written, unit)).toEqual(expected);
  });

  test.each([
    ['n/a', 'percent', '“n/a” is not a value. Enter a number such as 1,080 or 13.2, or z (not applicable)'],
    ['-', 'count', '“-” is not a value.'],
    ['', 'count', 'Enter a value.'],
    ['over', 'count', '“over” is not a value.'],
    ['at least 520', 'count', '“at least 520” is not a number. Enter one such as 1,080 or 13.2.'],
    ['13,2', 'percent', 'Write “13,2” with a point for decimals'],
    ['1,08', 'count', 'Write “1,08” with a point for decimals'],
    ['1e', 'count', '“1e” is not a number.'],
    ['1,080e3', 'count', '“1,080e3” is not a number.'],
    ['1e300', 'count', '“1e300” is not a number.'],
    ['£1,080', 'count', '“£1,080” is not a number.'],
    ['(5)', 'count', '“(5)” is not a number.'],
    ['..', 'count', '“..” is not a value. Enter a number such as 1,080 or 13.2, or z (not applicable)'],
    ['1 08', 'count', '“1 08” is not a number.'],
    ['13.2%', 'count', 'This is not counted in “%”. Enter the number alone.'],
    ['12 days', 'weeks', 'This is not counted in “days”. Write “weeks” after the number, or the number alone.'],
    ['Infinity', 'count', '“Infinity” is not a value.'],
    ['10-20', 'count', '“10-20” is not a number.'],
  ] as const)('%j (%s) is refused', (written, unit, sentence) => {
    const refusal = refusalOf(() => parseValue(written, unit));
    expect(refusal).toMatchObject({ code: 'invalid', field: 'value' });
    expect(refusal.sentence).toContain(sentence);
  });

  test('a value that is written for a form is read as the same value', () => {
    const number = fc.integer({ min: -1e9, max: 1e9 }).map((whole) => whole / 100);
    const given = fc.oneof(
      fc.record({
        value: number,
        qualifier: fc.constantFrom(...keysOf(qualifiers)),
        symbol: fc.constantFrom(null, 'u' as const),
      }),
      fc.record({
        value: fc.constant(null),
        qualifier: fc.constant('exact' as const),
        symbol: fc.constantFrom(...keysOf(symbols)),
      }),
    );
    fc.assert(
      fc.property(given, fc.constantFrom(...keysOf(units)), (value, unit) => {
        expect(parseValue(writeValue(value), unit)).toEqual(value);
      }),
    );
  });

  test('whatever is written is read as a finite number, or refused with a sentence', () => {
    const written = fc.oneof(fc.string({ maxLength: 50 }), fc.stringMatching(/^[-<>~0-9,.% ]{0,20}$/));
    fc.assert(
      fc.property(written, fc.constantFrom(...keysOf(units)), (text, unit) => {
        expect(outcome(text, unit)).toSatisfy((read) => Number.isFinite(read) || String(read).endsWith('.'));
      }),
    );
  });
});

describe('a value that was pasted from elsewhere', () => {
  test.each([
    ['..', 'x', '“..” is read as x (not available). Type z where it does not apply.'],
    [' : ', 'x', '“:” is read as x'],
    ['#N/A', 'x', '“#N/A” is read as x'],
    ['N/A', 'z', '“N/A” is read as z (not applicable). Type x where the figure is not available.'],
  ])('%s is read as %s, and said to be', (written, key, sentence) => {
    const { value, doubt } = parsePasted(written, 'percent');
    expect(value).toEqual(symbol(key));
    expect(doubt).toContain(sentence);
  });

  test('a number that a spreadsheet shortened is read, and said to be', () => {
    expect(parsePasted('1.2E+3', 'count')).toEqual({
      value: exactly(1200),
      doubt: '“1.2E+3” is read as 1,200. A spreadsheet may have shortened it: check it there.',
    });
  });

  test.each(['1,080', 'c', 'over 520', '.5', '+5'])('%s needs no word', (written) => {
    expect(parsePasted(written, 'count')).toEqual({ value: parseValue(written, 'count'), doubt: null });
  });
});

const percent = { unit: 'percent', decimals: 1 } as const;
const count = { unit: 'count', decimals: 0 } as const;

describe('what a unit allows', () => {
  test.each([
    [100.1, percent, 'A percentage must be between 0% and 100%.'],
    [-0.1, percent, 'A percentage must be between 0% and 100%.'],
    [13.25, percent, 'Enter a number with 1 decimal or fewer, as this measure is written.'],
    [0.0000001, percent, 'Enter a number with 1 decimal or fewer, as this measure is written.'],
    [-1, count, 'That can’t be less than 0.'],
    [1.5, count, 'A count must be a whole number.'],
    [2e15, count, 'That number is too large.'],
    [1.5, { unit: 'weeks', decimals: 0 } as const, 'Enter a whole number: this measure is written without decimals.'],
  ])('%d is refused', (value, measure, sentence) => {
    expect(refusalOf(() => checkUnit(value, measure))).toEqual({ code: 'invalid', sentence, field: 'value' });
  });

  test('its limits themselves are allowed', () => {
    expect(() => [0, 100].map((value) => checkUnit(value, percent))).not.toThrow();
    expect(() => checkUnit(0, count)).not.toThrow();
    expect(() => checkUnit(-40, { unit: 'score', decimals: 0 })).not.toThrow();
  });
});

describe('a bound', () => {
  test.each([
    ['over 100', percent, 'No value is over 100%. Enter 100%, or a lower bound.'],
    ['under 0', percent, 'No value is under 0%. Enter 0%, or a higher bound.'],
    ['under 0', count, 'No value is under 0. Enter 0, or a higher bound.'],
    ['over 101', percent, 'A percentage must be between 0% and 100%.'],
  ])('%s of %o leaves no value', (value, measure, sentence) => {
    expect(refusalOf(() => checkValue(parseValue(value, measure.unit), measure))).toEqual({
      code: 'invalid',
      sentence,
      field: 'value',
    });
  });

  test.each([
    ['over 99', percent],
    ['under 100', percent],
    ['over 0', count],
    ['under 1', count],
    ['over 520', count],
    ['under 0', { unit: 'score', decimals: 0 } as const],
    ['c', percent],
  ] as const)('%s of %o leaves one', (value, measure) => {
    expect(() => checkValue(parseValue(value, measure.unit), measure)).not.toThrow();
  });
});
