import type { Page } from 'playwright-core';

/** Fills fields by their labels, as a person would. */
export async function fill(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(texts)) await page.getByLabel(label, { exact: true }).fill(text);
}

/** Chooses from lists by their labels. */
export async function choose(page: Page, choices: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, choice] of Object.entries(choices))
    await page.getByLabel(label, { exact: true }).selectOption({ label: choice });
}

/** Fills the three parts of a date: "30 9 2023". */
export async function fillDate(page: Page, legend: string, date: string): Promise<void> {
  const group = page.getByRole('group', { name: legend, exact: true });
  const texts = date.split(' ');
  for (const [index, part] of ['Day', 'Month', 'Year'].entries())
    await group.getByLabel(part, { exact: true }).fill(texts[index] ?? '');
}

/** Presses a button by its exact words. */
export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** Follows a link by its exact words. */
export const follow = (page: Page, name: string): Promise<void> =>
  page.getByRole('link', { name, exact: true }).click();

/** Waits for the page whose title has these words. */
export const arrive = (page: Page, title: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
