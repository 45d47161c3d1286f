import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBlock } from './clipboard.ts';

/** Writes a block as a spreadsheet copies it: a cell with a tab, a line or a quote in it stands in quotes. */
const copied = (block: readonly (readonly string[])[], line: string): string =>
  block
    .map(
      (row) => row.map((cell) => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t') + line,
    )
    .join('');

describe('a block from a spreadsheet', () => {
  test.each([
    ['a column with the lines of Windows', '13.2%\r\n14%\r\n', [['13.2%'], ['14%']]],
    ['a column without a last line', '1\n2\n3', [['1'], ['2'], ['3']]],
    ['lines of an old Macintosh', '1\r2\r', [['1'], ['2']]],
    ['a row', '1\t2\t3\n', [['1', '2', '3']]],
    [
      'a block with blanks in it',
      '1\t\r\n\t4\r\n',
      [
        ['1', ''],
        ['', '4'],
      ],
    ],
    ['a blank at the head of a column', '\n2\n', [[''], ['2']]],
    ['cells in quotes', '"1,080"\t"13.2\nper cent"\t"say ""c"""\n', [['1,080', '13.2 per cent', 'say "c"']]],
    ['a quote that nobody closes', '"13\t2\n', [['"13', '2']]],
    ['a quote within a cell', '6" pipe\t2\n', [['6" pipe', '2']]],
    ['spaces that do not break', '\u00a01\u202f080\u00a0\n', [['1 080']]],
    ['a whole marked column', `1\n2\n${'\n'.repeat(5000)}`, [['1'], ['2']]],
    [
      'rows of unlike length',
      '1\n2\t3\n',
      [
        ['1', ''],
        ['2', '3'],
      ],
    ],
    ['nothing', '', []],
    ['nothing but lines and tabs', '\t\r\n\t\r\n', []],
  ])('%s', (_name, text, block) => {
    expect(readBlock(text)).toEqual(block);
  });

  test('what is copied is read back, whatever ends its lines', () => {
    const cell = fc
      .oneof(fc.string(), fc.constantFrom('1,080', '"', '""', 'a\tb', 'a\nb', '13.2%', '–', ''))
      .map((text) => text.replaceAll(/\s+/g, ' ').trim());
    const wide = fc.integer({ min: 1, max: 5 });
    const blocks = wide.chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    );
    fc.assert(
      fc.property(blocks, fc.constantFrom('\n', '\r\n', '\r'), (block, line) => {
        fc.pre(block.at(-1)?.at(-1) !== '');
        expect(readBlock(copied(block, line))).toEqual(block);
      }),
    );
  });

  test('any text is read as rows of one length, without an error', () => {
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^["\t\r\n 1a]{0,60}$/));
    fc.assert(
      fc.property(texts, (text) => {
        const block = readBlock(text);
        expect(new Set(block.map((row) => row.length)).size).toBeLessThanOrEqual(1);
      }),
    );
  });
});
