import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { refusalOf } from '../../../app/refusal.ts';
import { PageFrame } from '../../../app/page-frame.tsx';
import { trpc } from '../../../app/trpc.ts';
import { useSession } from '../../../app/notice.ts';
import { useChange } from '../../../app/use-change.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { Section } from '../../../components/section.tsx';
import { Skeleton } from '../../../components/skeleton.tsx';
import { enteredChange } from '../form/entered-change.ts';
import { RowForm } from '../form/row-form.tsx';
import { accountFields } from '../nouns/member-fields.ts';
import { OneTimeLink } from './one-time-link.tsx';

const offices = {
  administrator: 'Administrator',
  programmeOffice: 'Programme office',
  none: 'Member of a notice',
} as const;
const states = { invited: 'Invited', active: 'Active', suspended: 'Suspended' } as const;

type Account = { id: string; title: string; email: string; office: keyof typeof offices; state: keyof typeof states };

const columns: readonly Column<Account>[] = [
  {
    key: 'title',
    head: 'Title',
    rowHead: true,
    cell: ({ title }) => title,
    sort: ({ title }) => title,
    csv: ({ title }) => title,
  },
  {
    key: 'email',
    head: 'E-mail address',
    narrowHead: '',
    cell: ({ email }) => email,
    sort: ({ email }) => email,
    csv: ({ email }) => email,
  },
  {
    key: 'office',
    head: 'May',
    narrowHead: '',
    cell: ({ office }) => offices[office],
    sort: ({ office }) => offices[office],
    csv: ({ office }) => offices[office],
  },
  {
    key: 'state',
    head: 'State',
    narrowHead: 'State:',
    cell: ({ state }) => states[state],
    sort: ({ state }) => states[state],
    csv: ({ state }) => states[state],
  },
];

const linkColumn = (onRenew: (account: Account) => Promise<void>): Column<Account> => ({
  key: 'link',
  head: 'Password',
  narrowHead: '',
  cell: (account) =>
    account.state === 'suspended' ? null : (
      <button type="button" className="nb-link-button" onClick={() => void onRenew(account)}>
        New link<span className="govuk-visually-hidden"> for {account.title}</span>
      </button>
    ),
});

const Accounts = ({ first }: { first: boolean }) => {
  const { data: accounts, error } = useQuery(trpc.account.list.queryOptions());
  const invite = useChange(enteredChange(trpc.account.invite.mutationOptions()));
  const reset = useChange(trpc.account.resetLink.mutationOptions());
  const [given, setGiven] = useState<{ link: string; who: string } | null>(null);
  const [round, setRound] = useState(0);
  if (error) return <p>{refusalOf(error).sentence}</p>;
  const renew = async ({ id, title }: Account) => {
    const receipt = await reset.save({ id });
    if (receipt) setGiven({ link: receipt.link, who: title });
  };
  return (
    <>
      {given === null ? null : <OneTimeLink key={given.link} path={given.link} who={given.who} />}
      {reset.refusal === null ? null : (
        <p className="govuk-error-message" role="alert">
          {reset.refusal.sentence}
        </p>
      )}
      <Section
        title={first ? 'Invite the first programme office' : 'Invite somebody'}
        intro={
          first
            ? 'There is no notice yet. A programme office sets one up and makes its plan. Then you invite everybody else there.'
            : 'Members of a notice are invited on its own page. Here you invite those who set up notices or look after accounts.'
        }
      >
        <RowForm
          key={round}
          fields={accountFields}
          row={null}
          options={{}}
          suggested={first ? { title: 'Programme office' } : {}}
          reason="Invited to this installation."
          change={invite}
          input={({ content, reason }) => ({ ...content, reason })}
          submit="Invite"
          cancel={null}
          onSaved={(receipt) => {
            setGiven({ link: receipt.link, who: 'the person you invited' });
            setRound(round + 1);
          }}
        />
      </Section>
      <Section title="Accounts">
        {accounts === undefined ? (
          <Skeleton rows={3} height={36} />
        ) : (
          <DataTable
            caption="Accounts of this installation"
            columns={[...columns, linkColumn(renew)]}
            rows={accounts}
            rowKey={({ id }) => id}
            pageSize={50}
            csv="accounts"
          />
        )}
      </Section>
    </>
  );
};

/** The accounts of the installation, for its administrator: who may sign in, and inviting a programme office. */
export const AccountsPage = () => {
  const { data: session } = useSession();
  const first = (session?.notices.length ?? 0) === 0;
  return (
    <PageFrame>
      <PageTitle title="Accounts" under="Who may sign in to this installation." />
      <Accounts first={first} />
    </PageFrame>
  );
};
