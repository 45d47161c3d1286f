/** A small plan for tests, and what recording a change makes of it. */
import { collectionOf } from '../fold.ts';
import type { Instant, IsoDate } from '../fields.ts';
import type { Role } from '../scales.ts';
import { entities, type Change, type Plan } from '../plan.ts';

export const noticeId = 'testshire';
/** The day on which the tests stand. */
export const today: IsoDate = '2023-09-25';

const recorded = { recordedAt: '2023-04-03T09:00:00.000Z', recordedBy: 'member-office' };
const row = (id: string) => ({ noticeId, id, version: 1, ...recorded });
const source = {
  mark: 'own',
  disputed: null,
  unconfirmed: null,
  sourceTitle: null,
  sourceUrl: null,
  sourcePublishedOn: null,
} as const;

const member = (id: string, title: string, ...roles: Role[]): Plan['members'][number] => ({
  ...row(id),
  accountId: null,
  title,
  organisation: 'Testshire Council',
  roles,
  startsOn: '2023-03-30',
  endsOn: null,
  suspendedOn: null,
});

const area = (number: number): Plan['areas'][number] => ({
  ...row(`area-${number}`),
  number,
  title: `Area ${number}`,
  statement: 'What the inspectors found.',
  sponsorId: null,
  releasedOn: null,
  releasedBy: null,
  ...source,
  withdrawnOn: null,
});

const action = (code: string, dependsOnIds: string[]): Plan['actions'][number] => ({
  ...row(`action-${code}`),
  code,
  title: `Action ${code}`,
  areaIds: ['area-1'],
  requirementIds: ['req-1'],
  leadId: 'member-lead',
  deputyId: 'member-deputy',
  accountableId: null,
  organisation: 'Testshire Council',
  originalDue: '2023-10-31',
  currentDue: '2023-10-31',
  forecast: null,
  stage: 'inProgress',
  successCriteria: null,
  measureIds: ['measure-1.1'],
  dependsOnIds,
  ...source,
});

const measure = (code: string, fields: Partial<Plan['measures'][number]>): Plan['measures'][number] => ({
  ...row(`measure-${code}`),
  code,
  areaId: 'area-1',
  title: `Measure ${code}`,
  definition: null,
  unit: 'percent',
  decimals: 1,
  polarity: 'H',
  tolerance: null,
  basis: 'month',
  resetMonth: null,
  everyMonths: 1,
  trajectory: 'straight',
  floor: null,
  baseline: null,
  baselineOn: null,
  baselineBasis: null,
  balancedByIds: [],
  publicationRule: 'none',
  ownerId: 'member-lead',
  ...source,
  withdrawnOn: null,
  ...fields,
});

/**
 * Gives a plan with a few rows of each noun: area 1 with the actions 1.01 and 1.02 (which waits for 1.01) and the measures 1.1
 * (a monthly percentage with a reading for August 2023) and 1.2 (a count), area 2 with nothing.
 */
export const smallPlan = (fields: Partial<Plan> = {}): Plan => ({
  notice: {
    ...row(noticeId),
    title: 'Testshire, SEND Improvement Notice',
    authority: 'Testshire Council',
    partners: null,
    subject: 'Services for children with special educational needs and disabilities',
    issuedBy: 'Department for Education',
    issuedOn: '2023-03-30',
    checkpointBase: '2023-03-30',
    checkpointMonths: [3, 6, 12, 18],
    nature: 'fictional',
    dateMoveLimitDays: 0,
    updateEveryDays: 35,
    ...source,
    withdrawnOn: null,
  },
  events: [],
  members: [
    member('member-chair', 'Independent chair', 'chair'),
    member('member-deputy', 'Deputy', 'officer'),
    member('member-lead', 'Lead', 'officer'),
    member('member-office', 'Programme office', 'programmeOffice'),
    { ...member('member-past', 'Former lead', 'officer'), endsOn: '2023-07-31' },
  ],
  areas: [area(1), area(2)],
  requirements: [
    {
      ...row('req-1'),
      code: '1',
      kind: 'clause',
      title: 'Submit a plan',
      text: 'The council must submit a plan.',
      consequence: null,
      ownerId: 'member-lead',
      declared: null,
      standing: null,
      outcomeDisputed: null,
      governmentDecision: 'notKnown',
      governmentDecidedOn: null,
      governmentNote: null,
      measureIds: [],
      ...source,
      withdrawnOn: null,
    },
  ],
  requirementDates: [],
  measures: [measure('1.1', {}), measure('1.2', { unit: 'count', decimals: 0, polarity: 'L' })],
  targets: [],
  readings: [
    {
      ...row('reading-1'),
      measureId: 'measure-1.1',
      periodStart: '2023-08-01',
      periodEnd: '2023-08-31',
      printedPeriod: null,
      basis: 'month',
      basisNote: null,
      qualifier: 'exact',
      value: 13.2,
      symbol: null,
      numerator: null,
      denominator: null,
      state: 'final',
      note: null,
      ...source,
      withdrawnOn: null,
    },
  ],
  benchmarks: [],
  actions: [action('1.01', []), action('1.02', ['action-1.01'])],
  stageChanges: [],
  milestones: [
    {
      ...row('milestone-1'),
      actionId: 'action-1.01',
      title: 'Recruit',
      originalDue: '2023-08-31',
      currentDue: '2023-08-31',
      forecast: null,
      doneOn: null,
      withdrawnOn: null,
    },
  ],
  updates: [],
  dateChanges: [],
  head: { seq: 20, hash: '00' },
  ...fields,
});

/**
 * Gives a plan as it stands once a change is recorded, and refuses as the ledger does: a row of another version than the one
 * expected, or one that its schema refuses.
 */
export const recordedOn = (plan: Plan, changes: readonly Change[], at: Instant, by: string): Plan => {
  let next = plan;
  for (const { entity, row: changed, expectedVersion } of changes) {
    const collection = collectionOf[entity];
    const rows: readonly { id: string; version: number }[] = [next[collection]].flat();
    const version = rows.find(({ id }) => id === changed.id)?.version ?? 0;
    if (version !== expectedVersion)
      throw new Error(`${entity} ${changed.id} is at ${version}, not ${expectedVersion}.`);
    const parsed = entities[entity].strict().parse({ ...changed, version: version + 1 });
    const made = { ...parsed, recordedAt: at, recordedBy: by };
    const others = rows.filter(({ id }) => id !== changed.id);
    const sorted = [...others, made].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    next = { ...next, [collection]: entity === 'notice' ? made : sorted };
  }
  return next;
};
