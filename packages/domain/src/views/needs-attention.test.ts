import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar.ts';
import { nudgesOf } from '../nudges.ts';
import type { Plan } from '../plan.ts';
import { generatedFrom, generatedPlan, itHoldsOfAnyPlan, seeds } from '../testing/generated.ts';
import {
  aCommentary,
  aDateChange,
  aFocus,
  aMeasure,
  aMember,
  anAction,
  anArea,
  anEvidence,
  aNotice,
  aPlan,
  aReading,
  aRequirement,
  aStageChange,
  aTarget,
  anUpdate,
  aWaiver,
} from '../testing/rows.ts';
import { attentionOf } from './attention.ts';
import type { FindingKey } from './findings.ts';
import { findingsOf } from './findings.ts';
import { needsAttentionOf } from './needs-attention.ts';
import { positionOf } from './position.ts';

/** Updates closed on 30 August, with grace until 1 September, and are open from 22 to 29 September 2023. */
const today = '2023-09-25';
const office = { memberId: 'member-office', organisation: 'A council', roles: ['programmeOffice'] } as const;
const people = [
  aMember(),
  aMember({ id: 'member-nhs', title: 'Therapy lead', organisation: 'An NHS trust' }),
  aMember({ id: 'member-gone', title: 'Former lead', endsOn: '2023-08-31' }),
  aMember({ id: 'member-office', title: 'Programme office', roles: ['programmeOffice'] }),
];
const on = (id: string, over: object = {}) =>
  anAction({ id, code: id, title: `Action ${id}`, originalDue: '2023-12-31', currentDue: '2023-12-31', ...over });
const said = (actionId: string, over: object = {}) =>
  anUpdate({ id: `update-${actionId}`, actionId, on: '2023-09-22', rating: 'amber', ...over });

const planWith = (over: Partial<Plan>): Plan =>
  aPlan({ notice: aNotice(), members: people, areas: [anArea()], ...over });
const kindOf = (plan: Plan, key: FindingKey) =>
  needsAttentionOf(plan, today, office).kinds.find((kind) => kind.key === key);
const rowsOf = (plan: Plan, key: FindingKey) => kindOf(plan, key)?.rows ?? [];

const move = (id: string, actionId: string) => aDateChange({ id, actionId });

describe('what needs attention', () => {
  it('is nothing where nothing is wrong', () => {
    const plan = planWith({ actions: [on('1.01')], updates: [said('1.01')] });
    expect(needsAttentionOf(plan, today, office)).toMatchObject({
      title: 'Nothing needs attention',
      kinds: [],
      repeated: null,
      toReview: 1,
    });
  });

  it('names the person of an overdue action, and nudges them while something is asked of them', () => {
    const overdue = on('1.01', { currentDue: '2023-09-01', leadId: 'member-nhs' });
    const plan = planWith({ actions: [overdue], updates: [said('1.01', { on: '2023-08-25' })] });
    expect(rowsOf(plan, 'overdue')).toEqual([
      {
        key: '1.01',
        title: '1.01 Action 1.01',
        link: { page: 'actions', id: '1.01' },
        words: '24 days overdue',
        act: { do: 'nudge', memberId: 'member-nhs' },
        person: { id: 'member-nhs', title: 'Therapy lead', organisation: 'An NHS trust' },
      },
    ]);
    const reported = planWith({ actions: [overdue], updates: [said('1.01', { byId: 'member-nhs' })] });
    expect(rowsOf(reported, 'overdue')[0]?.act).toEqual({ do: 'open' });
    const asked = { ...plan, dateChanges: [aDateChange({ actionId: '1.01', state: 'asked', askedOn: '2023-09-20' })] };
    expect(rowsOf(asked, 'overdue')[0]?.act).toEqual({ do: 'decideDate', id: '1.01' });
    expect(rowsOf(asked, 'dateChanges')[0]?.words).toBe('asked 5 days ago');
  });

  it('tells late updates, and how many of how many each organisation has', () => {
    const plan = planWith({
      actions: [
        on('1.01'),
        on('1.02', { organisation: 'An NHS trust', leadId: 'member-nhs' }),
        on('1.03', { organisation: 'An NHS trust', leadId: 'member-nhs' }),
        on('1.04', { organisation: 'An NHS trust', stage: 'evidenced' }),
        on('1.05', { organisation: 'An NHS trust', stage: 'withdrawn' }),
      ],
      updates: [said('1.01'), said('1.02')],
    });
    const view = needsAttentionOf(plan, today, office);
    expect(view.title).toBe('1 action is late with its update');
    expect(rowsOf(plan, 'late').map(({ title, words }) => [title, words])).toEqual([
      ['1.03 Action 1.03', 'update late by 26 days'],
    ]);
    expect(view.organisations).toMatchObject([
      {
        organisation: 'An NHS trust',
        words: '1 of 2 actions of An NHS trust is late with its update',
        late: { count: 1, of: 2 },
        overdue: { count: 0, of: 2 },
        unevidenced: { count: 0, of: 3 },
      },
      { organisation: 'A council', late: { count: 0, of: 1 } },
    ]);
  });

  it('hands over the work of whoever has gone, nudges whoever is silent, and finds an owner for what nobody leads', () => {
    const plan = planWith({
      actions: [
        on('1.01', { leadId: 'member-gone' }),
        on('1.02', { leadId: 'member-nhs' }),
        on('1.03', { leadId: null }),
      ],
    });
    expect(rowsOf(plan, 'orphaned')).toMatchObject([
      { title: 'Former lead', link: null, act: { do: 'handOver', memberId: 'member-gone' } },
    ]);
    expect(rowsOf(plan, 'orphaned')[0]?.words).toContain('The role ended on 31 August 2023.');
    expect(rowsOf(plan, 'silent')).toMatchObject([
      { title: 'Therapy lead', act: { do: 'nudge', memberId: 'member-nhs' } },
    ]);
    expect(rowsOf(plan, 'noLead')).toMatchObject([
      { title: '1.03 Action 1.03', person: null, act: { do: 'findOwner', kind: 'action', id: '1.03' } },
    ]);
  });

  it.each([
    ['whose role has ended', 'member-gone'],
    ['to whom mail came back', 'member-away'],
  ])('finds another owner, and nudges nobody, where a row is with somebody %s', (_which, ownerId) => {
    const away = aMember({ id: 'member-away', title: 'Away', mailBouncedOn: '2023-09-12' });
    const plan = planWith({
      members: [...people, away],
      actions: [on('1.01', { leadId: ownerId, currentDue: '2023-09-01' }), on('1.02', { leadId: ownerId })],
      requirements: [aRequirement({ ownerId })],
      measures: [aMeasure({ ownerId, floor: null, everyMonths: 12 })],
      readings: [aReading({ value: 13.2 })],
      targets: [aTarget({ value: 30 })],
    });
    const kinds: FindingKey[] = ['overdue', 'late', 'lateRequirement', 'unexplained'];
    expect(kinds.map((key) => rowsOf(plan, key).map(({ act }) => act.do))).toEqual([
      ['findOwner'],
      ['findOwner', 'findOwner'],
      ['findOwner'],
      ['findOwner'],
    ]);
  });

  it('names the actions whose accountable officer has gone', () => {
    const plan = planWith({
      actions: [
        on('1.01', { accountableId: 'member-gone' }),
        on('1.02', { accountableId: 'member-nhs' }),
        on('1.03', { accountableId: 'member-gone', stage: 'evidenced' }),
      ],
      updates: [said('1.01'), said('1.02')],
    });
    expect(rowsOf(plan, 'unaccounted')).toMatchObject([
      {
        title: '1.01 Action 1.01',
        words: 'nobody is accountable. The role ended on 31 August 2023.',
        person: { title: 'Former lead' },
        act: { do: 'editAction', id: '1.01' },
      },
    ]);
    expect(rowsOf(plan, 'orphaned')).toEqual([]);
  });

  it('sets a declared green beside the measures that contradict it', () => {
    const plan = planWith({
      actions: [on('1.01', { measureIds: ['measure-1.1'] }), on('1.02', { measureIds: ['measure-1.1'] })],
      updates: [said('1.01', { rating: 'green' }), said('1.02')],
      measures: [aMeasure({ floor: 20 })],
      targets: [aTarget()],
      readings: [aReading()],
    });
    expect(rowsOf(plan, 'contradicted').map(({ words }) => words)).toEqual([
      'declared green. 1.1 EHC plans issued within 20 weeks: floor missed',
    ]);
  });

  it('counts dates that were moved three times, and not twice', () => {
    const plan = planWith({
      actions: [on('1.01', { originalDue: '2023-10-31' }), on('1.02')],
      updates: [said('1.01'), said('1.02')],
      dateChanges: [...['a', 'b', 'c'].map((id) => move(id, '1.01')), ...['d', 'e'].map((id) => move(id, '1.02'))],
    });
    expect(rowsOf(plan, 'moved').map(({ key, words }) => [key, words])).toEqual([
      ['1.01', '3 moves, 61 days later in all'],
    ]);
  });

  it('names a measure that nobody has explained, with whom it is, and nudges them', () => {
    const readings = ['1.1', '1.2', '1.3'].map((id) => aReading({ id, measureId: id, value: 13.2 }));
    const targets = ['1.1', '1.2', '1.3'].map((id) => aTarget({ id, measureId: id, value: id === '1.3' ? 10 : 30 }));
    const read = { floor: null, everyMonths: 12, ownerId: 'member-nhs' };
    const measures = ['1.1', '1.2', '1.3'].map((id) =>
      aMeasure({ ...read, id, code: id, ...(id === '1.2' ? { ownerId: null } : {}) }),
    );
    const plan = planWith({ measures, readings, targets });
    expect(rowsOf(plan, 'unexplained')).toMatchObject([
      {
        key: '1.1',
        words: 'Target missed for August 2023. 13.2% is below the target of 30%. There is no floor.',
        person: { title: 'Therapy lead' },
        act: { do: 'nudge', memberId: 'member-nhs' },
      },
      { key: '1.2', person: null, act: { do: 'findOwner', kind: 'measure', id: '1.2' } },
    ]);
    const commentaries = [aCommentary({ measureId: '1.1', recordedAt: '2023-09-18T09:00:00.000Z' })];
    expect(rowsOf({ ...plan, commentaries }, 'unexplained').map(({ key }) => key)).toEqual(['1.2']);
  });

  it('tells what was delivered without evidence, and what has no reading or a late one', () => {
    const plan = planWith({
      actions: [on('1.01', { stage: 'delivered' })],
      stageChanges: [aStageChange({ actionId: '1.01', from: 'inProgress', to: 'delivered', on: '2023-09-21' })],
      measures: [aMeasure(), aMeasure({ id: 'measure-1.2', code: '1.2', ownerId: 'member-lead' })],
      readings: [aReading({ periodStart: '2023-06-01', periodEnd: '2023-06-30' })],
    });
    expect(rowsOf(plan, 'unevidenced')).toMatchObject([
      {
        words: 'delivered on 21 September 2023, 4 days ago. No evidence in data, voice and practice.',
        act: { do: 'evidence', id: '1.01' },
      },
    ]);
    const seen = { ...plan, evidence: [anEvidence({ actionIds: ['1.01'] })], waivers: [aWaiver({ actionId: '1.01' })] };
    expect(rowsOf(seen, 'unevidenced')[0]?.words).toContain('No evidence in practice.');
    const practice = anEvidence({ id: 'evidence-2', kind: 'practice', actionIds: ['1.01'] });
    expect(rowsOf({ ...seen, evidence: [...seen.evidence, practice] }, 'unevidenced')[0]?.words).toContain(
      'The evidence is there, and waits for the programme office.',
    );
    expect(rowsOf(plan, 'noReading')).toMatchObject([{ act: { do: 'enterReading', ownerId: 'member-lead' } }]);
    expect(rowsOf(plan, 'lateReading')).toMatchObject([
      { title: '1.1 EHC plans issued within 20 weeks', words: 'reading late by 26 days, the last is of 30 June 2023' },
    ]);
  });

  it('asks of a long plan for a focus list, once in a period', () => {
    const actions = Array.from({ length: 61 }, (_, index) => on(`1.${index + 10}`));
    const updates = actions.map(({ id }) => said(id));
    const plan = planWith({ actions, updates });
    expect(rowsOf(plan, 'noFocus')).toMatchObject([
      { words: '61 live actions, and none of them is in focus', act: { do: 'pickFocus' } },
    ]);
    expect(rowsOf(planWith({ actions: actions.slice(1), updates }), 'noFocus')).toEqual([]);
    const picked = aFocus({ periodEnd: '2023-09-29', actionIds: ['1.10'] });
    expect(rowsOf(planWith({ actions, updates, focuses: [picked] }), 'noFocus')).toEqual([]);
  });

  it('asks for an update of a requirement from its owner', () => {
    const plan = planWith({
      requirements: [aRequirement({ ownerId: 'member-lead' }), aRequirement({ id: 'req-2', code: '2' })],
    });
    expect(rowsOf(plan, 'lateRequirement').map(({ act }) => act)).toEqual([
      { do: 'nudge', memberId: 'member-lead' },
      { do: 'findOwner', kind: 'requirement', id: 'req-2' },
    ]);
  });

  it('puts what hurts most first, and says that one thing may stand under several headings', () => {
    const plan = planWith({ actions: [on('1.01', { currentDue: '2023-09-01' })] });
    const { kinds, repeated, title } = needsAttentionOf(plan, today, office);
    expect(kinds.map(({ key }) => key)).toEqual(['silent', 'overdue', 'late']);
    expect(title).toBe('1 action is overdue, and 1 action is late with its update');
    expect(repeated).toBe('2 things stand here 3 times: one that is both overdue and late is under both headings.');
  });
});

describe('over generated plans', () => {
  itHoldsOfAnyPlan((plan, day) => needsAttentionOf(plan, day, office), 30);

  it('nudges only those from whom the mail of the day asks for something, and who are reached', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 60, max: 600 }), (seed, days) => {
        const [plan, day] = [generatedPlan(seed, days), addDays(generatedFrom, days)];
        const asked = nudgesOf(plan, day).filter(({ mailBouncedOn }) => mailBouncedOn === null);
        const nudged = needsAttentionOf(plan, day, office)
          .kinds.flatMap(({ rows }) => rows)
          .flatMap(({ act }) => (act.do === 'nudge' ? [act.memberId] : []));
        expect(asked.map(({ memberId }) => memberId)).toEqual(expect.arrayContaining(nudged));
      }),
      { numRuns: 30 },
    );
  });

  it('is what Position sums up, row for row', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 60, max: 600 }), (seed, days) => {
        const [plan, day] = [generatedPlan(seed, days), addDays(generatedFrom, days)];
        const { kinds, organisations } = needsAttentionOf(plan, day, office);
        expect(positionOf(plan, day).attention.map(({ key, count, first }) => [key, count, first])).toEqual(
          kinds.map(({ key, rows }) => [key, rows.length, rows[0]]),
        );
        expect(attentionOf(plan, findingsOf(plan, day))).toEqual(positionOf(plan, day).attention);
        // Each organisation counts its own alone, so that together they count each finding once.
        const sum = (key: 'overdue' | 'late' | 'noLead' | 'unevidenced') =>
          organisations.reduce((total, each) => total + each[key].count, 0);
        for (const key of ['overdue', 'late', 'noLead', 'unevidenced'] as const)
          expect(sum(key)).toBe(kinds.find((kind) => kind.key === key)?.rows.length ?? 0);
        for (const { overdue, late, noLead, unevidenced } of organisations)
          expect([overdue, late, noLead, unevidenced].every(({ count, of }) => count <= of)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
