import { describe, expect, test } from 'vitest';
import { checkpointResultOf } from '../rules/checkpoint-result.ts';
import { checkpointsOf } from '../rules/checkpoints.ts';
import { directionOf } from '../rules/direction.ts';
import { impactOf } from '../rules/impact.ts';
import { runRatesOf } from '../rules/run-rate.ts';
import { asMember, edit, refusalOf } from '../testing/asking.ts';
import { aReading, aTarget } from '../testing/rows.ts';
import { smallPlan } from '../testing/small-plan.ts';
import { correctReading, correctReadingInput, withdrawReading, withdrawReadingInput } from './reading.ts';
import { putBack, putBackInput, setAside, setAsideInput } from './set-aside.ts';

const office = asMember('member-office');
const minutes = aReading({ id: 'minutes', value: 12 });
const bulletin = aReading({ id: 'bulletin', value: 60, disputed: 'The bulletin says otherwise.' });
const july = aReading({ id: 'july', periodStart: '2023-07-01', periodEnd: '2023-07-31', value: 20 });
const targets = [aTarget({ id: 't6', months: 6, value: 50 }), aTarget({ id: 't12', months: 12, value: 70 })];
const plan = smallPlan({ readings: [bulletin, july, minutes], targets });
const chosen = smallPlan({ readings: [{ ...bulletin, setAside: 'The minutes count cases.' }, july, minutes], targets });
const [measure] = plan.measures;
const after = '2023-10-01';

const correction = (fields: object, by = office) =>
  correctReading(
    chosen,
    correctReadingInput.parse({
      ...bulletin,
      numerator: null,
      denominator: null,
      ...edit('bulletin'),
      value: '61%',
      ...fields,
    }),
    by,
  );
const lead = asMember('member-lead');
const withdrawal = (readings: typeof plan.readings, id: string, by = office) =>
  withdrawReading(smallPlan({ readings }), withdrawReadingInput.parse(edit(id)), by);

describe('two sources for one period', () => {
  test('decide nothing while both are in use', () => {
    if (!measure) throw new Error('The small plan has no measure.');
    expect(impactOf(plan, measure, '2023-09-25')).toMatchObject({ key: 'notDecided', contested: true });
    expect(directionOf(plan, measure, '2023-09-25')).toMatchObject({
      key: 'notDecided',
      reason: 'Sources conflict: 60.0% and 12.0% for August 2023.',
    });
    expect(runRatesOf(plan, measure, '2023-09-25')).toEqual([]);
    const six = checkpointsOf(plan.notice).find(({ months }) => months === 6);
    expect(six && checkpointResultOf(plan, measure, six, after).key).toBe('notDecided');
  });

  test('are one once the other is set aside: everything is as if it had never been recorded', () => {
    if (!measure) throw new Error('The small plan has no measure.');
    const alone = smallPlan({ readings: [july, minutes], targets });
    const six = checkpointsOf(plan.notice).find(({ months }) => months === 6);
    expect(impactOf(chosen, measure, '2023-09-25')).toEqual(impactOf(alone, measure, '2023-09-25'));
    expect(directionOf(chosen, measure, '2023-09-25')).toEqual(directionOf(alone, measure, '2023-09-25'));
    expect(runRatesOf(chosen, measure, '2023-09-25')).toEqual(runRatesOf(alone, measure, '2023-09-25'));
    expect(six && checkpointResultOf(chosen, measure, six, after)).toEqual(
      six && checkpointResultOf(alone, measure, six, after),
    );
  });

  test('are set aside with a reason that stands beside them, and put back', () => {
    expect(setAside(plan, setAsideInput.parse(edit('bulletin')), office)).toMatchObject([
      { entity: 'reading', expectedVersion: 1, row: { id: 'bulletin', value: 60, setAside: 'Agreed.' } },
    ]);
    expect(putBack(chosen, putBackInput.parse(edit('bulletin')), office)).toMatchObject([
      { row: { id: 'bulletin', setAside: null } },
    ]);
    expect(setAsideInput.safeParse({ ...edit('bulletin'), reason: '' }).success).toBe(false);
  });

  test('are never both set aside, and neither twice', () => {
    expect(refusalOf(() => setAside(chosen, setAsideInput.parse(edit('minutes')), office)).sentence).toBe(
      'This is the only reading for August 2023 in use. Record what the other source says first, or withdraw this one.',
    );
    expect(refusalOf(() => setAside(plan, setAsideInput.parse(edit('july')), office)).sentence).toContain(
      'This is the only reading for July 2023 in use.',
    );
    expect(refusalOf(() => setAside(chosen, setAsideInput.parse(edit('bulletin')), office)).sentence).toContain(
      'already',
    );
    expect(refusalOf(() => putBack(plan, putBackInput.parse(edit('bulletin')), office)).sentence).toContain('already');
    expect(refusalOf(() => setAside(plan, setAsideInput.parse(edit('no-such')), office)).code).toBe('notFound');
  });

  test('keep that choice when the value is corrected, and lose it with the period', () => {
    expect(correction({})).toMatchObject([{ row: { value: 61, setAside: 'The minutes count cases.' } }]);
    expect(correction({ periodStart: '2023-06-01', periodEnd: '2023-06-30' })).toMatchObject([
      { row: { setAside: null } },
    ]);
  });

  test.each([
    ['withdraws it', () => withdrawal(plan.readings, 'bulletin', lead)],
    ['withdraws the one set aside', () => withdrawal(chosen.readings, 'bulletin', lead)],
    ['changes what it says', () => correction({}, lead)],
    ['hides it', () => correction({ value: 'c' }, lead)],
    ['makes it provisional', () => correction({ value: '60%', state: 'provisional' }, lead)],
    ['moves it', () => correction({ value: '60%', periodStart: '2023-06-01', periodEnd: '2023-06-30' }, lead)],
  ])('are not for the owner of one of them to decide between: whoever %s is refused', (_what, ask) => {
    expect(refusalOf(ask)).toEqual({
      code: 'forbidden',
      sentence:
        'Another source gives a value for August 2023 too, and which of them is used is not for one of them to decide. Ask the programme office to make this change.',
      field: null,
    });
  });

  test('leave the owner what says nothing about the dispute, and every other period', () => {
    expect(correction({ value: '60%', note: 'From the annex.' }, lead)).toMatchObject([
      { row: { value: 60, note: 'From the annex.' } },
    ]);
    expect(withdrawal(plan.readings, 'july', lead)).toMatchObject([{ row: { id: 'july' } }]);
  });

  test('never leave a period with none in use', () => {
    const sentence =
      'The other reading for August 2023 is set aside, so the period would be left without one in use. Use the other reading again first.';
    expect(refusalOf(() => withdrawal(chosen.readings, 'minutes')).sentence).toBe(sentence);
    const moved = { periodStart: '2023-06-01', periodEnd: '2023-06-30', value: '12%' };
    const move = { ...minutes, numerator: null, denominator: null, ...edit('minutes'), ...moved };
    expect(refusalOf(() => correctReading(chosen, correctReadingInput.parse(move), office)).sentence).toBe(sentence);
    expect(withdrawal(chosen.readings, 'bulletin')).toMatchObject([
      { row: { id: 'bulletin', withdrawnOn: '2023-09-25' } },
    ]);
    expect(withdrawal(plan.readings, 'minutes')).toMatchObject([{ row: { id: 'minutes' } }]);
  });
});
