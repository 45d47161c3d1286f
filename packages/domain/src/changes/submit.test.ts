import { describe, expect, test } from 'vitest';
import { DomainError } from '../domain-error.ts';
import { asMember } from '../testing/asking.ts';
import { aChallenge, anUpdate, aTarget } from '../testing/rows.ts';
import { noticeId, recordedOn, smallPlan, today } from '../testing/small-plan.ts';
import { submitInput, submitUpdates } from './submit.ts';

const said = (actionId: string, fields: Parameters<typeof anUpdate>[0] = {}) =>
  anUpdate({ noticeId, id: `said-${actionId}`, actionId, on: '2023-08-21', ...fields });
const plan = smallPlan({ updates: [said('action-1.01', { rating: 'amber', confidence: 'medium' })] });
const action = { actionId: 'action-1.01', requirementId: null, seenUpdateId: 'said-action-1.01', seenForecast: null };
const noChange = { kind: 'noChange', ...action };
const update = {
  kind: 'update',
  ...action,
  rating: 'green',
  confidence: 'high',
  words: 'Six of eight are in post.',
  recovery: null,
  forecast: null,
  milestones: [],
};
const reading = {
  kind: 'reading',
  measureId: 'measure-1.2',
  value: '1,080',
  periodStart: '2023-08-01',
  periodEnd: '2023-08-31',
  seenReadingId: null,
};
const submit = (rows: object[], on = plan, who = 'member-lead') =>
  submitUpdates(on, submitInput.parse({ noticeId, rows }), asMember(who));
const refusedWith = (rows: object[], on = plan, who = 'member-lead') => {
  try {
    submit(rows, on, who);
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, fields: error.fields, sentence: error.message };
    throw error;
  }
  throw new Error('The submission was not refused.');
};

const overdue = (rating: 'green' | 'amber' | 'red', forecast: string | null) => ({
  ...plan,
  actions: plan.actions.map((each) => ({ ...each, currentDue: '2023-08-31', forecast })),
  updates: [said('action-1.01', { rating, recovery: 'Two more.' })],
});

const expected = (forecast: string) => ({
  ...plan,
  actions: plan.actions.map((each) => ({ ...each, forecast })),
  updates: [said('action-1.01', { rating: 'red', recovery: 'Two more.' })],
});

describe('“No change”', () => {
  test('repeats the last rating, and says since when it holds', () => {
    expect(submit([noChange])).toMatchObject([
      {
        entity: 'update',
        row: {
          actionId: 'action-1.01',
          kind: 'noChange',
          rating: 'amber',
          confidence: 'medium',
          words: 'No change since 21 August 2023.',
          on: today,
          byId: 'member-lead',
          state: 'submitted',
        },
      },
    ]);
  });

  test('said again keeps the day of the last change', () => {
    const again = recordedOn(plan, submit([noChange]), `${today}T09:00:00.000Z`, 'member-lead');
    expect(submit([{ ...noChange, seenUpdateId: 'new-1' }], again, 'member-deputy')).toMatchObject([
      { row: { words: 'No change since 21 August 2023.' } },
    ]);
  });

  test.each([
    ['green', null, /^It was due on 31 August 2023, 25 days ago, so green can’t be repeated\./],
    ['green', '2023-10-31', /green can’t be repeated/],
    ['amber', null, /so amber needs a forecast that is still to come/],
    ['amber', '2023-09-24', /so amber needs a forecast that is still to come/],
  ] as const)(
    'is refused once the due date has passed, after %s with the forecast %s',
    (rating, forecast, sentence) => {
      expect(refusedWith([{ ...noChange, seenForecast: forecast }], overdue(rating, forecast))).toMatchObject({
        code: 'invalid',
        fields: { 'rows.0': expect.stringMatching(sentence) as string },
      });
    },
  );

  test.each([
    ['amber', '2023-10-31'],
    ['red', null],
  ] as const)('stands once the due date has passed after %s with the forecast %s', (rating, forecast) => {
    expect(submit([{ ...noChange, seenForecast: forecast }], overdue(rating, forecast))).toMatchObject([
      { row: { rating, forecast } },
    ]);
  });

  test('is refused once the forecast has passed, whatever the rating', () => {
    expect(refusedWith([{ ...noChange, seenForecast: '2023-09-24' }], expected('2023-09-24')).fields).toEqual({
      'rows.0': 'The forecast of 24 September 2023 has passed. Give another and say what changed.',
    });
    expect(submit([{ ...noChange, seenForecast: today }], expected(today))).toHaveLength(1);
  });

  test('is refused where there is nothing to repeat, or the last was returned', () => {
    expect(refusedWith([{ ...noChange, actionId: 'action-1.02', seenUpdateId: null }]).fields).toEqual({
      'rows.0': 'There is no update to repeat yet. Write the first one.',
    });
    const returned = { ...plan, updates: [said('action-1.01', { state: 'returned' })] };
    expect(refusedWith([noChange], returned).fields).toEqual({
      'rows.0': 'The programme office returned the last update. Write another.',
    });
  });
});

test('an update goes with its forecast and its milestones, a reading and an answer beside it, in one change', () => {
  const asked = { ...plan, challenges: [aChallenge({ noticeId, id: 'question-1', toId: 'member-lead' })] };
  const rows = [
    { ...update, forecast: '2023-12-15', milestones: [{ id: 'milestone-1', expectedVersion: 1 }] },
    { ...reading },
    { kind: 'answer', id: 'question-1', expectedVersion: 1, answer: 'Forty families were called.' },
    {
      ...update,
      actionId: null,
      requirementId: 'req-1',
      seenUpdateId: null,
      seenForecast: null,
      rating: null,
      words: 'It is with the board.',
    },
  ];
  expect(submit(rows, asked)).toMatchObject([
    { entity: 'update', row: { forecast: '2023-12-15', words: 'Six of eight are in post.' } },
    { entity: 'action', row: { forecast: '2023-12-15' } },
    { entity: 'milestone', row: { id: 'milestone-1', doneOn: today } },
    { entity: 'reading', row: { measureId: 'measure-1.2', value: 1080, basis: 'month', state: 'final' } },
    { entity: 'challenge', row: { state: 'answered', answer: 'Forty families were called.' } },
    { entity: 'update', row: { requirementId: 'req-1', rating: null } },
  ]);
  expect(submit([{ ...reading, value: 'x' }])).toMatchObject([{ row: { value: null, symbol: 'x' } }]);
});

test('names every row and field that is wrong, and records none of them', () => {
  const rows = [
    update,
    { ...update, actionId: 'action-1.02', seenUpdateId: null, rating: 'red' },
    { ...reading, value: '12.5' },
    { ...reading, measureId: 'measure-1.1', seenReadingId: 'reading-1', value: '14%' },
  ];
  expect(refusedWith(rows)).toEqual({
    code: 'invalid',
    sentence: '3 rows can’t be submitted as they are, so nothing was. Mend them, then submit again.',
    fields: {
      'rows.1.recovery': 'Say how it will recover.',
      'rows.2.value': 'A count must be a whole number.',
      'rows.3.periodEnd': expect.stringMatching(/^There is already a reading for August 2023\./) as string,
    },
  });
  const parsed = submitInput.safeParse({ noticeId, rows: [noChange, { ...update, words: ' ' }] });
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(['rows.1.words']);
});

describe('what somebody else saved meanwhile', () => {
  test('is not overtaken unseen: another’s update, one’s own sent twice, a reading, a milestone', () => {
    const theirs = {
      ...plan,
      updates: [...plan.updates, said('action-1.01', { id: 'theirs', on: today, byId: 'member-deputy' })],
    };
    expect(refusedWith([update], theirs)).toMatchObject({
      code: 'conflict',
      fields: { 'rows.0': 'Deputy updated this while you were writing. Look at theirs, then choose which to keep.' },
    });
    const once = recordedOn(plan, submit([update]), `${today}T09:00:00.000Z`, 'member-lead');
    expect(refusedWith([update], once)).toMatchObject({
      code: 'conflict',
      sentence: 'You submitted an update of this on 25 September 2023 already. Look at it, then choose which to keep.',
    });
    const read = recordedOn(plan, submit([reading]), `${today}T09:00:00.000Z`, 'member-lead');
    expect(refusedWith([reading], read)).toMatchObject({
      code: 'conflict',
      fields: {
        'rows.0': expect.stringMatching(/^A reading for August 2023 was recorded on 25 September 2023/) as string,
      },
    });
    const ticked = { ...update, milestones: [{ id: 'milestone-1', expectedVersion: 2 }] };
    expect(refusedWith([ticked])).toMatchObject({
      code: 'conflict',
      fields: { 'rows.0.milestones': expect.any(String) as string },
    });
  });

  test('nor is a forecast that somebody moved without an update', () => {
    const moved = { ...plan, actions: plan.actions.map((each) => ({ ...each, forecast: '2023-12-15' })) };
    for (const row of [{ ...update, forecast: '2023-11-30' }, update, noChange]) {
      expect(refusedWith([row], moved)).toMatchObject({
        code: 'conflict',
        fields: {
          'rows.0':
            'The forecast was changed to 15 December 2023 while you were writing. Look at it, then choose which to keep.',
        },
      });
      expect(submit([{ ...row, seenForecast: '2023-12-15' }], moved).length).toBeGreaterThan(0);
    }
    expect(refusedWith([{ ...update, seenForecast: '2023-12-15' }])).toMatchObject({
      fields: { 'rows.0': expect.stringMatching(/^The forecast was taken back while you were writing/) as string },
    });
  });

  test('goes in once it was seen', () => {
    const theirs = { ...plan, updates: [...plan.updates, said('action-1.01', { id: 'theirs', on: today })] };
    expect(submit([{ ...update, seenUpdateId: 'theirs' }], theirs)).toHaveLength(1);
  });
});

test('is for those whose rows they are, each under the right that its kind asks for', () => {
  const rows = [update, reading];
  expect(submit([update], plan, 'member-deputy')).toHaveLength(1);
  expect(refusedWith(rows, plan, 'member-deputy')).toMatchObject({
    code: 'forbidden',
    fields: {
      'rows.1': expect.stringMatching(/^This is not yours to report on any more: it was handed over/) as string,
    },
  });
  expect(refusedWith([update], plan, 'member-chair')).toMatchObject({ code: 'forbidden' });
  expect(submit(rows, plan, 'member-office')).toHaveLength(2);
  expect(refusedWith([{ ...update, actionId: 'unknown' }])).toMatchObject({ code: 'notFound' });
});

test('takes each row once', () => {
  expect(refusedWith([noChange, update]).fields).toEqual({ 'rows.1': 'This row is there twice. Submit it once.' });
});

test('one milestone of another action is refused', () => {
  const rows = [
    { ...update, actionId: 'action-1.02', seenUpdateId: null, milestones: [{ id: 'milestone-1', expectedVersion: 1 }] },
  ];
  expect(refusedWith(rows).fields).toEqual({
    'rows.0.milestones': 'That milestone belongs to another action. Reload the page.',
  });
});

describe('an explanation', () => {
  const red = { ...plan, targets: [aTarget({ noticeId, measureId: 'measure-1.1', value: 30 })] };
  const explained = {
    kind: 'commentary',
    measureId: 'measure-1.1',
    readingId: 'reading-1',
    reason: 'The oldest cases are cleared first.',
    action: 'Two more psychologists.',
    byWhen: '2023-12-31',
    effect: 'The longest waits end.',
  };

  test('goes with the other rows', () => {
    expect(submit([noChange, explained], red)).toMatchObject([
      { entity: 'update' },
      { entity: 'commentary', row: { measureId: 'measure-1.1', effect: 'The longest waits end.' } },
    ]);
  });

  test('is refused beside its fields, and for a measure of somebody else', () => {
    expect(refusedWith([{ ...explained, byWhen: '2023-01-31' }], red)).toMatchObject({
      fields: { 'rows.0.byWhen': expect.stringContaining('must be today or later') as string },
    });
    expect(refusedWith([explained], red, 'member-deputy').code).toBe('forbidden');
  });
});
