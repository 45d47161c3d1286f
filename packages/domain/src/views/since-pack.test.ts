import { expect, test } from 'vitest';
import { aFrozen, aMeasure, aMeeting, anEvidence, aPlan, aReading } from '../testing/rows.ts';
import { correctedSince, sincePackOf } from './since-pack.ts';

const none = { areas: [], notice: [] };
const plan = aPlan({
  meetings: [aMeeting()],
  measures: [aMeasure({ title: 'Within 20 weeks' })],
  readings: [aReading({ version: 2, value: 13.2 }), aReading({ id: 'reading-2' })],
  frozen: [aFrozen({ seq: 4118 })],
});
const entry = {
  seq: 4120,
  at: '2023-09-22T09:00:00.000Z',
  actor: 'member-office',
  kind: 'changed',
  entity: 'reading',
  entityId: 'reading-1',
  version: 2,
  reason: 'A typing error.',
  changeId: 'change-1',
  before: aReading({ value: 12.3 }),
  after: aReading({ version: 2, value: 13.2 }),
} as const;

test('a reading that was corrected since stands first, with what it was; a newer one corrects none', () => {
  const then = { ...plan, readings: [aReading({ value: 12.3 })], evidence: [anEvidence()] };
  expect(correctedSince(then, { ...plan, evidence: [anEvidence()] })).toEqual({
    reading: ['reading-1'],
    evidence: [],
    judgement: [],
  });
  const view = sincePackOf(plan, '2023-09-25', 'frozen-1', { between: none, entries: [entry] });
  expect(view).toMatchObject({
    title: '1 correction since pack 1',
    span: 'From entry 4,118 on 20 September 2023 to 25 September 2023',
    meeting: { words: 'Improvement board, 27 September 2023' },
    corrections: [{ reason: 'A typing error.', fields: [{ label: 'Value', before: '12.3%', after: '13.2%' }] }],
  });
});

test('where nothing was recorded after it, the page says so; a document that is not there is refused', () => {
  const since = { between: none, entries: [] };
  expect(sincePackOf(plan, '2023-09-25', 'frozen-1', since).title).toBe('Nothing has changed since pack 1');
  expect(() => sincePackOf(plan, '2023-09-25', 'no-such', since)).toThrow('There is no such document in this notice.');
});
