import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { arrive, choose, fill, fillDate, follow, press } from './form.ts';
import { commandLine, startServer, type Running } from './server.ts';
import { expectAccessible, visit, type Visit } from './visit.ts';

/** A whole notice from nothing, through the screen, as a council would begin: the tests follow on each other. */
const live = {
  NOTICEBOARD_MODE: 'live',
  NOTICEBOARD_SECRET: 'a secret of thirty-two characters or more',
  NOTICEBOARD_TODAY: '2025-06-16',
};
const password = 'four walls and a quiet orchard';
const administratorEmail = 'administrator@example.gov.uk';
const officeEmail = 'office@example.gov.uk';

let server: Running;
let browser: Browser;
let administrator: Visit;
let office: Visit;
let cli: string;

beforeAll(async () => {
  server = await startServer(live);
  const words = ['user', 'add', '--email', administratorEmail, '--title', 'Administrator', '--office', 'administrator'];
  cli = commandLine(server.folder, words, live).output;
  browser = await launchBrowser();
  administrator = await visit(browser);
  office = await visit(browser);
  // Whatever is not there by then is not coming, and each test waits for the one before.
  for (const { page } of [administrator, office]) page.setDefaultTimeout(10_000);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const linkIn = (text: string): string => `${server.url}${/\/set-password#[\w-]+/.exec(text)?.[0] ?? ''}`;
const noticePath = (page: Page): string => /\/n\/[^/]+/.exec(page.url())?.[0] ?? '';
const open = (page: Page, path: string) => page.goto(`${server.url}${noticePath(page)}/set-up${path}`);

const setPassword = async (page: Page, link: string): Promise<void> => {
  await page.goto(link);
  await arrive(page, 'Set your password');
  await fill(page, { 'New password': password, 'The same password again': password });
  await press(page, 'Set password');
  await arrive(page, 'Your password is set');
};

const signIn = async (page: Page, email: string): Promise<void> => {
  await page.goto(`${server.url}/sign-in`);
  await fill(page, { 'E-mail address': email, Password: password });
  await press(page, 'Sign in');
};

test('an administrator opens the installation and invites a programme office', async () => {
  const { page, complaints } = administrator;
  await setPassword(page, linkIn(cli));
  await signIn(page, administratorEmail);
  await arrive(page, 'Accounts');
  await page.getByRole('heading', { name: 'Invite the first programme office' }).waitFor();
  await expectAccessible(page);
  await fill(page, { 'E-mail address': officeEmail });
  expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Programme office');
  await press(page, 'Invite');
  const shown = page.getByRole('region', { name: 'Give this link to the person you invited' });
  await shown.waitFor();
  await expectAccessible(page);
  const link = linkIn(await shown.innerText());
  await page.getByRole('row', { name: /Programme office .*Invited/ }).waitFor();
  expect(complaints).toEqual([]);

  await setPassword(office.page, link);
  await signIn(office.page, officeEmail);
  await arrive(office.page, 'Set up your first notice');
  await expectAccessible(office.page);
});

test('a password that is short or common is refused with its sentence', async () => {
  const { page } = administrator;
  await page.getByRole('button', { name: 'New link for Programme office' }).click();
  const link = linkIn(await page.getByRole('region', { name: 'Give this link to Programme office' }).innerText());
  const stranger = await visit(browser);
  await stranger.page.goto(link);
  for (const [typed, sentence] of [
    ['too short', /15 characters/],
    ['passwordpassword', /common|often|guess/i],
  ] as const) {
    await fill(stranger.page, { 'New password': typed, 'The same password again': typed });
    await press(stranger.page, 'Set password');
    await stranger.page.locator('.govuk-error-summary').getByText(sentence).waitFor();
    expect(await stranger.page.getByLabel('New password').inputValue()).toBe(typed);
  }
  await stranger.context.close();
});

test('the programme office sets up the notice', async () => {
  const { page, complaints } = office;
  await fill(page, {
    Title: 'Testshire, SEND Improvement Notice',
    Authority: 'Testshire Council',
    'Partners (optional)': 'NHS Testshire',
    Subject: 'Services for children with special educational needs and disabilities',
    'Issued by': 'A minister',
    'Your organisation': 'Testshire Council',
  });
  await fillDate(page, 'Issued on', '3 3 2025');
  expect(await page.getByLabel('Checkpoints, in months', { exact: true }).inputValue()).toBe('3, 6, 12, 18');
  await press(page, 'Set up the notice');
  await arrive(page, 'Set-up');
  await page.getByText('3 months (3 June 2025)').waitFor();
  await page.getByText(/Saved by Programme office/).waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test('adds a lead and a requirement with its due date', async () => {
  const { page, complaints } = office;
  await open(page, '/members/add-lead');
  await arrive(page, 'Add a lead');
  await fill(page, { Title: 'SEND casework manager', Organisation: 'Testshire Council' });
  await expectAccessible(page);
  await press(page, 'Save');
  await arrive(page, 'Members');
  await page.getByRole('row', { name: /SEND casework manager .*No account/ }).waitFor();
  await expectAccessible(page);

  await open(page, '/requirement/new');
  await arrive(page, 'Add a requirement');
  await expectAccessible(page);
  await fill(page, {
    Number: '1',
    Title: 'Permanent casework team',
    Text: 'Establish a permanent casework team within six months.',
  });
  await choose(page, { 'Owner (optional)': 'SEND casework manager, Testshire Council' });
  await press(page, 'Save');
  await arrive(page, 'Requirements');
  await expectAccessible(page);
  await follow(page, 'Add a date to 1 Permanent casework team');
  await arrive(page, 'Add a date');
  await fillDate(page, 'Date', '3 9 2025');
  await expectAccessible(page);
  await press(page, 'Save');
  await arrive(page, 'Dates of requirements');
  await page.getByText('3 September 2025').waitFor();
  expect(complaints).toEqual([]);
});

test('adds nine areas, one after another', async () => {
  const { page, complaints } = office;
  await open(page, '/area/new');
  for (let number = 1; number <= 9; number += 1) {
    await arrive(page, 'Add an area of weakness');
    await page.locator(`#number[value="${number}"]`).waitFor();
    await fill(page, { Title: `Weakness ${number}`, Statement: 'What the inspectors found.' });
    await press(page, number < 9 ? 'Save and add another' : 'Save');
  }
  await arrive(page, 'Areas of weakness');
  expect(await page.getByRole('table').getByRole('row').count()).toBe(10);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test('adds a measure with targets', async () => {
  const { page, complaints } = office;
  await open(page, '/measure/new');
  await arrive(page, 'Add a measure');
  await fill(page, { Code: '1.1', Title: 'Plans issued within 20 weeks', 'Floor standard (optional)': '50' });
  await choose(page, { Area: 'Area 1, Weakness 1', 'Owner (optional)': 'SEND casework manager, Testshire Council' });
  await expectAccessible(page);
  await press(page, 'Save');
  await arrive(page, 'Measures');
  await follow(page, 'Targets of 1.1 Plans issued within 20 weeks');
  await arrive(page, 'Targets');
  await expectAccessible(page);
  await fill(page, {
    '3 months, 3 Jun 2025': '40',
    '6 months, 3 Sep 2025': '50%',
    '12 months, 3 Mar 2026': '60',
    '18 months, 3 Sep 2026': '80',
  });
  await press(page, 'Save targets');
  await arrive(page, 'Measures');
  await page.getByText('40.0%, 50.0%, 60.0%, 80.0%').waitFor();
  expect(complaints).toEqual([]);
});

test('adds an action with a milestone, and an event', async () => {
  const { page, complaints } = office;
  await open(page, '/action/new');
  await arrive(page, 'Add an action');
  await fill(page, { Code: '1.01', Title: 'Recruit permanent caseworkers', Organisation: 'Testshire Council' });
  await choose(page, { Area: 'Area 1, Weakness 1', 'Lead (optional)': 'SEND casework manager, Testshire Council' });
  await fillDate(page, 'Due date', '31 7 2025');
  await page.getByLabel('1.1 Plans issued within 20 weeks', { exact: true }).check();
  await expectAccessible(page);
  await press(page, 'Save');
  await arrive(page, 'Actions');
  await follow(page, 'Add a milestone to 1.01 Recruit permanent caseworkers');
  await arrive(page, 'Add a milestone');
  await fill(page, { Title: 'Posts advertised' });
  await fillDate(page, 'Due date', '30 6 2025');
  await expectAccessible(page);
  await press(page, 'Save');
  await arrive(page, 'Milestones');

  await open(page, '/event/new');
  await fill(page, { Title: 'Notice issued' });
  await choose(page, { Kind: 'Issued' });
  await fillDate(page, 'Date', '3 3 2025');
  await press(page, 'Save');
  await arrive(page, 'Events');
  await open(page, '');
  await arrive(page, 'Set-up');
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test('adds a reading, and Position shows the whole', async () => {
  const { page, complaints } = office;
  await page.goto(`${server.url}${noticePath(page)}/measures`);
  await page
    .getByRole('link', { name: /Plans issued within 20 weeks/ })
    .first()
    .click();
  await press(page, 'Add a reading');
  await page.locator('#periodEnd').fill('5');
  await page.locator('#periodEnd-year').fill('2025');
  await fill(page, { Value: '13.2' });
  await press(page, 'Save the reading');
  await page.getByText('13.2%').first().waitFor();

  await page.goto(`${server.url}${noticePath(page)}/position`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const main = page.locator('#main');
  for (const words of ['Permanent casework team', 'Weakness 1', 'Weakness 9'])
    await main.getByText(words).first().waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

/** What the console says of an answer that refuses: the one complaint that a refusal may cause. */
const refused = /^Failed to load resource: the server responded with a status of 4\d\d/;

const expectRefused = async (page: Page, sentence: string): Promise<void> => {
  await page.locator('.govuk-error-summary').getByText(sentence, { exact: true }).waitFor();
  // Beside its field too, not in the summary alone.
  await page.locator('.govuk-error-message').getByText(sentence).waitFor();
};

test('bad input gets its sentence, and nothing typed is lost', async () => {
  const { page } = office;
  await open(page, '/action/new');
  await fill(page, { Code: '1.02', Title: 'Train them', Organisation: 'Testshire Council' });
  await choose(page, { Area: 'Area 1, Weakness 1' });
  await fillDate(page, 'Due date', '1 13 2025');
  await press(page, 'Save');
  await expectRefused(page, 'Due date must have a month from 1 to 12.');
  await expectAccessible(page);

  await fillDate(page, 'Due date', '3 3 2025');
  await press(page, 'Save');
  await expectRefused(page, 'Due date must be after 3 March 2025, when the notice was issued.');

  await fillDate(page, 'Due date', '31 8 2025');
  await fill(page, { 'What success looks like (optional)': 'x'.repeat(100_000) });
  await press(page, 'Save');
  await expectRefused(page, 'What success looks like must be 5,000 characters or fewer.');
  expect((await page.getByLabel('What success looks like (optional)').inputValue()).length).toBe(100_000);

  await fill(page, { 'What success looks like (optional)': 'Pupil H801200001001 waited a year.' });
  await press(page, 'Save');
  await page
    .locator('.govuk-error-summary')
    .getByText(/unique pupil number/i)
    .waitFor();
  expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Train them');

  await fill(page, { 'What success looks like (optional)': 'All of them are trained.' });
  await press(page, 'Save');
  await arrive(page, 'Actions');
  await page.getByRole('rowheader', { name: 'Train them' }).waitFor();

  await open(page, '/measure');
  await follow(page, 'Targets of 1.1 Plans issued within 20 weeks');
  await fill(page, { '12 months, 3 Mar 2026': '65', '6 months, 3 Sep 2025': '140' });
  await fill(page, { Reason: 'Agreed by the board.' });
  await press(page, 'Save targets');
  await expectRefused(page, 'A percentage must be between 0% and 100%.');
  expect(await page.getByLabel('12 months, 3 Mar 2026').inputValue()).toBe('65');
  await follow(page, 'Cancel');
  await press(page, 'Leave without saving');
  await page.getByText('40.0%, 50.0%, 60.0%, 80.0%').waitFor();
});

test('a row that somebody else changed meanwhile is shown beside yours', async () => {
  const { page } = office;
  const second = await visit(browser);
  await signIn(second.page, officeEmail);
  await second.page.waitForURL(/\/n\//);
  for (const each of [page, second.page]) {
    await each.goto(`${server.url}${noticePath(page)}/set-up/area`);
    await follow(each, 'Edit 3 Weakness 3');
    await arrive(each, 'Edit this area of weakness');
  }
  await fill(second.page, { Title: 'Theirs', Statement: 'Their statement.', Reason: 'Wording.' });
  await press(second.page, 'Save');
  await arrive(second.page, 'Areas of weakness');

  await fill(page, { Title: 'Mine', Reason: 'Wording agreed.' });
  await press(page, 'Save');
  const both = page.getByRole('region', { name: 'Programme office changed this while you were typing' });
  await both.getByRole('row', { name: /Title.*Theirs.*Mine/ }).waitFor();
  await expectAccessible(page);
  expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Mine');
  // What only they had changed is taken over.
  expect(await page.getByLabel('Statement', { exact: true }).inputValue()).toBe('Their statement.');
  await press(page, 'Use mine');
  await arrive(page, 'Areas of weakness');
  await page.getByRole('rowheader', { name: 'Mine', exact: true }).waitFor();
  await second.context.close();
});

test('leaving with unsaved changes asks first; withdrawing keeps the row in the list', async () => {
  const { page, complaints } = office;
  await follow(page, 'Edit 9 Weakness 9');
  await fill(page, { Title: 'Half-typed' });
  await follow(page, 'Cancel');
  await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
  await press(page, 'Stay on this page');
  expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Half-typed');
  await follow(page, 'Cancel');
  await press(page, 'Leave without saving');
  await arrive(page, 'Areas of weakness');
  await follow(page, 'Withdraw 9 Weakness 9');
  await arrive(page, 'Withdraw this area of weakness');
  await expectAccessible(page);
  await press(page, 'Withdraw');
  await expectRefused(page, 'Enter the reason.');
  await fill(page, { Reason: 'Counted twice.' });
  await press(page, 'Withdraw');
  await arrive(page, 'Areas of weakness');
  await page.getByRole('row', { name: /Weakness 9 .*Withdrawn on 16 June 2025/ }).waitFor();
  expect(complaints.filter((complaint) => !refused.test(complaint))).toEqual([]);
});

test('the administrator invites, re-roles, suspends and resumes members, and sees no plan', async () => {
  const { page, complaints } = administrator;
  await page.goto(server.url);
  await arrive(page, 'Members');
  await expectAccessible(page);
  await follow(page, 'Invite somebody');
  await arrive(page, 'Invite somebody');
  await choose(page, { 'A lead who is in the list already (optional)': 'SEND casework manager, Testshire Council' });
  await fill(page, {
    'E-mail address': 'casework@example.gov.uk',
    Title: 'SEND casework manager',
    Organisation: 'Testshire Council',
  });
  await page.getByLabel('Officer', { exact: true }).check();
  await expectAccessible(page);
  await press(page, 'Invite');
  await page.getByRole('region', { name: 'Give this link to the person you invited' }).waitFor();
  await expectAccessible(page);
  await follow(page, 'Go to the members');
  const row = page.getByRole('row', { name: /SEND casework manager/ });
  expect(await row.innerText()).toContain('Invited');

  await follow(page, 'Edit SEND casework manager');
  await page.getByLabel('Board member', { exact: true }).check();
  await fill(page, { Reason: 'Joins the board.' });
  await expectAccessible(page);
  await press(page, 'Save');
  await arrive(page, 'Members');
  expect(await row.innerText()).toContain('Officer, Board member');

  await follow(page, 'Edit SEND casework manager');
  await fill(page, { Why: 'On leave.' });
  await press(page, 'Suspend');
  await arrive(page, 'Members');
  expect(await row.innerText()).toContain('Suspended');
  await follow(page, 'Edit SEND casework manager');
  await fill(page, { Why: 'Is back.' });
  await press(page, 'Resume');
  await arrive(page, 'Members');
  expect(await row.innerText()).not.toContain('Suspended');
  expect(await page.getByRole('link', { name: 'Position' }).count()).toBe(0);
  expect(complaints).toEqual([]);
});
