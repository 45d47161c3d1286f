/** Two servers over one PostgreSQL: one session holds on both, and each shows what is recorded through the other. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '@noticeboard/db/testing/postgres';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { commandLine, startServer, type Running } from './server.ts';
import { signInAs, visit } from './visit.ts';

const ends: (() => Promise<void> | void)[] = [];
let browser: Browser;
let first: Running;
let second: Running;

const run = (...command: Parameters<typeof commandLine>): void => {
  const { status, output } = commandLine(...command);
  if (status !== 0) throw new Error(output);
};

beforeAll(async () => {
  const postgres = await startPostgres();
  ends.push(postgres.stop);
  const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-e2e-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  const backup = path.join(folder, 'demonstration.backup');
  run(inject('demonstration'), ['backup', backup]);
  run(folder, ['restore', backup], { DATABASE_URL: postgres.url });
  const settings = { DATABASE_URL: postgres.url, NOTICEBOARD_MODE: 'demo', NOTICEBOARD_TODAY: '2023-09-25' };
  // One after the other: both share the secret that the first one makes.
  first = await startServer(settings, folder);
  ends.push(() => first.stop());
  second = await startServer(settings, folder);
  ends.push(() => second.stop());
  browser = await launchBrowser();
  ends.push(() => browser.close());
});
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

const open = async ({ url }: Running, title: string): Promise<Page> => {
  const { page } = await visit(browser);
  await signInAs(page, url, title);
  await page.goto(`${url}/n/kent-2023/actions/action-6.04`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
};

let count = 0;
/** Writes an update of the action as a page does, through the server that the page came from, and gives its words. */
const write = async (page: Page): Promise<string> => {
  count += 1;
  const words = `Post number ${count} was offered.`;
  const status = await page.evaluate(async (said) => {
    const { status: answered } = await fetch('/trpc/update.write', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        noticeId: 'kent-2023',
        actionId: 'action-6.04',
        measureId: null,
        requirementId: null,
        rating: 'amber',
        confidence: 'medium',
        words: said,
        recovery: null,
        forecast: null,
      }),
    });
    return answered;
  }, words);
  expect(status).toBe(200);
  return words;
};
/** Waits until a page shows words, without anybody reading it again. */
const says = (page: Page, words: string) => page.getByText(words).first().waitFor();

test('what one browser records, another on the other server shows by itself, and after its stream dropped', async () => {
  const [writer, reader] = [await open(first, 'Programme lead'), await open(second, 'Independent chair')];
  for (let times = 0; times < 3; times += 1) await says(reader, await write(writer));
  // The other way round, as somebody who may write there.
  await signInAs(reader, second.url, 'Programme lead');
  await reader.goto(`${second.url}/n/kent-2023/actions/action-6.04`);
  await reader.getByRole('heading', { level: 1 }).waitFor();
  await says(writer, await write(reader));

  await reader.context().setOffline(true);
  const missed = await write(writer);
  await says(writer, missed);
  await expect.poll(() => reader.getByText(missed).count()).toBe(0);
  await reader.context().setOffline(false);
  await says(reader, missed);
});

test('a session of one server holds on the other, which answers the same', async () => {
  const { page, context } = await visit(browser);
  await signInAs(page, first.url, 'Monitor, DfE');
  const read = async ({ url }: Running): Promise<unknown> => {
    const input = encodeURIComponent(JSON.stringify({ noticeId: 'kent-2023' }));
    const response = await context.request.get(`${url}/trpc/position.read?input=${input}`);
    expect(response.status()).toBe(200);
    return response.json();
  };
  expect(await read(second)).toEqual(await read(first));
});
