import type { Types } from '../migrate.ts';
import { oneOf, within } from './columns.ts';

// The values are written out: a migration must go on meaning what it meant when a scale later gains a value.
const marks = 'own published reported illustrative';
const ratings = 'full substantial limited noAssurance sufficient some insufficient notJudged';
const challengeColumns =
  'notice_id, id, version, action_id, measure_id, requirement_id, question, asked_by_id, asked_on, to_id, due_on, answer, ' +
  'answered_by_id, answered_on, state, follows_id, mark, recorded_at, recorded_by';

const eventColumns =
  'notice_id, id, version, kind, title, note, earliest, latest, printed, mark, disputed, unconfirmed, source_title, source_url, ' +
  'source_published_on, withdrawn_on, recorded_at, recorded_by';

const column = (name: string, of: string) => `alter table "${name}" add column ${of}`;

const exactlyOneOf = (...columns: string[]) =>
  `check (${columns.map((name) => `(case when ${name} is null then 0 else 1 end)`).join(' + ')} = 1)`;

/**
 * The fourth release: meetings with their agenda, attendance and decisions, frozen documents, versions of the plan, judgements,
 * the outcome of reviews, risks, questions of scrutiny and about areas, and links to a calendar.
 */
export function statements({ text, table }: Types): string[] {
  const recorded = `recorded_at ${text} not null, recorded_by ${text} not null`;
  const row = `notice_id ${text} not null, id ${text} not null, version integer not null check (version >= 1)`;
  const key = `primary key (notice_id, id), foreign key (notice_id) references notice (notice_id) deferrable initially deferred`;
  const withdrawn = `withdrawn_on ${text}`;
  const mark = `mark ${text} not null ${oneOf('mark', marks)}`;
  const source = `${mark}, disputed ${text}, unconfirmed ${text}, source_title ${text}, source_url ${text},
    source_published_on ${text}`;
  const by = `by_id ${text}, "on" ${text} not null`;

  const linkTable = (name: string, owner: [string, string], linked: [string, string]) =>
    table(
      name,
      `notice_id ${text} not null, ${owner[0]} ${text} not null, position integer not null check (position >= 0),
       ${linked[0]} ${text} not null, primary key (notice_id, ${owner[0]}, position),
       ${within(owner[0], owner[1])}, ${within(linked[0], linked[1])}`,
    );

  return [
    // What each new column holds in old rows is what the upcaster of this release gives them.
    column('notice', 'papers_due_days integer not null default 5 check (papers_due_days between 0 and 20)'),
    column('notice', 'quorum_present integer not null default 3 check (quorum_present between 0 and 50)'),
    column('notice', `quorum_sectors ${text} not null default '["education","health","care"]'`),
    column('member', `sector ${text} ${oneOf('sector', 'education health care')}`),
    column('area', `release_reason ${text}`),

    table(
      'meeting',
      `${row}, kind ${text} not null ${oneOf('kind', 'board stocktake deepDive dfeReview scrutiny')},
       title ${text} not null, "on" ${text} not null, starts_at ${text}, place ${text}, papers_due_on ${text} not null,
       state ${text} not null ${oneOf('state', 'planned open closed cancelled')}, closed_on ${text}, closed_by_id ${text},
       sections ${text} not null, key_points ${text} not null, minutes ${text}, ${source}, ${recorded}, ${key},
       ${within('closed_by_id', 'member')}`,
    ),
    table(
      'attendance',
      `${row}, meeting_id ${text} not null, member_id ${text} not null,
       state ${text} not null ${oneOf('state', 'invited present apologies')}, ${recorded}, ${key},
       ${within('meeting_id', 'meeting')}, ${within('member_id', 'member')}`,
    ),
    // SQLite can't change a check, so on both databases the table is made anew and what is in it is moved.
    table(
      'challenge_5',
      `${row}, action_id ${text}, measure_id ${text}, requirement_id ${text}, area_id ${text},
       forum ${text} not null ${oneOf('forum', 'board scrutiny')}, meeting_id ${text}, question ${text} not null,
       asked_by_id ${text}, asked_on ${text} not null, to_id ${text} not null, due_on ${text} not null, answer ${text},
       answered_by_id ${text}, answered_on ${text},
       state ${text} not null ${oneOf('state', 'asked answered accepted askedAgain withdrawn')}, follows_id ${text}, ${mark},
       ${recorded}, ${key}, ${within('action_id', 'action')}, ${within('measure_id', 'measure')},
       ${within('requirement_id', 'requirement')}, ${within('area_id', 'area')}, ${within('meeting_id', 'meeting')},
       ${within('asked_by_id', 'member')}, ${within('to_id', 'member')}, ${within('answered_by_id', 'member')},
       ${within('follows_id', 'challenge_5')}, ${exactlyOneOf('action_id', 'measure_id', 'requirement_id', 'area_id')}`,
    ),
    table(
      'notice_event_5',
      `${row}, kind ${text} not null ${oneOf(
        'kind',
        'issued background varied extended review planStep direction servicesRemoved directionEnded lifted postNoticeReview',
      )}, title ${text} not null, note ${text}, earliest ${text} not null, latest ${text} not null, printed ${text},
       ${source}, ${withdrawn}, ${recorded}, ${key}, check (earliest <= latest)`,
    ),
    `insert into notice_event_5 (${eventColumns}) select ${eventColumns} from notice_event`,
    'drop table notice_event',
    'alter table notice_event_5 rename to notice_event',
    `insert into challenge_5 (${challengeColumns}, forum) select ${challengeColumns}, 'board' from challenge`,
    'drop table challenge',
    'alter table challenge_5 rename to challenge',
    table(
      'agenda_item',
      `${row}, meeting_id ${text} not null, position integer not null check (position >= 1),
       kind ${text} not null ${oneOf('kind', 'dateChange assurance exception focus challenge item')},
       ask ${text} not null ${oneOf('ask', 'decide assure note')}, title ${text} not null, note ${text},
       date_change_id ${text}, action_id ${text}, measure_id ${text}, requirement_id ${text}, area_id ${text},
       challenge_id ${text}, by_id ${text}, ${mark}, ${withdrawn}, ${recorded}, ${key},
       ${within('meeting_id', 'meeting')}, ${within('date_change_id', 'date_change')}, ${within('action_id', 'action')},
       ${within('measure_id', 'measure')}, ${within('requirement_id', 'requirement')}, ${within('area_id', 'area')},
       ${within('challenge_id', 'challenge')}, ${within('by_id', 'member')}`,
    ),
    table(
      'decision',
      `${row}, meeting_id ${text} not null, agenda_item_id ${text} not null,
       outcome ${text} not null ${oneOf('outcome', 'decided challenged assured noted')}, minute ${text} not null,
       date_change_id ${text}, challenge_id ${text}, stage_change_id ${text}, follow_up ${text}, follow_up_to_id ${text},
       follow_up_due_on ${text}, follow_up_done_on ${text}, ${by}, ${mark}, ${withdrawn}, ${recorded}, ${key},
       ${within('meeting_id', 'meeting')}, ${within('agenda_item_id', 'agenda_item')},
       ${within('date_change_id', 'date_change')}, ${within('challenge_id', 'challenge')},
       ${within('stage_change_id', 'stage_change')}, ${within('follow_up_to_id', 'member')}, ${within('by_id', 'member')}`,
    ),
    table(
      'area_report',
      `${row}, meeting_id ${text} not null, area_id ${text} not null, why ${text}, effect ${text}, next_step ${text}, ${by},
       ${mark}, ${recorded}, ${key}, ${within('meeting_id', 'meeting')}, ${within('area_id', 'area')},
       ${within('by_id', 'member')}`,
    ),
    linkTable('area_report_evidence', ['area_report_id', 'area_report'], ['evidence_id', 'evidence']),
    table(
      'frozen',
      `${row}, kind ${text} not null ${oneOf('kind', 'pack submission planVersion')}, meeting_id ${text},
       meeting_on ${text}, number integer not null check (number >= 1), seq integer not null check (seq >= 1), hash ${text} not null,
       day ${text} not null, sections ${text} not null, file_hash ${text}, bytes integer check (bytes >= 1), ${by},
       ${recorded}, ${key}, ${within('meeting_id', 'meeting')}, ${within('by_id', 'member')},
       check ((file_hash is null) = (bytes is null))`,
    ),
    table(
      'plan_version',
      `${row}, kind ${text} not null ${oneOf('kind', 'submitted amended agreed refreshed')}, title ${text} not null,
       ${by}, seq integer not null check (seq >= 1), hash ${text} not null, day ${text} not null,
       evidence_id ${text}, frozen_id ${text}, note ${text}, ${source}, ${withdrawn}, ${recorded}, ${key}, ${within('by_id', 'member')},
       ${within('evidence_id', 'evidence')}, ${within('frozen_id', 'frozen')}`,
    ),
    table(
      'judgement',
      `${row}, area_id ${text}, requirement_id ${text},
       voice ${text} not null ${oneOf('voice', 'owner programmeOffice chair parentCarerForum dfe')},
       rating ${text} not null ${oneOf('rating', ratings)}, grounds ${text}, ${by}, meeting_id ${text}, ${source},
       ${withdrawn}, ${recorded}, ${key}, ${within('area_id', 'area')}, ${within('requirement_id', 'requirement')},
       ${within('by_id', 'member')}, ${within('meeting_id', 'meeting')}, ${exactlyOneOf('area_id', 'requirement_id')}`,
    ),
    table(
      'review_outcome',
      `${row}, meeting_id ${text} not null, summary ${text}, letter_id ${text}, published_on ${text} not null, by_id ${text},
       answer ${text}, answered_by_id ${text}, answered_on ${text}, ${source}, ${recorded}, ${key},
       ${within('meeting_id', 'meeting')}, ${within('letter_id', 'evidence')}, ${within('by_id', 'member')},
       ${within('answered_by_id', 'member')}`,
    ),
    table(
      'risk',
      `${row}, code ${text} not null, title ${text} not null, cause ${text} not null, effect ${text} not null,
       likelihood integer not null check (likelihood between 1 and 5), impact integer not null check (impact between 1 and 5),
       controls ${text}, next_step ${text}, owner_id ${text}, state ${text} not null ${oneOf('state', 'open closed')},
       raised_on ${text} not null, closed_on ${text}, ${source}, ${withdrawn}, ${recorded}, ${key},
       ${within('owner_id', 'member')}`,
    ),
    linkTable('risk_area', ['risk_id', 'risk'], ['area_id', 'area']),
    linkTable('risk_action', ['risk_id', 'risk'], ['action_id', 'action']),

    table(
      'calendar_link',
      `id ${text} not null primary key, notice_id ${text} not null references notice (notice_id) deferrable initially deferred,
       member_id ${text} not null, token_hash ${text} not null unique, made_at ${text} not null, revoked_at ${text}`,
    ),
    'create index calendar_link_of_member on calendar_link (notice_id, member_id)',
  ];
}
