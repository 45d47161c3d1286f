import { describe, expect, test } from 'vitest';
import { isoDate, text, webAddress } from './fields.ts';

const sentenceOf = (
  schema: { safeParse: (value: unknown) => { error?: { issues: { message: string }[] } } },
  value: unknown,
) => schema.safeParse(value).error?.issues.map(({ message }) => message);

describe('a date', () => {
  test.each(['1900-01-01', '2024-02-29', '2199-12-31'])('%s is taken', (day) => {
    expect(isoDate.parse(day)).toBe(day);
  });

  test.each(['2023-13-01', '2023-02-29', 'n/a'])('%s is refused once, as no real date', (day) => {
    expect(sentenceOf(isoDate, day)).toEqual(['Enter a real date, such as 30 September 2023.']);
  });

  // A due date of the year 9999 once made the chart of completion run for ever.
  test.each(['1899-12-31', '2200-01-01', '9999-12-31'])('%s is refused as too far away', (day) => {
    expect(sentenceOf(isoDate, day)).toEqual(['Enter a date from 1900 to 2199, such as 30 September 2023.']);
  });
});

describe('a text', () => {
  test.each(['a\u0000b', 'a\uD800b'])('%j is refused, since no database keeps it as it was written', (value) => {
    expect(sentenceOf(text('Title', 20), value)).toEqual([
      'Title has a character that can’t be kept. Type the text again rather than pasting it.',
    ]);
  });

  test('may hold any whole character', () => {
    expect(text('Title', 20).parse(' Ŵ 😀 ')).toBe('Ŵ 😀');
  });
});

describe('a web address', () => {
  test('is refused where it could identify a child', () => {
    expect(sentenceOf(webAddress, 'https://council.test/child/9434765919?dob=12/03/2015')).toEqual([
      'The text holds what looks like an NHS number. Take it out: Noticeboard keeps nothing about a single child.',
    ]);
    expect(webAddress.parse('https://council.test/minutes/2023-09-25')).toContain('minutes');
  });

  test.each(['javascript:alert(1)', 'council.test'])('%s is refused', (value) => {
    expect(sentenceOf(webAddress, value)).toEqual(['Enter a web address that starts with https://.']);
  });
});
