import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openDemonstration } from './demonstration.ts';
import { arrive, fill, fillDate, press } from './form.ts';
import { expectAccessible, narrow, wide } from './visit.ts';

const { at, as: visitAs, heard } = openDemonstration();

const officer = 'EHC service manager';
const office = 'Programme lead';
const casework = { id: 'action-6.04', title: '6.04 Casework team in post and trained' };
const audit = { id: 'action-6.07', title: '6.07 Audit 40 EHC plans a month' };

/** Opens the app as somebody, on a page of their own. */
const as = async (title: string, viewport = wide): Promise<Page> => (await visitAs(title, viewport)).page;

const openAction = async (page: Page, { id, title }: { id: string; title: string }): Promise<void> => {
  await page.goto(at(`actions/${id}`));
  await arrive(page, title);
};

const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
/** What changes something: the buttons whose words start as those of this page do. */
const controls = (page: Page) =>
  page
    .locator('main')
    .getByRole('button', { name: /^(Write an update|Change stage|Set forecast|Ask to move|Mark |Decide|Withdraw)/ });

test('an officer finds what is theirs in the register, what is due on top, and the rest by filters', async () => {
  const page = await as(officer);
  await page.goto(at('actions?mine=1'));
  await arrive(page, '1 of your 9 actions is overdue');
  const rows = page.getByRole('table', { name: 'Actions' }).locator('tbody tr');
  expect(await rows.count()).toBe(9);
  expect(await rows.first().innerText()).toContain('Overdue by 25 days');
  await expectAccessible(page);

  await press(page, 'Clear filters');
  await page.getByRole('heading', { level: 1, name: 'of 116 actions' }).waitFor();
  await page.getByLabel('Computed delivery').selectOption({ label: 'Overdue' });
  await page.waitForURL(/delivery=overdue/);
  await page.getByLabel('Search').fill('audit');
  await page.waitForURL(/text=audit/);
  await expect.poll(() => rows.count()).toBe(1);
  await page.reload();
  await expect.poll(() => rows.count()).toBe(1);
  expect(await page.getByLabel('Search').inputValue()).toBe('audit');

  await page.getByLabel('Search').fill('nothing reads like this');
  await page.getByText('No action matches these filters.').waitFor();
  await press(page, 'Show all actions');
  await page.getByRole('button', { name: 'Due', exact: true }).click();
  await page.waitForURL(/sort=due/);
  expect(await page.getByRole('columnheader', { name: 'Due', exact: true }).getAttribute('aria-sort')).toBe(
    'ascending',
  );
});

test('the register lists what is late, the latest first', async () => {
  const page = await as(office);
  await page.goto(at('actions?delivery=late'));
  await page.getByRole('heading', { level: 1, name: 'overdue, forecast late or silent' }).waitFor();
  expect(await page.locator('tbody tr').first().innerText()).toContain('Overdue by');
  await expectAccessible(page);
});

test('an officer updates their own action by keyboard alone, and sees who and when', async () => {
  const page = await as(officer, narrow);
  await openAction(page, audit);
  const { keyboard } = page;
  await page.getByRole('button', { name: 'Write an update' }).focus();
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Write an update' }).waitFor();
  await expectAccessible(page);

  // Sent empty, it says what is missing and leads to the field.
  const tabTo = async (name: string) => {
    for (let step = 0; step < 40; step += 1) {
      await keyboard.press('Tab');
      const focused = page.locator(':focus');
      const [here, words] = [await focused.getAttribute('id'), await focused.textContent()];
      if (here === name || words === name) return;
    }
    throw new Error(`The keyboard does not reach ${name}.`);
  };
  await tabTo('Save update');
  await keyboard.press('Enter');
  await page.getByRole('alert').getByText('Choose a rating: green, amber or red.').waitFor();
  await expectAccessible(page);
  await tabTo('Choose a rating: green, amber or red.');
  await keyboard.press('Enter');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await tabTo('words');
  await keyboard.type('12 plans audited, not 40. Families with poor plans still wait for a better one.');
  await tabTo('recovery');
  await keyboard.type('Two auditors return on 2 October.');
  await tabTo('Save update');
  await keyboard.press('Enter');

  await page.getByText(/^Saved by EHC service manager on \d+ \w+ \d{4} at /).waitFor();
  const entry = region(page, 'Updates').getByRole('listitem').first();
  await entry.getByText('12 plans audited, not 40.').waitFor();
  const said = await entry.innerText();
  expect(said).toContain('25 September 2023 EHC service manager');
  expect(said).toContain('Recovery: Two auditors return on 2 October.');
  expect(said).toMatch(/Recorded 25 September 2023 at .* by EHC service manager/);
  expect(await region(page, 'Two views of delivery').innerText()).toContain('12 plans audited, not 40.');
  await expect.poll(() => page.locator(':focus').getAttribute('id')).toBe('open-update');
});

test('nobody sees a control that they may not use, and nobody while looking back', async () => {
  const page = await as(officer);
  await openAction(page, { id: 'action-1.01', title: await titleOf(page, 'action-1.01') });
  expect(await controls(page).count()).toBe(0);
  await openAction(page, casework);
  expect(await controls(page).count()).toBeGreaterThan(0);
  await page.goto(at(`actions/${casework.id}?asAt=2023-08-31`));
  await arrive(page, casework.title);
  expect(await controls(page).count()).toBe(0);
  expect(await page.locator('main').innerText()).not.toContain('20 September 2023');
  for (const title of ['Board member, schools', 'Monitor, DfE']) {
    const reader = await as(title);
    await openAction(reader, casework);
    expect(await controls(reader).count()).toBe(0);
    await expectAccessible(reader);
  }
});

/** Finds the title of an action in the register, as a person would read it. */
const titleOf = async (page: Page, id: string): Promise<string> => {
  await page.goto(at('actions'));
  const link = page.locator(`a[href$="/actions/${id}"]`);
  await link.waitFor();
  return link.innerText();
};

test('a stale forecast shows theirs beside yours, and nothing typed is lost', async () => {
  const [mine, theirs] = [await as(officer), await as(office)];
  await openAction(mine, audit);
  await press(mine, 'Set forecast');
  await fillDate(mine, 'Your forecast', '15 11 2023');

  await openAction(theirs, audit);
  await press(theirs, 'Set forecast');
  await fillDate(theirs, 'Your forecast', '30 11 2023');
  await press(theirs, 'Save forecast');
  await theirs.getByText(/^Saved by Programme lead on /).waitFor();

  await press(mine, 'Save forecast');
  const beside = mine.getByRole('table', { name: 'Theirs beside yours' });
  await beside.waitFor();
  expect(await beside.innerText()).toContain('30 November 2023');
  expect(await beside.innerText()).toContain('15 November 2023');
  expect(await mine.getByRole('group', { name: 'Your forecast' }).getByLabel('Day').inputValue()).toBe('15');
  await expectAccessible(mine);
  await press(mine, 'Use mine');
  await mine.getByText(/^Saved by EHC service manager on /).waitFor();
  await mine.getByRole('heading', { name: /^Forecast 15 November 2023/ }).waitFor();
  // The browser itself reports the refused call.
  expect(heard()).toEqual([expect.stringContaining('409')]);
});

test('a milestone is ticked, and the tick is taken back', async () => {
  const page = await as(officer);
  await openAction(page, casework);
  const section = region(page, 'Milestones');
  await section.getByText('2 of 5 done').waitFor();
  await section.getByRole('button', { name: /^Mark done ?: Offers accepted for all posts$/ }).click();
  await section.getByText('3 of 5 done').waitFor();
  await section.getByText('Offers accepted for all posts is marked done.').waitFor();
  await press(page, 'Undo');
  await section.getByText('2 of 5 done').waitFor();
  await expect.poll(() => section.getByText('Offers accepted for all posts is marked not done.').count()).toBe(1);
});

test('one form is open at a time, each whole for a screen reader, and what is typed is not lost unasked', async () => {
  const page = await as(office);
  await openAction(page, audit);
  const evidence = region(page, 'Evidence of impact');
  const opens = [
    ...['Write an update', 'Mark delivered', 'Change stage', 'Set forecast', 'Ask to move date'].map((name) =>
      page.getByRole('button', { name, exact: true }),
    ),
    evidence.getByRole('button', { name: /^Add/ }).first(),
    evidence.getByRole('button', { name: /^Waive/ }).first(),
  ];
  for (const button of opens) {
    await button.click();
    await page.locator('main form').waitFor();
    expect(await page.locator('main form').count()).toBe(1);
    const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    await expectAccessible(page);
  }

  const reason = page.getByLabel(/^Why is evidence/);
  await reason.fill('No family could be asked');
  await press(page, 'Write an update');
  await page.getByRole('dialog', { name: 'Open another form without saving?' }).waitFor();
  await expectAccessible(page);
  await press(page, 'Stay on this page');
  expect(await reason.inputValue()).toBe('No family could be asked');
  await page.getByRole('link', { name: 'Measures', exact: true }).click();
  await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
  await press(page, 'Stay on this page');
  expect(await reason.inputValue()).toBe('No family could be asked');
  // A session that ends does not take it away either: the answer of the refused form says what to do.
  await page.context().clearCookies();
  await press(page, 'Record the waiver');
  await page.getByRole('alert').getByText('You are signed out, so nothing was saved.', { exact: false }).waitFor();
  expect(await reason.inputValue()).toBe('No family could be asked');
  expect(heard()).toEqual([expect.stringContaining('401')]);
});

test('the stage goes up to delivered, and back only with a reason', async () => {
  const page = await as(officer);
  await openAction(page, audit);
  await press(page, 'Change stage');
  await page.getByLabel('Delivered', { exact: true }).check();
  await press(page, 'Save stage');
  await page.getByText(/^Saved by EHC service manager on /).waitFor();
  await region(page, 'Two views of delivery').getByText('Delivered, not evidenced', { exact: true }).waitFor();
  await press(page, 'Change stage');
  await page.getByLabel('In progress', { exact: true }).check();
  await press(page, 'Save stage');
  await page.getByRole('alert').getByText('Say why the action goes back.').waitFor();
  await fill(page, { 'Why does it go back?': 'One team has not begun.' });
  await press(page, 'Save stage');
  const step = region(page, 'Updates').getByText(
    'Stage changed from delivered to in progress. One team has not begun.',
  );
  await expect.poll(() => step.count()).toBe(1);
});
