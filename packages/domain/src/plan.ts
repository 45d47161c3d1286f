/** The plan of one notice as it stood at one position of its ledger: what every view reads. */
import type { Action, Milestone, StageChange } from './action.ts';
import { action, milestone, stageChange } from './action.ts';
import type { Area } from './area.ts';
import { area } from './area.ts';
import type { Challenge } from './challenge.ts';
import { challenge } from './challenge.ts';
import type { Commentary } from './commentary.ts';
import { commentary } from './commentary.ts';
import type { Cover } from './cover.ts';
import { cover } from './cover.ts';
import type { DateChange } from './date-change.ts';
import { dateChange } from './date-change.ts';
import type { Evidence, Waiver } from './evidence.ts';
import { evidence, waiver } from './evidence.ts';
import type { Family, FamilyMeasure, Starter } from './family.ts';
import { family, familyMeasure, starter } from './family.ts';
import type { Recorded } from './fields.ts';
import type { Focus } from './focus.ts';
import { focus } from './focus.ts';
import type { Frozen, PlanVersion } from './frozen.ts';
import { frozen, planVersion } from './frozen.ts';
import type { Handover } from './handover.ts';
import { handover } from './handover.ts';
import type { Judgement, ReviewOutcome } from './judgement.ts';
import { judgement, reviewOutcome } from './judgement.ts';
import type { Benchmark, Measure, Reading, Target } from './measure.ts';
import { benchmark, measure, reading, target } from './measure.ts';
import type { AgendaItem, AreaReport, Attendance, Decision, Meeting } from './meeting.ts';
import { agendaItem, areaReport, attendance, decision, meeting } from './meeting.ts';
import type { Member } from './member.ts';
import { member } from './member.ts';
import type { Notice, NoticeEvent } from './notice.ts';
import { notice, noticeEvent } from './notice.ts';
import type { Rebase } from './rebase.ts';
import { rebase } from './rebase.ts';
import type { Requirement, RequirementDate } from './requirement.ts';
import { requirement, requirementDate } from './requirement.ts';
import type { Risk } from './risk.ts';
import { risk } from './risk.ts';
import type { Update } from './update.ts';
import { update } from './update.ts';

/** Every kind of row that a notice's ledger keeps, with its schema. */
export const entities = {
  notice,
  noticeEvent,
  member,
  area,
  requirement,
  requirementDate,
  measure,
  target,
  reading,
  benchmark,
  action,
  stageChange,
  milestone,
  update,
  dateChange,
  evidence,
  waiver,
  challenge,
  cover,
  handover,
  focus,
  family,
  familyMeasure,
  starter,
  rebase,
  commentary,
  meeting,
  attendance,
  agendaItem,
  decision,
  areaReport,
  frozen,
  planVersion,
  judgement,
  reviewOutcome,
  risk,
} as const;

/** The rows of each entity, as written. */
export type Rows = {
  notice: Notice;
  noticeEvent: NoticeEvent;
  member: Member;
  area: Area;
  requirement: Requirement;
  requirementDate: RequirementDate;
  measure: Measure;
  target: Target;
  reading: Reading;
  benchmark: Benchmark;
  action: Action;
  stageChange: StageChange;
  milestone: Milestone;
  update: Update;
  dateChange: DateChange;
  evidence: Evidence;
  waiver: Waiver;
  challenge: Challenge;
  cover: Cover;
  handover: Handover;
  focus: Focus;
  family: Family;
  familyMeasure: FamilyMeasure;
  starter: Starter;
  rebase: Rebase;
  commentary: Commentary;
  meeting: Meeting;
  attendance: Attendance;
  agendaItem: AgendaItem;
  decision: Decision;
  areaReport: AreaReport;
  frozen: Frozen;
  planVersion: PlanVersion;
  judgement: Judgement;
  reviewOutcome: ReviewOutcome;
  risk: Risk;
};
export type Entity = keyof Rows;

/** A position in a notice's ledger. */
export type Head = { seq: number; hash: string };

/** A row that is not as it stood, because what stood was erased by law: an earlier or a later version stands in its place. */
export type Erased = { entity: Entity; id: string; instead: 'earlier' | 'later' };

export type Plan = {
  notice: Recorded<Notice>;
  events: Recorded<NoticeEvent>[];
  members: Recorded<Member>[];
  areas: Recorded<Area>[];
  requirements: Recorded<Requirement>[];
  requirementDates: Recorded<RequirementDate>[];
  measures: Recorded<Measure>[];
  targets: Recorded<Target>[];
  readings: Recorded<Reading>[];
  benchmarks: Recorded<Benchmark>[];
  actions: Recorded<Action>[];
  stageChanges: Recorded<StageChange>[];
  milestones: Recorded<Milestone>[];
  updates: Recorded<Update>[];
  dateChanges: Recorded<DateChange>[];
  evidence: Recorded<Evidence>[];
  waivers: Recorded<Waiver>[];
  challenges: Recorded<Challenge>[];
  covers: Recorded<Cover>[];
  handovers: Recorded<Handover>[];
  focuses: Recorded<Focus>[];
  families: Recorded<Family>[];
  familyMeasures: Recorded<FamilyMeasure>[];
  starters: Recorded<Starter>[];
  rebases: Recorded<Rebase>[];
  commentaries: Recorded<Commentary>[];
  meetings: Recorded<Meeting>[];
  attendances: Recorded<Attendance>[];
  agendaItems: Recorded<AgendaItem>[];
  decisions: Recorded<Decision>[];
  areaReports: Recorded<AreaReport>[];
  frozen: Recorded<Frozen>[];
  planVersions: Recorded<PlanVersion>[];
  judgements: Recorded<Judgement>[];
  reviewOutcomes: Recorded<ReviewOutcome>[];
  risks: Recorded<Risk>[];
  head: Head;
  /** Empty for the plan of today: what stands now is never erased. */
  erased: readonly Erased[];
};

/**
 * One row to record: the whole row after the change but its version, which `record` sets, and the version it was read at
 * (0 for a new row).
 */
export type Change = { [E in Entity]: { entity: E; row: Omit<Rows[E], 'version'>; expectedVersion: number } }[Entity];
