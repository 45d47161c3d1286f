/** Every page of the demonstration and who is shown which: walked at both widths, and by the keyboard, in files of their own. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { withDemonstration } from './demonstration.ts';
import { expectAccessible, narrow, signInAs, visit, wide } from './visit.ts';

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
  'course',
  'intervention',
  'judgements',
  'ratings',
  'questions',
  'evidence',
  'evidence/evidence-6.05-voice',
  'meetings',
  'meetings/meeting-board-2023-09-27',
  'reviews',
  'reviews/meeting-review-1',
  'owners',
  'risks',
  'risks/risk-r1',
  'plan-versions',
  'changes?kind=risk',
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
  'set-up/meetings',
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

/** Gives a page another width, and waits until it was drawn in it. */
const widen = async (page: Page, viewport: typeof wide): Promise<void> => {
  await page.setViewportSize(viewport);
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
};

/** Gives what is wrong with the width of a page and with what is to be pressed on it, in words; nothing where all is well. */
const faultsOf = async (page: Page, path: string): Promise<string[]> => {
  const at = `${path} at ${page.viewportSize()?.width}`;
  const sideways = await sidewaysScroll(page);
  return [
    ...(sideways === 0 ? [] : [`${at} scrolls ${sideways} px sideways`]),
    ...(await lowTargets(page)).map((target) => `${at} has a low target: ${target}`),
  ];
};

/**
 * Defines the tests that walk every second page, in each role, at both widths: axe, the console, the width and the targets. Two
 * files walk side by side; the roles that are shown the same page are in one of them.
 */
export function walkEveryPage(from: 0 | 1): void {
  const { browser, url } = withDemonstration();
  /** What was found accessible already: many roles are shown the same page, and axe need not read it twice. */
  const accessible = new Set<string>();

  const expectAccessibleOnce = async (page: Page): Promise<void> => {
    const shown = await page.evaluate(() => document.querySelector('main')?.outerHTML ?? '');
    const key = `${page.viewportSize()?.width} ${shown}`;
    if (!accessible.has(key)) await expectAccessible(page);
    accessible.add(key);
  };

  describe.each(roles)('$title', ({ title, pages }) => {
    test('finds every page whole at both widths', { timeout: 240_000 }, async () => {
      const { page, context, complaints } = await visit(browser(), wide);
      await signInAs(page, url(), title);
      const faults: string[] = [];
      for (const path of pages.filter((_, index) => index % 2 === from)) {
        await page.setViewportSize(wide);
        await open(page, url(), path);
        faults.push(...(await faultsOf(page, path)));
        await expectAccessibleOnce(page);
        await widen(page, narrow);
        faults.push(...(await faultsOf(page, path)));
        await expectAccessibleOnce(page);
      }
      expect(faults).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    });
  });
}
