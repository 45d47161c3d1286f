import { identityIn } from '@noticeboard/domain/rules/identity';
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

/** A column of a table that is about single children, by its head. */
const ofOneChild = /^["'\s]*(upn|unique pupil (no\.?|number)|nhs (no\.?|number)|d\.?o\.?b\.?|date of birth)["'\s]*$/i;

const headsOf = (text: string): string[] => (/^[^\r\n]*/.exec(text)?.[0] ?? '').split(/[,;\t]/);

/**
 * Checks plain text or CSV.
 * @throws DomainError where it is another thing under the name of a text, or could identify a child
 */
export const checkText = (bytes: Buffer): void => {
  const content = contentOf(bytes);
  if (content !== null)
    refuse(`The name is that of a text, but the content is that of ${nameOf(content)}. Send the file that you meant.`);
  const text = decoded(bytes);
  // What no text holds; a tab, the ends of lines and of pages it may.
  if (/[\p{Cc}--[\t\n\f\r\u0080-\u009F]]/v.test(text))
    refuse('The file holds characters that no text has, so it is not plain text. Send the file that you meant.');
  const column = headsOf(text).find((head) => ofOneChild.test(head));
  if (column !== undefined)
    refuse(
      `The file was refused: its column ${column.trim()} is about single children. Take it out: Noticeboard keeps nothing about a single child.`,
    );
  const found = identityIn(text);
  if (found) refuse(`The file was refused. ${found}`);
};
