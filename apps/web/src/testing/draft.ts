import type { Draft } from '@noticeboard/domain/draft';

/** For tests: a draft in which only words are typed. */
export const aDraft = (words: string): Draft => ({
  noChange: false,
  seenId: null,
  seenForecast: null,
  rating: null,
  confidence: null,
  words,
  recovery: '',
  forecast: { day: '', month: '', year: '' },
  milestoneIds: [],
  value: '',
  numerator: '',
  denominator: '',
  answer: '',
});
