/** A small notice with a row of every entity, for the tests that are about the keeping and not about the content. */
import type { Action } from '@noticeboard/domain/action';
import type { Change } from '@noticeboard/domain/plan';
import { record, type Writer } from '../ledger.ts';

const source = {
  mark: 'own',
  disputed: null,
  unconfirmed: null,
  sourceTitle: null,
  sourceUrl: null,
  sourcePublishedOn: null,
} as const;
const standing = { ...source, withdrawnOn: null };

/** Gives the action of the sample, with what is to differ. */
export const sampleAction = (noticeId: string, different: Partial<Action> = {}): Omit<Action, 'version'> => ({
  noticeId,
  id: 'action-1',
  code: '1.01',
  title: 'Appoint caseworkers',
  areaIds: ['area-2', 'area-1'],
  requirementIds: ['req-1'],
  leadId: 'member-lead',
  deputyId: null,
  accountableId: null,
  organisation: 'Council',
  originalDue: '2023-06-30',
  currentDue: '2023-06-30',
  forecast: null,
  stage: 'notStarted',
  successCriteria: null,
  measureIds: ['measure-1'],
  dependsOnIds: ['action-2'],
  ...source,
  ...different,
});

const created = (change: { entity: Change['entity']; row: object }) => ({ ...change, expectedVersion: 0 }) as Change;

/** Gives the changes that make the sample; some rows refer to later ones. */
export function sampleChanges(noticeId: string): Change[] {
  const row = (id: string) => ({ noticeId, id });
  const area = { statement: 'Families wait too long.', sponsorId: 'member-lead', releasedOn: null, releasedBy: null };
  const period = { periodStart: '2023-01-01', periodEnd: '2023-01-31', printedPeriod: null };
  const measure = {
    areaId: 'area-1',
    definition: null,
    unit: 'percent',
    decimals: 1,
    polarity: 'H',
    tolerance: null,
    basis: 'month',
    resetMonth: null,
    everyMonths: 1,
    trajectory: 'straight',
    floor: 40,
    baseline: 13.2,
    baselineOn: '2022-12-31',
    baselineBasis: 'month',
    publicationRule: 'none',
    ownerId: 'member-lead',
    ...standing,
  };
  return [
    created({
      entity: 'notice',
      row: {
        ...row(noticeId),
        title: 'Exampleshire, Improvement Notice',
        authority: 'Exampleshire',
        partners: null,
        subject: 'Services for children with special educational needs',
        issuedBy: 'The minister',
        issuedOn: '2023-01-01',
        checkpointBase: '2023-01-01',
        checkpointMonths: [3, 6, 12, 18],
        nature: 'fictional',
        dateMoveLimitDays: 0,
        updateEveryDays: 35,
        ...standing,
      },
    }),
    created({
      entity: 'noticeEvent',
      row: {
        ...row('event-1'),
        kind: 'issued',
        title: 'Issued',
        note: null,
        earliest: '2023-01-01',
        latest: '2023-01-01',
        printed: null,
        ...standing,
      },
    }),
    created({
      entity: 'member',
      row: {
        ...row('member-lead'),
        accountId: null,
        title: 'Service manager',
        organisation: 'Council',
        roles: ['officer', 'boardMember'],
        startsOn: '2023-01-01',
        endsOn: null,
        suspendedOn: null,
      },
    }),
    created({ entity: 'action', row: sampleAction(noticeId) }),
    created({
      entity: 'action',
      row: sampleAction(noticeId, {
        id: 'action-2',
        code: '1.02',
        areaIds: ['area-1'],
        measureIds: [],
        dependsOnIds: [],
      }),
    }),
    created({ entity: 'area', row: { ...row('area-1'), number: 1, title: 'Timeliness', ...area, ...standing } }),
    created({ entity: 'area', row: { ...row('area-2'), number: 2, title: 'Staffing', ...area, ...standing } }),
    created({
      entity: 'requirement',
      row: {
        ...row('req-1'),
        code: '1',
        kind: 'clause',
        title: 'A casework team',
        text: 'A permanent, trained team of sufficient capacity.',
        consequence: null,
        ownerId: null,
        declared: null,
        standing: null,
        outcomeDisputed: null,
        governmentDecision: 'notKnown',
        governmentDecidedOn: null,
        governmentNote: null,
        measureIds: ['measure-2', 'measure-1'],
        ...standing,
      },
    }),
    created({
      entity: 'requirementDate',
      row: {
        ...row('req-1-due'),
        requirementId: 'req-1',
        kind: 'due',
        earliest: '2023-07-01',
        latest: '2023-07-01',
        printed: null,
        note: null,
        ...standing,
      },
    }),
    created({
      entity: 'measure',
      row: { ...row('measure-1'), code: '1.1', title: 'Within 20 weeks', balancedByIds: ['measure-2'], ...measure },
    }),
    created({
      entity: 'measure',
      row: { ...row('measure-2'), code: '1.2', title: 'Appeals', balancedByIds: [], ...measure },
    }),
    created({
      entity: 'target',
      row: { ...row('target-1'), measureId: 'measure-1', months: 3, on: null, value: 60, ...standing },
    }),
    created({
      entity: 'reading',
      row: {
        ...row('reading-1'),
        measureId: 'measure-1',
        ...period,
        basis: 'month',
        basisNote: null,
        qualifier: 'exact',
        value: 13.2,
        symbol: null,
        numerator: 33,
        denominator: 250,
        state: 'final',
        note: null,
        ...standing,
      },
    }),
    created({
      entity: 'benchmark',
      row: { ...row('benchmark-1'), measureId: 'measure-1', place: 'England', ...period, value: 50.3, ...standing },
    }),
    created({
      entity: 'stageChange',
      row: { ...row('stage-1'), actionId: 'action-1', from: null, to: 'notStarted', on: '2023-01-01', reason: null },
    }),
    created({
      entity: 'milestone',
      row: {
        ...row('milestone-1'),
        actionId: 'action-1',
        title: 'Advertise',
        originalDue: '2023-02-01',
        currentDue: '2023-02-01',
        forecast: null,
        doneOn: null,
        withdrawnOn: null,
      },
    }),
    created({
      entity: 'update',
      row: {
        ...row('update-1'),
        actionId: 'action-1',
        measureId: null,
        requirementId: null,
        on: '2023-01-02',
        byId: 'member-lead',
        rating: 'green',
        confidence: 'high',
        words: 'The posts are advertised.',
        recovery: null,
        forecast: null,
        mark: 'own',
      },
    }),
    created({
      entity: 'dateChange',
      row: {
        ...row('date-change-1'),
        actionId: 'action-1',
        from: '2023-06-30',
        to: '2023-07-31',
        reason: 'Few applied.',
        effect: null,
        askedById: 'member-lead',
        askedOn: '2023-01-02',
        state: 'asked',
        decidedById: null,
        decidedOn: null,
        decidedDate: null,
        decisionReason: null,
        meeting: null,
        mark: 'own',
      },
    }),
  ];
}

/** Records the sample within a write. */
export async function recordSample(writer: Writer): Promise<void> {
  for (const change of sampleChanges(writer.chain)) await record(writer, change);
}
