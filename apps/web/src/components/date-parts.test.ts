import { describe, expect, it } from 'vitest';
import { noDate, partsOf, readDate } from './date-parts.ts';

const read = (day: string, month: string, year: string) => readDate({ day, month, year }, 'Due date');

describe('readDate', () => {
  it('reads a day from numbers or the name of the month', () => {
    expect(read('30', '9', '2023')).toEqual({ on: '2023-09-30' });
    expect(read(' 1 ', 'Sept', '2023')).toEqual({ on: '2023-09-01' });
    expect(read('29', 'february', '2024')).toEqual({ on: '2024-02-29' });
  });

  it('takes three empty fields for no date', () => {
    expect(readDate(noDate, 'Due date')).toEqual({ on: null });
  });

  it.each([
    ['30', '13', '2023', 'Due date must have a month from 1 to 12.', 'month'],
    ['29', '2', '2023', 'Due date must have a day from 1 to 28 in that month.', 'day'],
    ['0', '2', '2023', 'Due date must have a day from 1 to 28 in that month.', 'day'],
    ['1.5', '2', '2023', 'Due date must have a day from 1 to 28 in that month.', 'day'],
    ['1', 'Smarch', '2023', 'Due date must have a month from 1 to 12.', 'month'],
    ['1', '1', '23', 'Due date must have a year of 4 digits, such as 2023.', 'year'],
    ['', '', '2023', 'Due date must include a day and month.', 'day'],
    ['1', '1', '', 'Due date must include a year.', 'year'],
  ])('refuses %s/%s/%s with a sentence and the field it belongs to', (day, month, year, error, part) => {
    expect(read(day, month, year)).toEqual({ error, part });
  });

  it('reads back what it was given', () => {
    expect(readDate(partsOf('2023-05-01'), 'Due date')).toEqual({ on: '2023-05-01' });
  });
});
