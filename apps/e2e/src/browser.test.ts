import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';

test('a real browser draws a page, and axe finds a fault in it', async () => {
  const browser = await launchBrowser();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.setContent('<!doctype html><html lang="en"><title>Board</title><main><h1>Board</h1><img src="x"></main>');
  expect((await page.screenshot()).length).toBeGreaterThan(1000);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual(['image-alt']);
  await browser.close();
});
