import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytes, page, pdf, refusal } from '../testing/sent-file.ts';

const inStream = (object: string) =>
  pdf(
    page,
    '4 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\r\n',
    deflateSync(Buffer.from(object)),
    '\nendstream endobj\n',
  );

describe('refuses a PDF that', () => {
  it.each([
    ['runs a script', pdf(page, '3 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj'), 'holds a script'],
    [
      'runs a script whose name is written by numbers',
      pdf(page, '3 0 obj << /S /J#61vaScript /J#53 (a) >> endobj'),
      'holds a script',
    ],
    ['runs a script that is packed', inStream('3 0 << /S /JavaScript /JS (a) >>'), 'holds a script'],
    ['starts a program', pdf(page, '3 0 obj << /S /Launch /F (cmd.exe) >> endobj'), 'can start a program'],
    ['holds files', pdf(page, '3 0 obj << /Type /EmbeddedFile >> stream\nMZ\nendstream endobj'), 'holds other files'],
    ['is locked', bytes('%PDF-1.7\n', page, 'trailer << /Encrypt 5 0 R >>\n%%EOF'), 'protected by a password'],
    ['is cut short', bytes('%PDF-1.7\n', page), 'cut short'],
  ])('%s', async (_name, content, part) => {
    expect(await refusal('report.pdf', content)).toContain(part);
  });

  it('never for what stands in the content of its pages', async () => {
    const content = pdf(page, '4 0 obj << /Length 20 >> stream\n(/JS /Launch) Tj\nendstream endobj\n');
    expect(await refusal('report.pdf', content)).toBe('taken');
  });

  it('unpacks without end', async () => {
    const objects = deflateSync(Buffer.alloc(101_000_000));
    const content = pdf(page, `4 0 obj << /Type /ObjStm >> stream\n`, objects, '\nendstream endobj\n');
    expect(await refusal('report.pdf', content)).toContain('unpacks to more than a document needs');
  });
});
