import { identityIn } from '@noticeboard/domain/rules/identity';
import { refuse } from './refuse.ts';

const longest = 200;
/** Control characters, and those that turn the direction of writing, by which "fdp.exe" can be shown as "exe.pdf". */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Parts a name into its words: "samDOB12032015_final" is "sam DOB 12032015 final". */
const inWords = (name: string): string =>
  name.replaceAll(/[_+~]/g, ' ').replaceAll(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=dob[^\p{L}]*\d)/giu, ' ');

/**
 * Gives the name of a file as it is kept: trimmed, in one form of Unicode.
 * @throws DomainError where it is no plain file name, or could identify a child
 */
export const checkedName = (given: string): string => {
  if (!given.isWellFormed() || hidden.test(given))
    refuse('The name of the file has a character that can’t be kept. Rename the file and send it again.');
  const name = given.normalize('NFC').trim();
  if (name.length === 0) refuse('The file has no name. Name it and send it again.');
  if (name.length > longest)
    refuse(`The name of the file must be ${longest} characters or fewer. Rename it and send it again.`);
  if (/[/\\]/.test(name)) refuse('The name of the file holds a path. Send the file by its name alone.');
  const found = identityIn(name) ?? identityIn(inWords(name));
  if (found) refuse(`The name of the file was refused. ${found}`);
  return name;
};

/** Gives the ending of a name in lower case, without its dot; empty where there is none. */
export const endingOf = (name: string): string => /[^.]\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
