/** The programme office acts from what needs attention: it reminds one person, and hands over what nobody looks after. */
import { expect, test } from 'vitest';
import { openDemonstration } from './demonstration.ts';
import { arrive, choose, press } from './form.ts';
import { expectAccessible, narrow } from './visit.ts';

const { at, as } = openDemonstration();

const office = 'Programme lead';
const taker = "Head of children's therapies";

test('the programme office nudges one person from the row that is late', async () => {
  const { page } = await as(office);
  await page.goto(at('attention'));
  const late = page.getByRole('region', { name: /^Late updates: \d+/ });
  const row = late.getByRole('row', { name: /1\.07 / });
  await expectAccessible(page);
  await row.getByRole('button', { name: /^Nudge Complaints and tribunals manager about 1\.07/ }).click();
  await row.getByRole('status').getByText('A mail was written.').waitFor();
  await expectAccessible(page);

  await page.goto(at('nudges'));
  const mail = page
    .getByRole('region', { name: 'Outbox' })
    .getByRole('link', { name: /, to Complaints and tribunals manager$/ });
  await mail.click();
  await page.getByRole('article', { name: 'What it says' }).waitFor();
  expect(await page.getByRole('article').innerText()).toContain('1.07');
});

test('on Position each kind names whom its worst is with, and acts on it', async () => {
  const { page } = await as(office, narrow);
  await page.goto(at('position'));
  const block = page.getByRole('region', { name: 'Needs attention' });
  const overdue = block.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Overdue' }) });
  await overdue.getByText("With Head of children's therapies").waitFor();
  await overdue.getByRole('button', { name: /^Nudge Head of children's therapies about 8\.05/ }).click();
  await overdue.getByRole('status').getByText('A mail was written.').waitFor();
  expect(await block.getByRole('listitem').count()).toBe(6);
  await expectAccessible(page);

  // Whoever may not act reads the same, without a way to.
  const { page: reader } = await as('Monitor, DfE');
  await reader.goto(at('position'));
  const read = reader.getByRole('region', { name: 'Needs attention' });
  await read.getByText("With Head of children's therapies").first().waitFor();
  expect(await read.getByRole('button').count()).toBe(0);
  expect(await read.getByRole('link', { name: /^Hand over/ }).count()).toBe(0);
});

test('the programme office hands over from there the work of an owner who has gone', async () => {
  const { page } = await as(office);
  await page.goto(at('attention'));
  const gone = page.getByRole('region', { name: /^Owners who have gone: 1/ });
  // One of the three rows is offered to somebody already.
  await gone.getByText(/ 3 rows of theirs wait\.$/).waitFor();
  await gone.getByRole('link', { name: /^Hand over their work ?: Wheelchair service commissioner/ }).click();
  await arrive(page, 'Hand over');
  expect(await page.getByLabel('Whose work is it now?').locator('option:checked').innerText()).toBe(
    'Wheelchair service commissioner',
  );
  await page.getByRole('button', { name: /^Choose all/ }).click();
  await choose(page, { 'Who is to take it over?': `${taker}, NHS Kent and Medway` });
  await expectAccessible(page);
  await press(page, 'Offer');
  await page.getByText(`Saved by ${office} on `).waitFor();

  const { page: theirs } = await as(taker, narrow);
  await theirs.goto(at('my-updates'));
  const accept = theirs.getByRole('button', { name: /^Accept \d/ });
  await accept.click();
  await accept.waitFor({ state: 'detached' });

  await page.goto(at('attention'));
  await gone.getByText(/ 1 row of theirs waits\.$/).waitFor();
});
