import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { MemberRow } from '@noticeboard/domain/views/members';
import { useMay, useNotice } from '../../../app/notice.ts';
import { NotFoundPage } from '../../../app/problem.tsx';
import { trpc } from '../../../app/trpc.ts';
import { useChange } from '../../../app/use-change.ts';
import { Button } from '../../../components/button.tsx';
import { Section } from '../../../components/section.tsx';
import { enteredChange } from '../form/entered-change.ts';
import { RowForm } from '../form/row-form.tsx';
import { CancelLink, setUpPath } from '../links.tsx';
import { memberFields } from '../nouns/member-fields.ts';
import { MemberPageFrame } from './add-pages.tsx';
import { ContactSection } from './contact-section.tsx';
import { OneTimeLink } from './one-time-link.tsx';

const Link = ({ member }: { member: MemberRow }) => {
  const { noticeId } = useNotice();
  const [link, setLink] = useState<string | null>(null);
  const { save, saving, refusal } = useChange(trpc.member.resetLink.mutationOptions());
  const make = async () => setLink((await save({ noticeId, id: member.id }))?.link ?? null);
  return (
    <Section title="Password" intro="A new link sets the password anew. The one before it no longer works.">
      {refusal === null ? null : <p className="govuk-error-message">{refusal.sentence}</p>}
      {link === null ? (
        <Button kind="secondary" disabled={saving} onClick={() => void make()}>
          Make a new link
        </Button>
      ) : (
        <OneTimeLink path={link} who={member.title} />
      )}
    </Section>
  );
};

/** Suspends a member, or gives a suspended one their roles back. */
const Suspension = ({ member, onDone }: { member: MemberRow; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const suspended = member.state.key === 'suspended';
  const { save, saving, refusal } = useChange((suspended ? trpc.member.resume : trpc.member.suspend).mutationOptions());
  const [reason, setReason] = useState('');
  const send = async () => {
    const asked = { noticeId, id: member.id, expectedVersion: member.version, reason };
    if ((await save(asked)) !== null) onDone();
  };
  return (
    <Section
      title={suspended ? 'Resume' : 'Suspend'}
      intro={
        suspended
          ? 'They can sign in again, with the roles above.'
          : 'They are signed out at once and can’t sign in. What they did stays in the history.'
      }
    >
      <SuspensionReason value={reason} problem={refusal?.sentence} onChange={setReason} />
      <Button kind={suspended ? 'secondary' : 'warning'} disabled={saving} onClick={() => void send()}>
        {suspended ? 'Resume' : 'Suspend'}
      </Button>
    </Section>
  );
};

const SuspensionReason = ({
  value,
  problem,
  onChange,
}: {
  value: string;
  problem: string | undefined;
  onChange: (value: string) => void;
}) => (
  <div
    className={problem === undefined ? 'govuk-form-group nb-form' : 'govuk-form-group govuk-form-group--error nb-form'}
  >
    <label className="govuk-label" htmlFor="suspension-reason">
      Why
    </label>
    {problem === undefined ? null : (
      <p className="govuk-error-message" id="suspension-reason-error" role="alert">
        {problem}
      </p>
    )}
    <input
      className="govuk-input"
      id="suspension-reason"
      value={value}
      aria-describedby={problem === undefined ? undefined : 'suspension-reason-error'}
      onChange={(event) => onChange(event.target.value)}
    />
  </div>
);

const Edit = ({ member }: { member: MemberRow }) => {
  const { noticeId, frame } = useNotice();
  const navigate = useNavigate();
  const members = setUpPath(noticeId, 'members');
  const toList = () => void navigate({ to: members });
  const change = useChange(enteredChange(trpc.member.edit.mutationOptions()));
  return (
    <MemberPageFrame title={member.title} under={member.state.reason}>
      <RowForm
        fields={memberFields}
        row={member}
        options={{}}
        reason=""
        change={change}
        input={({ content, reason, expectedVersion }) => ({
          ...content,
          noticeId,
          id: member.id,
          expectedVersion,
          reason,
        })}
        submit="Save"
        cancel={<CancelLink to={members} />}
        onSaved={toList}
      />
      <ContactSection memberId={member.id} />
      {member.account === 'none' || member.state.key === 'suspended' ? null : <Link member={member} />}
      {member.id === frame.who.memberId ? null : <Suspension member={member} onDone={toList} />}
    </MemberPageFrame>
  );
};

/**
 * One member: for the administrator title, organisation, roles and dates, a new link, suspending; for the programme office
 * the address alone.
 */
export const MemberPage = () => {
  const { memberId = '' } = useParams({ strict: false });
  const { input } = useNotice();
  const { data: rows } = useSuspenseQuery(trpc.member.list.queryOptions(input));
  const member = rows.find(({ id }) => id === memberId);
  const manages = useMay('member.manage');
  if (member === undefined) return <NotFoundPage />;
  if (manages) return <Edit key={member.id} member={member} />;
  return (
    <MemberPageFrame title={member.title} under={`${member.organisation}. ${member.state.reason}`}>
      <ContactSection key={member.id} memberId={member.id} />
    </MemberPageFrame>
  );
};
