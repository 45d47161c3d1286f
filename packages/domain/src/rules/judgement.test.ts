import { expect, test } from 'vitest';
import { aJudgement, aPlan } from '../testing/rows.ts';
import { judgementsOf, latestByVoice, ratingsOf } from './judgement.ts';

const plan = aPlan({
  judgements: [
    aJudgement({ id: 'later', on: '2023-09-27', rating: 'substantial' }),
    aJudgement({ id: 'earlier', on: '2023-08-30', rating: 'noAssurance' }),
    aJudgement({ id: 'withdrawn', on: '2023-09-28', rating: 'full', withdrawnOn: '2023-09-28' }),
    aJudgement({ id: 'dfe', on: '2023-09-01', voice: 'dfe', rating: 'some' }),
    aJudgement({ id: 'other', areaId: null, requirementId: 'req-1', voice: 'dfe', rating: 'sufficient' }),
  ],
});

test('gives the judgements that stand, the oldest first', () => {
  expect(judgementsOf(plan, { areaId: 'area-1' }, '2023-09-28').map(({ id }) => id)).toEqual([
    'earlier',
    'dfe',
    'later',
  ]);
});

test('gives what each voice said last by a day', () => {
  const latest = latestByVoice(plan, { areaId: 'area-1' }, '2023-09-26');
  expect([...latest].map(([voice, { rating }]) => [voice, rating])).toEqual([
    ['chair', 'noAssurance'],
    ['dfe', 'some'],
  ]);
  expect([...latestByVoice(plan, { requirementId: 'req-1' }, '2023-09-28').keys()]).toEqual(['dfe']);
});

test('lets DfE judge progress and every other voice its assurance', () => {
  expect(ratingsOf('dfe')).toEqual(['sufficient', 'some', 'insufficient', 'notJudged']);
  expect(ratingsOf('chair')).toContain('limited');
  expect(ratingsOf('chair')).not.toContain('some');
});
