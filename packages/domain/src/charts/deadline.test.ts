import { describe, expect, it, test } from 'vitest';
import type { Milestone } from '../action.ts';
import type { Recorded } from '../fields.ts';
import { anAction, aPlan, aRequirement, aRequirementDate, aStageChange } from '../testing/rows.ts';
import { axisDays } from './axis-days.ts';
import { deadlineChart } from './deadline.ts';

const today = '2023-09-25';
const deadline = '2023-05-12';
const requirement = aRequirement();
const milestone = (over: Partial<Milestone>): Recorded<Milestone> => ({
  noticeId: 'test',
  id: 'milestone-1',
  version: 1,
  addedAt: '2023-04-01T09:00:00.000Z',
  recordedAt: '2023-04-01T09:00:00.000Z',
  recordedBy: 'member-office',
  actionId: 'action-1.01',
  title: 'Draft',
  originalDue: '2023-05-01',
  currentDue: '2023-05-01',
  forecast: null,
  doneOn: null,
  withdrawnOn: null,
  ...over,
});
const submitted = [
  aRequirementDate(),
  aRequirementDate({ id: 'submitted', kind: 'submitted', earliest: '2023-06-29', latest: '2023-06-29' }),
  aRequirementDate({ id: 'met', kind: 'met', earliest: '2023-06-29', latest: '2023-06-29' }),
  aRequirementDate({
    id: 'approved',
    kind: 'approved',
    earliest: '2023-07-01',
    latest: '2023-07-31',
    printed: 'July 2023',
  }),
];
const alone = aPlan({ requirements: [requirement], requirementDates: submitted });
const at = (day: string, plan = alone) => deadlineChart(plan, plan.requirements, deadline, day);
const points = (day: string, key: string, plan = alone) =>
  at(day, plan)
    .chart.series.find((series) => series.key === key)
    ?.points.map(({ on, value }) => [on, value]);

describe('a requirement that nothing but itself serves', () => {
  it('steps up on the deadline, and is done when it is met', () => {
    expect(points(today, 'required')).toEqual([
      ['2023-03-30', 0],
      ['2023-05-11', 0],
      ['2023-05-12', 1],
      ['2023-10-09', 1],
    ]);
    expect(points(today, 'done')).toEqual([
      ['2023-03-30', 0],
      ['2023-06-28', 0],
      ['2023-06-29', 1],
      ['2023-09-25', 1],
    ]);
  });

  it('answers in four words', () => {
    expect(at(today).words).toEqual({
      required: 'A plan for all areas, by 12 May 2023. No action of the plan is recorded as serving it.',
      byThen: 'By then it was not done.',
      since: 'Done since. Submitted 29 June 2023, met 29 June 2023 and approved July 2023.',
      decided: 'Not known.',
    });
  });

  it('marks the dates, those of one day together', () => {
    expect(at(today).chart.checkpoints.map(({ label, date }) => [label, date])).toEqual([
      ['Deadline', '12 May 2023'],
      ['Submitted, met', '29 Jun 2023'],
      ['Approved', 'July 2023'],
    ]);
  });

  it('puts what was done on the very day beside the deadline', () => {
    const onTime = {
      ...alone,
      requirementDates: [aRequirementDate(), aRequirementDate({ id: 'in-time', kind: 'met' })],
    };
    expect(at(today, onTime).chart.checkpoints.map(({ label }) => label)).toEqual(['Deadline, met']);
    expect(at(today, onTime).chart).toMatchObject({ title: 'Met by 12 May 2023', bracket: null });
  });

  it('says what came of it as its title', () => {
    expect(at('2023-05-10').chart.title).toBe('0 of 1 step done, 2 days before 12 May 2023');
    expect(at('2023-05-12').chart.title).toBe('0 of 1 step done on the day of the deadline, 12 May 2023');
    expect(at('2023-05-20').chart.title).toBe('Not met, 8 days after 12 May 2023');
    expect(at(today).chart.title).toBe('Met 48 days after 12 May 2023');
  });

  it('says what the government decided, and when', () => {
    const decided = aRequirement({
      governmentDecision: 'satisfied',
      governmentDecidedOn: '2023-08-01',
      governmentNote: 'By letter.',
    });
    expect(at(today, { ...alone, requirements: [decided] }).words.decided).toBe('Satisfied, 1 August 2023. By letter.');
  });
});

describe('a requirement that actions serve', () => {
  const plan = aPlan({
    requirements: [requirement],
    requirementDates: [aRequirementDate()],
    actions: [
      anAction({ requirementIds: ['req-1'], originalDue: '2023-05-10', stage: 'evidenced' }),
      anAction({ id: 'late', code: '1.02', requirementIds: ['req-1'], originalDue: '2023-08-30' }),
      anAction({ id: 'gone', code: '1.03', requirementIds: ['req-1'], stage: 'withdrawn' }),
      anAction({ id: 'other', code: '1.04' }),
    ],
    stageChanges: [aStageChange({ from: 'delivered', to: 'evidenced', on: '2023-06-01' })],
    milestones: [
      milestone({ doneOn: '2023-05-02' }),
      milestone({ id: 'milestone-2', doneOn: '2023-10-01', originalDue: '2023-05-09' }),
      milestone({ id: 'milestone-3', withdrawnOn: '2023-05-09' }),
    ],
  });

  it('requires every step by the deadline at the latest, and counts what is done by today', () => {
    const { chart } = at(today, plan);
    expect(chart.table.rows.map((row) => row.map(({ words }) => words))).toEqual([
      ['1.01: Draft', 'Milestone', '1 May 2023', '1 May 2023', '2 May 2023', '1'],
      ['1.01: Draft', 'Milestone', '9 May 2023', '9 May 2023', 'Not done', '139'],
      ['1.01 An action', 'Action', '10 May 2023', '10 May 2023', '1 June 2023', '22'],
      ['1.02 An action', 'Action', '30 August 2023', '12 May 2023', 'Not done', '136'],
      ['1 A plan for all areas', 'Requirement', '12 May 2023', '12 May 2023', 'Not done', '136'],
    ]);
    expect(chart.bracket).toMatchObject({ on: deadline, low: 1, high: 5, label: '4 steps not done by then' });
  });

  it('says how much was done by then and since', () => {
    expect(at(today, plan).words).toMatchObject({
      required:
        'A plan for all areas, by 12 May 2023. In the plan, 2 actions and 2 milestones towards it; 1 of these is planned for after that day.',
      byThen: 'By then 1 of 5 steps was done.',
      since: '1 step done since. 3 still open, 136 days after.',
    });
  });

  it('measures how far behind it is while the day has not come', () => {
    expect(at('2023-05-10', plan)).toMatchObject({
      chart: { bracket: { on: '2023-05-10', low: 1, high: 3, label: '2 steps behind' } },
      words: { byThen: 'The day is in 2 days. So far 1 of 5 steps is done.' },
    });
  });
});

test.each([
  ['2023-03-30', '2023-10-09', ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct']],
  ['2023-03-30', '2024-07-28', ['Apr', 'Jul', 'Oct', 'Jan 2024', 'Apr', 'Jul']],
  ['2023-03-30', '2053-07-28', [2024, 2028, 2032, 2036, 2040, 2044, 2048, 2052].map((year) => `Jan ${year}`)],
])('the axis from %s to %s names few days', (from, to, labels) => {
  expect(axisDays(from, to).map(({ label }) => label)).toEqual(labels);
});
