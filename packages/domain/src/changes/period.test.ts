import { expect, test } from 'vitest';
import type { Basis } from '../scales.ts';
import { periodFault } from './period.ts';

test.each<[Basis, string, string, number | null]>([
  ['month', '2024-02-01', '2024-02-29', null],
  ['quarter', '2023-07-01', '2023-09-30', null],
  ['rolling12', '2022-09-01', '2023-08-31', null],
  ['rolling12', '2023-03-01', '2024-02-29', null],
  ['yearToDate', '2023-09-01', '2023-12-15', 9],
  ['yearToDate', '2023-04-01', '2024-03-31', null],
  ['calendarYear', '2023-01-01', '2023-12-31', null],
  ['academicYear', '2022-09-01', '2023-08-31', null],
  ['snapshot', '2023-08-31', '2023-08-31', null],
  ['other', '2022-03-05', '2023-04-30', null],
  ['notStated', '2023-06-01', '2023-06-30', null],
])('%s fits %s to %s', (basis, start, end, resetMonth) => {
  expect(periodFault(basis, start, end, resetMonth)).toBeNull();
});

test.each<[Basis, string, string, number | null, string]>([
  ['month', '2023-02-01', '2023-03-01', null, 'A single month runs from its first day to its last.'],
  ['month', '2024-02-01', '2024-02-28', null, 'A single month runs from its first day to its last.'],
  ['quarter', '2023-08-01', '2023-10-31', null, 'A quarter is three whole months'],
  ['rolling12', '2022-08-01', '2023-08-31', null, 'A rolling 12 months are 12 whole months'],
  ['yearToDate', '2023-04-01', '2023-08-31', 9, 'in which the measure restarts.'],
  ['yearToDate', '2023-09-01', '2024-09-01', 9, 'A year to date from 1 September 2023 ends by 31 August 2024.'],
  ['calendarYear', '2023-04-01', '2024-03-31', null, 'A calendar year runs from 1 January to 31 December.'],
  ['academicYear', '2023-01-01', '2023-12-31', null, 'An academic year runs from 1 September to 31 August.'],
  ['snapshot', '2023-08-01', '2023-08-31', null, 'A snapshot is of one day'],
  ['other', '2023-08-31', '2023-08-01', null, 'The period must end on the day it starts or after it.'],
])('%s does not fit %s to %s', (basis, start, end, resetMonth, sentence) => {
  expect(periodFault(basis, start, end, resetMonth)).toContain(sentence);
});
