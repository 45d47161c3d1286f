import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytes, ole, openDocument, program, refusal } from '../testing/sent-file.ts';
import { officeFile, officeParts, zipOf, type ZipPart } from '../testing/zip.ts';

const relations = (type: string, target: string): ZipPart => ({
  name: 'word/_rels/settings.xml.rels',
  content: `<Relationships><Relationship Target="${target}" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}"/></Relationships>`,
});
const nested = (depth: number): Buffer<ArrayBuffer> =>
  officeFile('docx', depth === 0 ? [] : [{ name: 'word/embeddings/a.docx', content: nested(depth - 1), stored: true }]);

describe('refuses a document that', () => {
  it.each([
    ['holds macros', [{ name: 'word/vbaProject.bin', content: ole }], '', 'holds macros'],
    [
      'holds macros under another name',
      [],
      '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>',
      'holds macros',
    ],
    [
      'is made for macros',
      [],
      '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
      'holds macros',
    ],
    ['holds controls', [{ name: 'word/activeX/activeX1.xml', content: '<a/>' }], '', 'an object of another program'],
    ['holds an object', [{ name: 'word/embeddings/oleObject1.bin', content: ole }], '', 'an object of another program'],
    [
      'holds an object under another name',
      [{ name: 'word/media/image1.png', content: ole }],
      '',
      'an object of another program',
    ],
    ['holds a program', [{ name: 'word/media/image1.png', content: program }], '', 'holds a program'],
    [
      'holds an archive',
      [{ name: 'word/a.bin', content: zipOf([{ name: 'a', content: 'a' }]) }],
      '',
      'holds an archive',
    ],
    ['holds a packed file', [{ name: 'word/a.bin', content: bytes([0x1f, 0x8b, 8, 0]) }], '', 'holds other files'],
    [
      'holds a document with macros',
      [{ name: 'word/embeddings/a.xlsx', content: officeFile('xlsx', [{ name: 'xl/vbaProject.bin', content: ole }]) }],
      '',
      'holds macros',
    ],
    [
      'holds documents in documents without end',
      [{ name: 'word/embeddings/a.docx', content: nested(3) }],
      '',
      'holds an archive',
    ],
    [
      'loads an object from elsewhere',
      [relations('oleObject', 'https://elsewhere.example/a')],
      '',
      'loads parts of itself from elsewhere',
    ],
    [
      'loads its template from the web',
      [relations('attachedTemplate', 'https://elsewhere.example/a.dotm')],
      '',
      'loads parts of itself from elsewhere',
    ],
  ] satisfies [string, ZipPart[], string, string][])('%s', async (_name, parts, types, part) => {
    expect(await refusal('plan.docx', officeFile('docx', parts, types))).toContain(part);
  });

  it.each([
    ['holds macros', [{ name: 'Basic/Standard/Module1.xml', content: '<a/>' }], 'holds macros'],
    [
      'is locked',
      [{ name: 'META-INF/manifest.xml', content: '<manifest:encryption-data/>' }],
      'protected by a password',
    ],
  ] satisfies [string, ZipPart[], string][])('%s, in OpenDocument', async (_name, parts, part) => {
    expect(await refusal('plan.odt', openDocument('text', parts))).toContain(part);
  });

  it('says in UTF-16 that it loads something from elsewhere', async () => {
    const { name, content } = relations('oleObject', 'https://elsewhere.example/a');
    const inUtf16 = Buffer.from(`\uFEFF${String(content)}`, 'utf16le');
    expect(await refusal('plan.docx', officeFile('docx', [{ name, content: inUtf16 }]))).toContain('from elsewhere');
  });

  it('is locked, cut short, or has two parts of one name', async () => {
    const whole = officeFile('docx');
    expect(await refusal('plan.docx', officeFile('docx', [{ name: 'a', content: 'a', flags: 1 }]))).toContain(
      'protected by a password',
    );
    expect(await refusal('plan.docx', whole.subarray(0, whole.length - 30))).toContain('damaged or cut short');
    expect(await refusal('plan.docx', officeFile('docx', officeParts('docx').slice(0, 1)))).toContain(
      'damaged or cut short',
    );
  });
});

describe('refuses what unpacks without end', () => {
  const zeros = Buffer.alloc(40_000_000);
  const packed = deflateRawSync(zeros);
  const tooMuch = 'unpacks to far more than a document needs';

  it('as it says of itself', async () => {
    expect(await refusal('plan.docx', officeFile('docx', [{ name: 'a.xml', content: zeros, packed }]))).toContain(
      tooMuch,
    );
  });
  it('whatever it says of itself', async () => {
    const lying = [{ name: 'a.xml', content: zeros, packed, declared: 1_000 }];
    expect(await refusal('plan.docx', officeFile('docx', lying))).toContain(tooMuch);
  });
  it('in many parts, each of which would be allowed', async () => {
    const content = Buffer.alloc(9_900_000);
    const part = { content, packed: deflateRawSync(content) };
    const parts = Array.from({ length: 11 }, (_, index) => ({ ...part, name: `${index}.xml` }));
    expect(await refusal('plan.docx', officeFile('docx', parts))).toContain(tooMuch);
  });
  it('in a document within the document', async () => {
    const inner = officeFile('xlsx', [{ name: 'a.xml', content: zeros, packed }]);
    expect(
      await refusal('plan.docx', officeFile('docx', [{ name: 'a.xlsx', content: inner, stored: true }])),
    ).toContain(tooMuch);
  });
  it('in more parts than a document has', async () => {
    const parts = Array.from({ length: 5_001 }, (_, index) => ({ name: `${index}.xml`, content: 'a', stored: true }));
    expect(await refusal('plan.docx', officeFile('docx', parts))).toContain(tooMuch);
  });
});
