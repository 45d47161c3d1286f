import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';

const columns = [
  { head: 'Title', cell: (row: { title: string; value: number | null }) => row.title },
  { head: 'Value', cell: (row: { title: string; value: number | null }) => row.value },
];

test('texts are quoted and guarded against formulas; numbers stay numbers', () => {
  const rows = [
    { title: 'Plans, "new"', value: -2.5 },
    { title: '=HYPERLINK("x")', value: null },
    { title: '  @sum', value: 1080 },
  ];
  expect(toCsv(columns, rows)).toBe(
    'Title,Value\r\n"Plans, ""new""",-2.5\r\n"\'=HYPERLINK(""x"")",\r\n\'  @sum,1080\r\n',
  );
});

test('no text starts a formula', () => {
  fc.assert(
    fc.property(fc.string(), (title) => {
      const line = toCsv(columns, [{ title, value: 1 }]).slice('Title,Value\r\n'.length);
      expect(line).not.toMatch(/^"?\s*[=+\-@]/);
    }),
  );
});
