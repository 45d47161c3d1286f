import type { Database } from '@noticeboard/db/database';
import type { DatesKeeper } from '@noticeboard/db/dates-recorded';
import type { PlanKeeper } from '@noticeboard/db/plan';
import type { Clock } from '@noticeboard/domain/clock';
import type { Logger } from 'pino';
import type { SignedIn } from './who.ts';

/** What becomes of mail: handed to a mail server, kept to be read in the demonstration, or none where there is no mail server. */
type Mail = {
  kind: 'sent' | 'kept' | 'none';
  /** The address that people open, without a slash at its end. */
  address: () => string;
  /** Has the outbox looked at now rather than soon. */
  wake: () => void;
};

/** What documents are made with. */
export type Documents = {
  /** What stands before a path in the links of a page: the address that people open, or nothing where none was set. */
  origin: string;
  /** Makes a PDF of a page; null where the server has no Chromium. */
  pdfOf: ((page: Uint8Array, address: string) => Promise<Uint8Array>) | null;
};

/** What every procedure works with; nothing of it belongs to a request. */
export type Installation = {
  db: Database;
  keeper: PlanKeeper;
  dates: DatesKeeper;
  clock: Clock;
  mode: 'demo' | 'live';
  log: Logger;
  mail: Mail;
  documents: Documents;
  /** Says whether an account may call a procedure once more in this minute. */
  mayCall: (accountId: string, procedure: string) => boolean;
};

/** The context of a call: the installation and who is signed in. */
export type Context = Installation & {
  account: SignedIn | null;
  /** Says whether the address of the call may try a link that sets a password once more. */
  mayUseLink: () => boolean;
  /** Says whether the address of the call may try the link of an update, and takes a try back that was none. */
  linkTries: { allows: () => boolean; takeBack: () => void };
};
