/** Reads values as people write them: "1,080", "13.2%", "over 520", or a symbol such as "c". No zod: forms use it as one types. */
import { DomainError } from '../domain-error.ts';
import type { Measure, Reading } from '../measure.ts';
import type { Qualifier, ReadingSymbol, Unit } from '../scales.ts';
import { keysOf, symbols, units } from '../scales.ts';
import { plural } from '../words.ts';

/** A value as read: a number with how exact it is, or a symbol in its place; with `u` there may be both. */
export type ParsedValue = Pick<Reading, 'value' | 'qualifier' | 'symbol'>;

const qualifierWords: readonly [RegExp, Qualifier][] = [
  [/^(?:over|more than|greater than|above|>)\s*/, 'over'],
  [/^(?:under|fewer than|less than|below|<)\s*/, 'under'],
  [/^(?:about|around|approximately|approx\.?|~)\s*/, 'about'],
];

const endings = {
  percent: /\s*(?:%|per cent|percent)$/,
  count: null,
  days: /\s*days?$/,
  weeks: /\s*weeks?$/,
  rate: null,
  score: null,
} as const satisfies Record<Unit, RegExp | null>;

const fault = (sentence: string, field: string): never => {
  throw new DomainError('invalid', sentence, field);
};

// Some spreadsheets part thousands with a space, often a narrow or a non-breaking one; others leave out the 0 before a point.
const plainNumber = /^[-+]?(?:(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.\d+)?|\.\d+)$/;
// What a spreadsheet makes of a number that is too long for its column.
const shortened = /^[-+]?(?:\d+(?:\.\d+)?|\.\d+)e[-+]?\d{1,2}$/;

const withPlainSpaces = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');

/**
 * Reads a plain number in a unit: "1,080", "1 080", "13.2%", "124 weeks", and as spreadsheets write it ".5", "+5", "1.2E+3".
 * @throws DomainError `invalid`, with a sentence for the field
 */
export const parseNumber = (written: string, unit: Unit, field = 'value'): number => {
  const text = withPlainSpaces(written)
    .toLowerCase()
    .replace(/^[\u2212\u2013]/, '-');
  const ending = endings[unit];
  const bare = ending === null ? text : text.replace(ending, '');
  if (plainNumber.test(bare) || shortened.test(bare)) return Number(bare.replaceAll(/[, ]/g, ''));
  if (text === '') return fault('Enter a value.', field);
  if (/^-?\d[\d,]*,\d{1,2}$/.test(bare)) {
    return fault(
      `Write “${written.trim()}” with a point for decimals and commas for thousands only, such as 1,080.5.`,
      field,
    );
  }
  const other = /^-?[\d,]+(?:\.\d+)?\s*(%|per cent|percent|days?|weeks?)$/.exec(text)?.[1];
  if (other) {
    const named = units[unit].suffix.trim();
    const write = named === '' ? 'Enter the number alone.' : `Write “${named}” after the number, or the number alone.`;
    return fault(`This is not counted in “${other}”. ${write}`, field);
  }
  return fault(`“${written.trim()}” is not a number. Enter one such as 1,080 or 13.2.`, field);
};

const symbolOf = (text: string): ReadingSymbol | null =>
  keysOf(symbols).find((key) => text === key || text === `[${key}]`) ?? null;

/**
 * Reads the value of a reading: a number, one with a qualifier ("over 520", "fewer than 5"), a symbol of official statistics
 * ("z", "x", "c", "low", "u", with or without brackets), or an unreliable number ("13.2% u").
 * @throws DomainError `invalid` with the field "value"
 */
export const parseValue = (written: string, unit: Unit): ParsedValue => {
  const text = withPlainSpaces(written).toLowerCase();
  const symbol = symbolOf(text);
  if (symbol) return { value: null, qualifier: 'exact', symbol };
  const [, unreliable] = /^(.*\d\S*)\s+(?:u|\[u\])$/.exec(text) ?? [];
  const rest = unreliable ?? text;
  const [shape, qualifier] = qualifierWords.find(([words]) => words.test(rest)) ?? [/^/, 'exact' as const];
  const number = rest.replace(shape, '');
  if (!/\d/.test(number) && text !== '') {
    return fault(
      `“${written.trim()}” is not a value. Enter a number such as 1,080 or 13.2, or z (not applicable), x (not available), c (suppressed), u (unreliable) or low (rounds to zero).`,
      'value',
    );
  }
  return { value: parseNumber(number, unit), qualifier, symbol: unreliable === undefined ? null : 'u' };
};

/** What official statistics and spreadsheets elsewhere write where there is no figure, and what that comes closest to here. */
const marksElsewhere: Readonly<Record<string, ReadingSymbol>> = { '..': 'x', ':': 'x', '#n/a': 'x', 'n/a': 'z' };
const instead = { x: 'Type z where it does not apply.', z: 'Type x where the figure is not available.' } as const;

/**
 * Reads the value of a reading that was pasted from elsewhere: as `parseValue` does, and what other publishers write for "no
 * figure". `doubt` says how what is not plain was read; null where it was.
 * @throws DomainError `invalid` with the field "value"
 */
export const parsePasted = (written: string, unit: Unit): { value: ParsedValue; doubt: string | null } => {
  const text = withPlainSpaces(written).toLowerCase();
  const symbol = Object.hasOwn(marksElsewhere, text) ? marksElsewhere[text] : undefined;
  if (symbol === 'x' || symbol === 'z') {
    const value = { value: null, qualifier: 'exact', symbol } as const;
    return {
      value,
      doubt: `“${written.trim()}” is read as ${symbol} (${symbols[symbol].label.toLowerCase()}). ${instead[symbol]}`,
    };
  }
  const value = parseValue(written, unit);
  const doubt =
    value.value !== null && /\de[-+]?\d/.test(text)
      ? `“${written.trim()}” is read as ${value.value.toLocaleString('en-GB', { maximumFractionDigits: 20 })}. A spreadsheet may have shortened it: check it there.`
      : null;
  return { value, doubt };
};

/**
 * Checks a value as it was read: that the unit of its measure allows it, and where it is a bound, that it leaves a value which
 * the unit allows. "Over 100%" is none.
 * @throws DomainError `invalid` with the field "value"
 */
export const checkValue = ({ value, qualifier }: ParsedValue, measure: Pick<Measure, 'unit' | 'decimals'>): void => {
  if (value === null) return;
  checkUnit(value, measure);
  const { min, max, suffix } = units[measure.unit];
  if (qualifier === 'over' && max !== null && value >= max)
    fault(`No value is over ${max}${suffix}. Enter ${max}${suffix}, or a lower bound.`, 'value');
  if (qualifier === 'under' && min !== null && value <= min)
    fault(`No value is under ${min}${suffix}. Enter ${min}${suffix}, or a higher bound.`, 'value');
};

/** Writes the value of a reading as `parseValue` reads it, for a form that corrects it. */
export const writeValue = ({ value, qualifier, symbol }: ParsedValue): string => {
  if (value === null) return symbol ?? '';
  return `${qualifier === 'exact' ? '' : `${qualifier} `}${value}${symbol === null ? '' : ` ${symbol}`}`;
};

/** Gives the number of decimals that a number is written with. */
export const decimalsOf = (value: number): number => {
  // JavaScript writes a very small number as 1e-7.
  const [, decimals = '', exponent = '0'] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  return Math.max(0, decimals.length - Number(exponent));
};

/**
 * Checks that a value is one that the unit of its measure allows, and that no decimals would be lost on showing it.
 * @throws DomainError `invalid`, with a sentence for the field
 */
export const checkUnit = (
  value: number,
  { unit, decimals }: Pick<Measure, 'unit' | 'decimals'>,
  field = 'value',
): void => {
  const { min, max, integer } = units[unit];
  if (unit === 'percent' && (value < 0 || value > 100)) fault('A percentage must be between 0% and 100%.', field);
  if ((min !== null && value < min) || (max !== null && value > max)) fault('That can’t be less than 0.', field);
  if (Math.abs(value) > 1e15) fault('That number is too large.', field);
  if (integer && !Number.isInteger(value)) fault('A count must be a whole number.', field);
  if (decimalsOf(value) > decimals) {
    fault(
      decimals === 0
        ? 'Enter a whole number: this measure is written without decimals.'
        : `Enter a number with ${plural(decimals, 'decimal')} or fewer, as this measure is written.`,
      field,
    );
  }
};
