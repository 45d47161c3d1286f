/** Finds the columns of a table in plain text that are about single children, by their heads and by what stands below. */

/** What the head of such a column says, alone or among a few other words. */
const ofOneChild =
  /(?<![a-z])(?:upn|unique pupil (?:no|number)|nhs (?:no|number)|d\.?\s?o\.?\s?b|date of birth|birth ?date)(?![a-z])/i;
/** What it may say alone: among other words it is prose. */
const alone = /^(?:born(?: on)?|date born|birth ?day|birth)$/i;

/** Spares the lines that hold neither. */
const ofAnyHead = /upn|unique|nhs|d\.?\s?o\.?\s?b|born|birth/i;

/** More than the head of a column is long. */
const longestHead = 60;
/** How many lines under a head are looked at for what its column holds. */
const linesBelow = 10;
/** How many lines are taken for a possible head: a text of nothing else would take minutes. */
const mostLooked = 20_000;

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const dateOrNumber = new RegExp(
  [
    // A date, with or without a time of day: 12/03/2015, 2015-03-12 00:00, 12 March 2015, March 12, 2015.
    String.raw`^(?:\d{1,4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{2,4}|\d{1,2}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?${month}\.?,?[\s-]+\d{2,4}|${month}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})(?:[t\s]+\d{1,2}:\d{2}.*)?$`,
    // A long number, with a letter where it is a pupil's.
    String.raw`^[a-z]?\s?\d(?:[ \-]?\d){7,12}[a-z]?$`,
  ].join('|'),
  'i',
);

const cellsBetween = (separator: string): RegExp =>
  new RegExp(`(?:^|${separator}) *(?:"((?:[^"]|"")*)"|([^${separator}]*))`, 'g');
const tables = [
  { separator: '\t', cell: cellsBetween('\t') },
  { separator: ';', cell: cellsBetween(';') },
  { separator: '|', cell: cellsBetween(String.raw`\|`) },
  { separator: ',', cell: cellsBetween(',') },
];

/** Gives the cells of a line; what is in quotation marks may hold what parts the others. */
const cellsOf = (line: string, cell: RegExp): string[] =>
  Array.from(line.matchAll(cell), ([, quoted, plain = '']) => (quoted ?? plain).trim());

const isHead = (cell: string): boolean => cell.length <= longestHead && (ofOneChild.test(cell) || alone.test(cell));

/** Says whether at least half of what stands in a column is dates or long numbers. */
const isOfEach = (rows: readonly (readonly string[])[], column: number): boolean => {
  const cells = rows.flatMap((row) => row[column] || []);
  return cells.length > 0 && cells.filter((cell) => dateOrNumber.test(cell)).length * 2 >= cells.length;
};

/** Gives the head of a line that is about single children by what stands below; undefined where it has none. */
const headIn = (line: string, below: readonly string[]): string | undefined => {
  const table = tables.find(({ separator }) => line.includes(separator));
  if (!table) return undefined;
  const heads = cellsOf(line, table.cell);
  if (!heads.some(isHead)) return undefined;
  const rows = below.map((each) => cellsOf(each, table.cell));
  return heads.find((head, column) => isHead(head) && isOfEach(rows, column));
};

/**
 * Gives the head of a column that is about single children, wherever in a text its table begins; undefined where it has none.
 * Alone a head says nothing: a line of minutes or of figures may speak of dates of birth too.
 */
export const columnOfChildren = (text: string): string | undefined => {
  const lines = text.split(/\r\n?|\n/);
  let looked = 0;
  for (const [index, line] of lines.entries()) {
    if (!ofAnyHead.test(line)) continue;
    const found = headIn(line, lines.slice(index + 1, index + 1 + linesBelow));
    looked += 1;
    if (found !== undefined || looked === mostLooked) return found;
  }
  return undefined;
};
