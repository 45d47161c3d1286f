import { describe, expect, it, test } from 'vitest';
import type { Who } from '../permissions.ts';
import type { Role } from '../scales.ts';
import { itHoldsOfAnyPlan } from '../testing/generated.ts';
import { aJudgement, aMeeting, aMember, anArea, aPlan, aRequirement } from '../testing/rows.ts';
import { judgedView, judgementsView, lastJudgementOf } from './judgements.ts';

const today = '2023-09-25';
const who = (memberId: string, ...roles: Role[]): Who => ({ memberId, organisation: 'A council', roles });
const chair = who('member-chair', 'chair');
const monitor = who('member-monitor', 'monitor');

const plan = aPlan({
  members: [
    aMember({ id: 'member-chair', title: 'Independent chair', roles: ['chair'] }),
    aMember({ id: 'member-lead', title: 'Director for SEND' }),
  ],
  areas: [
    anArea({ id: 'area-1', number: 1, title: 'Parental confidence', sponsorId: 'member-lead' }),
    anArea({ id: 'area-2', number: 2, title: 'Inclusion' }),
    anArea({ id: 'area-3', number: 3, title: 'Co-production', releasedOn: '2023-09-20' }),
    anArea({ id: 'area-9', number: 9, withdrawnOn: '2023-08-01' }),
  ],
  requirements: [aRequirement({ id: 'req-1', code: '1', title: 'A team' })],
  meetings: [aMeeting({ id: 'board', on: '2023-08-30' })],
  judgements: [
    aJudgement({
      id: 'a',
      areaId: 'area-2',
      voice: 'owner',
      rating: 'substantial',
      on: '2023-08-30',
      byId: 'member-lead',
    }),
    aJudgement({ id: 'b', areaId: 'area-2', voice: 'parentCarerForum', rating: 'noAssurance', on: '2023-08-30' }),
    aJudgement({ id: 'c', areaId: 'area-2', voice: 'chair', rating: 'limited', on: '2023-08-30', meetingId: 'board' }),
    aJudgement({ id: 'h', areaId: 'area-2', voice: 'programmeOffice', rating: 'notJudged', on: '2023-08-30' }),
    aJudgement({
      id: 'd',
      areaId: 'area-1',
      voice: 'chair',
      rating: 'limited',
      on: '2023-08-30',
      byId: 'member-chair',
    }),
    aJudgement({ id: 'e', areaId: 'area-1', voice: 'owner', rating: 'full', on: '2023-08-30' }),
    aJudgement({
      id: 'f',
      areaId: 'area-1',
      voice: 'dfe',
      rating: 'insufficient',
      on: '2022-11-09',
      mark: 'published',
    }),
    aJudgement({
      id: 'g',
      areaId: 'area-1',
      voice: 'chair',
      rating: 'full',
      on: '2023-09-01',
      withdrawnOn: '2023-09-02',
    }),
  ],
});

describe('the page of judgements', () => {
  const view = judgementsView(plan, today, chair);

  it('has every area and requirement that stands, the widest gap first', () => {
    expect(view.areas.map(({ code, gap }) => [code, gap.label])).toEqual([
      ['2', '2 steps apart'],
      ['1', '1 step apart'],
      ['3', 'Not judged'],
    ]);
    expect(view.requirements.map(({ code, gap }) => [code, gap.label])).toEqual([['1', 'Not judged']]);
    expect(view.title).toBe('2 of 4 areas and requirements judged; the voices are two steps apart on 1');
  });

  it('says between whom the gap is', () => {
    expect(view.areas.map(({ gap }) => gap.words)).toEqual([
      'Owner substantial assurance; parent carer forum no assurance.',
      'Owner full assurance; chair limited assurance.',
      'No voice has judged it yet.',
    ]);
  });

  it('shows the age of each, and what was found before the notice beside it', () => {
    expect(view.areas[1]?.voices).toMatchObject({
      chair: {
        rating: { key: 'limited' },
        age: '26 days ago',
        by: 'Independent chair',
        mine: true,
        beforeNotice: false,
      },
      dfe: { rating: { key: 'insufficient' }, age: '320 days ago', beforeNotice: true, mine: false },
      programmeOffice: null,
    });
  });

  it('offers each reader their own voices, and DfE none of a released area', () => {
    expect(view.areas.map(({ mine }) => mine)).toEqual([['chair'], ['chair'], ['chair']]);
    expect(judgementsView(plan, today, monitor).areas.map(({ mine }) => mine)).toEqual([['dfe'], ['dfe'], []]);
    expect(judgementsView(plan, today, who('member-lead', 'officer')).areas.map(({ mine }) => mine)).toEqual([
      [],
      ['owner'],
      [],
    ]);
  });

  itHoldsOfAnyPlan((generated, day) => judgementsView(generated, day, chair), 10);
});

test('the history of an area has everything that was said, the latest first, what was withdrawn too', () => {
  const { history, row } = judgedView(plan, { areaId: 'area-1' }, today, chair);
  expect(history.map(({ id, withdrawnOn, mine }) => [id, withdrawnOn, mine])).toEqual([
    ['g', '2023-09-02', false],
    ['d', null, true],
    ['e', null, false],
    ['f', null, false],
  ]);
  expect(row.voices.chair?.id).toBe('d');
  expect(judgedView(plan, { areaId: 'area-2' }, today, chair).row.voices.chair?.meeting?.title).toBe(
    'Improvement board, 30 August 2023',
  );
});

test('the last judgement of several on one day is the least assured', () => {
  expect(lastJudgementOf(plan, { areaId: 'area-2' }, today)).toEqual({
    label: 'No assurance',
    tone: 'red',
    words: 'Parent carer forum, 30 August 2023',
  });
  expect(lastJudgementOf(plan, { areaId: 'area-3' }, today)).toBeNull();
  // DfE's scale stands beside the others by its rungs, not after them.
  const given = [
    aJudgement({ id: 'x', areaId: 'area-1', voice: 'chair', rating: 'noAssurance', on: today }),
    aJudgement({ id: 'y', areaId: 'area-1', voice: 'dfe', rating: 'sufficient', on: today }),
    aJudgement({ id: 'z', areaId: 'area-1', voice: 'parentCarerForum', rating: 'notJudged', on: today }),
  ];
  expect(lastJudgementOf({ ...plan, judgements: given }, { areaId: 'area-1' }, today)?.label).toBe('No assurance');
});
