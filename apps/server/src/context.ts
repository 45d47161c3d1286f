import type { Database } from '@noticeboard/db/database';
import type { PlanKeeper } from '@noticeboard/db/plan';
import type { Clock } from '@noticeboard/domain/clock';
import type { Logger } from 'pino';
import type { SignedIn } from './who.ts';

/** What every procedure works with; nothing of it belongs to a request. */
export type Installation = {
  db: Database;
  keeper: PlanKeeper;
  clock: Clock;
  mode: 'demo' | 'live';
  log: Logger;
  /** Says whether an account may call a procedure once more in this minute. */
  mayCall: (accountId: string, procedure: string) => boolean;
};

/** The context of a call: the installation and who is signed in. */
export type Context = Installation & {
  account: SignedIn | null;
  /** Says whether the address of the call may try a link that sets a password once more. */
  mayUseLink: () => boolean;
};
