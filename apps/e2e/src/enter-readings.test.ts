import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { withDemonstration } from './demonstration.ts';
import { expectAccessible, narrow, signInAs, visit, wide, type Visit } from './visit.ts';

const officer = 'EHC service manager';
const office = 'Programme lead';

const { browser, url } = withDemonstration();

const measures = () => `${url()}/n/kent-2023/measures`;

/** Opens a window of its own, signed in, whose clipboard may be written as a spreadsheet would. */
const enter = async (title: string, viewport = wide): Promise<Visit> => {
  const opened = await visit(browser(), viewport);
  await opened.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url() });
  await signInAs(opened.page, url(), title);
  return opened;
};

const openGrid = async (page: Page): Promise<void> => {
  await page.goto(`${measures()}/enter`);
  await page.getByRole('table', { name: /^Readings of measures/ }).waitFor();
};

const cell = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const first = (page: Page) => cell(page, '6.1 EHC plans issued within 20 weeks, August 2023');
const second = (page: Page) => cell(page, '6.2 Needs assessment backlog, 31 August 2023');
const third = (page: Page) => cell(page, '6.5 Assessments over 20 weeks, share, 31 May 2023');
const save = (page: Page) => page.getByRole('button', { name: /^Save/ });

const copy = (page: Page, text: string) => page.evaluate((block) => navigator.clipboard.writeText(block), text);
const paste = async (page: Page, text: string): Promise<void> => {
  await copy(page, text);
  await page.keyboard.press('Control+V');
};

/** What is typed goes to the cell only once the focus is there. */
const focused = (typedIn: Locator): Promise<void> =>
  expect.poll(() => typedIn.evaluate((field) => field === document.activeElement)).toBe(true);

test('twelve readings are pasted with three clicks, and recorded as one change', async () => {
  const { page, context, complaints } = await enter(office);
  await page.goto(measures());
  await page.getByRole('heading', { level: 1 }).waitFor();
  const column = [
    ['9%', '"88"'], // 5.1 and 5.2, for the academic year
    ['', '', '', '12\u00a0180', ''], // of 6.1 to 6.5 only the annual review backlog
    ['60', '128 weeks', '35.5%', '4.2 per cent'],
    ['–', '–', 'c', ''], // 6.13 and 6.14 have no period that ends in August
    ['about 310', '–', '48.9%', 'x', '24', '', ''],
  ];
  await copy(page, column.flat().join('\r\n'));
  let clicks = 0;
  const click = async (what: Locator) => {
    await what.click();
    clicks += 1;
  };
  await click(page.getByRole('link', { name: 'Enter readings' }));
  await click(cell(page, '5.1 Key stage 2, pupils with plans, September 2022 to August 2023'));
  await page.keyboard.press('Control+V');
  await page.getByText('12 values pasted.').waitFor();
  await page.getByText('12 readings typed.').waitFor();
  await click(page.getByRole('button', { name: 'Save 12 readings', exact: true }));
  await page.getByText(`Saved by ${office} on`).waitFor();
  expect(clicks).toBe(3);

  await page.getByText('Nothing is typed yet.').waitFor();
  expect(await cell(page, '6.4 Annual review backlog, 31 August 2023').inputValue()).toBe('12,180');
  expect(await cell(page, '7.2 Cases per caseworker, 31 August 2023').inputValue()).toBe('about 310');
  await page.goto(`${url()}/n/kent-2023/history`);
  await page.getByText('9 more rows of the same act').first().waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('an officer is shown what does not fit, what is wrong and what is doubtful, before anything is saved', async () => {
  const { page, context, complaints } = await enter(officer);
  await page.getByRole('link', { name: 'Paste a column' }).click();
  await first(page).click();
  await paste(page, Array.from({ length: 13 }, (_, index) => `${index}\r\n`).join(''));
  await page
    .getByText('The block has 13 rows, but only 4 measures stand from this cell down. Nothing was pasted.')
    .waitFor();
  await page.getByText('Nothing is typed yet.').waitFor();

  await paste(page, '14%\t\r\nsoon\t\r\n');
  await page.getByText('2 readings typed, 1 to mend, 1 to look at.').waitFor();
  await page.keyboard.press('Control+Z');
  await page.getByText('The paste is undone.').waitFor();
  expect(await first(page).inputValue()).toBe('2.3%');
  await paste(page, '14%\r\nsoon\r\n');
  await expectAccessible(page);

  await save(page).click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: /^6\.2, 31 August 2023: “soon” is not a value/ })
    .click();
  await focused(second(page));
  await page.keyboard.type('10900');
  await page.keyboard.press('ArrowUp');
  expect(await first(page).evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('13');
  await page.keyboard.press('Enter');
  await page.keyboard.type('1000');
  await page.keyboard.press('Escape');
  const list = page.getByRole('list').filter({ hasText: 'go to the cell' });
  await list
    .getByText('2.3% for August 2023 stands here (published). It is corrected to 14.0%, without that source;')
    .waitFor();
  await list
    .getByText('It is 10 times apart or more from 1,080 for September 2023. Check the decimal point.')
    .waitFor();

  // It is there in another tab too, so that a closed one takes nothing away.
  const tab = await page.context().newPage();
  await openGrid(tab);
  expect(await second(tab).inputValue()).toBe('10900');
  await tab.close();
  await page.reload();
  await page.getByText('What you typed here before is here again. It is not saved yet.').waitFor();
  expect(await second(page).inputValue()).toBe('10900');
  await page.getByRole('button', { name: /^6\.2, 31 August 2023.*go to the cell$/ }).click();
  await focused(second(page));
  await page.keyboard.type('1,090');

  await save(page).click();
  await page.getByRole('alert').getByText('Say why the readings are corrected.').waitFor();
  await page.getByRole('alert').getByText('Look at what is doubtful, then confirm').waitFor();
  await page.getByRole('textbox', { name: 'Why are they corrected?' }).fill('Three were closed twice.');
  await page.getByRole('checkbox', { name: 'I have checked these' }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save 3 readings' }).click();
  await page.getByText(`Saved by ${officer} on`).waitFor();

  await page.goto(`${measures()}/measure-6.1`);
  await page.getByText('Three were closed twice.').first().waitFor();
  const value = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Value', exact: true }) });
  // What was corrected is read apart from the rows, in which the reason stands too.
  await expect.poll(() => value.getByRole('cell').allTextContents()).toEqual(['2.3%', '14.0%']);
  expect(complaints).toEqual([]);
  await context.close();
});

test('on a phone one month is shown at a time, and whoever is second sees theirs beside their own', async () => {
  const [slow, fast] = [await enter(officer, narrow), await enter(office)];
  await openGrid(slow.page);
  await openGrid(fast.page);
  await slow.page.getByRole('combobox', { name: 'Month' }).selectOption('May 2023');
  await third(slow.page).fill('50');
  await expectAccessible(slow.page);
  await third(fast.page).fill('49');
  await save(fast.page).click();
  await fast.page.getByText(`Saved by ${office} on`).waitFor();

  await save(slow.page).click();
  const beside = slow.page.getByRole('table', { name: 'Theirs beside yours' });
  await beside.waitFor();
  await slow.page.getByRole('heading', { name: `${office} changed this while you were typing` }).waitFor();
  expect(await beside.getByRole('cell').allTextContents()).toEqual(['49%', '50']);
  expect(await third(slow.page).inputValue()).toBe('50');
  await expectAccessible(slow.page);
  await slow.page.getByRole('button', { name: 'Use mine' }).click();
  await slow.page.getByRole('textbox', { name: 'Why are they corrected?' }).fill('Ours is of the case system.');
  await slow.page.getByRole('checkbox', { name: 'I have checked these' }).check();
  await save(slow.page).click();
  await slow.page.getByText(`Saved by ${officer} on`).waitFor();
  expect(await third(slow.page).inputValue()).toBe('50%');
  expect(slow.complaints.filter((each) => !each.includes('409'))).toEqual([]);
  await slow.context.close();
  await fast.context.close();
});
