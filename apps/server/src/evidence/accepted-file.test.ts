import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytes, jpeg, ole, openDocument, page, pdf, png, program, refusal, svg } from '../testing/sent-file.ts';
import { officeFile, zipOf, type ZipPart } from '../testing/zip.ts';
import { acceptedFile } from './accepted-file.ts';

const relation = (type: string, target: string) =>
  `<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`;

describe('takes what is what its name says', () => {
  it.each([
    ['report.pdf', pdf(page), 'application/pdf'],
    ['REPORT.PDF', pdf(page, '3 0 obj << /URI (https://example.org) >> endobj\n'), 'application/pdf'],
    ['plan.docx', officeFile('docx'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['figures.xlsx', officeFile('xlsx'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['talk.pptx', officeFile('pptx'), 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
    ['plan.odt', openDocument('text'), 'application/vnd.oasis.opendocument.text'],
    ['figures.ods', openDocument('spreadsheet'), 'application/vnd.oasis.opendocument.spreadsheet'],
    ['talk.odp', openDocument('presentation'), 'application/vnd.oasis.opendocument.presentation'],
    ['chart.png', png, 'image/png'],
    ['photo.jpg', jpeg, 'image/jpeg'],
    ['photo.jpeg', jpeg, 'image/jpeg'],
    ['moving.gif', bytes('GIF89a'), 'image/gif'],
    ['photo.webp', bytes('RIFF', [1, 0, 0, 0], 'WEBPVP8 '), 'image/webp'],
    [
      'notes.txt',
      Buffer.from('Before a record is opened, name, date of birth and school are compared.\n'),
      'text/plain',
    ],
    ['figures.csv', Buffer.from('Measure,Share\nMissing date of birth,4%\nNHS number coverage (%),98\n'), 'text/csv'],
    ['figures.csv', Buffer.from('Team,Missing date of birth,As at\nAshford,12,31/08/2023\n'), 'text/csv'],
    [
      'minutes.txt',
      Buffer.from('Checking date of birth on referral forms\nBorn of it, a list\n31/08/2023, the board\n'),
      'text/plain',
    ],
    ['figures.csv', Buffer.from('\uFEFFMeasure,Value\r\nAppeals – won,12\r\n'), 'text/csv'],
    ['notes.txt', Buffer.from('What families said.\n'), 'text/plain'],
  ])('%s', async (name, content, mediaType) => {
    expect(await acceptedFile(name, Buffer.from(content))).toEqual({ name, mediaType });
  });

  it('a document with links, a chart with its figures, and a template on the council’s own disk', async () => {
    const parts: ZipPart[] = [
      {
        name: 'word/_rels/document.xml.rels',
        content: `<Relationships>${relation('hyperlink', 'https://example.org')}${relation('attachedTemplate', 'file:///S:/Templates/Council.dotx')}</Relationships>`,
      },
      { name: 'word/embeddings/Microsoft_Excel_Sheet1.xlsx', content: officeFile('xlsx'), stored: true },
      { name: 'word/media/image1.png', content: png },
    ];
    expect(await refusal('plan.docx', officeFile('docx', parts))).toBe('taken');
  });

  it('keeps the name in one form of Unicode, without blanks around it', async () => {
    expect((await acceptedFile('  Cafe\u0301 notes.txt ', Buffer.from('a'))).name).toBe('Café notes.txt');
  });
});

describe('refuses a name', () => {
  it.each([
    ['', 'The file has no name'],
    ['../notes.txt', 'holds a path'],
    ['C:\\notes.txt', 'holds a path'],
    ['notes\u0000.txt', 'a character that can’t be kept'],
    ['notes\n.txt', 'a character that can’t be kept'],
    ['notes\u202Etxt.exe.txt', 'a character that can’t be kept'],
    ['notes\uD800.txt', 'a character that can’t be kept'],
    [`${'x'.repeat(197)}.txt`, 'must be 200 characters or fewer'],
    ['notes', 'does not say what it is'],
    ['.txt', 'does not say what it is'],
    ['born 12.03.2012.txt', 'looks like a date of birth'],
    ['DOB_12-03-2012_plan.txt', 'looks like a date of birth'],
    ['plan_9434765919.txt', 'looks like an NHS number'],
    ['943.476.5919.txt', 'looks like an NHS number'],
    ['samDOB12032015.txt', 'looks like a date of birth'],
    ['samdob12032015.txt', 'looks like a date of birth'],
    ['planH801200001001.txt', 'looks like a unique pupil number'],
  ])('%j', async (name, part) => {
    expect(await refusal(name, 'a')).toContain(part);
  });
});

describe('refuses what is never taken, and says what to send', () => {
  it.each([
    ['setup.exe', program, 'Files that end in .exe are not taken. Send a PDF'],
    ['letter.doc', ole, 'Save it as .docx and send that.'],
    ['figures.xls', ole, 'Save it as .xlsx and send that.'],
    ['talk.ppt', ole, 'Save it as .pptx and send that.'],
    ['plan.docm', officeFile('docx'), 'can hold macros'],
    ['figures.xlsm', officeFile('xlsx'), 'can hold macros'],
    ['drawing.svg', svg, 'Save it as PNG and send that.'],
    ['page.html', '<html>', 'Print it to PDF and send that.'],
    ['all.zip', zipOf([]), 'Send the files in it one by one.'],
    ['run.js', 'alert(1)', 'Files that end in .js are not taken.'],
    ['constructor', 'a', 'does not say what it is'],
    ['a.constructor', 'a', 'Files that end in .constructor are not taken.'],
  ])('%s', async (name, content, part) => {
    expect(await refusal(name, content)).toContain(part);
  });

  it.each(['report.pdf', 'plan.docx', 'photo.png', 'notes.txt'])('an empty %s', async (name) => {
    expect(await refusal(name, '')).toBe('The file is empty. Choose another file.');
  });
});

describe('refuses what is not what its name says', () => {
  it.each([
    ['report.pdf', program, 'The name ends in .pdf, but the content is that of a program.'],
    ['report.pdf', png, 'the content is that of a PNG image'],
    ['photo.png', jpeg, 'the content is that of a JPEG image'],
    ['photo.png', svg, 'the content is that of an SVG drawing'],
    ['photo.jpg', bytes('nothing'), 'the content is that of something that Noticeboard does not know'],
    ['report.pdf', bytes('Rar!', [0x1a]), 'the content is that of an archive'],
    ['plan.docx', pdf(page), 'the content is that of a PDF'],
    ['plan.docx', ole, 'This is an old Office document under a new name. Open it, save it as .docx'],
    ['plan.docx', bytes(ole, Buffer.from('EncryptedPackage', 'utf16le')), 'protected by a password'],
    ['plan.docx', officeFile('xlsx'), 'The name ends in .docx, but the content is another archive.'],
    ['plan.docx', zipOf([{ name: 'a.txt', content: 'a' }]), 'the content is another archive'],
    ['plan.odt', openDocument('spreadsheet'), 'the content is another archive'],
    ['plan.docx', openDocument('text'), 'the content is another archive'],
    ['notes.txt', svg, 'the content is that of an SVG drawing'],
    ['notes.txt', '\n <!DOCTYPE html><title>a</title>', 'the content is that of a web page'],
    ['notes.csv', '#!/bin/sh\nrm -rf /', 'the content is that of a script'],
    ['notes.txt', program, 'the content is that of a program'],
    ['notes.txt', pdf(page), 'the content is that of a PDF'],
    ['notes.txt', bytes('a', [0]), 'not plain text'],
    ['notes.txt', bytes('caf', [0xe9]), 'The text is not in UTF-8.'],
    ['notes.csv', Buffer.from('\uFEFFa,b', 'utf16le'), 'The text is not in UTF-8.'],
  ])('%s', async (name, content, part) => {
    expect(await refusal(name, content)).toContain(part);
  });
});

describe('refuses a text that could identify a child', () => {
  it.each([
    ['notes.txt', 'He was born on 12 March 2012.', 'looks like a date of birth'],
    ['figures.csv', 'Child,Number\nA,943 476 5919\n', 'looks like an NHS number'],
    ['figures.csv', '"Name";"Date of birth"\nSam;12.3.2015\n', 'its column “Date of birth” is about single children'],
    ['figures.csv', 'Children\nName,DOB\nSam,12/03/2015\n', 'its column “DOB” is about single children'],
    ['figures.csv', 'Name,Birth date\r\nSam,12/03/2015\r\n', 'its column “Birth date” is about single children'],
    [
      'figures.csv',
      'Name;Date of birth (dd/mm/yyyy)\nSam;2015-03-12 00:00\n',
      'its column “Date of birth (dd/mm/yyyy)”',
    ],
    ['figures.csv', 'Report\r\r2023\rPupil UPN\tName\rA123456789012\tSam\r', 'its column “Pupil UPN” is about'],
    ['figures.csv', 'Initials,Born\nSJ,12/03/2015\n', 'its column “Born” is about single children'],
    [
      'figures.csv',
      'Child,Birthday\nSam,12 March 2015\nAlex,unknown\n',
      'its column “Birthday” is about single children',
    ],
    ['figures.csv', 'Name,D.O.B.\n"Jones, Sam",12/03/2015\n', 'its column “D.O.B.” is about single children'],
    [
      'figures.csv',
      `${'About it\n'.repeat(25)}Name,DOB\nSam,12/03/2015\n`,
      'its column “DOB” is about single children',
    ],
    ['figures.csv', 'Name|NHS number\nSam|1234567890\n', 'its column “NHS number” is about single children'],
  ])('%s: %j', async (name, content, part) => {
    expect(await refusal(name, content)).toContain(part);
  });

  it('wherever it stands in a long one, and never for a number that is only part of a longer one', async () => {
    const line = 'What families said in August, in their own words.\n';
    const long = line.repeat(20_000);
    for (const at of [0, 199_990, 200_000, 399_995, 600_000, long.length])
      expect(await refusal('notes.txt', `${long.slice(0, at)} born 12/03/2012 ${long.slice(at)}`)).toContain(
        'a date of birth',
      );
    expect(await refusal('notes.txt', '1234567890'.repeat(60_000))).toBe('taken');
    expect(await refusal('notes.txt', long)).toBe('taken');
  });
});

const beginnings = [
  pdf(page),
  officeFile('docx'),
  officeFile('xlsx'),
  openDocument('text'),
  png,
  Buffer.from('Measure,Value\n'),
];
const names = ['a.pdf', 'a.docx', 'a.xlsx', 'a.odt', 'a.png', 'a.csv', 'a.txt'];

it('answers whatever it is sent with a media type or a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.constantFrom(...beginnings),
      fc.array(fc.tuple(fc.nat(2_000), fc.nat(255))),
      fc.nat(2_000),
      fc.uint8Array({ maxLength: 100 }),
      async (name, start, changes, cut, end) => {
        const content = Buffer.from(start);
        for (const [at, value] of changes) content[at % content.length] = value;
        const kept = cut < content.length ? content.subarray(0, cut) : content;
        const sentence = await refusal(name, Buffer.concat([kept, end]));
        expect(sentence).toMatch(/^taken$|^[A-Z].*\.$/);
      },
    ),
    { numRuns: 1_000 },
  );
});
