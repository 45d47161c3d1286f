import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatNumber, plural } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { refusalOf } from '../../app/refusal.ts';
import { trpc, type RouterOutput } from '../../app/trpc.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';

type Open = RouterOutput['nudge']['read']['links'][number];

const Revoke = ({ link: { memberId, title } }: { link: Open }) => {
  const { noticeId } = useNotice();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    ...trpc.nudge.revokeLinks.mutationOptions(),
    onSettled: () => client.invalidateQueries(),
  });
  return (
    <>
      <button
        type="button"
        className="nb-link-button"
        disabled={isPending}
        onClick={() => mutate({ noticeId, id: memberId })}
      >
        End now<span className="govuk-visually-hidden">: links of {title}</span>
      </button>
      {error === null ? null : <span className="govuk-error-message">{refusalOf(error).sentence}</span>}
    </>
  );
};

/** What ending has an effect on: links that are open, and mail that waits and would bring another. */
const inWords = ({ count, waiting }: Open): string =>
  [
    count === 0 ? null : formatNumber(count, 0),
    waiting === 0 ? null : `${plural(waiting, 'mail waits', 'mails wait')} with one`,
  ]
    .filter((words) => words !== null)
    .join('; ');

const columns: readonly Column<Open>[] = [
  {
    key: 'title',
    head: 'Sent to',
    rowHead: true,
    cell: ({ title }) => title,
    sort: ({ title }) => title,
    csv: ({ title }) => title,
  },
  { key: 'count', head: 'Open', narrowHead: 'Open:', cell: inWords, csv: inWords },
  {
    key: 'daysLeft',
    head: 'Runs out',
    narrowHead: 'Runs out:',
    cell: ({ daysLeft }) =>
      daysLeft === null ? 'Not made yet' : daysLeft <= 1 ? 'Within a day' : `In ${plural(daysLeft, 'day')}`,
    csv: ({ daysLeft }) => daysLeft,
  },
  { key: 'revoke', head: 'End', narrowHead: '', cell: (link) => <Revoke link={link} /> },
];

const SettingsLink = () => {
  const { noticeId } = useNotice();
  return (
    <Link to="/n/$noticeId/set-up/reporting" params={{ noticeId }} className="govuk-link">
      Settings of reporting
    </Link>
  );
};

/** The links by which people update without an account, and a way to end each at once. */
export const LinksSection = ({ links, days }: { links: readonly Open[]; days: number }) => (
  <Section
    title="Links to update without an account"
    links={<SettingsLink />}
    intro={
      days === 0
        ? 'They are off: mail to somebody without an account asks them to tell the programme office.'
        : `Mail to somebody without an account has a link of their own. It opens what is due from them and nothing else, for ${plural(days, 'day')} or until all of it is submitted. Ending the links of a person also takes the link out of mail to them that waits. A new address ends the links that went to the old one.`
    }
  >
    <DataTable
      caption="Links that are open"
      columns={columns}
      rows={links}
      rowKey={({ memberId }) => memberId}
      sortName="sort-links"
      csv="links"
      empty={<EmptyState>No link is open.</EmptyState>}
    />
  </Section>
);
