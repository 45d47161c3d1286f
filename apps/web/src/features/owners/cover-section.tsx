import { may, type Subject } from '@noticeboard/domain/permissions';
import type { CoverLine } from '@noticeboard/domain/views/owners';
import { formatDate } from '@noticeboard/domain/words';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

/** Whose cover is: the person's who is away. */
const subjectOf = ({ memberId }: CoverLine): Subject => ({ memberIds: [memberId], organisation: null });

const End = ({ cover }: { cover: CoverLine }) => {
  const { id, version, member, deputy } = cover;
  const { noticeId } = useNotice();
  const ends = useMay('cover.set', subjectOf(cover));
  const { save, saving, refusal } = useChange(trpc.cover.withdraw.mutationOptions());
  if (!ends) return null;
  return (
    <>
      <button
        type="button"
        className="nb-link-button nb-no-print"
        disabled={saving}
        onClick={() => void save({ noticeId, id, expectedVersion: version })}
      >
        End it
        <span className="govuk-visually-hidden">
          : {deputy} for {member}
        </span>
      </button>
      {refusal ? (
        <p className="govuk-error-message" role="alert">
          {refusal.sentence}
        </p>
      ) : null}
    </>
  );
};

const columns: readonly Column<CoverLine>[] = [
  {
    key: 'member',
    head: 'Away',
    rowHead: true,
    cell: ({ member, note }) => (
      <>
        {member}
        {note === null ? null : <span className="nb-owners__under">{note}</span>}
      </>
    ),
    csv: ({ member, note }) => (note === null ? member : `${member}: ${note}`),
  },
  { key: 'deputy', head: 'Acts for them', cell: ({ deputy }) => deputy, csv: ({ deputy }) => deputy },
  { key: 'from', head: 'First day', cell: ({ startsOn }) => formatDate(startsOn), csv: ({ startsOn }) => startsOn },
  { key: 'until', head: 'Last day', cell: ({ endsOn }) => formatDate(endsOn), csv: ({ endsOn }) => endsOn },
  {
    key: 'state',
    head: 'State',
    narrowHead: '',
    cell: ({ state, when }) => (
      <>
        <StatusTag status={state} />
        <span className="nb-owners__under">{when}</span>
      </>
    ),
    csv: ({ state, when }) => `${state.label}, ${when}`,
  },
];

const end: Column<CoverLine> = {
  key: 'end',
  head: 'Change',
  narrowHead: '',
  cell: (cover) => <End cover={cover} />,
};

/** Who acts for whom, today and in the days ahead. */
export const CoverSection = ({ covers }: { covers: readonly CoverLine[] }) => {
  const { frame, lookingBack } = useNotice();
  const ends = !lookingBack && covers.some((cover) => may(frame.who, 'cover.set', subjectOf(cover)));
  return (
    <Section
      title="Cover, in force and ahead"
      intro="A deputy may do all that the person who is away may do to their own work."
    >
      <DataTable
        caption="Cover in force and ahead"
        columns={ends ? [...columns, end] : columns}
        rows={covers}
        rowKey={({ id }) => id}
        csv="cover"
        empty={<EmptyState>Nobody is covered for, and no cover lies ahead.</EmptyState>}
      />
    </Section>
  );
};
