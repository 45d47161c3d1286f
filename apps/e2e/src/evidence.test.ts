import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openDemonstration } from './demonstration.ts';
import { arrive, fill, follow, press } from './form.ts';
import { expectAccessible, narrow, wide } from './visit.ts';

const { at, as: visitAs, heard } = openDemonstration();

const audit = { id: 'action-6.07', title: '6.07 Audit 40 EHC plans a month' };
const survey = 'question,families\nI know whom to ask,12\n';
const csv = { name: 'parent_survey-july.csv', mimeType: 'text/csv', buffer: Buffer.from(survey) };

/** Opens the app as somebody, on a page of their own. */
const as = async (title: string, viewport = wide): Promise<Page> => (await visitAs(title, viewport)).page;

const openAudit = async (page: Page): Promise<void> => {
  await page.goto(at(`actions/${audit.id}`));
  await arrive(page, audit.title);
};

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const saved = (page: Page, by: string) => page.getByText(new RegExp(`^Saved by ${by} on `)).waitFor();
/** Reads a page with axe at both widths. */
const expectAccessibleAtBoth = async (page: Page): Promise<void> => {
  for (const viewport of [wide, narrow]) {
    await page.setViewportSize(viewport);
    await expectAccessible(page);
  }
};

test('an officer marks an action delivered with evidence in four clicks', async () => {
  const page = await as('EHC service manager');
  let clicks = 0;
  const click = async (act: Promise<void>): Promise<void> => {
    clicks += 1;
    await act;
  };
  await click(page.getByRole('link', { name: audit.title }).first().click());
  await arrive(page, audit.title);
  await click(press(page, 'Mark delivered'));
  await click(page.getByLabel('File', { exact: true }).setInputFiles(csv));
  await fill(page, { 'What does it show?': 'Twelve of fourteen families know whom to ask.' });
  await click(page.locator('form').getByRole('button', { name: 'Mark delivered' }).click());
  await saved(page, 'EHC service manager');
  expect(clicks).toBe(4);

  await region(page, 'Two views of delivery').getByText('Delivered, not evidenced', { exact: true }).waitFor();
  const evidence = region(page, 'Evidence of impact');
  await evidence.getByText('1 of 3 kinds').waitFor();
  await evidence.getByText('Twelve of fourteen families know whom to ask.').waitFor();
  expect(await page.getByRole('list', { name: 'Stages' }).innerText()).toContain('1 of 3 kinds seen');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    evidence.getByRole('link', { name: /^parent_survey-july\.csv/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(csv.name);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString()).toBe(survey);
  await expectAccessibleAtBoth(page);
});

test('what is wrong with evidence is said beside its field, and nothing typed is lost', async () => {
  const page = await as('EHC service manager', narrow);
  await openAudit(page);
  const evidence = region(page, 'Evidence of impact');
  await evidence.getByRole('button', { name: /^Add ?: Voice$/ }).click();
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name: 'families.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('MZ\u0090\u0000 This program cannot be run in DOS mode.'),
  });
  await page.getByText(/^Error: families\.pdf: /).waitFor();
  // The browser itself reports the refused file.
  expect(heard()).toEqual([expect.stringMatching(/40[0-9]|41[0-9]|422/)]);
  await press(page, 'Save evidence');
  await page.getByRole('alert').getByText('Say what it shows.').waitFor();
  await expectAccessibleAtBoth(page);
  await fill(page, { 'What does it show?': 'The child born 12/03/2012 was seen.' });
  await press(page, 'Save evidence');
  await page.getByRole('alert').waitFor();
  await page.getByLabel('File', { exact: true }).setInputFiles({ ...csv, name: 'families.csv' });
  await page.getByText('is sent').waitFor();
  await press(page, 'Save evidence');
  await page
    .getByRole('alert')
    .getByText(/a date of birth\. Take it out/)
    .waitFor();
  heard();
  expect(await page.getByLabel('Caption').inputValue()).toBe('Families');
  await fill(page, { 'What does it show?': 'Ten families say that the plan reads well.' });
  await press(page, 'Save evidence');
  await saved(page, 'EHC service manager');
  await evidence.getByText('2 of 3 kinds').waitFor();
});

test('a new version counts in place of the old one until it is withdrawn', async () => {
  const page = await as('EHC service manager');
  await page.goto(at('evidence?kind=voice&text=families'));
  await page.getByRole('link', { name: 'Families', exact: true }).click();
  await arrive(page, 'Families');
  await expectAccessibleAtBoth(page);
  await press(page, 'Add a new version');
  await fill(page, { 'Or a web address': 'https://example.org/families', Caption: 'Families, both rounds' });
  await press(page, 'Save new version');
  await saved(page, 'EHC service manager');
  await page.getByText('There is a newer version, which counts in its place').waitFor();
  await follow(page, 'Families, both rounds');
  await arrive(page, 'Families, both rounds');
  await region(page, 'Earlier versions').getByRole('link', { name: 'Families', exact: true }).waitFor();

  await press(page, 'Withdraw');
  await press(page, 'Withdraw evidence');
  await page.getByRole('alert').getByText('Say why it is withdrawn.').waitFor();
  await fill(page, { 'Why is it withdrawn?': 'The second round was of another county.' });
  await press(page, 'Withdraw evidence');
  await page.getByText(/^This evidence was withdrawn on 25 September 2023/).waitFor();
  expect(await page.getByRole('button', { name: /version|Edit|Withdraw/ }).count()).toBe(0);
  await openAudit(page);
  await region(page, 'Evidence of impact').getByRole('link', { name: 'Families', exact: true }).waitFor();
});

test('the programme office waives what can’t be had, and passes each gate only when nothing is missing', async () => {
  const page = await as('Programme lead');
  await openAudit(page);
  await press(page, 'Mark evidenced');
  const panel = page.getByRole('heading', { name: 'Mark evidenced' }).locator('..');
  await panel.getByText('No evidence of impact in practice, and no waiver of it.').waitFor();
  expect(await panel.getByRole('button').allInnerTexts()).toEqual(['Close']);
  await expectAccessibleAtBoth(page);
  await page.setViewportSize(wide);
  await press(page, 'Close');

  const evidence = region(page, 'Evidence of impact');
  await evidence.getByRole('button', { name: /^Waive ?: Practice$/ }).click();
  await press(page, 'Record the waiver');
  await page.getByRole('alert').getByText('Say why it is not asked for.').waitFor();
  await fill(page, { 'Why is evidence in practice not asked for?': 'The audit itself is the practice.' });
  await press(page, 'Record the waiver');
  await saved(page, 'Programme lead');
  await evidence.getByText('Not asked for: The audit itself is the practice.').waitFor();
  await page.getByRole('list', { name: 'Stages' }).getByText('nothing is missing').waitFor();

  await press(page, 'Mark evidenced');
  await page.locator('form').getByRole('button', { name: 'Mark evidenced' }).click();
  await region(page, 'Two views of delivery').getByText('Complete', { exact: true }).waitFor();
  await press(page, 'Mark embedded');
  await page.getByText('It can’t be called embedded yet:').waitFor();
  await page
    .getByText(/^6\.7 .* since 25 September 2023, when the action was delivered\./)
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: 'Record assurance' }).count()).toBe(0);
  // Finishing never changes the colour of a measure.
  await region(page, 'Measures that would prove it').getByText('No reading', { exact: true }).waitFor();
});

test('the chair assures with what convinced the board, and a monitor reads all of it without a control', async () => {
  const page = await as('Independent chair');
  await openAudit(page);
  await press(page, 'Record assurance');
  await page.locator('form').getByRole('button', { name: 'Record assurance' }).click();
  await page.getByRole('alert').getByText('Say what convinced the board.').waitFor();
  await expectAccessibleAtBoth(page);
  await fill(page, { 'What convinced the board?': 'Four families told the board so themselves.' });
  await page.locator('form').getByRole('button', { name: 'Record assurance' }).click();
  await saved(page, 'Independent chair');
  await region(page, 'Updates')
    .getByText('Stage changed from evidenced to assured. Four families told the board so themselves.')
    .waitFor();

  const reader = await as('Monitor, DfE', narrow);
  await openAudit(reader);
  await region(reader, 'Evidence of impact').getByText('3 of 3 kinds').waitFor();
  const controls = reader.locator('main').getByRole('button', { name: /^(Add |Waive|Ask|Mark|Record|Change|Edit)/ });
  expect(await controls.count()).toBe(0);
  for (const path of ['evidence', `actions/${audit.id}?asAt=2023-08-31`]) {
    await reader.goto(at(path));
    await reader.locator('[aria-busy=true]').waitFor({ state: 'detached' });
    await reader.getByRole('heading', { level: 1 }).waitFor();
    expect(await controls.count()).toBe(0);
    await expectAccessibleAtBoth(reader);
  }
  expect(await reader.locator('main').innerText()).not.toContain('Twelve of fourteen families');
});
