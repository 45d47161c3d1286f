import type { Types } from '../migrate.ts';
import { oneOf } from './columns.ts';

const states = 'queued sending sent kept notNeeded failed bounced';
const mailColumns = 'id, recipient, day, subject, state, tries, next_try_at, problem, made_at, done_at';
const partColumns = 'mail_id, notice_id, member_id, position, body, way';

/**
 * A mail may turn out not to be needed once it can be handed over. SQLite can't change what a column may hold, so on both
 * databases the tables of the outbox are made anew and what is in them is moved.
 */
export function statements({ text, table }: Types): string[] {
  return [
    // PostgreSQL makes no index on a table whose rows wait to be checked, so each is made while its table is empty.
    'drop index mail_waiting',
    'drop index mail_part_of_notice',
    table(
      'mail_4',
      `id ${text} not null primary key, recipient ${text} not null, day ${text} not null, subject ${text} not null,
       state ${text} not null ${oneOf('state', states)}, tries integer not null, next_try_at ${text} not null,
       problem ${text}, made_at ${text} not null, done_at ${text}, unique (recipient, day)`,
    ),
    'create index mail_waiting on mail_4 (state, next_try_at)',
    `insert into mail_4 (${mailColumns}) select ${mailColumns} from mail`,
    table(
      'mail_part_4',
      `mail_id ${text} not null references mail_4 (id) deferrable initially deferred,
       notice_id ${text} not null references notice (notice_id) deferrable initially deferred,
       member_id ${text} not null, position integer not null check (position >= 0), body ${text} not null,
       way ${text} not null ${oneOf('way', 'pages link office')}, primary key (mail_id, position)`,
    ),
    'create index mail_part_of_notice on mail_part_4 (notice_id)',
    `insert into mail_part_4 (${partColumns}) select ${partColumns} from mail_part`,
    'drop table mail_part',
    'drop table mail',
    'alter table mail_4 rename to mail',
    'alter table mail_part_4 rename to mail_part',
  ];
}
