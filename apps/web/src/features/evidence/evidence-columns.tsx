import { Link } from '@tanstack/react-router';
import { evidenceKinds } from '@noticeboard/domain/scales';
import type { EvidenceLine } from '@noticeboard/domain/views/evidence';
import { formatShortDate } from '@noticeboard/domain/words';
import type { Column } from '../../components/data-table.tsx';
import { EvidenceSource } from '../../components/evidence-item.tsx';
import { EvidenceLinks } from '../../components/evidence-links-field.tsx';
import { SourceMark } from '../../components/source-mark.tsx';

/** Gives the columns of the list of evidence. */
export const evidenceColumns = (noticeId: string): Column<EvidenceLine>[] => [
  {
    key: 'caption',
    head: 'Evidence',
    rowHead: true,
    cell: ({ id, caption, shows, mark }) => (
      <>
        <Link to="/n/$noticeId/evidence/$evidenceId" params={{ noticeId, evidenceId: id }}>
          {caption}
        </Link>{' '}
        <SourceMark mark={mark} dense />
        <span className="nb-evidence__shows">{shows}</span>
      </>
    ),
    sort: ({ caption }) => caption.toLowerCase(),
  },
  {
    key: 'kind',
    head: 'Kind',
    cell: ({ kind }) => evidenceKinds[kind].label,
    sort: ({ kind }) => Object.keys(evidenceKinds).indexOf(kind),
  },
  {
    key: 'period',
    head: 'Period',
    cell: ({ period }) => period ?? <span className="nb-secondary">Not given</span>,
    sort: ({ periodEnd }) => periodEnd,
  },
  { key: 'of', head: 'Evidence of', cell: ({ links }) => <EvidenceLinks links={links} /> },
  { key: 'source', head: 'File or link', cell: (line) => <EvidenceSource line={line} /> },
  {
    key: 'added',
    head: 'Added',
    cell: ({ addedOn, addedBy }) => (
      <>
        {formatShortDate(addedOn)}
        <span className="nb-register__under">{addedBy ?? ''}</span>
      </>
    ),
    sort: ({ addedOn }) => addedOn,
  },
];
