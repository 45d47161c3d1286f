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

test.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx', '\n=1', ' \t=1'])(
  '%j in a column of texts is shown, not run',
  (title) => {
    const [, line = ''] = /^Title,Value\r\n(.*)\r\n$/s.exec(toCsv(columns, [{ title, value: null }])) ?? [];
    expect(line.replaceAll('"', '')).toBe(`'${title},`);
  },
);

test.each([-1, -0.25, 0, 1e-7, -1.5e300])('%d in a column of numbers stays a number', (value) => {
  const line = toCsv(columns, [{ title: 'a', value }]).split('\r\n')[1] ?? '';
  expect(Number(line.slice('a,'.length))).toBe(value);
  expect(line).not.toContain("'");
});

test('a head is guarded as a text is', () => {
  expect(toCsv([{ head: '=2', cell: () => 1 }], [null])).toBe("'=2\r\n1\r\n");
});
