import { describe, expect, test } from 'vitest';
import type { Plan } from '../plan.ts';
import { asMember, edit, refusalOf } from '../testing/asking.ts';
import { aCover, aDateChange, aMember, anEvidence, aReading, aStageChange, aTarget, aWaiver } from '../testing/rows.ts';
import { noticeId, recordedOn, smallPlan, today } from '../testing/small-plan.ts';
import { setStage, setStageInput } from './action.ts';
import { assure, assureInput, deliver, deliverInput, markEmbedded, markEvidenced, passGateInput } from './stage.ts';
import { recordWaiver, recordWaiverInput, withdrawWaiver, withdrawWaiverInput } from './waiver.ts';

const [lead, office, chair] = ['member-lead', 'member-office', 'member-chair'].map((id) => asMember(id));
if (!lead || !office || !chair) throw new Error('The small plan has these members.');
const [row] = smallPlan().actions;
if (!row) throw new Error('The small plan has an action.');

const here = { noticeId, actionIds: [row.id] };
const all = [
  anEvidence({ ...here, id: 'e-data' }),
  anEvidence({ ...here, id: 'e-voice', kind: 'voice' }),
  anEvidence({ ...here, id: 'e-practice', kind: 'practice' }),
];
const at = (stage: typeof row.stage, over: Partial<Plan> = {}): Plan =>
  smallPlan({ actions: [{ ...row, stage }], ...over });
const given = { kind: 'data', caption: 'Audit', shows: 'More plans are good.', periodStart: null, periodEnd: null };
const file = { hash: 'b'.repeat(64), name: 'audit.csv', mediaType: 'text/csv', bytes: 90 };
const delivering = (evidence: object | null, taken: typeof file | null, plan = at('inProgress')) =>
  deliver(plan, { ...deliverInput.parse({ ...edit(row.id), evidence }), file: taken }, asMember('member-lead'));
const passing = deliverInput.omit({ evidence: true }).parse(edit(row.id));

const evidence = (plan: Plan) => markEvidenced(plan, passGateInput.parse({ ...passing, reason: null }), office);
const embed = (plan: Plan) => markEmbedded(plan, passGateInput.parse(passing), office);
const reading = (month: string, value: number) =>
  aReading({ noticeId, id: `reading-${month}`, periodStart: `${month}-01`, periodEnd: `${month}-28`, value });
const waive = (plan: Plan, kind = 'voice') =>
  recordWaiver(
    plan,
    recordWaiverInput.parse({ noticeId, actionId: row.id, kind, reason: 'Families never meet this step.' }),
    asMember('member-office'),
  );

describe('delivered', () => {
  test('is said together with evidence of the action, in one change', () => {
    expect(delivering({ ...given, uploadId: 'upload-1' }, file)).toMatchObject([
      { entity: 'action', expectedVersion: 1, row: { id: row.id, stage: 'delivered' } },
      { entity: 'stageChange', row: { from: 'inProgress', to: 'delivered', on: today, reason: null } },
      {
        entity: 'evidence',
        row: { kind: 'data', actionIds: [row.id], measureIds: [], fileName: 'audit.csv', addedById: 'member-lead' },
      },
    ]);
  });

  test('is the lead’s word, evidence or not', () => {
    expect(delivering(null, null)).toHaveLength(2);
  });

  test('withdraws the date that was asked for', () => {
    const dateChanges = [aDateChange({ noticeId, actionId: row.id, state: 'asked' }), aDateChange({ id: 'past' })];
    expect(delivering(null, null, at('inProgress', { dateChanges })).slice(2)).toMatchObject([
      { entity: 'dateChange', row: { id: 'move-1', state: 'withdrawn' } },
    ]);
    const said = setStageInput.parse({ ...passing, to: 'delivered' });
    expect(setStage(at('inProgress', { dateChanges }), said, lead).at(-1)).toMatchObject({
      entity: 'dateChange',
      row: { state: 'withdrawn' },
    });
  });

  test('is not said twice, nor with evidence that lacks a file and an address', () => {
    expect(refusalOf(() => delivering(null, null, at('evidenced')))).toEqual({
      code: 'conflict',
      sentence: 'The action is evidenced already. Reload the page to see it.',
      field: null,
    });
    expect(refusalOf(() => delivering(given, null)).sentence).toBe('Choose a file, or enter a web address.');
  });
});

describe('evidenced', () => {
  test('is said once there is evidence of each kind, or a waiver', () => {
    expect(evidence(at('delivered', { evidence: all }))).toMatchObject([
      { entity: 'action', row: { stage: 'evidenced' } },
      { entity: 'stageChange', row: { from: 'delivered', to: 'evidenced', on: today } },
    ]);
    expect(
      evidence(at('delivered', { evidence: all.slice(1), waivers: [aWaiver({ noticeId, kind: 'data' })] })),
    ).toHaveLength(2);
  });

  test('is refused with all that is missing', () => {
    expect(refusalOf(() => evidence(at('inProgress', { evidence: all.slice(0, 2) })))).toEqual({
      code: 'conflict',
      sentence:
        'The action can’t be called evidenced yet. The lead has not said that it is delivered. No evidence of impact in practice, and no waiver of it.',
      field: null,
    });
  });
});

const led = (memberId: string, stage: typeof row.stage): Plan =>
  smallPlan({ actions: [{ ...row, leadId: memberId, stage }], evidence: all });

describe('nobody says for themselves that it is done', () => {
  const own = { code: 'forbidden', field: null };
  const alone =
    'You act on this action yourself. Nobody else in this notice may: hand the work over, or add a member who may.';

  test('the programme office neither evidences what it leads nor waives its evidence', () => {
    const plan = led('member-office', 'delivered');
    expect(refusalOf(() => evidence(plan))).toEqual({
      ...own,
      sentence: alone,
    });
    expect(refusalOf(() => waive({ ...plan, evidence: [] }))).toEqual({
      ...own,
      sentence: alone,
    });
  });

  test('nor whoever recorded that it is delivered, even for its lead, calls it evidenced', () => {
    const stageChanges = [aStageChange({ noticeId, to: 'delivered', recordedBy: 'member-office' })];
    const plan = at('delivered', { evidence: all, stageChanges });
    expect(refusalOf(() => evidence(plan))).toEqual({
      ...own,
      sentence:
        'You recorded yourself that this action is delivered. Reopen it, and let its lead say that it is delivered.',
    });
    const another = aMember({ noticeId, id: 'member-office-2', roles: ['programmeOffice'] });
    expect(refusalOf(() => evidence({ ...plan, members: [...plan.members, another] })).sentence).toBe(
      'You recorded yourself that this action is delivered. Somebody else of the programme office says that it is evidenced.',
    );
    const byLead = aStageChange({ noticeId, id: 'change-2', to: 'delivered', on: today, recordedBy: 'member-lead' });
    expect(evidence({ ...plan, stageChanges: [...stageChanges, byLead] })).toHaveLength(2);
  });

  test('where there is somebody else of the programme office, they say it', () => {
    const plan = led('member-office', 'delivered');
    const members = plan.members.flatMap((each) =>
      each.id === 'member-office' ? [each, { ...each, id: 'member-office-2' }] : [each],
    );
    expect(refusalOf(() => evidence({ ...plan, members })).sentence).toBe(
      'You act on this action yourself. Somebody else of the programme office says that it is evidenced.',
    );
  });

  test('nor the chair assures it, nor whoever deputises or covers', () => {
    const reason = 'The board heard four families.';
    const said = assureInput.parse({ ...passing, reason });
    expect(refusalOf(() => assure(led('member-chair', 'evidenced'), said, chair))).toEqual({
      ...own,
      sentence: alone,
    });
    const covers = [aCover({ noticeId, deputyId: 'member-office' })];
    expect(refusalOf(() => evidence({ ...at('delivered', { evidence: all }), covers })).code).toBe('forbidden');
  });
});

describe('embedded', () => {
  const stageChanges = [aStageChange({ noticeId, from: 'inProgress', to: 'delivered', on: '2023-05-10' })];
  const held = {
    stageChanges,
    targets: [aTarget({ noticeId })],
    readings: [reading('2023-06', 31), reading('2023-07', 31), reading('2023-08', 40)],
  };
  test('is said once the measures have held', () => {
    expect(embed(at('evidenced', held))).toMatchObject([{ row: { stage: 'embedded' } }, { row: { to: 'embedded' } }]);
  });

  test('is refused while they have not, and before the action is evidenced', () => {
    const sentence = refusalOf(() => embed(at('delivered', { ...held, readings: [] }))).sentence;
    expect(sentence).toContain('The programme office has not said that it is evidenced.');
    expect(sentence).toContain('has held its target for 0 of 3 readings in a row since 10 May 2023');
  });
});

describe('assured', () => {
  test('is said by the board with what convinced it', () => {
    expect(assureInput.safeParse({ ...passing, reason: undefined }).success).toBe(false);
    const said = assureInput.parse({ ...passing, reason: 'The board heard four families.' });
    expect(assure(at('evidenced'), said, chair)).toMatchObject([
      { row: { stage: 'assured' } },
      { row: { from: 'evidenced', to: 'assured', reason: 'The board heard four families.' } },
    ]);
    expect(refusalOf(() => assure(at('delivered'), said, chair)).code).toBe('conflict');
    expect(refusalOf(() => assure(at('withdrawn'), said, chair)).code).toBe('conflict');
  });
});

describe('a waiver', () => {
  test('is recorded with its reason, and opens the gate', () => {
    const plan = at('delivered', { evidence: [all[0], all[2]].flatMap((each) => each ?? []) });
    const changes = waive(plan);
    expect(changes).toEqual([
      {
        entity: 'waiver',
        expectedVersion: 0,
        row: {
          noticeId,
          id: 'new-1',
          actionId: row.id,
          kind: 'voice',
          reason: 'Families never meet this step.',
          byId: 'member-office',
          on: today,
          mark: 'own',
          withdrawnOn: null,
        },
      },
    ]);
    const waived = recordedOn(plan, changes, row.recordedAt, 'member-office');
    expect(markEvidenced(waived, passGateInput.parse({ ...passing, reason: null }), office)).toHaveLength(2);
  });

  test('is refused where there is evidence of that kind, or a waiver already, and for a document', () => {
    expect(refusalOf(() => waive(at('delivered', { evidence: all }))).sentence).toBe(
      'There is evidence in voice already, so nothing needs to be waived.',
    );
    expect(refusalOf(() => waive(at('delivered', { waivers: [aWaiver({ noticeId })] }))).sentence).toBe(
      'Evidence in voice is waived already. Reload the page.',
    );
    expect(() => waive(at('delivered'), 'document')).toThrow('Invalid option');
  });

  test('is taken back with a reason', () => {
    const plan = at('delivered', { waivers: [aWaiver({ noticeId })] });
    expect(withdrawWaiver(plan, withdrawWaiverInput.parse(edit('waiver-1')), office)).toMatchObject([
      { entity: 'waiver', expectedVersion: 1, row: { withdrawnOn: today } },
    ]);
  });
});
