import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import { collectionOf } from '../fold.ts';
import { generatePlan } from '../generator/plan.ts';
import { replay } from '../generator/replay.ts';
import type { Entity, Plan } from '../plan.ts';
import { generatedFrom, seeds } from '../testing/generated.ts';
import {
  aDateChange,
  aJudgement,
  aMilestone,
  anAction,
  anArea,
  anEvent,
  anEvidence,
  anUpdate,
  aMeasure,
  aMember,
  aPlan,
  aReading,
  aRequirement,
  aReviewOutcome,
  aRisk,
  aTarget,
} from '../testing/rows.ts';
import { changesBetween, orderInWords, type ChangesBetween } from './changes-between.ts';
import type { LedgerEntry } from './history.ts';

const days = { before: '2023-08-30', after: '2023-09-25' };
const area = anArea({ id: 'area-6', number: 6, title: 'Timeliness' });
const action = anAction({
  id: 'a',
  code: '6.04',
  title: 'Casework team',
  areaIds: ['area-6'],
  currentDue: '2023-09-30',
});
const measure = aMeasure({ id: 'm', code: '6.1', title: 'Plans in time', areaId: 'area-6', floor: null });
const update = anUpdate({ id: 'u1', actionId: 'a', on: '2023-08-29', rating: 'green' });
const office = aMember({ id: 'member-office', title: 'Programme lead' });
const start = aPlan({ areas: [area], actions: [action], measures: [measure], updates: [update], members: [office] });

/** The same row as a later change left it. */
const later = <Row extends { version: number; recordedAt: string }>(row: Row, over: Partial<Row>): Row => ({
  ...row,
  version: row.version + 1,
  recordedAt: '2023-09-18T09:00:00.000Z',
  ...over,
});
const entry = (over: Partial<LedgerEntry> & Pick<LedgerEntry, 'entity' | 'entityId'>): LedgerEntry => ({
  seq: 1,
  at: '2023-09-18T09:00:00.000Z',
  actor: 'member-office',
  kind: 'changed',
  version: 2,
  reason: null,
  changeId: 'c1',
  before: null,
  after: null,
  ...over,
});
const june = { periodStart: '2023-06-01', periodEnd: '2023-06-30' };
const linesOf = ({ areas, notice }: ChangesBetween) => [...areas.flatMap(({ differences }) => differences), ...notice];
const between = (after: Partial<Plan>, entries: LedgerEntry[] = [], before: Partial<Plan> = {}) =>
  linesOf(changesBetween({ ...start, ...before }, { ...start, ...before, ...after }, entries, days));

describe('changesBetween', () => {
  it('tells a thing that changed twice once, first to last, with the last who and why and how often', () => {
    const first = later(action, { currentDue: '2023-10-31' });
    const second = later(first, { currentDue: '2023-11-30' });
    const entries = [
      entry({ entity: 'action', entityId: 'a', before: action, after: first, reason: 'Nobody applied.' }),
      entry({
        entity: 'action',
        entityId: 'a',
        seq: 2,
        changeId: 'c2',
        before: first,
        after: second,
        reason: 'Again.',
      }),
      entry({
        entity: 'action',
        entityId: 'a',
        seq: 3,
        changeId: 'c3',
        before: second,
        after: { ...second, title: 'x' },
      }),
    ];
    expect(between({ actions: [second] }, entries)).toEqual([
      {
        key: 'action a due',
        kind: 'date',
        did: 'changed',
        importance: 'later',
        what: '6.04 Casework team',
        link: { page: 'actions', id: 'a' },
        before: 'Due 30 September 2023',
        after: 'Due 30 November 2023',
        tone: 'neutral',
        on: '2023-09-18',
        who: 'Programme lead',
        why: 'Again.',
        times: 2,
        mark: 'own',
      },
    ]);
  });

  it('does not tell what changed and changed back', () => {
    const back = later(later(action, { stage: 'delivered' }), { stage: action.stage });
    expect(between({ actions: [back] })).toEqual([]);
  });

  it('tells what only time made overdue, with nobody who did it', () => {
    const due = { ...action, currentDue: '2023-09-10' };
    expect(between({}, [], { actions: [due] })).toMatchObject([
      { kind: 'status', importance: 'missed', after: 'Overdue', tone: 'red', who: null, on: null, times: 0 },
    ]);
  });

  it('puts the important first: what is missed, went back, moved later, was judged, lowered, worse', () => {
    const target = aTarget({ id: 't', measureId: 'm', value: 60, months: 6 });
    const old = aReading({ id: 'june', measureId: 'm', ...june, value: 70 });
    const before = {
      actions: [
        action,
        anAction({ id: 'b', code: '6.05', title: 'B', areaIds: ['area-6'], stage: 'delivered' }),
        anAction({ id: 'c', code: '6.06', title: 'C', areaIds: ['area-6'], currentDue: '2023-09-30' }),
      ],
      updates: [update, anUpdate({ id: 'u-c', actionId: 'c', on: '2023-08-29', rating: 'green' })],
      targets: [target],
      readings: [old],
    };
    const [a, b, c] = before.actions;
    const lines = between(
      {
        actions: [a, b && later(b, { stage: 'inProgress' }), c && later(c, { currentDue: '2024-01-31' })].filter(
          (each) => each !== undefined,
        ),
        updates: [...before.updates, anUpdate({ id: 'u2', actionId: 'a', on: '2023-09-20', rating: 'red' })],
        targets: [later(target, { value: 50 })],
        readings: [old, aReading({ id: 'august', measureId: 'm', value: 65, recordedAt: '2023-09-18T09:00:00.000Z' })],
        judgements: [aJudgement({ areaId: 'area-6', on: '2023-09-20' })],
        evidence: [anEvidence({ id: 'e', actionIds: [], areaIds: ['area-6'] })],
      },
      [],
      before,
    );
    expect(lines.map(({ importance, after }) => [importance, after])).toEqual([
      ['missed', 'Declared red'],
      ['back', 'In progress'],
      ['later', 'Due 31 January 2024'],
      ['judged', 'Chair: limited assurance'],
      ['lowered', 'Target 50% at 6 months'],
      ['worse', '65.0%, August 2023, single month'],
      ['added', expect.stringContaining(':')],
    ]);
    expect(orderInWords).toContain('missed, overdue or red; went back; moved to a later date');
  });

  it('tells evidence that shows something else, an event that is another one, and what DfE published and the council answered', () => {
    const evidence = anEvidence({ id: 'e', actionIds: [], areaIds: ['area-6'], shows: 'Letters.' });
    const event = anEvent({ kind: 'varied', title: 'A variation' });
    const outcome = aReviewOutcome({ summary: 'Some progress.', publishedOn: '2023-08-29' });
    const before = { evidence: [evidence], events: [event], reviewOutcomes: [outcome] };
    const after = {
      evidence: [later(evidence, { shows: 'Calls.' })],
      events: [later(event, { kind: 'direction' })],
      reviewOutcomes: [later(outcome, { answer: 'We accept it.' })],
    };
    expect(between(after, [], before).map(({ kind, before: was, after: is }) => [kind, was, is])).toEqual([
      ['evidence', expect.stringMatching(/Letters\.$/), expect.stringMatching(/Calls\.$/)],
      ['question', null, 'We accept it.'],
      ['event', 'Varied, 15 November 2023', 'Direction or commissioner, 15 November 2023'],
    ]);
    expect(between({ reviewOutcomes: [outcome] })).toMatchObject([
      { importance: 'judged', after: 'Outcome published 29 August 2023: Some progress.' },
    ]);
  });

  it('never puts readings of two bases beside each other, and counts those that came with the latest', () => {
    const other = aReading({ id: 'june', measureId: 'm', ...june, basis: 'notStated', value: 13.2 });
    const july = aReading({ id: 'july', measureId: 'm', periodStart: '2023-07-01', periodEnd: '2023-07-31', value: 8 });
    const august = aReading({ id: 'august', measureId: 'm', value: 2.3, mark: 'published' });
    expect(between({ readings: [other, july, august] }, [], { readings: [other] })).toMatchObject([
      {
        before: 'No reading of this basis',
        after: '2.3%, August 2023, single month; 1 reading more',
        did: 'added',
        mark: 'published',
      },
    ]);
  });

  it('tells what was added and withdrawn, a corrected reading and a risk that was rated again', () => {
    const reading = aReading({ id: 'r', measureId: 'm', value: 2.3, ...june });
    const risk = aRisk({ areaIds: ['area-6'], likelihood: 3, impact: 4 });
    const milestone = aMilestone({ id: 's', actionId: 'a', title: 'Recruit' });
    const before = { readings: [reading], risks: [risk], milestones: [milestone], requirements: [aRequirement({})] };
    const lines = between(
      {
        readings: [later(reading, { value: 3.2 })],
        risks: [later(risk, { likelihood: 5 })],
        milestones: [later(milestone, { withdrawnOn: '2023-09-18' })],
        actions: [action, anAction({ id: 'new', code: '6.09', title: 'New', areaIds: ['area-6'] })],
        requirements: [later(aRequirement({}), { withdrawnOn: '2023-09-18' })],
      },
      [],
      before,
    );
    expect(lines.map(({ did, kind, before: was, after: is }) => [did, kind, was, is])).toEqual([
      ['changed', 'risk', 'Likelihood 3 of 5, impact 4 of 5', 'Likelihood 5 of 5, impact 4 of 5'],
      ['removed', 'plan', expect.stringContaining('Due'), 'Withdrawn'],
      ['changed', 'reading', '2.3%, June 2023, single month', 'Corrected to 3.2%, June 2023, single month'],
      ['added', 'plan', null, expect.stringMatching(/^In the plan\. Due \d+ [A-Z]/)],
      ['removed', 'requirement', 'Required', 'Withdrawn'],
    ]);
  });

  it('tells what was asked of a date and refused; a date that moved tells of itself', () => {
    const asked = aDateChange({ id: 'd', actionId: 'a', state: 'asked', to: '2023-10-31', decidedDate: null });
    expect(between({ dateChanges: [asked] })[0]).toMatchObject({
      importance: 'asked',
      after: 'Move to 31 October 2023 asked for',
    });
    const moved = later(action, { currentDue: '2023-10-31' });
    const approved = later(asked, { state: 'approved', decidedDate: '2023-10-31', reason: 'Nobody applied.' });
    expect(between({ dateChanges: [approved], actions: [moved] }, [], { dateChanges: [asked] })).toMatchObject([
      { after: 'Due 31 October 2023', why: 'Nobody applied.' },
    ]);
  });

  it('says in words what was erased by law', () => {
    const moved = later(action, { currentDue: '2023-10-31' });
    const erased = [{ entity: 'action', id: 'a', instead: 'earlier' }] as const;
    const before = { ...start, erased };
    const lines = linesOf(
      changesBetween(
        before,
        { ...start, actions: [moved] },
        [entry({ kind: 'redaction', entity: 'action', entityId: 'a', seq: 9 })],
        days,
      ),
    );
    expect(lines.map((line) => [line.before, line.after])).toEqual([
      ['Erased by law', 'Due 31 October 2023'],
      [null, 'The text of an earlier entry was erased by law'],
    ]);
  });

  it('puts a row that serves several areas into its primary one', () => {
    const other = anArea({ id: 'area-7', number: 7, title: 'Other' });
    const both = { ...action, areaIds: ['area-7', 'area-6'] };
    const { areas, notice } = changesBetween(
      { ...start, areas: [area, other], actions: [both] },
      { ...start, areas: [area, other], actions: [later(both, { stage: 'delivered' })] },
      [],
      days,
    );
    expect(areas).toMatchObject([{ areaId: 'area-7', number: 7, differences: [{ after: 'Delivered' }] }]);
    expect(notice).toEqual([]);
  });
});

const script = (seed: number) =>
  generatePlan({
    seed,
    issuedOn: generatedFrom,
    day: addDays(generatedFrom, 500),
    areas: 4,
    actions: 12,
    measures: 8,
    months: 6,
    casework: true,
  });
const planBy = (seed: number, day: IsoDate): Plan => replay(script(seed).filter((step) => step.day <= day));
const any = fc.record({ seed: seeds, one: fc.integer({ min: 0, max: 500 }), two: fc.integer({ min: 0, max: 500 }) });

/** The same plan, with every row recorded once more as it is. */
const touched = (plan: Plan): Plan => {
  const next = { ...plan };
  for (const entity of Object.keys(collectionOf) as Entity[]) {
    const rows = [plan[collectionOf[entity]]].flat().map((row) => ({ ...row, version: row.version + 1 }));
    Object.assign(next, { [collectionOf[entity]]: entity === 'notice' ? rows[0] : rows });
  }
  return next;
};

test('between a plan and itself there is nothing, even where every row was recorded again as it was', () => {
  fc.assert(
    fc.property(any, ({ seed, one }) => {
      const day = addDays(generatedFrom, one);
      const plan = planBy(seed, day);
      const none = { areas: [], notice: [] };
      expect(changesBetween(plan, touched(plan), [], { before: day, after: day })).toEqual(none);
    }),
    { numRuns: 20 },
  );
});

test('what is added one way is removed the other way, and what is changed is changed both ways; no line has a gap', () => {
  fc.assert(
    fc.property(any, ({ seed, one, two }) => {
      const [before, after] = [addDays(generatedFrom, one), addDays(generatedFrom, two)];
      const [was, is] = [planBy(seed, before), planBy(seed, after)];
      const there = linesOf(changesBetween(was, is, [], { before, after }));
      const back = linesOf(changesBetween(is, was, [], { before: after, after: before }));
      const keys = (lines: typeof there, did: string) =>
        lines
          .filter((line) => line.did === did)
          .map(({ key }) => key)
          .toSorted();
      expect(keys(there, 'added')).toEqual(keys(back, 'removed'));
      expect(keys(there, 'removed')).toEqual(keys(back, 'added'));
      expect(keys(there, 'changed')).toEqual(keys(back, 'changed'));
      expect(new Set(there.map(({ key }) => key)).size).toBe(there.length);
      for (const line of there) expect(line.before).not.toBe(line.after);
      expect(JSON.stringify(there)).not.toMatch(/NaN|undefined|Infinity/);
    }),
    { numRuns: 40 },
  );
});
