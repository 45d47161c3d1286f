import { describe, expect, it } from 'vitest';
import type { Plan } from '../plan.ts';
import {
  aChallenge,
  aJudgement,
  aMeasure,
  aMember,
  aMilestone,
  anAction,
  anAgendaItem,
  anArea,
  anAreaReport,
  anEvidence,
  anUpdate,
  aPlan,
  aReading,
  aRisk,
  aTarget,
} from '../testing/rows.ts';
import { measureLines } from './measures.ts';
import { packAreasOf, type PackArea } from './pack-area.ts';

const today = '2023-09-25';
const board = '2023-08-30';

const action = (code: string, areaId: string, over: Partial<Plan['actions'][number]> = {}) =>
  anAction({ id: `action-${code}`, code, title: `Action ${code}`, areaIds: [areaId], ...over });

const plan = aPlan({
  members: [aMember({ id: 'member-lead', title: 'Lead' })],
  areas: [
    anArea({ id: 'area-1', number: 1, title: 'Quiet area' }),
    anArea({ id: 'area-2', number: 2, title: 'Late area' }),
    anArea({ id: 'area-3', number: 3, title: 'Missed area' }),
  ],
  actions: [
    action('2.01', 'area-2', { originalDue: '2023-08-31', currentDue: '2023-08-31', forecast: '2023-10-31' }),
    action('2.02', 'area-2', { originalDue: '2023-06-30', currentDue: '2023-11-30' }),
    action('2.03', 'area-2', { originalDue: '2023-07-31', currentDue: '2023-07-31', stage: 'evidenced' }),
    action('2.04', 'area-2', { originalDue: '2023-12-31', currentDue: '2023-12-31' }),
  ],
  milestones: [
    aMilestone({
      id: 'step',
      actionId: 'action-2.04',
      title: 'Recruit',
      originalDue: '2023-09-15',
      currentDue: '2023-09-15',
    }),
    aMilestone({
      id: 'done',
      actionId: 'action-2.04',
      originalDue: '2023-08-15',
      currentDue: '2023-09-15',
      doneOn: '2023-09-10',
    }),
    aMilestone({ id: 'of-late', actionId: 'action-2.01', originalDue: '2023-08-15', currentDue: '2023-09-15' }),
  ],
  updates: [anUpdate({ actionId: 'action-2.01', on: '2023-09-20', recovery: 'A second team starts in October.' })],
  measures: ['3.1', '3.2', '3.3', '3.4', '3.5', '3.6'].map((code) =>
    aMeasure({ id: `measure-${code}`, code, title: `Measure ${code}`, areaId: 'area-3', polarity: 'H', floor: 20 }),
  ),
  targets: ['3.1', '3.2'].map((code) =>
    aTarget({ id: `target-${code}`, measureId: `measure-${code}`, months: 6, value: 30 }),
  ),
  readings: ['3.1', '3.2', '3.3', '3.4', '3.5'].map((code, index) =>
    aReading({
      id: `reading-${code}`,
      measureId: `measure-${code}`,
      periodStart: '2023-07-01',
      periodEnd: '2023-07-31',
      value: 10 + index,
    }),
  ),
  evidence: [anEvidence({ id: 'voice', kind: 'voice', shows: 'Parents say that letters are clearer.' })],
  areaReports: [
    anAreaReport({
      areaId: 'area-3',
      meetingId: 'next',
      on: today,
      why: 'Two were read.',
      effect: 'Shorter waits.',
      evidenceIds: ['voice'],
      nextStep: null,
    }),
    anAreaReport({ id: 'old', areaId: 'area-2', meetingId: 'another', on: today, why: 'Not for this board.' }),
  ],
  judgements: [aJudgement({ areaId: 'area-2', voice: 'chair', rating: 'limited', on: '2023-08-30' })],
  risks: [1, 2, 3, 4].map((impact) =>
    aRisk({ id: `risk-${impact}`, code: `R${impact}`, likelihood: 3, impact, areaIds: [], actionIds: ['action-2.01'] }),
  ),
});

const areas = (over: Partial<Plan> = {}, before: Plan | null = null): PackArea[] => {
  const now = { ...plan, ...over };
  return packAreasOf({
    plan: now,
    last: before && { plan: before, day: board },
    changes: before && { areas: [], notice: [] },
    measures: measureLines(now, now.measures, today),
    meetingId: 'next',
    today,
  });
};
const areaOf = (number: number, over: Partial<Plan> = {}, before: Plan | null = null): PackArea | undefined =>
  areas(over, before).find((area) => area.number === number);

describe('the areas of a pack', () => {
  it('come worst first: red by more measures missed, then by what is overdue', () => {
    expect(areas().map(({ title }) => title)).toEqual(['Missed area', 'Late area', 'Quiet area']);
  });

  it('draw the worst measure that was read, with three more beside it and the rest in words', () => {
    const area = areaOf(3);
    expect(area?.lead?.chart.subtitle).toContain('3.1 Measure 3.1.');
    expect(area?.figures.map(({ title }) => title)).toEqual(['3.2 Measure 3.2', '3.3 Measure 3.3', '3.4 Measure 3.4']);
    expect(area?.others).toBe('1 other has a reading. No reading: 3.6.');
    expect(areaOf(1)?.lead).toBeNull();
    expect(areaOf(1)?.noLead).toBe(
      'The area has no measures yet, so nothing shows whether anything moves for families.',
    );
  });

  it('show open dates that slipped, the furthest first, and a milestone only where its action did not', () => {
    const slipped = areaOf(2)?.slipped;
    expect(
      slipped?.lines.map(({ title, original, current, forecast, slip, recovery }) => [
        title,
        original,
        current,
        forecast,
        slip,
        recovery,
      ]),
    ).toEqual([
      ['2.02 Action 2.02', '30 Jun 2023', '30 Nov 2023', null, 153, null],
      ['2.01 Action 2.01', '31 Aug 2023', '31 Aug 2023', '31 Oct 2023', 61, 'A second team starts in October.'],
      // Nobody gave a new date: it has slipped to today at least.
      ['2.04 Action 2.04: Recruit', '15 Sep 2023', '15 Sep 2023', null, 10, null],
    ]);
    expect(slipped?.more).toBeNull();
    expect(areaOf(1)?.slipped.none).toBe('The area has no actions yet.');
  });

  it('show the gravest risks of the area or its actions, and name the rest', () => {
    const risks = areaOf(2)?.risks;
    expect(risks?.lines.map(({ code }) => code)).toEqual(['R4', 'R3', 'R2']);
    expect(risks?.more).toBe('1 more is open: R1.');
  });

  it('say what was reported to this meeting, and that nothing was where nothing was', () => {
    const [reported, silent] = [areaOf(3), areaOf(2)];
    expect(reported?.why).toEqual({ words: 'Two were read.', given: true });
    expect(reported?.effect.proofs.map(({ kind, shows }) => [kind, shows])).toEqual([
      ['Voice', 'Parents say that letters are clearer.'],
    ]);
    expect(reported?.nextStep).toEqual({ words: 'No next step was reported to this meeting.', given: false });
    expect(silent?.why).toEqual({ words: 'Nobody reported to this meeting why it changed.', given: false });
  });

  it('show what is asked of the board about them, a question under the area of what it was asked about', () => {
    const asked = {
      challenges: [aChallenge({ id: 'question', actionId: 'action-2.01' })],
      agendaItems: [
        anAgendaItem({ meetingId: 'next', kind: 'challenge', title: 'Asked', ask: 'note', challengeId: 'question' }),
      ],
    };
    expect(areaOf(2, asked)?.asks).toMatchObject([
      { ask: 'note', items: [{ title: 'Asked', link: { page: 'actions', id: 'action-2.01' } }] },
    ]);
    expect(areaOf(3, asked)?.asks).toEqual([]);
  });

  it('stand beside how they stood at the last board, with what makes the difference', () => {
    const before = {
      ...plan,
      readings: plan.readings.slice(1),
      actions: plan.actions.map((row) => ({ ...row, stage: 'inProgress' as const })),
    };
    expect(areaOf(3, {}, before)?.since.changed.impact).toBe('3.1 first read');
    expect(areaOf(2, {}, before)?.since.changed).toMatchObject({
      delivery: '1 more complete, 1 fewer without an update',
      judgement: 'Not judged since',
    });
    const judged = [
      ...plan.judgements,
      aJudgement({ id: 'new', areaId: 'area-2', voice: 'dfe', rating: 'some', on: '2023-09-20' }),
    ];
    expect(areaOf(2, { judgements: judged }, before)?.since.changed.judgement).toBe('1 voice has judged it since');
    expect(areaOf(2)?.since).toMatchObject({ atBoard: null, changed: { delivery: 'No board before' } });
  });
});
