/** The outbox: mail that is queued in the database and handed over by whichever server process takes it first. */
import type { Instant, IsoDate } from '@noticeboard/domain/fields';
import type { Connection, Database } from './database.ts';
import { createId } from './id.ts';
import type { MailPartTable } from './schema.ts';
import { run } from './statement.ts';

/** How the person can answer what a mail says of a notice: signed in, by a link without an account, or to the programme office. */
export type Way = MailPartTable['way'];

/** What a mail says of one notice, to one member of it. */
export type MailPart = { noticeId: string; memberId: string; body: string; way: Way };

/** One mail to one e-mail address. */
export type Letter = { recipient: string; subject: string; parts: readonly MailPart[] };

/** A mail that this process has taken, with how often it has been tried, this time included. */
export type TakenMail = Letter & { id: string; day: IsoDate; tries: number };

/** What came of handing a mail over. `again` is tried later, until that was too often; the others are final. */
export type Outcome =
  | { state: 'sent' }
  /** Not sent but kept to be read, each part with its way to answer. */
  | { state: 'kept'; bodies: readonly string[] }
  /** `mayHaveArrived`: the mail server was lost before it said whether it took the mail. */
  | { state: 'again'; problem: string; mayHaveArrived: boolean }
  | { state: 'notNeeded' | 'failed' | 'bounced'; problem: string };

const minute = 60_000;

/** How long a mail belongs to the process that took it, in milliseconds: longer than any mail server is waited for. */
const claimFor = 5 * minute;

/** How long after each try the next one follows, in milliseconds; there is none after the last. */
const delays = [1, 5, 15, 60, 240].map((minutes) => minutes * minute);

const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString();

/** What a mail ended as without reaching anybody, so that another of the day may take its place. */
export const unreached = ['failed', 'bounced', 'notNeeded'] as const;

async function putParts(connection: Connection, mailId: string, parts: readonly MailPart[]): Promise<void> {
  await run(connection, 'delete from mail_part where mail_id = ?', [mailId]);
  for (const [position, { noticeId, memberId, body, way }] of parts.entries())
    await connection.kysely
      .insertInto('mail_part')
      .values({ mail_id: mailId, notice_id: noticeId, member_id: memberId, position, body, way })
      .execute();
}

/**
 * Queues mails for a day of the plan, at most one a day for each address: one that was written to already, or has a mail
 * waiting, is left out.
 * @param options `at`: when, on the clock of the plan; `now`: milliseconds of real time; `anew`: also where the mail of the
 *   day reached nobody
 * @returns the addresses whose mail was queued
 */
export async function queueMail(
  db: Database,
  letters: readonly Letter[],
  { day, at, now, anew }: { day: IsoDate; at: Instant; now: number; anew: boolean },
): Promise<Set<string>> {
  const queued = new Set<string>();
  // In one order everywhere, so that two processes that queue the same mails never wait for each other.
  const ordered = letters.toSorted((a, b) => (a.recipient < b.recipient ? -1 : 1));
  await db.kysely.transaction().execute(async (kysely) => {
    for (const { recipient, subject, parts } of ordered) {
      const fresh = {
        subject,
        state: 'queued',
        tries: 0,
        next_try_at: instantOf(now),
        problem: null,
        made_at: at,
        done_at: null,
      } as const;
      const row = await kysely
        .insertInto('mail')
        .values({ id: createId(), recipient, day, ...fresh })
        .onConflict((conflict) =>
          anew
            ? conflict.columns(['recipient', 'day']).doUpdateSet(fresh).where('mail.state', 'in', unreached)
            : conflict.columns(['recipient', 'day']).doNothing(),
        )
        .returning('id')
        .executeTakeFirst();
      if (!row) continue;
      queued.add(recipient);
      await putParts({ kysely, dialect: db.dialect }, row.id, parts);
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
     returning id, recipient, day, subject, tries`,
    [instantOf(now + claimFor), instantOf(now)],
  );
  const [taken] = rows;
  return taken ? { ...taken, parts: await readParts(connection, taken.id) } : null;
}

/**
 * Says that a mail that was taken is worked on, so that whoever changes what it says waits until the transaction ends.
 * @returns false where another process has taken it since
 */
export async function holdMail(connection: Connection, { id, tries, subject }: TakenMail): Promise<boolean> {
  const { changed } = await run(
    connection,
    `update mail set subject = ? where id = ? and state = 'sending' and tries = ?`,
    [subject, id, tries],
  );
  return changed === 1;
}

const partKey = ({ noticeId, memberId }: MailPart): string => `${noticeId} ${memberId}`;

/**
 * Has a mail that was taken say what is due now, which may have changed since it was queued. Whose link was withheld while it
 * waited gets none.
 * @returns null where another process has taken it since
 */
export async function renewMail(
  db: Database,
  taken: TakenMail,
  { subject, parts }: Pick<Letter, 'subject' | 'parts'>,
): Promise<TakenMail | null> {
  return db.kysely.transaction().execute(async (kysely) => {
    const writer = { kysely, dialect: db.dialect };
    if (!(await holdMail(writer, { ...taken, subject }))) return null;
    const before = await readParts(writer, taken.id);
    const withheld = new Set(before.filter(({ way }) => way === 'office').map(partKey));
    const renewed = parts.map((part): MailPart =>
      part.way === 'link' && withheld.has(partKey(part)) ? { ...part, way: 'office' } : part,
    );
    await putParts(writer, taken.id, renewed);
    return { ...taken, subject, parts: renewed };
  });
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
 * Queues a mail of a day that failed once more, from the first try on.
 * @returns false where the notice has no such mail of the day, or it did not fail
 */
export async function retryMail(
  connection: Connection,
  { id, noticeId, day, now }: { id: string; noticeId: string; day: IsoDate; now: number },
): Promise<boolean> {
  const { changed } = await run(
    connection,
    `update mail set state = 'queued', tries = 0, next_try_at = ?, problem = null, done_at = null
     where id = ? and day = ? and state = 'failed' and exists (select 1 from mail_part where mail_id = mail.id and notice_id = ?)`,
    [instantOf(now), id, day, noticeId],
  );
  return changed === 1;
}
