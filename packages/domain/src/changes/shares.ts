/** A percentage with the two numbers that make it, held against each other. No zod: the form asks as one types. */
import { DomainError } from '../domain-error.ts';
import type { Measure } from '../measure.ts';
import { formatNumber, formatValue } from '../words.ts';
import { decimalsOf, parseNumber, parseValue, type ParsedValue } from './parse-value.ts';

type Shares = { numerator: number | null; denominator: number | null };

const refuse = (sentence: string, field: string): never => {
  throw new DomainError('invalid', sentence, field);
};

/** Writes a numerator or denominator with the decimals that it has. */
export const formatPlain = (value: number): string => formatNumber(value, Math.min(4, decimalsOf(value)));

/** Gives what a numerator and a denominator make, in per cent; null where they make no share. */
export const shareOf = (numerator: number, denominator: number): number | null =>
  denominator > 0 && numerator >= 0 && numerator <= denominator ? 100 * (numerator / denominator) : null;

/**
 * Says whether a percentage is the share: within what its decimals leave open, or for a bound on its side of it. "About" and what
 * is unreliable say nothing against it.
 * @param decimals of the measure: 13 is written 13.0%, and is not 13.4%
 */
export const agrees = ({ value, qualifier, symbol }: ParsedValue, share: number, decimals: number): boolean => {
  if (value === null || qualifier === 'about' || symbol !== null) return true;
  if (qualifier === 'over') return share > value;
  if (qualifier === 'under') return share < value;
  // Half of the last decimal as written, with room for what binary fractions lose.
  return Math.abs(value - share) <= 0.5 * 10 ** -Math.max(decimals, decimalsOf(value)) + 1e-9;
};

/**
 * Checks that a numerator and a denominator make the value that they stand beside.
 * @throws DomainError `invalid`, with a sentence for the field
 */
export const checkShares = (
  { unit, decimals }: Pick<Measure, 'unit' | 'decimals'>,
  parsed: ParsedValue,
  { numerator, denominator }: Shares,
): void => {
  if (numerator === null && denominator === null) return;
  if (numerator === null) return refuse('Enter the numerator too, or leave both empty.', 'numerator');
  if (denominator === null) return refuse('Enter the denominator too, or leave both empty.', 'denominator');
  if (parsed.value === null) {
    refuse(
      'Leave the numerator and the denominator empty where there is no value: they would give it away.',
      'numerator',
    );
  }
  if (numerator < 0) refuse('The numerator can’t be less than 0.', 'numerator');
  if (denominator <= 0) refuse('The denominator must be more than 0.', 'denominator');
  if (Math.max(numerator, denominator) > 1e15) refuse('That number is too large.', 'denominator');
  if (unit !== 'percent') return;
  const share = shareOf(numerator, denominator);
  if (share === null) return refuse('The numerator can’t be more than the denominator.', 'numerator');
  if (agrees(parsed, share, decimals)) return;
  const shown = Math.max(decimals, decimalsOf(parsed.value ?? 0), 1);
  refuse(
    `The numerator and the denominator make ${formatValue(share, 'percent', shown)}. Check the three numbers.`,
    'value',
  );
};

/** What is typed of a percentage. */
type Typed = { value: string; numerator: string; denominator: string };

/** What a form says of what is typed: what the two numbers make, as it would be written, and what is wrong, beside its field. */
export type SharesRead = { makes: string | null; fault: { field: string; sentence: string } | null };

/** Reads a percentage and its two numbers as they are typed, before anything is saved; nothing is said of what is half typed. */
export const readShares = (measure: Pick<Measure, 'unit' | 'decimals'>, typed: Typed): SharesRead => {
  const { unit, decimals } = measure;
  const { value, numerator, denominator } = typed;
  if (numerator.trim() === '' || denominator.trim() === '') return { makes: null, fault: null };
  try {
    const numbers = {
      numerator: parseNumber(numerator, 'rate', 'numerator'),
      denominator: parseNumber(denominator, 'rate', 'denominator'),
    };
    const share = unit === 'percent' ? shareOf(numbers.numerator, numbers.denominator) : null;
    // Without a value the two numbers are looked at for themselves.
    const parsed: ParsedValue =
      value.trim() === '' ? { value: share ?? 0, qualifier: 'about', symbol: null } : parseValue(value, unit);
    const makes = share === null ? null : share.toFixed(decimals);
    try {
      checkShares(measure, parsed, numbers);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { makes, fault: { field: error.field ?? 'value', sentence: error.message } };
    }
    return { makes, fault: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { makes: null, fault: null };
  }
};
