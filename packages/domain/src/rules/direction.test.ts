import { expect, test } from 'vitest';
import { aMeasure, aPlan, aReading, aTarget } from '../testing/rows.ts';
import { directionOf } from './direction.ts';

const today = '2023-09-25';
const monthly = (month: string, value: number | null, over: Parameters<typeof aReading>[0] = {}) =>
  aReading({
    id: `reading-${month}-${over.basis ?? ''}`,
    periodStart: `2023-${month}-01`,
    periodEnd: `2023-${month}-28`,
    value,
    ...over,
  });
const key = (readings: ReturnType<typeof aReading>[], over: Parameters<typeof aMeasure>[0] = {}) =>
  directionOf(aPlan({ readings, targets: [aTarget({ value: 30 })] }), aMeasure(over), today).key;

test('two readings of one basis tell the direction, by polarity', () => {
  const rise = [monthly('07', 10), monthly('08', 12)];
  expect(key(rise)).toBe('better');
  expect(key(rise, { polarity: 'L' })).toBe('worse');
  expect(key([monthly('07', 10), monthly('08', 10)])).toBe('same');
  expect(key([monthly('07', 35), monthly('08', 28)], { polarity: 'T' })).toBe('better');
  expect(key([monthly('07', 28), monthly('08', 32)], { polarity: 'T' })).toBe('same');
});

test('one reading or none has no direction', () => {
  expect(key([])).toBe('noReading');
  expect(key([monthly('08', null, { symbol: 'x' })])).toBe('noReading');
  expect(key([monthly('08', 3)])).toBe('oneReading');
  expect(key([monthly('08', 3), { ...monthly('08', 4), id: 'second-source' }])).toBe('oneReading');
});

test('bases that differ are not compared', () => {
  const plan = aPlan({ readings: [monthly('06', 13.2, { basis: 'notStated' }), monthly('08', 2.3)] });
  expect(directionOf(plan, aMeasure(), today)).toMatchObject({
    key: 'basesDiffer',
    reason: '13.2% (basis not stated) and 2.3% (single month) cannot be compared.',
  });
  expect(key([monthly('06', 13, { basis: 'notStated' }), monthly('08', 14, { basis: 'notStated' })])).toBe(
    'basesDiffer',
  );
});

const yearToDate = (periodEnd: string, value: number, periodStart = '2023-09-01') =>
  aReading({ id: periodEnd, basis: 'yearToDate', periodStart, periodEnd, value });

test('a rate that fell from 54.05 to 3.7 because a school year began has not improved', () => {
  const measure = aMeasure({ polarity: 'L', unit: 'rate', decimals: 2, basis: 'yearToDate', resetMonth: 9 });
  const july = yearToDate('2023-07-31', 54.05, '2022-09-01');
  const october = yearToDate('2023-10-31', 3.7);
  expect(directionOf(aPlan({ readings: [july, october] }), measure, '2023-11-10')).toMatchObject({
    key: 'acrossReset',
    reason: expect.stringContaining('The count restarted in September 2023') as string,
  });
  expect(directionOf(aPlan({ readings: [july, october] }), { ...measure, resetMonth: null }, '2023-11-10').key).toBe(
    'acrossReset',
  );
  const november = yearToDate('2023-11-30', 5.1);
  expect(directionOf(aPlan({ readings: [july, october, november] }), measure, '2023-12-10').key).toBe('worse');
});

test('a bound tells a direction only where it decides it', () => {
  const low = { polarity: 'L' } as const;
  expect(key([monthly('07', 90, { qualifier: 'over' }), monthly('08', 40)], low)).toBe('better');
  expect(key([monthly('07', 30, { qualifier: 'over' }), monthly('08', 40)], low)).toBe('notDecided');
  expect(key([monthly('07', 30), monthly('08', 40, { qualifier: 'over' })], low)).toBe('worse');
  expect(key([monthly('07', 30), monthly('08', 30, { qualifier: 'over' })], low)).toBe('worse');
  expect(key([monthly('07', 30), monthly('08', 20, { qualifier: 'over' })], low)).toBe('notDecided');
});

test('two disputed readings decide nothing; one beside an undisputed one does', () => {
  const disputed = 'Another source gives another date.';
  const both = [monthly('07', 12, { disputed }), monthly('08', 12, { disputed })];
  expect(directionOf(aPlan({ readings: both }), aMeasure({ unit: 'count', decimals: 0 }), today)).toMatchObject({
    key: 'notDecided',
    reason:
      'Sources conflict: 12 for 1 July 2023 to 28 July 2023 and 12 for 1 August 2023 to 28 August 2023 are both disputed.',
  });
  expect(key([monthly('07', 10), monthly('08', 12, { disputed })])).toBe('better');
});
