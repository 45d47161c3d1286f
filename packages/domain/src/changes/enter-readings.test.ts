import { describe, expect, test } from 'vitest';
import { asMember, refusalOf } from '../testing/asking.ts';
import { aReading } from '../testing/rows.ts';
import { noticeId, smallPlan, today } from '../testing/small-plan.ts';
import { enterReadings, enterReadingsInput, enterReadingsSubject } from './enter-readings.ts';

const plan = smallPlan();
const july = { periodStart: '2023-07-01', periodEnd: '2023-07-31' };
const august = { periodStart: '2023-08-01', periodEnd: '2023-08-31' };
const added = (measureId: string, value: string, period = july) => ({ measureId, ...period, value, corrects: null });
const corrected = (value: string, expectedVersion = 1) => ({
  measureId: 'measure-1.1',
  ...august,
  value,
  corrects: { id: 'reading-1', expectedVersion },
});
const input = (rows: object[], more: object = {}) =>
  enterReadingsInput.parse({
    noticeId,
    rows,
    state: 'final',
    sourceTitle: null,
    checked: false,
    reason: null,
    ...more,
  });
const enter = (rows: object[], more: object = {}, given = plan) =>
  enterReadings(given, input(rows, more), asMember('member-lead'));
const looked = { checked: true, reason: 'Counted twice.' };

describe('readings of a grid', () => {
  test('are recorded together, new ones with the basis of their measure', () => {
    const rows = [added('measure-1.1', '13.1%'), added('measure-1.2', '1 080'), corrected('13.3')];
    expect(enter(rows, { ...looked, sourceTitle: 'Case system' })).toMatchObject([
      { entity: 'reading', expectedVersion: 0, row: { value: 13.1, basis: 'month', state: 'final', mark: 'own' } },
      { expectedVersion: 0, row: { measureId: 'measure-1.2', value: 1080, sourceTitle: 'Case system' } },
      { expectedVersion: 1, row: { id: 'reading-1', value: 13.3, sourceTitle: 'Case system' } },
    ]);
  });

  test('that were pasted from elsewhere are recorded as what they were read as, once that was looked at', () => {
    const rows = [added('measure-1.1', '..'), added('measure-1.2', '1.2E+3')];
    expect(refusalOf(() => enter(rows)).sentence).toContain('Look at what is doubtful about 2 readings');
    expect(enter(rows, looked)).toMatchObject([
      { row: { measureId: 'measure-1.1', symbol: 'x', value: null } },
      { row: { measureId: 'measure-1.2', symbol: null, value: 1200 } },
    ]);
  });

  test('that say nothing, or what stands already, are left out', () => {
    expect(enter([added('measure-1.1', '–'), corrected('13.2%'), added('measure-1.2', 'c')])).toMatchObject([
      { row: { measureId: 'measure-1.2', symbol: 'c', value: null } },
    ]);
    expect(refusalOf(() => enter([added('measure-1.1', '–')])).sentence).toBe(
      'Nothing differs from what stands already. Enter a reading first.',
    );
  });

  test.each([
    ['no value', [added('measure-1.1', 'none')], '1.1, July 2023: “none” is not a value.'],
    ['what the unit forbids', [added('measure-1.1', '101')], '1.1, July 2023: A percentage must be between'],
    [
      'a period to come',
      [added('measure-1.1', '13', { periodStart: '2023-09-01', periodEnd: '2023-09-30' })],
      '1.1, September 2023: This period ends on 30 September 2023.',
    ],
    [
      'days that are no period',
      [added('measure-1.1', '13', { periodStart: '2023-07-02', periodEnd: '2023-07-31' })],
      'A single month runs from its first day to its last.',
    ],
    [
      'one cell twice',
      [added('measure-1.1', '13'), added('measure-1.1', '14')],
      '1.1, July 2023 is there twice. Enter it once.',
    ],
  ])('with %s are refused, all of them', (_name, rows, sentence) => {
    const refusal = refusalOf(() => enter([added('measure-1.2', '12'), ...rows], looked));
    expect(refusal).toMatchObject({ code: 'invalid' });
    expect(refusal.sentence).toContain(sentence);
  });

  test('that are doubtful have to be looked at, and corrections need a reason', () => {
    expect(refusalOf(() => enter([corrected('13.3')], { reason: 'Typing error.' }))).toEqual({
      code: 'invalid',
      sentence: 'Look at what is doubtful about 1 reading, then confirm that you checked.',
      field: 'checked',
    });
    expect(refusalOf(() => enter([corrected('13.3')], { checked: true }))).toMatchObject({ field: 'reason' });
    expect(enter([corrected('13.3')], looked)).toHaveLength(1);
  });

  test('where somebody was faster are a conflict', () => {
    const refusal = refusalOf(() => enter([added('measure-1.1', '13', august)], looked));
    expect(refusal.code).toBe('conflict');
    expect(refusal.sentence).toContain('Someone else recorded 1.1, August 2023');
    expect(enter([corrected('13.3', 7)], looked)).toMatchObject([{ expectedVersion: 7 }]);
  });

  test('lose a source that never said what they are corrected to, and keep their own', () => {
    const cited = {
      sourceTitle: 'Minutes',
      sourceUrl: 'https://example.org/',
      sourcePublishedOn: '2023-09-18',
    } as const;
    const of = (mark: 'own' | 'published') =>
      smallPlan({ readings: plan.readings.map((each) => ({ ...each, ...cited, mark })) });
    expect(enter([corrected('13.3')], looked, of('published'))).toMatchObject([
      { row: { mark: 'own', sourceTitle: null, sourceUrl: null, sourcePublishedOn: null } },
    ]);
    expect(enter([corrected('13.3')], looked, of('own'))).toMatchObject([{ row: { mark: 'own', ...cited } }]);
  });

  test('may not name a reading of another measure', () => {
    const other = smallPlan({
      readings: [...plan.readings, aReading({ noticeId, id: 'reading-2', measureId: 'measure-1.2', value: 3 })],
    });
    const rows = [{ ...corrected('4'), corrects: { id: 'reading-2', expectedVersion: 1 } }];
    expect(refusalOf(() => enter(rows, looked, other)).code).toBe('notFound');
  });

  test('belong to the people of every measure', () => {
    const subjects = enterReadingsSubject(plan, input([added('measure-1.1', '1'), added('measure-1.2', '1')]), today);
    expect(subjects.map(({ memberIds }) => memberIds)).toEqual([['member-lead'], ['member-lead']]);
  });
});
