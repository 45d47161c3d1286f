import { describe, expect, it } from 'vitest';
import type { ActionLine } from '@noticeboard/domain/views/action-list';
import { actsFor, filterLines, messageOf, readFilter, searchTexts, urgencyOf } from './register.ts';

const line = (over: Partial<ActionLine>): ActionLine => ({
  id: 'a',
  code: '1.01',
  title: 'Referral triage',
  order: 0,
  areaId: 'area-1',
  leadId: 'lead',
  deputyId: null,
  organisation: 'A council',
  stage: 'inProgress',
  declared: null,
  delivery: 'onTrack',
  days: 40,
  reason: '',
  differs: false,
  originalDue: '2023-08-31',
  currentDue: '2023-08-31',
  forecast: null,
  slipDays: 0,
  moves: 0,
  lastUpdate: null,
  silentDays: null,
  silent: false,
  report: null,
  focus: false,
  mark: 'own',
  ...over,
});

const lines = [
  line({ id: 'a', delivery: 'overdue', days: 3, slipDays: 30 }),
  line({
    id: 'b',
    title: 'Gap analysis',
    leadId: null,
    deputyId: 'me',
    silent: true,
    report: { state: 'late', days: 26 },
  }),
  line({ id: 'c', focus: true, leadId: 'me', delivery: 'forecastLate', days: 9, differs: true, organisation: 'NHS' }),
  line({ id: 'd', leadId: null, delivery: 'complete', days: null }),
];
const texts = searchTexts(lines, new Map([['lead', 'Service manager']]));
const mine = actsFor('me', []);
const shownFor = (address: Record<string, string>) =>
  filterLines(lines, readFilter(address), mine, texts).map(({ id }) => id);

describe('filterLines', () => {
  it.each([
    [{}, ['a', 'b', 'c', 'd']],
    [{ mine: '1' }, ['b', 'c']],
    [{ delivery: 'late' }, ['a', 'c']],
    [{ delivery: 'overdue' }, ['a']],
    [{ slipped: '1' }, ['a']],
    [{ silent: '1' }, ['b']],
    [{ report: 'late' }, ['b']],
    [{ differs: '1' }, ['c']],
    [{ focus: '1' }, ['c']],
    [{ organisation: 'NHS' }, ['c']],
    [{ lead: 'lead' }, ['a']],
    [{ text: 'GAP  1.01' }, ['b']],
    [{ text: 'service manager' }, ['a']],
    [{ delivery: 'nonsense', stage: 'nonsense' }, ['a', 'b', 'c', 'd']],
  ])('leaves for %o %o', (address, ids) => {
    expect(shownFor(address)).toEqual(ids);
  });

  it('asks for a lead only where something is left to do', () => {
    expect(shownFor({ nolead: '1' })).toEqual(['b']);
  });
});

it('counts as theirs what a person covers for while somebody is away', () => {
  const covering = actsFor('me', [
    { memberId: 'lead', deputyId: 'me' },
    { memberId: 'other', deputyId: 'somebody' },
  ]);
  expect(filterLines(lines, readFilter({ mine: '1' }), covering, texts).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

it('puts what is longest overdue first, and what is due next before what is due later', () => {
  const some = [
    line({ id: 'later', days: 90 }),
    line({ id: 'sooner', days: 20 }),
    line({ id: 'worst', delivery: 'overdue', days: 50 }),
    line({ id: 'bad', delivery: 'overdue', days: 2 }),
    line({ id: 'quiet', delivery: 'noUpdate', days: 40 }),
    line({ id: 'never', delivery: 'noUpdate', days: null }),
    line({ id: 'done', delivery: 'complete', days: null }),
  ];
  expect(some.toSorted((a, b) => urgencyOf(a) - urgencyOf(b)).map(({ id }) => id)).toEqual([
    'worst',
    'bad',
    'never',
    'quiet',
    'sooner',
    'later',
    'done',
  ]);
});

const messageFor = (address: Record<string, string>) =>
  messageOf(filterLines(lines, readFilter(address), mine, texts), lines.length, readFilter(address));

describe('messageOf', () => {
  it.each([
    [{}, '1 of 4 actions is overdue'],
    [{ mine: '1' }, 'None of your 2 actions is overdue'],
    [{ delivery: 'overdue' }, '1 of 4 actions is overdue'],
    [{ delivery: 'late' }, '2 of 4 actions are overdue, forecast late or silent'],
    [{ organisation: 'NHS' }, '1 of 4 actions shown'],
    [{ text: 'triage' }, '1 of 3 actions shown is overdue'],
    [{ text: 'nothing like it' }, 'No actions match'],
  ])('says for %o: %s', (address, words) => {
    expect(messageFor(address)).toBe(words);
  });
});
