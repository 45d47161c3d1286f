/** The outbox: mail that is queued in the database and handed over by whichever server process takes it first. */
import type { Instant, IsoDate } from '@noticeboard/domain/fields';
import type { Connection, Database } from './database.ts';
import { createId } from './id.ts';
import type { MailState } from '@noticeboard/domain/scales';
import type { MailPartTable } from './schema.ts';
import { run } from './statement.ts';

/** How the person can answer what a mail says of a notice: signed in, by a link without an account, or to the programme office. */
export type Way = MailPartTable['way'];

/** What a mail says of one notice, to one member of it. */
export type MailPart = { noticeId: string; memberId: string; body: string; way: Way };

/** One mail to one e-mail address. */
export type Letter = { recipient: string; subject: string; parts: readonly MailPart[] };

/** A mail that this process has taken, with how often it has been tried, this time included. */
export type TakenMail = Letter & { id: string; tries: number };

/** What came of handing a mail over. `again` is tried later, until that was too often; the others are final. */
export type Outcome =
  | { state: 'sent' }
  /** Not sent but kept to be read, each part with its way to answer. */
  | { state: 'kept'; bodies: readonly string[] }
  | { state: 'again' | 'failed' | 'bounced'; problem: string };

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

const minute = 60_000;

/** How long a mail belongs to the process that took it, in milliseconds: longer than any mail server is waited for. */
const claimFor = 5 * minute;

/** How long after each try the next one follows, in milliseconds; there is none after the last. */
const delays = [1, 5, 15, 60, 240].map((minutes) => minutes * minute);

const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString();

/**
 * Queues mails for a day of the plan, at most one a day for each address: one that was written to already, or has a mail
 * waiting, is left out.
 * @param options `at`: when, on the clock of the plan; `now`: milliseconds of real time
 * @returns the addresses whose mail was queued
 */
export async function queueMail(
  db: Database,
  letters: readonly Letter[],
  { day, at, now }: { day: IsoDate; at: Instant; now: number },
): Promise<Set<string>> {
  const queued = new Set<string>();
  // In one order everywhere, so that two processes that queue the same mails never wait for each other.
  const ordered = letters.toSorted((a, b) => (a.recipient < b.recipient ? -1 : 1));
  await db.kysely.transaction().execute(async (kysely) => {
    for (const { recipient, subject, parts } of ordered) {
      const id = createId();
      const { numInsertedOrUpdatedRows } = await kysely
        .insertInto('mail')
        .values({
          id,
          recipient,
          day,
          subject,
          state: 'queued',
          tries: 0,
          next_try_at: instantOf(now),
          problem: null,
          made_at: at,
          done_at: null,
        })
        .onConflict((conflict) => conflict.columns(['recipient', 'day']).doNothing())
        .executeTakeFirstOrThrow();
      if (Number(numInsertedOrUpdatedRows) === 0) continue;
      queued.add(recipient);
      for (const [position, { noticeId, memberId, body, way }] of parts.entries())
        await kysely
          .insertInto('mail_part')
          .values({ mail_id: id, notice_id: noticeId, member_id: memberId, position, body, way })
          .execute();
    }
  });
  return queued;
}

async function readParts(connection: Connection, mailId: string): Promise<MailPart[]> {
  const { rows } = await run<MailPart>(
    connection,
    `select notice_id as "noticeId", member_id as "memberId", body, way from mail_part where mail_id = ? order by position`,
    [mailId],
  );
  return rows;
}

/**
 * Takes the mail that has waited longest, so that no other process hands it over. One that was taken some minutes ago, by a
 * process that has not said what came of it, is taken again.
 * @param now milliseconds of real time
 * @returns null where none waits
 */
export async function takeMail(connection: Connection, now: number): Promise<TakenMail | null> {
  // PostgreSQL passes over what another process is just taking; on SQLite one statement is one write, which others wait for.
  const passing = connection.dialect === 'postgres' ? 'for update skip locked' : '';
  const { rows } = await run<Omit<TakenMail, 'parts'>>(
    connection,
    `update mail set state = 'sending', tries = tries + 1, next_try_at = ? where id = (
       select id from mail where state in ('queued', 'sending') and next_try_at <= ?
       order by next_try_at, id limit 1 ${passing})
     returning id, recipient, subject, tries`,
    [instantOf(now + claimFor), instantOf(now)],
  );
  const [taken] = rows;
  return taken ? { ...taken, parts: await readParts(connection, taken.id) } : null;
}

const settled = (taken: Pick<TakenMail, 'tries'>, outcome: Outcome, now: number) => {
  const problem = 'problem' in outcome ? outcome.problem : null;
  if (outcome.state !== 'again') return { state: outcome.state, problem, next: now };
  const delay = delays[taken.tries - 1];
  return delay === undefined
    ? { state: 'failed', problem, next: now }
    : { state: 'queued', problem, next: now + delay };
};

/**
 * Says what came of a mail that was taken. Nothing is said where another process has taken it since.
 * @param options `at`: when, on the clock of the plan; `now`: milliseconds of real time
 */
export async function settleMail(
  db: Database,
  taken: TakenMail,
  outcome: Outcome,
  { at, now }: { at: Instant; now: number },
): Promise<void> {
  const { state, problem, next } = settled(taken, outcome, now);
  await db.kysely.transaction().execute(async (kysely) => {
    const writer = { kysely, dialect: db.dialect };
    const { changed } = await run(
      writer,
      `update mail set state = ?, problem = ?, next_try_at = ?, done_at = ? where id = ? and state = 'sending' and tries = ?`,
      [state, problem, instantOf(next), state === 'queued' ? null : at, taken.id, taken.tries],
    );
    if (changed === 0 || outcome.state !== 'kept') return;
    for (const [position, body] of outcome.bodies.entries())
      await run(writer, 'update mail_part set body = ? where mail_id = ? and position = ?', [body, taken.id, position]);
  });
}

/**
 * Queues a mail that failed once more, from the first try on.
 * @returns false where the notice has no such mail, or it did not fail
 */
export async function retryMail(
  connection: Connection,
  { id, noticeId, now }: { id: string; noticeId: string; now: number },
): Promise<boolean> {
  const { changed } = await run(
    connection,
    `update mail set state = 'queued', tries = 0, next_try_at = ?, problem = null, done_at = null
     where id = ? and state = 'failed' and exists (select 1 from mail_part where mail_id = mail.id and notice_id = ?)`,
    [instantOf(now), id, noticeId],
  );
  return changed === 1;
}

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

/** Gives the addresses that have a mail of a day of the plan, whatever became of it. */
export async function readWrittenTo({ kysely }: Connection, day: IsoDate): Promise<Set<string>> {
  const rows = await kysely.selectFrom('mail').select('recipient').where('day', '=', day).execute();
  return new Set(rows.map(({ recipient }) => recipient));
}
