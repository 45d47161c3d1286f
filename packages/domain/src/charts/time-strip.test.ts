import { describe, expect, it } from 'vitest';
import { anEvent, aPlan, aRequirement, aRequirementDate } from '../testing/rows.ts';
import { timeStripOf } from './time-strip.ts';

const kent = aPlan({
  requirements: [aRequirement({ id: 'req-1', code: '1' }), aRequirement({ id: 'req-4', code: '4' })],
  requirementDates: [
    aRequirementDate({
      id: 'a',
      requirementId: 'req-1',
      kind: 'due',
      earliest: '2023-05-12',
      latest: '2023-05-12',
      disputed: 'Two readings.',
    }),
    aRequirementDate({
      id: 'b',
      requirementId: 'req-1',
      kind: 'submitted',
      earliest: '2023-06-29',
      latest: '2023-06-29',
    }),
    aRequirementDate({ id: 'c', requirementId: 'req-1', kind: 'met', earliest: '2023-06-29', latest: '2023-06-29' }),
    aRequirementDate({ id: 'd', requirementId: 'req-4', kind: 'due', earliest: '2023-09-30', latest: '2023-09-30' }),
  ],
  events: [
    anEvent({ id: 'sent', kind: 'planStep', title: 'Plan submitted', earliest: '2023-06-29', latest: '2023-06-29' }),
    anEvent({ id: 'old', kind: 'background', title: 'Inspection', earliest: '2019-01-28', latest: '2019-02-01' }),
    anEvent({ id: 'review', kind: 'review', title: 'First review', earliest: '2023-11-15', latest: '2023-11-15' }),
  ],
});
const on = (today: string) => {
  const strip = timeStripOf(kent, today);
  return { ...strip, mark: (key: string) => strip.marks.find((each) => each.key === key) };
};

const later = (kind: 'postNoticeReview' | 'review', day: string) =>
  timeStripOf({ ...kent, events: [anEvent({ id: 'e', kind, earliest: day, latest: day })] }, '2025-01-01');

describe('timeStripOf', () => {
  it('shows 12 May with its days over, and by how many days the plan came late', () => {
    const strip = on('2023-09-25');
    expect(strip.mark('due-2023-05-12')).toMatchObject({
      name: 'Requirement 1 due',
      date: '12 May 2023',
      detail: '136 days ago',
      disputed: 'Two readings.',
      tone: 'neutral',
    });
    expect(strip.mark('submitted-2023-06-29')).toMatchObject({
      name: 'Plan submitted',
      detail: '48 days after 12 May',
      tone: 'red',
    });
    expect(strip.late).toHaveLength(1);
  });

  it('shows the six-month requirement at its checkpoint, before and after', () => {
    expect(on('2023-09-25').mark('checkpoint-6')).toMatchObject({
      detail: 'in 5 days: requirement 4 due',
      tone: 'amber',
    });
    expect(on('2023-10-02').mark('checkpoint-6')).toMatchObject({
      detail: '2 days ago: requirement 4 not met',
      tone: 'red',
    });
  });

  it('draws lateness up to today while nothing was handed in', () => {
    const strip = on('2023-06-01');
    expect(strip.mark('submitted-2023-06-29')).toBeUndefined();
    expect(strip.late).toEqual([{ key: '2023-05-12', from: strip.mark('due-2023-05-12')?.share, to: strip.today }]);
  });

  it('leaves out what lies before the issue, and keeps the order of the days', () => {
    const { marks } = on('2023-09-25');
    expect(marks.map(({ key }) => key)).toEqual([
      'issue',
      'due-2023-05-12',
      'submitted-2023-06-29',
      'checkpoint-3',
      'today',
      'checkpoint-6',
      'review',
      'checkpoint-12',
      'checkpoint-18',
    ]);
  });

  it('counts no days from a date that is only roughly known', () => {
    const roughly = anEvent({ id: 'rough', earliest: '2023-07-01', latest: '2023-07-31', printed: 'July 2023' });
    const mark = timeStripOf({ ...kent, events: [roughly] }, '2023-09-25').marks.find(({ key }) => key === 'rough');
    expect(mark).toMatchObject({ date: 'July 2023', detail: '' });
  });

  it('stands at the end once the last checkpoint has passed', () => {
    expect(on('2025-01-01').today).toBe(1);
    expect(on('2025-01-01').mark('today')?.detail).toBe('93 days after the last checkpoint');
  });

  it('goes on after the last checkpoint for what became of the notice, as long as there is room', () => {
    expect(later('postNoticeReview', '2025-02-10')).toMatchObject({ to: '2025-02-10' });
    expect(later('postNoticeReview', '2025-02-10').marks.at(-1)).toMatchObject({ key: 'e', share: 1 });
    expect(later('postNoticeReview', '2025-02-10').summary).toContain('the last checkpoint is 30 September 2024');
    expect(later('postNoticeReview', '2026-02-10')).toMatchObject({ to: '2024-09-30' });
    expect(later('review', '2025-02-10')).toMatchObject({ to: '2024-09-30' });
  });
});
