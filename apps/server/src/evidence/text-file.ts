import { setImmediate as others } from 'node:timers/promises';
import { identityIn } from '@noticeboard/domain/rules/identity';
import { columnOfChildren } from './columns-of-children.ts';
import { contentOf, nameOf } from './content.ts';
import { refuse } from './refuse.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

const decoded = (bytes: Buffer): string => {
  try {
    return decoder.decode(bytes);
  } catch {
    return refuse(
      'The text is not in UTF-8. In Excel, save it as "CSV UTF-8"; in another program, choose the encoding UTF-8.',
    );
  }
};

const partLength = 200_000;
/** More than anything that is looked for is long. */
const overlap = 400;

/** Gives a long text in parts that overlap, cut where a word ends, so that nothing is cut in two and no number is shortened. */
function* partsOf(text: string): Generator<string> {
  const blankFrom = (position: number): number => {
    const found = text.slice(position, position + overlap).search(/[\s,;]/);
    return position + Math.max(found, 0);
  };
  for (let start = 0; start < text.length; start += partLength) {
    yield text.slice(start === 0 ? 0 : blankFrom(start - overlap), blankFrom(start + partLength));
  }
}

const checkIdentity = async (text: string): Promise<void> => {
  for (const part of partsOf(text)) {
    const found = identityIn(part);
    if (found) refuse(`The file was refused. ${found}`);
    // A text of 15 MB takes seconds, during which others are answered.
    await others();
  }
};

/**
 * Checks plain text or CSV.
 * @throws DomainError where it is another thing under the name of a text, or could identify a child
 */
export const checkText = async (bytes: Buffer): Promise<void> => {
  const content = contentOf(bytes);
  if (content !== null)
    refuse(`The name is that of a text, but the content is that of ${nameOf(content)}. Send the file that you meant.`);
  const text = decoded(bytes);
  // What no text holds; a tab, the ends of lines and of pages it may.
  if (/[\p{Cc}--[\t\n\f\r\u0080-\u009F]]/v.test(text))
    refuse('The file holds characters that no text has, so it is not plain text. Send the file that you meant.');
  const column = columnOfChildren(text);
  if (column !== undefined)
    refuse(
      `The file was refused: its column “${column}” is about single children. Take it out: Noticeboard keeps nothing about a single child.`,
    );
  await checkIdentity(text);
};
