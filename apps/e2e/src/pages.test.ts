/** Every page, in every role, wide and narrow: axe, the console, the width and the keyboard. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { startDemonstration, type Running } from './server.ts';
import { expectAccessible, narrow, signInAs, visit, wide } from './visit.ts';

const reading = [
  'position',
  'attention',
  'areas',
  'areas/area-6',
  'actions',
  'actions/action-6.04',
  'date-changes',
  'measures',
  'measures/enter',
  'measures/measure-6.1',
  'checkpoints',
  'requirements',
  'requirements/req-4a',
  'evidence',
  'evidence/evidence-6.05-voice',
  'owners',
  'history',
];
const owning = ['owners/cover', 'owners/handover?kind=action&row=action-6.04'];
const making = [
  'set-up',
  'set-up/notice',
  'set-up/action',
  'set-up/action/action-6.04',
  'set-up/action/new',
  'set-up/requirement/req-4a',
  'set-up/measure/measure-6.1',
  'set-up/targets/measure-6.1',
  'set-up/members',
  'set-up/members/member-annual-review-manager',
  'set-up/settings',
  'set-up/reporting',
  'updates',
  'nudges',
];
const managing = ['set-up', 'set-up/members', 'set-up/members/invite', 'set-up/settings'];

const roles = [
  { title: 'Board member, schools', pages: reading },
  { title: 'Independent chair', pages: [...reading, 'set-up/settings'] },
  { title: 'EHC service manager', pages: [...reading, 'my-updates', ...owning] },
  { title: 'Head of children', pages: [...reading, 'my-updates'] },
  { title: 'Programme lead', pages: [...reading, 'my-updates', ...owning, ...making] },
  { title: 'Parent carer forum representative', pages: reading },
  { title: 'Monitor, DfE', pages: reading },
  { title: 'Administrator', pages: managing },
];

let browser: Browser;
let running: Running;
beforeAll(async () => {
  [browser, running] = await Promise.all([launchBrowser(), startDemonstration(inject('demonstration'))]);
});
afterAll(async () => {
  await browser.close();
  await running.stop();
});

/** What was found accessible already: many roles are shown the same page, and axe need not read it twice. */
const accessible = new Set<string>();

const expectAccessibleOnce = async (page: Page, width: number): Promise<void> => {
  const shown = `${width} ${await page.evaluate(() => document.querySelector('main')?.outerHTML ?? '')}`;
  if (accessible.has(shown)) return;
  await expectAccessible(page);
  accessible.add(shown);
};

/** Opens a page of Kent and waits until all of it is there. */
const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(`${running.url}/n/kent-2023/${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
};

const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(roles)('$title', ({ title, pages }) => {
  test.each([
    ['1280', wide],
    ['390', narrow],
  ])('finds every page whole at %s pixels', { timeout: 240_000 }, async (_width, viewport) => {
    const { page, context, complaints } = await visit(browser, viewport);
    await signInAs(page, running.url, title);
    for (const path of pages) {
      await open(page, path);
      expect({ path, sideways: await sidewaysScroll(page) }).toEqual({ path, sideways: 0 });
      await expectAccessibleOnce(page, viewport.width);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});

test('every page can be walked by the keyboard alone, with the focus in sight', { timeout: 240_000 }, async () => {
  const { page, context } = await visit(browser);
  await signInAs(page, running.url, 'Programme lead');
  for (const path of [...reading, ...making]) {
    await open(page, path);
    const stops = await page.evaluate(
      () =>
        [
          ...document.querySelectorAll<HTMLElement>(
            'a[href], button, input, select, textarea, summary, [tabindex="0"]',
          ),
        ].filter(
          (each) =>
            each.checkVisibility({ visibilityProperty: true }) && !each.matches(':disabled') && each.tabIndex >= 0,
        ).length,
    );
    const seen = new Set<string>();
    for (let step = 0; step < Math.min(stops, 60); step += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement;
        if (!(element instanceof HTMLElement) || element === document.body) return null;
        const { outlineStyle, boxShadow, backgroundColor } = getComputedStyle(element);
        const all = [...document.querySelectorAll('*')];
        return {
          place: String(all.indexOf(element)),
          // The last stop of a date is its calendar button, which the browser itself draws the focus on.
          shown:
            outlineStyle !== 'none' ||
            boxShadow !== 'none' ||
            backgroundColor === 'rgb(255, 221, 0)' ||
            element.matches('input[type=date]'),
        };
      });
      if (focus === null) break;
      expect({ path, step, shown: focus.shown }).toEqual({ path, step, shown: true });
      seen.add(focus.place);
    }
    // A trap would hand the focus round among a few; a date takes several steps of its own.
    expect(seen.size).toBeGreaterThan(Math.min(stops, 60) / 2);
  }
  await context.close();
});

test.each(['/n/none/position', '/n/kent-2023/actions/none', '/n/kent-2023/none', '/none'])(
  '%s gets a sentence and a way back',
  async (path) => {
    const { page, context } = await visit(browser);
    await signInAs(page, running.url, 'Board member, schools');
    await page.goto(running.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('main').innerText()).toMatch(/no such|not found|no page|nothing/i);
    await expectAccessible(page);
    await context.close();
  },
);
