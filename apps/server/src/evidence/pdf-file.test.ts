import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytes, page, pdf, refusal } from '../testing/sent-file.ts';

const script = '3 0 << /S /JavaScript /JS (a) >>';

/** A PDF with a stream of objects, of which `how` says how it is packed. */
const streamed = (packed: Buffer | string, how = '/Filter /FlateDecode', opening = 'stream\r\n') =>
  pdf(page, `4 0 obj << /Type /ObjStm ${how} >> ${opening}`, packed, '\nendstream endobj\n');
const inStream = (object: string) => streamed(deflateSync(Buffer.from(object)));
const packedScript = deflateSync(Buffer.from(script));

describe('refuses a PDF that', () => {
  it.each([
    ['runs a script', pdf(page, '3 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj'), 'holds a script'],
    [
      'runs a script whose name is written by numbers',
      pdf(page, '3 0 obj << /S /J#61vaScript /J#53 (a) >> endobj'),
      'holds a script',
    ],
    ['runs a script that is packed', inStream(script), 'holds a script'],
    ['runs a script in a stream that is not packed', streamed(script, ''), 'holds a script'],
    ['runs a script in a packed stream without its checksum', streamed(packedScript.subarray(0, -4)), 'holds a script'],
    [
      'runs a script in a packed stream with a wrong checksum',
      streamed(Buffer.concat([packedScript.subarray(0, -4), Buffer.from('none')])),
      'holds a script',
    ],
    [
      'runs a script in a stream that a lone carriage return opens',
      streamed(packedScript, '/Filter [/FlateDecode]', 'stream\r'),
      'holds a script',
    ],
    [
      'packs its objects twice',
      streamed(packedScript.toString('hex'), '/Filter [/ASCIIHexDecode /FlateDecode]'),
      'in a way that can’t be looked into',
    ],
    [
      'packs its objects twice by one name',
      streamed(deflateSync(packedScript), '/Filter [ /FlateDecode /Fl#61teDecode ]'),
      'in a way that can’t be looked into',
    ],
    [
      'says elsewhere how its objects are packed',
      streamed('3C3C', '/Filter 9 0 R'),
      'in a way that can’t be looked into',
    ],
    [
      'hides its objects behind a predictor',
      streamed(packedScript, '/Filter /FlateDecode /DecodeParms << /Predictor 12 >>'),
      'in a way that can’t be looked into',
    ],
    ['has objects that can’t be unpacked', streamed('no deflate'), 'in a way that can’t be looked into'],
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

  it('never for a signature, nor for ordinary objects in a stream, packed or not', async () => {
    const signature = '5 0 obj << /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached >> endobj\n';
    const stream = deflateSync(Buffer.from('3 0 << /Type /Font >>'));
    const signed = pdf(
      page,
      signature,
      '4 0 obj << /Type /ObjStm /Filter/FlateDecode >> stream\n',
      stream,
      '\nendstream',
    );
    expect(await refusal('report.pdf', signed)).toBe('taken');
    expect(await refusal('report.pdf', streamed('3 0 << /Type /Font >>', ''))).toBe('taken');
  });

  it('unpacks without end', async () => {
    const objects = deflateSync(Buffer.alloc(101_000_000));
    expect(await refusal('report.pdf', streamed(objects))).toContain('unpacks to more than a document needs');
  });
});
