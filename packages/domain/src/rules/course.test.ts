import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays } from '../calendar.ts';
import { eventKinds, keysOf, type EventKind } from '../scales.ts';
import { anAction, anEvent, aMeeting, aNotice, aPlan, aStageChange } from '../testing/rows.ts';
import { isLifted, lifeOf, nextReviewOf, openActions } from './course.ts';

const event = (kind: EventKind, on: string, over: Parameters<typeof anEvent>[0] = {}) =>
  anEvent({ id: `${kind}-${on}`, kind, title: eventKinds[kind].label, earliest: on, latest: on, ...over });
const withEvents = (...events: ReturnType<typeof anEvent>[]) => aPlan({ events });
const lifted = event('lifted', '2024-08-06', { title: 'Improvement Notice lifted', note: 'By the minister.' });

describe('the life of a notice', () => {
  test.each([
    ['2023-03-29', 'notIssued'],
    ['2023-03-30', 'issued'],
    ['2023-03-31', 'inForce'],
    ['2024-01-10', 'varied'],
    ['2024-02-10', 'direction'],
    ['2024-03-10', 'direction'],
    ['2024-04-10', 'extended'],
    ['2024-08-05', 'extended'],
    ['2024-08-06', 'lifted'],
    ['2025-02-10', 'postNoticeReview'],
  ])('stands on %s as %s', (today, key) => {
    const plan = withEvents(
      event('varied', '2024-01-10'),
      event('direction', '2024-02-10'),
      event('extended', '2024-03-10'),
      event('directionEnded', '2024-04-10'),
      lifted,
      event('postNoticeReview', '2025-02-10'),
    );
    expect(lifeOf(plan, today).key).toBe(key);
    expect(isLifted(plan, today)).toBe(today >= '2024-08-06');
  });

  it('says why, with the words and the source of the event', () => {
    const life = lifeOf(withEvents(lifted), '2024-09-30');
    expect(life).toMatchObject({
      reason: 'Improvement Notice lifted. By the minister.',
      since: { latest: '2024-08-06' },
    });
    expect(life.steps.map(({ label }) => label)).toEqual(['Issued', 'Lifted']);
    expect(life.steps[1]).toMatchObject({ eventId: 'lifted-2024-08-06', source: { mark: 'own' } });
  });

  it('counts a loose day once it must have come', () => {
    const loose = withEvents(event('lifted', '2024-08-01', { latest: '2024-08-31', printed: 'August 2024' }));
    expect(lifeOf(loose, '2024-08-30').key).toBe('inForce');
    expect(lifeOf(loose, '2024-08-31')).toMatchObject({ key: 'lifted', lifted: { printed: 'August 2024' } });
  });

  it('leaves out what was withdrawn, and ends with the withdrawal of the notice', () => {
    expect(lifeOf(withEvents({ ...lifted, withdrawnOn: '2024-08-09' }), '2024-08-10').key).toBe('inForce');
    const gone = aPlan({ notice: aNotice({ withdrawnOn: '2024-09-01' }), events: [event('direction', '2024-01-01')] });
    expect(lifeOf(gone, '2024-08-31').key).toBe('direction');
    expect(lifeOf(gone, '2024-09-01').key).toBe('withdrawn');
  });

  it('holds for any events on any day: one state, its step among the steps, nothing open once lifted', () => {
    const some = fc.array(
      fc.record({ kind: fc.constantFrom(...keysOf(eventKinds)), day: fc.nat(700), span: fc.nat(40) }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: -20, max: 900 }), (drawn, seen) => {
        const events = drawn.map(({ kind, day, span }, index) =>
          anEvent({
            id: `e${index}`,
            kind,
            earliest: addDays('2023-03-30', day),
            latest: addDays('2023-03-30', day + span),
          }),
        );
        const today = addDays('2023-03-30', seen);
        const life = lifeOf(aPlan({ events }), today);
        expect(life.steps.every(({ on }) => on.latest <= today)).toBe(true);
        expect(life.lifted !== null && life.open.length > 0).toBe(false);
        expect(life.lifted !== null).toBe(isLifted(aPlan({ events }), today) && seen >= 0);
        expect(life.open.length > 0).toBe(life.key === 'direction' || life.key === 'servicesRemoved');
      }),
    );
  });
});

test('an action is open until it is evidenced, also where its lead calls it delivered', () => {
  const plan = aPlan({
    actions: [
      anAction({ id: 'a', stage: 'evidenced' }),
      anAction({ id: 'b', stage: 'delivered' }),
      anAction({ id: 'c', stage: 'withdrawn' }),
    ],
    stageChanges: [
      aStageChange({ id: 's1', actionId: 'a', from: 'delivered', to: 'evidenced', on: '2024-08-20' }),
      aStageChange({ id: 's2', actionId: 'b', from: 'inProgress', to: 'delivered', on: '2024-01-20' }),
      aStageChange({ id: 's3', actionId: 'c', from: 'inProgress', to: 'withdrawn', on: '2024-01-20' }),
    ],
  });
  expect(openActions(plan, '2024-08-06').map(({ id }) => id)).toEqual(['a', 'b']);
  expect(openActions(plan, '2024-08-20').map(({ id }) => id)).toEqual(['b']);
});

describe('the next review of a lifted notice', () => {
  it('is six calendar months after the lifting, clamped to the end of the month', () => {
    expect(nextReviewOf(withEvents(lifted), '2024-08-05')).toBeNull();
    expect(nextReviewOf(withEvents(lifted), '2024-09-30')).toMatchObject({
      on: { latest: '2025-02-06' },
      recorded: false,
    });
    expect(nextReviewOf(withEvents(event('lifted', '2024-08-31')), '2024-09-30')?.on.latest).toBe('2025-02-28');
  });

  it('is counted from the last review, as an event or as a meeting that was held', () => {
    const reviewed = withEvents(lifted, event('postNoticeReview', '2025-02-10'));
    expect(nextReviewOf(reviewed, '2025-03-01')?.on.latest).toBe('2025-08-10');
    const held = { ...reviewed, meetings: [aMeeting({ kind: 'dfeReview', on: '2025-02-20', state: 'closed' })] };
    expect(nextReviewOf(held, '2025-03-01')?.on.latest).toBe('2025-08-20');
  });

  it('is the one that is recorded, where there is one ahead', () => {
    const planned = withEvents(lifted, event('postNoticeReview', '2025-01-15'));
    expect(nextReviewOf(planned, '2024-09-30')).toMatchObject({ on: { latest: '2025-01-15' }, recorded: true });
    const meeting = aMeeting({ kind: 'dfeReview', on: '2025-01-20', state: 'planned' });
    expect(nextReviewOf({ ...withEvents(lifted), meetings: [meeting] }, '2024-09-30')?.on.latest).toBe('2025-01-20');
  });
});
