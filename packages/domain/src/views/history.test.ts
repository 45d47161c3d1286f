import { describe, expect, it } from 'vitest';
import type { Entity } from '../plan.ts';
import {
  aDateChange,
  aMeasure,
  aMember,
  anAction,
  anArea,
  anEvent,
  anUpdate,
  aPlan,
  aReading,
  aRequirementDate,
  aTarget,
} from '../testing/rows.ts';
import type { LedgerEntry } from './history.ts';
import { byActor, historyOf } from './history.ts';
import { rowsAbout } from './row-link.ts';

const action = anAction({ id: 'action-6.04', code: '6.04', title: 'Clear the backlog' });
const measure = aMeasure({ id: 'measure-6.1', code: '6.1', title: 'Plans in time' });
const plan = aPlan({
  areas: [anArea()],
  actions: [action],
  measures: [measure],
  readings: [aReading({ measureId: 'measure-6.1' })],
  targets: [aTarget({ measureId: 'measure-6.1' }), aTarget({ id: 'target-2', measureId: 'measure-1.1' })],
  updates: [anUpdate({ actionId: 'action-6.04' })],
  dateChanges: [aDateChange({ id: 'move-1', actionId: 'action-6.04' })],
});

const entry = (entity: Entity, over: Partial<LedgerEntry>): LedgerEntry => ({
  seq: 7,
  at: '2023-09-20T09:00:00.000Z',
  actor: 'member-lead',
  kind: 'changed',
  entity,
  entityId: 'unknown',
  version: 2,
  reason: null,
  changeId: 'change-1',
  before: null,
  after: null,
  ...over,
});
const lineOf = (entity: Entity, over: Partial<LedgerEntry>) => historyOf(plan, [entry(entity, over)])[0];

describe('an entry in words', () => {
  it('tells each field before and after, with labels, dates, scales and the names of other rows', () => {
    const after = {
      ...action,
      currentDue: '2023-10-31',
      stage: 'delivered',
      areaIds: ['area-1'],
      measureIds: ['measure-6.1'],
    };
    const line = lineOf('action', { entityId: action.id, before: action, after });
    expect(line).toMatchObject({
      what: 'Action 6.04, Clear the backlog',
      did: 'Changed',
      link: { page: 'actions', id: 'action-6.04' },
      fields: [
        { label: 'Current due date', before: '30 August 2023', after: '31 October 2023' },
        { label: 'Stage', before: 'In progress', after: 'Delivered' },
        { label: 'Measures that would prove it', before: null, after: '6.1, Plans in time' },
      ],
    });
  });

  it('writes values in the unit of their measure, and exactly where rounding would hide a change', () => {
    const reading = aReading({ measureId: 'measure-6.1', value: 2.3 });
    const corrected = lineOf('reading', { before: reading, after: { ...reading, value: 13.2 } });
    expect(corrected?.fields).toEqual([{ label: 'Value', before: '2.3%', after: '13.2%' }]);
    expect(corrected?.what).toBe('Reading: 6.1, Plans in time');
    const nudged = lineOf('reading', { before: reading, after: { ...reading, value: 2.34 } });
    expect(nudged?.fields).toEqual([{ label: 'Value', before: '2.3%', after: '2.34' }]);
    const floor = lineOf('measure', { before: measure, after: { ...measure, floor: 20, resetMonth: 9 } });
    expect(floor?.fields).toEqual([
      { label: 'Restarts in', before: null, after: 'September' },
      { label: 'Floor', before: null, after: '20.0%' },
    ]);
  });

  it('tells the true day beside the day of recording, where they differ', () => {
    const update = anUpdate({ actionId: action.id, on: '2023-09-18' });
    expect(lineOf('update', { after: update })?.tellsOf).toBe('18 September 2023, 2 days before it was recorded');
    expect(lineOf('update', { after: { ...update, on: '2023-09-20' } })?.tellsOf).toBeNull();
    expect(lineOf('reading', { after: aReading() })?.tellsOf).toBe('August 2023');
    const date = aRequirementDate({ earliest: '2023-08-01', latest: '2023-09-30', printed: 'August or September' });
    expect(lineOf('requirementDate', { after: date })?.tellsOf).toBe('August or September');
    expect(lineOf('dateChange', { after: aDateChange() })?.tellsOf).toBe(
      '8 August 2023, 43 days before it was recorded',
    );
  });

  it('names whoever acted, also those who are no members, and by which way', () => {
    const known = aPlan({ members: [aMember({ id: 'member-lead', title: 'Lead' })] });
    const by = (actor: string) => historyOf(known, [entry('update', { actor })])[0]?.by;
    expect(by('member-lead')).toBe('Lead');
    expect(by('link:member-lead')).toBe('By link sent to Lead');
    expect(by('link:gone')).toBe('By link sent to a former member');
    expect(by('@mail')).toBe('Noticeboard’s mail');
    const titles = new Map([['member-lead', 'Lead']]);
    expect([byActor('member-lead', titles), byActor('link:member-lead', titles)]).toEqual([
      'by Lead',
      'by link sent to Lead',
    ]);
  });

  it('says what was redacted, and names the row all the same', () => {
    expect(lineOf('action', { kind: 'redacted', entityId: action.id, before: action })).toMatchObject({
      did: 'Redacted',
      what: 'Action 6.04, Clear the backlog',
      fields: [],
      note: 'What this entry said was erased by law. Its place in the ledger is kept.',
    });
    expect(lineOf('update', { kind: 'redaction', entityId: 'update-1', reason: 'It named a child.' })).toMatchObject({
      did: 'Erased',
      what: 'Update: 6.04, Clear the backlog',
      link: { page: 'actions', id: 'action-6.04' },
    });
    expect(lineOf('action', { kind: 'changed', before: null, after: action })?.note).toMatch(/What stood before/);
  });

  it('leads from an event of the notice to its course', () => {
    const event = anEvent({ id: 'event-1' });
    const [line] = historyOf({ ...plan, events: [event] }, [
      entry('noticeEvent', { entityId: 'event-1', after: event }),
    ]);
    expect(line?.link).toEqual({ page: 'events', id: 'event-1' });
  });

  it('leads to no page where the day’s plan does not hold the row', () => {
    expect(lineOf('update', { after: anUpdate({ actionId: 'action-9.99' }) })?.link).toBeNull();
    expect(lineOf('notice', { after: plan.notice })?.link).toBeNull();
  });

  it.each([
    ['@demonstration', 'The demonstration'],
    ['@command-line', 'The command line'],
    ['account:a', 'Administrator'],
    ['member-gone', 'A former member'],
  ])('names who acted: %s', (actor, by) => {
    expect(lineOf('area', { actor, after: anArea() })?.by).toBe(by);
  });
});

describe('the rows that a history is about', () => {
  it('are the row and what hangs on it', () => {
    expect(rowsAbout(plan, 'action', 'action-6.04')).toMatchObject({
      action: ['action-6.04'],
      stageChange: [],
      milestone: [],
      update: ['update-1'],
      dateChange: ['move-1'],
    });
    expect(rowsAbout(plan, 'measure', 'measure-6.1')).toMatchObject({ target: ['target-1'], reading: ['reading-1'] });
    expect(rowsAbout(plan, 'area', 'area-1')).toMatchObject({
      area: ['area-1'],
      action: ['action-6.04'],
      update: ['update-1'],
      measure: ['measure-6.1'],
      reading: ['reading-1'],
    });
    expect(rowsAbout(plan, 'member', 'member-lead')).toEqual({ member: ['member-lead'] });
  });
});
