import { launchBrowser } from './src/browser.ts';
import { signInAs, visit, narrow, wide } from './src/visit.ts';
const b = await launchBrowser();
const { page } = await visit(b, wide);
await signInAs(page, 'http://localhost:3469', 'Programme lead');
await page.goto('http://localhost:3469/n/kent-2023/meetings');
await page.waitForTimeout(1200);
console.log(
  await page.evaluate(() => {
    const ul = document.querySelector('.nb-packs')!;
    const r = (e: Element) => {
      const b = e.getBoundingClientRect();
      const c = getComputedStyle(e);
      return [e.tagName, e.className, b.top, b.height, c.margin, c.padding, c.display].join(' ');
    };
    return [r(ul.parentElement!), r(ul), ...[...ul.querySelectorAll('*')].map(r)].join('\n');
  }),
);
await page.setViewportSize(narrow);
await page.goto('http://localhost:3469/n/kent-2023/meetings/meeting-board-2023-09-27');
await page.waitForTimeout(1200);
console.log(
  await page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((e) => e.getBoundingClientRect().right > 395)
      .map((e) => e.tagName + '.' + e.className + ' ' + e.getBoundingClientRect().right)
      .slice(0, 10)
      .join('\n'),
  ),
);
await b.close();
