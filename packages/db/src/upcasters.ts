/** Brings the rows of old entries up to the shape of this release, without touching the text that was hashed. */
import type { LedgerEntity, LedgerRow } from './entity-table.ts';

type Shape = Record<string, unknown>;

/** What one release changed in the shape of a row: pure, and never edited once it has been released. */
export type Upcaster = (entity: LedgerEntity, row: Shape) => Shape;

/** Release 0.2: how a notice reports, whether an update was accepted, how long an action must hold, mail that comes back. */
const reportingAndEvidence: Upcaster = (entity, row) => {
  const added: Partial<Record<LedgerEntity, Shape>> = {
    notice: {
      reportEvery: 'monthly',
      reportsCloseFrom: row['issuedOn'],
      reportOpenDays: 5,
      reportGraceDays: 2,
      reportInstructions: null,
      remindSoonDays: 3,
      remindLateOn: ['tuesday', 'thursday'],
      linkDays: 0,
      evidenceMegabytes: 500,
    },
    member: { mailBouncedOn: null },
    action: { holdPeriods: 3 },
    update: { kind: 'change', state: 'submitted', reviewedById: null, reviewedOn: null, reviewNote: null },
  };
  return { ...row, ...added[entity] };
};

/** Release 0.3: the ratio of cases to workers, who approved a target or decided a date, readings that are kept but not used. */
const familiesAndCommentary: Upcaster = (entity, row) => {
  const added: Partial<Record<LedgerEntity, Shape>> = {
    notice: { casesPerWorker: null, casesPerWorkerSource: null },
    target: { approvedById: null, approvedOn: null },
    reading: { setAside: null },
    dateChange: { decidedAs: null },
  };
  return { ...row, ...added[entity] };
};

/** Release 0.4: who has to be at a meeting, where a question was asked, why an area was released. */
const meetingsAndFrozen: Upcaster = (entity, row) => {
  const added: Partial<Record<LedgerEntity, Shape>> = {
    notice: { papersDueDays: 5, quorumPresent: 3, quorumSectors: ['education', 'health', 'care'] },
    member: { sector: null },
    area: { releaseReason: null },
    challenge: { areaId: null, forum: 'board', meetingId: null },
  };
  return { ...row, ...added[entity] };
};

/** The first brings schema version 1 to 2, and so on. */
export const upcasters: readonly Upcaster[] = [reportingAndEvidence, familiesAndCommentary, meetingsAndFrozen];

/** The shape in which this release records rows. */
export const schemaVersion = upcasters.length + 1;

/**
 * Gives the row of an entry in the shape of this release.
 * @param text the row as it was recorded
 * @param version the schema version that it was recorded under
 */
export function rowOf(
  entity: LedgerEntity,
  text: string,
  version: number,
  steps: readonly Upcaster[] = upcasters,
): LedgerRow {
  const recorded = JSON.parse(text) as Shape;
  return steps.slice(version - 1).reduce<Shape>((row, step) => step(entity, row), recorded) as LedgerRow;
}
