import { readAccount, readAccounts } from '@noticeboard/db/account';
import type { Connection } from '@noticeboard/db/database';
import { installation, write } from '@noticeboard/db/ledger';
import { account } from '@noticeboard/domain/account';
import { because } from '@noticeboard/domain/changes/inputs';
import { emailAddress } from '@noticeboard/domain/changes/member';
import { DomainError } from '@noticeboard/domain/domain-error';
import { member } from '@noticeboard/domain/member';
import { z } from 'zod';
import { accountOfEmail, issueLink, makeAccount, readPeople, redeemPasswordLink } from '../accounts.ts';
import { PublicError } from '../errors.ts';
import { administrator, open, router } from '../trpc.ts';

const passwordLink = z.object({ token: z.string().max(200), password: z.string('Enter a password.').max(1000) });
const invitation = z.object({
  email: emailAddress,
  title: member.shape.title,
  office: z.enum(['administrator', 'programmeOffice'], 'Choose what they may do.'),
  reason: because,
});

const titleOf = async (connection: Connection, accountId: string): Promise<string> =>
  (await readPeople(connection)).get(accountId)?.title ?? 'Administrator';

export const accountRouter = router({
  /** Answers every account of the installation, by title. */
  list: administrator.query(async ({ ctx }) => {
    const accounts = await readAccounts(ctx.db);
    const people = await readPeople(ctx.db);
    return accounts
      .map(({ id, office, state }) => ({ id, office, state, title: '', email: '', ...people.get(id) }))
      .toSorted((a, b) => a.title.localeCompare(b.title, 'en') || a.email.localeCompare(b.email, 'en'));
  }),

  /** Makes an account with an office of the installation, and answers the link that opens it. */
  invite: administrator.input(invitation).mutation(async ({ ctx, input }) => {
    const about = { chain: installation, actor: `account:${ctx.account.id}`, reason: input.reason };
    const { result, at } = await write(ctx.db, about, async (writer) => {
      if ((await accountOfEmail(writer, input.email)) !== null)
        throw new DomainError('invalid', 'There is an account for that e-mail address already.', 'email');
      return issueLink(writer, await makeAccount(writer, input));
    });
    return { link: result, at, by: await titleOf(ctx.db, ctx.account.id) };
  }),

  /** Answers a new link that sets the password of an account; the one before it no longer works. */
  resetLink: administrator.input(account.pick({ id: true })).mutation(async ({ ctx, input }) => {
    const found = await readAccount(ctx.db, input.id);
    if (!found) throw new DomainError('notFound', 'There is no such account. Go back and open the list again.');
    if (found.state === 'suspended')
      throw new DomainError('invalid', 'That account is suspended. Resume its member on a notice first.');
    ctx.log.info({ accountId: input.id, byAccountId: ctx.account.id }, 'A link to set a password was made');
    return { link: await issueLink(ctx.db, input.id), at: ctx.clock.now(), by: await titleOf(ctx.db, ctx.account.id) };
  }),

  /** Sets a password by the one-time link that an administrator gave. */
  usePasswordLink: open.input(passwordLink).mutation(async ({ ctx, input }) => {
    if (!ctx.mayUseLink()) {
      throw new PublicError({
        code: 'TOO_MANY_REQUESTS',
        message: 'There were too many tries to set a password. Wait 15 minutes, then try again.',
      });
    }
    await redeemPasswordLink(ctx.db, input.token, input.password);
    ctx.log.info('A password was set by a one-time link');
    return { done: true };
  }),
});
