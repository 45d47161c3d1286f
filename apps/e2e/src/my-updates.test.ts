/** An officer reports on everything that is due, on one page, in a minute; whatever goes wrong meanwhile, nothing typed is lost. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openDemonstration } from './demonstration.ts';
import { arrive, fill, press } from './form.ts';
import { expectAccessible, narrow, signInAs } from './visit.ts';

const { url, at, as, heard } = openDemonstration();

const officer = 'EHC service manager';
const partner = 'Head of children';
const office = 'Programme lead';

const openMine = async (page: Page): Promise<void> => {
  await page.goto(at('my-updates'));
  await page.getByText('My updates', { exact: true }).last().waitFor();
};

/** The row of an action, a measure or a requirement, by its code. A measure may be asked to be explained besides. */
const row = (page: Page, code: string) =>
  page.getByRole('group', { name: new RegExp(`^${code.replace('.', '\\.')} `) }).first();
const explanation = (page: Page, code: string) =>
  page
    .getByRole('region', { name: 'Measures to explain' })
    .getByRole('group', { name: new RegExp(`^${code.replace('.', '\\.')} `) });
const unchange = (page: Page, code: string) =>
  row(page, code)
    .getByRole('button', { name: /^No change/ })
    .click();
const rate = (page: Page, code: string, rating: string) => row(page, code).getByLabel(rating, { exact: true }).check();
const write = (page: Page, code: string, words: string) =>
  row(page, code).getByLabel('What changed for children and families?').fill(words);
const submit = (page: Page) => press(page, 'Submit all');
const ready = (page: Page, words: string) => page.getByRole('region', { name: 'Submit' }).getByText(words).waitFor();
const kept = (page: Page) => page.getByText(/^Draft kept \d+:\d\d[ap]m$/).waitFor();

/** Counts the presses of a person on a page, as the browser hears them. */
const countPresses = async (page: Page): Promise<() => Promise<number>> => {
  await page.evaluate(() => {
    const counted = globalThis as unknown as { presses: number };
    counted.presses = 0;
    addEventListener('click', ({ detail }) => (counted.presses += detail > 0 ? 1 : 0), { capture: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { presses: number }).presses);
};

test('five due actions, three of them unchanged, are seven clicks', async () => {
  const { page } = await as(officer);
  await arrive(page, '5 actions, 1 requirement, 3 measures and 2 explanations are due from you');
  expect(new URL(page.url()).pathname).toBe('/n/kent-2023/my-updates');
  await page.getByRole('link', { name: /^My updates ?11 due$/ }).waitFor();
  const codes = await page.getByRole('region', { name: 'Actions' }).getByRole('heading', { level: 3 }).allInnerTexts();
  expect(codes.map((title) => title.slice(0, 4))).toEqual(['6.07', '6.01', '6.04', '6.26', '6.15', '6.11']);
  expect(await row(page, '6.07').innerText()).toContain('You said, 24 July 2023, 63 days ago');
  // A green on an overdue action can't be repeated, and the page says why.
  expect(
    await row(page, '6.07')
      .getByRole('button', { name: /^No change/ })
      .count(),
  ).toBe(0);
  await row(page, '6.07')
    .getByText(/so green can’t be repeated/)
    .waitFor();
  await expectAccessible(page);

  const presses = await countPresses(page);
  for (const code of ['6.01', '6.26', '6.15']) await unchange(page, code);
  await row(page, '6.01').getByText('Amber again. Forecast stays 31 March 2024.').waitFor();
  await rate(page, '6.07', 'Red');
  await write(page, '6.07', '12 plans audited in August, not 40.');
  await row(page, '6.07').getByLabel('How will it recover').fill('Two auditors return on 2 October.');
  await rate(page, '6.04', 'Amber');
  await write(page, '6.04', '80 roles filled and 20 vacant. More families have a named caseworker.');
  await ready(page, '5 of 11 ready');
  await expectAccessible(page);
  await submit(page);
  await arrive(page, '1 requirement, 3 measures and 2 explanations are due from you');
  expect(await presses()).toBeLessThanOrEqual(7);

  await page.getByText(/^Saved by EHC service manager on 25 September 2023 at /).waitFor();
  await page.getByRole('link', { name: /^My updates ?6 due$/ }).waitFor();
  for (const code of ['6.07', '6.01', '6.04', '6.26', '6.15'])
    await row(page, code).getByText('Submitted', { exact: true }).waitFor();
  expect(await row(page, '6.01').innerText()).toContain('No change since 21 August 2023.');
  await expectAccessible(page);
});

test('measures and a requirement go with the rest, and the page says when the next period opens', async () => {
  const { page } = await as(officer);
  await arrive(page, '1 requirement, 3 measures and 2 explanations are due from you');
  await write(page, '4a', 'Eighty of a hundred posts are filled.');
  await row(page, '6.5')
    .getByLabel(/^Value of/)
    .fill('50 percents');
  await row(page, '6.5')
    .getByLabel(/^Numerator of/)
    .focus();
  await row(page, '6.5')
    .getByText(/“50 percents” is not a number\./)
    .waitFor();
  await row(page, '6.5')
    .getByLabel(/^Value of/)
    .fill('48.5%');
  await row(page, '6.5')
    .getByText(/Enter a whole number/)
    .waitFor();
  await row(page, '6.5')
    .getByLabel(/^Value of/)
    .fill('48%');
  for (const code of ['6.8', '6.16']) await row(page, code).getByRole('combobox').selectOption('x');
  await ready(page, '4 of 6 ready');
  // A measure that is red asks why, what is done, by when, and what that means for families.
  for (const code of ['6.1', '6.5']) {
    await explanation(page, code).getByLabel('Why is it so?').fill('The oldest cases are cleared first.');
    await explanation(page, code).getByLabel('What is done about it?').fill('Two more psychologists from January.');
    await explanation(page, code)
      .getByLabel(/children and families/)
      .fill('The longest waits end first.');
    for (const [part, text] of Object.entries({ Day: '31', Month: '1', Year: '2024' }))
      await explanation(page, code).getByLabel(part, { exact: true }).fill(text);
  }
  await ready(page, '6 of 6 ready');
  await expectAccessible(page);
  await submit(page);
  await arrive(page, 'Nothing is due from you');
  await page.getByText('The next reporting period opens on Tuesday 17 October 2023.').waitFor();
  await row(page, '6.5').getByText('Reading given: 48%').waitFor();
  await row(page, '6.8').getByText('Reading given: Not available').waitFor();
  await explanation(page, '6.1').getByText('Explained on 25 September 2023').waitFor();
  await expectAccessible(page);
  await page.goto(at('my-updates?asAt=2023-09-20'));
  await page.getByText('Looking back: read-only').waitFor();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByRole('button', { name: /^(No change|Submit all)/ }).count()).toBe(0);
  await expectAccessible(page);
});

test('a partner reports on a phone, one row at a time, and sees what somebody else said meanwhile beside theirs', async () => {
  const { page } = await as(partner, narrow);
  await arrive(page, '1 question and 2 actions are due from you');
  const question = page.getByRole('region', { name: 'Questions from the board' });
  await question.getByText('Schools still hear nothing for weeks after a referral.').waitFor();
  await question
    .getByLabel('Your answer to the board')
    .fill('One clinician reads all referrals. A second starts soon.');
  await row(page, '8.05')
    .getByText(/so green can’t be repeated/)
    .waitFor();
  expect(await row(page, '6.09').getByLabel('What changed for children and families?').count()).toBe(0);
  await expectAccessible(page);
  await rate(page, '8.05', 'Amber');
  await write(page, '8.05', 'Three of four providers triage within ten working days.');
  await press(page, 'Keep and go to next');
  await row(page, '8.05').getByText('Amber', { exact: true }).waitFor();
  await expect.poll(() => page.locator(':focus').getAttribute('id')).toBe('due-action-action-6.09');
  await rate(page, '6.09', 'Red');
  await write(page, '6.09', 'Two therapies still have no clinician.');
  await row(page, '6.09').getByLabel('How will it recover').fill('Two clinicians start in November.');
  await kept(page);

  const theirs = await as(office);
  await theirs.page.goto(at('actions/action-6.09'));
  await press(theirs.page, 'Write an update');
  await theirs.page.getByLabel('Amber', { exact: true }).check();
  await fill(theirs.page, { 'What changed': 'The board heard that clinicians are being sought.' });
  await press(theirs.page, 'Save update');
  await theirs.page.getByText(/^Saved by Programme lead on /).waitFor();

  await submit(page);
  const beside = page.getByRole('table', { name: 'Theirs beside yours' });
  await beside.waitFor();
  const words = await beside.innerText();
  expect(words).toContain('The board heard that clinicians are being sought.');
  expect(words).toContain('Two therapies still have no clinician.');
  await expectAccessible(page);
  await press(page, 'Use mine');
  await submit(page);
  await arrive(page, 'Nothing is due from you');
  await question.getByText('Answered', { exact: true }).waitFor();
  // The browser itself reports the refused call, where the page had not heard of theirs before it sent.
  expect(heard().filter((complaint) => !complaint.includes('409'))).toEqual([]);
  await page.goto(at('actions/action-6.09'));
  await page.getByText('Recovery: Two clinicians start in November.').first().waitFor();
});

test('what is typed outlives a closed tab and a lost session, and is never kept where it could identify a child', async () => {
  const { page, context } = await as(office);
  await openMine(page);
  await rate(page, '7.05', 'Amber');
  await write(page, '7.05', 'Health risks have an own');
  await kept(page);
  await page.close();

  const again = await context.newPage();
  await openMine(again);
  const words = row(again, '7.05').getByLabel('What changed for children and families?');
  await expect.poll(() => words.inputValue()).toBe('Health risks have an own');
  expect(await row(again, '7.05').getByLabel('Amber', { exact: true }).isChecked()).toBe(true);

  await words.fill('Pupil H801200001001 waited a year.');
  await row(again, '7.05')
    .getByText(/unique pupil number/i)
    .waitFor();
  await again.getByText(/^Not kept: something you typed can’t be kept/).waitFor();
  await expectAccessible(again);
  const reader = await context.newPage();
  await openMine(reader);
  expect(await row(reader, '7.05').getByLabel('What changed for children and families?').inputValue()).toBe(
    'Health risks have an own',
  );
  await reader.close();

  await context.clearCookies();
  await words.fill('Health risks have an owner now.');
  await again.getByText(/^Not kept: you are signed out/).waitFor();
  await words.fill('Health risks have an owner now, and a date.');
  const tab = await context.newPage();
  await signInAs(tab, url(), office);
  await tab.close();
  await again.evaluate(() => dispatchEvent(new Event('focus')));
  await kept(again);
  await ready(again, '1 of 6 ready');
  await submit(again);
  await row(again, '7.05').getByText('Submitted', { exact: true }).waitFor();
});

test('a submission sent twice counts once, and the second is shown the first', async () => {
  const { page, context } = await as(office);
  const second = await context.newPage();
  // A page whose stream waits has not heard of the first when it sends.
  await second.route('**/live', () => undefined);
  for (const each of [page, second]) await openMine(each);
  for (const each of [page, second]) {
    await unchange(each, '7.13');
    await each
      .getByRole('region', { name: 'Submit' })
      .getByText(/^1 of \d+ ready$/)
      .waitFor();
  }
  await submit(page);
  await row(page, '7.13').getByText('Submitted', { exact: true }).waitFor();
  await submit(second);
  await second.getByRole('table', { name: 'Theirs beside yours' }).waitFor();
  await second
    .getByRole('alert')
    .getByText(/^7\.13: You submitted an update of this on 25 September 2023 already/)
    .waitFor();
  await press(second, 'Use theirs');
  await row(second, '7.13').getByText('Submitted', { exact: true }).waitFor();
  await page.goto(at('actions/action-7.13'));
  await page.getByRole('region', { name: 'Updates' }).waitFor();
  expect(await page.getByText('No change since 4 September 2023.', { exact: true }).count()).toBeGreaterThan(0);
  expect(
    await page
      .getByRole('region', { name: 'Updates' })
      .getByRole('listitem')
      .filter({ hasText: 'No change since' })
      .count(),
  ).toBe(1);
});
