/** A meeting in the room: opened, six decisions recorded, one undone, two chairs at once, closed, and its minutes. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openDemonstration } from './demonstration.ts';
import { arrive, fill, follow, press } from './form.ts';
import { expectAccessible, narrow } from './visit.ts';

const { at, as, heard } = openDemonstration();
const noticeId = 'kent-2023';
const meetingId = 'meeting-board-2023-09-27';
const room = `meetings/${meetingId}/hold`;

/** Calls a procedure as the person of a page: what came before the journey and is no part of it. */
const call = (page: Page, procedure: string, input: object): Promise<{ versions: Record<string, number> }> =>
  page.evaluate(
    async ([path, body]) => {
      const answer = await fetch(`/trpc/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: body ?? '',
      });
      if (!answer.ok) throw new Error(await answer.text());
      return ((await answer.json()) as { result: { data: { versions: Record<string, number> } } }).result.data;
    },
    [procedure, JSON.stringify({ noticeId, ...input })] as const,
  );

/** Counts what is pressed on the page from now on, by any pointer. */
const countClicks = async (page: Page): Promise<() => Promise<number>> => {
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    dataset['clicks'] = '0';
    document.addEventListener('pointerdown', () => (dataset['clicks'] = String(Number(dataset['clicks']) + 1)), true);
  });
  return async () => Number(await page.evaluate(() => document.documentElement.dataset['clicks']));
};

const minute = (page: Page) => page.getByRole('textbox', { name: 'Minute', exact: true });
const item = (page: Page, title: string | RegExp) => page.getByRole('heading', { level: 2, name: title }).waitFor();
/** Goes on to an item by the keyboard, from the one that is shown. */
const forward = async (page: Page, until: RegExp) => {
  const title = () => page.getByRole('heading', { level: 2 }).first().innerText();
  for (let steps = 0; steps < 12; steps += 1) {
    const shown = await title();
    if (until.test(shown)) return;
    await page.keyboard.press('j');
    await expect.poll(title).not.toBe(shown);
  }
  throw new Error(`There is no item ${until}`);
};

test('the office opens the meeting, the chair records six decisions in thirteen clicks, and undoes one', async () => {
  const office = (await as('Programme lead')).page;
  await office.goto(at(room));
  await item(office, /^6\.04, to 31 October 2023/);
  await expectAccessible(office);
  await press(office, 'Open the meeting');
  await office
    .getByText(/No quorum: 0 members are present/)
    .first()
    .waitFor();
  // The office takes the minutes: keys that would do nothing are not named.
  expect(await office.locator('kbd').allInnerTexts()).not.toContain('D');
  expect(await office.getByRole('button', { name: /^Decide/ }).count()).toBe(0);
  const there = ['independent-chair', 'board-schools', 'nhs-director', 'social-care-director'];
  await call(office, 'meeting.attend', {
    meetingId,
    rows: there.map((member) => ({ memberId: `member-${member}`, state: 'present', expectedVersion: 1 })),
  });
  for (const actionId of ['action-2.07', 'action-4.05'])
    await call(office, 'dateChange.ask', { actionId, to: '2024-01-31', reason: 'No clinician.', effect: 'None.' });
  const requests = (
    await office.evaluate(async () => {
      const answer = await fetch(`/trpc/dateChange.list?input=${encodeURIComponent('{"noticeId":"kent-2023"}')}`);
      return ((await answer.json()) as { result: { data: { entries: { id: string; state: { key: string } }[] } } })
        .result.data.entries;
    })
  ).filter(({ state, id }) => state.key === 'asked' && !id.startsWith('date-6.04'));
  await call(office, 'meeting.addItems', { meetingId, offers: requests.map(({ id }) => ({ kind: 'dateChange', id })) });
  await call(office, 'meeting.proposeItem', {
    meetingId,
    ask: 'assure',
    title: 'Assure 6.05',
    actionId: 'action-6.05',
  });

  const [chair, second] = [(await as('Independent chair')).page, (await as('Independent chair')).page];
  const clicks = await countClicks(chair);
  await follow(chair, 'Improvement board is being held');
  await item(chair, /^6\.04, to 31 October 2023/);
  await chair.getByText(/^Quorum: 4 members are present/).waitFor();
  await expectAccessible(chair);
  await second.goto(at(room));
  await second.getByLabel('Approve 31 October 2023').check();

  await chair.getByLabel('Approve 31 October 2023').check();
  expect(await minute(chair).inputValue()).toBe(
    'The board approved the move of action 6.04 from 30 September to 31 October 2023.',
  );
  await press(chair, 'Record decision');
  await item(chair, /^Asked about 6\.07/);
  await forward(chair, /^2\.07/);
  await chair.keyboard.press('c');
  await chair.keyboard.type('Who speaks to the lead this week?');
  await press(chair, 'Record question');
  await item(chair, /^What the board asks for/);
  await press(chair, 'Record decision');
  await item(chair, /^What schools report/);
  await forward(chair, /^Move 2\.07/);
  await chair.getByLabel(/^Refuse/).check();
  await fill(chair, { Reason: 'Families were promised it.' });
  await press(chair, 'Record decision');
  await item(chair, /^Move 4\.05/);
  await chair.getByLabel(/^Approve 31 January 2024/).check();
  await press(chair, 'Record decision');
  await item(chair, 'Assure 6.05');
  expect(await chair.getByLabel('What convinced the board').inputValue()).toMatch(/^Data: .+ Voice: .+ Practice: /);
  await press(chair, 'Record assurance');
  await item(chair, /^Asked about 6\.07/);
  expect(await clicks()).toBeLessThanOrEqual(13);
  await chair.getByText('6 done, 4 items left').waitFor();

  // The other chair had the same item open: what they wrote stays, and they are told who decided what.
  await minute(second).fill('The board asks for a weekly count.');
  await press(second, 'Record decision');
  await second
    .getByText(/Independent chair recorded this item meanwhile: decided\. “The board approved the move of action 6\.04/)
    .first()
    .waitFor();
  expect(await minute(second).inputValue()).toBe('The board asks for a weekly count.');

  // One is undone: the action is due when it was, and asks again.
  await chair.keyboard.press('ArrowRight');
  await item(chair, /^Asked about 8\.05/);
  await forward(chair, /^Move 4\.05/);
  await chair.getByRole('button', { name: /^Undo/ }).click();
  await chair.getByLabel(/^Approve 31 January 2024/).waitFor({ state: 'detached' });
  await chair.getByText('5 done, 5 items left').waitFor();
  await chair.keyboard.press('d');
  await chair.getByLabel(/^Approve 31 January 2024/).waitFor();
  await expectAccessible(chair);
  expect(heard().map((words) => /\b4\d\d\b/.exec(words)?.[0])).toEqual(['409']);
});

test('the meeting is closed with a word on every item, and its minutes are read, printed and taken to Word', async () => {
  const office = (await as('Programme lead', narrow)).page;
  await office.goto(at(room));
  const chair = (await as('Independent chair')).page;
  await chair.goto(at(room));
  // Words that are offered give way to what is typed, and nothing typed is lost by another button.
  await chair.getByRole('button', { name: /^Note/ }).click();
  await chair.keyboard.type('One more thing.');
  await chair.getByRole('button', { name: /^Challenge/ }).click();
  await press(chair, 'Stay on this page');
  await press(office, 'Close the meeting');
  await office.getByText('Items without an outcome: carry over to 25 October').waitFor();
  expect(await office.getByRole('checkbox', { checked: true, name: /^\d/ }).count()).toBe(5);
  await office.getByRole('checkbox', { name: /What families say of the new letters/ }).uncheck();
  await expectAccessible(office);
  await office.locator('form').getByRole('button', { name: 'Close the meeting' }).click();
  await office.getByText(/Programme lead closed this meeting on 25 September 2023/).waitFor();
  expect(await office.getByRole('button', { name: /^(Decide|Challenge|Assure|Note|Undo)/ }).count()).toBe(0);

  // What the chair was writing is still there, and is refused with who closed the meeting.
  await chair.getByText(/Programme lead closed this meeting/).waitFor();
  await chair.getByRole('button', { name: /^Record/ }).click();
  await chair.getByText(/There is a problem/).waitFor();
  expect(await minute(chair).inputValue()).toBe('One more thing.');
  expect(heard().map((words) => /\b4\d\d\b/.exec(words)?.[0])).toEqual(['409']);

  const { page } = await as('Monitor, DfE');
  await page.goto(at(`meetings/${meetingId}/minutes`));
  await arrive(page, 'Minutes: Improvement board, 25 September 2023');
  const items = page.getByRole('region', { name: 'Items' });
  await items.getByText('Not reached. Carried over to the meeting of 25 October 2023.').first().waitFor();
  await items.getByText('Not reached, and not carried over.').waitFor();
  await items.getByText('Families were promised it.').waitFor();
  await items.getByText('Who speaks to the lead this week?').waitFor();
  await expectAccessible(page);
  const [download] = await Promise.all([page.waitForEvent('download'), follow(page, 'Download for Word')]);
  expect(download.suggestedFilename()).toBe('minutes-2023-09-25.doc');
  await page.goto(at('meetings/meeting-board-2023-08-30/minutes'));
  await page.getByText('Tell schools that the training comes a term later.').first().waitFor();
  expect(await page.getByRole('button', { name: /^Mark done/ }).count()).toBe(0);
});
