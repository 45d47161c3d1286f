import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { asMember, edit, refusalOf } from '../testing/asking.ts';
import { aCover, aJudgement, aMeeting, aMember, anArea, aRequirement } from '../testing/rows.ts';
import { noticeId, recordedOn, smallPlan, today } from '../testing/small-plan.ts';
import type { Role } from '../scales.ts';
import { giveJudgements, giveJudgementsInput, withdrawJudgement, withdrawJudgementInput } from './judgement.ts';

const grounds = 'Families say that they are heard.';
const small = smallPlan();
const withRole = (id: string, title: string, ...roles: Role[]) => aMember({ noticeId, id, title, roles });
const plan = smallPlan({
  members: [
    ...small.members,
    withRole('member-monitor', 'Monitor', 'monitor'),
    withRole('member-board', 'Board member', 'boardMember'),
    withRole('member-both', 'Director', 'officer', 'programmeOffice'),
  ],
  areas: [
    anArea({ noticeId, id: 'area-1', number: 1, sponsorId: 'member-lead' }),
    anArea({ noticeId, id: 'area-2', number: 2, sponsorId: 'member-both' }),
    anArea({ noticeId, id: 'area-4', number: 4, releasedOn: '2023-09-20', releasedBy: 'DfE' }),
    anArea({ noticeId, id: 'area-9', number: 9, withdrawnOn: '2023-09-20' }),
  ],
  requirements: [aRequirement({ noticeId, id: 'req-1', code: '1', ownerId: 'member-lead' })],
  meetings: [
    aMeeting({ noticeId, id: 'meeting-1', on: '2023-08-30' }),
    aMeeting({ noticeId, id: 'meeting-2', on: '2023-09-20', state: 'cancelled' }),
  ],
});

type Asked = Partial<z.input<typeof giveJudgementsInput>>;
const one = { areaId: 'area-1', rating: 'limited', grounds } as const;
const give = (by: string, over: Asked = {}, on = plan) =>
  giveJudgements(on, giveJudgementsInput.parse({ noticeId, judgements: [one], ...over }), asMember(by, on));

describe('a judgement', () => {
  test.each([
    ['member-chair', 'chair'],
    ['member-lead', 'owner'],
    ['member-office', 'programmeOffice'],
  ])('of %s is that of %s, today', (by, voice) => {
    expect(give(by)).toMatchObject([
      {
        entity: 'judgement',
        row: { areaId: 'area-1', voice, rating: 'limited', grounds, on: today, byId: by, mark: 'own' },
      },
    ]);
  });

  test('is given of several in one change, with one text for those that have none of their own', () => {
    const judgements = [
      { areaId: 'area-1', rating: 'some' as const },
      { areaId: 'area-2', rating: 'insufficient' as const, grounds: 'No plan was read.' },
      { requirementId: 'req-1', rating: 'sufficient' as const },
    ];
    const rows = give('member-monitor', { judgements, grounds, meetingId: 'meeting-1', on: '2023-08-30' });
    expect(rows.map(({ row }) => row)).toMatchObject([
      { areaId: 'area-1', voice: 'dfe', rating: 'some', grounds, meetingId: 'meeting-1', on: '2023-08-30' },
      { areaId: 'area-2', grounds: 'No plan was read.' },
      { areaId: null, requirementId: 'req-1', rating: 'sufficient' },
    ]);
  });

  test('is that of whoever covers for the owner too', () => {
    const covers = [
      aCover({ noticeId, memberId: 'member-lead', deputyId: 'member-deputy', startsOn: today, endsOn: today }),
    ];
    expect(give('member-deputy', {}, { ...plan, covers })).toMatchObject([{ row: { voice: 'owner' } }]);
    expect(refusalOf(() => give('member-deputy')).code).toBe('forbidden');
  });

  test('of a person with two voices waits for which', () => {
    const judgements = [{ ...one, areaId: 'area-2' }];
    expect(refusalOf(() => give('member-both', { judgements }))).toEqual({
      code: 'invalid',
      sentence: 'You speak here as Owner and Programme office. Choose whose judgement this is.',
      field: 'voice',
    });
    expect(give('member-both', { judgements, voice: 'owner' })).toMatchObject([{ row: { voice: 'owner' } }]);
    // Of two areas, the one voice that is theirs on both.
    expect(give('member-both', { judgements: [one, ...judgements] })).toMatchObject([
      { row: { voice: 'programmeOffice' } },
      { row: { voice: 'programmeOffice' } },
    ]);
  });

  test.each<[string, string, Asked, string]>([
    ['in no voice', 'member-board', {}, 'You have no voice on Area 1. Each voice speaks for itself alone.'],
    [
      'in the voice of another',
      'member-chair',
      { voice: 'dfe' },
      'You don’t speak for “DfE” on Area 1. Each voice speaks for itself alone.',
    ],
    [
      'in the other scale',
      'member-chair',
      { judgements: [{ ...one, rating: 'some' }] },
      'Chair does not use “Some progress”. Choose a judgement of its scale.',
    ],
    [
      'without grounds',
      'member-chair',
      { judgements: [{ areaId: 'area-1', rating: 'limited' }] },
      'Say what the judgement of Area 1 rests on.',
    ],
    [
      'of tomorrow',
      'member-chair',
      { on: '2023-09-26' },
      'The day of the judgement must be today or earlier. Today is 25 September 2023.',
    ],
    [
      'of before the notice',
      'member-chair',
      { on: '2022-11-09' },
      'The day of the judgement must be 30 March 2023, when the notice was issued, or later.',
    ],
    ['twice', 'member-chair', { judgements: [one, one] }, 'Judge each area and each requirement once.'],
    [
      'of both at once',
      'member-chair',
      { judgements: [{ ...one, requirementId: 'req-1' }] },
      'Judge one area or one requirement at a time.',
    ],
    [
      'of an area that was withdrawn',
      'member-chair',
      { judgements: [{ ...one, areaId: 'area-9' }] },
      'This area was withdrawn on 20 September 2023. It can’t be changed any more.',
    ],
    [
      'at a meeting of later',
      'member-chair',
      { meetingId: 'meeting-1', on: '2023-08-29' },
      'That meeting is on 30 August 2023, after the day of the judgement.',
    ],
    [
      'at a cancelled meeting',
      'member-chair',
      { meetingId: 'meeting-2' },
      'That meeting was cancelled. Choose another one.',
    ],
  ])('%s is refused', (_what, by, over, sentence) => {
    expect(refusalOf(() => give(by, over)).sentence).toBe(sentence);
  });

  test('may say without grounds that nothing is judged', () => {
    expect(give('member-chair', { judgements: [{ areaId: 'area-1', rating: 'notJudged' }] })).toHaveLength(1);
  });

  test('of a released area is not DfE’s any more, but for the day of the release and before; the others go on', () => {
    const judgements = [{ areaId: 'area-4', rating: 'sufficient' as const, grounds }];
    expect(refusalOf(() => give('member-monitor', { judgements }))).toMatchObject({
      code: 'conflict',
      sentence: 'Area 4 was released from monitoring on 20 September 2023 by DfE. DfE no longer judges it.',
    });
    expect(give('member-monitor', { judgements, on: '2023-09-20' })).toHaveLength(1);
    expect(give('member-chair', { judgements: [{ ...one, areaId: 'area-4' }] })).toHaveLength(1);
  });

  test('of the same voice, area and day is refused to the second who gives it', () => {
    const after = recordedOn(plan, give('member-chair'), '2023-09-25T09:00:00.000Z', 'member-chair');
    expect(refusalOf(() => give('member-chair', {}, after))).toMatchObject({
      code: 'conflict',
      sentence:
        'Chair judged Area 1 for 25 September 2023 already: limited assurance. Withdraw that judgement first, or choose another day.',
    });
    expect(give('member-chair', { on: '2023-09-24' }, after)).toHaveLength(1);
    expect(give('member-office', {}, after)).toHaveLength(1);
  });
});

describe('withdrawing a judgement', () => {
  const judged = { ...plan, judgements: [aJudgement({ noticeId, areaId: 'area-1', on: '2023-08-30' })] };
  const withdraw = (by: string, on = judged) =>
    withdrawJudgement(on, withdrawJudgementInput.parse(edit('judgement-1')), asMember(by, on));

  test('is for its own voice alone, once', () => {
    expect(refusalOf(() => withdraw('member-monitor'))).toMatchObject({
      code: 'forbidden',
      sentence: 'This is the judgement of Chair. Each voice withdraws its own alone.',
    });
    const after = recordedOn(judged, withdraw('member-chair'), '2023-09-25T09:00:00.000Z', 'member-chair');
    expect(after.judgements).toMatchObject([{ withdrawnOn: today, rating: 'limited' }]);
    expect(refusalOf(() => withdraw('member-chair', after)).code).toBe('conflict');
  });
});
