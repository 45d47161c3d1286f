import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive of a test. `flags` and `declared` are what it says of itself, whatever is true. */
export type ZipPart = {
  name: string;
  content: Buffer | string;
  stored?: boolean;
  flags?: number;
  declared?: number;
  /** The content as it was packed before, where it is used more than once. */
  packed?: Buffer;
};

/** Writes a ZIP archive, which may say of its parts what is not true. */
export const zipOf = (parts: readonly ZipPart[]): Buffer<ArrayBuffer> => {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, stored = false, flags = 0, declared, packed } of parts) {
    const plain = Buffer.from(content);
    const body = stored ? plain : (packed ?? deflateRawSync(plain));
    const size = declared ?? plain.length;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(name.length, 22);
    locals.push(Buffer.from('PK\u0003\u0004', 'latin1'), common, Buffer.from(name), body);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, rest, Buffer.from(name));
    offset += 4 + common.length + name.length + body.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
};

const openXml = 'application/vnd.openxmlformats-officedocument';
const mainTypes = {
  docx: `${openXml}.wordprocessingml.document.main+xml`,
  xlsx: `${openXml}.spreadsheetml.sheet.main+xml`,
  pptx: `${openXml}.presentationml.presentation.main+xml`,
};

/** Gives the parts of a small Office document, with more. */
export const officeParts = (ending: keyof typeof mainTypes, more: readonly ZipPart[] = [], types = ''): ZipPart[] => [
  {
    name: '[Content_Types].xml',
    content: `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${mainTypes[ending]}"/>${types}</Types>`,
  },
  {
    name: '_rels/.rels',
    content: `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="main.xml"/></Relationships>`,
  },
  { name: 'main.xml', content: '<document><body>More plans say what a child needs.</body></document>' },
  ...more,
];

/** Makes a small Office document. */
export const officeFile = (...given: Parameters<typeof officeParts>): Buffer<ArrayBuffer> =>
  zipOf(officeParts(...given));
