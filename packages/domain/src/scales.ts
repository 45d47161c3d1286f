/**
 * The states and scales of the field, each with its order (the order of its keys), its label and its tone.
 * No zod here: the web's first load needs the labels and must not carry the schemas.
 */

/** How a status is coloured and shaped on screen and on paper. */
export type Tone = 'green' | 'amber' | 'red' | 'blue' | 'none' | 'pending' | 'neutral';

/** One status as shown: the word, the tone, and the reason it was given, in words. */
export type Status<K extends string = string> = { key: K; label: string; tone: Tone; reason: string };

type Scale<K extends string> = Readonly<Record<K, { label: string; tone: Tone }>>;

/** Gives the keys of a scale in their order. */
export const keysOf = <K extends string>(scale: Readonly<Record<K, unknown>>): [K, ...K[]] =>
  Object.keys(scale) as [K, ...K[]];

/** Gives the status of a key of a scale, with its reason. */
export const statusOf = <K extends string>(scale: Scale<K>, key: K, reason: string): Status<K> => ({
  key,
  ...scale[key],
  reason,
});

export const requirementStates = {
  notDue: { label: 'Not due', tone: 'pending' },
  onCourse: { label: 'On course', tone: 'green' },
  atRisk: { label: 'At risk', tone: 'red' },
  partMet: { label: 'Part met', tone: 'amber' },
  met: { label: 'Met', tone: 'green' },
  metLate: { label: 'Met late', tone: 'amber' },
  notMet: { label: 'Not met', tone: 'red' },
  disputed: { label: 'Disputed', tone: 'neutral' },
} as const satisfies Scale<string>;
export type RequirementState = keyof typeof requirementStates;

export const requirementKinds = {
  clause: { label: 'Clause of the notice', tone: 'neutral' },
  commitment: { label: 'Public commitment', tone: 'neutral' },
} as const satisfies Scale<string>;
export type RequirementKind = keyof typeof requirementKinds;

export const requirementDateKinds = {
  due: { label: 'Due', tone: 'neutral' },
  submitted: { label: 'Submitted', tone: 'neutral' },
  resubmitted: { label: 'Resubmitted', tone: 'neutral' },
  approved: { label: 'Approved', tone: 'neutral' },
  published: { label: 'Published', tone: 'neutral' },
  met: { label: 'Met', tone: 'neutral' },
} as const satisfies Scale<string>;
export type RequirementDateKind = keyof typeof requirementDateKinds;

export const governmentDecisions = {
  notKnown: { label: 'Not known', tone: 'none' },
  satisfied: { label: 'Satisfied', tone: 'green' },
  notSatisfied: { label: 'Not satisfied', tone: 'red' },
  deferred: { label: 'Deferred', tone: 'amber' },
} as const satisfies Scale<string>;
export type GovernmentDecision = keyof typeof governmentDecisions;

export const stages = {
  notStarted: { label: 'Not started', tone: 'neutral' },
  inProgress: { label: 'In progress', tone: 'neutral' },
  delivered: { label: 'Delivered', tone: 'neutral' },
  evidenced: { label: 'Evidenced', tone: 'green' },
  embedded: { label: 'Embedded', tone: 'green' },
  assured: { label: 'Assured', tone: 'blue' },
  withdrawn: { label: 'Withdrawn', tone: 'none' },
} as const satisfies Scale<string>;
export type Stage = keyof typeof stages;

export const ratings = {
  green: { label: 'Green', tone: 'green' },
  amber: { label: 'Amber', tone: 'amber' },
  red: { label: 'Red', tone: 'red' },
} as const satisfies Scale<string>;
export type Rating = keyof typeof ratings;

export const confidences = {
  high: { label: 'High', tone: 'neutral' },
  medium: { label: 'Medium', tone: 'neutral' },
  low: { label: 'Low', tone: 'neutral' },
} as const satisfies Scale<string>;
export type Confidence = keyof typeof confidences;

/** Computed delivery, worst last; the rule that chooses one is rules/delivery.ts. */
export const deliveries = {
  complete: { label: 'Complete', tone: 'green' },
  deliveredNotEvidenced: { label: 'Delivered, not evidenced', tone: 'neutral' },
  onTrack: { label: 'On track', tone: 'green' },
  dueSoon: { label: 'Due in 14 days', tone: 'amber' },
  forecastLate: { label: 'Forecast late', tone: 'amber' },
  noUpdate: { label: 'No update', tone: 'none' },
  overdue: { label: 'Overdue', tone: 'red' },
  withdrawn: { label: 'Withdrawn', tone: 'none' },
} as const satisfies Scale<string>;
export type Delivery = keyof typeof deliveries;

/** Where a milestone stands; the rule that chooses is rules/milestone.ts. */
export const milestoneStates = {
  done: { label: 'Done', tone: 'green' },
  notDue: { label: 'Not due yet', tone: 'pending' },
  dueSoon: { label: 'Due in 14 days', tone: 'amber' },
  forecastLate: { label: 'Forecast late', tone: 'amber' },
  overdue: { label: 'Overdue', tone: 'red' },
} as const satisfies Scale<string>;
export type MilestoneState = keyof typeof milestoneStates;

/** Computed impact of a measure against its target; the rule is rules/impact.ts. */
export const impacts = {
  targetMet: { label: 'Target met', tone: 'green' },
  floorMet: { label: 'Floor met', tone: 'amber' },
  floorMissed: { label: 'Floor missed', tone: 'red' },
  targetMissed: { label: 'Target missed', tone: 'red' },
  notDecided: { label: 'Not decided', tone: 'none' },
  noTarget: { label: 'No target', tone: 'none' },
  noReading: { label: 'No reading', tone: 'none' },
} as const satisfies Scale<string>;
export type Impact = keyof typeof impacts;

/** What a measure has at a checkpoint. */
export const checkpointResults = {
  met: { label: 'Met', tone: 'green' },
  near: { label: 'Floor met', tone: 'amber' },
  missed: { label: 'Missed', tone: 'red' },
  notDecided: { label: 'Not decided', tone: 'none' },
  noTarget: { label: 'No target', tone: 'none' },
  noData: { label: 'No data', tone: 'none' },
  pending: { label: 'Not yet due', tone: 'pending' },
} as const satisfies Scale<string>;
export type CheckpointResult = keyof typeof checkpointResults;

export const directions = {
  better: { label: 'Better', tone: 'neutral' },
  worse: { label: 'Worse', tone: 'neutral' },
  same: { label: 'No change', tone: 'neutral' },
  oneReading: { label: 'One reading', tone: 'none' },
  basesDiffer: { label: 'Bases differ', tone: 'none' },
  acrossReset: { label: 'Restarted', tone: 'none' },
  notDecided: { label: 'Not decided', tone: 'none' },
  noReading: { label: 'No reading', tone: 'none' },
} as const satisfies Scale<string>;
export type Direction = keyof typeof directions;

/** What the latest reading says against the noise that the measure has always had; the rule is rules/variation.ts. */
export const variations = {
  improving: { label: 'Special cause: improving', tone: 'neutral' },
  worsening: { label: 'Special cause: worsening', tone: 'neutral' },
  changed: { label: 'Special cause', tone: 'neutral' },
  common: { label: 'Common cause: only noise', tone: 'neutral' },
  notJudged: { label: 'Not judged', tone: 'none' },
} as const satisfies Scale<string>;
export type Variation = keyof typeof variations;

/** Whether a measure can be relied on to meet its target while nothing about it changes; the rule is rules/variation.ts. */
export const assurances = {
  met: { label: 'Will meet the target', tone: 'neutral' },
  missed: { label: 'Will miss the target', tone: 'neutral' },
  chance: { label: 'Meets it by chance', tone: 'neutral' },
  notJudged: { label: 'Not judged', tone: 'none' },
} as const satisfies Scale<string>;
export type Assurance = keyof typeof assurances;

/** Whether a measure that is red or worsened twice was explained; the rule is rules/exception.ts. */
export const exceptionStates = {
  missing: { label: 'Not explained', tone: 'red' },
  given: { label: 'Explained', tone: 'neutral' },
} as const satisfies Scale<string>;
export type ExceptionState = keyof typeof exceptionStates;

export const dateChangeStates = {
  asked: { label: 'Awaiting decision', tone: 'pending' },
  approved: { label: 'Approved', tone: 'neutral' },
  approvedOther: { label: 'Approved for another date', tone: 'neutral' },
  refused: { label: 'Refused', tone: 'neutral' },
  withdrawn: { label: 'Withdrawn', tone: 'none' },
} as const satisfies Scale<string>;
export type DateChangeState = keyof typeof dateChangeStates;

/** What became of an update once it was submitted. */
export const updateStates = {
  submitted: { label: 'Submitted', tone: 'pending' },
  accepted: { label: 'Accepted', tone: 'green' },
  returned: { label: 'Returned', tone: 'amber' },
} as const satisfies Scale<string>;
export type UpdateState = keyof typeof updateStates;

/** What an update says: something new, or that its writer looked and nothing changed. */
export const updateKinds = {
  change: { label: 'Update', tone: 'neutral' },
  noChange: { label: 'No change', tone: 'neutral' },
} as const satisfies Scale<string>;
export type UpdateKind = keyof typeof updateKinds;

/** Where the report of a row stands in its reporting period; the rule that chooses is rules/reporting.ts. */
export const reportStates = {
  noUpdate: { label: 'No update yet', tone: 'none' },
  due: { label: 'Due', tone: 'amber' },
  late: { label: 'Late', tone: 'red' },
  submitted: updateStates.submitted,
  returned: updateStates.returned,
  accepted: updateStates.accepted,
} as const satisfies Scale<string>;
export type ReportState = keyof typeof reportStates;

/** How often everybody reports; the days are counted from the one on which the first period closes. */
export const rhythms = {
  monthly: { label: 'Monthly', tone: 'neutral' },
  fourWeekly: { label: 'Every four weeks', tone: 'neutral' },
  sixWeekly: { label: 'Every six weeks, before each board', tone: 'neutral' },
} as const satisfies Scale<string>;
export type Rhythm = keyof typeof rhythms;

export const workingDays = {
  monday: { label: 'Monday', tone: 'neutral' },
  tuesday: { label: 'Tuesday', tone: 'neutral' },
  wednesday: { label: 'Wednesday', tone: 'neutral' },
  thursday: { label: 'Thursday', tone: 'neutral' },
  friday: { label: 'Friday', tone: 'neutral' },
} as const satisfies Scale<string>;
export type WorkingDay = keyof typeof workingDays;

/** What became of a mail. Only the demonstration keeps mail to be read instead of sending it. */
export const mailStates = {
  queued: { label: 'Queued', tone: 'pending' },
  sending: { label: 'Being sent', tone: 'pending' },
  sent: { label: 'Sent', tone: 'green' },
  kept: { label: 'Kept to be read', tone: 'neutral' },
  notNeeded: { label: 'Not needed', tone: 'neutral' },
  failed: { label: 'Failed', tone: 'red' },
  bounced: { label: 'Came back', tone: 'red' },
} as const satisfies Scale<string>;
export type MailState = keyof typeof mailStates;

/** The kinds of evidence. An action is evidenced by impact seen in data, voice and practice; a document proves only that it exists. */
export const evidenceKinds = {
  data: { label: 'Data', tone: 'neutral' },
  voice: { label: 'Voice', tone: 'neutral' },
  practice: { label: 'Practice', tone: 'neutral' },
  document: { label: 'Document', tone: 'neutral' },
} as const satisfies Scale<string>;
export type EvidenceKind = keyof typeof evidenceKinds;
/** The kinds of evidence of impact that an action needs, each seen or waived, before it is evidenced (domain.md, "Stages"). */
export const impactKinds = ['data', 'voice', 'practice'] as const satisfies readonly EvidenceKind[];
export type ImpactKind = (typeof impactKinds)[number];

/** What there is of one kind of evidence of impact for an action; the rule is rules/gate.ts. */
export const kindStates = {
  seen: { label: 'Seen', tone: 'green' },
  waived: { label: 'Waived', tone: 'neutral' },
  missing: { label: 'Missing', tone: 'none' },
} as const satisfies Scale<string>;
export type KindState = keyof typeof kindStates;

export const handoverStates = {
  offered: { label: 'Offered', tone: 'pending' },
  accepted: { label: 'Accepted', tone: 'neutral' },
  declined: { label: 'Declined', tone: 'neutral' },
  withdrawn: { label: 'Withdrawn', tone: 'none' },
} as const satisfies Scale<string>;

/** A question of the board or of scrutiny: one that is asked again is followed by another. */
export const challengeStates = {
  asked: { label: 'Asked', tone: 'pending' },
  answered: { label: 'Answered', tone: 'neutral' },
  accepted: { label: 'Answer accepted', tone: 'green' },
  askedAgain: { label: 'Asked again', tone: 'amber' },
  withdrawn: { label: 'Withdrawn', tone: 'none' },
} as const satisfies Scale<string>;

/** How the answer to a question of the board stands on a day; the rule that chooses is rules/question.ts. */
export const questionStates = {
  ...challengeStates,
  overdue: { label: 'Answer overdue', tone: 'red' },
} as const satisfies Scale<string>;
export type QuestionState = keyof typeof questionStates;

/** Why nobody reaches the owner of something, the weightiest first; the rule that finds them is rules/orphans.ts. */
export const orphanCauses = {
  ended: { label: 'Role ended', tone: 'red' },
  suspended: { label: 'Suspended', tone: 'red' },
  bounced: { label: 'Mail came back', tone: 'amber' },
  silent: { label: 'Silent', tone: 'none' },
} as const satisfies Scale<string>;
export type OrphanCause = keyof typeof orphanCauses;

/** How a source is marked: what was read, and how sure it is. `own` is what the notice's own people record: no mark. */
export const marks = {
  own: { label: 'Recorded here', tone: 'neutral' },
  published: { label: 'Published', tone: 'neutral' },
  reported: { label: 'Reported', tone: 'neutral' },
  illustrative: { label: 'Illustrative', tone: 'neutral' },
} as const satisfies Scale<string>;
export type Mark = keyof typeof marks;

export const polarities = {
  H: { label: 'High is good', tone: 'neutral' },
  L: { label: 'Low is good', tone: 'neutral' },
  T: { label: 'Near target is good', tone: 'neutral' },
} as const satisfies Scale<string>;
export type Polarity = keyof typeof polarities;

export const bases = {
  month: { label: 'Single month', tone: 'neutral' },
  quarter: { label: 'Quarter', tone: 'neutral' },
  rolling12: { label: 'Rolling 12 months', tone: 'neutral' },
  yearToDate: { label: 'Year to date', tone: 'neutral' },
  calendarYear: { label: 'Calendar year', tone: 'neutral' },
  academicYear: { label: 'Academic year', tone: 'neutral' },
  snapshot: { label: 'Snapshot', tone: 'neutral' },
  other: { label: 'Another basis', tone: 'neutral' },
  notStated: { label: 'Basis not stated', tone: 'neutral' },
} as const satisfies Scale<string>;
export type Basis = keyof typeof bases;

/** Units with what they allow; `integer` and the limits are checked when a reading or target is written. */
export const units = {
  percent: { label: 'Per cent', suffix: '%', min: 0, max: 100, integer: false },
  count: { label: 'Count', suffix: '', min: 0, max: null, integer: true },
  days: { label: 'Days', suffix: ' days', min: 0, max: null, integer: false },
  weeks: { label: 'Weeks', suffix: ' weeks', min: 0, max: null, integer: false },
  rate: { label: 'Rate', suffix: '', min: 0, max: null, integer: false },
  score: { label: 'Score', suffix: '', min: null, max: null, integer: false },
} as const satisfies Record<
  string,
  { label: string; suffix: string; min: number | null; max: number | null; integer: boolean }
>;
export type Unit = keyof typeof units;

export const qualifiers = {
  exact: { label: 'Exactly', tone: 'neutral' },
  about: { label: 'About', tone: 'neutral' },
  over: { label: 'Over', tone: 'neutral' },
  under: { label: 'Under', tone: 'neutral' },
} as const satisfies Scale<string>;
export type Qualifier = keyof typeof qualifiers;

/** What stands in place of a value, as official statistics print it; never drawn or counted as zero. */
export const symbols = {
  z: { label: 'Not applicable', tone: 'none' },
  x: { label: 'Not available', tone: 'none' },
  c: { label: 'Suppressed', tone: 'none' },
  low: { label: 'Rounds to zero', tone: 'none' },
  u: { label: 'Unreliable', tone: 'none' },
} as const satisfies Scale<string>;
export type ReadingSymbol = keyof typeof symbols;

export const readingStates = {
  provisional: { label: 'Provisional', tone: 'neutral' },
  final: { label: 'Final', tone: 'neutral' },
} as const satisfies Scale<string>;
export type ReadingState = keyof typeof readingStates;

export const trajectories = {
  straight: { label: 'Straight between targets', tone: 'neutral' },
  stepped: { label: 'Stepped at each target', tone: 'neutral' },
} as const satisfies Scale<string>;

/** What a family of measures is drawn together for. */
export const familyKinds = {
  balance: { label: 'Balance', tone: 'neutral' },
  capacity: { label: 'Capacity', tone: 'neutral' },
  backlog: { label: 'Backlog', tone: 'neutral' },
} as const satisfies Scale<string>;
export type FamilyKind = keyof typeof familyKinds;

/** What a measure counts in its family (domain.md, "Capacity", "Backlog", "Balance"), each for one kind of family. */
export const familyParts = {
  timeliness: { label: 'Timeliness', tone: 'neutral', kind: 'balance' },
  refusalsToAssess: { label: 'Refusals to assess', tone: 'neutral', kind: 'balance' },
  refusalsToIssue: { label: 'Refusals to issue', tone: 'neutral', kind: 'balance' },
  plansCeased: { label: 'Plans ceased', tone: 'neutral', kind: 'balance' },
  appeals: { label: 'Appeals', tone: 'neutral', kind: 'balance' },
  complaints: { label: 'Complaints', tone: 'neutral', kind: 'balance' },
  otherBalance: { label: 'Another balance', tone: 'neutral', kind: 'balance' },
  openCases: { label: 'Open cases', tone: 'neutral', kind: 'capacity' },
  permanentTrained: { label: 'In post: permanent, trained', tone: 'neutral', kind: 'capacity' },
  permanentInTraining: { label: 'In post: permanent, in training', tone: 'neutral', kind: 'capacity' },
  agencyTrained: { label: 'In post: agency, trained', tone: 'neutral', kind: 'capacity' },
  agencyInTraining: { label: 'In post: agency, in training', tone: 'neutral', kind: 'capacity' },
  vacantPosts: { label: 'Vacant posts', tone: 'neutral', kind: 'capacity' },
  caseload: { label: 'Cases per worker, as reported', tone: 'neutral', kind: 'capacity' },
  workload: { label: 'Workload', tone: 'neutral', kind: 'capacity' },
  sickness: { label: 'Sickness', tone: 'neutral', kind: 'capacity' },
  leavers: { label: 'Leavers', tone: 'neutral', kind: 'capacity' },
  staffSurvey: { label: 'Staff survey', tone: 'neutral', kind: 'capacity' },
  remaining: { label: 'Remaining', tone: 'neutral', kind: 'backlog' },
  overTwoYears: { label: 'Over two years old', tone: 'neutral', kind: 'backlog' },
  inflow: { label: 'Inflow', tone: 'neutral', kind: 'backlog' },
  throughput: { label: 'Throughput', tone: 'neutral', kind: 'backlog' },
} as const satisfies Readonly<Record<string, { label: string; tone: Tone; kind: FamilyKind }>>;
export type FamilyPart = keyof typeof familyParts;

export const employments = {
  permanent: { label: 'Permanent', tone: 'neutral' },
  agency: { label: 'Agency', tone: 'neutral' },
} as const satisfies Scale<string>;

export const trainings = {
  trained: { label: 'Trained', tone: 'neutral' },
  inTraining: { label: 'In training', tone: 'neutral' },
} as const satisfies Scale<string>;

export const publicationRules = {
  none: { label: 'No suppression, signed off', tone: 'neutral' },
  fewerThan5: { label: '1 to 4 shown as fewer than 5', tone: 'neutral' },
  suppress5: { label: '1 to 5 shown as c', tone: 'neutral' },
  round5: { label: 'Rounded to 5', tone: 'neutral' },
  round10: { label: 'Rounded to 10', tone: 'neutral' },
} as const satisfies Scale<string>;

/** What is wrong (red: it can't be saved) or doubtful about a value before it is saved; the rule that finds it is rules/doubts.ts. */
export const findingKinds = {
  notAValue: { label: 'Not a value', tone: 'red' },
  notAllowed: { label: 'Not allowed', tone: 'red' },
  notEnded: { label: 'Not ended', tone: 'red' },
  onItsPage: { label: 'On its own page', tone: 'red' },
  readAs: { label: 'Read as', tone: 'amber' },
  overwrites: { label: 'Correction', tone: 'amber' },
  beside: { label: 'Same month', tone: 'amber' },
  otherBasis: { label: 'Other basis', tone: 'amber' },
  shareOfOne: { label: 'Share of 1?', tone: 'amber' },
  jump: { label: 'Jump', tone: 'amber' },
  stays: { label: 'Stays', tone: 'amber' },
} as const satisfies Scale<string>;
export type FindingKind = keyof typeof findingKinds;

/** What may happen to a notice between its issue and its end, and after. */
export const eventKinds = {
  issued: { label: 'Issued', tone: 'neutral' },
  background: { label: 'Background', tone: 'neutral' },
  varied: { label: 'Varied', tone: 'neutral' },
  extended: { label: 'Extended', tone: 'neutral' },
  review: { label: 'DfE review', tone: 'neutral' },
  planStep: { label: 'Step of the plan', tone: 'neutral' },
  direction: { label: 'Direction or commissioner', tone: 'neutral' },
  servicesRemoved: { label: 'Services removed', tone: 'neutral' },
  directionEnded: { label: 'Direction or removal ended', tone: 'neutral' },
  lifted: { label: 'Lifted', tone: 'neutral' },
  postNoticeReview: { label: 'Post-notice review', tone: 'neutral' },
} as const satisfies Scale<string>;
export type EventKind = keyof typeof eventKinds;

/** Where a notice stands in its life, in the order in which it may get there; the rule that chooses is rules/course.ts. */
export const lifeStates = {
  notIssued: { label: 'Not issued yet', tone: 'pending' },
  issued: { label: 'Issued', tone: 'neutral' },
  inForce: { label: 'In force', tone: 'neutral' },
  varied: { label: 'In force, varied', tone: 'neutral' },
  extended: { label: 'In force, extended', tone: 'neutral' },
  direction: { label: 'Direction or commissioner', tone: 'red' },
  servicesRemoved: { label: 'Services removed', tone: 'red' },
  lifted: { label: 'Lifted', tone: 'neutral' },
  postNoticeReview: { label: 'Lifted, reviewed since', tone: 'neutral' },
  withdrawn: { label: 'Withdrawn', tone: 'none' },
} as const satisfies Scale<string>;
export type LifeState = keyof typeof lifeStates;

/**
 * What a Department may hold against a notice that is not met, each a plain fact; the rule that finds them is
 * rules/intervention.ts. The order is the order on the page and says nothing of weight, and no kind has a colour.
 */
export const factKinds = {
  overdueRequirement: { label: 'Requirement past its date', tone: 'neutral' },
  notSatisfied: { label: 'Government not satisfied', tone: 'neutral' },
  insufficient: { label: 'Progress judged insufficient', tone: 'neutral' },
  missedCheckpoint: { label: 'Checkpoint missed', tone: 'neutral' },
  noRecovery: { label: 'Red without a recovery plan', tone: 'neutral' },
  unexplained: { label: 'Exception not explained', tone: 'neutral' },
  unreached: { label: 'Owner silent or gone', tone: 'neutral' },
  noEvidence: { label: 'Requirement without evidence', tone: 'neutral' },
  boardNotHeld: { label: 'Board not held', tone: 'neutral' },
  latePapers: { label: 'Papers late', tone: 'neutral' },
} as const satisfies Scale<string>;
export type FactKind = keyof typeof factKinds;

/** Whether a sentence holds, as far as what is recorded says. */
export const answers = {
  yes: { label: 'Yes', tone: 'green' },
  no: { label: 'No', tone: 'red' },
  notKnown: { label: 'Not known', tone: 'none' },
} as const satisfies Scale<string>;
export type Answer = keyof typeof answers;

export const roles = {
  officer: { label: 'Officer', tone: 'neutral' },
  programmeOffice: { label: 'Programme office', tone: 'neutral' },
  boardMember: { label: 'Board member', tone: 'neutral' },
  chair: { label: 'Chair', tone: 'neutral' },
  parentCarerForum: { label: 'Parent carer forum', tone: 'neutral' },
  monitor: { label: 'Monitor', tone: 'neutral' },
  administrator: { label: 'Administrator', tone: 'neutral' },
} as const satisfies Scale<string>;
export type Role = keyof typeof roles;

/** The part of the system that somebody speaks for at a meeting: a board needs each of them (domain.md, "Meeting"). */
export const sectors = {
  education: { label: 'Education', tone: 'neutral' },
  health: { label: 'Health', tone: 'neutral' },
  care: { label: 'Care', tone: 'neutral' },
} as const satisfies Scale<string>;
export type Sector = keyof typeof sectors;

export const meetingKinds = {
  board: { label: 'Improvement board', tone: 'neutral' },
  stocktake: { label: 'Stocktake', tone: 'neutral' },
  deepDive: { label: 'Deep dive', tone: 'neutral' },
  dfeReview: { label: 'DfE review', tone: 'neutral' },
  scrutiny: { label: 'Scrutiny', tone: 'neutral' },
} as const satisfies Scale<string>;
export type MeetingKind = keyof typeof meetingKinds;

export const meetingStates = {
  planned: { label: 'Planned', tone: 'pending' },
  open: { label: 'Being held', tone: 'neutral' },
  closed: { label: 'Held', tone: 'neutral' },
  cancelled: { label: 'Cancelled', tone: 'none' },
} as const satisfies Scale<string>;
export type MeetingState = keyof typeof meetingStates;

export const attendances = {
  invited: { label: 'Invited', tone: 'pending' },
  present: { label: 'Present', tone: 'neutral' },
  apologies: { label: 'Apologies', tone: 'neutral' },
} as const satisfies Scale<string>;
export type AttendanceState = keyof typeof attendances;

/** What an item of an agenda is about. */
export const agendaKinds = {
  dateChange: { label: 'Date change', tone: 'neutral' },
  assurance: { label: 'Action to assure', tone: 'neutral' },
  exception: { label: 'Exception', tone: 'neutral' },
  focus: { label: 'In focus', tone: 'neutral' },
  challenge: { label: 'Question', tone: 'neutral' },
  item: { label: 'Item', tone: 'neutral' },
} as const satisfies Scale<string>;
export type AgendaKind = keyof typeof agendaKinds;

/** What is asked of a meeting on an item. */
export const asks = {
  decide: { label: 'Decide', tone: 'neutral' },
  assure: { label: 'Assure', tone: 'neutral' },
  note: { label: 'Note', tone: 'neutral' },
} as const satisfies Scale<string>;
export type Ask = keyof typeof asks;

/** What a meeting did with an item. */
export const outcomes = {
  decided: { label: 'Decided', tone: 'neutral' },
  challenged: { label: 'Challenged', tone: 'amber' },
  assured: { label: 'Assured', tone: 'blue' },
  noted: { label: 'Noted', tone: 'neutral' },
} as const satisfies Scale<string>;
export type Outcome = keyof typeof outcomes;

/** The sections that a pack may have, in their order on paper. */
export const packSections = {
  notice: { label: 'The notice on a page', tone: 'neutral' },
  areas: { label: 'Areas, one a page', tone: 'neutral' },
  requirements: { label: 'Requirements', tone: 'neutral' },
  exceptions: { label: 'Exceptions', tone: 'neutral' },
  dateChanges: { label: 'Date changes', tone: 'neutral' },
  risks: { label: 'Risks', tone: 'neutral' },
  actions: { label: 'Annex: actions', tone: 'neutral' },
  measures: { label: 'Annex: measures', tone: 'neutral' },
  evidence: { label: 'Annex: evidence', tone: 'neutral' },
} as const satisfies Scale<string>;
export type PackSection = keyof typeof packSections;

/** Where the submission for a review by DfE stands; the rule that chooses is rules/dfe-review.ts. */
export const submissionStates = {
  submitted: { label: 'Submitted', tone: 'green' },
  late: { label: 'Submitted late', tone: 'amber' },
  dueAgain: { label: 'Due again', tone: 'amber' },
  awaited: { label: 'Not submitted yet', tone: 'pending' },
  overdue: { label: 'Overdue', tone: 'red' },
  none: { label: 'Not submitted', tone: 'none' },
} as const satisfies Scale<string>;
export type SubmissionState = keyof typeof submissionStates;

/** What is frozen as a document. */
export const frozenKinds = {
  pack: { label: 'Pack', tone: 'neutral' },
  submission: { label: 'Submission', tone: 'neutral' },
  planVersion: { label: 'Version of the plan', tone: 'neutral' },
} as const satisfies Scale<string>;
export type FrozenKind = keyof typeof frozenKinds;

export const planVersionKinds = {
  submitted: { label: 'Submitted', tone: 'neutral' },
  amended: { label: 'Amended', tone: 'neutral' },
  agreed: { label: 'Agreed', tone: 'neutral' },
  refreshed: { label: 'Refreshed after a stocktake', tone: 'neutral' },
} as const satisfies Scale<string>;
export type PlanVersionKind = keyof typeof planVersionKinds;

/** Who judges an area or a requirement. */
export const voices = {
  owner: { label: 'Owner', tone: 'neutral' },
  programmeOffice: { label: 'Programme office', tone: 'neutral' },
  chair: { label: 'Chair', tone: 'neutral' },
  parentCarerForum: { label: 'Parent carer forum', tone: 'neutral' },
  dfe: { label: 'DfE', tone: 'neutral' },
} as const satisfies Scale<string>;
export type Voice = keyof typeof voices;

/** How much assurance a voice of the council, the board or the forum has (domain.md, "States and scales"). */
export const assuranceLevels = {
  full: { label: 'Full assurance', tone: 'green' },
  substantial: { label: 'Substantial assurance', tone: 'green' },
  limited: { label: 'Limited assurance', tone: 'amber' },
  noAssurance: { label: 'No assurance', tone: 'red' },
} as const satisfies Scale<string>;

/** How DfE and inspectors judge progress. */
export const progressLevels = {
  sufficient: { label: 'Sufficient progress', tone: 'green' },
  some: { label: 'Some progress', tone: 'amber' },
  insufficient: { label: 'Insufficient progress', tone: 'red' },
} as const satisfies Scale<string>;

/** Every judgement that a voice may give; which of them are whose is rules/judgement.ts. */
export const judgementRatings = {
  ...assuranceLevels,
  ...progressLevels,
  notJudged: { label: 'Not judged', tone: 'none' },
} as const satisfies Scale<string>;
export type JudgementRating = keyof typeof judgementRatings;

/** What had become of a due date once it came; the rule that chooses is rules/fared.ts. */
export const fates = {
  kept: { label: 'Kept', tone: 'green' },
  moved: { label: 'Moved', tone: 'amber' },
  missed: { label: 'Missed', tone: 'red' },
} as const satisfies Scale<string>;
export type Fate = keyof typeof fates;

export const riskStates = {
  open: { label: 'Open', tone: 'neutral' },
  closed: { label: 'Closed', tone: 'none' },
} as const satisfies Scale<string>;
export type RiskState = keyof typeof riskStates;

/** Where a question was asked. */
export const challengeForums = {
  board: { label: 'Improvement board', tone: 'neutral' },
  scrutiny: { label: 'Scrutiny', tone: 'neutral' },
} as const satisfies Scale<string>;
export type ChallengeForum = keyof typeof challengeForums;

/** What kind of change it is that lies between two positions of a notice; the views that find them are views/changes-*.ts. */
export const differenceKinds = {
  status: { label: 'Computed status', tone: 'neutral' },
  rating: { label: 'Declared rating', tone: 'neutral' },
  stage: { label: 'Stage', tone: 'neutral' },
  date: { label: 'Date', tone: 'neutral' },
  judgement: { label: 'Judgement', tone: 'neutral' },
  target: { label: 'Target', tone: 'neutral' },
  reading: { label: 'Reading', tone: 'neutral' },
  requirement: { label: 'Requirement', tone: 'neutral' },
  risk: { label: 'Risk', tone: 'neutral' },
  evidence: { label: 'Evidence', tone: 'neutral' },
  question: { label: 'Question', tone: 'neutral' },
  plan: { label: 'Content of the plan', tone: 'neutral' },
  area: { label: 'Area', tone: 'neutral' },
  event: { label: 'Event', tone: 'neutral' },
} as const satisfies Scale<string>;
export type DifferenceKind = keyof typeof differenceKinds;

/** How much a change matters to a board, the most first: each says what stands at this place of the order. */
export const importances = {
  missed: { label: 'missed, overdue or red', tone: 'neutral' },
  back: { label: 'went back', tone: 'neutral' },
  later: { label: 'moved to a later date', tone: 'neutral' },
  judged: { label: 'judged', tone: 'neutral' },
  lowered: { label: 'targets lowered', tone: 'neutral' },
  worse: { label: 'got worse', tone: 'neutral' },
  removed: { label: 'removed', tone: 'neutral' },
  asked: { label: 'asked for', tone: 'neutral' },
  onward: { label: 'went on', tone: 'neutral' },
  better: { label: 'got better', tone: 'neutral' },
  added: { label: 'added', tone: 'neutral' },
  other: { label: 'everything else', tone: 'neutral' },
} as const satisfies Scale<string>;
export type Importance = keyof typeof importances;
