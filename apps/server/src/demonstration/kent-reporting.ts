/** The files of `data/kent-2023/` that tell how it was reported: reviews, evidence, cover, handovers, questions, focus lists. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileHashOf } from '@noticeboard/db/files';
import { refuse, type CsvRow } from './csv-file.ts';
import {
  actorOf,
  amended,
  cell,
  list,
  member,
  optional,
  prefixed,
  type Edit,
  type Fields,
  type NewRows,
} from './kent-cells.ts';

/** Where the files of evidence stand that ship with Kent. */
export const evidenceFolder = (folder: string): string => path.join(folder, 'evidence');

export const aboutOf = (row: CsvRow): Fields => {
  const [action, measure, requirement] = [
    optional(row, 'action'),
    optional(row, 'measure'),
    optional(row, 'requirement'),
  ];
  return {
    actionId: action && `action-${action}`,
    measureId: measure && `measure-${measure}`,
    requirementId: requirement && `req-${requirement}`,
  };
};

const fileOf = (folder: string, row: CsvRow): Fields => {
  const name = optional(row, 'file');
  if (name === null) return { fileHash: null, fileName: null, mediaType: null, bytes: null };
  if (!name.endsWith('.txt')) return refuse(row, `"${name}" is no text file. Only those ship with the demonstration.`);
  const bytes = readFileSync(path.join(evidenceFolder(folder), name));
  return { fileHash: fileHashOf(bytes), fileName: name, mediaType: 'text/plain', bytes: bytes.length };
};

/** The files that hold one new row a line, for a folder. */
export const newReportingRows = (folder: string): readonly NewRows[] => [
  {
    file: 'evidence.csv',
    entity: 'evidence',
    reason: 'Evidence recorded',
    id: (row) => `evidence-${cell(row, 'id')}`,
    fields: (row) => ({
      kind: cell(row, 'kind'),
      caption: cell(row, 'caption'),
      shows: cell(row, 'shows'),
      periodStart: optional(row, 'periodStart'),
      periodEnd: optional(row, 'periodEnd'),
      ...fileOf(folder, row),
      url: optional(row, 'url'),
      replacesId: null,
      addedById: member(row, 'recordedBy'),
      addedOn: cell(row, 'recordedOn'),
      actionIds: prefixed('action', list(row, 'actions')),
      measureIds: prefixed('measure', list(row, 'measures')),
      requirementIds: prefixed('req', list(row, 'requirements')),
      areaIds: prefixed('area', list(row, 'areas')),
      mark: cell(row, 'mark'),
      withdrawnOn: null,
    }),
  },
  {
    file: 'waivers.csv',
    entity: 'waiver',
    reason: 'Evidence waived',
    id: (row) => `waiver-${cell(row, 'action')}-${cell(row, 'kind')}`,
    fields: (row) => ({
      actionId: `action-${cell(row, 'action')}`,
      kind: cell(row, 'kind'),
      reason: cell(row, 'reason'),
      byId: member(row, 'recordedBy'),
      on: cell(row, 'recordedOn'),
      mark: 'illustrative',
      withdrawnOn: null,
    }),
  },
  {
    file: 'covers.csv',
    entity: 'cover',
    reason: 'Cover arranged',
    id: (row) => `cover-${cell(row, 'id')}`,
    fields: (row) => ({
      memberId: member(row, 'member'),
      deputyId: member(row, 'deputy'),
      startsOn: cell(row, 'startsOn'),
      endsOn: cell(row, 'endsOn'),
      note: optional(row, 'note'),
      withdrawnOn: null,
    }),
  },
  {
    file: 'handovers.csv',
    entity: 'handover',
    reason: 'Handover offered',
    id: (row) => `handover-${cell(row, 'id')}`,
    fields: (row) => ({
      ...aboutOf(row),
      fromId: member(row, 'from'),
      toId: member(row, 'to'),
      offeredById: member(row, 'recordedBy'),
      offeredOn: cell(row, 'recordedOn'),
      note: optional(row, 'note'),
      state: 'offered',
      decidedOn: null,
      decisionNote: null,
    }),
  },
  {
    file: 'challenges.csv',
    entity: 'challenge',
    reason: 'Question asked',
    id: (row) => `challenge-${cell(row, 'id')}`,
    fields: (row) => ({
      ...aboutOf(row),
      areaId: optional(row, 'area') && `area-${cell(row, 'area')}`,
      forum: cell(row, 'forum'),
      meetingId: optional(row, 'meeting') && `meeting-${cell(row, 'meeting')}`,
      question: cell(row, 'question'),
      // A scrutiny committee has no account here: the programme office records what it asks.
      askedById: cell(row, 'forum') === 'scrutiny' ? null : member(row, 'recordedBy'),
      askedOn: cell(row, 'recordedOn'),
      toId: member(row, 'to'),
      dueOn: cell(row, 'dueOn'),
      answer: null,
      answeredById: null,
      answeredOn: null,
      state: 'asked',
      followsId: optional(row, 'follows') && `challenge-${cell(row, 'follows')}`,
      mark: 'illustrative',
    }),
  },
  {
    file: 'focus.csv',
    entity: 'focus',
    reason: 'Focus list picked',
    id: (row) => `focus-${cell(row, 'periodEnd')}`,
    fields: (row) => ({
      periodEnd: cell(row, 'periodEnd'),
      actionIds: prefixed('action', list(row, 'actions')),
      setById: member(row, 'recordedBy'),
      setOn: cell(row, 'recordedOn'),
    }),
  },
];

/** A question that was not answered well enough: another line asks it again. */
const askedAgain = (row: CsvRow): Edit[] => {
  const before = optional(row, 'follows');
  if (before === null) return [];
  return [
    {
      day: cell(row, 'recordedOn'),
      actor: actorOf(cell(row, 'recordedBy')),
      reason: 'Asked again',
      source: row,
      entity: 'challenge',
      id: `challenge-${before}`,
      fields: amended(row, { state: 'askedAgain' }),
    },
  ];
};

/** The answer of a question, and whether it was accepted. */
const answered = (row: CsvRow): Edit[] => {
  const on = optional(row, 'answeredOn');
  const acceptedOn = optional(row, 'acceptedOn');
  if (on === null) return [];
  const change = { source: row, entity: 'challenge', id: `challenge-${cell(row, 'id')}` } as const;
  return [
    {
      ...change,
      day: on,
      actor: actorOf(cell(row, 'to')),
      reason: 'Question answered',
      fields: amended(row, {
        answer: cell(row, 'answer'),
        answeredById: member(row, 'to'),
        answeredOn: on,
        state: 'answered',
      }),
    },
    ...(acceptedOn === null
      ? []
      : [
          {
            ...change,
            day: acceptedOn,
            actor: actorOf(cell(row, 'recordedBy')),
            reason: 'Answer accepted',
            fields: amended(row, { state: 'accepted' }),
          },
        ]),
  ];
};

/** What became of an offered handover. */
const handedOver = (row: CsvRow): Edit[] => {
  const on = optional(row, 'decidedOn');
  if (on === null) return [];
  return [
    {
      day: on,
      actor: actorOf(cell(row, 'to')),
      reason: 'Handover decided',
      source: row,
      entity: 'handover',
      id: `handover-${cell(row, 'id')}`,
      fields: amended(row, {
        state: cell(row, 'decision'),
        decidedOn: on,
        decisionNote: optional(row, 'decisionNote'),
      }),
    },
  ];
};

/** What the programme office made of updates: of one, or where no action is named of all that were submitted until a day. */
const reviewed =
  (updates: readonly CsvRow[]) =>
  (row: CsvRow): Edit[] => {
    const [from, until, code] = [cell(row, 'from'), cell(row, 'until'), optional(row, 'action')];
    return updates
      .filter((update) => {
        const action = optional(update, 'action');
        const on = cell(update, 'on');
        // Nobody reviews their own.
        if (cell(update, 'by') === cell(row, 'by')) return false;
        return action !== null && (code === null || action === code) && from <= on && on <= until;
      })
      .map((update): Edit => ({
        day: cell(row, 'on'),
        actor: actorOf(cell(row, 'by')),
        reason: cell(row, 'state') === 'returned' ? 'Update returned' : 'Updates accepted',
        source: row,
        entity: 'update',
        id: `update-${cell(update, 'action')}-${cell(update, 'on')}`,
        fields: amended(row, {
          state: cell(row, 'state'),
          reviewedById: member(row, 'by'),
          reviewedOn: cell(row, 'on'),
          reviewNote: optional(row, 'note'),
        }),
      }));
  };

/** Gives what changes rows that other lines made. */
export const reportingEdits = (rowsOf: (file: string) => CsvRow[]): Edit[] => [
  ...rowsOf('challenges.csv').flatMap(answered),
  ...rowsOf('challenges.csv').flatMap(askedAgain),
  ...rowsOf('handovers.csv').flatMap(handedOver),
  ...rowsOf('reviews.csv').flatMap(reviewed(rowsOf('updates.csv'))),
];
