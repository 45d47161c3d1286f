/** The day of a review by DfE: a monitor takes the evidence and publishes what DfE judged, and the council answers. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { arrive, fill, press } from './form.ts';
import { startDemonstration, type Running } from './server.ts';
import { expectAccessible, narrow, signInAs, visit, type Visit } from './visit.ts';

let server: Running;
let browser: Browser;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startDemonstration(inject('demonstration'), '2023-11-15')]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const title = 'First DfE and NHS England progress review, 15 November 2023';
const as = async (who: string): Promise<Visit> => {
  const made = await visit(browser);
  await signInAs(made.page, server.url, who);
  return made;
};
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const saved = (page: Page, by: string) => page.getByText(new RegExp(`^Saved by ${by} on `)).waitFor();

test('a monitor gets the evidence in 2 clicks, and publishes nine judgements in 11', async () => {
  const { page, context, complaints } = await as('Monitor, DfE');
  let clicks = 0;
  const click = async (act: Promise<void>): Promise<void> => {
    clicks += 1;
    await act;
  };
  const reviews = page.getByRole('list', { name: 'Reviews by DfE' });
  await click(reviews.getByRole('link', { name: 'Evidence index' }).click());
  await page.getByRole('heading', { level: 1, name: /pieces of evidence of impact/ }).waitFor();
  const download = page.waitForEvent('download');
  await click(page.getByRole('button', { name: /^ZIP/ }).click());
  expect((await download).suggestedFilename()).toBe('Kent County Council evidence 2023-11-15.zip');
  expect(clicks).toBe(2);
  await expectAccessible(page);

  clicks = 0;
  await page.goto(`${server.url}/`);
  await click(reviews.getByRole('link', { name: /^Record judgements/ }).click());
  await arrive(page, title);
  for (let area = 1; area <= 9; area += 1)
    await click(
      page
        .getByRole('group', { name: new RegExp(`^Area ${area}, `) })
        .getByLabel(area % 2 === 0 ? 'Some progress' : 'Sufficient progress', { exact: true })
        .click(),
    );
  await fill(page, {
    'Summary (optional)': 'Families are heard. They wait as long as before.',
    'Grounds for area 1 (optional)': 'Parents told us so.',
  });
  await page.getByText('You publish 9 judgements and a summary to the council.').waitFor();
  await expectAccessible(page);
  // Beside it, a second monitor has begun to judge the same review.
  const second = await context.newPage();
  await second.goto(page.url());
  await fill(second, { 'Summary (optional)': 'They wait less.' });
  await click(press(page, 'Publish to the council'));
  await saved(page, 'Monitor, DfE');
  expect(clicks).toBe(11);
  await second.getByText(/^Published on 15 November 2023/).waitFor();
  await press(second, 'Publish to the council');
  await second
    .getByRole('alert')
    .getByText(/^Monitor, DfE published the judgements of this review on 15 November 2023\./)
    .waitFor();
  expect(await second.getByLabel('Summary (optional)').inputValue()).toBe('They wait less.');
  await second.close({ runBeforeUnload: false });
  const judgement = region(page, 'DfE’s judgement');
  await judgement.getByText('Parents told us so.').waitFor();
  expect(await judgement.getByText('The summary of the review says what it rests on.').count()).toBe(8);

  await press(page, 'Correct what was published');
  await page
    .getByRole('group', { name: /^Area 2, / })
    .getByLabel('Insufficient progress', { exact: true })
    .click();
  await page
    .getByLabel('Letter (optional)', { exact: true })
    .setInputFiles({ name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear council') });
  await press(page, 'Publish the correction');
  await page.getByRole('alert').getByText('Say why what was published is corrected.').waitFor();
  await fill(page, { 'Why is it corrected?': 'The letter came a day later.' });
  await press(page, 'Publish the correction');
  await judgement.getByText(/corrected 15 November 2023/).waitFor();
  await region(page, 'What DfE said')
    .getByRole('link', { name: /^letter\.txt/ })
    .waitFor();
  await expectAccessible(page);
  await page.setViewportSize(narrow);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await context.close();
});

test('the programme lead freezes a submission, late as it is, and answers DfE', async () => {
  const { page, context, complaints } = await as('Programme lead');
  await page.goto(`${server.url}/n/kent-2023/reviews`);
  await page.getByRole('heading', { level: 1, name: 'The next review by DfE is today' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'First DfE and NHS England progress review' }).click();
  await arrive(page, title);
  await press(page, 'Freeze a submission');
  await page.getByText('It was due on 1 November 2023, 14 days ago.').last().waitFor();
  await press(page, 'Freeze the submission');
  const submission = region(page, 'Submission');
  await submission.getByText('Submitted late', { exact: true }).waitFor();
  await submission.getByRole('link', { name: 'Evidence index, as submitted' }).waitFor();

  await press(page, 'Answer for the council');
  await press(page, 'Send the answer');
  await page.getByRole('alert').getByText('Enter the answer.').waitFor();
  await fill(page, { 'Answer of the council': 'We accept it. The plan to recover has dates.' });
  await expectAccessible(page);
  await press(page, 'Send the answer');
  await region(page, 'What the council answered').getByText('We accept it.').waitFor();
  await page.getByRole('button', { name: 'Correct the answer' }).waitFor();

  // It is served in a sandbox without scripts, where no test can look: the same page is read here.
  const address = await submission.getByRole('link', { name: 'Submission 1' }).getAttribute('href');
  const paper = await context.newPage();
  await paper.setContent(await (await page.request.get(`${server.url}${address}`)).text());
  await arrive(paper, title);
  await paper.getByRole('heading', { level: 2, name: 'Index of evidence' }).waitFor();
  await expectAccessible(paper);
  expect(complaints).toEqual([]);
  await context.close();
});
