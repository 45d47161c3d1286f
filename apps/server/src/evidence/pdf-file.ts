import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { refuse } from './refuse.ts';

const inflated = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate);

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
  const opening = /stream\r?\n/g;
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

/** Unpacks a stream of objects; what can't be unpacked no reader can read either. */
const unpacked = async (packed: Buffer, left: number): Promise<Buffer> => {
  try {
    return await inflated(packed, { maxOutputLength: left });
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ERR_BUFFER_TOO_LARGE')
      refuse('The PDF unpacks to more than a document needs. Print it to a new PDF and send that.');
    return Buffer.alloc(0);
  }
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
    if (!/\/ObjStm/.test(plainNames(dictionary))) continue;
    const objects = await unpacked(bytes.subarray(start, end), left);
    left -= objects.length;
    checkObjects(objects.toString('latin1'));
  }
  checkObjects(text.slice(rest));
};
