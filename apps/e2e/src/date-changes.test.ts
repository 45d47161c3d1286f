/** Dates under change control: asked for with their effect, decided from the register, seen by both. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openDemonstration } from './demonstration.ts';
import { arrive, fill, fillDate, follow, press } from './form.ts';
import { expectAccessible, narrow } from './visit.ts';

const { at, as, heard } = openDemonstration();

const audit = '6.07 Audit 40 EHC plans a month';
const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const rowOf = (page: Page, words: string) =>
  page.getByRole('table', { name: 'Date changes' }).locator('tbody tr').filter({ hasText: words });

const decideOn = (page: Page) => page.getByRole('button', { name: /^Decide ?: action 6\.07$/ }).click();

/** Counts what is pressed on the page from now on, by any pointer. */
const countClicks = async (page: Page): Promise<() => Promise<number>> => {
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    dataset['clicks'] = '0';
    document.addEventListener('pointerdown', () => (dataset['clicks'] = String(Number(dataset['clicks']) + 1)), true);
  });
  return async () => Number(await page.evaluate(() => document.documentElement.dataset['clicks']));
};

test('an officer asks with three clicks, the chair decides from the register, and both see it', async () => {
  const [asking, chairs, second, office] = [
    await as('EHC service manager'),
    await as('Independent chair'),
    await as('Independent chair'),
    await as('Programme lead'),
  ];

  // The programme office has the same form open: of two requests one is taken, and nothing that was typed is lost.
  await office.page.goto(at('actions/action-6.07'));
  await arrive(office.page, audit);
  await press(office.page, 'Ask to move date');
  await fillDate(office.page, 'New due date', '1 9 2023');
  await fill(office.page, { Reason: 'Agreed with the service.' });
  await press(office.page, 'Send request');
  await office.page.getByRole('alert').getByText('The new date must be today or later.').waitFor();
  await fillDate(office.page, 'New due date', '31 12 2023');

  const officer = asking.page;
  const clicks = await countClicks(officer);
  await officer.getByRole('link', { name: /6\.07/ }).first().click();
  await arrive(officer, audit);
  await press(officer, 'Ask to move date');
  await fillDate(officer, 'New due date', '30 11 2023');
  const effect = officer.getByLabel('Effect');
  expect(await effect.inputValue()).toMatch(/^It passes the 6-month checkpoint on 30 September 2023 by 61 days\./);
  await fillDate(officer, 'New due date', '30 4 2024');
  expect(await effect.inputValue()).toContain('the 12-month checkpoint on 30 March 2024 by 31 days.');
  await effect.fill('Forty plans a month are not audited before winter.');
  await fillDate(officer, 'New due date', '30 11 2023');
  expect(await effect.inputValue()).toBe('Forty plans a month are not audited before winter.');
  await officer.getByText(/By the plan: It passes the 6-month checkpoint/).waitFor();
  await expectAccessible(officer);
  await fill(officer, { Reason: 'Two auditors moved to the assessment backlog.' });
  await press(officer, 'Send request');
  await officer.getByText(/^Saved by EHC service manager on /).waitFor();
  expect(await clicks()).toBeLessThanOrEqual(4);
  const request = region(officer, 'Request to move the date');
  await request.getByText('31 August to 30 November 2023').waitFor();
  expect(await request.innerText()).toContain('The chair');
  expect(await request.getByRole('button', { name: 'Decide' }).count()).toBe(0);

  await press(office.page, 'Send request');
  await office.page
    .getByRole('alert')
    .getByText(/There is already a request to move this date to 30 November 2023/)
    .waitFor();
  expect(await office.page.getByLabel('Reason').inputValue()).toBe('Agreed with the service.');

  // Two pages of the chair have the same decision open.
  const [chair, other] = [chairs.page, second.page];
  await chair.getByRole('link', { name: 'Requests to move a date' }).click();
  await arrive(chair, '2 requests wait for a decision; 4 moves were approved');
  expect(chair.url()).toContain('/date-changes?state=asked');
  expect(await rowOf(chair, '6.07').innerText()).toContain('Forty plans a month are not audited before winter.');
  await decideOn(chair);
  await expectAccessible(chair);
  await chair.getByLabel('Refuse: it stays due 31 August 2023').check();
  await press(chair, 'Save decision');
  await chair.getByRole('alert').getByText('Give the reason for the decision.').waitFor();
  await other.goto(at('date-changes'));
  await decideOn(other);
  await other.getByLabel('Approve 30 November 2023').check();
  await fill(other, { 'Meeting (optional)': 'Improvement board' });

  await chair.getByLabel('Approve another date').check();
  await fillDate(chair, 'Date that you approve', '31 10 2023');
  await fill(chair, { Reason: 'One auditor is back in October.', 'Meeting (optional)': 'Improvement board' });
  await press(chair, 'Save decision');
  await chair.getByText(/^Saved by Independent chair on /).waitFor();
  await arrive(chair, '1 request waits for a decision; 5 moves were approved');

  await press(other, 'Save decision');
  await other
    .getByRole('alert')
    .getByText(/This request is decided already: approved for another date/)
    .waitFor();
  expect(await other.getByLabel('Meeting (optional)').inputValue()).toBe('Improvement board');

  await officer.reload();
  await officer.getByText('Current 31 October').waitFor();
  expect(await region(officer, 'Request to move the date').innerText()).toContain(
    'Approved for another date: 31 October 2023, 25 September 2023, Independent chair (Improvement board)',
  );
  await region(officer, 'Updates')
    .getByText(/Date change approved for another date: 31 October 2023\./)
    .waitFor();
  await region(officer, /^Expected 31 October 2023: moved once/).waitFor();
  await follow(officer, 'All date changes');
  await rowOf(officer, '6.07').getByText('One auditor is back in October.').waitFor();

  // The browsers themselves report the refused calls: the chair's second page, then the programme office's.
  expect(heard().map((words) => /\b4\d\d\b/.exec(words)?.[0])).toEqual(['409', '400', '409']);
});

test('whoever asked withdraws the request, and only they can', async () => {
  const [asking, chairs] = [await as('EHC service manager', narrow), await as('Independent chair')];
  const officer = asking.page;
  await officer.goto(at('actions/action-6.07'));
  await arrive(officer, audit);
  await press(officer, 'Ask to move date');
  await fillDate(officer, 'New due date', '31 3 2024');
  await fill(officer, { Reason: 'Two caseworkers left.' });
  await press(officer, 'Send request');
  const request = region(officer, 'Request to move the date');
  await request.getByText('Two caseworkers left.').waitFor();

  const chair = chairs.page;
  await chair.goto(at('date-changes?state=asked'));
  await rowOf(chair, 'Two caseworkers left.').getByRole('link').first().click();
  await arrive(chair, audit);
  const seen = region(chair, 'Request to move the date');
  await seen.getByRole('button', { name: 'Decide' }).waitFor();
  expect(await seen.getByRole('button', { name: 'Withdraw request' }).count()).toBe(0);

  await press(officer, 'Withdraw request');
  await officer.getByText(/^Saved by EHC service manager on /).waitFor();
  await request
    .getByText(/Withdrawn/)
    .first()
    .waitFor();
  expect(await request.getByRole('button', { name: 'Withdraw request' }).count()).toBe(0);
  await officer.getByRole('button', { name: 'Ask to move date' }).waitFor();
  await expectAccessible(officer);

  // The chair had it open: nothing is decided of what nobody asks for any more.
  await chair.goto(at('date-changes'));
  await rowOf(chair, 'Two caseworkers left.').getByText('Withdrawn').waitFor();
  expect(
    await rowOf(chair, 'Two caseworkers left.')
      .getByRole('button', { name: /^Decide/ })
      .count(),
  ).toBe(0);
  await expectAccessible(chair);
});

test('a reader filters the register, and chooses the checkpoint whose slip is drawn', async () => {
  const { page } = await as('Monitor, DfE', narrow);
  await page.goto(at('date-changes'));
  const rows = page.getByRole('table', { name: 'Date changes' }).locator('tbody tr');
  await rows.first().waitFor();
  expect(await page.getByRole('button', { name: /^Decide/ }).count()).toBe(0);
  await page.getByLabel('State').selectOption({ label: 'Approved, as asked or another date' });
  await page.getByLabel('Area').selectOption('area-5');
  await page.waitForURL(/area=area-5.*state=moved/);
  await expect.poll(() => rows.count()).toBe(1);
  await page.getByLabel('State').selectOption({ label: 'Refused' });
  await page.getByText('No request matches these filters.').waitFor();
  await press(page, 'Show all requests');
  await expect.poll(() => rows.count()).toBeGreaterThan(4);

  await page.goto(at('checkpoints'));
  const next = region(page, /^The last of 42 actions due by the 6-month checkpoint is expected /);
  await next.getByRole('img', { name: /^Of 42 actions originally due by 30 September 2023/ }).waitFor();
  await page.getByRole('combobox', { name: 'Checkpoint' }).selectOption({ label: '12 months, 30 March 2024' });
  await page.waitForURL(/slip=12/);
  await region(page, /due by the 12-month checkpoint is expected /)
    .getByRole('tab', { name: 'Table' })
    .click();
  await page.getByRole('table', { name: /12-month checkpoint were expected on each report day/ }).waitFor();
  await expectAccessible(page);
});
