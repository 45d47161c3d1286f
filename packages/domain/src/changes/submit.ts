/** A whole submission of what is due from a person: many rows in one change, all of them or none. */
import { z } from 'zod';
import { londonDay } from '../calendar.ts';
import { DomainError } from '../domain-error.ts';
import { id, isoDate, type IsoDate } from '../fields.ts';
import { may, type Permission, type Subject } from '../permissions.ts';
import type { Change, Plan } from '../plan.ts';
import { readingsOf } from '../rules/impact.ts';
import { actionReportsOf, requirementUpdatesOf } from '../rules/reported.ts';
import { formatDate, formatPeriod, plural } from '../words.ts';
import { answerChallenge, answerChallengeInput, answererSubject } from './challenge.ts';
import type { By } from './by.ts';
import { writeCommentary, writeCommentaryInput } from './commentary.ts';
import { rowAsRead } from './inputs.ts';
import { measureSubject } from './measure.ts';
import { tickMilestone, tickMilestoneInput } from './milestone.ts';
import { addReading, addReadingInput } from './reading.ts';
import { findRow, refuse } from './references.ts';
import { onStandingNotice } from './rows.ts';
import { repeatUpdate, updateSubject, writeUpdate, writeUpdateInput } from './update.ts';

const mostRows = 200;

/** What an update is about, and the last report and forecast that its writer has seen of it; null where there was none. */
const reported = {
  actionId: id.nullable(),
  requirementId: id.nullable(),
  seenUpdateId: id.nullable(),
  seenForecast: isoDate.nullable(),
};

const noChangeRow = z.object({ kind: z.literal('noChange'), ...reported });
const updateRow = writeUpdateInput.omit({ noticeId: true, measureId: true }).extend({
  kind: z.literal('update'),
  ...reported,
  /** The milestones that were reached, as of today. */
  milestones: z.array(z.object({ id, expectedVersion: rowAsRead.expectedVersion })).max(100),
});
const readingRow = addReadingInput.pick({ measureId: true, value: true, numerator: true, denominator: true }).extend({
  kind: z.literal('reading'),
  periodStart: isoDate,
  periodEnd: isoDate,
  /** The last reading of the measure's own basis that the person has seen; null where there was none. */
  seenReadingId: id.nullable(),
});
const answerRow = answerChallengeInput.omit({ noticeId: true }).extend({ kind: z.literal('answer') });

const commentaryRow = writeCommentaryInput.omit({ noticeId: true }).extend({ kind: z.literal('commentary') });

const row = z.discriminatedUnion('kind', [noChangeRow, updateRow, readingRow, answerRow, commentaryRow]);

export const submitInput = z.object({
  noticeId: id,
  rows: z
    .array(row)
    .min(1, 'Nothing is ready to be submitted. Choose “No change” or write an update first.')
    .max(mostRows, `Submit ${mostRows} rows at once, or fewer.`),
});
type Row = z.output<typeof row>;

/** Gives the key of a submitted row, as `dueFrom` and its draft name it: "action action-6.04". */
export const keyOfRow = (given: Row): string => {
  if (given.kind === 'reading') return `measure ${given.measureId}`;
  if (given.kind === 'answer') return `question ${given.id}`;
  if (given.kind === 'commentary') return `commentary ${given.measureId}`;
  return given.actionId === null ? `requirement ${given.requirementId}` : `action ${given.actionId}`;
};

const rightOver = (plan: Plan, given: Row, today: IsoDate): { permission: Permission; subject: Subject } => {
  if (given.kind === 'reading')
    return { permission: 'reading.write', subject: measureSubject(plan, given.measureId, today) };
  if (given.kind === 'commentary')
    return { permission: 'commentary.write', subject: measureSubject(plan, given.measureId, today) };
  if (given.kind === 'answer')
    return { permission: 'challenge.answer', subject: answererSubject(plan, given.id, today) };
  return { permission: 'update.write', subject: updateSubject(plan, { ...given, measureId: null }, today) };
};

const notYours =
  'This is not yours to report on any more: it was handed over, or your part in it has ended. Nothing was recorded. Copy what you typed if its owner is to know it.';

const conflict = (sentence: string, field: string | null = null): never => {
  throw new DomainError('conflict', sentence, field);
};

type Reported = Extract<Row, { seenUpdateId: unknown }>;
type Given = Extract<Row, { kind: 'reading' }>;

/** Refuses what was written without having seen the forecast as it stands: it would be overwritten, or repeated, unseen. */
const checkForecastSeen = (plan: Plan, { actionId, seenForecast }: Reported): void => {
  const { forecast } = findRow(plan.actions, actionId ?? '', 'action');
  if (forecast === seenForecast) return;
  const now = forecast === null ? 'The forecast was taken back' : `The forecast was changed to ${formatDate(forecast)}`;
  conflict(`${now} while you were writing. Look at it, then choose which to keep.`);
};

/** Refuses what was written without having seen the last report, such as one sent twice, or the forecast. */
const checkSeen = (plan: Plan, given: Reported, { who }: By): void => {
  const { actionId, requirementId, seenUpdateId } = given;
  const reports =
    actionId === null
      ? requirementUpdatesOf(plan, findRow(plan.requirements, requirementId ?? '', 'requirement'))
      : actionReportsOf(plan, findRow(plan.actions, actionId, 'action'));
  const last = reports.at(-1);
  if (!last || last.id === seenUpdateId) {
    if (actionId !== null) checkForecastSeen(plan, given);
    return;
  }
  if (last.byId === who.memberId) {
    conflict(
      `You submitted an update of this on ${formatDate(last.on)} already. Look at it, then choose which to keep.`,
    );
  }
  const by = plan.members.find((member) => member.id === last.byId)?.title ?? 'Somebody else';
  conflict(`${by} updated this while you were writing. Look at theirs, then choose which to keep.`);
};

const milestoneTicks = (plan: Plan, { actionId, milestones }: Extract<Row, { kind: 'update' }>, by: By): Change[] =>
  milestones.flatMap((given) => {
    const milestone = findRow(plan.milestones, given.id, 'milestone');
    if (milestone.actionId !== actionId)
      refuse('That milestone belongs to another action. Reload the page.', 'milestones');
    if (milestone.version !== given.expectedVersion) {
      conflict(
        `Somebody changed the milestone “${milestone.title}” while you were writing. Look at it, then submit again.`,
        'milestones',
      );
    }
    return tickMilestone(plan, tickMilestoneInput.parse({ ...given, noticeId: plan.notice.id, doneOn: by.today }), by);
  });

const newReading = (plan: Plan, { seenReadingId, ...given }: Given, by: By): Change[] => {
  const measure = findRow(plan.measures, given.measureId, 'measure');
  const last = readingsOf(plan, measure, { ownBasis: true }).at(-1);
  if (last && last.id !== seenReadingId) {
    conflict(
      `A reading for ${formatPeriod(last)} was recorded on ${formatDate(londonDay(last.recordedAt))}, while you were writing. Look at it, then submit again.`,
    );
  }
  const own = { basis: measure.basis, basisNote: null, printedPeriod: null, state: 'final', note: null };
  return addReading(plan, addReadingInput.parse({ ...given, ...own, noticeId: plan.notice.id }), by);
};

const changesOf = (plan: Plan, given: Row, by: By): Change[] => {
  const noticeId = plan.notice.id;
  switch (given.kind) {
    case 'noChange':
      checkSeen(plan, given, by);
      return repeatUpdate(plan, given, by);
    case 'update':
      checkSeen(plan, given, by);
      return [...writeUpdate(plan, { ...given, noticeId, measureId: null }, by), ...milestoneTicks(plan, given, by)];
    case 'reading':
      return newReading(plan, given, by);
    case 'answer':
      return answerChallenge(plan, { ...given, noticeId }, by);
    case 'commentary':
      return writeCommentary(plan, { ...given, noticeId }, by);
    default:
      return given satisfies never;
  }
};

/** Several refusals as one, each under the place of its row: "rows.2.words". */
const together = (refused: readonly { index: number; error: DomainError }[]): DomainError => {
  const fields: Record<string, string> = {};
  for (const { index, error } of refused) {
    const place = `rows.${index}${error.field === null ? '' : `.${error.field}`}`;
    fields[place] = error.message;
  }
  const [first] = refused;
  const code = refused.every(({ error }) => error.code === first?.error.code)
    ? (first?.error.code ?? 'invalid')
    : 'invalid';
  const sentence =
    refused.length === 1
      ? (first?.error.message ?? '')
      : `${plural(refused.length, 'row')} can’t be submitted as they are, so nothing was. Mend them, then submit again.`;
  return new DomainError(code, sentence, Object.keys(fields)[0] ?? null, fields);
};

/**
 * Submits what is due from a person: of each row an update, “No change”, a reading, an answer or a commentary. All is recorded, or nothing;
 * a refusal names every row and field that is wrong, and every row over which whoever asks holds no right.
 */
export const submitUpdates = onStandingNotice((plan, { rows }: z.output<typeof submitInput>, by): Change[] => {
  const changes: Change[] = [];
  const refused: { index: number; error: DomainError }[] = [];
  const seen = new Set<string>();
  for (const [index, given] of rows.entries()) {
    const { permission, subject } = rightOver(plan, given, by.today);
    try {
      if (!may(by.who, permission, subject)) throw new DomainError('forbidden', notYours);
      if (seen.has(keyOfRow(given))) refuse('This row is there twice. Submit it once.');
      seen.add(keyOfRow(given));
      changes.push(...changesOf(plan, given, by));
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'notFound') throw error;
      refused.push({ index, error });
    }
  }
  if (refused.length > 0) throw together(refused);
  return changes;
});
