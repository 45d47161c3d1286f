/**
 * Turns the reviewed files of `data/kent-2023/` into a dated script of changes. What each file and column holds is written in
 * the README beside them.
 */
import path from 'node:path';
import type { Step } from '@noticeboard/domain/generator/setting';
import { meetingRulesAtFirst, ratioAtFirst, reportingAtFirst } from '@noticeboard/domain/notice';
import { entities, type Change, type Entity } from '@noticeboard/domain/plan';
import { readCsv, refuse, type CsvRow } from './csv-file.ts';
import {
  actorOf,
  amended,
  cell,
  list,
  member,
  memberId,
  number,
  numberOf,
  optional,
  prefixed,
  type Edit,
  type Fields,
  type NewRows,
} from './kent-cells.ts';
import { meetingEdits, newMeetingRows } from './kent-meetings.ts';
import { newReportingRows, reportingEdits } from './kent-reporting.ts';

/** The folder of the files that ship with the product. */
export const kentFolder = path.resolve(import.meta.dirname, '../../../../data/kent-2023');

const noticeId = 'kent-2023';

/** What is known of a row so far, by entity and id. */
type Known = Map<string, Fields>;

type Sources = ReadonlyMap<string, CsvRow>;

const sourceOf = (sources: Sources, row: CsvRow) => {
  const key = optional(row, 'source');
  const source =
    key === null
      ? null
      : (sources.get(key) ?? refuse(row, `There is no source "${key}" in sources.csv. Add it there.`));
  return {
    mark: cell(row, 'mark'),
    disputed: optional(row, 'disputed'),
    unconfirmed: optional(row, 'unconfirmed'),
    sourceTitle: source && optional(source, 'title'),
    sourceUrl: source && optional(source, 'url'),
    sourcePublishedOn: source && optional(source, 'publishedOn'),
  };
};

const looseDate = (row: CsvRow) => ({
  earliest: cell(row, 'earliest'),
  latest: cell(row, 'latest'),
  printed: optional(row, 'printed'),
});

/** The files that hold one new row a line, with what the line becomes. */
const newRows: readonly NewRows[] = [
  ...newReportingRows(kentFolder),
  ...newMeetingRows,
  {
    file: 'notice.csv',
    entity: 'notice',
    reason: 'Notice issued',
    id: () => noticeId,
    fields: (row, source) => ({
      title: cell(row, 'title'),
      authority: cell(row, 'authority'),
      partners: optional(row, 'partners'),
      subject: cell(row, 'subject'),
      issuedBy: cell(row, 'issuedBy'),
      issuedOn: cell(row, 'issuedOn'),
      checkpointBase: cell(row, 'checkpointBase'),
      checkpointMonths: list(row, 'checkpointMonths').map((months) => numberOf(row, months)),
      nature: cell(row, 'nature'),
      dateMoveLimitDays: number(row, 'dateMoveLimitDays'),
      updateEveryDays: number(row, 'updateEveryDays'),
      ...reportingAtFirst(cell(row, 'issuedOn')),
      ...ratioAtFirst,
      ...meetingRulesAtFirst,
      reportEvery: cell(row, 'reportEvery'),
      reportsCloseFrom: cell(row, 'reportsCloseFrom'),
      reportInstructions: optional(row, 'reportInstructions'),
      ...source(),
      withdrawnOn: null,
    }),
  },
  {
    file: 'members.csv',
    entity: 'member',
    reason: 'Notice issued',
    id: (row) => memberId(cell(row, 'id')),
    fields: (row) => ({
      accountId: optional(row, 'accountId'),
      title: cell(row, 'title'),
      organisation: cell(row, 'organisation'),
      sector: optional(row, 'sector'),
      roles: list(row, 'roles'),
      startsOn: cell(row, 'startsOn'),
      endsOn: null,
      suspendedOn: null,
      mailBouncedOn: null,
    }),
  },
  {
    file: 'areas.csv',
    entity: 'area',
    reason: 'Notice issued',
    id: (row) => `area-${cell(row, 'number')}`,
    fields: (row, source) => ({
      number: number(row, 'number'),
      title: cell(row, 'title'),
      statement: cell(row, 'statement'),
      sponsorId: member(row, 'sponsor'),
      releasedOn: null,
      releasedBy: null,
      releaseReason: null,
      ...source(),
      withdrawnOn: null,
    }),
  },
  {
    file: 'measures.csv',
    entity: 'measure',
    reason: 'Notice issued',
    id: (row) => `measure-${cell(row, 'code')}`,
    fields: (row, source) => ({
      code: cell(row, 'code'),
      areaId: `area-${cell(row, 'area')}`,
      title: cell(row, 'title'),
      definition: optional(row, 'definition'),
      unit: cell(row, 'unit'),
      decimals: number(row, 'decimals'),
      polarity: cell(row, 'polarity'),
      tolerance: number(row, 'tolerance'),
      basis: cell(row, 'basis'),
      resetMonth: number(row, 'resetMonth'),
      everyMonths: number(row, 'everyMonths'),
      trajectory: cell(row, 'trajectory'),
      floor: number(row, 'floor'),
      baseline: null,
      baselineOn: null,
      baselineBasis: null,
      balancedByIds: prefixed('measure', list(row, 'balancedBy')),
      publicationRule: cell(row, 'publicationRule'),
      ownerId: member(row, 'owner'),
      ...source(),
      withdrawnOn: null,
    }),
  },
  {
    file: 'requirements.csv',
    entity: 'requirement',
    reason: 'Notice issued',
    id: (row) => `req-${cell(row, 'code')}`,
    fields: (row, source) => ({
      code: cell(row, 'code'),
      kind: cell(row, 'kind'),
      title: cell(row, 'title'),
      text: cell(row, 'text'),
      consequence: optional(row, 'consequence'),
      ownerId: member(row, 'owner'),
      declared: optional(row, 'declared'),
      standing: optional(row, 'standing'),
      outcomeDisputed: optional(row, 'outcomeDisputed'),
      governmentDecision: cell(row, 'governmentDecision'),
      governmentDecidedOn: optional(row, 'governmentDecidedOn'),
      governmentNote: optional(row, 'governmentNote'),
      measureIds: prefixed('measure', list(row, 'measures')),
      ...source(),
      withdrawnOn: null,
    }),
  },
  {
    file: 'requirement-dates.csv',
    entity: 'requirementDate',
    reason: 'Date of a requirement recorded',
    id: (row) => `req-${cell(row, 'requirement')}-${cell(row, 'id')}`,
    fields: (row, source) => ({
      requirementId: `req-${cell(row, 'requirement')}`,
      kind: cell(row, 'kind'),
      ...looseDate(row),
      note: optional(row, 'note'),
      ...source(),
      withdrawnOn: null,
    }),
  },
  {
    file: 'events.csv',
    entity: 'noticeEvent',
    reason: 'Event recorded',
    id: (row) => `event-${cell(row, 'id')}`,
    fields: (row, source) => ({
      kind: cell(row, 'kind'),
      title: cell(row, 'title'),
      note: optional(row, 'note'),
      ...looseDate(row),
      ...source(),
      withdrawnOn: null,
    }),
  },
  {
    file: 'targets.csv',
    entity: 'target',
    reason: 'Targets of the plan',
    id: (row) => `target-${cell(row, 'measure')}-${cell(row, 'months')}m`,
    fields: (row, source) => ({
      measureId: `measure-${cell(row, 'measure')}`,
      months: number(row, 'months'),
      on: null,
      value: number(row, 'value'),
      approvedById: null,
      approvedOn: null,
      ...source(),
      withdrawnOn: null,
    }),
  },
  {
    file: 'readings.csv',
    entity: 'reading',
    reason: 'Reading recorded',
    id: (row) => `reading-${cell(row, 'measure')}-${cell(row, 'id')}`,
    fields: (row, source) => ({
      measureId: `measure-${cell(row, 'measure')}`,
      periodStart: cell(row, 'periodStart'),
      periodEnd: cell(row, 'periodEnd'),
      printedPeriod: optional(row, 'printedPeriod'),
      basis: cell(row, 'basis'),
      basisNote: optional(row, 'basisNote'),
      qualifier: cell(row, 'qualifier'),
      value: number(row, 'value'),
      symbol: optional(row, 'symbol'),
      numerator: null,
      denominator: null,
      state: 'final',
      note: optional(row, 'note'),
      setAside: null,
      ...source(),
      withdrawnOn: null,
    }),
  },
  {
    file: 'benchmarks.csv',
    entity: 'benchmark',
    reason: 'Benchmark recorded',
    id: (row) => `benchmark-${cell(row, 'measure')}-${cell(row, 'id')}`,
    fields: (row, source) => ({
      measureId: `measure-${cell(row, 'measure')}`,
      place: cell(row, 'place'),
      periodStart: cell(row, 'periodStart'),
      periodEnd: cell(row, 'periodEnd'),
      printedPeriod: optional(row, 'printedPeriod'),
      value: number(row, 'value'),
      ...source(),
      withdrawnOn: null,
    }),
  },
  {
    file: 'families.csv',
    entity: 'family',
    reason: 'Measures that are read together',
    id: (row) => `family-${cell(row, 'id')}`,
    fields: (row) => ({
      kind: cell(row, 'kind'),
      title: cell(row, 'title'),
      note: optional(row, 'note'),
      withdrawnOn: null,
    }),
  },
  {
    file: 'family-measures.csv',
    entity: 'familyMeasure',
    reason: 'Measures that are read together',
    id: (row) => `family-${cell(row, 'family')}-${cell(row, 'measure')}`,
    fields: (row) => ({
      familyId: `family-${cell(row, 'family')}`,
      measureId: `measure-${cell(row, 'measure')}`,
      part: cell(row, 'part'),
      withdrawnOn: null,
    }),
  },
  {
    file: 'actions.csv',
    entity: 'action',
    reason: 'Plan agreed',
    id: (row) => `action-${cell(row, 'code')}`,
    fields: (row) => ({
      code: cell(row, 'code'),
      title: cell(row, 'title'),
      areaIds: prefixed('area', list(row, 'areas')),
      requirementIds: prefixed('req', list(row, 'requirements')),
      leadId: member(row, 'lead'),
      deputyId: member(row, 'deputy'),
      accountableId: member(row, 'accountable'),
      organisation: cell(row, 'organisation'),
      originalDue: cell(row, 'originalDue'),
      currentDue: cell(row, 'originalDue'),
      forecast: null,
      stage: 'notStarted',
      holdPeriods: 3,
      successCriteria: optional(row, 'successCriteria'),
      measureIds: prefixed('measure', list(row, 'measures')),
      dependsOnIds: prefixed('action', list(row, 'dependsOn')),
      mark: cell(row, 'mark'),
      disputed: null,
      unconfirmed: null,
      sourceTitle: null,
      sourceUrl: null,
      sourcePublishedOn: null,
    }),
  },
  {
    file: 'milestones.csv',
    entity: 'milestone',
    reason: 'Plan agreed',
    id: (row) => `milestone-${cell(row, 'action')}.${cell(row, 'number')}`,
    fields: (row) => ({
      actionId: `action-${cell(row, 'action')}`,
      title: cell(row, 'title'),
      originalDue: cell(row, 'originalDue'),
      currentDue: cell(row, 'originalDue'),
      forecast: null,
      doneOn: null,
      withdrawnOn: null,
    }),
  },
];

const milestonesDone = (row: CsvRow): Edit[] => {
  const doneOn = optional(row, 'doneOn');
  if (doneOn === null) return [];
  const id = `milestone-${cell(row, 'action')}.${cell(row, 'number')}`;
  const actor = actorOf(cell(row, 'recordedBy'));
  return [
    {
      day: doneOn,
      actor,
      reason: 'Milestone done',
      source: row,
      entity: 'milestone',
      id,
      fields: amended(row, { doneOn }),
    },
  ];
};

const stageChanged = (row: CsvRow, count: number): Edit[] => {
  const code = cell(row, 'action');
  const [on, to] = [cell(row, 'on'), cell(row, 'to')];
  const step = {
    day: on,
    actor: actorOf(cell(row, 'by')),
    reason: optional(row, 'reason') ?? 'Stage changed',
    source: row,
  };
  const action = `action-${code}`;
  return [
    {
      ...step,
      entity: 'stageChange',
      id: `stage-${code}-${count}`,
      fields: () => ({ actionId: action, to, on, reason: optional(row, 'reason') }),
    },
    { ...step, entity: 'action', id: action, fields: amended(row, { stage: to }) },
  ];
};

const dateChanged = (row: CsvRow, count: number): Edit[] => {
  const code = cell(row, 'action');
  const action = `action-${code}`;
  const change = { source: row, entity: 'dateChange', id: `date-${code}-${count}` } as const;
  const decidedDate = optional(row, 'decidedDate');
  const decision = {
    day: cell(row, 'decidedOn'),
    actor: actorOf(cell(row, 'decidedBy')),
    reason: cell(row, 'decisionReason'),
  };
  return [
    {
      ...change,
      day: cell(row, 'askedOn'),
      actor: actorOf(cell(row, 'askedBy')),
      reason: cell(row, 'reason'),
      fields: () => ({
        actionId: action,
        from: cell(row, 'from'),
        to: cell(row, 'to'),
        reason: cell(row, 'reason'),
        effect: optional(row, 'effect'),
        askedById: member(row, 'askedBy'),
        askedOn: cell(row, 'askedOn'),
        state: 'asked',
        decidedById: null,
        decidedOn: null,
        decidedAs: null,
        decidedDate: null,
        decisionReason: null,
        meeting: null,
        mark: 'illustrative',
      }),
    },
    {
      ...change,
      ...decision,
      fields: amended(row, {
        state: cell(row, 'state'),
        decidedById: member(row, 'decidedBy'),
        decidedOn: cell(row, 'decidedOn'),
        decidedAs: cell(row, 'decidedBy') === 'independent-chair' ? 'chair' : 'programmeOffice',
        decidedDate,
        decisionReason: cell(row, 'decisionReason'),
        meeting: optional(row, 'meeting'),
      }),
    },
    ...(decidedDate === null
      ? []
      : [
          {
            ...decision,
            source: row,
            entity: 'action',
            id: action,
            fields: amended(row, { currentDue: decidedDate }),
          } as const,
        ]),
  ];
};

const updated = (row: CsvRow): Edit[] => {
  const [action, measure, requirement] = [
    optional(row, 'action'),
    optional(row, 'measure'),
    optional(row, 'requirement'),
  ];
  const on = cell(row, 'on');
  const forecast = optional(row, 'forecast');
  const step = { day: on, actor: actorOf(cell(row, 'by')), reason: 'Update', source: row };
  return [
    {
      ...step,
      entity: 'update',
      id: `update-${[action, measure && `measure-${measure}`, requirement && `req-${requirement}`].find(Boolean)}-${on}`,
      fields: () => ({
        actionId: action && `action-${action}`,
        measureId: measure && `measure-${measure}`,
        requirementId: requirement && `req-${requirement}`,
        on,
        byId: member(row, 'by'),
        kind: 'change',
        rating: optional(row, 'rating'),
        confidence: optional(row, 'confidence'),
        words: cell(row, 'words'),
        recovery: optional(row, 'recovery'),
        forecast,
        state: 'submitted',
        reviewedById: null,
        reviewedOn: null,
        reviewNote: null,
        mark: 'illustrative',
      }),
    },
    ...(action && forecast
      ? [{ ...step, entity: 'action', id: `action-${action}`, fields: amended(row, { forecast }) } as const]
      : []),
  ];
};

/** The fields that amendments.csv may set, each with how its cell is read. */
const amendable: Readonly<
  Record<string, { entity: Entity; prefix: string; fields: Readonly<Record<string, (row: CsvRow) => Fields>> }>
> = {
  notice: {
    entity: 'notice',
    prefix: '',
    fields: {
      casesPerWorker: (row) => ({ casesPerWorker: number(row, 'value') }),
      casesPerWorkerSource: (row) => ({ casesPerWorkerSource: optional(row, 'value') }),
    },
  },
  area: {
    entity: 'area',
    prefix: 'area-',
    fields: {
      releasedOn: (row) => ({ releasedOn: optional(row, 'value') }),
      releasedBy: (row) => ({ releasedBy: optional(row, 'value') }),
      releaseReason: (row) => ({ releaseReason: optional(row, 'value') }),
    },
  },
  requirement: {
    entity: 'requirement',
    prefix: 'req-',
    fields: {
      declared: (row) => ({ declared: optional(row, 'value') }),
      standing: (row) => ({ standing: optional(row, 'value') }),
      outcomeDisputed: (row) => ({ outcomeDisputed: optional(row, 'value') }),
      governmentNote: (row) => ({ governmentNote: optional(row, 'value') }),
    },
  },
  measure: {
    entity: 'measure',
    prefix: 'measure-',
    fields: {
      baseline: (row) => ({ baseline: number(row, 'value') }),
      baselineOn: (row) => ({ baselineOn: optional(row, 'value') }),
      baselineBasis: (row) => ({ baselineBasis: optional(row, 'value') }),
    },
  },
  risk: {
    entity: 'risk',
    prefix: 'risk-',
    fields: {
      // Likelihood and impact are one judgement, so one line gives both: "5; 4".
      rated: (row) => {
        const [likelihood, impact] = list(row, 'value').map((text) => numberOf(row, text));
        return { likelihood, impact };
      },
      closed: (row) => ({ state: 'closed', closedOn: optional(row, 'value') }),
    },
  },
  milestone: {
    entity: 'milestone',
    prefix: 'milestone-',
    fields: {
      currentDue: (row) => ({ currentDue: optional(row, 'value') }),
      forecast: (row) => ({ forecast: optional(row, 'value') }),
    },
  },
  action: { entity: 'action', prefix: 'action-', fields: { lead: (row) => ({ leadId: member(row, 'value') }) } },
  attendance: {
    entity: 'attendance',
    prefix: 'attendance-',
    fields: { state: (row) => ({ state: cell(row, 'value') }) },
  },
  member: {
    entity: 'member',
    prefix: 'member-',
    fields: {
      mailBouncedOn: (row) => ({ mailBouncedOn: optional(row, 'value') }),
    },
  },
};

const amendment = (row: CsvRow): Edit[] => {
  const [name, field] = [cell(row, 'entity'), cell(row, 'field')];
  const kind = amendable[name];
  const change =
    kind?.fields[field]?.(row) ?? refuse(row, `"${field}" of "${name}" can’t be amended. Check both words.`);
  return [
    {
      day: cell(row, 'on'),
      actor: actorOf(cell(row, 'by')),
      reason: cell(row, 'reason'),
      source: row,
      entity: kind?.entity ?? 'notice',
      id: `${kind?.prefix ?? ''}${cell(row, 'row')}`,
      fields: amended(row, change),
    },
  ];
};

/** Numbers the rows of each action from 1, in the order of the file. */
const counted = (rows: CsvRow[], edits: (row: CsvRow, count: number) => Edit[]): Edit[] => {
  const counts = new Map<string, number>();
  return rows.flatMap((row) => {
    const code = cell(row, 'action');
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return edits(row, count);
  });
};

const editsIn = (folder: string): Edit[] => {
  const rowsOf = (file: string) => readCsv(folder, file);
  const sources: Sources = new Map(rowsOf('sources.csv').map((row) => [cell(row, 'key'), row]));
  const created = newRows.flatMap(({ file, entity, reason, id, fields }) =>
    rowsOf(file).map((row): Edit => {
      const day = cell(row, 'recordedOn');
      const actor = actorOf(cell(row, 'recordedBy'));
      return {
        day,
        actor,
        // What stands from the first day is set up at once, so that rows may name each other.
        reason: actor.startsWith('@') ? 'Notice issued' : reason,
        source: row,
        entity,
        id: id(row),
        fields: (before) =>
          before
            ? refuse(row, 'It has the id of an earlier row. Give it another.')
            : fields(row, () => sourceOf(sources, row)),
      };
    }),
  );
  return [
    ...created,
    ...counted(rowsOf('date-changes.csv'), dateChanged),
    ...rowsOf('amendments.csv').flatMap(amendment),
    ...rowsOf('milestones.csv').flatMap(milestonesDone),
    ...rowsOf('updates.csv').flatMap(updated),
    ...counted(rowsOf('stage-changes.csv'), stageChanged),
    ...reportingEdits(rowsOf),
    ...meetingEdits(rowsOf),
  ];
};

const byDay = (a: Edit, b: Edit): number => (a.day < b.day ? -1 : Number(a.day > b.day));

/** Puts edits together that one actor makes on one day for one reason, in the order in which they first come. */
const together = (edits: Edit[]): Edit[][] => [
  ...Map.groupBy(edits.toSorted(byDay), ({ day, actor, reason }) => JSON.stringify([day, actor, reason])).values(),
];

const same = (a: Fields | undefined, b: Fields): boolean => a !== undefined && JSON.stringify(a) === JSON.stringify(b);

/** The fields that name another row, with what they name. */
const references: Readonly<Record<string, Entity>> = {
  areaId: 'area',
  areaIds: 'area',
  measureId: 'measure',
  measureIds: 'measure',
  balancedByIds: 'measure',
  requirementId: 'requirement',
  requirementIds: 'requirement',
  actionId: 'action',
  dependsOnIds: 'action',
  sponsorId: 'member',
  ownerId: 'member',
  leadId: 'member',
  deputyId: 'member',
  accountableId: 'member',
  askedById: 'member',
  decidedById: 'member',
  byId: 'member',
  actionIds: 'action',
  toId: 'member',
  fromId: 'member',
  memberId: 'member',
  answeredById: 'member',
  addedById: 'member',
  reviewedById: 'member',
  replacesId: 'evidence',
  familyId: 'family',
  meetingId: 'meeting',
  agendaItemId: 'agendaItem',
  dateChangeId: 'dateChange',
  challengeId: 'challenge',
  stageChangeId: 'stageChange',
  followUpToId: 'member',
  evidenceIds: 'evidence',
  evidenceId: 'evidence',
};

const checkReferences = (source: CsvRow, fields: Fields, ids: ReadonlySet<string>): void => {
  for (const [field, entity] of Object.entries(references)) {
    for (const id of [fields[field]].flat()) {
      if (typeof id === 'string' && !ids.has(`${entity} ${id}`))
        refuse(source, `There is no ${entity} "${id}". Check the code.`);
    }
  }
};

/** Gives the change that an edit makes, or null where the row already reads like that. */
const changeOf = (edit: Edit, known: Known, ids: ReadonlySet<string>): Change | null => {
  const { entity, id, source } = edit;
  const key = `${entity} ${id}`;
  const before = known.get(key);
  const fields = edit.fields(before);
  if (entity === 'stageChange') fields['from'] = known.get(`action ${String(fields['actionId'])}`)?.['stage'] ?? null;
  if (same(before, fields)) return null;
  checkReferences(source, fields, ids);
  const version = Number(before?.['version'] ?? 0) + 1;
  const parsed = entities[entity].safeParse({ ...fields, noticeId, id, version });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse(source, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'That can’t be kept.'}`);
  }
  known.set(key, { ...fields, version });
  const { version: _, ...row } = parsed.data;
  return { entity, row, expectedVersion: version - 1 } as Change;
};

/**
 * Reads the script of a notice from a folder of files: every change with its day, its actor and its reason, in the order to
 * record them.
 * @throws OperatorError with the file and line where a row can't be kept
 */
export const readScript = (folder: string): Step[] => {
  const edits = editsIn(folder);
  const ids = new Set(edits.map(({ entity, id }) => `${entity} ${id}`));
  const known: Known = new Map();
  return together(edits).flatMap((group) => {
    const changes = group.flatMap((edit) => changeOf(edit, known, ids) ?? []);
    const [first] = group;
    return first && changes.length > 0 ? [{ day: first.day, actor: first.actor, reason: first.reason, changes }] : [];
  });
};
