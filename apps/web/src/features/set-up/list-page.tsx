import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { SetUpNoun, SetUpRow } from '@noticeboard/domain/views/set-up';
import { formatDate } from '@noticeboard/domain/words';
import { useAddress, useChangeAddress } from '../../app/address.ts';
import { useNotice } from '../../app/notice.ts';
import { NotFoundPage } from '../../app/problem.tsx';
import { trpc } from '../../app/trpc.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { ButtonLink } from '../../components/button.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { setUpPath } from './links.tsx';
import { listNounOf, lists } from './nouns/definitions.ts';

/** A list that is longer can be searched. */
const fewEnough = 20;

type More = { name: string; joint?: string; parts: (id: string) => string[]; of?: true };

/** What else can be done to a row of a noun. */
const more: Readonly<Partial<Record<SetUpNoun, readonly More[]>>> = {
  requirement: [
    { name: 'Add a date', joint: 'to', parts: () => ['date', 'new'], of: true },
    { name: 'Decision', joint: 'on', parts: (id) => ['decision', id] },
  ],
  area: [{ name: 'Release', joint: 'of', parts: (id) => ['release', id] }],
  measure: [{ name: 'Targets', joint: 'of', parts: (id) => ['targets', id] }],
  family: [{ name: 'Add a measure', joint: 'to', parts: () => ['familyMeasure', 'new'], of: true }],
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
          <span className="govuk-visually-hidden">{` ${[joint, row.code, row.title].filter(Boolean).join(' ')}`}</span>
        </Link>
      ))}
    </span>
  );
};

const codeOf = ({ code }: SetUpRow): string => code;
const titleOf = ({ title }: SetUpRow): string => title;

const missingIn = ({ missing, stands }: SetUpRow): string => {
  const text = stands ? missing.join(', ') : '';
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const missingColumn: Column<SetUpRow> = {
  key: 'missing',
  head: 'Missing',
  narrowHead: 'Missing:',
  cell: missingIn,
  sort: missingIn,
  csv: missingIn,
};

const columnsOf = (noticeId: string, noun: SetUpNoun, rows: readonly SetUpRow[], open: boolean): Column<SetUpRow>[] => {
  const heads = Object.keys(rows[0]?.facts ?? {});
  const { codeHead } = lists[noun];
  return [
    ...(codeHead === '' ? [] : [{ key: 'code', head: codeHead, cell: codeOf, sort: codeOf, csv: codeOf }]),
    { key: 'title', head: 'Title', rowHead: true, cell: titleOf, sort: titleOf, csv: titleOf },
    ...heads.map((head): Column<SetUpRow> => ({
      key: head,
      head,
      narrowHead: `${head}:`,
      cell: ({ facts }) => facts[head] ?? '',
      csv: ({ facts }) => facts[head] ?? '',
    })),
    ...(rows.some(({ missing }) => missing.length > 0) ? [missingColumn] : []),
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
  const { find = '' } = useAddress();
  const change = useChangeAddress();
  const words = find.trim().toLowerCase();
  const found = rows.filter((row) =>
    [row.code, row.title, ...Object.values(row.facts)].some((text) => text.toLowerCase().includes(words)),
  );
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
      {rows.length > fewEnough ? (
        <search className="nb-filters">
          <TextInput
            id="find"
            label="Find"
            type="search"
            value={find}
            onChange={(text) => change({ find: text, page: undefined })}
          />
        </search>
      ) : null}
      <DataTable
        caption={title}
        columns={columnsOf(noticeId, noun, rows, !lookingBack)}
        rows={found}
        rowKey={({ id }) => id}
        pageSize={50}
        csv={`set-up-${noun}`}
        empty={
          <EmptyState>
            {rows.length === 0 ? 'None yet.' : 'Nothing with these words. Change them or clear them.'}
          </EmptyState>
        }
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
