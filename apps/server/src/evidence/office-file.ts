/** Documents that are archives: those of Office (Open XML) and OpenDocument. */
import { createBudget, partsOf, type Budget, type Part } from './archive.ts';
import { contentOf } from './content.ts';
import { endingOf } from './file-name.ts';
import { refuse } from './refuse.ts';

/** What a document of each ending says that it is. */
const mainTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
} as const;
export type OfficeEnding = keyof typeof mainTypes;

const isOffice = (ending: string): ending is OfficeEnding => Object.hasOwn(mainTypes, ending);
const isOpenDocument = (ending: OfficeEnding): boolean => ending.startsWith('od');

/** A document may hold others, such as the figures of a chart, and these again; no deeper. */
const deepest = 2;

const macros = (ending: OfficeEnding) =>
  refuse(`The document holds macros, which are small programs. Save it as .${ending} without macros and send that.`);
const objects = () =>
  refuse(
    'The document holds an object of another program. Take it out, or paste it as a picture, save the document and send that.',
  );
const elsewhere = () =>
  refuse('The document loads parts of itself from elsewhere. Break its links, save it and send that.');

/** XML may also be written in UTF-16. */
const textOf = (bytes: Buffer): string =>
  new TextDecoder(
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8',
  ).decode(bytes);

const checkRelations = (xml: string): void => {
  for (const [relation] of xml.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    if (!/TargetMode\s*=\s*["']External["']/i.test(relation)) continue;
    if (/\/(?:oleObject|frame|subDocument|package)["']/i.test(relation)) elsewhere();
    // A template on the council's own disk is common and is not loaded elsewhere; one on the web may hold macros.
    if (/\/attachedTemplate["']/i.test(relation) && /Target\s*=\s*["']\s*(?:https?|ftp):/i.test(relation)) elsewhere();
  }
};

const checkName = ({ name }: Part, ending: OfficeEnding): void => {
  if (/vba(?:project|data)|macrosheets\/|^basic\/|^scripts\//i.test(name)) macros(ending);
  if (/activex|oleobject/i.test(name)) objects();
};

/** Checks what stands within a document: a picture or XML, or another document that is checked like the first. */
const checkContent = async ({ name, bytes }: Part, budget: Budget, depth: number): Promise<void> => {
  const content = contentOf(bytes);
  if (content === 'program' || content === 'script') refuse('The document holds a program. Take it out and send that.');
  if (content === 'ole') objects();
  if (content === 'archive' || content === 'pdf')
    refuse('The document holds other files. Send each of them on its own.');
  if (content !== 'zip') return;
  const ending = endingOf(name);
  if (!isOffice(ending) || depth >= deepest) return refuse('The document holds an archive. Take it out and send that.');
  await checkIn(bytes, ending, budget, depth + 1);
};

const saysWhatItIs = ({ name, bytes }: Part, ending: OfficeEnding): boolean => {
  if (isOpenDocument(ending)) return name === 'mimetype' && textOf(bytes).trim() === mainTypes[ending];
  if (name.toLowerCase() !== '[content_types].xml') return false;
  const xml = textOf(bytes);
  if (/macroEnabled|vbaProject|macrosheet/i.test(xml)) macros(ending);
  if (/activeX|oleObject/i.test(xml)) objects();
  return xml.includes(`"${mainTypes[ending]}.main+xml"`) || xml.includes(`'${mainTypes[ending]}.main+xml'`);
};

const checkIn = async (bytes: Buffer, ending: OfficeEnding, budget: Budget, depth: number): Promise<void> => {
  let known = false;
  for await (const part of partsOf(bytes, budget)) {
    checkName(part, ending);
    known ||= saysWhatItIs(part, ending);
    if (/\.rels$/i.test(part.name)) checkRelations(textOf(part.bytes));
    if (part.name === 'META-INF/manifest.xml' && textOf(part.bytes).includes('encryption-data'))
      refuse('The document is protected by a password. Save it without one and send that.');
    await checkContent(part, budget, depth);
  }
  if (!known)
    refuse(
      `The name ends in .${ending}, but the content is another archive. Open it, save it as .${ending} and send that.`,
    );
};

/**
 * Checks a document of Office or OpenDocument, and every one within it: no macros, no programs, no objects of other programs,
 * nothing that is loaded from elsewhere, nothing that unpacks without end.
 * @throws DomainError
 */
export const checkOffice = (bytes: Buffer, ending: OfficeEnding): Promise<void> =>
  checkIn(bytes, ending, createBudget(), 0);
