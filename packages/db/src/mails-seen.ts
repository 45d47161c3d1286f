/** The outbox as the programme office of one notice sees it. */
import type { Instant, IsoDate } from '@noticeboard/domain/fields';
import type { MailState } from '@noticeboard/domain/scales';
import type { Connection } from './database.ts';
import { unreached, type MailPart } from './mail.ts';
import { run } from './statement.ts';

/** A mail as the programme office of one notice sees it: what it says of that notice alone, and what became of it. */
export type MailSeen = {
  id: string;
  day: IsoDate;
  subject: string;
  state: MailState;
  tries: number;
  nextTryAt: Instant;
  problem: string | null;
  madeAt: Instant;
  doneAt: Instant | null;
  parts: MailPart[];
};

type SeenRow = Omit<MailSeen, 'parts'> & Omit<MailPart, 'noticeId'>;

const selectSeen = `select mail.id, mail.day, mail.subject, mail.state, mail.tries, mail.next_try_at as "nextTryAt",
    mail.problem, mail.made_at as "madeAt", mail.done_at as "doneAt", part.member_id as "memberId", part.body, part.way
  from mail join mail_part part on part.mail_id = mail.id`;

const seenOf = (noticeId: string, rows: readonly SeenRow[]): MailSeen[] =>
  [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((parts) => {
    const [first] = parts;
    if (!first) return [];
    const { memberId: _memberId, body: _body, way: _way, ...mail } = first;
    return [{ ...mail, parts: parts.map(({ memberId, body, way }) => ({ noticeId, memberId, body, way })) }];
  });

/** Gives the newest mails to members of a notice, newest first, each with what it says of that notice alone. */
export async function readMails(connection: Connection, noticeId: string, most: number): Promise<MailSeen[]> {
  const { rows } = await run<SeenRow>(
    connection,
    `${selectSeen} where part.notice_id = ? order by mail.day desc, mail.made_at desc, mail.id, part.position limit ?`,
    [noticeId, most],
  );
  return seenOf(noticeId, rows);
}

/** Gives one mail to members of a notice, with what it says of that notice alone; null where the notice has no such mail. */
export async function readMail(connection: Connection, noticeId: string, id: string): Promise<MailSeen | null> {
  const { rows } = await run<SeenRow>(
    connection,
    `${selectSeen} where part.notice_id = ? and mail.id = ? order by part.position`,
    [noticeId, id],
  );
  return seenOf(noticeId, rows)[0] ?? null;
}

/** Gives the addresses that have a mail of a day of the plan which has reached them, or is on its way. */
export async function readWrittenTo({ kysely }: Connection, day: IsoDate): Promise<Set<string>> {
  const rows = await kysely
    .selectFrom('mail')
    .select('recipient')
    .where('day', '=', day)
    .where('state', 'not in', unreached)
    .execute();
  return new Set(rows.map(({ recipient }) => recipient));
}
