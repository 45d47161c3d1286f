/** Every page of the demonstration and who is shown which: walked at each width and by the keyboard in files of their own, side by side. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { withDemonstration } from './demonstration.ts';
import { expectAccessible, signInAs, visit, type wide } from './visit.ts';

export const reading = [
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
  'casework',
  'checkpoints',
  'requirements',
  'requirements/req-4a',
  'evidence',
  'evidence/evidence-6.05-voice',
  'owners',
  'history',
];
const owning = ['owners/cover', 'owners/handover?kind=action&row=action-6.04'];
export const making = [
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
  'set-up/ratio/kent-2023',
  'set-up/family',
  'set-up/familyMeasure/family-casework-7.2',
  'set-up/starter/new',
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

/** Opens a page of Kent and waits until all of it is there. */
export async function open(page: Page, url: string, path: string): Promise<void> {
  await page.goto(`${url}/n/kent-2023/${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
}

const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** A target that stands in no sentence and is less than 24 pixels high passes or fails by how the font of the machine wraps. */
const lowTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main a[href], main button')]
      .filter(
        (each) =>
          each.checkVisibility({ visibilityProperty: true }) &&
          getComputedStyle(each).display !== 'inline' &&
          each.getBoundingClientRect().height < 24,
      )
      .map((each) => each.outerHTML),
  );

/** Defines the tests that walk every page in every role at a width: axe, the console, the width and the targets. */
export function walkEveryPage(viewport: typeof wide): void {
  const { browser, url } = withDemonstration();
  /** What was found accessible already: many roles are shown the same page, and axe need not read it twice. */
  const accessible = new Set<string>();

  describe.each(roles)('$title', ({ title, pages }) => {
    test(`finds every page whole at ${viewport.width} pixels`, { timeout: 240_000 }, async () => {
      const { page, context, complaints } = await visit(browser(), viewport);
      await signInAs(page, url(), title);
      for (const path of pages) {
        await open(page, url(), path);
        expect({ path, sideways: await sidewaysScroll(page) }).toEqual({ path, sideways: 0 });
        expect({ path, low: await lowTargets(page) }).toEqual({ path, low: [] });
        const shown = await page.evaluate(() => document.querySelector('main')?.outerHTML ?? '');
        if (!accessible.has(shown)) await expectAccessible(page);
        accessible.add(shown);
      }
      expect(complaints).toEqual([]);
      await context.close();
    });
  });
}
