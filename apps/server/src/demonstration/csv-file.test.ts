import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createFolder } from '@noticeboard/db/testing/databases';
import { describe, expect, it } from 'vitest';
import { readCsv } from './csv-file.ts';
import { kentFolder, readScript } from './kent.ts';

const withFile = async <Result>(text: string, reads: (folder: string) => Result): Promise<Result> => {
  const { folder, remove } = await createFolder();
  try {
    await writeFile(path.join(folder, 'rows.csv'), text);
    return reads(folder);
  } finally {
    await remove();
  }
};
const cellsOf = (text: string) =>
  withFile(text, (folder) => readCsv(folder, 'rows.csv').map(({ cells }) => [...cells.values()]));

describe('readCsv', () => {
  it('reads commas, quotes, line breaks and empty cells', async () => {
    expect(await cellsOf('a,b,c\n"x, ""y""\nz",,1\r\n,,\n')).toEqual([
      ['x, "y"\nz', '', '1'],
      ['', '', ''],
    ]);
  });

  it('reads a last line without its end, and an empty last cell', async () => {
    expect(await cellsOf('a,b\n1,')).toEqual([['1', '']]);
  });

  it('names the file and line of a row that is too short', async () => {
    await expect(withFile('a,b\n"1\n",2\n3\n', (folder) => readCsv(folder, 'rows.csv'))).rejects.toThrow(
      /rows\.csv: line 4: There are 1 cells under 2 columns/,
    );
  });

  it('names the line of an open quotation mark', async () => {
    await expect(withFile('a,b\n"1,2\n', (folder) => readCsv(folder, 'rows.csv'))).rejects.toThrow(
      /line 2: A quotation mark is open/,
    );
  });
});

describe('readScript', () => {
  const wrong: [file: string, from: string, to: string, sentence: RegExp][] = [
    ['readings.csv', ',2.3,', ',n/a,', /readings\.csv, line \d+: "n\/a" is not a number/],
    ['actions.csv', '2023-08-31', '2023-13-31', /actions\.csv, line \d+: originalDue: Enter a real date/],
    [
      'actions.csv',
      'ehc-service-manager',
      'ehc-manager',
      /actions\.csv, line \d+: There is no member "member-ehc-manager"/,
    ],
    ['targets.csv', ',times-local', ',the-times', /targets\.csv, line \d+: There is no source "the-times"/],
    ['updates.csv', ',green,', ',blue,', /updates\.csv, line \d+: rating:/],
    ['amendments.csv', ',standing,', ',stand,', /amendments\.csv, line \d+: "stand" of "requirement" can’t be amended/],
    ['areas.csv', 'number,', 'no,', /areas\.csv, line 2: There is no column "number"/],
  ];

  it.each(wrong)('refuses %s where "%s" reads "%s"', async (file, from, to, sentence) => {
    const { folder, remove } = await createFolder();
    try {
      await cp(kentFolder, folder, { recursive: true });
      const text = await readFile(path.join(folder, file), 'utf8');
      await writeFile(path.join(folder, file), text.replace(from, to));
      expect(() => readScript(folder)).toThrow(sentence);
    } finally {
      await remove();
    }
  });
});
