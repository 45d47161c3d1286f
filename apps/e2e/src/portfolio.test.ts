/** A monitor puts their notices side by side and goes from one to what may be held against it; the office records its course. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openDemonstration } from './demonstration.ts';
import { arrive, choose, fill, fillDate, follow, press } from './form.ts';
import { expectAccessible, narrow } from './visit.ts';

const { as, at, heard, url } = openDemonstration();

test('a monitor sees two notices side by side, and in four clicks what a fact of one of them rests on', async () => {
  const { page } = await as('Monitor, DfE');
  await page.getByRole('heading', { level: 1, name: /measures are ready/ }).waitFor();
  await page.getByText('Kent County Council, SEND Improvement Notice').first().click();
  await follow(page, 'All notices');
  await arrive(page, '2 notices side by side');
  const table = page.getByRole('table', { name: 'The notices that are shared with you, side by side' });
  const kent = table.getByRole('row', { name: /Kent County Council/ });
  await kent.getByText('5 days left').waitFor();
  await kent.getByText('met late').waitFor();
  await table.getByRole('row', { name: /Exampleshire/ }).waitFor();
  await expectAccessible(page);

  await kent.getByRole('link', { name: 'checkpoint missed at Kent County Council' }).click();
  await page.getByRole('heading', { level: 1, name: /kinds of fact are on record/ }).waitFor();
  const facts = page.getByRole('table', { name: 'Facts that may be held against the notice' });
  await facts.getByText('The last reading for the checkpoint of 30 June 2023, against its target.').first().waitFor();
  expect(new URL(page.url()).searchParams.get('kind')).toBe('missedCheckpoint');
  await expectAccessible(page);
  await facts.getByRole('link', { name: '7.1 SEND service vacancies' }).click();
  await page.waitForURL(/measures\/measure-7\.1$/);
});

test('a portfolio is filtered and turned back in its address, fits a phone and goes into a file', async () => {
  const { page } = await as('Monitor, DfE');
  await page.goto(`${url()}/portfolio?name=kent`);
  await page.getByText('1 of 2 notices').waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^CSV/ }).click()]);
  const [heads = '', ...lines] = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  expect(heads).toContain('Next deadline');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('Requirements 4a, 4b and 4c: 30 September 2023, 5 days left');

  await page.setViewportSize(narrow);
  await expectAccessible(page);
  await page.goto(`${url()}/portfolio?asAt=2023-05-20`);
  await page.getByText('8 days over').waitFor();
  await page.getByText('Looking back: read-only').waitFor();
  await page.goto(`${url()}/portfolio?asAt=2023-01-10`);
  await page.getByText('Kent County Council: the notice was issued on 30 March 2023, after this day.').waitFor();
});

test('the programme office varies the notice, and is told why it can’t be lifted before it was issued', async () => {
  const { page } = await as('Programme lead');
  await page.goto(at('course'));
  await arrive(page, 'In force since 30 March 2023');
  await page.getByText(/A notice can be lifted all the same/).waitFor();
  await follow(page, 'Lifted');
  await page.getByText(/actions are open\. A notice can be lifted all the same/).waitFor();
  await fill(page, { Title: 'The minister’s letter' });
  await fillDate(page, 'Date', '1 3 2023');
  await press(page, 'Save');
  await page.getByRole('alert').getByText('“The minister’s letter” must be after 30 March 2023').waitFor();
  expect(heard()).toEqual([expect.stringContaining('400')]);
  // What was typed stays, and becomes what it was.
  await choose(page, { Kind: 'Varied' });
  await fillDate(page, 'Date', '20 9 2023');
  await press(page, 'Save');
  await arrive(page, 'In force, varied since 20 September 2023');
  await page.getByRole('row', { name: /The minister’s letter/ }).waitFor();
  await expectAccessible(page);
});
