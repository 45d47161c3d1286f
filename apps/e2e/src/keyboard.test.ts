/** Every page by the keyboard alone, and the pages that are not there. */
import { expect, test } from 'vitest';
import { withDemonstration } from './demonstration.ts';
import { making, open, reading } from './pages.ts';
import { expectAccessible, signInAs, visit } from './visit.ts';

const { browser, url } = withDemonstration();

test('every page can be walked by the keyboard alone, with the focus in sight', { timeout: 240_000 }, async () => {
  const { page, context } = await visit(browser());
  await signInAs(page, url(), 'Programme lead');
  for (const path of [...reading, ...making]) {
    await open(page, url(), path);
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

test.each(['/n/none/position', '/n/kent-2023/actions/none', '/n/kent-2023/none', '/none', '/accounts'])(
  '%s gets a sentence and a way back',
  async (path) => {
    const { page, context } = await visit(browser());
    await signInAs(page, url(), 'Board member, schools');
    await page.goto(url() + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    // What a page asks for may be refused only after its title is there.
    await expect
      .poll(() => page.getByRole('main').innerText())
      .toMatch(/no such|not found|no page|nothing|only an administrator/i);
    await expectAccessible(page);
    await context.close();
  },
);
