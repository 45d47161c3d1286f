import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { SetUpNoun, SetUpRow } from '@noticeboard/domain/views/set-up';
import { formatDate } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { NotFoundPage } from '../../app/problem.tsx';
import { trpc } from '../../app/trpc.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { ButtonLink } from '../../components/button.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { setUpPath } from './links.tsx';
import { listNounOf, lists } from './nouns/definitions.ts';

type More = { name: string; joint?: string; parts: (id: string) => string[]; of?: true };

/** What else can be done to a row of a noun. */
const more: Readonly<Partial<Record<SetUpNoun, readonly More[]>>> = {
  requirement: [
    { name: 'Add a date', joint: 'to', parts: () => ['date', 'new'], of: true },
    { name: 'Decision', joint: 'on', parts: (id) => ['decision', id] },
  ],
  area: [{ name: 'Release', joint: 'of', parts: (id) => ['release', id] }],
  measure: [{ name: 'Targets', joint: 'of', parts: (id) => ['targets', id] }],
  action: [{ name: 'Add a milestone', joint: 'to', parts: () => ['milestone', 'new'], of: true }],
};

const Links = ({ noticeId, noun, row }: { noticeId: string; noun: SetUpNoun; row: SetUpRow }) => {
  if (!row.stands)
    return (
      <span className="nb-secondary">
        Withdrawn{row.withdrawnOn === null ? '' : ` on ${formatDate(row.withdrawnOn)}`}
      </span>
    );
  const links = [
    { name: 'Edit', parts: () => [noun, row.id] },
    ...(more[noun] ?? []),
    { name: 'Withdraw', parts: () => [noun, row.id, 'withdraw'] },
  ] satisfies More[];
  return (
    <span className="nb-set-up__links">
      {links.map(({ name, joint = '', parts, ...rest }: More) => (
        <Link
          key={name}
          to={setUpPath(noticeId, ...parts(row.id))}
          {...(rest.of ? { search: { of: row.id } } : {})}
          className="govuk-link"
        >
          {name}
          <span className="govuk-visually-hidden">{` ${joint} ${row.code} ${row.title}`}</span>
        </Link>
      ))}
    </span>
  );
};

const columnsOf = (noticeId: string, noun: SetUpNoun, heads: readonly string[], open: boolean): Column<SetUpRow>[] => {
  const { codeHead } = lists[noun];
  return [
    ...(codeHead === ''
      ? []
      : [{ key: 'code', head: codeHead, cell: ({ code }: SetUpRow) => code, csv: ({ code }: SetUpRow) => code }]),
    { key: 'title', head: 'Title', rowHead: true, cell: ({ title }) => title, csv: ({ title }) => title },
    ...heads.map((head): Column<SetUpRow> => ({
      key: head,
      head,
      narrowHead: `${head}:`,
      cell: ({ facts }) => facts[head] ?? '',
      csv: ({ facts }) => facts[head] ?? '',
    })),
    {
      key: 'missing',
      head: 'Missing',
      narrowHead: 'Missing:',
      cell: ({ missing, stands }) => (stands ? missing.join(', ') : ''),
      csv: ({ missing }) => missing.join(', '),
    },
    ...(open
      ? [
          {
            key: 'change',
            head: 'Change',
            narrowHead: '',
            cell: (row: SetUpRow) => <Links noticeId={noticeId} noun={noun} row={row} />,
          },
        ]
      : []),
  ];
};

const List = ({ noun }: { noun: SetUpNoun }) => {
  const { noticeId, input, lookingBack } = useNotice();
  const { data: rows } = useSuspenseQuery(trpc.setUp.list.queryOptions({ ...input, noun }));
  const { title, add } = lists[noun];
  return (
    <>
      <Breadcrumbs>
        <Link to={setUpPath(noticeId)} className="govuk-breadcrumbs__link">
          Set-up
        </Link>
        {title}
      </Breadcrumbs>
      <PageTitle
        title={title}
        {...(add === null || lookingBack
          ? {}
          : { actions: <ButtonLink to={setUpPath(noticeId, noun, 'new')}>{add}</ButtonLink> })}
      />
      <DataTable
        caption={title}
        columns={columnsOf(noticeId, noun, Object.keys(rows[0]?.facts ?? {}), !lookingBack)}
        rows={rows}
        rowKey={({ id }) => id}
        pageSize={50}
        csv={`set-up-${noun}`}
        empty={<EmptyState>None yet.</EmptyState>}
      />
    </>
  );
};

/** Everything of one noun, to add, edit or withdraw: `/set-up/area`. */
export const ListPage = () => {
  const { noun: named = '' } = useParams({ strict: false });
  const noun = listNounOf(named);
  return noun === null ? <NotFoundPage /> : <List key={noun} noun={noun} />;
};
