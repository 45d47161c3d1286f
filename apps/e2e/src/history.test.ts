import { describe, expect, it } from 'vitest';
import { withDemonstration } from './demonstration.ts';
import { signInAs, visit } from './visit.ts';

const { browser, url } = withDemonstration();

const on = (page: string): string => `${url()}/n/kent-2023/${page}`;

describe('looking back', () => {
  it('shows a board member in two clicks what stood on 12 May, on the position and in the history', async () => {
    const { page, complaints } = await visit(browser());
    await signInAs(page, url(), 'Board member');
    await page.getByRole('button', { name: /12 May/ }).click();
    await page.getByText('Looking back: read-only').waitFor();
    await page.getByRole('heading', { level: 1, name: /is due today/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('asAt')).toBe('2023-05-12');

    await page.getByRole('link', { name: 'History', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /recorded by 12 May 2023/ }).waitFor();
    const days = await page.locator('.nb-history__head strong').allTextContents();
    expect(days[0]).toMatch(/2023$/);
    expect(days.filter((day) => /(June|July|August|September) 2023/.test(day))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe('the history of a change', () => {
  it('tells before, after, reason, person and place, and can be narrowed to it', async () => {
    const { page, complaints } = await visit(browser());
    await signInAs(page, url(), 'EHC service manager');
    // The same call as the form of the action's page sends.
    const answer = await page.request.post(`${url()}/trpc/action.setForecast`, {
      headers: { origin: url() },
      data: {
        noticeId: 'kent-2023',
        id: 'action-6.04',
        expectedVersion: await versionOf(page.request.get(`${url()}/trpc/action.read?${asked}`)),
        forecast: '2023-11-30',
        reason: 'Two trainers are ill.',
      },
    });
    expect(answer.ok()).toBe(true);

    await page.goto(on('history?entity=action&id=action-6.04'));
    await page
      .getByRole('heading', { level: 1, name: 'History of Action 6.04, Casework team in post and trained' })
      .waitFor();
    const newest = page.locator('.nb-history__change').first();
    const words = (await newest.textContent()) ?? '';
    expect(words).toContain('25 September 2023');
    expect(words).toContain('EHC service manager');
    expect(words).toContain('Two trainers are ill.');
    const cells = await newest
      .getByRole('row', { name: /Forecast/ })
      .getByRole('cell')
      .allTextContents();
    expect(cells).toEqual(['31 October 2023', '30 November 2023']);
    const place = await newest.locator('.nb-history__hash').textContent();
    expect(await page.locator('.nb-history__verify code').first().textContent()).toContain(place);
    expect(complaints).toEqual([]);
  });

  it('pages to older changes and back, and starts at the newest with another filter', async () => {
    const { page, complaints } = await visit(browser());
    await signInAs(page, url(), 'Board member');
    await page.goto(on('history'));
    const first = page.locator('.nb-history__hash').first();
    const newest = await first.textContent();
    await page.getByRole('link', { name: 'Older changes' }).click();
    await page.getByRole('link', { name: 'Newest changes' }).waitFor();
    await page.locator('.nb-history[aria-busy="false"]').waitFor();
    expect(await first.textContent()).not.toBe(newest);
    await page.goBack();
    await page.getByRole('link', { name: 'Newest changes' }).waitFor({ state: 'detached' });
    await page.locator('.nb-history[aria-busy="false"]').waitFor();
    expect(await first.textContent()).toBe(newest);

    await page.getByRole('combobox', { name: 'What' }).selectOption('Date change');
    await page.getByRole('button', { name: 'Clear filters' }).waitFor();
    await page.locator('.nb-history[aria-busy="false"]').waitFor();
    expect(await page.getByRole('heading', { level: 3, name: /Date change/ }).count()).toBeGreaterThan(0);
    expect(await page.getByRole('heading', { level: 3, name: /^Added Update/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.waitForURL((address) => address.search === '');
    expect(complaints).toEqual([]);
  });
});

const asked = new URLSearchParams({ input: JSON.stringify({ noticeId: 'kent-2023', id: 'action-6.04' }) }).toString();

async function versionOf(answering: Promise<{ json: () => Promise<unknown> }>): Promise<number> {
  const { result } = (await (await answering).json()) as { result: { data: { version: number } } };
  return result.data.version;
}
