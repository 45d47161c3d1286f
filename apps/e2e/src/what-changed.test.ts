/** What changed since the last board, the register of risks, and the versions of the plan. */
import { expect, test } from 'vitest';
import { openDemonstration } from './demonstration.ts';
import { arrive, choose, fill, press } from './form.ts';
import { expectAccessible } from './visit.ts';

const { at, as, heard } = openDemonstration();

test('a board member reads what changed since the last board in one click, and since the one before', async () => {
  const { page } = await as('Board member, schools');
  await page.goto(at('position'));
  await page.getByRole('heading', { name: 'Changed since the last board, 30 August 2023' }).waitFor();
  await page.getByRole('link', { name: /^All \d+ changes$/ }).click();
  const title = page.getByRole('heading', { level: 1, name: /^\d+ changes since the last board, 30 August 2023$/ });
  await title.waitFor();
  await expectAccessible(page);
  const nine = page
    .getByRole('table', { name: 'What changed: Area 9: Reviewing outcomes' })
    .locator('tbody tr:visible');
  expect(await nine.count()).toBe(6);
  await page.getByRole('button', { name: /^Show all \d+ changes of Area 9/ }).click();
  await expect.poll(() => nine.count()).toBeGreaterThan(7);

  await choose(page, { Area: '6 EHC plan process and quality', Kind: 'Date' });
  const table = page.getByRole('table', { name: 'What changed: Area 6: EHC plan process and quality' });
  const moved = table.getByRole('row', {
    name: /6\.04 Casework team in post and trained.*Move to 31 October 2023 asked for/,
  });
  await moved.getByText('EHC service manager. Training for new starters ends in October.').waitFor();
  expect(await page.getByRole('table').count()).toBe(1);

  await choose(page, { Since: 'The board of 26 July 2023', Kind: 'Risk' });
  await page.getByRole('heading', { level: 1, name: /since the board of 26 July 2023$/ }).waitFor();
  // The day stands in the address, so that a link shows the other person the same.
  expect(new URL(page.url()).searchParams.get('since')).toBe('2023-07-26');
  await page.getByText('Likelihood 5 of 5, impact 5 of 5').waitFor();
  await page.goto(`${at('changes')}?since=2020-01-01`);
  await page
    .getByRole('alert')
    .getByText(/^Nothing was recorded by 1 January 2020\./)
    .waitFor();
  expect(heard()).toEqual([expect.stringContaining('400')]);
});

test('a programme lead raises a risk, rates it again and finds it in the grid; an officer keeps only their own', async () => {
  const { page } = await as('Programme lead');
  await page.goto(at('risks'));
  await page.getByRole('heading', { level: 1, name: /^9 open risks, the greatest R1:/ }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Raise a risk' }).click();
  await arrive(page, 'Add a risk');
  expect(await page.getByLabel('Number', { exact: true }).inputValue()).toBe('R11');
  await fill(page, {
    Title: 'The winter fills the short breaks',
    Cause: 'Two providers closed.',
    Effect: 'Families have no break when they need it most.',
  });
  await choose(page, {
    Likelihood: '2 of 5, unlikely',
    Impact: '5 of 5, very high',
    'Owner (optional)': 'EHC service manager, Kent County Council',
  });
  await press(page, 'Save');
  await page.getByRole('link', { name: 'R11 The winter fills the short breaks' }).click();
  await arrive(page, 'The winter fills the short breaks');
  await press(page, 'Rate again');
  await choose(page, { Likelihood: '4 of 5, likely' });
  await fill(page, { 'Why?': 'A third provider closed.' });
  await press(page, 'Save rating');
  await page
    .getByRole('row', { name: /was 2 of 5 and 5 of 5 Worse Programme lead. A third provider closed./ })
    .waitFor();
  await expectAccessible(page);

  const { page: officer } = await as('EHC service manager');
  await officer.goto(at('risks'));
  await officer.getByRole('button', { name: '1 open risk: likelihood 4 of 5, impact 5 of 5. Show' }).click();
  await officer.getByRole('link', { name: /^R11/ }).click();
  await officer.getByRole('button', { name: 'Rate again' }).waitFor();
  await officer.goto(at('risks/risk-r1'));
  await arrive(officer, 'New caseworkers leave before their training ends');
  expect(await officer.getByRole('button', { name: 'Rate again' }).count()).toBe(0);
});

test('a programme lead records a refreshed plan with its page, and compares two versions', async () => {
  const { page } = await as('Programme lead');
  await page.goto(at('plan-versions'));
  await arrive(page, 'DfE approves the plan of 116 actions, 31 July 2023');
  await press(page, 'Record a version');
  await expectAccessible(page);
  await choose(page, { 'What became of the plan': 'Refreshed after a stocktake' });
  await fill(page, { Title: 'After the stocktake' });
  await press(page, 'Record version');
  await page.getByText('The version is recorded.').waitFor();
  const link = page.getByRole('link', { name: 'Frozen page of After the stocktake' });
  const document = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
  expect(await document.text()).toContain('Refreshed after a stocktake, 25 September 2023. 116 actions in 9 areas');

  await choose(page, {
    From: 'Amended plan resubmitted, 23 July 2023',
    To: 'DfE approves the plan of 116 actions, 31 July 2023',
  });
  await page
    .getByRole('status')
    .getByText(/^\d+ changes? from “Amended plan resubmitted”, 23 July 2023, to “DfE approves/)
    .waitFor();
  await page.getByRole('link', { name: /^Entry [\d,]+, 31 July 2023/ }).click();
  await page.getByText('Looking back').first().waitFor();
});
