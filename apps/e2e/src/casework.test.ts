/** Whether there are enough caseworkers: read, supposed, shared and set up. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { withDemonstration } from './demonstration.ts';
import { arrive, choose, fill, fillDate, follow, press } from './form.ts';
import { expectAccessible, narrow, signInAs, visit, wide } from './visit.ts';

const { browser, url } = withDemonstration();

const open = async (page: Page, notice: string): Promise<void> => {
  await page.goto(`${url()}/n/${notice}/casework`);
  await page.getByRole('heading', { level: 2 }).first().waitFor();
};

test.each([
  ['1280', wide],
  ['390', narrow],
])('a slider is moved by the keyboard, shared by the address and reset, at %s pixels', async (_width, viewport) => {
  const { page, context, complaints } = await visit(browser(), viewport);
  await signInAs(page, url(), 'Monitor, DfE');
  await open(page, 'exampleshire');
  await page.getByRole('heading', { level: 2, name: 'Capacity: SEND casework' }).waitFor();
  const outcome = page.getByRole('region', { name: 'What if, SEND casework' }).getByRole('status');
  const stands = await outcome.innerText();
  expect(stands).toMatch(/^As it stands: .* short on 31 March 2023/);
  await expectAccessible(page);

  const ratio = page.getByRole('slider', { name: 'Cases for each caseworker' });
  await ratio.focus();
  for (let step = 0; step < 10; step += 1) await page.keyboard.press('ArrowLeft');
  await outcome.getByText('Then:').waitFor();
  expect(await ratio.getAttribute('aria-valuetext')).toBe('200 cases');
  expect(await outcome.innerText()).not.toBe(stands);
  await page.getByText('What if each caseworker carried 200 cases?').first().waitFor();

  const { page: other, context: others } = await visit(browser(), viewport);
  await signInAs(other, url(), 'Monitor, DfE');
  await other.goto(page.url());
  await other.getByText('What if each caseworker carried 200 cases?').first().waitFor();
  await expectAccessible(other);
  await others.close();

  await page.getByRole('button', { name: 'Reset the sliders of SEND casework' }).click();
  await outcome.getByText(stands).waitFor();
  expect(new URL(page.url()).search).toBe('');
  expect(complaints).toEqual([]);
  await context.close();
});

test('the DfE reads when a backlog is cleared, and that another never is', async () => {
  const { page, context, complaints } = await visit(browser());
  await signInAs(page, url(), 'Monitor, DfE');
  await open(page, 'exampleshire');
  await page.getByText('Never at this rate', { exact: true }).waitFor();
  await page.getByText(/^cleared, at this rate\. Between .* as the months vary\.$/).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('a board member reads what is known of Kent’s casework, and what is missing', async () => {
  const { page, context, complaints } = await visit(browser(), narrow);
  await signInAs(page, url(), 'Board member, schools');
  await open(page, 'kent-2023');
  await page.getByText('over 520 cases for each caseworker, spring 2023.').waitFor();
  await page.getByText('no official source was found', { exact: false }).first().waitFor();
  await page.getByText('How many are short month by month can’t be reckoned yet.', { exact: false }).waitFor();
  expect(await page.getByRole('link', { name: 'Add a family' }).count()).toBe(0);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await context.close();
});

test('the programme office adds a starter, who stands on the page', async () => {
  const { page, context, complaints } = await visit(browser());
  await signInAs(page, url(), 'Programme lead');
  await open(page, 'kent-2023');
  await follow(page, 'Add caseworkers who will start');
  await arrive(page, 'Add caseworkers who will start');
  await expectAccessible(page);
  await fillDate(page, 'Starts on', '2 10 2023');
  await fill(page, { 'Full-time equivalents': '0', Reason: 'Two offers were accepted.' });
  await press(page, 'Save');
  await page.getByRole('alert').getByText('Enter more than 0.').waitFor();
  await fill(page, { 'Full-time equivalents': '1.6' });
  await press(page, 'Save');
  await page.getByRole('heading', { level: 3, name: /^Starters ahead/ }).waitFor();
  const row = page.getByRole('row').filter({ hasText: '2 October 2023' });
  await row.getByText('1.6 full-time equivalents').waitFor();
  expect(complaints.filter((text) => !text.includes('400'))).toEqual([]);
  await context.close();
});

test('the programme office sets the ratio, makes a family and puts a measure into it', async () => {
  const { page, context, complaints } = await visit(browser());
  await signInAs(page, url(), 'Programme lead');
  await page.goto(`${url()}/n/kent-2023/set-up`);
  await follow(page, 'Cases for each caseworker');
  await arrive(page, 'Edit the ratio of cases to caseworkers');
  await fill(page, { 'Who gives this ratio (optional)': '', Reason: 'The board’s own guide.' });
  await press(page, 'Save');
  await page.getByRole('alert').getByText('Say who gives this ratio', { exact: false }).waitFor();
  await fill(page, {
    'Cases for each full-time equivalent caseworker (optional)': '180',
    'Who gives this ratio (optional)': 'Workload guide of the board, September 2023',
  });
  await press(page, 'Save');
  await page.getByText('180: Workload guide of the board, September 2023').waitFor();

  await follow(page, 'Add a family');
  await arrive(page, 'Add a family of measures');
  await choose(page, { Kind: 'Backlog' });
  await fill(page, { Title: 'Reviews in health' });
  await press(page, 'Save');
  await arrive(page, 'Families of measures');
  await follow(page, 'Add a measure to Reviews in health');
  await arrive(page, 'Add a measure of a family');
  await choose(page, { 'What it counts in the family': 'Remaining', Measure: '6.2 Needs assessment backlog' });
  await press(page, 'Save');
  await page.goto(`${url()}/n/kent-2023/casework`);
  await page.getByRole('heading', { level: 2, name: 'Backlog: Reviews in health' }).waitFor();
  await page.getByText('180 cases for each full-time equivalent caseworker', { exact: false }).waitFor();
  expect(complaints.filter((text) => !text.includes('400'))).toEqual([]);
  await context.close();
});

test.each([
  ['1280', wide],
  ['390', narrow],
])('speed that came with refusals is said where it is read, at %s pixels', async (_width, viewport) => {
  const { page, context, complaints } = await visit(browser(), viewport);
  await signInAs(page, url(), 'Monitor, DfE');
  await open(page, 'exampleshire');
  const balance = page.getByRole('region', { name: 'Balance: Decisions to assess' });
  await balance.getByText('Look at this: over the same months', { exact: false }).waitFor();
  await balance.getByRole('link', { name: 'Decisions to assess made within six weeks' }).click();
  const own = page.getByRole('region', { name: 'Balance: is it bought elsewhere?' });
  await own.getByText('That does not say that one caused the other.', { exact: false }).waitFor();
  await own.getByRole('tab', { name: 'Table' }).click();
  const table = own.getByRole('table', { name: /^Measures that balance/ });
  expect(await table.getByRole('row').count()).toBe(3);
  await expectAccessible(page);

  await page.goto(`${url()}/n/exampleshire/measures`);
  await page.getByText(/^Beside it: Refusals to assess 27\.0%, worse\.$/).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
