import type { Types } from '../migrate.ts';
import { foreign, oneOf, within } from './columns.ts';

// The values are written out: a migration must go on meaning what it meant when a scale later gains a value.
const marks = 'own published reported illustrative';
const bases = 'month quarter rolling12 yearToDate calendarYear academicYear snapshot other notStated';
const stages = 'notStarted inProgress delivered evidenced embedded assured withdrawn';

/** The tables of the plan, of the ledger and of sign-in, as the first release made them. */
export function statements({ text, number, boolean, instant, table }: Types): string[] {
  const recorded = `recorded_at ${text} not null, recorded_by ${text} not null`;
  const row = `notice_id ${text} not null, id ${text} not null, version integer not null check (version >= 1)`;
  const key = `primary key (notice_id, id), ${foreign('notice_id', 'notice (notice_id)')}`;
  const source = `mark ${text} not null ${oneOf('mark', marks)}, disputed ${text}, unconfirmed ${text},
    source_title ${text}, source_url ${text}, source_published_on ${text}`;
  const withdrawn = `withdrawn_on ${text}`;
  const loose = `earliest ${text} not null, latest ${text} not null, printed ${text}`;

  const linkTable = (name: string, owner: [string, string], linked: [string, string]) =>
    table(
      name,
      `notice_id ${text} not null, ${owner[0]} ${text} not null, position integer not null check (position >= 0),
       ${linked[0]} ${text} not null, primary key (notice_id, ${owner[0]}, position),
       ${within(owner[0], owner[1])}, ${within(linked[0], linked[1])}`,
    );

  return [
    table(
      'account',
      `id ${text} not null primary key, version integer not null check (version >= 1),
       office ${text} not null ${oneOf('office', 'administrator programmeOffice none')},
       state ${text} not null ${oneOf('state', 'invited active suspended')}, ${recorded}`,
    ),
    table(
      'notice',
      `${row}, title ${text} not null, authority ${text} not null, partners ${text}, subject ${text} not null,
       issued_by ${text} not null, issued_on ${text} not null, checkpoint_base ${text} not null,
       checkpoint_months ${text} not null, nature ${text} not null ${oneOf('nature', 'real fictional')},
       date_move_limit_days integer not null check (date_move_limit_days between 0 and 366),
       update_every_days integer not null check (update_every_days between 1 and 366),
       ${source}, ${withdrawn}, ${recorded}, primary key (notice_id, id), unique (notice_id), check (notice_id = id)`,
    ),
    table(
      'notice_event',
      `${row}, kind ${text} not null ${oneOf(
        'kind',
        'issued background varied extended review planStep direction servicesRemoved lifted postNoticeReview',
      )}, title ${text} not null, note ${text}, ${loose}, ${source}, ${withdrawn}, ${recorded}, ${key},
       check (earliest <= latest)`,
    ),
    table(
      'member',
      `${row}, account_id ${text}, title ${text} not null, organisation ${text} not null, roles ${text} not null,
       starts_on ${text} not null, ends_on ${text}, suspended_on ${text}, ${recorded}, ${key},
       ${foreign('account_id', 'account (id)')}`,
    ),
    table(
      'area',
      `${row}, number integer not null check (number between 1 and 99), title ${text} not null,
       statement ${text} not null, sponsor_id ${text}, released_on ${text}, released_by ${text},
       ${source}, ${withdrawn}, ${recorded}, ${key}, ${within('sponsor_id', 'member')}`,
    ),
    'create unique index area_number on area (notice_id, number) where withdrawn_on is null',
    table(
      'requirement',
      `${row}, code ${text} not null, kind ${text} not null ${oneOf('kind', 'clause commitment')},
       title ${text} not null, "text" ${text} not null, consequence ${text}, owner_id ${text},
       declared ${text} ${oneOf('declared', 'onCourse atRisk partMet')}, standing ${text}, outcome_disputed ${text},
       government_decision ${text} not null ${oneOf('government_decision', 'notKnown satisfied notSatisfied deferred')},
       government_decided_on ${text}, government_note ${text},
       ${source}, ${withdrawn}, ${recorded}, ${key}, ${within('owner_id', 'member')}`,
    ),
    'create unique index requirement_code on requirement (notice_id, code) where withdrawn_on is null',
    table(
      'requirement_date',
      `${row}, requirement_id ${text} not null,
       kind ${text} not null ${oneOf('kind', 'due submitted resubmitted approved published met')},
       ${loose}, note ${text},
       ${source}, ${withdrawn}, ${recorded}, ${key}, check (earliest <= latest),
       ${within('requirement_id', 'requirement')}`,
    ),
    table(
      'measure',
      `${row}, code ${text} not null, area_id ${text} not null, title ${text} not null, definition ${text},
       unit ${text} not null ${oneOf('unit', 'percent count days weeks rate score')},
       decimals integer not null check (decimals between 0 and 4),
       polarity ${text} not null ${oneOf('polarity', 'H L T')}, tolerance ${number},
       basis ${text} not null ${oneOf('basis', bases)}, reset_month integer check (reset_month between 1 and 12),
       every_months integer not null check (every_months between 1 and 24),
       trajectory ${text} not null ${oneOf('trajectory', 'straight stepped')}, floor ${number}, baseline ${number},
       baseline_on ${text}, baseline_basis ${text} ${oneOf('baseline_basis', bases)},
       publication_rule ${text} not null ${oneOf('publication_rule', 'none fewerThan5 suppress5 round5 round10')},
       owner_id ${text}, ${source}, ${withdrawn}, ${recorded}, ${key},
       ${within('area_id', 'area')}, ${within('owner_id', 'member')}`,
    ),
    'create unique index measure_code on measure (notice_id, code) where withdrawn_on is null',
    table(
      'target',
      `${row}, measure_id ${text} not null, months integer check (months between 1 and 120), "on" ${text},
       value ${number} not null, ${source}, ${withdrawn}, ${recorded}, ${key}, ${within('measure_id', 'measure')},
       check ((months is null) <> ("on" is null))`,
    ),
    table(
      'reading',
      `${row}, measure_id ${text} not null, period_start ${text} not null, period_end ${text} not null,
       printed_period ${text}, basis ${text} not null ${oneOf('basis', bases)}, basis_note ${text},
       qualifier ${text} not null ${oneOf('qualifier', 'exact about over under')}, value ${number},
       symbol ${text} ${oneOf('symbol', 'z x c low u')}, numerator ${number}, denominator ${number},
       state ${text} not null ${oneOf('state', 'provisional final')}, note ${text},
       ${source}, ${withdrawn}, ${recorded}, ${key}, ${within('measure_id', 'measure')},
       check (period_start <= period_end), check (value is not null or symbol is not null)`,
    ),
    table(
      'benchmark',
      `${row}, measure_id ${text} not null, place ${text} not null, period_start ${text} not null,
       period_end ${text} not null, printed_period ${text}, value ${number} not null,
       ${source}, ${withdrawn}, ${recorded}, ${key}, ${within('measure_id', 'measure')},
       check (period_start <= period_end)`,
    ),
    table(
      'action',
      `${row}, code ${text} not null, title ${text} not null, lead_id ${text}, deputy_id ${text},
       accountable_id ${text}, organisation ${text} not null, original_due ${text} not null,
       current_due ${text} not null, forecast ${text}, stage ${text} not null ${oneOf('stage', stages)},
       success_criteria ${text}, ${source}, ${recorded}, ${key},
       ${within('lead_id', 'member')}, ${within('deputy_id', 'member')}, ${within('accountable_id', 'member')}`,
    ),
    `create unique index action_code on action (notice_id, code) where stage <> 'withdrawn'`,
    table(
      'stage_change',
      `${row}, action_id ${text} not null, "from" ${text} ${oneOf('from', stages)},
       "to" ${text} not null ${oneOf('to', stages)}, "on" ${text} not null, reason ${text}, ${recorded}, ${key},
       ${within('action_id', 'action')}`,
    ),
    table(
      'milestone',
      `${row}, action_id ${text} not null, title ${text} not null, original_due ${text} not null,
       current_due ${text} not null, forecast ${text}, done_on ${text}, ${withdrawn}, ${recorded}, ${key},
       ${within('action_id', 'action')}`,
    ),
    table(
      'update',
      `${row}, action_id ${text}, measure_id ${text}, requirement_id ${text}, "on" ${text} not null, by_id ${text},
       rating ${text} ${oneOf('rating', 'green amber red')}, confidence ${text} ${oneOf('confidence', 'high medium low')},
       words ${text} not null, recovery ${text}, forecast ${text}, mark ${text} not null ${oneOf('mark', marks)},
       ${recorded}, ${key}, ${within('action_id', 'action')}, ${within('measure_id', 'measure')},
       ${within('requirement_id', 'requirement')}, ${within('by_id', 'member')},
       check ((case when action_id is null then 0 else 1 end) + (case when measure_id is null then 0 else 1 end)
         + (case when requirement_id is null then 0 else 1 end) = 1)`,
    ),
    table(
      'date_change',
      `${row}, action_id ${text} not null, "from" ${text} not null, "to" ${text} not null, reason ${text} not null,
       effect ${text}, asked_by_id ${text}, asked_on ${text} not null,
       state ${text} not null ${oneOf('state', 'asked approved approvedOther refused withdrawn')},
       decided_by_id ${text}, decided_on ${text}, decided_date ${text}, decision_reason ${text}, meeting ${text},
       mark ${text} not null ${oneOf('mark', marks)}, ${recorded}, ${key}, ${within('action_id', 'action')},
       ${within('asked_by_id', 'member')}, ${within('decided_by_id', 'member')}`,
    ),
    linkTable('requirement_measure', ['requirement_id', 'requirement'], ['measure_id', 'measure']),
    linkTable('measure_balance', ['measure_id', 'measure'], ['balanced_by_id', 'measure']),
    linkTable('action_area', ['action_id', 'action'], ['area_id', 'area']),
    linkTable('action_requirement', ['action_id', 'action'], ['requirement_id', 'requirement']),
    linkTable('action_measure', ['action_id', 'action'], ['measure_id', 'measure']),
    linkTable('action_dependency', ['action_id', 'action'], ['depends_on_id', 'action']),
    table(
      'ledger_chain',
      `chain ${text} not null primary key, seq integer not null check (seq >= 0), hash ${text} not null,
       at ${text} not null, redacted_seq integer not null check (redacted_seq >= 0)`,
    ),
    table(
      'ledger_entry',
      `chain ${text} not null references ledger_chain (chain), seq integer not null check (seq >= 1),
       at ${text} not null, actor ${text} not null,
       kind ${text} not null ${oneOf('kind', 'created changed redaction')}, entity ${text} not null,
       entity_id ${text} not null, version integer not null check (version >= 1), reason ${text},
       change_id ${text} not null, schema_version integer not null check (schema_version >= 1), row_text ${text},
       salt ${text}, content_hash ${text} not null, hash ${text} not null, primary key (chain, seq),
       unique (chain, entity, entity_id, version)`,
    ),
    'create index ledger_entry_at on ledger_entry (chain, at, seq)',
    table(
      'auth_user',
      `id ${text} not null primary key, name ${text} not null, email ${text} not null unique,
       "emailVerified" ${boolean} not null, image ${text}, "createdAt" ${instant} not null, "updatedAt" ${instant} not null`,
    ),
    table(
      'auth_session',
      `id ${text} not null primary key, "expiresAt" ${instant} not null, token ${text} not null unique,
       "createdAt" ${instant} not null, "updatedAt" ${instant} not null, "ipAddress" ${text}, "userAgent" ${text},
       "userId" ${text} not null references auth_user (id) on delete cascade`,
    ),
    'create index auth_session_user on auth_session ("userId")',
    table(
      'auth_account',
      `id ${text} not null primary key, "accountId" ${text} not null, "providerId" ${text} not null,
       "userId" ${text} not null references auth_user (id) on delete cascade, "accessToken" ${text},
       "refreshToken" ${text}, "idToken" ${text}, "accessTokenExpiresAt" ${instant}, "refreshTokenExpiresAt" ${instant},
       scope ${text}, password ${text}, "createdAt" ${instant} not null, "updatedAt" ${instant} not null`,
    ),
    'create index auth_account_user on auth_account ("userId")',
    table(
      'auth_verification',
      `id ${text} not null primary key, identifier ${text} not null, value ${text} not null,
       "expiresAt" ${instant} not null, "createdAt" ${instant} not null, "updatedAt" ${instant} not null`,
    ),
    'create index auth_verification_identifier on auth_verification (identifier)',
  ];
}
