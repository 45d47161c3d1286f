import { describe, expect, it } from 'vitest';
import { asMember } from '../testing/asking.ts';
import { aTarget } from '../testing/rows.ts';
import { noticeId, recordedOn, smallPlan, today } from '../testing/small-plan.ts';
import { exceptionOf } from '../rules/exception.ts';
import { writeCommentary, writeCommentaryInput } from './commentary.ts';

/** Measure 1.1 stands at 13.2%, below its target of 30%. */
const plan = smallPlan({ targets: [aTarget({ noticeId, measureId: 'measure-1.1', value: 30 })] });
const said = {
  measureId: 'measure-1.1',
  readingId: 'reading-1',
  reason: 'The oldest cases are cleared first.',
  action: 'Two more psychologists.',
  byWhen: '2023-12-31',
  effect: 'The longest waits end.',
};
const write = (over: object = {}, on = plan) =>
  writeCommentary(on, writeCommentaryInput.parse({ noticeId, ...said, ...over }), asMember('member-lead'));

describe('an exception commentary', () => {
  it('is of today and in the name of whoever writes it, and answers what was asked', () => {
    const { readingId: _, ...kept } = said;
    expect(write()).toMatchObject([
      { entity: 'commentary', expectedVersion: 0, row: { ...kept, on: today, byId: 'member-lead', mark: 'own' } },
    ]);
    const after = recordedOn(plan, write(), `${today}T09:00:00.000Z`, 'member-lead');
    const [measure] = after.measures;
    expect(measure && exceptionOf(after, measure, today)?.key).toBe('given');
  });

  it('is refused where nothing asks for it', () => {
    const met = { ...plan, targets: [aTarget({ noticeId, measureId: 'measure-1.1', value: 10 })] };
    expect(() => write({}, met)).toThrow(
      'Measure 1.1 is not red and has not worsened twice, so nothing is to be explained. Reload the page.',
    );
    expect(() => write({ measureId: 'measure-1.2' })).toThrow('nothing is to be explained');
    expect(() => write({ measureId: 'measure-9' })).toThrow('There is no such measure in this notice.');
  });

  it('is refused for another reading than the one that asks, and for a day that has passed', () => {
    expect(() => write({ readingId: 'reading-0' })).toThrow(
      'The reading for August 2023 is what measure 1.1 is asked about now. Look at it, then write again.',
    );
    expect(() => write({ byWhen: '2023-09-24' })).toThrow('The day by which it is done must be today or later.');
  });

  it.each(['reason', 'action', 'effect'])('keeps nothing in its %s that could identify a child', (field) => {
    const { success, error } = writeCommentaryInput.safeParse({
      noticeId,
      ...said,
      [field]: 'It is about the boy born 12 May 2014.',
    });
    expect(success).toBe(false);
    expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      [
        field,
        'The text holds what looks like a date of birth. Take it out: Noticeboard keeps nothing about a single child.',
      ],
    ]);
  });
});
