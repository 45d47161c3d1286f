/** Takes mail from the outbox and hands it over, one after another, as long as the server runs. */
import { setTimeout as pause } from 'node:timers/promises';
import { settleMail, takeMail, type MailPart, type Outcome, type TakenMail } from '@noticeboard/db/mail';
import { record, StaleError, write } from '@noticeboard/db/ledger';
import { issueUpdateLink } from '@noticeboard/db/update-link';
import { mailCameBack } from '@noticeboard/domain/changes/contact';
import type { IsoDate } from '@noticeboard/domain/fields';
import { answerWords, letterOf, type HowToAnswer } from '@noticeboard/domain/nudges';
import type { Installation } from '../context.ts';
import { queueMorningMail } from './nudge.ts';
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

/** A link is made when the mail is handed over, so that its token never stands in the outbox. */
const howToAnswer = async (
  { db, keeper, address, now }: MailDeps,
  { noticeId, memberId, way }: MailPart,
): Promise<HowToAnswer> => {
  if (way === 'pages') return { by: 'pages', address: `${address}/n/${noticeId}/my-updates` };
  const days = (await keeper.current(noticeId))?.notice.linkDays ?? 0;
  if (way === 'office' || days === 0) return { by: 'office' };
  const [madeAt, expiresAt] = [now(), now() + days * day].map((each) => new Date(each).toISOString()) as [
    string,
    string,
  ];
  const token = await issueUpdateLink(db, { noticeId, memberId, madeAt, expiresAt });
  return { by: 'link', address: `${address}/update#${token}`, days };
};

const handOver = async (deps: MailDeps, mail: TakenMail, signal: AbortSignal): Promise<Outcome> => {
  const bodies: string[] = [];
  for (const part of mail.parts) bodies.push(`${part.body}\n\n${answerWords(await howToAnswer(deps, part))}`);
  if (deps.transport === null) return { state: 'kept', bodies };
  const { id, recipient, subject } = mail;
  return deps.transport({ id, to: recipient, subject, text: letterOf(bodies) }, signal);
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
    const mail = await takeMail(db, now());
    if (!mail) return;
    const outcome = await handOver(deps, mail, signal);
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
