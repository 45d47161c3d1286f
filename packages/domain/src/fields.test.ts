import { describe, expect, test } from 'vitest';
import { isoDate, text } from './fields.ts';

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
