import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { withDemonstration } from './demonstration.ts';
import { expectAccessible, narrow, signInAs, visit } from './visit.ts';

const office = 'Programme lead';

const { browser, url } = withDemonstration();

const address = () => `${url()}/n/kent-2023/measures/measure-6.11`;
const values = [31.2, 30.4, 32.1, 30.8, 31.6, 30.1, 31.9, 31.1, 45.3, 30.7, 31.4, 30.2, 31.8, 31.5];

/** Records fourteen months of refusals to assess, up to August 2023, as the entry page would. */
const recordReadings = (page: Page) =>
  page.evaluate(async (given) => {
    const rows = given.map((value, index) => {
      const first = new Date(Date.UTC(2022, 6 + index, 1)).toISOString().slice(0, 10);
      const last = new Date(Date.UTC(2022, 7 + index, 0)).toISOString().slice(0, 10);
      return { measureId: 'measure-6.11', periodStart: first, periodEnd: last, value: `${value}%`, corrects: null };
    });
    const body = { noticeId: 'kent-2023', rows, state: 'final', sourceTitle: null, checked: true, reason: null };
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/trpc/reading.enter', { method: 'POST', headers, body: JSON.stringify(body) });
    return answer.status;
  }, values);

const section = (page: Page, name: string) => page.getByRole('region', { name });
const rowOf = (page: Page, period: string) =>
  page
    .getByRole('table', { name: /^Readings and targets of/ })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: period, exact: true }) });

test('the programme office turns screening off, reckons the limits anew, and chooses between two sources', async () => {
  const { page, context, complaints } = await visit(browser());
  await signInAs(page, url(), office);
  expect(await recordReadings(page)).toBe(200);
  await page.goto(address());

  const limits = section(page, 'Limits: what is noise');
  await limits.getByText('Screened: 2 moving ranges of 13 were too wide to be noise').waitFor();
  await expectAccessible(page);
  await limits.getByRole('button', { name: 'All count' }).click();
  await limits.getByText('Not screened: all 13 moving ranges count, as in NHS England’s own tool.').waitFor();
  expect(page.url()).toContain('screening=off');
  await limits.getByRole('button', { name: 'Screened out' }).click();
  await limits.getByText('Screened: 2 moving ranges of 13').waitFor();

  await limits.getByRole('button', { name: 'Reckon the limits anew' }).click();
  await limits.getByRole('button', { name: 'Reckon anew' }).click();
  await page.getByRole('link', { name: 'Enter the day from which the limits are reckoned anew.' }).waitFor();
  const day = async (date: readonly [string, string, string]) => {
    await limits.getByRole('textbox', { name: 'Day' }).fill(date[0]);
    await limits.getByRole('textbox', { name: 'Month' }).fill(date[1]);
    await limits.getByRole('textbox', { name: 'Year' }).fill(date[2]);
  };
  await limits.getByRole('textbox', { name: 'What changed?' }).fill('A panel now hears each request.');
  await day(['1', '7', '2022']);
  await limits.getByRole('button', { name: 'Reckon anew' }).click();
  await page.getByRole('link', { name: /^No reading comes before 1 July 2022/ }).waitFor();
  await expectAccessible(page);
  await day(['1', '6', '2023']);
  await limits.getByRole('button', { name: 'Reckon anew' }).click();
  await limits.getByText('A panel now hears each request.').waitFor();
  await limits.getByText('3 readings: limits take 10.').waitFor();
  await page.getByText('3 readings since the limits were reckoned anew from 1 June 2023').first().waitFor();
  await expectAccessible(page);
  await limits.getByRole('button', { name: /^Withdraw/ }).click();
  await limits.getByRole('textbox', { name: 'Why is it withdrawn?' }).fill('The panel began later.');
  await limits.getByRole('button', { name: 'Withdraw the change point' }).click();
  await limits.getByText('A panel now hears each request.').waitFor({ state: 'detached' });

  const readings = section(page, 'Readings and targets');
  await readings.getByRole('button', { name: 'Add a reading' }).click();
  await readings.getByRole('textbox', { name: 'Month' }).fill('8');
  await readings.getByRole('textbox', { name: 'Year' }).fill('2023');
  await readings.getByRole('radio', { name: 'Final' }).check();
  await readings.getByRole('textbox', { name: 'Numerator' }).fill('96');
  await readings.getByRole('textbox', { name: 'Denominator' }).fill('0');
  await readings.getByText('The denominator must be more than 0.').waitFor();
  await readings.getByRole('textbox', { name: 'Denominator' }).fill('240');
  await readings.getByText('The two make 40.0%.').waitFor();
  expect(await readings.getByRole('textbox', { name: 'Value' }).inputValue()).toBe('40.0');
  await readings.getByRole('textbox', { name: 'Value' }).fill('50');
  await readings.getByText('The numerator and the denominator make 40.0%. Check the three numbers.').waitFor();
  await readings.getByRole('textbox', { name: 'Value' }).fill('40.0');
  await readings.getByRole('textbox', { name: 'Why it is disputed' }).fill('The minutes count all requests.');
  await readings.getByRole('button', { name: 'Save the reading' }).click();
  await readings.getByText(/^Sources conflict: \d\d\.\d% and \d\d\.\d% for August 2023\./).waitFor();
  await page.getByRole('heading', { level: 1, name: /sources conflict/ }).waitFor();
  await expectAccessible(page);

  await readings.getByRole('button', { name: 'Do not use 40.0%, August 2023' }).click();
  await readings.getByRole('textbox', { name: /^Why is the other source used/ }).fill('The system counts each once.');
  await readings.getByRole('button', { name: 'Set the reading aside' }).click();
  await readings.getByText('Not used: The system counts each once').waitFor();
  await readings.getByText('Sources conflict:').waitFor({ state: 'detached' });
  await expectAccessible(page);
  await readings.getByRole('button', { name: 'Use again 40.0%, August 2023' }).click();
  await readings.getByRole('textbox', { name: 'Why is it used again?' }).fill('It was checked.');
  await readings.getByRole('button', { name: 'Use the reading again' }).click();
  await readings.getByText('Sources conflict:').first().waitFor();
  // The refusal that was asked for is a 400.
  expect(complaints.filter((each) => !each.includes('400'))).toEqual([]);
  await context.close();
});

test('a revised reading and a changed target keep what stood before, and another place stands beside them', async () => {
  const { page, context, complaints } = await visit(browser(), narrow);
  await signInAs(page, url(), office);
  await page.goto(address());
  const readings = section(page, 'Readings and targets');
  await readings.getByRole('button', { name: 'Correct 31.8%, July 2023' }).click();
  await readings.getByRole('textbox', { name: 'Value' }).fill('32.4');
  await readings.getByRole('textbox', { name: 'Why is it corrected?' }).fill('Late requests came in.');
  await readings.getByRole('button', { name: 'Save the correction' }).click();
  await rowOf(page, 'July 2023')
    .getByText('Was 31.8% until 25 September 2023, revised by Programme lead: Late requests came in.')
    .waitFor();

  const setTarget = async (value: string, reason: string) => {
    await page.goto(`${url()}/n/kent-2023/set-up/targets/measure-6.11`);
    await page.getByRole('textbox', { name: /^12 months/ }).fill(value);
    await page.getByRole('combobox', { name: /^Who approved it/ }).selectOption('Independent chair');
    const approval = page.getByRole('group', { name: /^Day of the approval/ });
    await approval.getByRole('textbox', { name: 'Day' }).fill('20');
    await approval.getByRole('textbox', { name: 'Month' }).fill('9');
    await approval.getByRole('textbox', { name: 'Year' }).fill('2023');
    await page.getByRole('textbox', { name: /reason|why/i }).fill(reason);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save targets' }).click();
    await page.getByRole('heading', { level: 1, name: 'Measures' }).waitFor();
  };
  await setTarget('25', 'Agreed with the plan.');
  await setTarget('28', 'The panel begins later.');
  await page.goto(address());
  const changed = section(page, 'Targets that were changed').getByRole('row').last();
  for (const words of ['12 months, 30 March 2024', '25%', '28%', 'Eased', 'The panel begins later.'])
    await changed.getByText(words).waitFor();
  await changed.getByText('Independent chair, 20 September 2023').waitFor();
  const places = section(page, 'Other places');
  await places.getByRole('button', { name: 'Add another place’s value' }).click();
  await places.getByRole('textbox', { name: 'Place' }).fill('England');
  await places.getByRole('textbox', { name: 'Month' }).fill('7');
  await places.getByRole('textbox', { name: 'Year' }).fill('2023');
  await places.getByRole('textbox', { name: 'Value' }).fill('26.4');
  await places.getByRole('button', { name: 'Save the value' }).click();
  await page.getByRole('link', { name: 'Say where the figure can be checked.' }).waitFor();
  await places.getByRole('textbox', { name: 'Source', exact: true }).fill('SEN2 statistics');
  await expectAccessible(page);
  await places.getByRole('button', { name: 'Save the value' }).click();
  await places.getByRole('rowheader', { name: 'England' }).waitFor();
  await expectAccessible(page);
  // The refusal that was asked for is a 400.
  expect(complaints.filter((each) => !each.includes('400'))).toEqual([]);
  await context.close();
});
