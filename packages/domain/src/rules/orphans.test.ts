import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, daysBetween } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { generatedFrom, generatedPlan, itHoldsOfAnyPlan, seeds } from '../testing/generated.ts';
import {
  aChallenge,
  aCover,
  aDateChange,
  aHandover,
  aMeasure,
  aMember,
  anAction,
  aNotice,
  anUpdate,
  aPlan,
  aReading,
} from '../testing/rows.ts';
import { orphansOf } from './orphans.ts';

const today: IsoDate = '2023-09-25';
const lead = aMember();
const owning = (over: Partial<Plan> = {}): Plan => aPlan({ members: [lead], actions: [anAction()], ...over });
const causes = (plan: Plan, day = today) =>
  orphansOf(plan, day).flatMap((orphan) => orphan.causes.map(({ key, since, reason }) => [key, since, reason]));
const said = (on: IsoDate) => anUpdate({ on, recordedAt: `${on}T09:00:00.000Z` });

describe('an owner is orphaned', () => {
  test('once their role has ended, from the day after', () => {
    const plan = owning({ members: [{ ...lead, endsOn: '2023-09-20' }], updates: [said('2023-09-18')] });
    expect(causes(plan)).toEqual([['ended', '2023-09-21', 'The role ended on 20 September 2023.']]);
    expect(causes(plan, '2023-09-20')).toEqual([]);
  });

  test('while they are suspended, and once mail to them came back', () => {
    const gone = { ...lead, suspendedOn: '2023-09-22', mailBouncedOn: '2023-09-12' };
    const [orphan] = orphansOf(owning({ members: [gone], updates: [said('2023-09-18')] }), today);
    expect(orphan).toMatchObject({
      memberId: 'member-lead',
      since: '2023-09-12',
      lastHeardOn: '2023-09-18',
      causes: [
        { key: 'suspended', since: '2023-09-22', reason: 'Suspended on 22 September 2023.' },
        { key: 'bounced', since: '2023-09-12', reason: 'Mail to them came back on 12 September 2023.' },
      ],
      rows: [{ kind: 'action', code: '1.01' }],
    });
  });

  test('after thirty days without a word, to the day', () => {
    // Updates closed on 30 August; they were open from the 22nd.
    const notice = aNotice({ reportOpenDays: 1 });
    const plan = owning({ notice, updates: [said('2023-08-26')] });
    expect(causes(plan)).toEqual([['silent', '2023-08-26', 'Last heard from on 26 August 2023, 30 days ago.']]);
    expect(causes(plan, '2023-09-24')).toEqual([]);
  });

  test('where nothing was ever heard since the work is theirs', () => {
    expect(causes(owning())).toEqual([
      ['silent', '2023-04-01', 'Never heard from, with work of theirs for at least 177 days.'],
    ]);
  });
});

describe('it is no orphan', () => {
  const recordedBy = 'member-lead';
  const recordedAt = '2023-09-04T09:00:00.000Z';

  test.each<[string, Partial<Plan>]>([
    [
      'an update was sent by its link',
      { updates: [anUpdate({ byId: null, recordedBy: 'link:member-lead', recordedAt })] },
    ],
    ['a reading was entered', { readings: [aReading({ recordedBy, recordedAt })] }],
    ['a date was asked for', { dateChanges: [aDateChange({ askedOn: '2023-09-04' })] }],
    ['a question was answered', { challenges: [aChallenge({ answeredById: recordedBy, answeredOn: '2023-09-04' })] }],
    ['somebody covers for them', { covers: [aCover()] }],
    ['the work came to them of late', { actions: [anAction({ recordedAt })] }],
    ['all they had is done', { actions: [anAction({ stage: 'evidenced' })] }],
    ['all that was asked is answered', { updates: [said('2023-08-24')] }],
    [
      'a period of six weeks has not closed since',
      {
        notice: aNotice({ reportEvery: 'sixWeekly', reportsCloseFrom: '2023-04-11' }),
        updates: [said('2023-08-15')],
      },
    ],
    ['nothing is theirs', { actions: [anAction({ leadId: null })] }],
    [
      'they have just accepted it',
      { handovers: [aHandover({ toId: 'member-lead', state: 'accepted', decidedOn: '2023-09-04' })] },
    ],
  ])('where %s', (_what, over) => {
    expect(causes(owning(over))).toEqual([]);
  });

  test('while the rest of what they have is new, but not where one row was theirs all the time', () => {
    const fresh = anAction({ id: 'action-2', code: '1.02', recordedAt });
    expect(causes(owning({ actions: [fresh] }))).toEqual([]);
    expect(causes(owning({ actions: [anAction(), fresh] }))).toHaveLength(1);
    // They spoke of it long before it was last changed, so it was theirs then.
    const spoken = anUpdate({ actionId: 'action-2', on: '2023-07-03', recordedAt: '2023-07-03T09:00:00.000Z' });
    expect(causes(owning({ actions: [fresh], updates: [spoken] }))).toHaveLength(1);
  });
});

test('who acts meanwhile is said of whoever left, and the weightiest comes first', () => {
  const plan = owning({
    members: [
      aMember({ id: 'a-silent' }),
      { ...lead, endsOn: '2023-06-30' },
      aMember({ id: 'member-deputy', title: 'Deputy' }),
    ],
    measures: [aMeasure({ ownerId: 'a-silent' })],
    covers: [aCover()],
  });
  expect(orphansOf(plan, today).map(({ memberId, cover }) => [memberId, cover])).toEqual([
    ['member-lead', { deputyId: 'member-deputy', endsOn: '2023-09-29' }],
    ['a-silent', null],
  ]);
});

describe('over generated plans', () => {
  itHoldsOfAnyPlan(orphansOf, 40);

  it('is never silence of less than thirty days, and every orphan has live work and a reason', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 700 }), (seed, days) => {
        const day = addDays(generatedFrom, days);
        for (const orphan of orphansOf(generatedPlan(seed, days), day)) {
          expect(orphan.rows.length).toBeGreaterThan(0);
          expect(orphan.causes.length).toBeGreaterThan(0);
          for (const { key, since, reason } of orphan.causes) {
            expect(reason).toMatch(/^[A-Z].*[.]$/);
            expect(daysBetween(since, day)).toBeGreaterThanOrEqual(key === 'silent' ? 30 : 0);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
