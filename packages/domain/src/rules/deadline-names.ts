import type { Deadline } from './deadlines.ts';

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

/** Names requirements by their numbers: "requirement 1", "requirements 4a, 4b and 4c", "commitment c1". */
export const requirementsInWords = (deadlines: readonly Deadline[]): string => {
  const named = (kind: 'clause' | 'commitment', one: string): string[] => {
    const codes = deadlines
      .filter(({ requirement }) => requirement.kind === kind)
      .map(({ requirement }) => requirement.code);
    return codes.length === 0 ? [] : [`${one}${codes.length === 1 ? '' : 's'} ${list(codes)}`];
  };
  return list([...named('clause', 'requirement'), ...named('commitment', 'commitment')]);
};
