/** Hands one mail to the mail server of the settings, and says in a sentence what came of it. */
import type { Outcome } from '@noticeboard/db/mail';
import { createTransport } from 'nodemailer';
import type { Smtp } from '../config.ts';

/** What is handed over. The same `id` gives the same Message-ID, so that a mail that is tried twice can be known as one. */
type Message = { id: string; to: string; subject: string; text: string };

/** Hands a message over; never throws. `signal` ends a try early. */
export type Transport = (message: Message, signal: AbortSignal) => Promise<Outcome>;

/** How long a mail server is waited for, in milliseconds: for its connection and then its greeting, for each answer, and for all of it together. */
export type Patience = { connection: number; answer: number; whole: number };

const usualPatience: Patience = { connection: 10_000, answer: 20_000, whole: 60_000 };

const loopback = new Set(['127.0.0.1', '::1', '[::1]', 'localhost']);

/** What nodemailer says of a failure. Its text may quote an e-mail address, so it is never kept or logged. */
type Failure = {
  code?: string;
  originalCode?: string;
  timeoutType?: string;
  command?: string;
  responseCode?: number;
  response?: string;
};

/** Enhanced codes by which a mail server says that there is no such mailbox (RFC 3463, RFC 7504; IANA, "SMTP Enhanced Status Codes"). */
const noMailbox = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1']);

/**
 * Says whether a refused recipient is one that there is not. Servers also refuse a recipient for what is amiss with us, such as
 * relaying, a list of blocked senders or their policy: a person is not without an address because of that.
 */
const isUnknownAddress = ({ responseCode = 0, response = '' }: Failure): boolean => {
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  // Exchange Online says "recipient address rejected: access denied" with 5.4.1 where a tenant has no such recipient.
  if (enhanced === '5.4.1') return /recipient address rejected/i.test(response);
  if (enhanced !== undefined) return noMailbox.has(enhanced);
  return [550, 551, 553].includes(responseCode) && /user|mailbox|recipient/i.test(response);
};

const unreachable: Readonly<Record<string, string>> = {
  EAUTH: 'The mail server refused Noticeboard’s name or password.',
  ENOAUTH: 'The mail server asks for a name and a password.',
  EDNS: 'The mail server can’t be found.',
  ETIMEDOUT: 'The mail server did not answer in time.',
  EABORT: 'The mail server did not answer in time.',
  ETLS: 'No safe connection to the mail server could be made.',
};

const isUnsafe = ({ originalCode = '' }: Failure): boolean => /CERT|TLS|SSL|SIGNATURE|EPROTO/.test(originalCode);

/** Says whether a connection broke off so late that the mail may have been taken. */
const mayHaveArrived = (failure: Failure): boolean => {
  const { code = '', originalCode = '', timeoutType } = failure;
  if (code === 'ETIMEDOUT') return timeoutType === 'SOCKET_TIMEOUT';
  return /^(?:EABORT|ECONNECTION|ESOCKET)$/.test(code) && originalCode !== 'ECONNREFUSED' && !isUnsafe(failure);
};

const lost = (failure: Failure): Outcome => ({
  state: 'again',
  problem: isUnsafe(failure)
    ? 'No safe connection to the mail server could be made.'
    : (unreachable[failure.code ?? ''] ?? 'The mail server can’t be reached.'),
  mayHaveArrived: mayHaveArrived(failure),
});

const outcomeOf = (failure: Failure): Outcome => {
  const { command, responseCode } = failure;
  if (responseCode === undefined || failure.code === 'EAUTH') return lost(failure);
  if (responseCode < 500)
    return { state: 'again', problem: `The mail server put it off (${responseCode}).`, mayHaveArrived: false };
  if (command === 'RCPT TO' && isUnknownAddress(failure))
    return { state: 'bounced', problem: `The mail server does not know the address (${responseCode}).` };
  return { state: 'failed', problem: `The mail server refused the mail (${responseCode}).` };
};

/**
 * Makes the transport to a mail server. Certificates are checked, and over `smtp://` the connection must turn safe before
 * anything is said, but to a server on this machine.
 * @param patience how long it is waited for; left out, what a mail server may take
 */
export const createSmtpTransport = ({ url, from }: Smtp, patience: Patience = usualPatience): Transport => {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const local = loopback.has(hostname);
  const transporter = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !local,
    ignoreTLS: !secure && local,
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: patience.connection,
    dnsTimeout: patience.connection,
    // Shorter than that of an answer: one that never greeted has surely taken no mail.
    greetingTimeout: patience.connection,
    socketTimeout: patience.answer,
    disableFileAccess: true,
    disableUrlAccess: true,
    tls: { minVersion: 'TLSv1.2' },
  });
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? hostname;
  return async ({ id, to, subject, text }, signal) => {
    try {
      await transporter.sendMail({
        from,
        to,
        subject,
        text,
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        signal: AbortSignal.any([signal, AbortSignal.timeout(patience.whole)]),
      });
      return { state: 'sent' };
    } catch (error) {
      return outcomeOf(error as Failure);
    }
  };
};
