import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { IsoDate } from '@noticeboard/domain/fields';
import { roles as roleScale } from '@noticeboard/domain/scales';
import type { MemberRow } from '@noticeboard/domain/views/members';
import { formatShortDate } from '@noticeboard/domain/words';
import { useMay, useNotice, useSession } from '../../../app/notice.ts';
import { trpc } from '../../../app/trpc.ts';
import { Breadcrumbs } from '../../../components/breadcrumbs.tsx';
import { ButtonLink } from '../../../components/button.tsx';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { setUpPath } from '../links.tsx';

type Contact = { hasAccount: boolean; email: string | null; mailBouncedOn: IsoDate | null };

const rolesOf = ({ roles }: MemberRow): string => roles.map((role) => roleScale[role].label).join(', ');

const accountWords = {
  none: 'No account',
  invited: 'Invited',
  active: 'Active',
  suspended: 'Suspended',
} as const satisfies Record<MemberRow['account'], string>;

/** Where a member stands, in one word: what stops them comes first. */
const stateOf = ({ state, account }: MemberRow): string =>
  state.key === 'inForce' ? accountWords[account] : state.label;

const until = ({ endsOn }: MemberRow): string => (endsOn === null ? 'Open' : formatShortDate(endsOn));

const columns: readonly Column<MemberRow>[] = [
  {
    key: 'title',
    head: 'Title',
    rowHead: true,
    cell: ({ title }) => title,
    sort: ({ title }) => title,
    csv: ({ title }) => title,
  },
  {
    key: 'organisation',
    head: 'Organisation',
    narrowHead: '',
    cell: ({ organisation }) => organisation,
    sort: ({ organisation }) => organisation,
    csv: ({ organisation }) => organisation,
  },
  { key: 'roles', head: 'Roles', narrowHead: '', cell: rolesOf, sort: rolesOf, csv: rolesOf },
  {
    key: 'from',
    head: 'From',
    narrowHead: 'From:',
    cell: ({ startsOn }) => formatShortDate(startsOn),
    sort: ({ startsOn }) => startsOn,
    csv: ({ startsOn }) => startsOn,
  },
  {
    key: 'until',
    head: 'Until',
    narrowHead: 'Until:',
    cell: until,
    sort: ({ endsOn }) => endsOn,
    csv: ({ endsOn }) => endsOn,
  },
  { key: 'state', head: 'State', narrowHead: 'State:', cell: stateOf, sort: stateOf, csv: stateOf },
];

/** How each member is written to; whoever may give addresses sees it, and never the address itself. */
const mailColumn = (contacts: ReadonlyMap<string, Contact>): Column<MemberRow> => {
  const mailOf = ({ id }: MemberRow): string => {
    const contact = contacts.get(id);
    if (!contact || !(contact.hasAccount || contact.email !== null)) return 'No address';
    return contact.mailBouncedOn === null ? 'Known' : `Came back ${formatShortDate(contact.mailBouncedOn)}`;
  };
  return { key: 'mail', head: 'E-mail', narrowHead: 'E-mail:', cell: mailOf, sort: mailOf, csv: mailOf };
};

const changeColumn = (noticeId: string, manages: boolean): Column<MemberRow> => ({
  key: 'change',
  head: 'Change',
  narrowHead: '',
  cell: ({ id, title }) => (
    <Link to={setUpPath(noticeId, 'members', id)} className="govuk-link">
      {manages ? 'Edit' : 'E-mail address'}
      <span className="govuk-visually-hidden">
        {manages ? ' ' : ' of '}
        {title}
      </span>
    </Link>
  ),
});

/** Everybody of a notice; the administrator changes who they are, the programme office adds leads. */
export const MembersPage = () => {
  const { noticeId, input } = useNotice();
  const { data: rows } = useSuspenseQuery(trpc.member.list.queryOptions(input));
  const { data: session } = useSession();
  const manages = useMay('member.manage');
  const addsLeads = useMay('plan.edit');
  const reaches = useMay('contact.edit');
  const { data: contacts = [] } = useQuery({ ...trpc.contact.list.queryOptions({ noticeId }), enabled: reaches });
  const known = new Map(contacts.map((contact) => [contact.memberId, contact]));
  return (
    <>
      <Breadcrumbs>
        <Link to={setUpPath(noticeId)} className="govuk-breadcrumbs__link">
          Set-up
        </Link>
        Members
      </Breadcrumbs>
      <PageTitle
        title="Members"
        under={
          manages
            ? 'Who belongs to this notice, and as what.'
            : 'Who belongs to this notice, and as what. An administrator gives accounts and roles.'
        }
        actions={
          <>
            {manages ? <ButtonLink to={setUpPath(noticeId, 'members', 'invite')}>Invite somebody</ButtonLink> : null}
            {addsLeads ? (
              <ButtonLink kind="secondary" to={setUpPath(noticeId, 'members', 'add-lead')}>
                Add a lead
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <DataTable
        caption="Members of this notice"
        columns={reaches ? [...columns, mailColumn(known), changeColumn(noticeId, manages)] : columns}
        rows={rows}
        rowKey={({ id }) => id}
        pageSize={50}
        csv="members"
      />
      {session?.account?.office === 'administrator' ? (
        <p>
          <Link to="/accounts" className="govuk-link">
            Accounts of the installation
          </Link>
        </p>
      ) : null}
    </>
  );
};
