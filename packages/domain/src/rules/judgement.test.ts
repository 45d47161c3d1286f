import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JudgementRating, Voice } from '../scales.ts';
import { judgementRatings, keysOf, voices } from '../scales.ts';
import { aJudgement, anArea, aPlan } from '../testing/rows.ts';
import { gapOf, judgementsOf, latestByVoice, ratingsOf, releasedBefore, widestGapFirst } from './judgement.ts';

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

const about = { areaId: 'area-1' };
const said = (...all: [Voice, JudgementRating, string?][]) =>
  aPlan({
    judgements: all.map(([voice, rating, on], index) =>
      aJudgement({ id: `judgement-${index}`, voice, rating, on: on ?? '2023-08-30' }),
    ),
  });
const gap = (...all: [Voice, JudgementRating, string?][]) => gapOf(said(...all), about, '2023-09-25');

describe('gapOf', () => {
  test.each<[[Voice, JudgementRating][], number | null]>([
    [[], null],
    [[['chair', 'limited']], null],
    [
      [
        ['chair', 'limited'],
        ['owner', 'notJudged'],
      ],
      null,
    ],
    [
      [
        ['chair', 'full'],
        ['dfe', 'sufficient'],
      ],
      0,
    ],
    [
      [
        ['chair', 'substantial'],
        ['owner', 'full'],
      ],
      0,
    ],
    [
      [
        ['chair', 'limited'],
        ['dfe', 'some'],
      ],
      0,
    ],
    [
      [
        ['chair', 'limited'],
        ['dfe', 'insufficient'],
      ],
      1,
    ],
    [
      [
        ['owner', 'substantial'],
        ['parentCarerForum', 'noAssurance'],
        ['chair', 'limited'],
      ],
      2,
    ],
  ])('of %j is %s rungs', (all, steps) => {
    expect(gap(...all).steps).toBe(steps);
  });

  test('counts the latest of each voice, and nothing from before the notice', () => {
    expect(gap(['chair', 'noAssurance', '2023-06-01'], ['chair', 'limited'], ['owner', 'substantial']).steps).toBe(1);
    expect(gap(['dfe', 'insufficient', '2022-11-09'], ['owner', 'substantial'])).toMatchObject({
      steps: null,
      judged: 1,
    });
  });

  test('names who stands highest and lowest', () => {
    const { highest, lowest } = gap(['owner', 'substantial'], ['chair', 'limited'], ['parentCarerForum', 'limited']);
    expect([highest, lowest].map((all) => all.map(({ voice }) => voice))).toEqual([
      ['owner'],
      ['chair', 'parentCarerForum'],
    ]);
  });

  const ratings = fc.constantFrom(...keysOf(judgementRatings));
  const anyGap = fc
    .uniqueArray(fc.tuple(fc.constantFrom(...keysOf(voices)), ratings), { selector: ([voice]) => voice })
    .map((all) => gap(...all));

  test('lies between the voices, and the widest comes first whichever way it is asked', () => {
    fc.assert(
      fc.property(anyGap, anyGap, (a, b) => {
        for (const { steps, judged, highest, lowest } of [a, b]) {
          expect(steps === null).toBe(judged < 2);
          expect(highest.length + (steps ? lowest.length : 0)).toBeLessThanOrEqual(judged);
        }
        // `+ 0` makes one zero of two.
        expect(widestGapFirst(a, b) + 0).toBe(-widestGapFirst(b, a) + 0);
        expect((a.steps ?? -1) <= (b.steps ?? -1) || widestGapFirst(a, b) < 0).toBe(true);
      }),
    );
  });
});

test('DfE no longer judges what was released before the day', () => {
  const area = anArea({ number: 4, releasedOn: '2023-09-20', releasedBy: null });
  expect(releasedBefore(area, 'dfe', '2023-09-21')).toBe(
    'Area 4 was released from monitoring on 20 September 2023. DfE no longer judges it.',
  );
  expect(releasedBefore(area, 'dfe', '2023-09-20')).toBeNull();
  expect(releasedBefore(area, 'chair', '2023-09-21')).toBeNull();
  expect(releasedBefore(anArea({}), 'dfe', '2023-09-21')).toBeNull();
});
