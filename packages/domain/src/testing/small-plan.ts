/** A small plan for tests, and what recording a change makes of it. */
import { collectionOf } from '../fold.ts';
import type { Instant, IsoDate, Recorded } from '../fields.ts';
import type { Role } from '../scales.ts';
import { entities, type Change, type Plan } from '../plan.ts';
import { aMeasure, aMember, aMilestone, anAction, anArea, aNotice, aPlan, aReading, aRequirement } from './rows.ts';

export const noticeId = 'testshire';
/** The day on which the tests stand. */
export const today: IsoDate = '2023-09-25';

const row = (id: string) => ({ noticeId, id, recordedAt: '2023-04-03T09:00:00.000Z' });
const organisation = 'Testshire Council';

const member = (id: string, title: string, ...roles: Role[]) => aMember({ ...row(id), title, organisation, roles });

const area = (number: number) =>
  anArea({ ...row(`area-${number}`), number, title: `Area ${number}`, statement: 'What the inspectors found.' });

const action = (code: string, dependsOnIds: string[]) =>
  anAction({
    ...row(`action-${code}`),
    code,
    title: `Action ${code}`,
    requirementIds: ['req-1'],
    deputyId: 'member-deputy',
    organisation,
    originalDue: '2023-10-31',
    currentDue: '2023-10-31',
    measureIds: ['measure-1.1'],
    dependsOnIds,
  });

const measure = (code: string, fields: Partial<Plan['measures'][number]> = {}) =>
  aMeasure({ ...row(`measure-${code}`), code, title: `Measure ${code}`, ownerId: 'member-lead', ...fields });

/**
 * Gives a plan with a few rows of each noun: area 1 with the actions 1.01 and 1.02 (which waits for 1.01) and the measures 1.1
 * (a monthly percentage with a reading for August 2023) and 1.2 (a count), area 2 with nothing.
 */
export const smallPlan = (fields: Partial<Plan> = {}): Plan =>
  aPlan({
    notice: aNotice({
      ...row(noticeId),
      title: 'Testshire, SEND Improvement Notice',
      authority: organisation,
      subject: 'Services for children with special educational needs and disabilities',
      issuedBy: 'Department for Education',
      updateEveryDays: 35,
    }),
    members: [
      member('member-chair', 'Independent chair', 'chair'),
      member('member-deputy', 'Deputy', 'officer'),
      member('member-lead', 'Lead', 'officer'),
      member('member-office', 'Programme office', 'programmeOffice'),
      { ...member('member-past', 'Former lead', 'officer'), endsOn: '2023-07-31' },
    ],
    areas: [area(1), area(2)],
    requirements: [
      aRequirement({
        ...row('req-1'),
        title: 'Submit a plan',
        text: 'The council must submit a plan.',
        ownerId: 'member-lead',
      }),
    ],
    measures: [measure('1.1'), measure('1.2', { unit: 'count', decimals: 0, polarity: 'L' })],
    readings: [aReading({ ...row('reading-1'), value: 13.2 })],
    actions: [action('1.01', []), action('1.02', ['action-1.01'])],
    milestones: [
      aMilestone({
        ...row('milestone-1'),
        title: 'Recruit',
        originalDue: '2023-08-31',
        currentDue: '2023-08-31',
      }),
    ],
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
    const rows: readonly Recorded<{ id: string; version: number }>[] = [next[collection]].flat();
    const before = rows.find(({ id }) => id === changed.id);
    const version = before?.version ?? 0;
    if (version !== expectedVersion)
      throw new Error(`${entity} ${changed.id} is at ${version}, not ${expectedVersion}.`);
    const parsed = entities[entity].strict().parse({ ...changed, version: version + 1 });
    const made = { ...parsed, addedAt: before?.addedAt ?? at, recordedAt: at, recordedBy: by };
    const others = rows.filter(({ id }) => id !== changed.id);
    const sorted = [...others, made].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    next = { ...next, [collection]: entity === 'notice' ? made : sorted };
  }
  return next;
};
