import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../fields.ts';
import { anAction, anEvent, aPlan, aRequirement, aRequirementDate } from '../testing/rows.ts';
import { headlineOf } from './headline.ts';

const due = (id: string, requirementId: string, on: IsoDate) =>
  aRequirementDate({ id, requirementId, kind: 'due', earliest: on, latest: on });
const submitted = aRequirementDate({
  id: 'met',
  requirementId: 'req-1',
  kind: 'met',
  earliest: '2023-06-29',
  latest: '2023-06-29',
});

const kent = (over: Parameters<typeof aPlan>[0] = {}) =>
  aPlan({
    requirements: [
      aRequirement({ id: 'req-1', code: '1' }),
      aRequirement({ id: 'req-4a', code: '4a' }),
      aRequirement({ id: 'req-4b', code: '4b' }),
    ],
    requirementDates: [
      due('d1', 'req-1', '2023-05-12'),
      due('d2', 'req-4a', '2023-09-30'),
      due('d3', 'req-4b', '2023-09-30'),
      submitted,
    ],
    ...over,
  });

describe('headlineOf', () => {
  it.each([
    ['2023-04-10', '32 days to 12 May, when requirement 1 is due'],
    ['2023-05-12', 'Requirement 1 is due today'],
    ['2023-05-20', 'Requirement 1 is 8 days overdue'],
    ['2023-09-25', '5 days to the six-month requirement'],
    ['2023-09-29', '1 day to the six-month requirement'],
    ['2023-09-30', 'The six-month requirement is due today'],
    ['2023-10-02', 'The six-month requirement is 2 days overdue'],
  ])('on %s says "%s"', (today, title) => {
    expect(headlineOf(kent(), today).title).toBe(title);
  });

  it('names the next deadline beside one that has passed', () => {
    expect(headlineOf(kent(), '2023-05-20').beside).toEqual(['133 days to the six-month requirement.']);
  });

  it('counts to the checkpoint where no deadline is open', () => {
    const plan = kent({ requirements: [], requirementDates: [] });
    expect(headlineOf(plan, '2023-10-01').title).toBe('181 days to the 12-month checkpoint');
    expect(headlineOf(plan, '2024-10-02').title).toBe('The last checkpoint passed 2 days ago');
  });

  it('says that the notice was lifted, from the day itself', () => {
    const lifted = anEvent({ kind: 'lifted', title: 'Lifted', earliest: '2024-08-06', latest: '2024-08-06' });
    const actions = [
      anAction({ id: 'a' }),
      anAction({ id: 'b', stage: 'delivered' }),
      anAction({ id: 'c', stage: 'assured' }),
    ];
    const plan = kent({ events: [lifted], actions });
    expect(headlineOf(plan, '2024-08-05').title).not.toContain('Lifted');
    expect(headlineOf(plan, '2024-08-06')).toEqual({
      title: 'Lifted on 6 August 2024, 2 actions open',
      beside: ['That was 55 days before the 18-month checkpoint.'],
    });
  });

  it('keeps a direction in sight', () => {
    const direction = anEvent({
      kind: 'direction',
      title: 'A commissioner was appointed',
      earliest: '2023-08-01',
      latest: '2023-08-01',
    });
    expect(headlineOf(kent({ events: [direction] }), '2023-09-25').beside).toContain(
      'A commissioner was appointed, 1 August 2023.',
    );
  });
});
