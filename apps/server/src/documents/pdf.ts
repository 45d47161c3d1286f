/** Makes a PDF of a page with the Chromium of the machine: tagged, with the page's own margins and numbers, and no network. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OperatorError } from '@noticeboard/db/operator-error';
import type { Documents } from '../context.ts';
import { type Send, speakWith } from './devtools.ts';

const patience = 60_000;

const switches = (profile: string): string[] => [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing can be looked up, so nothing can be asked for.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  `--user-data-dir=${profile}`,
  '--remote-debugging-pipe',
  // Chromium refuses to run as root in its sandbox; what it reads is a page of our own, without a script.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  'about:blank',
];

/** Gives the page with whole addresses in its links, which on paper start from no page. */
const withAddresses = (page: Uint8Array, address: string): string =>
  Buffer.from(page)
    .toString('utf8')
    .replaceAll('href="/n/', () => `href="${address}/n/`);

const print = async (send: Send, html: string): Promise<Uint8Array> => {
  const { targetId } = await send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
  const tree = await send<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree', {}, sessionId);
  await send('Emulation.setScriptExecutionDisabled', { value: true }, sessionId);
  await send('Page.setDocumentContent', { frameId: tree.frameTree.frame.id, html }, sessionId);
  const { data } = await send<{ data: string }>(
    'Page.printToPDF',
    { printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true },
    sessionId,
  );
  return Buffer.from(data, 'base64');
};

const printed = async (chromium: string, html: string): Promise<Uint8Array> => {
  const profile = await mkdtemp(path.join(tmpdir(), 'noticeboard-pdf-'));
  const child = spawn(chromium, switches(profile), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    timeout: patience,
    killSignal: 'SIGKILL',
  });
  const gone = once(child, 'exit').catch(() => undefined);
  try {
    return await print(speakWith(child), html);
  } catch (error) {
    throw new OperatorError(
      'The PDF could not be made. Open the page and print it from your browser; your administrator can look at CHROMIUM_PATH.',
      { cause: error },
    );
  } finally {
    child.kill('SIGKILL');
    await gone;
    // Its children may write for a moment longer.
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};

/**
 * Gives what makes a PDF of a page, one after the other: a Chromium takes much of a small machine.
 * @param chromium the program
 */
export const createPdfMaker = (chromium: string): NonNullable<Documents['pdfOf']> => {
  let last: Promise<unknown> = Promise.resolve();
  return (page, address) => {
    const next = last.then(() => printed(chromium, withAddresses(page, address)));
    last = next.catch(() => undefined);
    return next;
  };
};
