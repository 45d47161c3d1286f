import { readAccount, readAccounts, readMembersOf } from '@noticeboard/db/account';
import { setContact } from '@noticeboard/db/contact';
import type { Connection } from '@noticeboard/db/database';
import {
  addMember,
  addMemberInput,
  editMember,
  editMemberInput,
  inviteMember,
  inviteMemberInput,
  memberIn,
  memberSubject,
  resetLinkInput,
  resumeMember,
  suspendMember,
  memberStateInput,
} from '@noticeboard/domain/changes/member';
import { DomainError } from '@noticeboard/domain/domain-error';
import { nobodys } from '@noticeboard/domain/permissions';
import { membersOf } from '@noticeboard/domain/views/members';
import { z } from 'zod';
import { accountOfEmail, endSessions, issueLink, makeAccount, reopenAccount, setAccountState } from '../accounts.ts';
import { changeContact } from '../mail/addresses.ts';
import { change, changeWith, read, router } from '../trpc.ts';

/** Says whether an account has an office of the installation, or a part in another notice that was not taken away. */
const hasPartBeside = async (connection: Connection, noticeId: string, accountId: string): Promise<boolean> => {
  const account = await readAccount(connection, accountId);
  const parts = await readMembersOf(connection, accountId);
  return account?.office !== 'none' || parts.some((row) => row.noticeId !== noticeId && row.suspendedOn === null);
};

export const memberRouter = router({
  list: read('member.read', z.object({}), async ({ plan, today, installation }) => {
    const accounts = await readAccounts(installation.db);
    return membersOf(plan, today, new Map(accounts.map(({ id, state }) => [id, state])));
  }),

  /** Adds a lead without an account; only the administrator gives accounts and roles. */
  add: changeWith(
    'plan.edit',
    addMemberInput,
    () => nobodys,
    async ({ plan, by, writer }, input) => {
      const changes = addMember(plan, input, by);
      for (const { row } of changes)
        await setContact(writer, { noticeId: plan.notice.id, memberId: row.id, email: input.email });
      return { changes, answer: {} };
    },
  ),

  /**
   * Makes the account where the address is new, and opens one that was suspended again; answers the link that sets its password.
   * Null where there was an account already that is in use, which may have a part elsewhere.
   */
  invite: changeWith(
    'member.manage',
    inviteMemberInput,
    () => nobodys,
    async ({ plan, by, writer }, input) => {
      const known = await accountOfEmail(writer, input.email);
      const suspended = known !== null && (await readAccount(writer, known))?.state === 'suspended';
      if (suspended) await reopenAccount(writer, known);
      const accountId =
        known ?? (await makeAccount(writer, { email: input.email, title: input.title, office: 'none' }));
      const changes = inviteMember(plan, input, accountId, by);
      // From now on they are written to at the address of their account.
      if (input.memberId !== null)
        await changeContact(writer, { noticeId: plan.notice.id, memberId: input.memberId }, null, input.email);
      const link = known === null || suspended ? await issueLink(writer, accountId) : null;
      return { changes, answer: { link } };
    },
  ),

  edit: change('member.manage', editMemberInput, memberSubject, editMember),

  /** Ends the person's sessions, and closes the account where it has no other part. */
  suspend: changeWith('member.manage', memberStateInput, memberSubject, async ({ plan, by, writer }, input) => {
    const changes = suspendMember(plan, input, by);
    const { accountId } = memberIn(plan, input.id);
    if (accountId !== null) {
      await endSessions(writer, accountId);
      if (!(await hasPartBeside(writer, plan.notice.id, accountId)))
        await setAccountState(writer, accountId, 'suspended');
    }
    return { changes, answer: {} };
  }),

  resume: changeWith('member.manage', memberStateInput, memberSubject, async ({ plan, writer }, input) => {
    const changes = resumeMember(plan, input);
    const { accountId } = memberIn(plan, input.id);
    if (accountId !== null) await reopenAccount(writer, accountId);
    return { changes, answer: {} };
  }),

  /** Answers a new link that sets the password; the one before it no longer works. */
  resetLink: changeWith(
    'member.manage',
    resetLinkInput,
    memberSubject,
    async ({ plan, account, log, writer }, input) => {
      const { accountId, title, suspendedOn } = memberIn(plan, input.id);
      if (accountId === null) throw new DomainError('invalid', `${title} has no account. Invite them first.`);
      if (suspendedOn !== null) throw new DomainError('invalid', `${title} is suspended. Resume them first.`);
      // Whoever holds the link becomes the account: an administrator of one notice must not gain a part in another so.
      if (account.office !== 'administrator' && (await hasPartBeside(writer, plan.notice.id, accountId))) {
        throw new DomainError(
          'forbidden',
          `${title} has a part in more than this notice. Ask an administrator of the installation.`,
        );
      }
      if ((await readAccount(writer, accountId))?.state === 'suspended')
        throw new DomainError(
          'invalid',
          `The account of ${title} is suspended. Suspend them here too, then resume them.`,
        );
      log.info({ accountId, byAccountId: account.id }, 'A link to set a password was made');
      return { changes: [], answer: { link: await issueLink(writer, accountId) } };
    },
  ),
});
