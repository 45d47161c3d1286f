import type { EntryCell, EntryRow } from '@noticeboard/domain/views/entry-grid';
import { describe, expect, it } from 'vitest';
import { placeBlock } from './paste.ts';

const months = [
  { end: '2023-07-31', name: 'July 2023', ended: true },
  { end: '2023-08-31', name: 'August 2023', ended: true },
  { end: '2023-09-30', name: 'September 2023', ended: false },
];

const cell = (end: string, name: string, ended: boolean): EntryCell => ({
  month: end,
  periodStart: `${end.slice(0, 8)}01`,
  periodEnd: end,
  period: name,
  reading: null,
  beside: null,
  closed: ended ? null : { label: 'Ends 30 Sep 2023', why: 'It ends on 30 September 2023.' },
});

const row = (code: string, has: (month: number) => boolean = () => true): EntryRow => ({
  id: `measure-${code}`,
  code,
  title: 'A measure',
  basis: 'Single month',
  area: null,
  owner: null,
  rules: { unit: 'percent', decimals: 1, basis: 'month' },
  series: { points: [], largestMove: null },
  cells: months.map(({ end, name, ended }, index) => (has(index) ? cell(end, name, ended) : null)),
});

const rows = [row('1'), row('2', (month) => month === 0), row('3')];
const place = (block: string[][], at = { row: 0, column: 0 }) => placeBlock(block, rows, months, at, {});
const put = (measureId: string, month: string, text: string) => ({ measureId, month, draft: { text, over: null } });

describe('a block that is pasted', () => {
  it('goes to the right and down, and leaves blanks and cells that are none alone', () => {
    expect(
      place([
        ['1', '2'],
        ['3', '–'],
        ['', '4'],
      ]),
    ).toEqual({
      puts: [
        put('measure-1', '2023-07-31', '1'),
        put('measure-1', '2023-08-31', '2'),
        put('measure-2', '2023-07-31', '3'),
        put('measure-3', '2023-08-31', '4'),
      ],
    });
  });

  it.each([
    [
      [['1'], ['2'], ['3'], ['4']],
      { row: 0, column: 0 },
      'The block has 4 rows, but only 3 measures stand from this cell down. Nothing was pasted.',
    ],
    [
      [['1'], ['2']],
      { row: 2, column: 1 },
      'The block has 2 rows, but only 1 measure stands from this cell down. Nothing was pasted.',
    ],
    [
      [['1', '2', '3']],
      { row: 0, column: 1 },
      'The block has 3 columns, but only 2 months stand from this cell on. Nothing was pasted.',
    ],
    [
      [['1'], ['54']],
      { row: 0, column: 1 },
      '2 has no period that ends in August 2023, but the block has “54” there. Nothing was pasted.',
    ],
    [
      [['1', '2']],
      { row: 0, column: 1 },
      '1, September 2023 can’t be entered. It ends on 30 September 2023. Nothing was pasted.',
    ],
    [[], { row: 0, column: 0 }, 'There is nothing but blanks on the clipboard. Nothing was pasted.'],
  ])('%j at %j that does not fit is left out whole', (block, at, sentence) => {
    expect(place(block, at)).toEqual({ sentence });
  });
});
