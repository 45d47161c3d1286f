import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useNotice } from '../../../app/notice.ts';
import { trpc } from '../../../app/trpc.ts';
import { useChange } from '../../../app/use-change.ts';
import { Breadcrumbs } from '../../../components/breadcrumbs.tsx';
import { ButtonLink } from '../../../components/button.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { enteredChange } from '../form/entered-change.ts';
import { RowForm } from '../form/row-form.tsx';
import { CancelLink, setUpPath } from '../links.tsx';
import { LookingBack } from '../../../components/looking-back.tsx';
import { addedToPlan } from '../nouns/definitions.ts';
import { invitationFields, leadFields } from '../nouns/member-fields.ts';
import type { Fields } from '../form/field.ts';
import { OneTimeLink } from './one-time-link.tsx';

/** The frame of the pages under "Members". */
export const MemberPageFrame = ({ title, under, children }: { title: string; under?: string; children: ReactNode }) => {
  const { noticeId, lookingBack } = useNotice();
  return (
    <>
      <Breadcrumbs>
        <Link to={setUpPath(noticeId)} className="govuk-breadcrumbs__link">
          Set-up
        </Link>
        <Link to={setUpPath(noticeId, 'members')} className="govuk-breadcrumbs__link">
          Members
        </Link>
        {title}
      </Breadcrumbs>
      <PageTitle title={title} {...(under === undefined ? {} : { under })} />
      {lookingBack ? <LookingBack /> : children}
    </>
  );
};

/** Adds somebody to whom work can be given, without an account. */
export const AddLeadPage = () => {
  const { noticeId } = useNotice();
  const navigate = useNavigate();
  const [round, setRound] = useState(0);
  const members = setUpPath(noticeId, 'members');
  const change = useChange(enteredChange(trpc.member.add.mutationOptions()));
  return (
    <MemberPageFrame
      title="Add a lead"
      under="Somebody to whom actions and measures can be given. An administrator can invite them later to sign in."
    >
      <RowForm
        key={round}
        fields={leadFields}
        row={null}
        options={{}}
        reason={addedToPlan}
        change={change}
        input={({ content, reason }) => ({ ...content, noticeId, reason })}
        submit="Save"
        another="Save and add another"
        cancel={<CancelLink to={members} />}
        onSaved={(_receipt, another) => {
          if (another) setRound(round + 1);
          else void navigate({ to: members });
        }}
      />
    </MemberPageFrame>
  );
};

/** Invites somebody to a notice, and shows the link that sets their password. */
export const InvitePage = () => {
  const { noticeId, input } = useNotice();
  const { data: rows } = useSuspenseQuery(trpc.member.list.queryOptions(input));
  const [done, setDone] = useState<{ link: string | null } | null>(null);
  const members = setUpPath(noticeId, 'members');
  const change = useChange(enteredChange(trpc.member.invite.mutationOptions()));
  const leads = rows.filter(({ account, state }) => account === 'none' && state.key === 'inForce');
  const fields: Fields =
    leads.length === 0
      ? invitationFields
      : {
          memberId: {
            kind: 'choice',
            label: 'A lead who is in the list already',
            hint: 'They keep what they lead.',
            optional: true,
            from: leads.map(({ id, title, organisation }) => ({ value: id, label: `${title}, ${organisation}` })),
          },
          ...invitationFields,
        };
  if (done !== null) {
    return (
      <MemberPageFrame title="Invited">
        {done.link === null ? (
          <p>They have an account already and sign in as before. This notice is now shared with them.</p>
        ) : (
          <OneTimeLink path={done.link} who="the person you invited" />
        )}
        <ButtonLink to={members}>Go to the members</ButtonLink>
      </MemberPageFrame>
    );
  }
  return (
    <MemberPageFrame
      title="Invite somebody"
      under="They get a link that sets their password. You hand it over yourself."
    >
      <RowForm
        fields={fields}
        row={null}
        options={{}}
        reason="Invited to this notice."
        change={change}
        input={({ content, reason }) => ({ memberId: null, ...content, noticeId, reason })}
        submit="Invite"
        cancel={<CancelLink to={members} />}
        onSaved={setDone}
      />
    </MemberPageFrame>
  );
};
