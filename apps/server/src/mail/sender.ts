/** Takes mail from the outbox and hands it over, one after another, as long as the server runs. */
import { setTimeout as pause } from 'node:timers/promises';
import { renewMail, settleMail, takeMail, type MailPart, type Outcome, type TakenMail } from '@noticeboard/db/mail';
import { record, StaleError, write } from '@noticeboard/db/ledger';
import { dropUpdateLinks, issueLinkOfMail } from '@noticeboard/db/update-link';
import { mailCameBack } from '@noticeboard/domain/changes/contact';
import type { IsoDate } from '@noticeboard/domain/fields';
import { answerWords, letterOf, type HowToAnswer } from '@noticeboard/domain/nudges';
import type { Installation } from '../context.ts';
import { letterTo, queueMorningMail } from './nudge.ts';
import type { Transport } from './transport.ts';

/** What handing mail over needs. */
export type MailDeps = Pick<Installation, 'db' | 'keeper' | 'clock' | 'log'> & {
  /** Null keeps mail to be read instead of handing it over. */
  transport: Transport | null;
  /** The address that people open, without a slash at its end. */
  address: string;
  /** Milliseconds of real time. */
  now: () => number;
};

const day = 24 * 60 * 60_000;

/** How long the outbox is left alone where nothing is said to have been put into it, in milliseconds. */
const rest = 15_000;

const dayIsOver = 'Its day was over before a mail server took it.';
const nothingDue = 'Nothing is due any more from whoever has the address.';

/** A mail as it is about to be handed over: what it says of each notice, and the links that were made for it. */
type Written = { bodies: string[]; links: string[] };

/** A link is made when the mail is handed over, so that its token never stands in the outbox. */
const linkFor = async (
  { db, keeper, now }: MailDeps,
  mail: TakenMail,
  { noticeId, memberId }: MailPart,
): Promise<{ id: string; token: string; days: number } | null> => {
  const days = (await keeper.current(noticeId))?.notice.linkDays ?? 0;
  const [madeAt, expiresAt] = [now(), now() + days * day].map((each) => new Date(each).toISOString()) as [
    string,
    string,
  ];
  const link = await issueLinkOfMail(db, mail, { noticeId, memberId, madeAt, expiresAt });
  return link && { ...link, days };
};

const writtenOut = async (deps: MailDeps, mail: TakenMail): Promise<Written> => {
  const written: Written = { bodies: [], links: [] };
  const { address } = deps;
  for (const part of mail.parts) {
    const link = part.way === 'link' ? await linkFor(deps, mail, part) : null;
    if (link) written.links.push(link.id);
    const how: HowToAnswer = link
      ? { by: 'link', address: `${address}/update#${link.token}`, days: link.days }
      : part.way === 'pages'
        ? { by: 'pages', address: `${address}/n/${part.noticeId}/my-updates` }
        : { by: 'office' };
    written.bodies.push(`${part.body}\n\n${answerWords(how)}`);
  }
  return written;
};

/** Says whether a mail has reached whom it is to, as far as can be known. */
const mayBeRead = (outcome: Outcome): boolean =>
  outcome.state === 'sent' || outcome.state === 'kept' || (outcome.state === 'again' && outcome.mayHaveArrived);

/**
 * Hands a mail over as it would be written now: it may have waited while everything was submitted, a role ended or an address
 * was corrected.
 * @returns null where another process has taken it since
 */
const handOver = async (
  deps: MailDeps,
  taken: TakenMail,
  signal: AbortSignal,
): Promise<{ mail: TakenMail; outcome: Outcome } | null> => {
  const { db, clock, transport } = deps;
  if (taken.day !== clock.today()) return { mail: taken, outcome: { state: 'failed', problem: dayIsOver } };
  const letter = await letterTo(deps, taken.recipient);
  if (!letter) return { mail: taken, outcome: { state: 'notNeeded', problem: nothingDue } };
  const mail = await renewMail(db, taken, letter);
  if (!mail) return null;
  const { bodies, links } = await writtenOut(deps, mail);
  if (transport === null) return { mail, outcome: { state: 'kept', bodies } };
  const { id, recipient, subject } = mail;
  const outcome = await transport({ id, to: recipient, subject, text: letterOf(bodies) }, signal);
  if (!mayBeRead(outcome)) await dropUpdateLinks(db, links);
  return { mail, outcome };
};

/** Records that mail to a member came back; where somebody changed the member meanwhile, on the newer row. */
const recordBounce = async ({ db, keeper, clock }: MailDeps, { noticeId, memberId }: MailPart): Promise<void> => {
  for (;;) {
    const plan = await keeper.current(noticeId);
    const changes = plan ? mailCameBack(plan, memberId, clock.today()) : [];
    if (changes.length === 0) return;
    try {
      // The ledger is for ever, so what the server said, which may quote the address, does not go into it.
      const reason = 'The mail server does not know the address.';
      await write(db, { chain: noticeId, actor: '@mail', reason }, async (writer) => {
        for (const change of changes) await record(writer, change);
      });
      return;
    } catch (error) {
      if (!(error instanceof StaleError)) throw error;
    }
  }
};

/**
 * Hands over all mail that waits.
 * @param signal ends the try that is under way, and takes no more
 */
export const sendWaiting = async (deps: MailDeps, signal: AbortSignal): Promise<void> => {
  const { db, clock, log, now } = deps;
  while (!signal.aborted) {
    const taken = await takeMail(db, now());
    if (!taken) return;
    const handed = await handOver(deps, taken, signal);
    if (!handed) continue;
    const { mail, outcome } = handed;
    if (outcome.state === 'bounced') for (const part of mail.parts) await recordBounce(deps, part);
    await settleMail(db, mail, outcome, { at: clock.now(), now: now() });
    log.info({ mailId: mail.id, state: outcome.state, tries: mail.tries }, 'Mail');
  }
};

/** The loop that sends; `wake` has it look at once, `stop` ends it and waits for that. */
export type Sender = { wake: () => void; stop: () => Promise<void> };

/** Starts to send what waits, and each working morning what is due. What fails is logged, and tried again later. */
export const startSender = (deps: MailDeps): Sender => {
  const stopping = new AbortController();
  let waking = new AbortController();
  let writtenFor: IsoDate | null = null;
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      waking = new AbortController();
      try {
        // The day of the demonstration stands still, so it has no mornings.
        if (deps.transport !== null && writtenFor !== deps.clock.today()) writtenFor = await queueMorningMail(deps);
        await sendWaiting(deps, stopping.signal);
      } catch (error) {
        deps.log.error({ err: error }, 'The outbox could not be read');
      }
      await pause(rest, null, { signal: AbortSignal.any([waking.signal, stopping.signal]) }).catch(() => undefined);
    }
  };
  const ended = loop();
  return {
    wake: () => waking.abort(),
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
};
