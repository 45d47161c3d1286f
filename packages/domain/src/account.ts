import { z } from 'zod';
import { id } from './fields.ts';

/**
 * A person's account on the installation, without e-mail or name: those are kept beside the password, outside the ledger.
 * `office` is what the account may do on the installation itself: an administrator invites and suspends people, a programme
 * office may set up a new notice.
 */
export const account = z.object({
  id,
  version: z.int().min(1),
  office: z.enum(['administrator', 'programmeOffice', 'none']),
  state: z.enum(['invited', 'active', 'suspended']),
});
export type Account = z.infer<typeof account>;
