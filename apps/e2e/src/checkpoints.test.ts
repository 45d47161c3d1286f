/** A monitor reads the grid of checkpoints: what each measure and requirement has at each, of which period, and what is still to come. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { startDemonstration, type Running } from './server.ts';
import { expectAccessible, narrow, signInAs, visit } from './visit.ts';

let server: Running;
let browser: Browser;
beforeAll(async () => {
  server = await startDemonstration(inject('demonstration'));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('a monitor reads the grid of measures and requirements, and what each area lacks for the next checkpoint', async () => {
  const { page, context, complaints } = await visit(browser);
  await signInAs(page, server.url, 'Monitor, DfE');
  await page.goto(`${server.url}/n/kent-2023/checkpoints`);
  await page.getByRole('heading', { level: 1, name: /^5 of 24 measures are ready/ }).waitFor();
  const areas = page.getByRole('region', { name: /^Areas on the way to 6 months/ });
  const six = areas.getByRole('row', { name: /^6 EHC plan process and quality/ });
  expect((await six.getByRole('cell').allTextContents()).slice(0, 3)).toEqual(['0 of 8', '0 of 8', '4 of 8']);

  const grid = page.getByRole('region', { name: 'Measures and requirements by checkpoint' });
  const vacancies = grid.getByRole('row', { name: /7\.1 SEND service vacancies/ });
  await vacancies.getByText(/about 100 for early 2023, target/).waitFor();
  await vacancies.getByText('Missed', { exact: true }).first().waitFor();
  const team = grid.getByRole('row', { name: /4a A permanent SEND casework team/ });
  await team.getByText('Not yet due').first().waitFor();
  await expectAccessible(page);

  const [file] = await Promise.all([page.waitForEvent('download'), grid.getByRole('button', { name: /^CSV/ }).click()]);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  // A line a row of the grid: 24 measures and 10 requirements, under the heads.
  expect(lines).toHaveLength(1 + 24 + 10);
  expect(lines[0]).toContain('6 months: projected, least');

  await page.setViewportSize(narrow);
  await vacancies.getByText(/about 100 for early 2023/).waitFor();
  await expectAccessible(page);
  await context.close();
  expect(complaints).toEqual([]);
});
