/** Files as people send them, real and false, and what becomes of each. */
import { DomainError } from '@noticeboard/domain/domain-error';
import { acceptedFile } from '../evidence/accepted-file.ts';
import { zipOf, type ZipPart } from './zip.ts';

/** Puts bytes together: texts in Latin-1, numbers, and what is bytes already. */
export const bytes = (...given: (string | number[] | Buffer)[]): Buffer =>
  Buffer.concat(given.map((each) => (typeof each === 'string' ? Buffer.from(each, 'latin1') : Buffer.from(each))));

/** Makes a small PDF of some objects. */
export const pdf = (...objects: (string | Buffer)[]): Buffer =>
  bytes('%PDF-1.7\n', ...objects, '\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n');
export const page = '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n';
/** Makes a small OpenDocument file. */
export const openDocument = (type: string, more: ZipPart[] = []): Buffer =>
  zipOf([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${type}`, stored: true },
    { name: 'content.xml', content: '<office:document-content/>' },
    ...more,
  ]);

export const png = bytes([0x89], 'PNG\r\n', [0x1a, 0x0a], 'IHDR');
export const jpeg = bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF');
export const ole = bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'Root Entry');
export const program = bytes('MZ', [0x90, 0x00], 'This program cannot be run in DOS mode.');
export const svg =
  '<?xml version="1.0"?>\n<!-- a drawing -->\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

/** Gives the sentence that refuses a file, or `taken`. Anything else that is thrown is thrown on. */
export const refusal = async (name: string, content: Buffer | string): Promise<string> => {
  try {
    await acceptedFile(name, Buffer.from(content));
  } catch (error) {
    if (error instanceof DomainError && error.code === 'invalid') return error.message;
    throw error;
  }
  return 'taken';
};
