import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import { evidence, type Evidence, type TakenFile } from '../evidence.ts';
import { id, type IsoDate } from '../fields.ts';
import type { Subject } from '../permissions.ts';
import type { Change, Plan } from '../plan.ts';
import { isLetter } from '../rules/dfe-review.ts';
import { currentEvidence, type EvidenceLinks, linkedIds } from '../rules/evidence.ts';
import { actionSubject } from './action.ts';
import { areaSubject } from './area.ts';
import type { By } from './by.ts';
import { editedRow, withdrawInput } from './inputs.ts';
import { measureSubject } from './measure.ts';
import { checkChosen, checkHasCome, findRow, findStanding, refuse, standingOf } from './references.ts';
import { requirementSubject } from './requirement.ts';
import { added, contentOf, edited, onStandingNotice } from './rows.ts';

const said = evidence.pick({ kind: true, caption: true, shows: true, periodStart: true, periodEnd: true });
const links = evidence.pick({ actionIds: true, measureIds: true, requirementIds: true, areaIds: true });
const content = said.extend(links.shape);

/** Evidence as it is given: what is said of it, and a file that was sent before or a web address. */
export const givenEvidence = said.extend({
  uploadId: id.nullable().default(null),
  url: evidence.shape.url.default(null),
});
export const addEvidenceInput = givenEvidence.extend({
  ...links.shape,
  noticeId: id,
  /** The evidence that this is a new version of. */
  replacesId: id.nullable().default(null),
});
export const editEvidenceInput = content.extend(editedRow);
export const withdrawEvidenceInput = withdrawInput;

type Given = z.output<typeof givenEvidence> & { file: TakenFile | null };

const kinds = [
  { page: 'actions', field: 'actionIds', what: 'action', subject: actionSubject },
  { page: 'measures', field: 'measureIds', what: 'measure', subject: measureSubject },
  { page: 'requirements', field: 'requirementIds', what: 'requirement', subject: requirementSubject },
  { page: 'areas', field: 'areaIds', what: 'area', subject: areaSubject },
] as const;

/** Gives whose each row is that evidence is linked to. Throws `notFound`. */
export const linkedSubjects = (plan: Plan, to: EvidenceLinks, today: IsoDate): Subject[] =>
  kinds.flatMap(({ page, subject }) => linkedIds(to, page).map((rowId) => subject(plan, rowId, today)));

/** Gives whose a piece of evidence is: of anybody who has one of the rows that it is linked to. Throws `notFound`. */
export const evidenceSubject = (plan: Plan, to: EvidenceLinks, today: IsoDate): Subject => ({
  memberIds: linkedSubjects(plan, to, today).flatMap(({ memberIds }) => memberIds),
  organisation: null,
});

const inOne = (a: readonly string[], b: readonly string[]): string[] => [
  ...a.filter((each) => !b.includes(each)),
  ...b.filter((each) => !a.includes(each)),
];

const differing = (before: EvidenceLinks, after: EvidenceLinks): EvidenceLinks => ({
  actionIds: inOne(before.actionIds, after.actionIds),
  measureIds: inOne(before.measureIds, after.measureIds),
  requirementIds: inOne(before.requirementIds, after.requirementIds),
  areaIds: inOne(before.areaIds, after.areaIds),
});

/**
 * Gives all of whose leave a change of evidence needs: anybody's who has a row that it was linked to before, and of each row
 * that it is newly linked to, or no more. Throws `notFound`.
 * @param beforeId the evidence that is edited, or that a new version replaces; null for what is new
 */
export const evidenceSubjects = (
  plan: Plan,
  beforeId: string | null,
  after: EvidenceLinks,
  today: IsoDate,
): Subject[] => {
  checkLinked(after);
  if (beforeId === null) return linkedSubjects(plan, after, today);
  const before = findRow(plan.evidence, beforeId, 'evidence');
  return [evidenceSubject(plan, before, today), ...linkedSubjects(plan, differing(before, after), today)];
};

const checkLinked = (to: EvidenceLinks): void => {
  if (kinds.some(({ page }) => linkedIds(to, page).length > 0)) return;
  refuse('Say what it is evidence of: choose an action, a measure, a requirement or an area.', 'actionIds');
};

const checkNotLetter = (plan: Plan, evidenceId: string): void => {
  if (isLetter(plan, evidenceId))
    throw new DomainError(
      'forbidden',
      'This is the letter of DfE after a review. DfE alone changes it, on the page of the review.',
    );
};

const checkContent = (
  plan: Plan,
  input: z.output<typeof said> & EvidenceLinks,
  before: Evidence | null,
  today: IsoDate,
): void => {
  const { periodStart, periodEnd } = input;
  if (periodStart === null && periodEnd !== null) refuse('Enter the first day that it speaks of.', 'periodStart');
  if (periodEnd === null && periodStart !== null) refuse('Enter the last day that it speaks of.', 'periodEnd');
  if (periodStart !== null && periodEnd !== null) {
    if (periodEnd < periodStart) refuse('The last day must be the first day or after it.', 'periodEnd');
    checkHasCome(today, periodEnd, 'periodEnd', 'The last day that it speaks of');
  }
  checkLinked(input);
  const standing = {
    actions: new Map(plan.actions.map(({ id: actionId, stage }) => [actionId, stage !== 'withdrawn'])),
    measures: standingOf(plan.measures),
    requirements: standingOf(plan.requirements),
    areas: standingOf(plan.areas),
  };
  for (const { page, field, what } of kinds) {
    checkChosen(standing[page], linkedIds(input, page), before ? linkedIds(before, page) : [], field, what);
  }
};

/** Makes the row of new evidence, with what is checked of it. */
export const newEvidence = (
  plan: Plan,
  input: Given & EvidenceLinks & { replacesId: string | null },
  { who, today, createId }: By,
): Change => {
  const before = input.replacesId === null ? null : findStanding(plan.evidence, input.replacesId, 'evidence');
  if (before && !currentEvidence(plan).includes(before)) {
    throw new DomainError(
      'conflict',
      'There is a newer version of this evidence already. Open that one and add yours to it.',
    );
  }
  if (before) checkNotLetter(plan, before.id);
  const { file, url } = input;
  if (file === null && url === null) refuse('Choose a file, or enter a web address.', 'uploadId');
  if (file !== null && url !== null) refuse('Choose a file or enter a web address, not both.', 'url');
  checkContent(plan, input, before, today);
  return added('evidence', {
    ...contentOf(content, input),
    noticeId: plan.notice.id,
    id: createId(),
    fileHash: file?.hash ?? null,
    fileName: file?.name ?? null,
    mediaType: file?.mediaType ?? null,
    bytes: file?.bytes ?? null,
    url,
    replacesId: before?.id ?? null,
    addedById: who.memberId,
    addedOn: today,
    mark: 'own',
    withdrawnOn: null,
  });
};

/** Adds evidence, or a new version of some; what it replaces stays to be read. */
export const addEvidence = onStandingNotice(
  (plan, input: z.output<typeof addEvidenceInput> & { file: TakenFile | null }, by) => [newEvidence(plan, input, by)],
);

/** Edits what is said of evidence and what it is linked to: never its file or its address, which a new version brings. */
export const editEvidence = onStandingNotice((plan, input: z.output<typeof editEvidenceInput>, { today }) => {
  const before = findStanding(plan.evidence, input.id, 'evidence');
  checkNotLetter(plan, before.id);
  checkContent(plan, input, before, today);
  return [edited('evidence', before, contentOf(content, input), input.expectedVersion)];
});

/** Withdraws evidence: it counts no more, and stays to be read with the reason. */
export const withdrawEvidence = onStandingNotice((plan, input: z.output<typeof withdrawEvidenceInput>, { today }) => {
  const before = findStanding(plan.evidence, input.id, 'evidence');
  checkNotLetter(plan, before.id);
  return [edited('evidence', before, { withdrawnOn: today }, input.expectedVersion)];
});
