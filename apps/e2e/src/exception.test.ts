/** A red measure asks to be explained: the programme office sees who has not, the owner says why, and everybody reads it. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openDemonstration } from './demonstration.ts';
import { fill, fillDate, press } from './form.ts';
import { expectAccessible, narrow } from './visit.ts';

const { at, as, heard } = openDemonstration();

const title = '6.1 EHC plans issued within 20 weeks';
const findings = (page: Page) => page.getByRole('region', { name: /^Measures that nobody has explained/ });

test('an owner explains the red measure that needs attention, and it needs none any more', async () => {
  const office = await as('Programme lead');
  await office.page.goto(at('attention'));
  const row = findings(office.page).getByRole('row', { name: new RegExp(title.replace('.', '\\.')) });
  await row.getByText('Floor missed for August 2023.').waitFor();
  await row.getByRole('button', { name: /^Nudge EHC service manager about 6\.1/ }).waitFor();
  await expectAccessible(office.page);

  const { page } = await as('EHC service manager', narrow);
  await page.goto(at('measures'));
  await page.getByRole('link', { name: title }).first().click();
  const section = page.getByRole('region', { name: 'Why, and what is done about it' });
  await section.getByText('Not explained').waitFor();
  await press(page, 'Explain this measure');
  await press(page, 'Save explanation');
  await section.getByRole('alert').getByText('Say why it is so.').waitFor();
  await expectAccessible(page);

  const reason = 'The oldest cases are cleared first, so the plans that are issued are late ones.';
  const effect = 'Families who waited longest get their plan; those who asked in summer still wait.';
  await fill(page, {
    'Why is it so?': 'It began with the boy born 12 May 2014.',
    'What is done about it?': 'Two more psychologists from January.',
    'What does it mean for children and families?': effect,
  });
  await fillDate(page, 'By when?', '31 1 2023');
  await press(page, 'Save explanation');
  // Nothing about one child is kept, and what is done lies ahead.
  await section
    .getByRole('alert')
    .getByText(/what looks like a date of birth/)
    .waitFor();
  await fill(page, { 'Why is it so?': reason });
  await press(page, 'Save explanation');
  await section
    .getByRole('alert')
    .getByText(/must be today or later/)
    .waitFor();
  await fillDate(page, 'By when?', '31 1 2024');
  await press(page, 'Save explanation');
  await section.getByText('EHC service manager, 25 September 2023, on 2.3% for August 2023').waitFor();
  for (const words of [reason, effect, '31 January 2024']) await section.getByText(words).waitFor();
  await section.getByText('Explained', { exact: true }).waitFor();
  await expectAccessible(page);

  await office.page.reload();
  await findings(office.page).getByRole('row').nth(1).waitFor();
  expect(await findings(office.page).getByText(title).count()).toBe(0);
  await office.page.goto(at('history'));
  await office.page
    .getByRole('link', { name: /^Exception commentary/ })
    .first()
    .waitFor();

  const monitor = await as('Monitor, DfE');
  await monitor.page.goto(page.url());
  await monitor.page.getByText(reason).waitFor();
  expect(await monitor.page.getByRole('button', { name: /^Explain/ }).count()).toBe(0);
  // The browser tells of the two that were refused.
  expect(heard().filter((text) => !text.includes('400 (Bad Request)'))).toEqual([]);
});
