import { readContacts } from '@noticeboard/db/contact';
import {
  cameBackInput,
  reportCameBack,
  setContact,
  setContactInput,
  writeAgain,
  writeAgainInput,
} from '@noticeboard/domain/changes/contact';
import { memberSubject } from '@noticeboard/domain/changes/member';
import { z } from 'zod';
import { changeContact } from '../mail/addresses.ts';
import { changeWith, change, read, router } from '../trpc.ts';

export const contactRouter = router({
  /** Answers whom mail can reach: the addresses that were given, and never that of an account. */
  list: read('contact.edit', z.object({}), async ({ plan, installation }) => {
    const contacts = await readContacts(installation.db, plan.notice.id);
    return plan.members.map(({ id, accountId, mailBouncedOn }) => ({
      memberId: id,
      hasAccount: accountId !== null,
      email: accountId === null ? (contacts.get(id) ?? null) : null,
      mailBouncedOn,
    }));
  }),

  set: changeWith('contact.edit', setContactInput, memberSubject, async ({ plan, writer }, input) => {
    const changes = setContact(plan, input);
    await changeContact(writer, { noticeId: plan.notice.id, memberId: input.id }, input.email);
    return { changes, answer: {} };
  }),

  cameBack: change('contact.edit', cameBackInput, memberSubject, reportCameBack),
  writeAgain: change('contact.edit', writeAgainInput, memberSubject, writeAgain),
});
