/** Each role lands on what it came for, and Position opens with the two deadlines. */
import { expect, test } from 'vitest';
import { withDemonstration } from './demonstration.ts';
import { narrow, signInAs, visit, wide } from './visit.ts';

const { browser, url } = withDemonstration();

test.each([
  ['EHC service manager', '/my-updates'],
  ['Programme lead', '/attention'],
  ['Board member, schools', '/position'],
  ['Independent chair', '/position'],
  ['Parent carer forum representative', '/position'],
  ['Monitor, DfE', '/checkpoints'],
  ['Administrator', '/set-up/members'],
])('%s lands on %s', async (title, address) => {
  const { page, context, complaints } = await visit(browser());
  await signInAs(page, url(), title);
  expect(page.url()).toBe(`${url()}/n/kent-2023${address}`);
  expect(complaints).toEqual([]);
  await context.close();
});

test.each([
  ['1280', wide],
  ['390', narrow],
])('at %s pixels Position opens with 12 May and the six-month deadline, and their days', async (_width, viewport) => {
  const { page, context } = await visit(browser(), viewport);
  await signInAs(page, url(), 'Board member, schools');
  const first = page.getByRole('main').locator('section').first();
  await first.waitFor();
  const words = await first.innerText();
  expect(words).toContain('The notice over time');
  expect(words).toMatch(/12 May/);
  expect(words).toMatch(/136 days ago/);
  expect(words).toMatch(/48 days after 12 May|48 days late/);
  expect(words).toMatch(/in 5 days/);
  await context.close();
});

test('turned back to 12 May, Position is read-only, says so, and knows nothing of later', async () => {
  const { page, context } = await visit(browser());
  await signInAs(page, url(), 'Independent chair');
  await page.getByRole('button', { name: /12 May/ }).click();
  await page.getByText('Looking back: read-only').waitFor();
  expect(page.url()).toContain('asAt=2023-05-12');
  await page.getByRole('main').getByText('due today').first().waitFor();
  expect(await page.getByRole('main').innerText()).not.toContain('29 June 2023');
  await context.close();
});

test('a link to a page survives the sign-in', async () => {
  const { page, context } = await visit(browser());
  await page.goto(`${url()}/n/kent-2023/measures/measure-6.1?asAt=2023-09-20`);
  await page.getByRole('button', { name: 'Monitor, DfE' }).click();
  await page.getByRole('heading', { level: 1, name: /2\.3% in August 2023/ }).waitFor();
  expect(page.url()).toContain('/measures/measure-6.1?asAt=2023-09-20');
  await context.close();
});
