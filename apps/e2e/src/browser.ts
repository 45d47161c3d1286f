import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import bundled from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const installedNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installedChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => installedNames.map((name) => path.join(folder, name))).find(isProgram);
}

/** The Chromium at CHROMIUM_PATH, else an installed one, else the one that comes as a package. */
async function chromiumPath(): Promise<string> {
  return process.env['CHROMIUM_PATH'] || installedChromium() || (await bundled.executablePath());
}

/** Starts a Chromium of its own for the caller, who closes it. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** For `globalSetup` of vitest: unpacks the packaged Chromium once, before test files ask for it side by side. */
export default async function setup(): Promise<void> {
  process.env['CHROMIUM_PATH'] = await chromiumPath();
}
