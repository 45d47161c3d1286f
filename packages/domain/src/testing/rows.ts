/** Rows for tests: each whole and plain, with what the test is about put over it. */
import type { Action, Milestone, StageChange } from '../action.ts';
import type { Area } from '../area.ts';
import type { Challenge } from '../challenge.ts';
import type { Commentary } from '../commentary.ts';
import type { Cover } from '../cover.ts';
import type { DateChange } from '../date-change.ts';
import type { Evidence, Waiver } from '../evidence.ts';
import type { Family, FamilyMeasure, Starter } from '../family.ts';
import type { Recorded, Source } from '../fields.ts';
import type { Focus } from '../focus.ts';
import type { Frozen, PlanVersion } from '../frozen.ts';
import type { Handover } from '../handover.ts';
import type { Judgement, ReviewOutcome } from '../judgement.ts';
import type { Benchmark, Measure, Reading, Target } from '../measure.ts';
import type { AgendaItem, AreaReport, Attendance, Decision, Meeting } from '../meeting.ts';
import type { Member } from '../member.ts';
import { meetingRulesAtFirst, ratioAtFirst, reportingAtFirst, type Notice, type NoticeEvent } from '../notice.ts';
import type { Plan } from '../plan.ts';
import type { Rebase } from '../rebase.ts';
import type { Requirement, RequirementDate } from '../requirement.ts';
import type { Risk } from '../risk.ts';
import type { Update } from '../update.ts';

const row = {
  noticeId: 'test',
  version: 1,
  addedAt: '2023-04-01T09:00:00.000Z',
  recordedAt: '2023-04-01T09:00:00.000Z',
  recordedBy: 'member-office',
};
/** The source of what the authority itself says, with no more to say of it. */
export const ownSource = {
  mark: 'own',
  disputed: null,
  unconfirmed: null,
  sourceTitle: null,
  sourceUrl: null,
  sourcePublishedOn: null,
} as const satisfies Source;

export const aNotice = (over: Partial<Recorded<Notice>> = {}): Recorded<Notice> => ({
  ...row,
  id: 'test',
  title: 'A notice',
  authority: 'A council',
  partners: null,
  subject: 'SEND',
  issuedBy: 'A minister',
  issuedOn: '2023-03-30',
  checkpointBase: '2023-03-30',
  checkpointMonths: [3, 6, 12, 18],
  nature: 'fictional',
  dateMoveLimitDays: 0,
  updateEveryDays: 30,
  ...reportingAtFirst('2023-03-30'),
  ...ratioAtFirst,
  ...meetingRulesAtFirst,
  ...ownSource,
  withdrawnOn: null,
  ...over,
});

export const aPlan = (over: Partial<Plan> = {}): Plan => ({
  notice: aNotice(),
  events: [],
  members: [],
  areas: [],
  requirements: [],
  requirementDates: [],
  measures: [],
  targets: [],
  readings: [],
  benchmarks: [],
  actions: [],
  stageChanges: [],
  milestones: [],
  updates: [],
  dateChanges: [],
  evidence: [],
  waivers: [],
  challenges: [],
  covers: [],
  handovers: [],
  focuses: [],
  families: [],
  familyMeasures: [],
  starters: [],
  rebases: [],
  commentaries: [],
  meetings: [],
  attendances: [],
  agendaItems: [],
  decisions: [],
  areaReports: [],
  frozen: [],
  planVersions: [],
  judgements: [],
  reviewOutcomes: [],
  risks: [],
  head: { seq: 1, hash: '' },
  erased: [],
  ...over,
});

export const aMember = (over: Partial<Recorded<Member>> = {}): Recorded<Member> => ({
  ...row,
  id: 'member-lead',
  accountId: null,
  title: 'Lead',
  organisation: 'A council',
  roles: ['officer'],
  startsOn: '2023-03-30',
  endsOn: null,
  suspendedOn: null,
  sector: null,
  mailBouncedOn: null,
  ...over,
});

export const anArea = (over: Partial<Recorded<Area>> = {}): Recorded<Area> => ({
  ...row,
  id: 'area-1',
  number: 1,
  title: 'An area',
  statement: 'What was found.',
  sponsorId: null,
  releasedOn: null,
  releasedBy: null,
  releaseReason: null,
  ...ownSource,
  withdrawnOn: null,
  ...over,
});

export const anAction = (over: Partial<Recorded<Action>> = {}): Recorded<Action> => ({
  ...row,
  id: 'action-1.01',
  code: '1.01',
  title: 'An action',
  areaIds: ['area-1'],
  requirementIds: [],
  leadId: 'member-lead',
  deputyId: null,
  accountableId: null,
  organisation: 'A council',
  originalDue: '2023-08-30',
  currentDue: '2023-08-30',
  forecast: null,
  stage: 'inProgress',
  holdPeriods: 3,
  successCriteria: null,
  measureIds: [],
  dependsOnIds: [],
  ...ownSource,
  ...over,
});

export const aMilestone = (over: Partial<Recorded<Milestone>> = {}): Recorded<Milestone> => ({
  ...row,
  id: 'milestone-1',
  actionId: 'action-1.01',
  title: 'A milestone',
  originalDue: '2023-06-30',
  currentDue: '2023-06-30',
  forecast: null,
  doneOn: null,
  withdrawnOn: null,
  ...over,
});

export const aStageChange = (over: Partial<Recorded<StageChange>> = {}): Recorded<StageChange> => ({
  ...row,
  id: 'change-1',
  actionId: 'action-1.01',
  from: 'notStarted',
  to: 'inProgress',
  on: '2023-05-01',
  reason: null,
  ...over,
});

export const anUpdate = (over: Partial<Recorded<Update>> = {}): Recorded<Update> => ({
  ...row,
  id: 'update-1',
  actionId: 'action-1.01',
  measureId: null,
  requirementId: null,
  on: '2023-09-18',
  byId: 'member-lead',
  kind: 'change',
  rating: 'green',
  confidence: 'high',
  words: 'It goes well.',
  recovery: null,
  forecast: null,
  state: 'submitted',
  reviewedById: null,
  reviewedOn: null,
  reviewNote: null,
  mark: 'own',
  ...over,
});

export const aDateChange = (over: Partial<Recorded<DateChange>> = {}): Recorded<DateChange> => ({
  ...row,
  id: 'move-1',
  actionId: 'action-1.01',
  from: '2023-08-30',
  to: '2023-10-31',
  reason: 'Recruitment took longer.',
  effect: null,
  askedById: 'member-lead',
  askedOn: '2023-08-01',
  state: 'approved',
  decidedById: 'member-chair',
  decidedOn: '2023-08-08',
  decidedAs: 'chair',
  decidedDate: '2023-10-31',
  decisionReason: null,
  meeting: null,
  mark: 'own',
  ...over,
});

export const aMeasure = (over: Partial<Recorded<Measure>> = {}): Recorded<Measure> => ({
  ...row,
  id: 'measure-1.1',
  code: '1.1',
  areaId: 'area-1',
  title: 'EHC plans issued within 20 weeks',
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
  ownerId: null,
  ...ownSource,
  withdrawnOn: null,
  ...over,
});

export const aTarget = (over: Partial<Recorded<Target>> = {}): Recorded<Target> => ({
  ...row,
  id: 'target-1',
  measureId: 'measure-1.1',
  months: 6,
  on: null,
  value: 30,
  approvedById: null,
  approvedOn: null,
  ...ownSource,
  withdrawnOn: null,
  ...over,
});

/** A reading of a single month, August 2023. */
export const aReading = (over: Partial<Recorded<Reading>> = {}): Recorded<Reading> => ({
  ...row,
  id: 'reading-1',
  measureId: 'measure-1.1',
  periodStart: '2023-08-01',
  periodEnd: '2023-08-31',
  printedPeriod: null,
  basis: 'month',
  basisNote: null,
  qualifier: 'exact',
  value: 2.3,
  symbol: null,
  numerator: null,
  denominator: null,
  state: 'final',
  note: null,
  setAside: null,
  ...ownSource,
  withdrawnOn: null,
  ...over,
});

export const aBenchmark = (over: Partial<Recorded<Benchmark>> = {}): Recorded<Benchmark> => ({
  ...row,
  id: 'benchmark-1',
  measureId: 'measure-1.1',
  place: 'England',
  periodStart: '2023-01-01',
  periodEnd: '2023-01-31',
  printedPeriod: null,
  value: 50.3,
  ...ownSource,
  withdrawnOn: null,
  ...over,
});

export const aRequirement = (over: Partial<Recorded<Requirement>> = {}): Recorded<Requirement> => ({
  ...row,
  id: 'req-1',
  code: '1',
  kind: 'clause',
  title: 'A plan for all areas',
  text: 'There must be a plan.',
  consequence: null,
  ownerId: null,
  declared: null,
  standing: null,
  outcomeDisputed: null,
  governmentDecision: 'notKnown',
  governmentDecidedOn: null,
  governmentNote: null,
  measureIds: [],
  ...ownSource,
  withdrawnOn: null,
  ...over,
});

export const aRequirementDate = (over: Partial<Recorded<RequirementDate>> = {}): Recorded<RequirementDate> => ({
  ...row,
  id: 'req-1-due',
  requirementId: 'req-1',
  kind: 'due',
  earliest: '2023-05-12',
  latest: '2023-05-12',
  printed: null,
  note: null,
  ...ownSource,
  withdrawnOn: null,
  ...over,
});

export const anEvent = (over: Partial<Recorded<NoticeEvent>> = {}): Recorded<NoticeEvent> => ({
  ...row,
  id: 'event-1',
  kind: 'review',
  title: 'First DfE review',
  note: null,
  earliest: '2023-11-15',
  latest: '2023-11-15',
  printed: null,
  ...ownSource,
  withdrawnOn: null,
  ...over,
});

export const anEvidence = (over: Partial<Recorded<Evidence>> = {}): Recorded<Evidence> => ({
  ...row,
  id: 'evidence-1',
  kind: 'data',
  caption: 'Audit of August',
  shows: 'More plans say what a child needs.',
  periodStart: '2023-08-01',
  periodEnd: '2023-08-31',
  fileHash: null,
  fileName: null,
  mediaType: null,
  bytes: null,
  url: 'https://example.org/audit',
  replacesId: null,
  addedById: 'member-lead',
  addedOn: '2023-09-18',
  actionIds: ['action-1.01'],
  measureIds: [],
  requirementIds: [],
  areaIds: [],
  mark: 'own',
  withdrawnOn: null,
  ...over,
});

export const aWaiver = (over: Partial<Recorded<Waiver>> = {}): Recorded<Waiver> => ({
  ...row,
  id: 'waiver-1',
  actionId: 'action-1.01',
  kind: 'voice',
  reason: 'Families never meet this step.',
  byId: 'member-office',
  on: '2023-09-18',
  mark: 'own',
  withdrawnOn: null,
  ...over,
});

export const aChallenge = (over: Partial<Recorded<Challenge>> = {}): Recorded<Challenge> => ({
  ...row,
  id: 'challenge-1',
  actionId: 'action-1.01',
  measureId: null,
  requirementId: null,
  areaId: null,
  forum: 'board',
  meetingId: null,
  question: 'What changed for families?',
  askedById: 'member-chair',
  askedOn: '2023-09-01',
  toId: 'member-lead',
  dueOn: '2023-09-29',
  answer: null,
  answeredById: null,
  answeredOn: null,
  state: 'asked',
  followsId: null,
  mark: 'own',
  ...over,
});

export const aCover = (over: Partial<Recorded<Cover>> = {}): Recorded<Cover> => ({
  ...row,
  id: 'cover-1',
  memberId: 'member-lead',
  deputyId: 'member-deputy',
  startsOn: '2023-09-18',
  endsOn: '2023-09-29',
  note: null,
  withdrawnOn: null,
  ...over,
});

export const aHandover = (over: Partial<Recorded<Handover>> = {}): Recorded<Handover> => ({
  ...row,
  id: 'handover-1',
  actionId: 'action-1.01',
  measureId: null,
  requirementId: null,
  fromId: 'member-lead',
  toId: 'member-deputy',
  offeredById: 'member-lead',
  offeredOn: '2023-09-18',
  note: null,
  state: 'offered',
  decidedOn: null,
  decisionNote: null,
  ...over,
});

export const aFocus = (over: Partial<Recorded<Focus>> = {}): Recorded<Focus> => ({
  ...row,
  id: 'focus-2023-09-28',
  periodEnd: '2023-09-28',
  actionIds: ['action-1.01'],
  setById: 'member-chair',
  setOn: '2023-09-01',
  ...over,
});

export const aFamily = (over: Partial<Recorded<Family>> = {}): Recorded<Family> => ({
  ...row,
  id: 'family-1',
  kind: 'balance',
  title: 'Assessments in time',
  note: null,
  withdrawnOn: null,
  ...over,
});

export const aFamilyMeasure = (over: Partial<Recorded<FamilyMeasure>> = {}): Recorded<FamilyMeasure> => ({
  ...row,
  id: 'family-measure-1',
  familyId: 'family-1',
  measureId: 'measure-1.1',
  part: 'timeliness',
  withdrawnOn: null,
  ...over,
});

export const aStarter = (over: Partial<Recorded<Starter>> = {}): Recorded<Starter> => ({
  ...row,
  id: 'starter-1',
  startsOn: '2023-10-02',
  fullTimeEquivalents: 3,
  employment: 'permanent',
  training: 'inTraining',
  note: null,
  ...ownSource,
  withdrawnOn: null,
  ...over,
});

export const aRebase = (over: Partial<Recorded<Rebase>> = {}): Recorded<Rebase> => ({
  ...row,
  id: 'rebase-1',
  measureId: 'measure-1.1',
  since: '2023-06-01',
  reason: 'A new team took over the assessments.',
  byId: 'member-office',
  on: '2023-09-01',
  mark: 'own',
  withdrawnOn: null,
  ...over,
});

export const aCommentary = (over: Partial<Recorded<Commentary>> = {}): Recorded<Commentary> => ({
  ...row,
  id: 'commentary-1',
  measureId: 'measure-1.1',
  on: '2023-09-18',
  byId: 'member-lead',
  reason: 'The oldest cases are cleared first.',
  action: 'Two more educational psychologists.',
  byWhen: '2023-12-31',
  effect: 'The longest waits end; new families still wait.',
  mark: 'own',
  ...over,
});

export const aMeeting = (over: Partial<Recorded<Meeting>> = {}): Recorded<Meeting> => ({
  ...row,
  id: 'meeting-1',
  kind: 'board',
  title: 'Improvement board',
  on: '2023-09-27',
  startsAt: '14:00',
  place: null,
  papersDueOn: '2023-09-20',
  state: 'planned',
  closedOn: null,
  closedById: null,
  sections: [
    'notice',
    'areas',
    'requirements',
    'exceptions',
    'dateChanges',
    'risks',
    'actions',
    'measures',
    'evidence',
  ],
  keyPoints: [],
  minutes: null,
  ...ownSource,
  ...over,
});

export const anAttendance = (over: Partial<Recorded<Attendance>> = {}): Recorded<Attendance> => ({
  ...row,
  id: 'attendance-1',
  meetingId: 'meeting-1',
  memberId: 'member-chair',
  state: 'invited',
  ...over,
});

export const anAgendaItem = (over: Partial<Recorded<AgendaItem>> = {}): Recorded<AgendaItem> => ({
  ...row,
  id: 'item-1',
  meetingId: 'meeting-1',
  position: 1,
  kind: 'item',
  ask: 'note',
  title: 'What families told us',
  note: null,
  dateChangeId: null,
  actionId: null,
  measureId: null,
  requirementId: null,
  areaId: null,
  challengeId: null,
  byId: 'member-office',
  mark: 'own',
  withdrawnOn: null,
  ...over,
});

export const aDecision = (over: Partial<Recorded<Decision>> = {}): Recorded<Decision> => ({
  ...row,
  id: 'decision-1',
  meetingId: 'meeting-1',
  agendaItemId: 'item-1',
  outcome: 'noted',
  minute: 'The board noted the report.',
  dateChangeId: null,
  challengeId: null,
  stageChangeId: null,
  followUp: null,
  followUpToId: null,
  followUpDueOn: null,
  followUpDoneOn: null,
  byId: 'member-chair',
  on: '2023-09-27',
  mark: 'own',
  withdrawnOn: null,
  ...over,
});

export const anAreaReport = (over: Partial<Recorded<AreaReport>> = {}): Recorded<AreaReport> => ({
  ...row,
  id: 'area-report-1',
  meetingId: 'meeting-1',
  areaId: 'area-1',
  why: 'Two actions were delivered.',
  effect: 'Families hear within a week.',
  evidenceIds: [],
  nextStep: null,
  byId: 'member-office',
  on: '2023-09-20',
  mark: 'own',
  ...over,
});

export const aFrozen = (over: Partial<Recorded<Frozen>> = {}): Recorded<Frozen> => ({
  ...row,
  id: 'frozen-1',
  kind: 'pack',
  meetingId: 'meeting-1',
  meetingOn: '2023-09-27',
  number: 1,
  seq: 1,
  hash: '0'.repeat(64),
  day: '2023-09-20',
  sections: ['notice', 'areas'],
  fileHash: null,
  bytes: null,
  byId: 'member-office',
  on: '2023-09-20',
  ...over,
});

export const aPlanVersion = (over: Partial<Recorded<PlanVersion>> = {}): Recorded<PlanVersion> => ({
  ...row,
  id: 'plan-version-1',
  kind: 'agreed',
  title: 'Accelerated Progress Plan, agreed',
  on: '2023-07-31',
  seq: 1,
  hash: '0'.repeat(64),
  day: '2023-07-31',
  evidenceId: null,
  frozenId: null,
  note: null,
  byId: 'member-office',
  ...ownSource,
  withdrawnOn: null,
  ...over,
});

export const aJudgement = (over: Partial<Recorded<Judgement>> = {}): Recorded<Judgement> => ({
  ...row,
  id: 'judgement-1',
  areaId: 'area-1',
  requirementId: null,
  voice: 'chair',
  rating: 'limited',
  grounds: 'Actions are delivered; families do not feel it yet.',
  on: '2023-09-27',
  byId: 'member-chair',
  meetingId: null,
  ...ownSource,
  withdrawnOn: null,
  ...over,
});

export const aReviewOutcome = (over: Partial<Recorded<ReviewOutcome>> = {}): Recorded<ReviewOutcome> => ({
  ...row,
  id: 'review-outcome-1',
  meetingId: 'meeting-1',
  summary: 'Progress in some areas.',
  letterId: null,
  publishedOn: '2023-09-27',
  byId: 'member-monitor',
  answer: null,
  answeredById: null,
  answeredOn: null,
  ...ownSource,
  ...over,
});

export const aRisk = (over: Partial<Recorded<Risk>> = {}): Recorded<Risk> => ({
  ...row,
  id: 'risk-1',
  code: 'R1',
  title: 'New caseworkers leave before their training ends',
  cause: 'Caseloads are high.',
  effect: 'Families get a new caseworker again.',
  likelihood: 3,
  impact: 4,
  controls: 'Smaller caseloads in the first six months.',
  nextStep: null,
  ownerId: 'member-lead',
  areaIds: ['area-1'],
  actionIds: [],
  state: 'open',
  raisedOn: '2023-06-01',
  closedOn: null,
  ...ownSource,
  withdrawnOn: null,
  ...over,
});
