/** What the first bytes of a file say that it is, whatever its name says. */
const starts =
  (...bytes: readonly number[]) =>
  (content: Buffer): boolean =>
    content.subarray(0, bytes.length).equals(Buffer.from(bytes));
const reads =
  (text: string, at = 0) =>
  (content: Buffer): boolean =>
    content.toString('latin1', at, at + text.length) === text;

/** How a text begins, without what may stand before it: the mark of UTF-8, blanks, the declaration and comments of XML. */
const beginning = (content: Buffer): string =>
  content
    .toString('utf8', 0, 4096)
    .replace(/^\uFEFF/, '')
    .replace(/^(?:\s|<\?xml[^>]*\?>|<!--[\s\S]*?-->)+/, '')
    .toLowerCase();
const begins =
  (...texts: readonly string[]) =>
  (content: Buffer): boolean => {
    const start = beginning(content);
    return texts.some((text) => start.startsWith(text));
  };

/** Each content that is known, with its name in a sentence ("the content is that of …"), the first that fits. */
const contents = {
  pdf: { is: reads('%PDF-'), name: 'a PDF' },
  png: { is: starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), name: 'a PNG image' },
  jpeg: { is: starts(0xff, 0xd8, 0xff), name: 'a JPEG image' },
  gif: { is: (content: Buffer) => reads('GIF87a')(content) || reads('GIF89a')(content), name: 'a GIF image' },
  webp: { is: (content: Buffer) => reads('RIFF')(content) && reads('WEBP', 8)(content), name: 'a WebP image' },
  zip: { is: starts(0x50, 0x4b, 0x03, 0x04), name: 'an archive or an Office document' },
  ole: { is: starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), name: 'an old Office document' },
  archive: {
    is: (content: Buffer) =>
      [reads('Rar!'), reads('MSCF'), starts(0x37, 0x7a, 0xbc, 0xaf), starts(0x1f, 0x8b), reads('ustar', 257)].some(
        (is) => is(content),
      ),
    name: 'an archive',
  },
  program: {
    is: (content: Buffer) =>
      [
        reads('MZ'),
        starts(0x7f, 0x45, 0x4c, 0x46),
        starts(0xca, 0xfe, 0xba, 0xbe),
        starts(0xcf, 0xfa, 0xed, 0xfe),
        starts(0xfe, 0xed, 0xfa, 0xce),
        starts(0x00, 0x61, 0x73, 0x6d),
        starts(0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00),
      ].some((is) => is(content)),
    name: 'a program',
  },
  svg: { is: begins('<svg', '<!doctype svg'), name: 'an SVG drawing' },
  page: { is: begins('<!doctype', '<html', '<head', '<body', '<script'), name: 'a web page' },
  script: { is: begins('#!', '<?php'), name: 'a script' },
} as const satisfies Record<string, { is: (content: Buffer) => boolean; name: string }>;
export type Content = keyof typeof contents;

/** Says what a content is by how it begins; null where it is none that is known, such as plain text. */
export const contentOf = (content: Buffer): Content | null =>
  (Object.keys(contents) as Content[]).find((each) => contents[each].is(content)) ?? null;

/** What a content is called in a sentence. */
export const nameOf = (content: Content | null): string =>
  content === null ? 'something that Noticeboard does not know' : contents[content].name;
