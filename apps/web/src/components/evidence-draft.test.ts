import { expect, it } from 'vitest';
import { captionFrom, draftOf, isUntouched, noEvidence, readEvidence } from './evidence-draft.ts';

const draft = {
  ...noEvidence('voice'),
  caption: 'Survey',
  shows: 'More families are answered.',
  from: { day: '1', month: '7', year: '2023' },
  to: { day: '31', month: 'July', year: '2023' },
};

it.each([
  ['parent_survey-july.pdf', 'Parent survey july'],
  ['audit.v2.xlsx', 'Audit.v2'],
  ['.csv', ''],
])('makes of the file %s the caption %s', (name, caption) => {
  expect(captionFrom(name)).toBe(caption);
});

it('reads what was typed, and an edit starts with what stands', () => {
  const said = {
    kind: 'voice',
    caption: 'Survey',
    shows: 'More families are answered.',
    periodStart: '2023-07-01',
    periodEnd: '2023-07-31',
  } as const;
  expect(readEvidence(draft)).toEqual({ said });
  expect(readEvidence(draftOf(said))).toEqual({ said });
});

it('says of each field what is wrong', () => {
  expect(readEvidence({ ...noEvidence(''), to: { day: '31', month: '6', year: '2023' } })).toEqual({
    problems: {
      kind: 'Choose what kind of evidence it is.',
      caption: 'Enter a caption.',
      shows: 'Say what it shows.',
      periodEnd: 'The last day that it speaks of must have a day from 1 to 30 in that month.',
    },
  });
});

it('knows a form in which nothing was typed, whatever kind is chosen', () => {
  expect(isUntouched(noEvidence('data'))).toBe(true);
  expect(isUntouched({ ...noEvidence('data'), url: 'https://example.org' })).toBe(false);
});
