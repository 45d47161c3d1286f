/** The programme office reminds whoever is late, and reads the mail that the demonstration keeps. */
import { expect, test } from 'vitest';
import { withDemonstration } from './demonstration.ts';
import { arrive, fill, follow, press } from './form.ts';
import { expectAccessible, narrow, signInAs, visit, wide } from './visit.ts';

const { browser, url } = withDemonstration();

const lateTitle = /^\d+ people are late with \d+ updates, readings and answers$/;

test(
  'the programme office gives an address, previews, and nudges all who are late in two clicks',
  { timeout: 120_000 },
  async () => {
    const { page, complaints } = await visit(browser());
    await signInAs(page, url(), 'Programme lead');
    await page.goto(`${url()}/n/kent-2023/set-up/members`);
    await follow(page, 'E-mail address of Annual review manager');
    await arrive(page, 'Annual review manager');
    await expectAccessible(page);
    await fill(page, { 'E-mail address': 'nowhere' });
    await press(page, 'Save the address');
    await page.locator('.govuk-error-summary').getByText('Enter an e-mail address, such as').waitFor();
    await fill(page, { 'E-mail address': '' });
    await press(page, 'Save the address');
    await page.getByText('Saved by Programme lead').waitFor();
    await follow(page, 'Members');
    await page.getByRole('row', { name: /Annual review manager .*No address/ }).waitFor();

    await page.goto(`${url()}/n/kent-2023/position`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    // Click one of two.
    await follow(page, 'Nudges');
    await page.getByRole('heading', { level: 1, name: lateTitle }).waitFor();
    const late = page.getByRole('region', { name: 'Late', exact: true });
    await late.getByRole('row', { name: /Annual review manager .*No e-mail address is known/ }).waitFor();
    await late.getByText('What the mail says: to EHC service manager').click();
    await late
      .getByRole('row', { name: /EHC service manager/ })
      .getByText(/^Noticeboard: \d+ updates are late/)
      .waitFor();
    await expectAccessible(page);
    // Click two of two.
    await press(page, 'Nudge all late');
    await page.getByText(/^\d+ mails written\.$/).waitFor();
    await page.getByText(/^Not written to, for want of an address that works: .*Annual review manager/).waitFor();
    const outbox = page.getByRole('region', { name: 'Outbox' });
    await outbox.getByText('Kept to be read').first().waitFor();
    await expect.poll(() => outbox.getByText('Queued').count()).toBe(0);
    await late.getByRole('row', { name: /EHC service manager .*Written to today already/ }).waitFor();
    expect(await page.getByRole('button', { name: 'Nudge all late' }).isDisabled()).toBe(true);
    expect(await page.getByRole('main').innerText()).not.toContain('@example.gov.uk');
    await expectAccessible(page);

    await outbox.getByRole('link', { name: /, to EHC service manager$/ }).click();
    await page.getByRole('article', { name: 'What it says' }).waitFor();
    const words = await page.getByRole('article').innerText();
    expect(words).toContain('This is what is due from you.');
    expect(words).toContain('Kent County Council, SEND Improvement Notice');
    expect(words).toContain(`${url()}/n/kent-2023/my-updates`);
    await expectAccessible(page);
    // What the server refused of an address is the one complaint that is due.
    expect(complaints.filter((text) => !text.includes('400 (Bad Request)'))).toEqual([]);
  },
);

test('on a phone the page reads, and looking back nobody is written to', async () => {
  const { page, complaints } = await visit(browser(), narrow);
  await signInAs(page, url(), 'Programme lead');
  await page.goto(`${url()}/n/kent-2023/nudges`);
  await page.getByRole('heading', { level: 1, name: lateTitle }).waitFor();
  const sideways = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await sideways()).toBe(0);
  await expectAccessible(page);
  await page.goto(`${url()}/n/kent-2023/nudges?asAt=2023-08-31`);
  await arrive(page, 'Who is late');
  expect(await page.getByRole('button', { name: 'Nudge all late' }).count()).toBe(0);
  expect(complaints).toEqual([]);
});

test(
  'a link from a kept mail opens what is due without an account, takes it, and ends',
  { timeout: 120_000 },
  async () => {
    const office = await visit(browser());
    await signInAs(office.page, url(), 'Programme lead');
    await office.page.goto(`${url()}/n/kent-2023/set-up/reporting`);
    await fill(office.page, {
      'How long a link to update without an account lasts': '7',
      Reason: 'Schools and the NHS have no accounts.',
    });
    await press(office.page, 'Save');
    await office.page.getByText('Saved by Programme lead').waitFor();
    await follow(office.page, 'Nudges');
    await office.page.getByRole('button', { name: 'Nudge Virtual school head' }).click();
    const mail = office.page
      .getByRole('region', { name: 'Outbox' })
      .getByRole('link', { name: /, to Virtual school head$/ });
    await mail.click();
    const link = office.page.getByRole('article').getByRole('link');
    await link.waitFor();
    const address = (await link.getAttribute('href')) ?? '';
    expect(address).toMatch(/\/update#[\w-]{43}$/);

    const { page, complaints } = await visit(browser(), narrow);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(address);
    const title = page.getByRole('heading', { level: 1, name: /due from you$/ });
    await title.waitFor();
    await page.getByText('Sent to: Virtual school head').waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(
      await page
        .getByRole('main')
        .getByRole('link', { name: /^\d+\.\d+/ })
        .count(),
    ).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
    await expectAccessible(page);
    await page.setViewportSize(wide);
    await expectAccessible(page);

    const rows = page.getByRole('listitem').filter({ has: page.getByRole('group') });
    expect(await rows.count()).toBe(1);
    await press(page, 'Submit all');
    await page.locator('.govuk-error-summary').getByText('Nothing is ready to be submitted.').waitFor();
    await page.getByLabel('Amber', { exact: true }).check();
    await page.getByLabel('What changed for children and families?').fill('Half of the schools have a named lead.');
    // What is typed outlives the page, on another device too.
    await page.getByText(/^Draft kept/).waitFor();
    const again = await visit(browser(), wide);
    await again.page.goto(address);
    const words = again.page.getByLabel('What changed for children and families?');
    await words.waitFor();
    expect(await words.inputValue()).toBe('Half of the schools have a named lead.');
    expect(again.complaints).toEqual([]);
    await again.context.close();
    await press(page, 'Submit all');
    await arrive(page, 'Everything is submitted');
    await expectAccessible(page);
    await page.reload();
    await arrive(page, 'This link has ended');
    await page.getByText('Everything that was due from you is submitted').waitFor();
    await expectAccessible(page);
    // No address that was asked for has the token.
    expect(asked.filter((each) => each.includes(address.split('#')[1] ?? 'none'))).toEqual([]);
    expect(complaints.filter((text) => !text.includes('403 (Forbidden)'))).toEqual([]);

    await page.goto(`${url()}/update#nothing`);
    await page.reload();
    await arrive(page, 'This link is not complete');
    await office.page.goto(`${url()}/n/kent-2023/history`);
    await office.page.getByText('By link sent to Virtual school head').first().waitFor();
  },
);
