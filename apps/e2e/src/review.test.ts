/** What becomes of an update: returned with a note, written again, accepted, and read by the board as what it is; and when updates are due. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { withDemonstration } from './demonstration.ts';
import { arrive, choose, fill, fillDate, follow, press } from './form.ts';
import { expectAccessible, narrow, signInAs, visit, wide } from './visit.ts';

const contexts: BrowserContext[] = [];

const { browser, url } = withDemonstration();
afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  contexts.length = 0;
});

const complaints: string[] = [];
const as = async (title: string, viewport = wide): Promise<Page> => {
  const made = await visit(browser(), viewport);
  contexts.push(made.context);
  made.page.on('pageerror', (error) => complaints.push(error.message));
  await signInAs(made.page, url(), title);
  return made.page;
};
const go = (page: Page, path: string) => page.goto(`${url()}/n/kent-2023/${path}`);

const officer = 'EHC service manager';
const office = 'Programme lead';
const action = '6.26';
const note = 'Say how many families, and by when.';

/** The row of the action on My updates. */
const due = (page: Page) => page.getByRole('group', { name: new RegExp(`^${action.replace('.', '\\.')} `) });
const write = async (page: Page, words: string): Promise<void> => {
  await go(page, 'my-updates');
  await due(page).getByLabel('Amber', { exact: true }).check();
  await due(page).getByLabel('What changed for children and families?').fill(words);
  await press(page, 'Submit all');
  await due(page).getByText('Submitted', { exact: true }).waitFor();
};
/** The update of the action that is on top of the page of updates. */
const given = (page: Page) =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 2, name: new RegExp(`^${action.replace('.', '\\.')} `) }) })
    .first();
/** What the page of the action says of its last update. */
const lastUpdate = (page: Page) => page.getByRole('region', { name: 'Updates' }).getByRole('listitem').first();

test('the programme office returns an update with a note, the officer writes it again, and the board sees which it is', async () => {
  const [writer, reviewer, board] = [await as(officer), await as(office), await as('Board member, schools', narrow)];
  await write(writer, 'Some families were told.');
  await go(board, `actions/action-${action}`);
  await lastUpdate(board)
    .getByText(/not accepted yet/)
    .waitFor();

  await go(reviewer, 'updates');
  await given(reviewer).getByText('Some families were told.').waitFor();
  await given(reviewer)
    .getByRole('button', { name: /^Return/ })
    .click();
  await expectAccessible(reviewer);
  await press(reviewer, 'Return it');
  await reviewer.getByRole('alert').getByText('Enter a note.').waitFor();
  await fill(reviewer, { 'What is missing': note });
  await press(reviewer, 'Return it');
  await given(reviewer).getByText(`“${note}”`).waitFor();
  await expectAccessible(reviewer);

  await board.reload();
  await lastUpdate(board).getByText(`“${note}”`).waitFor();
  expect(await lastUpdate(board).innerText()).toContain('Returned by Programme lead on 25 September 2023');
  await expectAccessible(board);

  await go(writer, 'my-updates');
  await due(writer).getByText(`Returned. ${note}`).waitFor();
  await due(writer).getByText('The programme office returned the last update. Write another.').waitFor();
  expect(
    await due(writer)
      .getByRole('button', { name: /^No change/ })
      .count(),
  ).toBe(0);
  await expectAccessible(writer);
  await write(writer, '48 of 60 families were told. The rest hear by 6 October.');

  await go(reviewer, 'updates');
  await given(reviewer).getByText('48 of 60 families were told.').waitFor();
  await given(reviewer)
    .getByRole('button', { name: /^Accept/ })
    .click();
  await given(reviewer).getByText('Accepted by Programme lead on 25 September 2023').waitFor();
  // The button that was pressed is gone: the keyboard goes on from the next update that waits.
  await expect.poll(() => reviewer.evaluate(() => document.activeElement?.id ?? '')).toMatch(/^update-/);
  await go(writer, 'my-updates');
  await due(writer).getByText('Accepted', { exact: true }).waitFor();

  await board.reload();
  await lastUpdate(board).getByText('48 of 60 families were told.').waitFor();
  expect(await lastUpdate(board).innerText()).toContain('Accepted by Programme lead on 25 September 2023');
  expect(await board.getByRole('button', { name: /^(Accept|Return|Write an update)/ }).count()).toBe(0);
  await expectAccessible(board);
  expect(complaints).toEqual([]);
});

test('the programme office sets the rhythm, the window and the days of grace, and everybody reads when updates are due', async () => {
  const page = await as(office);
  await go(page, 'set-up');
  await follow(page, 'Reporting');
  await arrive(page, 'When updates are due');
  await expectAccessible(page);
  await choose(page, { 'How often everybody reports': 'Every six weeks, before each board' });
  await fillDate(page, 'Updates first close on', '27 9 2023');
  await fill(page, {
    'Updates open before they close': '3',
    'Days of grace': '4',
    Reason: 'A week before each board.',
  });
  const periods = page.getByRole('table', { name: 'The next four periods with these settings' });
  await periods.getByRole('rowheader', { name: 'Wednesday 8 November 2023' }).waitFor();
  expect((await periods.getByRole('row').nth(1).innerText()).split(/\s*\t\s*|\n/)).toEqual([
    'Wednesday 27 September 2023',
    'Friday 22 September 2023',
    'Tuesday 3 October 2023',
  ]);

  await fill(page, { 'Reminder before updates close': '5' });
  await press(page, 'Save');
  const refusal = 'Updates open 3 working days before they close, and nobody is reminded before that.';
  await page.getByRole('alert').getByText(refusal).waitFor();
  await expectAccessible(page);
  await fill(page, { 'Reminder before updates close': '2' });
  await press(page, 'Save');
  await page.getByText(/^Saved by Programme lead on /).waitFor();
  await expect.poll(() => page.getByLabel('Reason').inputValue()).toBe('');

  const reader = await as(officer, narrow);
  await reader.getByText('By Wednesday 27 September 2023, when updates close.').waitFor();
  await expectAccessible(reader);
  expect(complaints).toEqual([]);
});
