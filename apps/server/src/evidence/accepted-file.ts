/** Which files are taken as evidence: what their bytes say that they are, where their name says the same. */
import { contentOf, nameOf, type Content } from './content.ts';
import { checkedName, endingOf } from './file-name.ts';
import { checkOffice, type OfficeEnding } from './office-file.ts';
import { checkPdf } from './pdf-file.ts';
import { refuse } from './refuse.ts';
import { checkText } from './text-file.ts';

/** The most bytes that a file may have. */
export const mostFileBytes = 15_000_000;

type Kind = { mediaType: string; content: Content | null; check?: (bytes: Buffer) => Promise<void> };

const office = (mediaType: string, ending: OfficeEnding): Kind => ({
  mediaType,
  content: 'zip',
  check: (bytes) => checkOffice(bytes, ending),
});
const openXml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/** What is taken, by the ending of its name. */
const kinds: Readonly<Record<string, Kind>> = {
  pdf: { mediaType: 'application/pdf', content: 'pdf', check: checkPdf },
  docx: office(`${openXml}.wordprocessingml.document`, 'docx'),
  xlsx: office(`${openXml}.spreadsheetml.sheet`, 'xlsx'),
  pptx: office(`${openXml}.presentationml.presentation`, 'pptx'),
  odt: office(`${openDocument}.text`, 'odt'),
  ods: office(`${openDocument}.spreadsheet`, 'ods'),
  odp: office(`${openDocument}.presentation`, 'odp'),
  png: { mediaType: 'image/png', content: 'png' },
  jpg: { mediaType: 'image/jpeg', content: 'jpeg' },
  jpeg: { mediaType: 'image/jpeg', content: 'jpeg' },
  gif: { mediaType: 'image/gif', content: 'gif' },
  webp: { mediaType: 'image/webp', content: 'webp' },
  csv: { mediaType: 'text/csv', content: null, check: checkText },
  txt: { mediaType: 'text/plain', content: null, check: checkText },
};

/** The endings that people try, with what to send in their place. */
const instead: Readonly<Record<string, string>> = {
  doc: 'This is an old Word document. Save it as .docx and send that.',
  xls: 'This is an old Excel workbook. Save it as .xlsx and send that.',
  ppt: 'This is an old PowerPoint presentation. Save it as .pptx and send that.',
  docm: 'This document can hold macros, which are small programs. Save it as .docx and send that.',
  xlsm: 'This workbook can hold macros, which are small programs. Save it as .xlsx and send that.',
  pptm: 'This presentation can hold macros, which are small programs. Save it as .pptx and send that.',
  xlsb: 'This workbook can hold macros, which are small programs. Save it as .xlsx and send that.',
  svg: 'An SVG drawing can hold a script. Save it as PNG and send that.',
  htm: 'A web page can hold a script. Print it to PDF and send that.',
  html: 'A web page can hold a script. Print it to PDF and send that.',
  heic: 'This picture is in a format that not everybody can open. Save it as JPEG and send that.',
  zip: 'This is an archive. Send the files in it one by one.',
  eml: 'This is a message. Print it to PDF and send that.',
  msg: 'This is a message. Print it to PDF and send that.',
};

const offered =
  'Send a PDF, a Word, Excel, PowerPoint or OpenDocument file, a PNG, JPEG, WebP or GIF image, a CSV or a text.';

const kindOf = (name: string): Kind => {
  const ending = endingOf(name);
  const kind = Object.hasOwn(kinds, ending) ? kinds[ending] : undefined;
  if (kind) return kind;
  const sentence = Object.hasOwn(instead, ending) ? instead[ending] : undefined;
  return refuse(
    sentence ??
      (ending === ''
        ? `The name of the file does not say what it is, such as .pdf. ${offered}`
        : `Files that end in .${ending} are not taken. ${offered}`),
  );
};

/** The media types of all that is taken: what a file may be served as. */
export const mediaTypes: ReadonlySet<string> = new Set(Object.values(kinds).map(({ mediaType }) => mediaType));

const checkBeginning = (bytes: Buffer, ending: string, { content }: Kind): void => {
  const found = contentOf(bytes);
  if (content === null || found === content) return;
  if (found === 'ole' && bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    refuse('The document is protected by a password. Save it without one and send that.');
  if (found === 'ole' && content === 'zip')
    refuse(`This is an old Office document under a new name. Open it, save it as .${ending} and send that.`);
  refuse(`The name ends in .${ending}, but the content is that of ${nameOf(found)}. Send the file that you meant.`);
};

/**
 * Decides whether a file may be kept as evidence.
 * @returns its name as it is kept, and its media type by what was found in it
 * @throws DomainError with the sentence why it may not
 */
export const acceptedFile = async (given: string, bytes: Buffer): Promise<{ name: string; mediaType: string }> => {
  const name = checkedName(given);
  const kind = kindOf(name);
  if (bytes.length === 0) refuse('The file is empty. Choose another file.');
  checkBeginning(bytes, endingOf(name), kind);
  await kind.check?.(bytes);
  return { name, mediaType: kind.mediaType };
};
