import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generatePlan } from '../generator/plan.ts';
import { replay } from '../generator/replay.ts';
import { refusalOf } from '../testing/asking.ts';
import {
  aFamily,
  aFamilyMeasure,
  aMember,
  aMeasure,
  aMilestone,
  anAction,
  anArea,
  aPlan,
  aStarter,
  aTarget,
} from '../testing/rows.ts';
import { setUpList, setUpNouns, setUpOf } from './set-up.ts';
import { formNouns, setUpForm, targetGrid } from './set-up-form.ts';

const today = '2023-09-25';
const plan = aPlan({
  areas: [
    anArea({ id: 'area-1', number: 1, title: 'Waiting' }),
    anArea({ id: 'area-2', number: 2, title: 'Quiet' }),
    anArea({ id: 'area-3', number: 3, title: 'Gone', withdrawnOn: '2023-05-01' }),
  ],
  actions: [
    anAction({ id: 'a1', code: '1.10', title: 'Ten', areaIds: ['area-1'], leadId: null }),
    anAction({ id: 'a2', code: '1.9', title: 'Nine', areaIds: ['area-1'], stage: 'withdrawn' }),
  ],
  measures: [aMeasure({ id: 'm1', code: '1.1', areaId: 'area-1', unit: 'percent', decimals: 1 })],
  targets: [
    aTarget({ id: 't1', measureId: 'm1', months: 3, value: 40 }),
    aTarget({ id: 't2', measureId: 'm1', months: null, on: '2023-08-01', value: 45 }),
  ],
});

describe('the overview', () => {
  test('counts what stands and names what it lacks', () => {
    const { parts } = setUpOf(plan, today);
    const part = (noun: string) => parts.find((each) => each.noun === noun);
    expect(part('area')).toMatchObject({ count: 2, lacking: 1 });
    expect(part('area')?.first).toMatchObject([{ code: '2', missing: ['no actions', 'no measures'] }]);
    expect(part('action')).toMatchObject({ count: 1, lacking: 1 });
    expect(part('measure')?.first[0]?.missing).toContain('no target at 6, 12, 18 months');
    expect(part('requirement')).toMatchObject({ count: 0, lacking: 0 });
  });

  test('lists milestones by action, and those of one action by their dates', () => {
    const steps = [
      aMilestone({ id: 's1', actionId: 'a1', title: 'A late one', currentDue: '2023-12-01' }),
      aMilestone({ id: 's2', actionId: 'a1', title: 'B early one', currentDue: '2023-05-01' }),
      aMilestone({ id: 's3', actionId: 'a2', title: 'C of the action before', currentDue: '2024-05-01' }),
    ];
    expect(setUpList({ ...plan, milestones: steps }, today, 'milestone').map(({ id }) => id)).toEqual([
      's3',
      's2',
      's1',
    ]);
  });

  test('lists withdrawn rows last, and targets by their day', () => {
    expect(setUpList(plan, today, 'action').map(({ code, stands }) => [code, stands])).toEqual([
      ['1.10', true],
      ['1.9', false],
    ]);
    expect(setUpList(plan, today, 'measure')[0]?.facts['Targets']).toBe('40.0%, 45.0%');
  });
});

describe('a form', () => {
  test('offers what stands, never the row itself, and keeps what the row names already', () => {
    const withdrawn = aPlan({ ...plan, actions: [anAction({ id: 'a1', code: '1.1', areaIds: ['area-3'] })] });
    const edit = setUpForm(withdrawn, today, { noun: 'action', id: 'a1', of: null });
    expect(edit.choices.areas.map(({ value }) => value)).toEqual(['area-1', 'area-2', 'area-3']);
    expect(edit.choices.actions).toEqual([]);
    const create = setUpForm(withdrawn, today, { noun: 'action', id: null, of: null });
    expect(create.row).toBeNull();
    expect(create.choices.areas.map(({ value }) => value)).toEqual(['area-1', 'area-2']);
  });

  test('offers as lead or owner only who may report, and whoever is one already', () => {
    const members = [aMember(), aMember({ id: 'board', title: 'Board', roles: ['boardMember'] })];
    const led = aPlan({ members, actions: [anAction({ id: 'a1', leadId: 'board' })] });
    const choicesOf = (id: string | null) => setUpForm(led, today, { noun: 'action', id, of: null }).choices;
    expect(choicesOf(null).members.map(({ value }) => value)).toEqual(['board', 'member-lead']);
    expect(choicesOf(null).reporters.map(({ value }) => value)).toEqual(['member-lead']);
    expect(choicesOf('a1').reporters.map(({ value }) => value)).toEqual(['board', 'member-lead']);
  });

  test('suggests the next number of an area, and needs to know what a milestone belongs to', () => {
    expect(setUpForm(plan, today, { noun: 'area', id: null, of: null }).suggested).toEqual({ number: '4' });
    expect(setUpForm(plan, today, { noun: 'milestone', id: null, of: 'a1' }).name).toBe('Action 1.10 Ten');
    expect(refusalOf(() => setUpForm(plan, today, { noun: 'milestone', id: null, of: null })).code).toBe('notFound');
    expect(refusalOf(() => setUpForm(plan, today, { noun: 'area', id: 'nothing', of: null })).code).toBe('notFound');
  });

  test('of targets has a cell for each checkpoint and each date', () => {
    expect(targetGrid(plan, 'm1').cells.map(({ label, value, version }) => [label, value, version])).toEqual([
      ['3 months, 30 Jun 2023', '40', 1],
      ['6 months, 30 Sep 2023', '', 0],
      ['12 months, 30 Mar 2024', '', 0],
      ['18 months, 30 Sep 2024', '', 0],
      ['1 August 2023', '45', 1],
    ]);
  });
});

describe('families of measures', () => {
  const families = {
    ...plan,
    families: [aFamily({ id: 'f1', kind: 'backlog', title: 'Reviews' }), aFamily({ id: 'f2', title: 'Empty' })],
    familyMeasures: [aFamilyMeasure({ id: 'p1', familyId: 'f1', measureId: 'm1', part: 'remaining' })],
    starters: [aStarter({ id: 's1', fullTimeEquivalents: 1, startsOn: '2023-10-02' })],
  };

  test('are listed with how many measures they have, and a family without any lacks them', () => {
    expect(setUpList(families, today, 'family').map(({ title, facts, missing }) => [title, facts, missing])).toEqual([
      ['Reviews', { Kind: 'Backlog', Measures: '1' }, []],
      ['Empty', { Kind: 'Balance', Measures: '0' }, ['no measures']],
    ]);
    expect(setUpList(families, today, 'familyMeasure')).toMatchObject([
      { code: '1.1', facts: { Family: 'Reviews', Part: 'Remaining' } },
    ]);
    expect(setUpList(families, today, 'starter')).toMatchObject([
      { title: '1 full-time equivalent from 2 October 2023', facts: { Employment: 'Permanent' } },
    ]);
  });

  test('offer the parts of their own kind alone', () => {
    const added = setUpForm(families, today, { noun: 'familyMeasure', id: null, of: 'f1' });
    expect(added.name).toBe('Family Reviews');
    expect(added.choices.parts.map(({ value }) => value)).toEqual([
      'remaining',
      'overTwoYears',
      'inflow',
      'throughput',
    ]);
    const edited = setUpForm(families, today, { noun: 'familyMeasure', id: 'p1', of: null });
    expect(edited.choices.parts).toHaveLength(4);
    expect(refusalOf(() => setUpForm(families, today, { noun: 'familyMeasure', id: null, of: null })).code).toBe(
      'notFound',
    );
  });
});

test('the set-up of any plan holds on any day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 400 }), (seed, steps) => {
      const made = replay(generatePlan({ seed, months: 12, actions: 8, measures: 4 }).slice(0, steps));
      const overview = setUpOf(made, today);
      expect(overview.parts.map(({ noun }) => noun)).toEqual(setUpNouns);
      for (const { noun, count } of overview.parts) {
        const rows = setUpList(made, today, noun).filter(({ stands }) => stands);
        expect(rows).toHaveLength(count);
        for (const { id } of rows) expect(setUpForm(made, today, { noun, id, of: null }).row).not.toBeNull();
      }
      expect(JSON.stringify(overview)).not.toMatch(/undefined|NaN/);
    }),
    { numRuns: 20 },
  );
  expect(formNouns).toContain('release');
});
