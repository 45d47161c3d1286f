import { describe, expect, it } from 'vitest';
import { noDate } from '../../components/date-parts.ts';
import { readPeriod } from './periods.ts';

const end = (month: string, year: string, day = '') => ({ start: noDate, end: { day, month, year } });

describe('readPeriod', () => {
  it.each([
    ['month', end('2', '2024'), null, '2024-02-01', '2024-02-29'],
    ['quarter', end('September', '2023'), null, '2023-07-01', '2023-09-30'],
    ['rolling12', end('8', '2023'), null, '2022-09-01', '2023-08-31'],
    ['yearToDate', end('12', '2023'), 9, '2023-09-01', '2023-12-31'],
    ['yearToDate', end('8', '2023'), 9, '2022-09-01', '2023-08-31'],
    ['calendarYear', end('', '2022'), null, '2022-01-01', '2022-12-31'],
    ['academicYear', end('', '2023'), null, '2022-09-01', '2023-08-31'],
    ['snapshot', end('9', '2023', '18'), null, '2023-09-18', '2023-09-18'],
  ] as const)('reads a %s', (basis, parts, resetMonth, periodStart, periodEnd) => {
    expect(readPeriod(basis, parts, resetMonth)).toEqual({ periodStart, periodEnd });
  });

  it('says what is wrong, and in which part', () => {
    expect(readPeriod('month', end('13', '2023'), null)).toMatchObject({ field: 'periodEnd', part: 'month' });
    expect(readPeriod('month', end('', ''), null)).toMatchObject({ error: 'Enter the period of the reading.' });
    expect(readPeriod('calendarYear', end('', ''), null)).toMatchObject({ part: 'year' });
    expect(readPeriod('other', end('9', '2023', '30'), null)).toMatchObject({ field: 'periodStart' });
  });
});
