/** The files of `data/kent-2023/` that tell how the notice was overseen: meetings, attendance, agendas, decisions, judgements, risks. */
import { keysOf, packSections } from '@noticeboard/domain/scales';
import type { CsvRow } from './csv-file.ts';
import {
  actorOf,
  amended,
  cell,
  list,
  member,
  number,
  optional,
  prefixed,
  type Edit,
  type Fields,
  type NewRows,
} from './kent-cells.ts';
import { aboutOf } from './kent-reporting.ts';

const idOf = (row: CsvRow, column: string, prefix: string): string | null => {
  const key = optional(row, column);
  return key && `${prefix}-${key}`;
};

/** An item may be decided and challenged, but each once. */
const decisionId = (row: CsvRow): string =>
  `decision-${cell(row, 'meeting')}.${cell(row, 'position')}.${cell(row, 'outcome')}`;

const followUpOf = (row: CsvRow): Fields => ({
  followUp: optional(row, 'followUp'),
  followUpToId: member(row, 'followUpTo'),
  followUpDueOn: optional(row, 'followUpDueOn'),
  followUpDoneOn: null,
});

/** The files that hold one new row a line. */
export const newMeetingRows: readonly NewRows[] = [
  {
    file: 'meetings.csv',
    entity: 'meeting',
    reason: 'Meeting planned',
    id: (row) => `meeting-${cell(row, 'id')}`,
    fields: (row, source) => ({
      kind: cell(row, 'kind'),
      title: cell(row, 'title'),
      on: cell(row, 'on'),
      startsAt: optional(row, 'startsAt'),
      place: optional(row, 'place'),
      papersDueOn: cell(row, 'papersDueOn'),
      state: 'planned',
      closedOn: null,
      closedById: null,
      sections: keysOf(packSections),
      keyPoints: [],
      minutes: null,
      ...source(),
    }),
  },
  {
    file: 'attendances.csv',
    entity: 'attendance',
    reason: 'Members invited',
    id: (row) => `attendance-${cell(row, 'meeting')}.${cell(row, 'member')}`,
    fields: (row) => ({
      meetingId: idOf(row, 'meeting', 'meeting'),
      memberId: member(row, 'member'),
      state: cell(row, 'state'),
    }),
  },
  {
    file: 'agenda-items.csv',
    entity: 'agendaItem',
    reason: 'Agenda set',
    id: (row) => `item-${cell(row, 'meeting')}.${cell(row, 'position')}`,
    fields: (row) => ({
      meetingId: idOf(row, 'meeting', 'meeting'),
      position: number(row, 'position'),
      kind: cell(row, 'kind'),
      ask: cell(row, 'ask'),
      title: cell(row, 'title'),
      note: optional(row, 'note'),
      dateChangeId: idOf(row, 'dateChange', 'date'),
      ...aboutOf(row),
      areaId: idOf(row, 'area', 'area'),
      challengeId: idOf(row, 'challenge', 'challenge'),
      byId: member(row, 'recordedBy'),
      mark: 'illustrative',
      withdrawnOn: null,
    }),
  },
  {
    file: 'decisions.csv',
    entity: 'decision',
    reason: 'Decided at the meeting',
    id: decisionId,
    fields: (row) => ({
      meetingId: idOf(row, 'meeting', 'meeting'),
      agendaItemId: `item-${cell(row, 'meeting')}.${cell(row, 'position')}`,
      outcome: cell(row, 'outcome'),
      minute: cell(row, 'minute'),
      dateChangeId: idOf(row, 'dateChange', 'date'),
      challengeId: idOf(row, 'challenge', 'challenge'),
      stageChangeId: null,
      ...followUpOf(row),
      byId: member(row, 'recordedBy'),
      on: cell(row, 'recordedOn'),
      mark: 'illustrative',
      withdrawnOn: null,
    }),
  },
  {
    file: 'area-reports.csv',
    entity: 'areaReport',
    reason: 'Report to the board',
    id: (row) => `area-report-${cell(row, 'meeting')}.${cell(row, 'area')}`,
    fields: (row) => ({
      meetingId: idOf(row, 'meeting', 'meeting'),
      areaId: idOf(row, 'area', 'area'),
      why: optional(row, 'why'),
      effect: optional(row, 'effect'),
      evidenceIds: prefixed('evidence', list(row, 'evidence')),
      nextStep: optional(row, 'nextStep'),
      byId: member(row, 'recordedBy'),
      on: cell(row, 'recordedOn'),
      mark: 'illustrative',
    }),
  },
  {
    file: 'judgements.csv',
    entity: 'judgement',
    reason: 'Judgement given',
    id: (row) => `judgement-${cell(row, 'id')}`,
    fields: (row, source) => ({
      areaId: idOf(row, 'area', 'area'),
      requirementId: idOf(row, 'requirement', 'req'),
      voice: cell(row, 'voice'),
      rating: cell(row, 'rating'),
      grounds: optional(row, 'grounds'),
      on: cell(row, 'on'),
      byId: member(row, 'by'),
      meetingId: idOf(row, 'meeting', 'meeting'),
      ...source(),
      withdrawnOn: null,
    }),
  },
  {
    file: 'risks.csv',
    entity: 'risk',
    reason: 'Risk raised',
    id: (row) => `risk-${cell(row, 'code')}`.toLowerCase(),
    fields: (row, source) => ({
      code: cell(row, 'code'),
      title: cell(row, 'title'),
      cause: cell(row, 'cause'),
      effect: cell(row, 'effect'),
      likelihood: number(row, 'likelihood'),
      impact: number(row, 'impact'),
      controls: optional(row, 'controls'),
      nextStep: optional(row, 'nextStep'),
      ownerId: member(row, 'owner'),
      areaIds: prefixed('area', list(row, 'areas')),
      actionIds: prefixed('action', list(row, 'actions')),
      state: 'open',
      raisedOn: cell(row, 'recordedOn'),
      closedOn: null,
      ...source(),
      withdrawnOn: null,
    }),
  },
  {
    // The loader puts in the position of the ledger, which no file can know.
    file: 'plan-versions.csv',
    entity: 'planVersion',
    reason: 'Version of the plan recorded',
    id: (row) => `plan-version-${cell(row, 'id')}`,
    fields: (row, source) => ({
      kind: cell(row, 'kind'),
      title: cell(row, 'title'),
      on: cell(row, 'on'),
      seq: 1,
      hash: '0'.repeat(64),
      day: cell(row, 'recordedOn'),
      evidenceId: idOf(row, 'evidence', 'evidence'),
      frozenId: null,
      note: optional(row, 'note'),
      byId: member(row, 'recordedBy'),
      ...source(),
      withdrawnOn: null,
    }),
  },
];

/** What the pack of a meeting says first, written on the day on which its papers are due. */
const keyed = (row: CsvRow): Edit[] => {
  const keyPoints = list(row, 'keyPoints');
  if (keyPoints.length === 0) return [];
  return [
    {
      day: cell(row, 'papersDueOn'),
      actor: actorOf(cell(row, 'recordedBy')),
      reason: 'Key points of the pack written',
      source: row,
      entity: 'meeting',
      id: `meeting-${cell(row, 'id')}`,
      fields: amended(row, { keyPoints }),
    },
  ];
};

/** The end of a meeting, with what its minutes say. */
const closed = (row: CsvRow): Edit[] => {
  const day = optional(row, 'closedOn');
  if (day === null) return [];
  const by = cell(row, 'closedBy');
  return [
    {
      day,
      actor: actorOf(by),
      reason: 'Meeting closed',
      source: row,
      entity: 'meeting',
      id: `meeting-${cell(row, 'id')}`,
      fields: amended(row, {
        state: 'closed',
        closedOn: day,
        closedById: member(row, 'closedBy'),
        minutes: optional(row, 'minutes'),
      }),
    },
  ];
};

/** What was to be done after a decision, done. */
const followedUp = (row: CsvRow): Edit[] => {
  const day = optional(row, 'followUpDoneOn');
  if (day === null) return [];
  return [
    {
      day,
      actor: actorOf(cell(row, 'followUpTo')),
      reason: 'Follow-up done',
      source: row,
      entity: 'decision',
      id: decisionId(row),
      fields: amended(row, { followUpDoneOn: day }),
    },
  ];
};

/** Gives what changes meetings and decisions that other lines made. */
export const meetingEdits = (rowsOf: (file: string) => CsvRow[]): Edit[] => [
  ...rowsOf('meetings.csv').flatMap((row) => [...keyed(row), ...closed(row)]),
  ...rowsOf('decisions.csv').flatMap(followedUp),
];
