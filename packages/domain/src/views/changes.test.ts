import { describe, expect, it } from 'vitest';
import type { Entity } from '../plan.ts';
import { aDateChange, anAction, anUpdate, aMeasure, aPlan, aReading } from '../testing/rows.ts';
import type { ChangesView } from './changes.ts';
import { changesSince, recentChanges } from './changes.ts';
import type { LedgerEntry } from './history.ts';

const today = '2023-09-25';
const action = anAction({ id: 'action-6.04', code: '6.04', title: 'Casework team' });
const measure = aMeasure({ id: 'm1', code: '6.1', title: 'Plans in time' });
const june = aReading({
  id: 'june',
  measureId: 'm1',
  periodStart: '2023-06-01',
  periodEnd: '2023-06-30',
  value: 13.2,
  basis: 'notStated',
});
const august = aReading({ id: 'august', measureId: 'm1', value: 2.3, mark: 'published' });
const plan = aPlan({
  actions: [action],
  measures: [measure],
  readings: [june, august],
  updates: [
    anUpdate({ id: 'u1', actionId: action.id, on: '2023-08-01', rating: 'green' }),
    anUpdate({ id: 'u2', actionId: action.id, on: '2023-09-01', rating: 'green' }),
    anUpdate({ id: 'u3', actionId: action.id, on: '2023-09-20', rating: 'red' }),
  ],
});

const entry = (seq: number, entity: Entity, after: object | null, before: object | null = null): LedgerEntry => ({
  seq,
  at: '2023-09-18T09:00:00.000Z',
  actor: '@demonstration',
  kind: before ? 'changed' : 'created',
  entity,
  entityId: 'x',
  version: 1,
  reason: 'Oldest cases cleared first.',
  changeId: 'c',
  before,
  after,
});
const linesOf = (...entries: LedgerEntry[]): ChangesView['lines'] => recentChanges(plan, entries, today).lines;

describe('recentChanges', () => {
  it('shows a reading beside the one before it, each with its basis', () => {
    expect(linesOf(entry(1, 'reading', august))).toEqual([
      {
        seq: 1,
        on: '2023-09-18',
        what: '6.1 Plans in time',
        link: { page: 'measures', id: 'm1' },
        before: '13.2%, June 2023, basis not stated',
        after: '2.3%, August 2023, single month',
        who: 'The demonstration',
        why: 'Oldest cases cleared first.',
        mark: 'published',
      },
    ]);
    expect(linesOf(entry(1, 'reading', june))[0]?.before).toBe('No reading');
  });

  it('joins what changed of an action in one go', () => {
    const [line] = linesOf(
      entry(1, 'action', { ...action, stage: 'delivered', forecast: null }, { ...action, forecast: '2023-10-31' }),
    );
    expect(line).toMatchObject({ before: 'In progress; Forecast 31 October 2023', after: 'Delivered; No forecast' });
  });

  it('tells a rating only where it changed', () => {
    expect(linesOf(entry(2, 'update', plan.updates[1] ?? null))).toEqual([]);
    expect(linesOf(entry(3, 'update', plan.updates[2] ?? null))[0]).toMatchObject({
      before: 'Declared green',
      after: 'Declared red',
    });
  });

  it('tells what was asked and what was decided', () => {
    const asked = aDateChange({ actionId: action.id, state: 'asked', decidedDate: null });
    expect(linesOf(entry(1, 'dateChange', asked))[0]).toMatchObject({
      before: 'Due 30 August 2023',
      after: 'Move to 31 October 2023 asked for',
    });
    expect(
      linesOf(entry(2, 'dateChange', { ...asked, state: 'approved', decidedDate: '2023-10-31' }, asked))[0]?.after,
    ).toBe('Approved, 31 October 2023');
  });

  it('leaves out paperwork and what was redacted, and says when there is more', () => {
    expect(linesOf(entry(1, 'stageChange', {}), entry(2, 'reading', null))).toEqual([]);
    const many = Array.from({ length: 15 }, (_, seq) => entry(15 - seq, 'reading', august));
    expect(recentChanges(plan, many, today)).toMatchObject({ since: '2023-08-26', recorded: 15, more: true });
    expect(changesSince(today)).toBe('2023-08-26');
  });
});
