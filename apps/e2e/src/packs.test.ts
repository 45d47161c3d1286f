/** The pack of a board: frozen and taken away in three clicks, opened as it was, and what was recorded since beside it. */
import { expect, test } from 'vitest';
import { openDemonstration } from './demonstration.ts';
import { expectAccessible, narrow } from './visit.ts';

const { at, as, url } = openDemonstration();

test('the programme lead freezes and exports the board pack in three clicks, and the first one stays', async () => {
  const { page } = await as('Programme lead');
  let clicks = 0;
  const click = async (role: 'link' | 'button', name: RegExp) => {
    await page.getByRole(role, { name }).click();
    clicks += 1;
  };
  await click('link', /^Pack of the board on 27 September 2023: pack 1 frozen on 20 September 2023/);
  const packs = page.getByRole('region', { name: 'Pack', exact: true });
  await packs.getByText('Papers were due on 20 September 2023, 5 days ago.').waitFor();
  await expectAccessible(page);
  await click('button', /^Freeze pack 2/);
  await packs.getByRole('heading', { name: 'Pack 2', exact: true }).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), click('link', /^Download PDF ?: Pack 2/)]);
  expect(clicks).toBe(3);
  expect(download.suggestedFilename()).toBe('Kent County Council Improvement board 2023-09-27 pack 2.pdf');
  const pdf = Buffer.concat(await (await download.createReadStream()).toArray());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const words = pdf.toString('latin1');
  expect([words.includes('/StructTreeRoot'), words.includes('/Marked true')]).toEqual([true, true]);
  expect(words.split(/\/Type \/Page\b(?!s)/).length - 1).toBeGreaterThan(5);
  expect(await packs.getByRole('heading', { name: /^Pack \d$/ }).allInnerTexts()).toEqual(['Pack 2', 'Pack 1']);
  await expectAccessible(page);
});

test('a board member opens in two clicks what the board saw in May, whose links show that position', async () => {
  const { page, context } = await as('Board member, schools');
  let clicks = 0;
  const click = async (name: RegExp) => {
    await page.getByRole('link', { name }).first().click();
    clicks += 1;
  };
  await click(/^Meetings/);
  await click(/^Pack of Improvement board, 24 May 2023/);
  await page.getByRole('heading', { level: 1, name: 'Improvement board, 24 May 2023' }).waitFor();
  // In its own place a pack lets no script run, and so not axe either.
  const copy = await context.newPage();
  await copy.setContent(await (await context.request.get(page.url())).text());
  await expectAccessible(copy);
  await copy.close();
  expect(clicks).toBe(2);
  expect(new URL(page.url()).pathname).toBe('/api/notices/kent-2023/documents/pack-board-2023-05-24');

  const link = page.locator('a[href^="/n/kent-2023/"]').first();
  const moment = new URL((await link.getAttribute('href')) ?? '', url()).searchParams.get('asAt') ?? '';
  expect(moment).toMatch(/^2023-05-17\.\d+$/);
  await link.click();
  const entry = Number(moment.split('.')[1]).toLocaleString('en-GB');
  await page.getByRole('button', { name: `17 May 2023, entry ${entry}` }).waitFor();
  await page.getByText('Looking back: read-only').waitFor();
  await expectAccessible(page);
});

test('what was recorded since a pack stands on a page beside it', async () => {
  const { page } = await as('Monitor, DfE', narrow);
  await page.goto(at('meetings/meeting-board-2023-08-30'));
  const packs = page.getByRole('region', { name: 'Pack', exact: true });
  await packs.getByRole('link', { name: /^Since the pack ?: Pack 1/ }).click();
  await page.getByRole('heading', { level: 1, name: / since pack 1$/ }).waitFor();
  await page.getByText('Pack 1 itself stays as it was frozen.').waitFor();
  await expectAccessible(page);
  expect(await packs.getByRole('button', { name: /^Freeze/ }).count()).toBe(0);
});
