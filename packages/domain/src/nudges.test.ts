import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './calendar.ts';
import type { IsoDate } from './fields.ts';
import { answerWords, bodyOf, isLate, isReminded, letterOf, nudgesOf, subjectOf } from './nudges.ts';
import type { Plan } from './plan.ts';
import { generatedFrom, generatedPlan, itHoldsOfAnyPlan, seeds } from './testing/generated.ts';
import {
  aChallenge,
  aMeasure,
  aMember,
  anAction,
  aNotice,
  anUpdate,
  aPlan,
  aReading,
  anEvent,
} from './testing/rows.ts';
import { dueFrom } from './views/my-updates.ts';
import { nudgePageOf } from './views/nudges.ts';
import { isWorkingDay } from './working-days.ts';

/** Updates close on Tuesday 26 September 2023; the period before closed on 29 August. */
const notice = aNotice({
  title: 'Testshire, SEND Improvement Notice',
  reportEvery: 'fourWeekly',
  reportsCloseFrom: '2023-04-11',
  remindSoonDays: 3,
  remindLateOn: ['tuesday', 'thursday'],
});
const action = (code: string, leadId: string) =>
  anAction({ id: `action-${code}`, code, title: `Action ${code}`, leadId, currentDue: '2023-12-31' });
const said = (code: string, on: IsoDate, over: Parameters<typeof anUpdate>[0] = {}) =>
  anUpdate({ id: `update-${code}-${on}`, actionId: `action-${code}`, on, ...over });

/** `late` missed August, `soon` reported then, `done` has reported in this period. */
const plan = aPlan({
  notice,
  members: [
    aMember({ id: 'late', title: 'Late lead' }),
    aMember({ id: 'soon', title: 'Punctual lead' }),
    aMember({ id: 'done', title: 'Quick lead' }),
    aMember({ id: 'ended', title: 'Former lead', endsOn: '2023-09-20' }),
    aMember({ id: 'suspended', title: 'Suspended lead', suspendedOn: '2023-09-20' }),
  ],
  actions: [
    action('1', 'late'),
    action('2', 'late'),
    action('3', 'soon'),
    action('4', 'done'),
    action('5', 'ended'),
    action('6', 'suspended'),
  ],
  updates: [said('1', '2023-07-24'), said('2', '2023-08-25'), said('3', '2023-08-25'), said('4', '2023-09-20')],
});

const today = '2023-09-25';
const rowsOn = (day: IsoDate, memberId: string, of: Plan = plan) =>
  nudgesOf(of, day).find((nudge) => nudge.memberId === memberId)?.rows ?? [];
const remindedOn = (day: IsoDate, of: Plan = plan): string[] =>
  nudgesOf(of, day)
    .filter((nudge) => isReminded(of, nudge, day))
    .map(({ memberId }) => memberId);

describe('who is reminded', () => {
  it('is everybody from whom something is due, while their role is in force', () => {
    expect(nudgesOf(plan, today).map(({ title }) => title)).toEqual(['Late lead', 'Punctual lead']);
    expect(
      nudgesOf(plan, today)
        .filter(isLate)
        .map(({ memberId }) => memberId),
    ).toEqual(['late']);
    expect(nudgesOf({ ...plan, notice: { ...notice, withdrawnOn: today } }, today)).toEqual([]);
  });

  it('is nobody by itself once the notice was lifted; what is due from them can still be asked for', () => {
    const lifted = { ...plan, events: [anEvent({ kind: 'lifted', earliest: '2023-09-19', latest: '2023-09-19' })] };
    expect(remindedOn('2023-09-26')).not.toEqual([]);
    expect(remindedOn('2023-09-26', lifted)).toEqual([]);
    expect(nudgesOf(lifted, '2023-09-26')).toEqual(nudgesOf(plan, '2023-09-26'));
  });

  it('is told so many working days before updates close, on the day, and on the chosen days once late', () => {
    const days = Array.from({ length: 21 }, (_, index) => addDays('2023-09-19', index));
    const without = { ...plan, members: plan.members.filter(({ id }) => id === 'soon') };
    // Three working days before Tuesday the 26th, the 26th, and then not within the two days of grace.
    expect(days.filter((day) => remindedOn(day, without).includes('soon'))).toEqual([
      '2023-09-21',
      '2023-09-26',
      '2023-10-03',
      '2023-10-05',
    ]);
    expect(remindedOn(today)).toEqual([]);
    expect(remindedOn('2023-09-26')).toEqual(['late', 'soon']);
  });

  it('is nobody twice where a row is due soon and today, and nobody on a bank holiday', () => {
    const atOnce = { ...plan, notice: { ...notice, remindSoonDays: 0 } };
    expect(remindedOn('2023-09-21', atOnce)).toEqual(['late']);
    expect(remindedOn('2023-09-26', atOnce)).toEqual(['late', 'soon']);
    const everyDay = { ...plan, notice: { ...notice, remindLateOn: ['monday' as const] } };
    expect(remindedOn('2023-10-02', everyDay)).toContain('late');
    // Christmas Day 2023 was a Monday.
    expect(
      isLate(
        nudgesOf(everyDay, '2023-12-25')[0] ?? {
          memberId: '',
          title: '',
          organisation: '',
          mailBouncedOn: null,
          rows: [],
        },
      ),
    ).toBe(true);
    expect(remindedOn('2023-12-25', everyDay)).toEqual([]);
  });

  it('is late where what was returned was not written again in time', () => {
    const returned = { ...plan, updates: [...plan.updates, said('3', '2023-09-22', { state: 'returned' })] };
    const lateOn = (day: IsoDate) =>
      nudgesOf(returned, day)
        .filter(isLate)
        .map(({ memberId }) => memberId);
    expect(rowsOn('2023-09-28', 'soon', returned)).toMatchObject([{ group: 'returned' }]);
    expect(lateOn('2023-09-28')).not.toContain('soon');
    expect(lateOn('2023-09-29')).toContain('soon');
    expect(rowsOn('2023-09-29', 'soon', returned)[0]?.words).toContain('returned the update of 22 September 2023');
  });

  it('is not reminded any more once they have reported', () => {
    const reported = { ...plan, updates: [...plan.updates, said('3', today)] };
    expect(remindedOn('2023-09-26', reported)).toEqual(['late']);
  });
});

describe('what a mail says', () => {
  it('lists everything, what is late first, each with its dates', () => {
    const rows = rowsOn(today, 'late');
    expect(rows.map(({ group, dueOn }) => [group, dueOn])).toEqual([
      ['late', '2023-08-29'],
      ['soon', '2023-09-26'],
    ]);
    expect(bodyOf(notice, rows)).toBe(
      [
        'Testshire, SEND Improvement Notice',
        'Late\n- Action 1, Action 1. Updates closed on 29 August 2023, 27 days ago. Last update 24 July 2023. To be done by 31 December 2023.',
        'Due\n- Action 2, Action 2. Updates close on 26 September 2023. Last update 25 August 2023. To be done by 31 December 2023.',
      ].join('\n\n'),
    );
    expect(subjectOf(rows)).toBe('Noticeboard: 1 update is late, 1 update is due');
  });

  it('names what was returned, a reading and a question of the board', () => {
    const more = {
      ...plan,
      updates: [...plan.updates, said('3', '2023-09-20', { state: 'returned', reviewedOn: '2023-09-21' })],
      measures: [aMeasure({ id: 'measure-1', code: '1.1', title: 'Plans in time', ownerId: 'soon' })],
      readings: [aReading({ measureId: 'measure-1', periodStart: '2023-07-01', periodEnd: '2023-07-31', value: 13.2 })],
      challenges: [aChallenge({ actionId: 'action-3', toId: 'soon', dueOn: today, askedOn: '2023-09-18' })],
    } satisfies Plan;
    const rows = rowsOn(today, 'soon', more);
    expect(subjectOf(rows)).toBe('Noticeboard: 1 update was returned, 2 updates are due');
    const text = bodyOf(notice, rows);
    expect(text).toContain('A question of the board about 3 Action 3. An answer is due by 25 September 2023.');
    expect(text).toContain('Measure 1.1, Plans in time: the reading for August 2023.');
    expect(text).toContain('Last reading 13.2%, July 2023.');
    expect(text).toMatch(/^Returned to you\n- Action 3, Action 3\. The programme office returned the update/m);
  });

  it('ends with how to answer', () => {
    expect(answerWords({ by: 'pages', address: 'https://x.test/n/one/my-updates' })).toContain('\nhttps://x.test');
    expect(answerWords({ by: 'link', address: 'https://x.test/update#t', days: 7 })).toMatch(
      /no account.* 7 days.*\nhttps/s,
    );
    expect(answerWords({ by: 'office' })).toContain('Tell the programme office');
    expect(letterOf(['One.', 'Two.'])).toMatch(
      /^This is what is due from you\.\n\nOne\.\n\nTwo\.\n\nNoticeboard writes/,
    );
  });
});

describe('the page of the nudges', () => {
  const reachable = {
    ways: new Map([['late', { by: 'link', address: 'the link', days: 7 } as const]]),
    written: new Set<string>(),
  };

  it('says who would be written to, with the very words, and who not and why', () => {
    const page = nudgePageOf(plan, today, reachable);
    expect(page).toMatchObject({ reached: 1, lateRows: 1, byItself: { today: 0 } });
    expect(page.byItself.words).toBe(
      '3 working days before something is due, on the day it is due, and on Tuesdays and Thursdays once it is late or was returned',
    );
    expect(page.late).toMatchObject([{ title: 'Late lead', late: 1, due: 1, why: null }]);
    expect(page.late[0]?.text).toContain('the link');
    expect(page.others).toMatchObject([{ why: 'No e-mail address is known.', lacksAddress: true }]);
    const written = nudgePageOf(plan, today, { ...reachable, written: new Set(['late']) });
    expect(written).toMatchObject({ reached: 0, late: [{ why: 'Written to today already.', lacksAddress: false }] });
    const members = plan.members.map((row) => (row.id === 'late' ? { ...row, mailBouncedOn: '2023-09-12' } : row));
    expect(nudgePageOf({ ...plan, members }, today, reachable).late).toMatchObject([
      { why: 'Mail to them came back on 12 September 2023.', lacksAddress: true },
    ]);
  });

  itHoldsOfAnyPlan((each, day) => nudgePageOf(each, day, reachable), 6);
});

it('lists exactly what is asked for in My updates, on any day of any plan, and writes on working days alone', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 60, max: 500 }), (seed, days) => {
      const generated = generatedPlan(seed, days);
      const day = addDays(generatedFrom, days);
      for (const nudge of nudgesOf(generated, day)) {
        expect(nudge.rows).toHaveLength(dueFrom(generated, nudge.memberId, day).asked);
        expect(nudge.rows.length).toBeGreaterThan(0);
        expect(isReminded(generated, nudge, day) && !isWorkingDay(day)).toBe(false);
      }
    }),
    { numRuns: 10 },
  );
});
