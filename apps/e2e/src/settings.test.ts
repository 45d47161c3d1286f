/** Who moves a date is set by those whom it does not bind; and whoever makes the plan finds the forms from the pages. */
import { expect, test } from 'vitest';
import { withDemonstration } from './demonstration.ts';
import { arrive, fill, follow, press } from './form.ts';
import { expectAccessible, signInAs, visit } from './visit.ts';

const { browser, url } = withDemonstration();

const days = 'Days by which the programme office may move a due date';

test('the chair and the administrator set the limit of the programme office, which reads it', async () => {
  const chair = await visit(browser());
  await signInAs(chair.page, url(), 'Independent chair');
  await follow(chair.page, 'Set-up');
  await arrive(chair.page, 'Who moves a date');
  await expectAccessible(chair.page);
  await fill(chair.page, { [days]: '400', Reason: 'The board agreed it on 20 September.' });
  await press(chair.page, 'Save');
  await chair.page.locator('.govuk-error-summary').getByText('The limit is 366 days or fewer.').waitFor();
  await fill(chair.page, { [days]: '14' });
  await press(chair.page, 'Save');
  await chair.page.getByText('Saved by Independent chair').waitFor();
  await fill(chair.page, { [days]: '10', Reason: 'Ten days will do.' });
  await press(chair.page, 'Save');
  await expect.poll(() => chair.page.getByLabel('Reason').inputValue()).toBe('');

  const administrator = await visit(browser());
  await signInAs(administrator.page, url(), 'Administrator');
  await administrator.page
    .getByRole('navigation', { name: 'Breadcrumb' })
    .getByRole('link', { name: 'Set-up' })
    .click();
  await arrive(administrator.page, 'Set-up');
  await follow(administrator.page, 'Settings');
  await arrive(administrator.page, 'Who moves a date');
  expect(await administrator.page.getByLabel(days).inputValue()).toBe('10');

  const office = await visit(browser());
  await signInAs(office.page, url(), 'Programme lead');
  await office.page.goto(`${url()}/n/kent-2023/set-up`);
  await follow(office.page, 'Who moves a date');
  await arrive(office.page, 'Who moves a date');
  await office.page.getByText('The chair or an administrator changes the limit.').waitFor();
  expect(await office.page.getByRole('definition').allInnerTexts()).toEqual(['10 days']);
  expect(await office.page.getByRole('button', { name: 'Save' }).count()).toBe(0);
  // The one that is due is the refusal above.
  for (const { complaints } of [chair, administrator, office])
    expect(complaints.filter((text) => !text.includes('400 (Bad Request)'))).toEqual([]);
});

test('the programme office goes from a page to its form and back, and never while looking back', async () => {
  const { page, complaints } = await visit(browser());
  await signInAs(page, url(), 'Programme lead');
  for (const [path, noun, title] of [
    ['areas/area-6', 'area', 'Edit this area of weakness'],
    ['actions/action-6.04', 'action', 'Edit this action'],
    ['measures/measure-6.1', 'measure', 'Edit this measure'],
    ['requirements/req-4a', 'requirement', 'Edit this requirement'],
  ] as const) {
    const address = `${url()}/n/kent-2023/${path}`;
    await page.goto(address);
    const edit = page.getByRole('link', { name: `Edit this ${noun}` });
    await edit.waitFor();
    await edit.click();
    await arrive(page, title);
    await follow(page, 'Cancel');
    await page.waitForURL(address);
    await page.goto(`${address}?asAt=2023-08-31`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await edit.count()).toBe(0);
  }
  expect(complaints).toEqual([]);
});

test('the programme office adds to a list from its page, and an officer does not', async () => {
  const [office, officer] = await Promise.all([visit(browser()), visit(browser())]);
  await signInAs(office.page, url(), 'Programme lead');
  await signInAs(officer.page, url(), 'EHC service manager');
  for (const [path, link, title] of [
    ['areas', 'Add an area', 'Add an area of weakness'],
    ['actions', 'Add an action', 'Add an action'],
    ['measures', 'Add a measure', 'Add a measure'],
    ['requirements', 'Add a requirement', 'Add a requirement'],
  ] as const) {
    await office.page.goto(`${url()}/n/kent-2023/${path}`);
    await office.page.getByRole('link', { name: link }).waitFor();
    await follow(office.page, link);
    await arrive(office.page, title);
    await officer.page.goto(`${url()}/n/kent-2023/${path}`);
    await officer.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await officer.page.getByRole('link', { name: link }).count()).toBe(0);
  }
});

test('the history that an action and a measure lead to is their own', async () => {
  const { page } = await visit(browser());
  await signInAs(page, url(), 'Programme lead');
  for (const [path, link, title] of [
    ['actions/action-6.04', 'History of this row', 'History of Action 6.04'],
    ['measures/measure-6.1', 'History of this measure', 'History of Measure 6.1'],
  ] as const) {
    await page.goto(`${url()}/n/kent-2023/${path}`);
    await page.getByRole('link', { name: link }).click();
    const heading = page.getByRole('heading', { level: 1, name: 'History of' });
    await heading.waitFor();
    expect(await heading.innerText()).toContain(title);
  }
});
