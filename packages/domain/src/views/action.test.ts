import { describe, expect, it } from 'vitest';
import type { Who } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { planOn } from '../rules/known.ts';
import { itHoldsOfAnyPlan } from '../testing/generated.ts';
import {
  aDateChange,
  aMeasure,
  aMember,
  aPlan,
  aReading,
  aRequirement,
  aRequirementDate,
  aStageChange,
  aTarget,
  aWaiver,
  anAction,
  anArea,
  anEvidence,
  anUpdate,
} from '../testing/rows.ts';
import { refusalOf } from '../testing/asking.ts';
import { timelineOf } from './action-updates.ts';
import { actionOf } from './action.ts';

const today = '2023-09-25';
const lead: Who = { memberId: 'member-lead', organisation: 'A council', roles: ['officer'] };
const chair: Who = { memberId: 'member-chair', organisation: 'The board', roles: ['chair'] };

const plan = aPlan({
  areas: [anArea({ id: 'area-1', number: 1 })],
  requirements: [aRequirement({ id: 'req-1', code: '4' })],
  requirementDates: [aRequirementDate({ earliest: '2023-09-30', latest: '2023-09-30' })],
  measures: [aMeasure()],
  targets: [aTarget()],
  readings: [aReading({ mark: 'published' })],
  actions: [
    anAction({
      id: 'a',
      code: '1.01',
      requirementIds: ['req-1'],
      measureIds: ['measure-1.1'],
      originalDue: '2023-08-31',
      currentDue: '2023-09-30',
      forecast: '2023-10-31',
      dependsOnIds: ['b'],
    }),
    anAction({ id: 'b', code: '1.02', currentDue: '2023-08-01' }),
  ],
  stageChanges: [
    aStageChange({ id: 's0', actionId: 'a', from: null, to: 'notStarted', on: '2023-07-01' }),
    aStageChange({ id: 's1', actionId: 'a', on: '2023-07-24' }),
  ],
  updates: [anUpdate({ id: 'u1', actionId: 'a', on: '2023-09-20', words: 'Offers made.' })],
  dateChanges: [
    aDateChange({ id: 'm1', actionId: 'a', from: '2023-08-31', to: '2023-09-30', decidedDate: '2023-09-30' }),
    aDateChange({
      id: 'm2',
      actionId: 'a',
      from: '2023-09-30',
      to: '2023-10-31',
      askedOn: '2023-09-20',
      state: 'asked',
      decidedById: null,
      decidedOn: null,
      decidedDate: null,
    }),
  ],
});

describe('actionOf', () => {
  const view = actionOf(plan, 'a', today, lead);

  it('keeps what is declared beside what is computed', () => {
    expect(view.declared).toMatchObject({ status: { key: 'green' }, on: '2023-09-20', daysAgo: 5 });
    expect(view.delivery).toMatchObject({ key: 'forecastLate', days: 31 });
    expect(view.differs).toBe(true);
  });

  it('shows how far the stages have come, and since when', () => {
    expect(view.stages.map(({ key, state, detail }) => [key, state, detail]).slice(0, 3)).toEqual([
      ['notStarted', 'done', '1 July 2023'],
      ['inProgress', 'current', 'since 24 July 2023, 63 days'],
      ['delivered', 'ahead', 'when the lead says so'],
    ]);
  });

  it('names the second request, and lets nobody decide their own', () => {
    expect(view.dates.open).toMatchObject({ id: 'm2', nth: 2, days: 31 });
    expect(view.dates.open?.whyNotDecide).toMatch(
      /^You asked for this change\. Nobody else in this notice may decide it/,
    );
    const members = [aMember({ id: 'member-chair', title: 'Independent chair', roles: ['chair'] })];
    expect(actionOf({ ...plan, members }, 'a', today, lead).dates.open?.whyNotDecide).toBe(
      'You asked for this change. Somebody else must decide it.',
    );
    expect(actionOf(plan, 'a', today, chair).dates.open?.whyNotDecide).toBeNull();
    expect(view.dates.past.map(({ id }) => id)).toEqual(['m1']);
  });

  it('tells what happened, newest first, each with who recorded it', () => {
    expect(view.timeline.map(({ key }) => key)).toEqual(['u1', 'm2-asked', 'm1-decided', 'm1-asked', 's1', 's0']);
    expect(view.timeline[0]?.recorded).toMatch(/^Recorded 1 April 2023 at 10:00am by /);
    // The row of a request that was decided tells when the decision was recorded, not when it was asked.
    expect(view.timeline.find(({ key }) => key === 'm1-asked')?.recorded).toBeNull();
  });

  it('shows the figure that would prove it, with its source', () => {
    expect(view.proof).toMatchObject([
      {
        code: '1.1',
        reading: '2.3%',
        period: 'August 2023',
        impact: { key: 'targetMissed' },
        source: { mark: 'published' },
      },
    ]);
  });

  it('names what it waits for and what waits for it', () => {
    expect(view.about.dependsOn.map(({ id, delivery }) => [id, delivery.key])).toEqual([['b', 'overdue']]);
    expect(actionOf(plan, 'b', today, lead).about.blocks.map(({ id }) => id)).toEqual(['a']);
  });

  it('says of each kind of evidence what there is, and of each gate what is missing', () => {
    const delivered = actionOf(
      {
        ...plan,
        actions: [anAction({ id: 'a', stage: 'delivered', measureIds: ['measure-1.1'] })],
        evidence: [
          anEvidence({ actionIds: ['a'] }),
          anEvidence({ id: 'letter', kind: 'document', caption: 'Letter', actionIds: ['a'] }),
        ],
        waivers: [aWaiver({ actionId: 'a' })],
      },
      'a',
      today,
      lead,
    );
    const { kinds, seen, documents } = delivered.evidence;
    expect(
      kinds.map(({ label, status, lines, waiver }) => [label, status.label, lines.length, waiver?.reason]),
    ).toEqual([
      ['Data', 'Seen', 1, undefined],
      ['Voice', 'Waived', 0, 'Families never meet this step.'],
      ['Practice', 'Missing', 0, undefined],
    ]);
    expect(seen).toBe(2);
    expect(documents.map(({ caption }) => caption)).toEqual(['Letter']);
    expect(delivered.gates.map(({ to, missing }) => [to, missing.map(({ link }) => link.part ?? link.page)])).toEqual([
      ['evidenced', ['evidence']],
      ['embedded', ['actions', 'measures']],
      ['assured', ['actions']],
    ]);
    expect(delivered.stages.map(({ key, detail }) => [key, detail])).toContainEqual(['evidenced', '2 of 3 kinds seen']);
  });

  it('says of a gate that is open that nothing is missing, and has none behind the stage', () => {
    const evidenced = { ...plan, actions: [anAction({ id: 'a', stage: 'evidenced' })] };
    const { gates, stages } = actionOf(evidenced, 'a', today, lead);
    expect(gates.map(({ to, missing }) => [to, missing.length])).toEqual([
      ['embedded', 1],
      ['assured', 0],
    ]);
    expect(stages.at(-1)?.detail).toBe('nothing is missing');
  });

  it('does not know an action of another notice', () => {
    expect(refusalOf(() => actionOf(plan, 'nowhere', today, lead)).code).toBe('notFound');
  });
});

// On a day before it was recorded, there is no such action.
const actions = (of: Plan, day: string) => planOn(of, day).actions.map(({ id }) => actionOf(of, id, day, chair));

describe('over generated plans', () => {
  itHoldsOfAnyPlan(actions, 30);
});

const saidOn = (id: string, at: string, over: object) =>
  anUpdate({ id, on: '2023-09-20', addedAt: `2023-09-20T${at}:00.000Z`, ...over });

it('says twice on one day on one day in the order in which it was said, whatever was reviewed since', () => {
  const updates = [
    saidOn('b', '09:00', { state: 'returned', recordedAt: '2023-09-20T12:00:00.000Z' }),
    saidOn('a', '10:00', { recordedAt: '2023-09-20T10:00:00.000Z' }),
  ];
  const action = anAction();
  expect(timelineOf(aPlan({ actions: [action], updates }), action, '2023-09-25').map(({ key }) => key)).toEqual([
    'a',
    'b',
  ]);
});
