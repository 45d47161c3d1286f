import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { launchBrowser } from './browser.ts';
import { startDemonstration, type Running } from './server.ts';
import { signInAs, visit, wide, type Visit } from './visit.ts';

export type Demonstration = {
  /** Where the server answers. */
  url: () => string;
  /** The address of a page of Kent's notice, such as `actions/action-6.07`. */
  at: (page: string) => string;
  /** Opens the app as the person with this title, in a session of their own that the end of the test closes. */
  as: (title: string, viewport?: typeof wide) => Promise<Visit>;
  /** What the consoles of this test complained of so far; it is expected, and forgotten. */
  heard: () => string[];
};

/**
 * Opens a file of journeys: a demonstration and a browser of its own, for all of its tests. What a console complained of and
 * no test has `heard` fails the test.
 */
export function openDemonstration(): Demonstration {
  let server: Running;
  let browser: Browser;
  let visits: Visit[] = [];
  const heard = (): string[] => visits.flatMap(({ complaints }) => complaints.splice(0));

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startDemonstration(inject('demonstration'))]);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });
  afterEach(async () => {
    const complaints = heard();
    await Promise.all(visits.map(({ context }) => context.close()));
    visits = [];
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
  });
  return {
    url: () => server.url,
    at: (page) => `${server.url}/n/kent-2023/${page}`,
    as: async (title, viewport = wide) => {
      const made = await visit(browser, viewport);
      visits.push(made);
      await signInAs(made.page, server.url, title);
      return made;
    },
    heard,
  };
}
