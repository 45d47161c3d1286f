import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Whatever the console of a page complained about: an error anywhere fails the journey. */
export type Visit = { page: Page; context: BrowserContext; complaints: string[] };

export const wide = { width: 1280, height: 900 };
export const narrow = { width: 390, height: 844 };

/** Opens a page of its own, with a session of its own, that remembers every complaint of its console. */
export async function visit(browser: Browser, viewport = wide): Promise<Visit> {
  const context = await browser.newContext({
    viewport,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, context, complaints };
}

/** Signs in to the demonstration as the person with this title, as anyone would: by one click. */
export async function signInAs(page: Page, url: string, title: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  // The page that follows may have buttons that name the person too.
  const choice = page.getByRole('button', { name: `Sign in as ${title}` });
  await choice.click();
  await choice.waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Expects that axe finds nothing on the page as it stands: WCAG 2.2 AA and best practices. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // No page has a frame, so axe needs no second page to gather them in; and only what it found is read. Five times as fast.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
