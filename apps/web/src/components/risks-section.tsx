import { Link } from '@tanstack/react-router';
import type { RiskLine } from '@noticeboard/domain/views/risks';
import { useNotice } from '../app/notice.ts';
import { DataTable, type Column } from './data-table.tsx';
import { EmptyState } from './empty-state.tsx';
import { ToRow } from './row-link.tsx';
import { Section } from './section.tsx';
import { SourceMark } from './source-mark.tsx';

const columns: readonly Column<RiskLine>[] = [
  {
    key: 'risk',
    head: 'Risk',
    rowHead: true,
    cell: ({ id, code, title }) => <ToRow link={{ page: 'risks', id }}>{`${code} ${title}`}</ToRow>,
  },
  { key: 'likelihood', head: 'Likelihood', cell: ({ likelihood }) => `${likelihood} of 5` },
  { key: 'impact', head: 'Impact', cell: ({ impact }) => `${impact} of 5` },
  { key: 'controls', head: 'Controls', cell: ({ controls }) => controls ?? 'None recorded' },
  { key: 'owner', head: 'Owner', cell: ({ owner }) => owner ?? 'Nobody' },
];

/** The open risks of an area or an action, the worst first. */
export const RisksSection = ({ risks, of }: { risks: readonly RiskLine[]; of: 'area' | 'action' }) => {
  const { noticeId } = useNotice();
  return (
    <Section
      title="Risks"
      marks={risks.some(({ mark }) => mark === 'illustrative') ? <SourceMark mark="illustrative" /> : null}
      links={
        <Link to="/n/$noticeId/risks" params={{ noticeId }}>
          All risks
        </Link>
      }
    >
      <DataTable
        caption={`Open risks of this ${of}`}
        columns={columns}
        rows={risks}
        rowKey={({ id }) => id}
        empty={<EmptyState>No open risk names this {of}.</EmptyState>}
      />
    </Section>
  );
};
