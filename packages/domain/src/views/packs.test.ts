import { describe, expect, test } from 'vitest';
import { checkFreezing, freeze } from '../changes/frozen.ts';
import { aFrozen, aMeeting, aMember, aPlan, aReading, anArea } from '../testing/rows.ts';
import { packsOf } from './packs.ts';

const today = '2023-09-25';
const hash = '7c1e90ab'.padEnd(64, '0');
const kept = { fileHash: 'a'.repeat(64), bytes: 412_000 };
const office = aMember({ id: 'member-office', title: 'Programme lead' });
const by = { who: { memberId: 'member-office', organisation: 'Council', roles: [] }, today, createId: () => 'new' };
const planWith = (over: Parameters<typeof aPlan>[0]) =>
  aPlan({ members: [office], meetings: [aMeeting()], head: { seq: 4131, hash }, readings: [aReading()], ...over });

test('a frozen pack is told with its position, its hash, its size, who froze it and when', () => {
  const plan = planWith({
    frozen: [aFrozen({ ...kept, number: 1, seq: 4118, hash }), aFrozen({ id: 'frozen-2', number: 2 })],
  });
  const { packs, next } = packsOf(plan, today, 'meeting-1');
  expect(packs).toMatchObject([
    { title: 'Pack 2', size: null, erased: expect.stringMatching(/^Its page was erased by law on /) as unknown },
    {
      title: 'Pack 1',
      position: 'entry 4,118',
      head: '4118:7c1e90ab00000000',
      moment: '2023-09-20.4118',
      by: 'Programme lead',
      size: '412 KB',
      sections: ['The notice on a page', 'Areas, one a page'],
      erased: null,
    },
  ]);
  expect(next).toMatchObject({ number: 3, position: 'after entry 4,131' });
});

const warningsOn = (day: string, over = {}) => packsOf(planWith(over), day, 'meeting-1').next?.warnings;

describe('before a pack is frozen, the page says', () => {
  test.each([
    ['2023-09-20', {}, []],
    ['2023-09-18', {}, ['Papers are due on 20 September 2023. What is recorded after you freeze is not in this pack.']],
    [today, {}, ['Papers were due on 20 September 2023, 5 days ago.']],
    [
      '2023-09-28',
      {},
      ['The day of the meeting, 27 September 2023, has passed.', 'Papers were due on 20 September 2023, 8 days ago.'],
    ],
    ['2023-09-20', { readings: [] }, ['No reading of any measure has been recorded, and the pack says so.']],
  ])('on %s what is to be known', (day, over, warnings) => {
    expect(warningsOn(day, over)).toEqual(warnings);
  });

  test('that an earlier one stays, and what each section would hold', () => {
    const areas = [
      anArea({ id: 'area-1' }),
      anArea({ id: 'area-2' }),
      anArea({ id: 'area-3', withdrawnOn: '2023-09-01' }),
    ];
    const { next } = packsOf(planWith({ areas, frozen: [aFrozen(kept)] }), today, 'meeting-1');
    expect(next?.warnings.at(-1)).toMatch(
      /^Pack 1 was frozen on .* and stays as it is\. This will be another one beside it\.$/,
    );
    expect(next?.sections.find(({ section }) => section === 'areas')).toMatchObject({ holds: '2 areas', chosen: true });
  });
});

test('none is frozen for a meeting that was cancelled or closed, and nobody takes a number twice', () => {
  for (const [state, sentence] of [
    ['cancelled', /was cancelled, so it has no pack/],
    ['closed', /was closed on 27 September 2023\. What it had before it can’t be frozen afterwards/],
  ] as const) {
    const plan = planWith({ meetings: [aMeeting({ state })] });
    expect(packsOf(plan, today, 'meeting-1').next).toBeNull();
    expect(() => checkFreezing(plan, { meetingId: 'meeting-1', number: 1 })).toThrow(sentence);
  }
  const plan = planWith({ frozen: [aFrozen(kept)] });
  expect(() => checkFreezing(plan, { meetingId: 'meeting-1', number: 1 })).toThrow('Programme lead froze pack 1');
  expect(() => checkFreezing(plan, { meetingId: 'meeting-1', number: 2 })).not.toThrow();
});

test('a document that is frozen names the head of the ledger, and the day that its meeting was to be held on', () => {
  const frozen = freeze(
    planWith({ frozen: [aFrozen(kept)] }),
    { kind: 'pack', meetingId: 'meeting-1', sections: ['notice'] },
    kept,
    by,
  );
  expect(frozen).toMatchObject({
    entity: 'frozen',
    expectedVersion: 0,
    row: { id: 'new', number: 2, seq: 4131, hash, day: today, meetingOn: '2023-09-27', byId: 'member-office', ...kept },
  });
});
