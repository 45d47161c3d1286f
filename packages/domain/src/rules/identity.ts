/**
 * Finds what could identify a child in text (domain.md, "No child-level data anywhere"): a unique pupil number by its check
 * letter, an NHS number by its check digit, or a date beside "born", "DOB" or "date of birth".
 */
const checkLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

// Blanks of every kind are plain ones by then. No tab and no end of a line: what stands on both sides are two figures of a table.
const dash = String.raw`[ \-\u2010-\u2013]`;
const upnShapes = [
  // With its letter attached, a pupil number may be broken anywhere; apart from it, only where its parts end, because
  // "a 2023 2024 2025" is ordinary prose.
  new RegExp(String.raw`(?<![a-z0-9])[a-hj-np-rt-z]\d(?:${dash}?\d){10}${dash}?[\da-hj-np-rt-z](?![a-z0-9])`, 'gi'),
  new RegExp(
    String.raw`(?<![a-z0-9])[a-hj-np-rt-z]${dash}\d{3}${dash}?\d{4}${dash}?\d{2}${dash}?\d{2}[\da-hj-np-rt-z](?![a-z0-9])`,
    'gi',
  ),
];

// Not part of a longer number, a sum of money or an international telephone number; a first 0 is a telephone number.
const beforeNhs = String.raw`(?<!\d|\d[.,]|[£$€]\s?|\+\d{1,3}${dash}?(?:\(0\))?${dash}?)`;
const afterNhs = String.raw`(?![.,]?\d)`;
// As 3-3-4, with the same blank, dash or point in both places.
const nhsInParts = String.raw`[1-9]\d{2}([ .\-\u2010-\u2013]{1,3})\d{3}\1\d{4}`;
const nhsShape = new RegExp(String.raw`${beforeNhs}(?:[1-9]\d{9}|${nhsInParts})${afterNhs}`, 'g');
// One in eleven of the numbers by which a website knows a document would pass, so a whole one asks for whose it is.
const nhsShapeInAddress = new RegExp(
  String.raw`${beforeNhs}(?:(?<=(?<![a-z])(?:nhs|child|pupil|patient)[ /?&=.\-]{0,3}(?:(?:id|no|num|number|ref)[ /?&=.\-]{1,3})?)[1-9]\d{9}|${nhsInParts})${afterNhs}`,
  'gi',
);

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const ordinal = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const twoOfDay = '(?:0[1-9]|[12]\\d|3[01])';
const twoOfMonth = '(?:0[1-9]|1[0-2])';
const year = String.raw`(?:19|20)\d{2}`;
const date = String.raw`(?:${twoOfDay}${twoOfMonth}${year}|${year}${twoOfMonth}${twoOfDay}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:\d{4}|\d{2})|${ordinal}[\s-]+(?:of\s+)?${month}\.?,?[\s-]+(?:\d{4}|\d{2})|${month}\.?\s+${ordinal},?\s+\d{4})`;
const dateOfBirth = String.raw`(?:d\.?\s?o\.?\s?b\.?|date\s+of\s+birth|birth\s?date)`;
const birth = String.raw`(?:born|${dateOfBirth})`;
// Six digits may be a count beside "born", and are a date beside "DOB".
const shortDate = String.raw`${twoOfDay}${twoOfMonth}\d{2}`;
const weekday = String.raw`(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?`;
// "In Maidstone on", but not "in Kent before": that speaks of a year group.
const placeWord = String.raw`(?!(?:on|before|after|between|from|since|until|by|during|or|and)(?![a-z]))[a-z'\u2019-]+`;
const place = String.raw`in\s+${placeWord}(?:\s+${placeWord}){0,3}`;
const between = String.raw`[\s:;,=()\-\u2010-\u2014]*`;
// After a date, either word says whose birth it was only where it ends the phrase: "12/03/2014 (DOB)", but not "In May 2023, born
// out of the audit".
const phraseEnd = String.raw`(?= *(?:$|[.;)\]|\t\r\n]))`;
const birthAfter = String.raw`(?:(?:(?:is|was)\s+)?(?:(?:the|his|her|their)\s+)?(?:born|d\.?\s?o\.?\s?b)(?![a-z])\.?|(?:is|was)\s+(?:the|his|her|their)\s+${dateOfBirth}(?![a-z]))${phraseEnd}`;
const bornShape = new RegExp(
  [
    String.raw`(?<![a-z])${birth}(?![a-z])${between}(?:(?:on|is|was|the|${weekday}|${place})(?![a-z])${between}){0,4}(?<!\d)${date}(?!\d)`,
    String.raw`(?<![a-z])${dateOfBirth}(?![a-z])${between}(?:(?:is|was)\s+)?(?<!\d)${shortDate}(?!\d)`,
    String.raw`(?<!\d)${date}(?!\d)${between}${birthAfter}`,
  ].join('|'),
  'i',
);

const valueOf = (character: string): number =>
  /\d/.test(character) ? Number(character) : checkLetters.indexOf(character);

const isUpn = (found: string): boolean => {
  const [letter = '', ...rest] = found.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  const sum = rest.reduce((total, character, index) => total + valueOf(character) * (index + 2), 0);
  return rest.length === 12 && checkLetters[sum % 23] === letter;
};

const isNhsNumber = (found: string): boolean => {
  const digits = found.replaceAll(/\D/g, '');
  const sum = Array.from(digits.slice(0, 9)).reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  return digits.length === 10 && (11 - (sum % 11)) % 11 === Number(digits[9]);
};

const refusal = (what: string): string =>
  `The text holds what looks like ${what}. Take it out: Noticeboard keeps nothing about a single child.`;

/** The same text in plain letters and digits, without what can't be seen: neither may hide a number. */
const plainly = (text: string): string => text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '');

const holds = (text: string, shapes: readonly RegExp[], is: (found: string) => boolean): boolean =>
  shapes.some((shape) => (text.match(shape) ?? []).some(is));

const found = (text: string, nhs: RegExp): string | null => {
  if (holds(text, upnShapes, isUpn)) return refusal('a unique pupil number');
  if (holds(text, [nhs], isNhsNumber)) return refusal('an NHS number');
  return bornShape.test(text) ? refusal('a date of birth') : null;
};

/** Gives the sentence that refuses a text which could identify a child, or null where nothing is found. */
export const identityIn = (text: string): string | null => found(plainly(text), nhsShape);

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};

/** Gives the sentence that refuses a web address which could identify a child, or null where nothing is found. */
export const identityInAddress = (address: string): string | null => {
  const plain = plainly(decoded(address.replaceAll('+', ' ')).replaceAll('_', ' '));
  // A part may hold what belongs to the part before it, but a number is not broken over two.
  return found(plain, nhsShapeInAddress) ?? found(plain.replaceAll(/[/?&=]+/g, '\t'), nhsShapeInAddress);
};
