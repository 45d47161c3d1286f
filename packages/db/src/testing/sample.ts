/** A small notice with a row of every entity, for the tests that are about the keeping and not about the content. */
import type { Action } from '@noticeboard/domain/action';
import type { Evidence, TakenFile } from '@noticeboard/domain/evidence';
import type { Recorded } from '@noticeboard/domain/fields';
import type { Change, Entity, Rows } from '@noticeboard/domain/plan';
import * as rows from '@noticeboard/domain/testing/rows';
import { record, type Writer } from '../ledger.ts';

/** Gives a row without what the ledger adds to it. */
const written = <Row extends { version: number }>(row: Recorded<Row>): Omit<Row, 'version'> => {
  const { version: _version, addedAt: _first, recordedAt: _at, recordedBy: _by, ...content } = row;
  return content as Omit<Row, 'version'>;
};

/** Gives the action of the sample, with what is to differ. */
export const sampleAction = (noticeId: string, different: Partial<Action> = {}): Omit<Action, 'version'> =>
  written<Action>(
    rows.anAction({
      noticeId,
      id: 'action-1',
      title: 'Appoint caseworkers',
      areaIds: ['area-2', 'area-1'],
      requirementIds: ['req-1'],
      organisation: 'Council',
      originalDue: '2023-06-30',
      currentDue: '2023-06-30',
      stage: 'notStarted',
      measureIds: ['measure-1'],
      dependsOnIds: ['action-2'],
      ...different,
    }),
  );

/** Gives evidence of the sample that is a file. */
export const sampleFile = (
  noticeId: string,
  id: string,
  { hash, name, mediaType, bytes }: TakenFile,
): Omit<Evidence, 'version'> =>
  written<Evidence>(
    rows.anEvidence({
      noticeId,
      id,
      fileHash: hash,
      fileName: name,
      mediaType,
      bytes,
      url: null,
      actionIds: ['action-1'],
    }),
  );

const created = <E extends Entity>(entity: E, row: Recorded<Rows[E]>) =>
  ({ entity, row: written<Rows[E]>(row), expectedVersion: 0 }) as Change;

/** Gives the changes that make the sample; some rows refer to later ones. */
export function sampleChanges(noticeId: string): Change[] {
  const row = (id: string) => ({ noticeId, id });
  const area = { statement: 'Families wait too long.', sponsorId: 'member-lead' };
  const period = { periodStart: '2023-01-01', periodEnd: '2023-01-31' };
  const measure = {
    floor: 40,
    baseline: 13.2,
    baselineOn: '2022-12-31',
    baselineBasis: 'month',
    ownerId: 'member-lead',
  } as const;
  const other = {
    id: 'action-2',
    code: '1.02',
    areaIds: ['area-1'],
    measureIds: [],
    dependsOnIds: [],
  };
  return [
    created(
      'notice',
      rows.aNotice({
        ...row(noticeId),
        title: 'Exampleshire, Improvement Notice',
        authority: 'Exampleshire',
        subject: 'Services for children with special educational needs',
        issuedBy: 'The minister',
        issuedOn: '2023-01-01',
        checkpointBase: '2023-01-01',
        updateEveryDays: 35,
      }),
    ),
    created(
      'noticeEvent',
      rows.anEvent({
        ...row('event-1'),
        kind: 'issued',
        title: 'Issued',
        earliest: '2023-01-01',
        latest: '2023-01-01',
      }),
    ),
    created(
      'member',
      rows.aMember({
        ...row('member-lead'),
        title: 'Service manager',
        organisation: 'Council',
        roles: ['officer', 'boardMember'],
        startsOn: '2023-01-01',
      }),
    ),
    { entity: 'action', row: sampleAction(noticeId), expectedVersion: 0 },
    { entity: 'action', row: sampleAction(noticeId, other), expectedVersion: 0 },
    created('area', rows.anArea({ ...row('area-1'), number: 1, title: 'Timeliness', ...area })),
    created('area', rows.anArea({ ...row('area-2'), number: 2, title: 'Staffing', ...area })),
    created(
      'requirement',
      rows.aRequirement({
        ...row('req-1'),
        title: 'A casework team',
        text: 'A permanent, trained team of sufficient capacity.',
        ownerId: 'member-lead',
        measureIds: ['measure-2', 'measure-1'],
      }),
    ),
    created('requirement', rows.aRequirement({ ...row('req-2'), code: '2', title: 'A board' })),
    created(
      'requirementDate',
      rows.aRequirementDate({ ...row('req-1-due'), earliest: '2023-07-01', latest: '2023-07-01' }),
    ),
    created(
      'measure',
      rows.aMeasure({ ...row('measure-1'), title: 'Within 20 weeks', balancedByIds: ['measure-2'], ...measure }),
    ),
    created('measure', rows.aMeasure({ ...row('measure-2'), code: '1.2', title: 'Appeals', ...measure })),
    created('target', rows.aTarget({ ...row('target-1'), measureId: 'measure-1', months: 3, value: 60 })),
    created(
      'reading',
      rows.aReading({
        ...row('reading-1'),
        measureId: 'measure-1',
        ...period,
        value: 13.2,
        numerator: 33,
        denominator: 250,
      }),
    ),
    created('benchmark', rows.aBenchmark({ ...row('benchmark-1'), measureId: 'measure-1', ...period })),
    created(
      'stageChange',
      rows.aStageChange({ ...row('stage-1'), actionId: 'action-1', from: null, to: 'notStarted', on: '2023-01-01' }),
    ),
    created(
      'milestone',
      rows.aMilestone({
        ...row('milestone-1'),
        actionId: 'action-1',
        title: 'Advertise',
        originalDue: '2023-02-01',
        currentDue: '2023-02-01',
      }),
    ),
    created(
      'update',
      rows.anUpdate({
        ...row('update-1'),
        actionId: 'action-1',
        on: '2023-01-02',
        words: 'The posts are advertised.',
      }),
    ),
    created(
      'evidence',
      rows.anEvidence({
        ...row('evidence-1'),
        actionIds: ['action-1'],
        measureIds: ['measure-1'],
        requirementIds: ['req-1'],
        areaIds: ['area-2', 'area-1'],
      }),
    ),
    created('waiver', rows.aWaiver({ ...row('waiver-1'), actionId: 'action-1', byId: null })),
    created('challenge', rows.aChallenge({ ...row('challenge-1'), actionId: 'action-1', askedById: null })),
    created(
      'member',
      rows.aMember({
        ...row('member-deputy'),
        title: 'Deputy service manager',
        organisation: 'Council',
        startsOn: '2023-01-01',
      }),
    ),
    created('cover', rows.aCover(row('cover-1'))),
    created('handover', rows.aHandover({ ...row('handover-1'), actionId: 'action-1' })),
    created(
      'handover',
      rows.aHandover({
        ...row('handover-2'),
        actionId: null,
        requirementId: 'req-2',
        fromId: null,
        toId: 'member-lead',
        offeredById: null,
      }),
    ),
    created(
      'focus',
      rows.aFocus({
        ...row('focus-2023-01-31'),
        periodEnd: '2023-01-31',
        actionIds: ['action-2', 'action-1'],
        setById: null,
      }),
    ),
    created('family', rows.aFamily(row('family-1'))),
    created('familyMeasure', rows.aFamilyMeasure({ ...row('family-measure-1'), measureId: 'measure-1' })),
    created('starter', rows.aStarter(row('starter-1'))),
    created('rebase', rows.aRebase({ ...row('rebase-1'), measureId: 'measure-1', since: '2023-01-01', byId: null })),
    created('commentary', rows.aCommentary({ ...row('commentary-1'), measureId: 'measure-1', byId: null })),
    created(
      'dateChange',
      rows.aDateChange({
        ...row('date-change-1'),
        actionId: 'action-1',
        from: '2023-06-30',
        to: '2023-07-31',
        reason: 'Few applied.',
        askedOn: '2023-01-02',
        state: 'asked',
        decidedById: null,
        decidedOn: null,
        decidedAs: null,
        decidedDate: null,
      }),
    ),
    created('meeting', rows.aMeeting(row('meeting-1'))),
    created('attendance', rows.anAttendance({ ...row('attendance-1'), memberId: 'member-lead' })),
    created(
      'agendaItem',
      rows.anAgendaItem({ ...row('item-1'), kind: 'dateChange', dateChangeId: 'date-change-1', byId: 'member-lead' }),
    ),
    created(
      'decision',
      rows.aDecision({
        ...row('decision-1'),
        byId: null,
        followUp: 'Tell families when the pages are ready.',
        followUpToId: 'member-lead',
        followUpDueOn: '2023-10-13',
      }),
    ),
    created(
      'areaReport',
      rows.anAreaReport({ ...row('area-report-1'), evidenceIds: ['evidence-1'], byId: 'member-lead' }),
    ),
    created('frozen', rows.aFrozen({ ...row('frozen-1'), byId: null })),
    created('planVersion', rows.aPlanVersion({ ...row('plan-version-1'), frozenId: 'frozen-1', byId: null })),
    created(
      'judgement',
      rows.aJudgement({
        ...row('judgement-1'),
        areaId: null,
        requirementId: 'req-1',
        voice: 'owner',
        byId: null,
        meetingId: 'meeting-1',
      }),
    ),
    created('evidence', rows.anEvidence({ ...row('letter-1'), kind: 'document', actionIds: [], areaIds: ['area-1'] })),
    created('reviewOutcome', rows.aReviewOutcome({ ...row('review-outcome-1'), byId: null, letterId: 'letter-1' })),
    created(
      'risk',
      rows.aRisk({ ...row('risk-1'), ownerId: 'member-lead', areaIds: ['area-2', 'area-1'], actionIds: ['action-1'] }),
    ),
    created(
      'risk',
      rows.aRisk({
        ...row('risk-2'),
        code: 'R2',
        ownerId: 'member-lead',
        state: 'closed',
        closedOn: '2023-01-31',
      }),
    ),
  ];
}

/** Records the sample within a write. */
export async function recordSample(writer: Writer): Promise<void> {
  for (const change of sampleChanges(writer.chain)) await record(writer, change);
}
