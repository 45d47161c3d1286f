/** Meetings: planned with an agenda from what needs the board, and followed from a calendar. */
import { expect, test } from 'vitest';
import { openDemonstration } from './demonstration.ts';
import { arrive, choose, fill, fillDate, follow, press } from './form.ts';
import { expectAccessible } from './visit.ts';

const { as, heard, url } = openDemonstration();

const office = 'Programme lead';
const member = 'Board member, schools';
const dive = 'Deep dive, 18 October 2023';

test('the programme office plans a meeting and builds its agenda; a member adds to it and says that they can’t come', async () => {
  const { page } = await as(office);
  await follow(page, 'Meetings');
  await arrive(page, 'The next board is on 27 September 2023, in 2 days');
  await press(page, 'Plan a meeting');
  await choose(page, { Kind: 'Deep dive' });
  await fillDate(page, 'Day', '18 9 2023');
  await press(page, 'Plan the meeting');
  await page.getByRole('alert').getByText('The day of the meeting must be today or later.').waitFor();
  // The browser itself reports the refused call.
  heard();
  await fillDate(page, 'Day', '18 10 2023');
  await press(page, 'Plan the meeting');
  await arrive(page, dive);
  await page.getByRole('definition').filter({ hasText: '11 October 2023' }).waitFor();

  const agenda = page.getByRole('region', { name: 'Agenda', exact: true });
  await agenda.getByRole('button', { name: /^Add what needs the board/ }).click();
  await agenda.getByLabel('6.07: Audit 40 EHC plans a month').uncheck();
  await expectAccessible(page);
  await agenda.getByRole('button', { name: /^Add \d+ items$/ }).click();
  const items = agenda.getByRole('listitem');
  await items
    .first()
    .getByRole('link', { name: /^Move 6.04 to 31 October 2023/ })
    .waitFor();
  const titles = () => items.getByRole('link').allInnerTexts();
  const before = await titles();
  // With the keyboard alone; the item that was moved keeps the focus.
  const down = agenda.getByRole('button', { name: /^Move down: Move 6.04/ });
  await down.focus();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await titles())[1]).toBe(before[0]);
  await expect.poll(() => down.evaluate((button) => button === document.activeElement)).toBe(true);

  // One after the other, as fast as they are clicked.
  const absent = ['Director for SEND', 'Director of education'].map((who) =>
    page.getByRole('group', { name: `Attendance of ${who}` }).getByRole('button', { name: 'Apologies' }),
  );
  for (const button of absent) await button.click();
  for (const button of absent) await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');

  const { page: theirs } = await as(member);
  await theirs.goto(page.url());
  await arrive(theirs, dive);
  expect(await theirs.getByRole('button', { name: /^Move down/ }).count()).toBe(0);
  await press(theirs, 'Propose an item');
  await fill(theirs, { Item: 'What schools see of triage' });
  await press(theirs, 'Propose it');
  await theirs.getByRole('listitem').filter({ hasText: 'What schools see of triage' }).waitFor();
  await theirs
    .getByRole('group', { name: `Attendance of ${member}` })
    .getByRole('button', { name: 'Apologies' })
    .click();
  await expect
    .poll(() =>
      theirs
        .getByRole('group', { name: `Attendance of ${member}` })
        .getByRole('button', { name: 'Apologies' })
        .getAttribute('aria-pressed'),
    )
    .toBe('true');
  await expectAccessible(theirs);
});

test('a board member follows the meetings from a calendar, until they end their link', async () => {
  const { page } = await as(member);
  await follow(page, 'Meetings');
  await press(page, 'Make a link');
  const address = await page.getByLabel('Address of your calendar').inputValue();
  await expectAccessible(page);
  const calendar = async () => {
    const answer = await fetch(address);
    return { status: answer.status, text: await answer.text() };
  };
  expect(address.startsWith(url())).toBe(true);
  expect((await calendar()).text).toContain('DTSTART:20230927T130000Z');
  await press(page, 'End the link');
  await page.getByRole('button', { name: 'Make a link', exact: true }).waitFor();
  expect((await calendar()).status).toBe(404);
});
