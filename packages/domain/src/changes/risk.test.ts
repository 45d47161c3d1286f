import { describe, expect, test } from 'vitest';
import type { Plan } from '../plan.ts';
import { refusalOf } from '../testing/asking.ts';
import { aRisk, ownSource } from '../testing/rows.ts';
import { noticeId, recordedOn, smallPlan, today } from '../testing/small-plan.ts';
import type { By } from './by.ts';
import { closeRisk, editRisk, raiseRisk, raiseRiskInput, rateRisk, reopenRisk, withdrawRisk } from './risk.ts';

const by: By = {
  who: { memberId: 'member-office', organisation: '', roles: ['programmeOffice'] },
  today,
  createId: () => 'risk-new',
};
const plan = smallPlan({ risks: [aRisk({ noticeId, id: 'risk-1', code: 'R1' })] });
const content = {
  code: 'R2',
  title: 'Too few psychologists',
  cause: 'A shortage.',
  effect: 'Advice is late.',
  controls: null,
  nextStep: null,
  ownerId: 'member-lead',
  areaIds: ['area-1'],
  actionIds: ['action-1.01'],
  ...ownSource,
};
const raised = { ...content, noticeId, reason: 'Seen at the board.', likelihood: 4, impact: 5 };
const read = { noticeId, id: 'risk-1', expectedVersion: 1, reason: 'Three left.' };
const after = (before: Plan, changes: ReturnType<typeof raiseRisk>): Plan =>
  recordedOn(before, changes, '2023-09-25T09:00:00.000Z', 'member-office');

describe('a risk', () => {
  test('is raised open, on the day, with its first rating', () => {
    const [change] = raiseRisk(plan, raised, by);
    expect(change?.row).toMatchObject({ code: 'R2', likelihood: 4, impact: 5, state: 'open', raisedOn: today });
  });

  test('has a number of its own, an owner who may keep it, and names what stands', () => {
    expect(refusalOf(() => raiseRisk(plan, { ...raised, code: 'r1' }, by))).toMatchObject({
      field: 'code',
      sentence: 'There is already a risk r1. Choose another code.',
    });
    expect(refusalOf(() => raiseRisk(plan, { ...raised, ownerId: 'member-chair' }, by))).toMatchObject({
      field: 'ownerId',
    });
    expect(refusalOf(() => raiseRisk(plan, { ...raised, areaIds: ['none'] }, by))).toMatchObject({ field: 'areaIds' });
    expect(refusalOf(() => raiseRisk(plan, { ...raised, actionIds: ['none'] }, by))).toMatchObject({
      field: 'actionIds',
    });
  });

  test('is rated from 1 to 5, and its words identify no child', () => {
    expect(raiseRiskInput.safeParse({ ...raised, likelihood: 6 }).error?.issues[0]?.message).toBe(
      'Likelihood is from 1 to 5.',
    );
    expect(raiseRiskInput.safeParse({ ...raised, effect: 'A child born 3 May 2015 waits.' }).success).toBe(false);
  });

  test('is rated again only where the rating changes, and keeps it when it is edited', () => {
    const rated = after(plan, rateRisk(plan, { ...read, likelihood: 5, impact: 4 }, by));
    expect(rated.risks[0]).toMatchObject({ likelihood: 5, impact: 4 });
    expect(refusalOf(() => rateRisk(plan, { ...read, likelihood: 3, impact: 4 }, by)).sentence).toBe(
      'It is rated likelihood 3 of 5 and impact 4 of 5 already.',
    );
    const edited = after(rated, editRisk(rated, { ...content, ...read, code: 'R1', expectedVersion: 2 }, by));
    expect(edited.risks[0]).toMatchObject({ title: 'Too few psychologists', likelihood: 5 });
  });

  test('is closed and opened again, and unchanged between', () => {
    const closed = after(plan, closeRisk(plan, read, by));
    expect(closed.risks[0]).toMatchObject({ state: 'closed', closedOn: today });
    const again = { ...read, expectedVersion: 2 };
    expect(refusalOf(() => rateRisk(closed, { ...again, likelihood: 1, impact: 1 }, by)).sentence).toBe(
      'Risk R1 was closed on 25 September 2023. Reopen it first.',
    );
    expect(refusalOf(() => reopenRisk(plan, read, by)).sentence).toBe('Risk R1 is open already.');
    expect(after(closed, reopenRisk(closed, again, by)).risks[0]).toMatchObject({ state: 'open', closedOn: null });
  });

  test('is withdrawn where it was raised by mistake, and its number is free again', () => {
    const without = after(plan, withdrawRisk(plan, read, by));
    expect(raiseRisk(without, { ...raised, code: 'R1' }, by)).toHaveLength(1);
    expect(refusalOf(() => closeRisk(without, { ...read, expectedVersion: 2 }, by)).code).toBe('conflict');
  });
});
