/** How the rows of the ledger are put into words: the names of things, the labels of fields, and their values. */
import type { Entity, Plan } from '../plan.ts';
import * as scales from '../scales.ts';
import type { Unit } from '../scales.ts';
import { formatDate, formatMonth, formatValue } from '../words.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** One field that a change touched, in words; null where it was empty. */
export type FieldChange = { label: string; before: string | null; after: string | null };

/** What each entity is called. */
export const nouns: Readonly<Record<Entity | 'account', string>> = {
  notice: 'Notice',
  noticeEvent: 'Event',
  member: 'Member',
  area: 'Area',
  requirement: 'Requirement',
  requirementDate: 'Date of a requirement',
  measure: 'Measure',
  target: 'Target',
  reading: 'Reading',
  benchmark: 'Benchmark',
  action: 'Action',
  stageChange: 'Stage change',
  milestone: 'Milestone',
  update: 'Update',
  dateChange: 'Date change',
  evidence: 'Evidence',
  waiver: 'Waiver of evidence',
  challenge: 'Question',
  cover: 'Cover',
  handover: 'Handover',
  focus: 'Focus list',
  family: 'Family of measures',
  familyMeasure: 'Measure of a family',
  starter: 'Caseworkers who will start',
  rebase: 'Limits reckoned anew',
  commentary: 'Exception commentary',
  meeting: 'Meeting',
  attendance: 'Attendance',
  agendaItem: 'Item of an agenda',
  decision: 'Decision',
  areaReport: 'Report on an area',
  frozen: 'Frozen document',
  planVersion: 'Version of the plan',
  judgement: 'Judgement',
  reviewOutcome: 'Outcome of a review',
  risk: 'Risk',
  account: 'Account',
};

/** Fields whose name in code is not their name on screen. */
const labels: Readonly<Record<string, string>> = {
  accountId: 'Can sign in',
  actionIds: 'Actions',
  accountableId: 'Accountable senior officer',
  approvedById: 'Approved by',
  areaIds: 'Areas it serves',
  askedById: 'Asked by',
  balancedByIds: 'Balanced by',
  baselineOn: 'Day of the baseline',
  basisNote: 'Basis in words',
  byId: 'By',
  bytes: 'Size in bytes',
  casesPerWorker: 'Cases for each caseworker',
  casesPerWorkerSource: 'Source of that ratio',
  checkpointMonths: 'Checkpoints, in months',
  currentDue: 'Current due date',
  dateMoveLimitDays: 'Days that the programme office may move a date',
  decidedById: 'Decided by',
  decidedAs: 'Decided as',
  dependsOnIds: 'Waits for',
  disputed: 'Why it is disputed',
  evidenceMegabytes: 'Room for evidence, in megabytes',
  everyMonths: 'Reading expected every (months)',
  fileHash: 'SHA-256 of the file',
  hash: 'Hash of the ledger',
  meetingOn: 'Day of the meeting',
  seq: 'Entry of the ledger',
  followUpDoneOn: 'Follow-up done on',
  followUpDueOn: 'Follow-up due on',
  followUpToId: 'Who follows it up',
  governmentDecidedOn: 'Government decided on',
  holdPeriods: 'Readings in a row to hold',
  linkDays: 'Days that a link to update without an account lasts',
  mailBouncedOn: 'Mail came back on',
  mark: 'Source mark',
  measureIds: 'Measures that would prove it',
  months: 'Checkpoint, in months',
  on: 'On',
  originalDue: 'Original due date',
  papersDueDays: 'Working days that papers are due before a meeting',
  quorumPresent: 'Members that have to be present',
  quorumSectors: 'Sectors that have to be present',
  outcomeDisputed: 'Why the outcome is disputed',
  printed: 'Date as printed',
  printedPeriod: 'Period as printed',
  remindLateOn: 'Reminds whoever is late on',
  remindSoonDays: 'Working days of warning before updates close',
  replacesId: 'New version of',
  reportEvery: 'Reporting',
  reportGraceDays: 'Working days of grace',
  reportInstructions: 'Instructions',
  reportOpenDays: 'Working days that updates are open',
  reportsCloseFrom: 'Updates close, counted from',
  requirementIds: 'Requirements it serves',
  setAside: 'Why it is not used',
  since: 'From the reading of',
  shows: 'What it shows',
  resetMonth: 'Restarts in',
  sourcePublishedOn: 'Source published on',
  sourceTitle: 'Source',
  sourceUrl: 'Web address of the source',
  stageChangeId: 'Step that assured it',
  standing: 'Where it stands',
  successCriteria: 'What success looks like',
  unconfirmed: 'Why the wording is not confirmed',
  updateEveryDays: 'Days between updates',
  words: 'Update',
  effect: 'Effect',
};

/** Which scale words the value of a field. `state` and `kind` mean another thing in each entity. */
const scaleOf = (entity: string, field: string): Readonly<Record<string, { label: string }>> | null => {
  const byField: Readonly<Record<string, Readonly<Record<string, { label: string }>>>> = {
    mark: scales.marks,
    rating: scales.ratings,
    confidence: scales.confidences,
    stage: scales.stages,
    polarity: scales.polarities,
    unit: scales.units,
    basis: scales.bases,
    baselineBasis: scales.bases,
    trajectory: scales.trajectories,
    publicationRule: scales.publicationRules,
    qualifier: scales.qualifiers,
    symbol: scales.symbols,
    governmentDecision: scales.governmentDecisions,
    declared: scales.requirementStates,
    roles: scales.roles,
    decidedAs: scales.roles,
    nature: { real: { label: 'Real' }, fictional: { label: 'Fictional' } },
    'stageChange.from': scales.stages,
    'stageChange.to': scales.stages,
    'dateChange.state': scales.dateChangeStates,
    'reading.state': scales.readingStates,
    'requirement.kind': scales.requirementKinds,
    'requirementDate.kind': scales.requirementDateKinds,
    'noticeEvent.kind': scales.eventKinds,
    'update.state': scales.updateStates,
    'update.kind': scales.updateKinds,
    'evidence.kind': scales.evidenceKinds,
    'waiver.kind': scales.evidenceKinds,
    'handover.state': scales.handoverStates,
    'challenge.state': scales.challengeStates,
    reportEvery: scales.rhythms,
    remindLateOn: scales.workingDays,
    'family.kind': scales.familyKinds,
    part: scales.familyParts,
    employment: scales.employments,
    training: scales.trainings,
    sector: scales.sectors,
    quorumSectors: scales.sectors,
    forum: scales.challengeForums,
    sections: scales.packSections,
    ask: scales.asks,
    outcome: scales.outcomes,
    voice: scales.voices,
    'judgement.rating': scales.judgementRatings,
    'meeting.kind': scales.meetingKinds,
    'meeting.state': scales.meetingStates,
    'attendance.state': scales.attendances,
    'agendaItem.kind': scales.agendaKinds,
    'frozen.kind': scales.frozenKinds,
    'planVersion.kind': scales.planVersionKinds,
    'risk.state': scales.riskStates,
  };
  return byField[`${entity}.${field}`] ?? byField[field] ?? null;
};

/** What a row hangs on, for those that have no title of their own. */
export const parents = ['actionId', 'measureId', 'requirementId'];

/** What does not belong in the words of a change: it is shown elsewhere or means nothing to a reader. */
const unshown = new Set(['noticeId', 'id', 'version', 'recordedAt', 'recordedBy', ...parents]);
const emptied = new Set<unknown>([null, undefined, '']);

const labelOf = (field: string): string => {
  const known = labels[field];
  if (known !== undefined) return known;
  const spaced = field
    .replace(/Ids?$/, '')
    .replaceAll(/([A-Z])/g, ' $1')
    .toLowerCase()
    .trim();
  return `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}`;
};

/** How the values of a measure are written. */
type Written = { unit: Unit; decimals: number };

/** What the ids and values of a notice's rows read like. */
export type Names = { titles: ReadonlyMap<string, string>; measures: ReadonlyMap<string, Written> };

const named = ({ code, title }: { code: string; title: string }) => `${code}, ${title}`;

/** Gives what a plan's rows are called, for the ids that entries speak of. */
export const namesOf = (plan: Plan): Names => ({
  titles: new Map([
    ...plan.members.map(({ id, title }): [string, string] => [id, title]),
    ...plan.areas.map(({ id, number, title }): [string, string] => [id, `${number}, ${title}`]),
    ...[...plan.requirements, ...plan.actions, ...plan.measures].map((row): [string, string] => [row.id, named(row)]),
    ...plan.families.map(({ id, title }): [string, string] => [id, title]),
    ...plan.risks.map((row): [string, string] => [row.id, named(row)]),
    ...plan.evidence.map(({ id, caption }): [string, string] => [id, caption]),
    ...plan.meetings.map(({ id, title, on }): [string, string] => [id, `${title}, ${formatDate(on)}`]),
  ]),
  measures: new Map(plan.measures.map((measure) => [measure.id, measure])),
});

const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** The fields that hold a value of a measure, in its unit. */
const measured = new Set([
  'reading.value',
  'target.value',
  'benchmark.value',
  'measure.floor',
  'measure.tolerance',
  'measure.baseline',
]);

const writtenOf = (entity: string, row: Fields | null, names: Names): Written | null => {
  if (entity !== 'measure') return names.measures.get(String(row?.['measureId'])) ?? null;
  return row && typeof row['decimals'] === 'number' ? { unit: row['unit'] as Unit, decimals: row['decimals'] } : null;
};

const numberInWords = (entity: string, field: string, value: number, row: Fields | null, names: Names): string => {
  if (field === 'resetMonth') return formatMonth(`2000-${String(value).padStart(2, '0')}-01`).replace(' 2000', '');
  const written = measured.has(`${entity}.${field}`) ? writtenOf(entity, row, names) : null;
  const rounded = written && formatValue(value, written.unit, written.decimals);
  // A value that is kept more exactly than it is shown is told as it is kept.
  return written && Number(value.toFixed(written.decimals)) === value && rounded !== null ? rounded : String(value);
};

const valueInWords = (
  entity: string,
  field: string,
  value: unknown,
  row: Fields | null,
  names: Names,
): string | null => {
  if (emptied.has(value)) return null;
  if (Array.isArray(value)) {
    const said = value.map((each) => valueInWords(entity, field, each, row, names) ?? '');
    return said.length === 0 ? null : said.join(typeof value[0] === 'number' ? ', ' : '; ');
  }
  if (typeof value === 'number') return numberInWords(entity, field, value, row, names);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (field === 'accountId') return 'Yes';
  if (isDay(value)) return formatDate(value);
  if (/Ids?$/.test(field)) return names.titles.get(value) ?? value;
  return scaleOf(entity, field)?.[value]?.label ?? value;
};

/** Gives the fields that differ between two states of a row, in the order of the row, in words. */
export const fieldChanges = (
  entity: string,
  before: Fields | null,
  after: Fields | null,
  names: Names,
): FieldChange[] => {
  const fields = new Set([...Object.keys(after ?? {}), ...Object.keys(before ?? {})]);
  return [...fields].flatMap((field) => {
    if (unshown.has(field)) return [];
    const [was, is] = [before?.[field] ?? null, after?.[field] ?? null];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [
      {
        label: labelOf(field),
        before: valueInWords(entity, field, was, before, names),
        after: valueInWords(entity, field, is, after, names),
      },
    ];
  });
};
