import { expect, it } from 'vitest';
import { itHoldsOfAnyPlan } from '../testing/generated.ts';
import {
  anAction,
  anArea,
  anEvidence,
  aFrozen,
  aMeasure,
  aPlan,
  aPlanVersion,
  aRequirement,
  aTarget,
} from '../testing/rows.ts';
import { planOnPaperOf } from './plan-on-paper.ts';
import { planVersionsOf, versionsCompared } from './plan-versions.ts';

const today = '2023-09-25';
const submitted = aPlanVersion({
  id: 'v1',
  kind: 'submitted',
  title: 'Submitted',
  on: '2023-06-29',
  seq: 5,
  day: '2023-06-29',
});
const agreed = aPlanVersion({
  id: 'v2',
  seq: 1204,
  frozenId: 'f',
  evidenceId: 'e',
  addedAt: '2023-07-31T09:00:00.000Z',
  recordedAt: '2023-07-31T09:00:00.000Z',
});
const plan = aPlan({
  areas: [anArea({ id: 'area-1', number: 1, title: 'Waiting' })],
  actions: [
    anAction({ id: 'a', code: '1.01', areaIds: ['area-1'], leadId: null }),
    anAction({ id: 'b', code: '1.02', areaIds: ['area-1'], addedAt: '2023-08-05T09:00:00.000Z' }),
  ],
  measures: [aMeasure({ id: 'm', areaId: 'area-1' })],
  targets: [aTarget({ measureId: 'm', months: 6, value: 40 })],
  requirements: [aRequirement({})],
  evidence: [anEvidence({ id: 'e', caption: 'The plan as a PDF' })],
  frozen: [aFrozen({ id: 'f', fileHash: 'c'.repeat(64), bytes: 9 })],
  planVersions: [agreed, submitted],
});

it('lists the versions, newest first, each with its position, its documents and what it sets', () => {
  const { lines, title, originals } = planVersionsOf(plan, today);
  expect(title).toBe('Accelerated Progress Plan, agreed, 31 July 2023');
  expect(lines.map(({ id }) => id)).toEqual(['v2', 'v1']);
  expect(lines[0]).toMatchObject({
    moment: '2023-07-31.1204',
    position: 'Entry 1,204, 31 July 2023',
    evidence: { caption: 'The plan as a PDF' },
    frozenId: 'f',
    fixes: 1,
  });
  expect(originals).toBe(
    '1 action has its original date from the agreed plan. 1 action came later, each with its own.',
  );
});

it('says where original dates come from where no version was agreed, and names no page that was erased', () => {
  expect(planVersionsOf({ ...plan, planVersions: [] }, today)).toMatchObject({
    title: 'No version of the plan is recorded',
    originals: expect.stringContaining('the one that it was added with') as string,
  });
  expect(
    planVersionsOf({ ...plan, frozen: [aFrozen({ id: 'f', fileHash: null })] }, today).lines[0]?.frozenId,
  ).toBeNull();
});

it('says what was compared with what', () => {
  const none = { areas: [], notice: [] };
  expect(versionsCompared(submitted, agreed, none).title).toBe(
    'Nothing changed from “Submitted”, 29 June 2023, to “Accelerated Progress Plan, agreed”, 31 July 2023',
  );
  expect(versionsCompared(agreed, null, none).title).toContain('to the plan as it stands');
});

it('puts the plan on paper by area: actions with leads and dates, measures with targets, and the requirements', () => {
  const paper = planOnPaperOf(plan, today, agreed);
  expect(paper.counts).toBe('2 actions in 1 area, 1 measure');
  expect(paper.areas[0]?.actions[0]).toMatchObject({ code: '1.01', due: '30 Aug 2023' });
  expect(paper.areas[0]?.actions[0]?.lead).toContain('No lead, ');
  expect(paper.areas[0]?.measures[0]?.targets).toBe('40% by 30 Sep 2023');
  expect(paper.requirements).toHaveLength(1);
});

itHoldsOfAnyPlan((any, day) => [planVersionsOf(any, day), planOnPaperOf(any, day, agreed)], 5);
