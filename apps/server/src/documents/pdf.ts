/** Makes a PDF of a page with the Chromium of the machine: tagged, with the page's own margins and numbers, and no network. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { OperatorError } from '@noticeboard/db/operator-error';
import type { Documents } from '../context.ts';

const patience = 60_000;
const run = promisify(execFile);

const switches = (folder: string, pdf: string): string[] => [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing can be looked up, so nothing can be asked for.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  `--user-data-dir=${path.join(folder, 'profile')}`,
  `--print-to-pdf=${pdf}`,
  '--no-pdf-header-footer',
  '--export-tagged-pdf',
  '--generate-pdf-document-outline',
  // Chromium refuses to run as root in its sandbox; what it reads is a page of our own, without a script.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Gives the page with what its paths start from, so that a link on paper leads to the notice and not into a folder. */
const basedOn = (page: Uint8Array, address: string): string =>
  Buffer.from(page)
    .toString('utf8')
    .replace('<head>', () => `<head><base href="${address}/">`);

const printed = async (chromium: string, page: Uint8Array, address: string): Promise<Uint8Array> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'noticeboard-pdf-'));
  try {
    const [html, pdf] = [path.join(folder, 'page.html'), path.join(folder, 'page.pdf')];
    await writeFile(html, basedOn(page, address));
    await run(chromium, [...switches(folder, pdf), pathToFileURL(html).href], {
      timeout: patience,
      killSignal: 'SIGKILL',
    });
    return await readFile(pdf);
  } catch (error) {
    throw new OperatorError(
      'The PDF could not be made. Open the page and print it from your browser; your administrator can look at CHROMIUM_PATH.',
      { cause: error },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/**
 * Gives what makes a PDF of a page, one after the other: a Chromium takes much of a small machine.
 * @param chromium the program
 */
export const createPdfMaker = (chromium: string): NonNullable<Documents['pdfOf']> => {
  let last: Promise<unknown> = Promise.resolve();
  return (page, address) => {
    const next = last.then(() => printed(chromium, page, address));
    last = next.catch(() => undefined);
    return next;
  };
};
