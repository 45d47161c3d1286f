import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AttentionKind } from '@noticeboard/domain/views/needs-attention';
import { plural } from '@noticeboard/domain/words';
import { useMay, useNotice } from '../../app/notice.ts';
import type { useNudge } from '../../app/use-nudge.ts';
import { ActOn } from '../../components/act-on.tsx';
import { CsvLink } from '../../components/csv-link.tsx';
import { type Column, csvColumns, DataTable } from '../../components/data-table.tsx';
import { ToRow } from '../../components/row-link.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { ToRegister } from '../../components/to-register.tsx';

type Row = AttentionKind['rows'][number];
type Nudging = ReturnType<typeof useNudge>;

/** As many as are read at a glance; the rest is one click away. */
const few = 5;

const columnsOf = (nudge: Nudging): readonly Column<Row>[] => [
  {
    key: 'row',
    head: 'What',
    rowHead: true,
    cell: ({ link, title }) => <ToRow link={link}>{title}</ToRow>,
    csv: ({ title }) => title,
  },
  { key: 'words', head: 'Why', narrowHead: '', cell: ({ words }) => words, csv: ({ words }) => words },
  {
    key: 'person',
    head: 'With',
    cell: ({ person }) =>
      person ? (
        <>
          {person.title}
          <span className="nb-register__under">{person.organisation}</span>
        </>
      ) : (
        <StatusTag status={{ label: 'Nobody', tone: 'none' }} quiet />
      ),
    csv: ({ person }) => (person ? `${person.title}, ${person.organisation}` : 'Nobody'),
  },
  {
    key: 'act',
    head: 'Act',
    narrowHead: '',
    screenOnly: true,
    cell: (row) => (
      <ActOn
        row={row}
        nudge={nudge}
        otherwise={row.link && <ToRow link={row.link}>{`Open ${row.title.split(' ')[0] ?? ''}`}</ToRow>}
      />
    ),
  },
];

/** One kind of finding, the worst first: a few of them, and the rest one click away. */
export const KindSection = ({
  kind: { key, title, status, register, rows },
  nudge,
}: {
  kind: AttentionKind;
  nudge: Nudging;
}) => {
  const { noticeId } = useNotice();
  const mayNudge = useMay('nudge.send');
  const [all, setAll] = useState(false);
  const columns = columnsOf(nudge);
  return (
    <div className="nb-attention-kind" id={key}>
      <Section
        title={`${title}: ${rows.length}`}
        marks={<StatusTag status={status} />}
        links={
          <>
            {key === 'late' && mayNudge ? (
              <Link to="/n/$noticeId/nudges" params={{ noticeId }}>
                Nudge all late
              </Link>
            ) : null}
            {register === null ? null : (
              <ToRegister register={register} kind={key}>
                In the register
              </ToRegister>
            )}
            <CsvLink name={`attention-${key}`} of={title} columns={csvColumns(columns)} rows={rows} />
          </>
        }
      >
        <DataTable
          caption={title}
          columns={columns}
          rows={rows}
          few={all ? rows.length : few}
          rowKey={(row) => row.key}
        />
        {rows.length <= few ? null : (
          <button type="button" className="nb-link-button nb-no-print" onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${plural(rows.length, 'row')}`}
            <span className="govuk-visually-hidden"> of {title.toLowerCase()}</span>
          </button>
        )}
      </Section>
    </div>
  );
};
