import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { withDemonstration } from './demonstration.ts';
import { expectAccessible, narrow, signInAs, visit } from './visit.ts';

const owner = 'EHC service manager';
const monitor = 'Monitor, DfE';

const { browser, url } = withDemonstration();

const measures = () => `${url()}/n/kent-2023/measures`;
const openMeasure = async (page: Page, code: string) => {
  await page.goto(`${measures()}/measure-${code}`);
  await page.getByRole('heading', { level: 2, name: 'Readings and targets' }).waitFor();
};

/** The row of the readings whose head is this period. */
const rowOf = (page: Page, period: string) =>
  page
    .getByRole('table', { name: /^Readings and targets of/ })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: period, exact: true }) });

const saved = (page: Page) => page.getByText(`Saved by ${owner} on`);

test('the measures stand worst first, filtered through the address, also as a table', async () => {
  const { page, context, complaints } = await visit(browser());
  await signInAs(page, url(), monitor);
  await page.goto(measures());
  await page.getByRole('heading', { level: 1, name: '1 of 33 measures meets its target' }).waitFor();
  const groups = await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents();
  expect(groups).toEqual(['Floor missed', 'Floor met', 'No reading', 'No target', 'Target met']);
  await expectAccessible(page);

  await page.getByRole('combobox', { name: 'Area' }).selectOption('area-8');
  await page.getByText('3 of 33 measures').waitFor();
  expect(page.url()).toContain('area=area-8');
  await page.getByRole('button', { name: 'Table' }).click();
  const rows = page.getByRole('table', { name: /^Measures:/ }).getByRole('row');
  expect(await rows.count()).toBe(4);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a measure says what it is worth and why, and a monitor may change nothing', async () => {
  const { page, context, complaints } = await visit(browser(), narrow);
  await signInAs(page, url(), monitor);
  await openMeasure(page, '6.1');
  await page
    .getByRole('heading', { level: 1, name: '2.3% in August 2023, 27.7 points below the 6-month target' })
    .waitFor();
  await page.getByText('2.3% is below the floor of 20% and the target of 30%.', { exact: false }).first().waitFor();
  await page.getByText('13.2% (basis not stated) and 2.3% (single month) cannot be compared.').waitFor();
  expect(await page.getByRole('button', { name: /^(Add|Correct|Withdraw)/ }).count()).toBe(0);
  await expectAccessible(page);

  await openMeasure(page, '6.11');
  await page.getByRole('heading', { level: 1, name: 'No reading yet, and no target' }).waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await context.close();
});

test('nobody changes a reading while looking back', async () => {
  const { page, context } = await visit(browser());
  await signInAs(page, url(), owner);
  await page.goto(`${measures()}/measure-6.1?asAt=2023-06-30`);
  await page.getByRole('heading', { level: 2, name: 'Readings and targets' }).waitFor();
  expect(await page.getByRole('button', { name: /^(Add|Correct|Withdraw)/ }).count()).toBe(0);
  expect(await rowOf(page, 'August 2023').count()).toBe(0);
  await context.close();
});

test('an owner adds a reading: what is wrong gets a sentence, nothing typed is lost, and every page shows it', async () => {
  const { page, context, complaints } = await visit(browser());
  await signInAs(page, url(), owner);
  await openMeasure(page, '6.1');
  await page.getByRole('button', { name: 'Add a reading' }).click();
  const value = page.getByRole('textbox', { name: 'Value' });
  const [month, year] = [page.getByRole('textbox', { name: 'Month' }), page.getByRole('textbox', { name: 'Year' })];
  const save = page.getByRole('button', { name: 'Save the reading' });
  const problem = page.getByRole('alert');

  await month.fill('13');
  await year.fill('2023');
  await value.fill('n/a');
  await page.getByRole('textbox', { name: 'Note (optional)' }).fill('Counted by hand.');
  await save.click();
  await problem.getByText('The period must have a month from 1 to 12.').waitFor();
  await month.fill('7');
  await save.click();
  await problem.getByText('“n/a” is not a value.', { exact: false }).waitFor();
  await value.fill('101%');
  await save.click();
  await problem.getByText('A percentage must be between 0% and 100%.').waitFor();
  await value.fill('4.5%');
  await month.fill('11');
  await save.click();
  await problem.getByText('The end of the period', { exact: false }).waitFor();
  expect(await value.inputValue()).toBe('4.5%');
  expect(await page.getByRole('textbox', { name: 'Note (optional)' }).inputValue()).toBe('Counted by hand.');
  await expectAccessible(page);

  await month.fill('7');
  await save.click();
  await saved(page).waitFor();
  await rowOf(page, 'July 2023').getByRole('cell', { name: '4.5%', exact: true }).waitFor();
  await page.getByText('From 4.5% for July 2023 to 2.3% for August 2023. High is good.').waitFor();

  await page.goto(`${measures()}?view=table`);
  const listed = page.getByRole('row').filter({ hasText: 'EHC plans issued within 20 weeks' });
  await listed.getByText('Worse').waitFor();
  expect(complaints.filter((each) => !each.includes('400'))).toEqual([]);
  await context.close();
});

test('a correction with a reason shows old beside new, and so does the history', async () => {
  const { page, context, complaints } = await visit(browser());
  await signInAs(page, url(), owner);
  await openMeasure(page, '6.2');
  await page.getByRole('button', { name: 'Correct 1,080, September 2023' }).click();
  await page.getByRole('textbox', { name: 'Value' }).fill('1,070');
  await page.getByRole('table', { name: 'What you change' }).getByRole('cell', { name: '1,070' }).waitFor();
  await page.getByRole('textbox', { name: 'Why is it corrected?' }).fill('Ten were counted twice.');
  await page.getByRole('button', { name: 'Save the correction' }).click();
  await saved(page).waitFor();
  await page
    .getByRole('heading', { level: 1, name: '1,070 in September 2023, 170 above the 6-month target' })
    .waitFor();
  await page.getByRole('heading', { level: 2, name: 'Corrections' }).waitFor();
  await page.getByRole('region', { name: 'Corrections' }).getByText('Ten were counted twice.').waitFor();
  await rowOf(page, 'September 2023')
    .getByText(`Was 1,080 until 25 September 2023, revised by ${owner}: Ten were counted twice.`)
    .waitFor();
  const change = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Value' }) });
  expect(await change.getByRole('cell').allTextContents()).toEqual(['1,080', '1,070']);
  await expectAccessible(page);

  await page.goto(`${url()}/n/kent-2023/history`);
  await page.getByText('Ten were counted twice.').first().waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('two people who correct one reading: the second sees theirs beside yours, and loses nothing', async () => {
  const first = await visit(browser());
  const second = await visit(browser());
  await signInAs(first.page, url(), owner);
  await signInAs(second.page, url(), 'Programme lead');
  for (const { page } of [first, second]) {
    await openMeasure(page, '6.5');
    await page.getByRole('button', { name: 'Correct 50%, January 2023' }).click();
  }
  await first.page.getByRole('textbox', { name: 'Value' }).fill('51');
  await first.page.getByRole('textbox', { name: 'Why is it corrected?' }).fill('Rounded wrongly.');
  await first.page.getByRole('button', { name: 'Save the correction' }).click();
  await saved(first.page).waitFor();

  const { page } = second;
  await page.getByRole('textbox', { name: 'Value' }).fill('52');
  await page.getByRole('textbox', { name: 'Why is it corrected?' }).fill('Read from the bulletin.');
  await page.getByRole('button', { name: 'Save the correction' }).click();
  const beside = page.getByRole('table', { name: 'Theirs beside yours' });
  await beside.waitFor();
  expect(await beside.getByRole('cell').allTextContents()).toEqual(['51', '52']);
  expect(await page.getByRole('textbox', { name: 'Value' }).inputValue()).toBe('52');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Use mine' }).click();
  await page.getByText('Saved by Programme lead on').waitFor();
  await rowOf(page, 'January 2023').getByRole('cell', { name: '52%', exact: true }).waitFor();
  await first.context.close();
  await second.context.close();
});
