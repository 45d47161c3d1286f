import type { Types } from '../migrate.ts';
import { oneOf, within } from './columns.ts';

// The values are written out: a migration must go on meaning what it meant when a scale later gains a value.
const marks = 'own published reported illustrative';

const column = (name: string, of: string) => `alter table "${name}" add column ${of}`;

/**
 * The second release: reporting periods, updates that are accepted or returned, evidence, questions of the board, cover,
 * handovers, focus lists; and beside the ledger files, drafts, addresses, mail and links.
 */
export function statements({ text, bytes, table }: Types): string[] {
  const recorded = `recorded_at ${text} not null, recorded_by ${text} not null`;
  const row = `notice_id ${text} not null, id ${text} not null, version integer not null check (version >= 1)`;
  const key = `primary key (notice_id, id), foreign key (notice_id) references notice (notice_id) deferrable initially deferred`;
  const ofNotice = `notice_id ${text} not null references notice (notice_id) deferrable initially deferred`;
  const withdrawn = `withdrawn_on ${text}`;
  const mark = `mark ${text} not null ${oneOf('mark', marks)}`;
  const exactlyOne = `check ((case when action_id is null then 0 else 1 end) + (case when measure_id is null then 0 else 1 end)
    + (case when requirement_id is null then 0 else 1 end) = 1)`;
  const about = `action_id ${text}, measure_id ${text}, requirement_id ${text}`;
  const withinAbout = `${within('action_id', 'action')}, ${within('measure_id', 'measure')},
    ${within('requirement_id', 'requirement')}`;

  const linkTable = (name: string, owner: [string, string], linked: [string, string]) =>
    table(
      name,
      `notice_id ${text} not null, ${owner[0]} ${text} not null, position integer not null check (position >= 0),
       ${linked[0]} ${text} not null, primary key (notice_id, ${owner[0]}, position),
       ${within(owner[0], owner[1])}, ${within(linked[0], linked[1])}`,
    );

  return [
    // What each new column holds in old rows is what the upcaster of this release gives them.
    column(
      'notice',
      `report_every ${text} not null default 'monthly' ${oneOf('report_every', 'monthly fourWeekly sixWeekly')}`,
    ),
    column('notice', `reports_close_from ${text} not null default ''`),
    'update notice set reports_close_from = issued_on',
    column('notice', 'report_open_days integer not null default 5 check (report_open_days between 1 and 20)'),
    column('notice', 'report_grace_days integer not null default 2 check (report_grace_days between 0 and 20)'),
    column('notice', `report_instructions ${text}`),
    column('notice', 'remind_soon_days integer not null default 3 check (remind_soon_days between 0 and 20)'),
    column('notice', `remind_late_on ${text} not null default '["tuesday","thursday"]'`),
    column('notice', 'link_days integer not null default 0 check (link_days between 0 and 31)'),
    column('notice', 'evidence_megabytes integer not null default 500 check (evidence_megabytes between 1 and 100000)'),
    column('member', `mail_bounced_on ${text}`),
    column('action', 'hold_periods integer not null default 3 check (hold_periods between 1 and 24)'),
    column('update', `kind ${text} not null default 'change' ${oneOf('kind', 'change noChange')}`),
    column('update', `state ${text} not null default 'submitted' ${oneOf('state', 'submitted accepted returned')}`),
    column('update', `reviewed_by_id ${text}`),
    column('update', `reviewed_on ${text}`),
    column('update', `review_note ${text}`),

    table(
      'evidence',
      `${row}, kind ${text} not null ${oneOf('kind', 'data voice practice document')}, caption ${text} not null,
       shows ${text} not null, period_start ${text}, period_end ${text}, file_hash ${text}, file_name ${text},
       media_type ${text}, bytes integer check (bytes >= 1), url ${text}, replaces_id ${text}, added_by_id ${text},
       added_on ${text} not null, ${mark}, ${withdrawn}, ${recorded}, ${key}, ${within('replaces_id', 'evidence')},
       ${within('added_by_id', 'member')}, check (file_hash is null or url is null),
       check (file_hash is not null or url is not null or withdrawn_on is not null),
       check ((period_start is null) = (period_end is null)), check (period_start <= period_end)`,
    ),
    table(
      'waiver',
      `${row}, action_id ${text} not null, kind ${text} not null ${oneOf('kind', 'data voice practice')},
       reason ${text} not null, by_id ${text}, "on" ${text} not null, ${mark}, ${withdrawn}, ${recorded}, ${key},
       ${within('action_id', 'action')}, ${within('by_id', 'member')}`,
    ),
    table(
      'challenge',
      `${row}, ${about}, question ${text} not null, asked_by_id ${text}, asked_on ${text} not null,
       to_id ${text} not null, due_on ${text} not null, answer ${text}, answered_by_id ${text}, answered_on ${text},
       state ${text} not null ${oneOf('state', 'asked answered accepted askedAgain')}, follows_id ${text}, ${mark},
       ${recorded}, ${key}, ${withinAbout}, ${within('asked_by_id', 'member')}, ${within('to_id', 'member')},
       ${within('answered_by_id', 'member')}, ${within('follows_id', 'challenge')}, ${exactlyOne}`,
    ),
    table(
      'cover',
      `${row}, member_id ${text} not null, deputy_id ${text} not null, starts_on ${text} not null,
       ends_on ${text} not null, note ${text}, ${withdrawn}, ${recorded}, ${key}, ${within('member_id', 'member')},
       ${within('deputy_id', 'member')}, check (starts_on <= ends_on), check (member_id <> deputy_id)`,
    ),
    table(
      'handover',
      `${row}, ${about}, from_id ${text}, to_id ${text} not null, offered_by_id ${text}, offered_on ${text} not null,
       note ${text}, state ${text} not null ${oneOf('state', 'offered accepted declined withdrawn')}, decided_on ${text},
       decision_note ${text}, ${recorded}, ${key}, ${withinAbout}, ${within('from_id', 'member')},
       ${within('to_id', 'member')}, ${within('offered_by_id', 'member')}, ${exactlyOne}`,
    ),
    table(
      'focus',
      `${row}, period_end ${text} not null, set_by_id ${text}, set_on ${text} not null, ${recorded}, ${key},
       ${within('set_by_id', 'member')}`,
    ),
    linkTable('evidence_action', ['evidence_id', 'evidence'], ['action_id', 'action']),
    linkTable('evidence_measure', ['evidence_id', 'evidence'], ['measure_id', 'measure']),
    linkTable('evidence_requirement', ['evidence_id', 'evidence'], ['requirement_id', 'requirement']),
    linkTable('evidence_area', ['evidence_id', 'evidence'], ['area_id', 'area']),
    linkTable('focus_action', ['focus_id', 'focus'], ['action_id', 'action']),

    table(
      'file',
      `hash ${text} not null primary key, size integer not null check (size >= 1), added_at ${text} not null,
       bytes ${bytes} not null`,
    ),
    table(
      'upload',
      `id ${text} not null primary key, ${ofNotice}, member_id ${text} not null,
       hash ${text} not null references file (hash) deferrable initially deferred, name ${text} not null,
       media_type ${text} not null, at ${text} not null`,
    ),
    'create index upload_of_notice on upload (notice_id)',
    table(
      'draft',
      `${ofNotice}, member_id ${text} not null, about ${text} not null, body ${text} not null, saved_at ${text} not null,
       primary key (notice_id, member_id, about)`,
    ),
    table(
      'contact',
      `${ofNotice}, member_id ${text} not null, email ${text} not null, primary key (notice_id, member_id)`,
    ),
    table(
      'mail',
      `id ${text} not null primary key, recipient ${text} not null, day ${text} not null, subject ${text} not null,
       state ${text} not null ${oneOf('state', 'queued sending sent kept failed bounced')}, tries integer not null,
       next_try_at ${text} not null, problem ${text}, made_at ${text} not null, done_at ${text},
       unique (recipient, day)`,
    ),
    'create index mail_waiting on mail (state, next_try_at)',
    table(
      'mail_part',
      `mail_id ${text} not null references mail (id) deferrable initially deferred, ${ofNotice},
       member_id ${text} not null, position integer not null check (position >= 0), body ${text} not null,
       way ${text} not null ${oneOf('way', 'pages link office')}, primary key (mail_id, position)`,
    ),
    'create index mail_part_of_notice on mail_part (notice_id)',
    table(
      'update_link',
      `id ${text} not null primary key, ${ofNotice}, member_id ${text} not null, token_hash ${text} not null unique,
       made_at ${text} not null, expires_at ${text} not null, done_at ${text}, revoked_at ${text}`,
    ),
    'create index update_link_of_member on update_link (notice_id, member_id)',
  ];
}
