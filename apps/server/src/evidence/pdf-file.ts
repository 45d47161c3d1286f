import { constants, createInflateRaw } from 'node:zlib';
import { refuse } from './refuse.ts';

/** How much is unpacked of the objects of one PDF at most, in bytes. */
const mostUnpacked = 100_000_000;

/** A PDF may write any letter of a name by its number: /J#61vaScript. */
const plainNames = (text: string): string =>
  text.replaceAll(/#([0-9a-f]{2})/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const refused: readonly [RegExp, string][] = [
  [/\/Encrypt[\s<]/, 'The PDF is protected by a password. Save it without one and send that.'],
  [/\/(?:JavaScript|JS)(?![A-Za-z0-9])/, 'The PDF holds a script. Print it to a new PDF and send that.'],
  [/\/Launch(?![A-Za-z0-9])/, 'The PDF can start a program. Print it to a new PDF and send that.'],
  [/\/EmbeddedFiles?(?![A-Za-z0-9])/, 'The PDF holds other files. Send each of them on its own.'],
];

const checkObjects = (text: string): void => {
  const plain = plainNames(text);
  for (const [shape, sentence] of refused) if (shape.test(plain)) refuse(sentence);
};

type Stream = { dictionary: string; start: number; end: number };

/** Finds the streams of a PDF: what stands between "stream" and "endstream", with the dictionary before it. */
function* streamsOf(text: string): Generator<Stream> {
  // Readers also take a space after the word, and a lone carriage return.
  const opening = /stream[ \t]*(?:\r\n?|\n)/g;
  let after = 0;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const start = found.index + found[0].length;
    const end = text.indexOf('endstream', start);
    if (end < 0) return;
    yield { dictionary: text.slice(after, found.index), start, end };
    after = end;
    opening.lastIndex = end + 'endstream'.length;
  }
}

const unusual = (): never =>
  refuse('The PDF packs its objects in a way that can’t be looked into. Print it to a new PDF and send that.');

/** How long the head of a packed stream is, in bytes. */
const headLength = 2;

/**
 * Unpacks a stream. Readers go on where it is cut short or its checksum is wrong, so that is looked into too; of one that is
 * broken within, nobody knows how much a reader shows.
 */
const unpacked = async (packed: Buffer, left: number): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  const inflating = createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH });
  inflating.end(packed.subarray(headLength));
  try {
    for await (const chunk of inflating as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > left) break;
      chunks.push(chunk);
    }
  } catch {
    unusual();
  }
  if (size > left) refuse('The PDF unpacks to more than a document needs. Print it to a new PDF and send that.');
  return Buffer.concat(chunks);
};

/** How what stands before a stream says that it is packed, without the filters by which a signature is read. */
const filtersOf = (dictionary: string): string[] =>
  [...dictionary.matchAll(/\/Filter(?![A-Za-z0-9])\s*(\[[^\]]*\]?|\/[^\s/<>[\]()]*|[^/]?)/g)]
    .map(([, filter = '']) => filter.replaceAll(/[[\]\s]/g, ''))
    .filter((filter) => !filter.startsWith('/Adobe.'));

/** Looks into a stream of objects. Packed in more ways than one, by a predictor or in a way that is said elsewhere, it is refused. */
const checkStreamOfObjects = async (bytes: Buffer, dictionary: string, left: number): Promise<number> => {
  const filters = filtersOf(dictionary);
  if (filters.some((filter) => filter !== '/FlateDecode')) unusual();
  if (/\/(?:DecodeParms|DP|F)(?![A-Za-z0-9])/.test(dictionary)) unusual();
  const objects = filters.length === 0 ? bytes : await unpacked(bytes, left);
  if (objects.length === 0) unusual();
  checkObjects(objects.toString('latin1'));
  return objects.length;
};

/**
 * Checks a PDF: it may not be locked, run a script, start a program or hold other files. It looks at the objects that stand
 * plain in the file and in its packed streams of objects, never at the content of its pages.
 * @throws DomainError
 */
export const checkPdf = async (bytes: Buffer): Promise<void> => {
  // Latin-1 gives one character for each byte, so positions in the text are positions in the file.
  const text = bytes.toString('latin1');
  if (!text.includes('%%EOF')) refuse('The PDF is cut short. Send it again.');
  let left = mostUnpacked;
  let rest = 0;
  for (const { dictionary, start, end } of streamsOf(text)) {
    checkObjects(dictionary);
    rest = end;
    const before = plainNames(dictionary);
    if (/\/ObjStm(?![A-Za-z0-9])/.test(before))
      left -= await checkStreamOfObjects(bytes.subarray(start, end), before, left);
  }
  checkObjects(text.slice(rest));
};
