/** What each voice judges, how ratings fared, and the log of what was asked. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openDemonstration } from './demonstration.ts';
import { choose, fill, press } from './form.ts';
import { expectAccessible, narrow, wide } from './visit.ts';

const { at, as: visitAs } = openDemonstration();

const monitor = 'Monitor, DfE';
const forum = 'Parent carer forum representative';
const office = 'Programme lead';
const areas = 'Areas of weakness: what each voice judged last, the widest gap first';

const as = async (title: string, viewport = wide): Promise<Page> => (await visitAs(title, viewport)).page;
const go = (page: Page, path: string) => page.goto(at(path));
const region = (page: Page, name: string) => page.getByRole('region', { name });
const saved = (page: Page, by: string) => page.getByText(`Saved by ${by} on `).waitFor();
const judge = (page: Page, area: RegExp, rating: string) =>
  page.getByRole('group', { name: area }).getByLabel(rating, { exact: true }).click();

test('the monitor records judgements on nine areas in eleven clicks, and everybody reads them beside the others', async () => {
  const page = await as(monitor);
  await go(page, 'judgements');
  let clicks = 0;
  const click = async (act: Promise<void>): Promise<void> => {
    clicks += 1;
    await act;
  };
  await click(press(page, 'Judge areas'));
  await press(page, 'Save judgements');
  await page.getByRole('alert').getByText('Judge at least one of them.').waitFor();
  await page.getByLabel('Grounds for all of them').fill('Read from the submission of the council.');
  for (const area of [1, 2, 3, 4, 5, 6, 7, 8, 9])
    await click(judge(page, new RegExp(`^${area} `), area === 3 ? 'Sufficient progress' : 'Some progress'));
  await expectAccessible(page);
  await click(press(page, 'Save judgements'));
  await saved(page, monitor);
  expect(clicks).toBe(11);

  const row = page.getByRole('table', { name: areas }).getByRole('row', { name: /^1 Parental confidence/ });
  await row.getByText('Some progress').waitFor();
  expect(await row.innerText()).toContain('Owner substantial assurance; parent carer forum no assurance.');
  await page.getByText('How the two scales stand beside each other').click();
  await expectAccessible(page);

  const reader = await as(forum, narrow);
  await go(reader, 'areas/area-3');
  const judgements = region(reader, 'Judgements');
  await judgements.getByText('Sufficient progress', { exact: true }).waitFor();
  await judgements.getByText(/^Earlier judgements/).click();
  await judgements.getByText('Before the notice, so not compared').waitFor();
  expect(await judgements.getByRole('button', { name: /the judgement of DfE/ }).count()).toBe(0);
});

test('the forum judges on a phone, and takes back what it judged by mistake', async () => {
  const page = await as(forum, narrow);
  await go(page, 'judgements');
  await press(page, 'Judge areas');
  await judge(page, /^2 /, 'No assurance');
  await press(page, 'Save judgements');
  await page.getByRole('alert').getByText('Say what the judgement of 2 rests on.').waitFor();
  await page.getByLabel('Grounds of 2 Inclusion in schools').fill('Schools still say no.');
  await expectAccessible(page);
  await press(page, 'Save judgements');
  await saved(page, forum);

  await go(page, 'areas/area-2');
  const judgements = region(page, 'Judgements');
  await judgements.getByText('Schools still say no.').waitFor();
  await judgements.getByRole('button', { name: /^Withdraw/ }).click();
  await press(page, 'Withdraw the judgement');
  await page.getByRole('alert').getByText('Say why it is withdrawn.').waitFor();
  await fill(page, { 'Why it is withdrawn': 'It was meant for area 3.' });
  await press(page, 'Withdraw the judgement');
  await judgements.getByText('Not judged by: Parent carer forum.').waitFor();
  await judgements.getByText(/^Earlier judgements/).click();
  await expect.poll(() => judgements.getByText('Withdrawn on 25 September 2023.').count()).toBe(1);
  await expectAccessible(page);
});

test('a board member follows a figure of how ratings fared to the cases behind it', async () => {
  const page = await as('Board member, schools');
  await go(page, 'ratings');
  await page.getByRole('heading', { level: 1, name: /^Of 17 greens declared 28 days before a due date/ }).waitFor();
  await page
    .getByRole('row', { name: /^NHS Kent and Medway/ })
    .getByText('Fewer than ten cases')
    .waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: '6 green of Kent County Council, missed' }).click();
  const cases = page.getByRole('table', { name: 'Due dates with what was declared and what happened' });
  await expect.poll(() => cases.locator('tbody tr').count()).toBe(6);
  await page.getByText('6 of 25 cases').waitFor();
});

test('the programme office records what scrutiny asks, and anybody finds it in the log', async () => {
  const page = await as(office);
  await go(page, 'position');
  await region(page, 'What is asked of the board').getByRole('link', { name: 'Challenge log' }).click();
  await press(page, 'Record a question of scrutiny');
  await choose(page, { About: 'Area 4 Joint commissioning' });
  await fill(page, { Question: 'Which gaps were closed?' });
  await expectAccessible(page);
  await press(page, 'Record the question');
  await saved(page, office);
  await page.getByLabel('Asked by').selectOption({ label: 'Scrutiny' });
  await page.getByLabel('State').selectOption({ label: 'Without an answer' });
  const log = page.getByRole('table', { name: 'Questions of the board and of scrutiny' });
  await expect.poll(() => log.locator('tbody tr').count()).toBe(2);
  await expectAccessible(page);
  expect(new URL(page.url()).search).toBe('?forum=scrutiny&state=open');

  const reader = await as('Independent chair', narrow);
  await reader.goto(page.url());
  await reader.getByRole('link', { name: 'Area 4 Joint commissioning' }).click();
  await region(reader, 'Questions of the board').getByText('Which gaps were closed?').waitFor();
});
