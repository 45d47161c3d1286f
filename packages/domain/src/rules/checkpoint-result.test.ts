import { expect, test } from 'vitest';
import { aMeasure, aNotice, aPlan, aReading, aTarget } from '../testing/rows.ts';
import { checkpointResultOf } from './checkpoint-result.ts';
import { checkpointsOf } from './checkpoints.ts';

const measure = aMeasure({ floor: 20 });
const [three, six] = checkpointsOf(aNotice()) as [
  ReturnType<typeof checkpointsOf>[number],
  ReturnType<typeof checkpointsOf>[number],
];
const ending = (periodEnd: string, value: number, over: Parameters<typeof aReading>[0] = {}) =>
  aReading({ id: `reading-${periodEnd}`, periodStart: `${periodEnd.slice(0, 8)}01`, periodEnd, value, ...over });
const plan = (...readings: ReturnType<typeof aReading>[]) =>
  aPlan({ readings, targets: [aTarget({ months: 3, id: 't3', value: 25 }), aTarget({ value: 30 })] });

test('before its day a checkpoint is pending, with the latest reading beside it', () => {
  expect(checkpointResultOf(plan(ending('2023-08-31', 2.3)), measure, six, '2023-09-25')).toMatchObject({
    key: 'pending',
    reason: '30 September 2023 is in 5 days. The target is 30%. The latest reading is 2.3% for August 2023.',
    reading: { value: 2.3 },
  });
});

test('on its day the last reading that ends after the previous checkpoint counts', () => {
  const found = plan(
    ending('2023-06-30', 99),
    ending('2023-07-31', 35),
    ending('2023-09-30', 22),
    ending('2023-10-31', 90),
  );
  expect(checkpointResultOf(found, measure, six, '2023-09-30')).toMatchObject({ key: 'near', reading: { value: 22 } });
  expect(checkpointResultOf(found, measure, three, '2023-12-01')).toMatchObject({ key: 'met', reading: { value: 99 } });
});

test('for the first checkpoint a reading ends after the base date', () => {
  expect(checkpointResultOf(plan(ending('2023-03-30', 40)), measure, three, '2023-07-01')).toMatchObject({
    key: 'noData',
    reading: null,
    olderReading: { value: 40 },
  });
  expect(checkpointResultOf(plan(ending('2023-03-31', 40)), measure, three, '2023-07-01').key).toBe('met');
});

test('a reading of another basis is no value at a checkpoint', () => {
  const result = checkpointResultOf(
    plan(ending('2023-06-30', 13.2, { basis: 'notStated' })),
    measure,
    three,
    '2023-07-01',
  );
  expect(result).toMatchObject({ key: 'noData', olderReading: { value: 13.2 } });
});

test('a missed floor and a missed target without a floor are both missed', () => {
  const late = plan(ending('2023-09-30', 2));
  expect(checkpointResultOf(late, measure, six, '2023-10-01').key).toBe('missed');
  expect(checkpointResultOf(late, aMeasure(), six, '2023-10-01').key).toBe('missed');
});

test('symbols, bounds and missing targets decide nothing', () => {
  const at = (over: Parameters<typeof aReading>[0]) =>
    checkpointResultOf(plan(ending('2023-09-30', 25, over)), measure, six, '2023-10-01').key;
  expect(at({ value: null, symbol: 'x' })).toBe('noData');
  expect(at({ value: null, symbol: 'c' })).toBe('notDecided');
  expect(at({ qualifier: 'over' })).toBe('notDecided');
  expect(checkpointResultOf(aPlan({ readings: [ending('2023-09-30', 25)] }), measure, six, '2023-10-01').key).toBe(
    'noTarget',
  );
});

test('where sources conflict over the period, a checkpoint decides no more than the position does', () => {
  const conflict = plan(
    ending('2023-09-30', 35),
    ending('2023-09-30', 12, { id: 'rival', disputed: 'Another source.' }),
  );
  expect(checkpointResultOf(conflict, measure, six, '2023-10-01')).toMatchObject({
    key: 'notDecided',
    reason: expect.stringMatching(/^Sources conflict: .* for September 2023\.$/) as unknown,
  });
  const agreed = plan(ending('2023-09-30', 35), ending('2023-09-30', 36, { id: 'rival', disputed: 'Another source.' }));
  expect(checkpointResultOf(agreed, measure, six, '2023-10-01')).toMatchObject({ key: 'met' });
});

test.each([
  ['2023-06-29T09:00:00.000Z', 2, null, null],
  ['2023-06-30T09:00:00.000Z', 2, null, 'changed on 30 June 2023, the day itself'],
  ['2023-07-03T09:00:00.000Z', 1, null, 'set on 3 July 2023, after the day'],
  ['2023-07-03T09:00:00.000Z', 2, '2023-07-01', 'changed on 3 July 2023, after the day, approved on 1 July 2023'],
])('a target recorded at %s leaves its trace once the day has come', (recordedAt, version, approvedOn, late) => {
  const target = aTarget({ months: 3, value: 25, recordedAt, version, approvedOn });
  const found = aPlan({ readings: [ending('2023-06-30', 26)], targets: [target] });
  const result = checkpointResultOf(found, measure, three, '2023-07-04');
  expect(result.late).toBe(late);
  expect(result.reason.endsWith(late === null ? '26.0% meets the target of 25%.' : `The target was ${late}.`)).toBe(
    true,
  );
  expect(checkpointResultOf(found, measure, three, '2023-06-29').late).toBeNull();
});
