import { describe, expect, test } from 'vitest';
import { aMeasure, aMember, aPlan, aReading, aTarget } from '../testing/rows.ts';
import type { LedgerEntry } from './history.ts';
import { revisionsOf, targetChangesOf } from './revisions.ts';

const measure = aMeasure({ id: 'm', code: '6.1' });
const chair = aMember({ id: 'chair', title: 'Independent chair', roles: ['chair'] });
const office = aMember({ id: 'office', title: 'Programme lead' });
const plan = aPlan({ measures: [measure], members: [chair, office] });

const entry = (over: Partial<LedgerEntry>): LedgerEntry => ({
  seq: 2,
  at: '2023-06-03T10:00:00.000Z',
  actor: 'office',
  kind: 'changed',
  entity: 'reading',
  entityId: 'r',
  version: 2,
  reason: 'The late cases came in.',
  changeId: 'change',
  before: null,
  after: null,
  ...over,
});
const reading = aReading({ id: 'r', measureId: 'm', value: 12.1 });

describe('a revision', () => {
  test('says what the board saw, until when, who revised it and why', () => {
    const found = revisionsOf(plan, measure, [entry({ before: reading, after: { ...reading, value: 13 } })]);
    expect(found.revised).toEqual([
      { readingId: 'r', words: 'was 12.1% until 3 June 2023, revised by Programme lead: The late cases came in' },
    ]);
    expect(found.lines).toMatchObject([{ step: 'Corrected', by: 'Programme lead' }]);
  });

  test('is none where only its note changed, or where the law erased what it was', () => {
    const note = entry({ before: reading, after: { ...reading, note: 'Counted anew.' } });
    const erased = entry({ kind: 'redacted', before: reading });
    const gone = entry({ before: null, after: reading });
    expect(revisionsOf(plan, measure, [note, erased, gone]).revised).toEqual([]);
  });

  test('is called by what was done: set aside, used again, withdrawn', () => {
    const aside = { ...reading, setAside: 'The minutes are used.' };
    const steps = revisionsOf(plan, measure, [
      entry({ seq: 4, before: aside, after: reading }),
      entry({ seq: 3, before: reading, after: aside }),
      entry({ seq: 5, before: reading, after: { ...reading, withdrawnOn: '2023-06-03' } }),
    ]).lines.map(({ step }) => step);
    expect(steps).toEqual(['Withdrawn', 'Used again', 'Set aside']);
  });
});

const of = (before: object, after: object, on = measure) =>
  targetChangesOf(plan, on, [entry({ entity: 'target', entityId: 't', before, after })]);

describe('a changed target', () => {
  const target = aTarget({ id: 't', measureId: 'm', months: 6, value: 30 });
  const eased = { ...target, value: 25, approvedById: 'chair', approvedOn: '2023-06-01' };

  test('keeps the old one beside the new, with reason and approver', () => {
    expect(of(target, eased)).toMatchObject([
      {
        target: '6 months, 30 September 2023',
        before: '30%',
        after: '25%',
        step: 'Eased',
        on: '2023-06-03',
        by: 'Programme lead',
        reason: 'The late cases came in.',
        approved: 'Independent chair, 1 June 2023',
      },
    ]);
  });

  test('is eased or tightened by the polarity of the measure', () => {
    expect(of(eased, target)).toMatchObject([{ step: 'Tightened', approved: null }]);
    expect(of(target, eased, aMeasure({ id: 'm', polarity: 'L' }))).toMatchObject([{ step: 'Tightened' }]);
    expect(of(target, eased, aMeasure({ id: 'm', polarity: 'T' }))).toMatchObject([{ step: 'Moved' }]);
  });

  test('that was withdrawn says so, and one whose value stayed is not told', () => {
    expect(of(target, { ...target, withdrawnOn: '2023-06-03' })).toMatchObject([{ step: 'Withdrawn', after: null }]);
    expect(of(target, { ...target, sourceTitle: 'The plan' })).toEqual([]);
    expect(of(eased, { ...eased, withdrawnOn: '2023-06-03' })).toMatchObject([{ step: 'Withdrawn', approved: null }]);
  });

  test('that was approved later says by whom, though its value stayed', () => {
    expect(of(target, { ...eased, value: target.value })).toMatchObject([
      { before: '30%', after: '30%', step: 'Approved', approved: 'Independent chair, 1 June 2023' },
    ]);
  });
});
