import type { Difference } from '@noticeboard/domain/views/difference';
import { differenceKinds } from '@noticeboard/domain/scales';
import { formatNumber, formatShortDate } from '@noticeboard/domain/words';
import { csvColumns, type Column } from './data-table.tsx';
import { ToRow } from './row-link.tsx';
import { SourceMark } from './source-mark.tsx';
import { StatusTag } from './status-tag.tsx';

/** Says who made a change and why; what was computed has a reason alone. */
const whoAndWhy = ({ who, why, times }: Difference): string => {
  if (who === null) return why === null ? 'Computed.' : `Computed: ${why}`;
  const often = times > 1 ? `, the last of ${formatNumber(times, 0)} changes` : '';
  return why === null ? `${who}${often}.` : `${who}${often}. ${why}`;
};

const After = ({ after, tone }: Difference) => {
  if (after === null) return <span className="nb-secondary">None</span>;
  return tone === 'neutral' ? <strong>{after}</strong> : <StatusTag status={{ label: after, tone }} />;
};

/** What changed, from how it was to how it is, with who and why. */
export const changeColumns: readonly Column<Difference>[] = [
  {
    key: 'on',
    head: 'When',
    narrowHead: '',
    cell: ({ on }) => (on === null ? '' : <span className="nb-nowrap">{formatShortDate(on)}</span>),
    csv: ({ on }) => on,
  },
  {
    key: 'what',
    head: 'What',
    rowHead: true,
    cell: ({ what, link }) => <ToRow link={link}>{what}</ToRow>,
    csv: ({ what }) => what,
  },
  {
    key: 'before',
    head: 'Before',
    cell: ({ before }) => before ?? <span className="nb-secondary">None</span>,
    csv: ({ before }) => before,
  },
  { key: 'after', head: 'After', cell: After, csv: ({ after }) => after },
  { key: 'who', head: 'Who and why', narrowHead: '', cell: whoAndWhy, csv: whoAndWhy },
  {
    key: 'source',
    head: 'Source',
    narrowHead: '',
    cell: ({ mark }) => <SourceMark mark={mark} />,
    csv: ({ mark }) => mark,
  },
];

/** A change with the area that it stands in, as a file holds it. */
export type ChangeInFile = Difference & { area: string };

/** The columns of a file of changes: as shown, with the area and the kind. */
export const changeFile = [
  { head: 'Area', cell: ({ area }: ChangeInFile) => area },
  { head: 'Kind', cell: ({ kind }: ChangeInFile) => differenceKinds[kind].label },
  ...csvColumns(changeColumns),
];
