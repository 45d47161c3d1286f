import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DomainError } from '@noticeboard/domain/domain-error';

export const shortestPassword = 15;
const longestPassword = 128;

/** Only what is long enough to be chosen at all need be in the list. */
const common = new Set(
  readFileSync(path.join(import.meta.dirname, 'common-passwords.txt'), 'utf8')
    .split('\n')
    .filter(Boolean),
);

/** One character, or a short run of them, over and over. */
const repeats = (password: string): boolean => /^(.{1,5}?)\1{2,}.{0,4}$/su.test(password);

/** Steps of one up or down through the alphabet or the digits, such as "abcdefghijklmno". */
const counts = (password: string): boolean => {
  const codes = Array.from(password, (character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => Math.abs(code - (codes[index] ?? 0)));
  return steps.filter((step) => step <= 1).length >= steps.length * 0.8;
};

const refuse = (sentence: string): never => {
  throw new DomainError('invalid', sentence, 'password');
};

/**
 * Refuses a password that is too short, too long, or easily guessed.
 * @throws DomainError invalid, for the field `password`
 */
export const checkPassword = (password: string): void => {
  if (password.length < shortestPassword)
    refuse(`The password must be ${shortestPassword} characters or more. Three or four random words make a good one.`);
  if (password.length > longestPassword) refuse(`The password must be ${longestPassword} characters or fewer.`);
  const folded = password.toLowerCase().replaceAll(/[\s._-]+/g, '');
  if (common.has(folded) || common.has(password.toLowerCase()) || repeats(password) || counts(password)) {
    refuse('That password is easily guessed. Choose another, such as three or four random words.');
  }
};
