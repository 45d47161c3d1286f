import type { Types } from '../migrate.ts';
import { oneOf, within } from './columns.ts';

// The values are written out: a migration must go on meaning what it meant when a scale later gains a value.
const marks = 'own published reported illustrative';
const parts =
  'timeliness refusalsToAssess refusalsToIssue plansCeased appeals complaints otherBalance openCases permanentTrained ' +
  'permanentInTraining agencyTrained agencyInTraining vacantPosts caseload workload sickness leavers staffSurvey ' +
  'remaining overTwoYears inflow throughput';

const column = (name: string, of: string) => `alter table "${name}" add column ${of}`;

/**
 * The third release: families of measures, starters, limits reckoned anew, exception commentary, the ratio of cases to workers,
 * who approved a target, in which part a date was decided, and readings that are kept but not used.
 */
export function statements({ text, number, table }: Types): string[] {
  const recorded = `recorded_at ${text} not null, recorded_by ${text} not null`;
  const row = `notice_id ${text} not null, id ${text} not null, version integer not null check (version >= 1)`;
  const key = `primary key (notice_id, id), foreign key (notice_id) references notice (notice_id) deferrable initially deferred`;
  const withdrawn = `withdrawn_on ${text}`;
  const mark = `mark ${text} not null ${oneOf('mark', marks)}`;
  const source = `${mark}, disputed ${text}, unconfirmed ${text}, source_title ${text}, source_url ${text},
    source_published_on ${text}`;

  return [
    column('notice', `cases_per_worker ${number} check (cases_per_worker between 1 and 10000)`),
    column('notice', `cases_per_worker_source ${text}`),
    column('target', `approved_by_id ${text}`),
    column('target', `approved_on ${text}`),
    column('reading', `set_aside ${text}`),
    column('date_change', `decided_as ${text} ${oneOf('decided_as', 'chair programmeOffice')}`),

    table(
      'family',
      `${row}, kind ${text} not null ${oneOf('kind', 'balance capacity backlog')}, title ${text} not null, note ${text},
       ${withdrawn}, ${recorded}, ${key}`,
    ),
    table(
      'family_measure',
      `${row}, family_id ${text} not null, measure_id ${text} not null, part ${text} not null ${oneOf('part', parts)},
       ${withdrawn}, ${recorded}, ${key}, ${within('family_id', 'family')}, ${within('measure_id', 'measure')}`,
    ),
    table(
      'starter',
      `${row}, starts_on ${text} not null,
       full_time_equivalents ${number} not null check (full_time_equivalents > 0),
       employment ${text} not null ${oneOf('employment', 'permanent agency')},
       training ${text} not null ${oneOf('training', 'trained inTraining')}, note ${text}, ${source}, ${withdrawn},
       ${recorded}, ${key}`,
    ),
    table(
      'rebase',
      `${row}, measure_id ${text} not null, since ${text} not null, reason ${text} not null, by_id ${text},
       "on" ${text} not null, ${mark}, ${withdrawn}, ${recorded}, ${key}, ${within('measure_id', 'measure')},
       ${within('by_id', 'member')}`,
    ),
    table(
      'commentary',
      `${row}, measure_id ${text} not null, "on" ${text} not null, by_id ${text}, reason ${text} not null,
       action ${text} not null, by_when ${text} not null, effect ${text} not null, ${mark}, ${recorded}, ${key},
       ${within('measure_id', 'measure')}, ${within('by_id', 'member')}`,
    ),
  ];
}
