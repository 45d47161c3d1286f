import { useSuspenseQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { formatDate } from '@noticeboard/domain/words';
import { useNotice } from '../../../app/notice.ts';
import { trpc } from '../../../app/trpc.ts';
import { useChange } from '../../../app/use-change.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorSummary } from '../../../components/error-summary.tsx';
import { problemsOf } from '../../../components/problems.ts';
import { Section } from '../../../components/section.tsx';
import { TextInput } from '../../../components/text-input.tsx';

const AddressForm = ({ memberId, email }: { memberId: string; email: string | null }) => {
  const { noticeId } = useNotice();
  const [typed, setTyped] = useState(email ?? '');
  const { save, saving, refusal } = useChange(trpc.contact.set.mutationOptions());
  const problems = problemsOf(['email'], {}, refusal);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void save({ noticeId, id: memberId, email: typed.trim() === '' ? null : typed });
  };
  return (
    <form className="nb-form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <TextInput
        id="email"
        label="E-mail address"
        hint="Leave it empty to erase it. It is not kept in the history."
        type="email"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        error={problems['email']}
        onChange={setTyped}
      />
      <Button type="submit" kind="secondary" disabled={saving}>
        Save the address
      </Button>
    </form>
  );
};

const Bounced = ({ memberId, on }: { memberId: string; on: string }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.contact.writeAgain.mutationOptions());
  return (
    <>
      <p className="nb-notice-line">
        <strong>Mail to them came back on {formatDate(on)}.</strong> They are not written to until there is a new
        address, or you say that this one works again.
      </p>
      {refusal === null ? null : <p className="govuk-error-message">{refusal.sentence}</p>}
      <Button kind="secondary" disabled={saving} onClick={() => void save({ noticeId, id: memberId })}>
        Write to them again
      </Button>
    </>
  );
};

const CameBack = ({ memberId }: { memberId: string }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.contact.cameBack.mutationOptions());
  return (
    <>
      <p>
        If a reply says that mail to them could not be delivered, say so here. They are no longer written to, and what
        they own is shown as orphaned until they can be reached.
      </p>
      {refusal === null ? null : <p className="govuk-error-message">{refusal.sentence}</p>}
      <Button kind="secondary" disabled={saving} onClick={() => void save({ noticeId, id: memberId })}>
        Mail to them came back
      </Button>
    </>
  );
};

/** Where a member is written to: the address of their account, which is not shown, or the one that was given for them. */
export const ContactSection = ({ memberId }: { memberId: string }) => {
  const { noticeId } = useNotice();
  const { data: contacts } = useSuspenseQuery(trpc.contact.list.queryOptions({ noticeId }));
  const contact = contacts.find((each) => each.memberId === memberId);
  if (!contact) return null;
  return (
    <Section title="E-mail" intro="Reminders go there. Only the programme office and administrators see the address.">
      {contact.mailBouncedOn === null ? null : <Bounced memberId={memberId} on={contact.mailBouncedOn} />}
      {contact.hasAccount ? (
        <p>They have an account, and are written to at the address that they sign in with.</p>
      ) : (
        <AddressForm key={contact.email} memberId={memberId} email={contact.email} />
      )}
      {contact.mailBouncedOn === null && (contact.hasAccount || contact.email !== null) ? (
        <CameBack memberId={memberId} />
      ) : null}
    </Section>
  );
};
