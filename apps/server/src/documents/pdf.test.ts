import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { createPdfMaker } from './pdf.ts';

const profiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith('noticeboard-pdf-'));

it('says what to do where the program is no Chromium, again and again, and leaves nothing behind', async () => {
  const before = profiles();
  for (const program of [process.execPath, '/no/such/chromium']) {
    const pdfOf = createPdfMaker(program);
    const page = Buffer.from('<!doctype html><title>Pack</title>');
    const made = await Promise.allSettled([pdfOf(page, 'http://a.example'), pdfOf(page, 'http://a.example')]);
    for (const each of made)
      expect(each).toMatchObject({
        status: 'rejected',
        reason: {
          message: expect.stringMatching(/^The PDF could not be made\. Open the page and print it/) as unknown,
        },
      });
  }
  expect(profiles()).toEqual(before);
});
