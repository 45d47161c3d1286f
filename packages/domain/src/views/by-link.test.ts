import { expect, it } from 'vitest';
import { itHoldsOfAnyPlan } from '../testing/generated.ts';
import { aChallenge, aMember, anAction, aNotice, anUpdate, aPlan } from '../testing/rows.ts';
import { dueByLink } from './by-link.ts';
import { dueFrom } from './my-updates.ts';

const today = '2023-09-25';
const plan = aPlan({
  notice: aNotice({ reportEvery: 'fourWeekly', reportsCloseFrom: '2023-04-11', title: 'Testshire' }),
  members: [aMember({ title: 'Lead' }), aMember({ id: 'member-other', title: 'Somebody else' })],
  actions: [
    anAction({ id: 'action-1', code: '1' }),
    anAction({ id: 'action-2', code: '2', leadId: 'member-other', deputyId: 'member-lead' }),
    anAction({ id: 'action-3', code: '3' }),
    anAction({ id: 'action-4', code: '4', leadId: 'member-other' }),
  ],
  updates: [
    anUpdate({ id: 'u-1', actionId: 'action-1', on: '2023-08-21', byId: 'member-other', words: 'What was said last.' }),
    anUpdate({ id: 'u-3', actionId: 'action-3', on: '2023-09-20', words: 'Said in this period.' }),
  ],
  challenges: [
    aChallenge({ actionId: 'action-1', toId: 'member-lead', askedById: 'member-other', dueOn: '2023-09-29' }),
  ],
});

it('shows the rows that are still asked for, with what was said last, and not who said or asked it', () => {
  const shown = dueByLink(plan, 'member-lead', today);
  expect(shown).toMatchObject({ notice: 'Testshire', title: 'Lead' });
  expect(shown.due.actions.map(({ code }) => code).toSorted()).toEqual(['1', '2']);
  expect(shown.due.actions.find(({ code }) => code === '1')?.last).toMatchObject({
    words: 'What was said last.',
    by: null,
    byId: null,
  });
  expect(shown.due.questions).toMatchObject([{ askedBy: null, about: { link: null } }]);
  expect(JSON.stringify(shown)).not.toMatch(/Somebody else|member-|Said in this period|recordedBy/);
});

it('counts as many rows as My updates asks for', () => {
  const { due } = dueByLink(plan, 'member-lead', today);
  expect(due.actions.length + due.questions.length).toBe(due.asked);
  expect(due.asked).toBe(dueFrom(plan, 'member-lead', today).asked);
  expect(dueByLink(plan, 'nobody', today).due.asked).toBe(0);
});

itHoldsOfAnyPlan((each, day) => dueByLink(each, 'member-lead-1', day), 6);
