import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, endOfMonth } from '../calendar.ts';
import type { Reading } from '../measure.ts';
import { bases, keysOf, units } from '../scales.ts';
import { aReading } from '../testing/rows.ts';
import { largestMoveOf, readEntries, type Entry, type Point } from './doubts.ts';

const today = '2023-09-25';
const percent = { unit: 'percent', decimals: 1, basis: 'month' } as const;
const count = { unit: 'count', decimals: 0, basis: 'month' } as const;

const month = (end: string) => ({ periodStart: `${end.slice(0, 8)}01`, periodEnd: end });
const point = (end: string, value: number | null, over: Partial<Reading> = {}): Point =>
  aReading({ ...month(end), value, symbol: value === null ? 'c' : null, ...over });
const entry = (end: string, written: string, over: Partial<Entry> = {}): Entry => ({
  ...month(end),
  written,
  standing: null,
  beside: null,
  ...over,
});
const read = (
  measure: Parameters<typeof readEntries>[0],
  points: readonly Point[],
  entries: readonly Entry[],
  on = today,
) => readEntries(measure, { points, largestMove: largestMoveOf(measure.basis, points) }, entries, on);

const since = (end: string, value: number, periodStart: string) =>
  point(end, value, { basis: 'yearToDate', periodStart });
const quiet = [point('2023-05-31', 12), point('2023-06-30', 13), point('2023-07-31', 13.5)];

describe('one cell', () => {
  test.each([
    ['14.1%', 14.1],
    ['14.5', 14.5],
  ])('%s is a new reading without a doubt', (written, value) => {
    expect(read(percent, quiet, [entry('2023-08-31', written)])).toEqual([
      { outcome: 'add', value: { value, qualifier: 'exact', symbol: null }, findings: [] },
    ]);
  });

  test.each(['', ' ', '-', '–', '—', '−', '--', '- -', '– – –'])('%j says nothing', (written) => {
    expect(read(percent, quiet, [entry('2023-08-31', written)])).toEqual([
      { outcome: 'nothing', value: null, findings: [] },
    ]);
  });

  test.each([
    ['..', null, 'x', '“..” is read as x'],
    ['n/a', null, 'z', '“n/a” is read as z'],
    ['1.4E+1', 14, null, '“1.4E+1” is read as 14.'],
  ])('%s is read, and has to be looked at', (written, value, symbol, sentence) => {
    const [found] = read(percent, quiet, [entry('2023-08-31', written)]);
    expect(found).toMatchObject({
      outcome: 'add',
      value: { value, symbol },
      findings: [{ kind: 'readAs', blocks: false }],
    });
    expect(found?.findings[0]?.sentence).toContain(sentence);
  });

  test.each([
    ['none', 'notAValue', '“none” is not a value.'],
    ['x'.repeat(51), 'notAValue', 'A value must be 50 characters or fewer.'],
    ['12 days', 'notAValue', 'This is not counted in “days”.'],
    ['101%', 'notAllowed', 'A percentage must be between 0% and 100%.'],
    ['-1', 'notAllowed', 'A percentage must be between 0% and 100%.'],
    ['13.25', 'notAllowed', 'Enter a number with 1 decimal or fewer'],
  ])('%s blocks', (written, kind, sentence) => {
    const [{ findings } = { findings: [] }] = read(percent, quiet, [entry('2023-08-31', written)]);
    expect(findings).toMatchObject([{ kind, blocks: true }]);
    expect(findings[0]?.sentence).toContain(sentence);
  });

  test('a period that has not ended blocks, until its last day has come', () => {
    expect(read(percent, quiet, [entry('2023-09-30', '14')])[0]?.findings).toEqual([
      {
        kind: 'notEnded',
        blocks: true,
        sentence: 'This period ends on 30 September 2023. Enter its reading after that.',
      },
    ]);
    expect(read(percent, quiet, [entry('2023-09-30', '14')], '2023-09-30')[0]?.findings).toEqual([]);
  });
});

const found = (...given: Parameters<typeof read>) =>
  read(...given).map(({ findings }) => findings.map(({ kind }) => kind));
const sentences = (...given: Parameters<typeof read>) =>
  read(...given).map(({ findings }) => findings.map(({ sentence }) => sentence).join(' '));

describe('a reading that stands', () => {
  const july = aReading({ ...month('2023-07-31'), value: 13.5 });

  test('is corrected only after a look', () => {
    expect(read(percent, quiet, [entry('2023-07-31', '13', { standing: july })])).toMatchObject([
      { outcome: 'correct', findings: [{ kind: 'overwrites', blocks: false }] },
    ]);
    expect(sentences(percent, quiet, [entry('2023-07-31', '13', { standing: july })])).toEqual([
      '13.5% for July 2023 stands here. It is corrected to 13.0%; both stay in the history.',
    ]);
  });

  test('is left where the same is typed, and where nothing is', () => {
    expect(read(percent, quiet, [entry('2023-07-31', '13.50 %', { standing: july })])).toMatchObject([
      { outcome: 'same', findings: [] },
    ]);
    expect(read(percent, quiet, [entry('2023-07-31', '–', { standing: july })])).toMatchObject([
      { outcome: 'nothing', findings: [{ kind: 'stays', blocks: false }] },
    ]);
  });

  test('that is cited loses its source', () => {
    const published = { ...july, mark: 'published' } as const;
    expect(sentences(percent, quiet, [entry('2023-07-31', '13', { standing: published })])).toEqual([
      '13.5% for July 2023 stands here (published). It is corrected to 13.0%, without that source; both stay in the history.',
    ]);
  });

  test('with a numerator, or in dispute, is not corrected here', () => {
    for (const more of [{ numerator: 27, denominator: 200 }, { disputed: 'Minutes differ.' }]) {
      const standing = { ...july, ...more };
      expect(found(percent, quiet, [entry('2023-07-31', '13', { standing })])).toEqual([['onItsPage']]);
    }
  });

  test('of another day of the month is told', () => {
    expect(
      sentences(percent, quiet, [entry('2023-08-31', '14', { beside: point('2023-08-18', 13, month('2023-08-18')) })]),
    ).toEqual([
      '13.0% for 1 August 2023 to 18 August 2023 stands in the same month. This one is added beside it, not in its place.',
    ]);
  });
});

describe('what the series says', () => {
  test('a jump beyond what it ever did', () => {
    expect(sentences(percent, quiet, [entry('2023-08-31', '41.1')])).toEqual([
      'It is 27.6 points above 13.5% for July 2023. The most it ever moved was 1.0 point.',
    ]);
    expect(found(percent, quiet, [entry('2023-08-31', '12.5')])).toEqual([[]]);
    expect(found(percent, quiet, [entry('2023-08-31', '12.4')])).toEqual([['jump']]);
  });

  test('of a series that moved only once or never', () => {
    expect(found(count, [point('2023-07-31', 1080)], [entry('2023-08-31', '10,800')])).toEqual([['jump']]);
    expect(found(count, [point('2023-07-31', 1080)], [entry('2023-08-31', '108')])).toEqual([['jump']]);
    expect(found(count, [point('2023-07-31', 1080)], [entry('2023-08-31', '2,000')])).toEqual([[]]);
    const flat = [point('2023-06-30', 5), point('2023-07-31', 5)];
    expect(sentences(count, flat, [entry('2023-08-31', '6')])).toEqual([
      'It is 1 above 5 for July 2023. It never moved before.',
    ]);
  });

  test('is held against the next reading where there is none before', () => {
    expect(found(percent, quiet, [entry('2023-04-30', '90')])).toEqual([['jump']]);
    expect(found(percent, quiet, [entry('2023-04-30', '11.5')])).toEqual([[]]);
  });

  test('compares each cell with the one typed before it', () => {
    const [june, july, august] = found(
      percent,
      quiet.slice(0, 2),
      [entry('2023-07-31', '13.5'), entry('2023-08-31', '20'), entry('2023-09-30', '20.5')].slice(0, 3),
      '2023-10-02',
    );
    expect([june, july, august]).toEqual([[], ['jump'], []]);
  });

  test('a bound or a symbol is no jump', () => {
    expect(found(percent, quiet, [entry('2023-08-31', 'over 90')])).toEqual([[]]);
    expect(found(percent, quiet, [entry('2023-08-31', 'c')])).toEqual([[]]);
    expect(found(percent, [...quiet, point('2023-08-31', null)], [entry('2023-09-30', '14')], '2023-10-01')).toEqual([
      [],
    ]);
  });

  test('a year to date that began again did not jump', () => {
    const year = { ...percent, basis: 'yearToDate' } as const;
    const points = [since('2023-07-31', 54, '2022-09-01'), since('2023-08-31', 54.05, '2022-09-01')];
    const next = { ...entry('2023-09-30', '3.7'), periodStart: '2023-09-01' };
    expect(found(year, points, [next], '2023-10-02')).toEqual([[]]);
    expect(largestMoveOf('yearToDate', [...points, since('2023-09-30', 3.7, '2023-09-01')])).toBeCloseTo(0.05);
  });

  test('a share of 1 in a percentage', () => {
    const hundredth = { ...percent, decimals: 2 };
    expect(sentences(hundredth, [point('2023-07-31', 13.5)], [entry('2023-08-31', '0.14')])[0]).toContain(
      'A share of 1 is written as 14.00%.',
    );
    expect(found(hundredth, [point('2023-07-31', 0.5)], [entry('2023-08-31', '0.14')])).toEqual([[]]);
  });

  test('another basis is never compared, and is told', () => {
    const points = [...quiet.slice(0, 1), point('2023-06-30', 70, { basis: 'notStated' })];
    expect(sentences(percent, points, [entry('2023-07-31', '12')])).toEqual([
      'The reading before, 70.0% for June 2023, has another basis: basis not stated. This one is single month.',
    ]);
    expect(found(percent, points, [entry('2023-07-31', '12'), entry('2023-08-31', '12')])).toEqual([
      ['otherBasis'],
      [],
    ]);
  });
});

const values = fc.double({ min: 0, max: 100, noNaN: true }).map((value) => Math.round(value * 10) / 10);
const ends = fc.integer({ min: 0, max: 40 }).map((months) => endOfMonth(addMonths('2020-01-31', months)));

describe('for any series', () => {
  test('whatever is typed is read without an error, and each finding is a sentence', () => {
    const points = fc.array(
      fc.record({
        end: ends,
        value: fc.option(values),
        basis: fc.constantFrom(...keysOf(bases)),
      }),
      { maxLength: 12 },
    );
    const written = fc.oneof(fc.string({ maxLength: 60 }), fc.stringMatching(/^[-<>~0-9,.% czxu]{0,20}$/));
    const measures = fc.record({
      unit: fc.constantFrom(...keysOf(units)),
      decimals: fc.integer({ min: 0, max: 4 }),
      basis: fc.constantFrom(...keysOf(bases)),
    });
    fc.assert(
      fc.property(measures, points, fc.uniqueArray(ends, { maxLength: 6 }), written, (measure, given, cells, text) => {
        const series = given
          .map(({ end, value, basis }) => point(end, value, { basis }))
          .toSorted((a, b) => (a.periodEnd < b.periodEnd ? -1 : 1));
        const reads = read(
          measure,
          series,
          cells.map((end) => entry(end, text)),
        );
        expect(reads).toHaveLength(cells.length);
        for (const { findings, outcome, value } of reads) {
          for (const { sentence } of findings) expect(sentence).toMatch(/^(?!.*(?:NaN|undefined|Infinity)).+\.$/s);
          // What could not be read never goes on to be saved.
          expect(outcome === 'nothing' || value !== null || findings.some(({ blocks }) => blocks)).toBe(true);
        }
      }),
    );
  });

  test('no value within what the series did is called a jump', () => {
    fc.assert(
      fc.property(
        fc.array(values, { minLength: 3, maxLength: 20 }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (given, share) => {
          const points = given.map((value, index) => point(endOfMonth(addMonths('2020-01-31', index)), value));
          const most = largestMoveOf('month', points) ?? 0;
          const next = Math.min(100, Math.max(0, Math.trunc((given.at(-1) ?? 0) * 10 + share * most * 10) / 10));
          const end = endOfMonth(addMonths('2020-01-31', given.length));
          expect(found(percent, points, [entry(end, String(next))])[0]).not.toContain('jump');
        },
      ),
    );
  });
});
