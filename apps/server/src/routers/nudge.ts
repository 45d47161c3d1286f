import { retryMail } from '@noticeboard/db/mail';
import { readMail, readMails, readWrittenTo, type MailSeen } from '@noticeboard/db/mails-seen';
import { readOpenUpdateLinks, readWaitingLinks, revokeUpdateLinks } from '@noticeboard/db/update-link';
import { DomainError } from '@noticeboard/domain/domain-error';
import { id, type IsoDate } from '@noticeboard/domain/fields';
import { isLate, letterOf, nudgesOf, type HowToAnswer } from '@noticeboard/domain/nudges';
import type { Plan } from '@noticeboard/domain/plan';
import { mailStates, statusOf } from '@noticeboard/domain/scales';
import { nudgePageOf } from '@noticeboard/domain/views/nudges';
import { formatInstant, plural } from '@noticeboard/domain/words';
import { z } from 'zod';
import type { Installation } from '../context.ts';
import { addressesOf, wayOf } from '../mail/addresses.ts';
import { queueNudges } from '../mail/nudge.ts';
import { act, read, router } from '../trpc.ts';

/** How many of the newest mails the page shows. */
const mostMails = 100;
const oneDay = 24 * 60 * 60_000;

const noMail = () =>
  new DomainError(
    'conflict',
    'No mail server is set, so nothing was sent. Ask whoever runs Noticeboard to set NOTICEBOARD_SMTP.',
  );

/** The link itself is shown to nobody but whom it is sent to. */
const linkPlace = '[A link of their own stands here, made when the mail is sent.]';

const reachableIn = async ({ db, mail }: Installation, { notice }: Plan, day: string) => {
  const addresses = await addressesOf(db, notice.id);
  const written = await readWrittenTo(db, day);
  const how = {
    pages: { by: 'pages', address: `${mail.address()}/n/${notice.id}/my-updates` },
    link: { by: 'link', address: linkPlace, days: notice.linkDays },
    office: { by: 'office' },
  } as const satisfies Record<string, HowToAnswer>;
  return {
    addresses,
    ways: new Map([...addresses].map(([memberId, address]) => [memberId, how[wayOf(address, notice)]])),
    written: new Set([...addresses.values()].filter(({ email }) => written.has(email)).map(({ memberId }) => memberId)),
  };
};

const whenNext = ({ state, nextTryAt }: MailSeen, now: number): string => {
  if (state !== 'queued') return '';
  const minutes = Math.ceil((Date.parse(nextTryAt) - now) / 60_000);
  return minutes <= 0 ? 'It is handed over in a moment.' : `It is tried again in ${plural(minutes, 'minute')}.`;
};

const seenIn = ({ members }: Plan, seen: MailSeen, today: IsoDate, now: number) => {
  const { id: mailId, day, subject, state, problem, madeAt, parts } = seen;
  return {
    id: mailId,
    subject,
    to: parts.map(({ memberId }) => members.find((row) => row.id === memberId)?.title ?? 'A former member').join(', '),
    /** Whether it may be tried again: a mail is of its day. */
    mayRetry: state === 'failed' && day === today,
    status: statusOf(mailStates, state, [problem ?? '', whenNext(seen, now)].filter(Boolean).join(' ')),
    made: formatInstant(madeAt),
    text: letterOf(parts.map(({ body }) => body)),
  };
};

/** A mail of the outbox as the programme office sees it: to whom, what became of it, and never at which address. */
export type MailShown = ReturnType<typeof seenIn>;

export const nudgeRouter = router({
  /** Answers who is late and what a mail to them says, the newest mail with what became of it, and the links that are open. */
  read: read('nudge.send', z.object({}), async ({ plan, today, installation }) => {
    const { db, mail } = installation;
    const noticeId = plan.notice.id;
    const now = Date.now();
    const reachable = await reachableIn(installation, plan, today);
    const mails = await readMails(db, noticeId, mostMails);
    const open = Map.groupBy(
      await readOpenUpdateLinks(db, noticeId, new Date(now).toISOString()),
      ({ memberId }) => memberId,
    );
    const waiting = Map.groupBy(await readWaitingLinks(db, noticeId), (memberId) => memberId);
    return {
      ...nudgePageOf(plan, today, reachable),
      mail: mail.kind,
      outbox: mails.map((seen) => {
        const { text: _text, ...shown } = seenIn(plan, seen, today, now);
        return shown;
      }),
      links: [...new Set([...open.keys(), ...waiting.keys()])].map((memberId) => ({
        memberId,
        title: plan.members.find((row) => row.id === memberId)?.title ?? 'A former member',
        count: open.get(memberId)?.length ?? 0,
        /** How many mails wait that will carry one. */
        waiting: waiting.get(memberId)?.length ?? 0,
        /**
         * How many days the last of them stays open: links run out in real time, which need not be the plan's. Null where none is
         * made yet.
         */
        daysLeft: (open.get(memberId) ?? []).reduce<number | null>(
          (most, { expiresAt }) => Math.max(most ?? 0, Math.ceil((Date.parse(expiresAt) - now) / oneDay)),
          null,
        ),
      })),
    };
  }),

  /** Answers one mail with its text. */
  mail: read('nudge.send', z.object({ id }), async ({ plan, today, installation }, input): Promise<MailShown> => {
    const seen = await readMail(installation.db, plan.notice.id, input.id);
    if (!seen) throw new DomainError('notFound', 'There is no such mail. Go back to the nudges.');
    return seenIn(plan, seen, today, Date.now());
  }),

  /** Writes to those who are named, or to all from whom something is late, and answers who was not written to. */
  send: act(
    'nudge.send',
    z.object({ memberIds: z.array(id).max(1000).nullable() }),
    async ({ plan, today, installation }, { memberIds }) => {
      if (installation.mail.kind === 'none') throw noMail();
      const chosen = nudgesOf(plan, today).filter((nudge) =>
        memberIds === null ? isLate(nudge) : memberIds.includes(nudge.memberId),
      );
      if (chosen.length === 0)
        throw new DomainError('conflict', 'Nothing is due from them any more, so nobody was written to.');
      const { addresses } = await reachableIn(installation, plan, today);
      const reached = chosen.filter(({ memberId, mailBouncedOn }) => mailBouncedOn === null && addresses.has(memberId));
      const emailOf = (memberId: string) => addresses.get(memberId)?.email ?? '';
      const queued = await queueNudges(installation, new Set(reached.map(({ memberId }) => emailOf(memberId))));
      installation.mail.wake();
      const titles = (of: typeof chosen) => of.map(({ title }) => title);
      return {
        written: titles(reached.filter(({ memberId }) => queued.has(emailOf(memberId)))),
        already: titles(reached.filter(({ memberId }) => !queued.has(emailOf(memberId)))),
        unreached: titles(chosen.filter((nudge) => !reached.includes(nudge))),
      };
    },
  ),

  /** Tries a mail of today again that failed: it says what is due by then. */
  retry: act('nudge.send', z.object({ id }), async ({ plan, today, installation }, input) => {
    const { db, mail } = installation;
    if (mail.kind === 'none') throw noMail();
    const seen = await readMail(db, plan.notice.id, input.id);
    if (seen?.state === 'failed' && seen.day !== today)
      throw new DomainError('conflict', 'That mail is of another day. Nudge them instead: they get what is due now.');
    const again = await retryMail(db, { id: input.id, noticeId: plan.notice.id, day: today, now: Date.now() });
    if (!again) throw new DomainError('conflict', 'That mail has not failed, or is being tried again already.');
    mail.wake();
    return {};
  }),

  /** Ends the links of a person, so that none of them opens anything any more, and has mail to them that waits carry none. */
  revokeLinks: act('nudge.send', z.object({ id }), async ({ plan, installation: { db } }, { id: memberId }) => {
    const ending = { noticeId: plan.notice.id, memberId, now: new Date().toISOString() };
    const { ended, withheld } = await db.kysely
      .transaction()
      .execute((kysely) => revokeUpdateLinks({ kysely, dialect: db.dialect }, ending));
    if (ended + withheld === 0) throw new DomainError('notFound', 'No link of theirs is open any more.');
    return { ended, withheld };
  }),
});
