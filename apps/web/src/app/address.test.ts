import { expect, it } from 'vitest';
import { parseAddress, writeAddress } from './address.ts';

it('keeps every value a text: a day stays a day and an area number no number', () => {
  const address = { asAt: '2023-05-12', area: '6', silent: 'true', q: 'a&b=c +é' };
  expect(parseAddress(writeAddress(address))).toEqual(address);
});

it('writes the same address whatever the order, and leaves out what is empty', () => {
  expect(writeAddress({ b: '2', a: '1', c: '', d: undefined })).toBe('?a=1&b=2');
  expect(writeAddress({})).toBe('');
});
