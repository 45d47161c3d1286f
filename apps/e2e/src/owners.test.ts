/** Work in other hands: cover, handovers, the board's questions and its focus list. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openDemonstration } from './demonstration.ts';
import { arrive, choose, fill, fillDate, follow, press } from './form.ts';
import { expectAccessible, narrow, wide } from './visit.ts';

const { at, as: visitAs, heard } = openDemonstration();

const officer = 'EHC service manager';
const partner = "Head of children's therapies";
const chair = 'Independent chair';
const office = 'Programme lead';
const audit = { id: 'action-6.07', title: '6.07 Audit 40 EHC plans a month' };

/** Opens the app as somebody, on a page of their own. */
const as = async (title: string, viewport = wide): Promise<Page> => (await visitAs(title, viewport)).page;
const go = (page: Page, path: string) => page.goto(at(path));
const openAudit = async (page: Page) => {
  await go(page, `actions/${audit.id}`);
  await arrive(page, audit.title);
};
const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const saved = (page: Page, by: string) => page.getByText(`Saved by ${by} on `).waitFor();
const mayUpdate = (page: Page) => page.getByRole('button', { name: 'Write an update' }).count();

test('an officer sets cover, and the deputy updates the action while it lasts', async () => {
  const deputy = await as(partner, narrow);
  await openAudit(deputy);
  expect(await mayUpdate(deputy)).toBe(0);

  const page = await as(officer);
  await go(page, 'owners');
  await page.getByRole('heading', { level: 1, name: /of \d+ owners can’t be reached|can be reached/ }).waitFor();
  await expectAccessible(page);
  await follow(page, 'Set cover');
  await arrive(page, 'Set cover');
  await press(page, 'Set cover');
  await page.getByRole('alert').getByText('Choose who acts for them.').waitFor();
  await choose(page, { 'Who acts for you?': `${partner}, NHS Kent and Medway` });
  await fillDate(page, 'First day', '18 9 2023');
  await fillDate(page, 'Last day', '6 10 2023');
  await press(page, 'Set cover');
  await page
    .getByRole('alert')
    .getByText('The first day must be today or later. Today is 25 September 2023.')
    .waitFor();
  await expectAccessible(page);
  await fillDate(page, 'First day', '25 9 2023');
  await press(page, 'Set cover');
  await saved(page, officer);
  const row = page.getByRole('table', { name: 'Cover in force and ahead' }).getByRole('row', { name: officer });
  await row.getByText('In force').waitFor();
  // The browser itself reports the refused call.
  heard();

  await go(deputy, 'actions?mine=1');
  await deputy.getByRole('link', { name: audit.title }).click();
  await arrive(deputy, audit.title);
  expect(await region(deputy, 'About this action').innerText()).toContain(`${partner} covers until 6 October 2023.`);
  await press(deputy, 'Write an update');
  await deputy.getByLabel('Amber', { exact: true }).check();
  await fill(deputy, { 'What changed': 'Eighteen plans audited. Families of the rest still wait.' });
  await press(deputy, 'Save update');
  await saved(deputy, partner);
  await expectAccessible(deputy);

  await row.getByRole('button', { name: 'End it' }).click();
  await row.waitFor({ state: 'detached' });
  await openAudit(deputy);
  expect(await mayUpdate(deputy)).toBe(0);
});

test('an officer offers an action, and only whom it was offered to has it once they accept', async () => {
  const page = await as(officer);
  await openAudit(page);
  await follow(page, 'Hand over this action');
  await arrive(page, 'Hand over');
  expect(await page.getByLabel(`Action ${audit.title}`).isChecked()).toBe(true);
  await choose(page, { 'Who is to take it over?': `${partner}, NHS Kent and Medway` });
  await fill(page, { 'Note (optional)': 'The auditors are yours from October.' });
  await expectAccessible(page);
  await press(page, 'Offer');
  await saved(page, officer);
  await page
    .getByRole('table', { name: 'Handovers that wait for a decision' })
    .getByRole('link', { name: audit.title })
    .waitFor();

  const other = await as(office);
  await openAudit(other);
  await region(other, 'About this action').getByText(`offered it to ${partner}`).waitFor();
  expect(await other.getByRole('button', { name: 'Accept' }).count()).toBe(0);

  const taker = await as(partner, narrow);
  await go(taker, 'my-updates');
  const offered = region(taker, 'Offered to you').getByRole('article', { name: `${officer} offers you` });
  await offered.getByText('The auditors are yours from October.').waitFor();
  await expectAccessible(taker);
  await offered.getByRole('button', { name: /^Decline ?, offered by/ }).click();
  await press(taker, 'Decline');
  await taker.getByRole('alert').getByText('Say why you decline, so that somebody else can be found.').waitFor();
  await press(taker, 'Cancel');
  await offered.getByRole('button', { name: /^Accept ?, offered by/ }).click();
  await saved(taker, partner);
  await openAudit(taker);
  expect(await region(taker, 'About this action').innerText()).toMatch(new RegExp(`Lead\\s+${partner}`));
  expect(await mayUpdate(taker)).toBe(1);
  await openAudit(page);
  expect(await mayUpdate(page)).toBe(0);
});

test('the programme office hands over with one click what nobody looks after', async () => {
  const page = await as(office);
  await go(page, 'owners');
  const orphan = page
    .getByRole('table', { name: 'Owners whom nobody reaches' })
    .getByRole('row', { name: 'Director for SEND' });
  await orphan.getByText('Silent', { exact: true }).waitFor();
  await expectAccessible(page);
  await orphan.getByRole('link', { name: 'Hand over the work of' }).click();
  await arrive(page, 'Hand over');
  await page.getByRole('button', { name: /^Choose all/ }).click();
  await choose(page, { 'Who is to take it over?': `${partner}, NHS Kent and Medway` });
  await press(page, 'Offer');
  await saved(page, office);
  await orphan.waitFor();
  const taker = await as(partner);
  const accept = taker.getByRole('button', { name: /^Accept \d/ });
  await accept.click();
  await accept.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('table', { name: 'Cover in force and ahead' }).waitFor();
  expect(await orphan.count()).toBe(0);
});

test('the chair asks, the officer answers, the chair asks again and accepts', async () => {
  const casework = 'actions/action-6.04';
  const head = await as(chair);
  await go(head, casework);
  const asked = region(head, 'Questions of the board');
  await asked.getByRole('button', { name: 'Ask a question' }).click();
  await press(head, 'Ask');
  await head.getByRole('alert').getByText('Enter the question.').waitFor();
  await fill(head, { Question: 'How many families have a named caseworker?' });
  await expectAccessible(head);
  await press(head, 'Ask');
  await asked.getByText('An answer is due 9 October 2023, in 14 days.').waitFor();

  const page = await as(officer, narrow);
  await go(page, casework);
  const theirs = region(page, 'Questions of the board');
  await theirs.getByRole('button', { name: /^Answer ?: How many families/ }).click();
  await fill(page, { 'Your answer': 'Most of them.' });
  await expectAccessible(page);
  await press(page, 'Send answer');
  await theirs.getByText('Most of them.').waitFor();

  await head.reload();
  await asked.getByRole('button', { name: 'Ask again' }).click();
  await fill(head, { 'What is still to be answered': 'How many, in figures?' });
  await press(head, 'Ask again');
  await asked.getByText('How many, in figures?').waitFor();
  await page.reload();
  await theirs.getByRole('button', { name: /^Answer ?: How many, in figures/ }).click();
  await fill(page, { 'Your answer': '1,080 of 1,350.' });
  await press(page, 'Send answer');
  await theirs.getByText('1,080 of 1,350.').waitFor();
  await head.reload();
  await press(head, 'Accept the answer');
  await asked.getByText(`Answer accepted by ${chair} on 25 September 2023`).waitFor();
  expect(await asked.getByRole('button', { name: 'Accept the answer' }).count()).toBe(0);
  await expectAccessible(head);
});

test('the chair picks at most twelve actions to look at, and the rest rolls up', async () => {
  const page = await as(chair);
  await go(page, 'actions');
  await press(page, 'Change the focus list');
  await page.getByRole('heading', { name: 'Focus list: 12 of 12 chosen' }).waitFor();
  const rows = page.getByRole('table', { name: 'Actions' }).locator('tbody tr');
  const another = rows.getByRole('checkbox', { checked: false }).first();
  const named = (await another.getAttribute('aria-label')) ?? '';
  const box = page.getByRole('checkbox', { name: named });
  await box.click();
  await page.getByRole('alert').getByText('Choose 12 actions or fewer: the rest is rolled up.').waitFor();
  expect(await box.isChecked()).toBe(false);
  await expectAccessible(page);
  await rows.getByRole('checkbox', { checked: true }).first().click();
  await box.check();
  await page.getByRole('heading', { name: 'Focus list: 12 of 12 chosen' }).waitFor();
  await press(page, 'Save focus list');
  await saved(page, chair);
  await page.getByLabel('In the focus list').check();
  await expect.poll(() => rows.count()).toBe(12);
  const action = named.replace('In the focus list: ', '');
  await rows.getByRole('link', { name: action }).waitFor();

  const reader = await as('Board member, schools', narrow);
  await go(reader, 'position');
  const list = region(reader, 'Focus list: 12 actions');
  await list.getByText(`${chair} picked it on 25 September 2023.`).waitFor();
  await list.getByRole('link', { name: action }).waitFor();
  await region(reader, 'The rest: 104').waitFor();
  await expectAccessible(reader);
  expect(await reader.getByRole('button', { name: /focus list/ }).count()).toBe(0);
});
