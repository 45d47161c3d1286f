import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { withDemonstration } from './demonstration.ts';
import { expectAccessible, narrow, signInAs, visit } from './visit.ts';

const monitor = 'Monitor, DfE';
/** The most script that a page may need before it shows what it is for, in bytes as they are sent. */
const budget = 150_000;

const { browser, url } = withDemonstration();

const measures = () => `${url()}/n/exampleshire/measures`;

/** What of the page moved after it was shown: 0 where nothing did. */
const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
      }),
  );

test('sixty measures in small need no chart library, no more script than the first page may, and move nothing', async () => {
  const { page, context, complaints } = await visit(browser());
  await signInAs(page, url(), monitor);
  await page.goto(measures());
  const drawings = page.locator('.nb-multiple');
  await drawings.first().waitFor();
  expect(await drawings.count()).toBeGreaterThanOrEqual(60);

  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map((entry) => entry as PerformanceResourceTiming)
      .filter(({ name }) => name.endsWith('.js'))
      .map(({ name, encodedBodySize }) => ({ name, encodedBodySize })),
  );
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter(({ name }) => name.includes('time-chart'))).toEqual([]);
  expect(scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)).toBeLessThan(budget);
  expect(await shiftOf(page)).toBe(0);
  await expectAccessible(page);

  await page.goto(`${measures()}?view=table`);
  await page.locator('.nb-bullet').first().waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a chart is readable in forced colours, and drawn anew for paper', async () => {
  const { page, context, complaints } = await visit(browser());
  await signInAs(page, url(), monitor);
  await page.goto(measures());
  await page.getByRole('link', { name: /EHC plans issued within 20 weeks/ }).click();
  const drawing = page.locator('.nb-chart svg.recharts-surface');
  const lines = drawing.locator('.recharts-line-curve');
  // A level line has no height, so it counts as hidden.
  await lines.first().waitFor({ state: 'attached' });

  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  const colours = await drawing.evaluate((svg) =>
    [...svg.querySelectorAll('.recharts-line-curve, text, tspan')].map((each) =>
      each.tagName === 'path' ? getComputedStyle(each).stroke : getComputedStyle(each).fill,
    ),
  );
  expect(new Set(colours)).toEqual(new Set(['rgb(255, 255, 255)']));

  await page.emulateMedia({ forcedColors: 'none', media: 'print' });
  expect(await drawing.isVisible()).toBe(false);
  const paper = page.locator('.nb-chart-on-paper svg').first();
  const box = await paper.boundingBox();
  expect(box && box.height / box.width).toBeCloseTo(340 / 720, 2);
  expect(await paper.locator('.nb-chart__line').count()).toBe(await lines.count());
  expect(complaints).toEqual([]);
  await context.close();
});

test('on a phone the small charts are as wide as the page and no wider', async () => {
  const { page, context } = await visit(browser(), narrow);
  await signInAs(page, url(), monitor);
  await page.goto(measures());
  await page.locator('.nb-multiple').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(narrow.width);
  await expectAccessible(page);
  await context.close();
});
