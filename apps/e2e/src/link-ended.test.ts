/** A link to update without an account is ended by the programme office while its holder writes. */
import { expect, test } from 'vitest';
import { withDemonstration } from './demonstration.ts';
import { arrive, fill, follow, press } from './form.ts';
import { expectAccessible, narrow, signInAs, visit } from './visit.ts';

const { browser, url } = withDemonstration();

test('the programme office ends a link, and whoever holds it is told', { timeout: 120_000 }, async () => {
  const office = await visit(browser());
  await signInAs(office.page, url(), 'Programme lead');
  await office.page.goto(`${url()}/n/kent-2023/set-up/reporting`);
  await fill(office.page, {
    'How long a link to update without an account lasts': '9',
    Reason: 'Schools and the NHS have no accounts.',
  });
  await press(office.page, 'Save');
  await office.page.getByText('Saved by Programme lead').waitFor();
  await follow(office.page, 'Nudges');
  await office.page.getByRole('button', { name: 'Nudge Virtual school head' }).click();
  const outbox = office.page.getByRole('region', { name: 'Outbox' });
  await outbox.getByRole('link', { name: /, to Virtual school head$/ }).click();
  const link = office.page.getByRole('article').getByRole('link');
  await link.waitFor();
  const address = (await link.getAttribute('href')) ?? '';

  const { page, complaints } = await visit(browser(), narrow);
  await page.goto(address);
  await page.getByRole('heading', { level: 1, name: /due from you$/ }).waitFor();
  const words = page.getByLabel('What changed for children and families?').first();
  await words.fill('Six more families were seen.');

  await office.page.goto(`${url()}/n/kent-2023/nudges`);
  const links = office.page.getByRole('table', { name: 'Links that are open' });
  const row = links.getByRole('row', { name: /Virtual school head/ });
  await row.getByRole('button', { name: /^End now/ }).click();
  await row.waitFor({ state: 'detached' });
  await expectAccessible(office.page);
  expect(office.complaints).toEqual([]);

  await page.getByLabel('Amber', { exact: true }).first().check();
  await press(page, 'Submit all');
  await arrive(page, 'This link has ended');
  await page.getByText('The programme office has ended this link. Ask them for another.').waitFor();
  // What was typed stays to be copied.
  await page.getByText('Six more families were seen.').waitFor();
  await expectAccessible(page);
  expect(complaints.filter((text) => !text.includes('403 (Forbidden)'))).toEqual([]);
});
