import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Plan } from '../plan.ts';
import { asMember, edit, refusalOf } from '../testing/asking.ts';
import { aMember } from '../testing/rows.ts';
import { noticeId, recordedOn, smallPlan } from '../testing/small-plan.ts';
import { actionSubject } from './action.ts';
import { coverSubject, setCover, setCoverInput, setCoverSubject, withdrawCover, withdrawCoverInput } from './cover.ts';
import { measureSubject } from './measure.ts';

const plan = smallPlan();
type Input = Partial<z.input<typeof setCoverInput>>;
const set = (over: Input = {}, on: Plan = plan) =>
  setCover(
    on,
    setCoverInput.parse({
      noticeId,
      memberId: 'member-lead',
      deputyId: 'member-deputy',
      startsOn: '2023-09-25',
      endsOn: '2023-10-06',
      ...over,
    }),
    asMember('member-lead'),
  );
const covered = recordedOn(plan, set(), '2023-09-25T09:00:00.000Z', 'member-lead');
const end = (on: Plan) => withdrawCover(on, withdrawCoverInput.parse(edit('new-1')), asMember('member-lead'));

const guest = (fields: object) =>
  smallPlan({ members: [...plan.members, aMember({ id: 'member-guest', title: 'Guest', ...fields })] });

describe('setting cover', () => {
  test('lets the deputy act at once on all that is the member’s', () => {
    expect(set()).toMatchObject([
      { entity: 'cover', expectedVersion: 0, row: { memberId: 'member-lead', deputyId: 'member-deputy', note: null } },
    ]);
    expect(measureSubject(plan, 'measure-1.1', '2023-09-25').memberIds).not.toContain('member-deputy');
    expect(measureSubject(covered, 'measure-1.1', '2023-09-25').memberIds).toContain('member-deputy');
    expect(measureSubject(covered, 'measure-1.1', '2023-10-07').memberIds).not.toContain('member-deputy');
    expect(actionSubject(covered, 'action-1.01', '2023-10-06').memberIds).toContain('member-deputy');
  });

  test('belongs to the member who will be away', () => {
    expect(coverSubject(plan, 'member-lead').memberIds).toEqual(['member-lead']);
    expect(setCoverSubject(covered, 'new-1').memberIds).toEqual(['member-lead']);
    expect(refusalOf(() => coverSubject(plan, 'nobody')).code).toBe('notFound');
  });

  test.each<[string, Input, string, string]>([
    [
      'oneself',
      { deputyId: 'member-lead' },
      'Nobody covers for themselves. Choose another person as the deputy.',
      'deputyId',
    ],
    [
      'days in the past',
      { startsOn: '2023-09-18', endsOn: '2023-09-22' },
      'The first day must be today or later. Today is 25 September 2023.',
      'startsOn',
    ],
    ['an end before its start', { endsOn: '2023-09-24' }, 'The last day must be the first day or after it.', 'endsOn'],
    [
      'a deputy who left',
      { deputyId: 'member-past' },
      'Former lead no longer has a role on this notice. Choose another deputy.',
      'deputyId',
    ],
    [
      'a deputy who may change nothing',
      { deputyId: 'member-chair' },
      'Independent chair has no role in which they could act. Choose an officer or the programme office.',
      'deputyId',
    ],
    [
      'a stranger',
      { deputyId: 'nobody' },
      'The deputy is not a member of this notice. Choose one from the list.',
      'deputyId',
    ],
  ])('is refused for %s', (_what, over, sentence, field) => {
    expect(refusalOf(() => set(over))).toEqual({ code: 'invalid', sentence, field });
  });

  test('is refused for a deputy whose role begins later or ends earlier', () => {
    const asked = (fields: object) => refusalOf(() => set({ deputyId: 'member-guest' }, guest(fields))).sentence;
    expect(asked({ endsOn: '2023-10-05' })).toBe(
      'Guest has no role here after 5 October 2023. Choose another deputy, or an earlier day.',
    );
    expect(asked({ startsOn: '2023-09-26' })).toBe(
      'Guest has no role here before 26 September 2023. Choose another deputy.',
    );
    expect(asked({ suspendedOn: '2023-09-01' })).toBe(
      'Guest no longer has a role on this notice. Choose another deputy.',
    );
    expect(set({ deputyId: 'member-guest' }, guest({ endsOn: '2023-10-06' }))).toHaveLength(1);
  });

  test('is refused twice for the same days, but not for others or for another deputy', () => {
    expect(refusalOf(() => set({ startsOn: '2023-10-06', endsOn: '2023-10-13' }, covered))).toMatchObject({
      code: 'conflict',
      sentence:
        'Deputy covers for Lead from 25 September 2023 to 6 October 2023 already. End that cover first, or choose other days.',
    });
    expect(set({ startsOn: '2023-10-07', endsOn: '2023-10-13' }, covered)).toHaveLength(1);
    expect(set({ deputyId: 'member-office' }, covered)).toHaveLength(1);
  });
});

describe('ending cover', () => {
  test('takes effect at once', () => {
    const ended = recordedOn(covered, end(covered), '2023-09-25T10:00:00.000Z', 'member-lead');
    expect(measureSubject(ended, 'measure-1.1', '2023-09-25').memberIds).not.toContain('member-deputy');
    expect(refusalOf(() => end(ended))).toMatchObject({
      code: 'conflict',
      sentence: 'This cover was ended on 25 September 2023 already.',
    });
  });

  test('is refused once it is over', () => {
    const over = { ...covered, covers: covered.covers.map((row) => ({ ...row, endsOn: '2023-09-24' })) };
    expect(refusalOf(() => end(over)).sentence).toBe(
      'This cover was over on 24 September 2023. There is nothing to end.',
    );
  });
});
