import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { launchBrowser } from './browser.ts';
import { startDemonstration, type Running } from './server.ts';
import { signInAs, visit, wide, type Visit } from './visit.ts';

type Demonstration = {
  /** Where the server answers. */
  url: () => string;
  /** The address of a page of Kent's notice, such as `actions/action-6.07`. */
  at: (page: string) => string;
  /** Opens the app as the person with this title, in a session of their own that the end of the test closes. */
  as: (title: string, viewport?: typeof wide) => Promise<Visit>;
  /** What the consoles of this test complained of so far; it is expected, and forgotten. */
  heard: () => string[];
};

/** A browser and a demonstration for the tests of a file, from before the first until after the last. */
export function withDemonstration(): { browser: () => Browser; url: () => string } {
  let browser: Browser;
  let running: Running;
  beforeAll(async () => {
    [browser, running] = await Promise.all([launchBrowser(), startDemonstration(inject('demonstration'))]);
  });
  afterAll(async () => {
    await browser.close();
    await running.stop();
  });
  return { browser: () => browser, url: () => running.url };
}

/**
 * Opens a file of journeys in which people sign in, each in a session of their own that ends with the test. What a console
 * complained of and the test has not `heard` fails it.
 */
export function openDemonstration(): Demonstration {
  const { browser, url } = withDemonstration();
  let visits: Visit[] = [];
  const heard = (): string[] => visits.flatMap(({ complaints }) => complaints.splice(0));

  afterEach(async () => {
    const complaints = heard();
    await Promise.all(visits.map(({ context }) => context.close()));
    visits = [];
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
  });
  return {
    url,
    at: (page) => `${url()}/n/kent-2023/${page}`,
    as: async (title, viewport = wide) => {
      const made = await visit(browser(), viewport);
      visits.push(made);
      await signInAs(made.page, url(), title);
      return made;
    },
    heard,
  };
}
