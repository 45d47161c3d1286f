import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import unpackBrowser from './browser.ts';
import { prepareDemonstration } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder with the demonstration of 25 September 2023, loaded once; each test copies it. */
    demonstration: string;
  }
}

/** Once before all journeys: the browser is unpacked and the demonstration is loaded. */
export default async function setup(project: TestProject): Promise<() => void> {
  await unpackBrowser();
  const folder = prepareDemonstration();
  project.provide('demonstration', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
