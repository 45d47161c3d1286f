import { Link } from '@tanstack/react-router';
import { drawSmall } from '@noticeboard/domain/drawing/small';
import type { BalanceLine, BalanceView } from '@noticeboard/domain/views/balance';
import { useNotice } from '../app/notice.ts';
import { CsvLink } from './csv-link.tsx';
import { csvColumns, DataTable, type Column } from './data-table.tsx';
import { Drawn } from './drawn.tsx';
import { EmptyState } from './empty-state.tsx';
import { Section } from './section.tsx';
import { Marks, markWord } from './source-mark.tsx';
import { DirectionTag, StatusTag } from './status-tag.tsx';
import { Tabs } from './tabs.tsx';

const columnsOf = (noticeId: string): Column<BalanceLine>[] => [
  { key: 'part', head: 'What', narrowHead: '', cell: ({ part }) => part, csv: ({ part }) => part },
  {
    key: 'measure',
    head: 'Measure',
    rowHead: true,
    cell: ({ line: { id, code, title } }) => (
      <Link to="/n/$noticeId/measures/$measureId" params={{ noticeId, measureId: id }}>
        {code} {title}
      </Link>
    ),
    csv: ({ line: { code, title } }) => `${code} ${title}`,
  },
  {
    key: 'latest',
    head: 'Latest',
    numeric: true,
    cell: ({ line: { latest } }) => latest?.words ?? <span className="nb-secondary">No reading</span>,
    csv: ({ line: { latest } }) => latest?.filed ?? null,
  },
  {
    key: 'period',
    head: 'Period',
    narrowHead: 'Period:',
    cell: ({ line: { latest } }) => latest?.period ?? '',
    csv: ({ line: { latest } }) => latest?.period ?? null,
  },
  {
    key: 'direction',
    head: 'Direction',
    narrowHead: '',
    cell: ({ line: { latest, direction } }) =>
      latest ? <DirectionTag label={direction.label} moves={direction.moves} /> : '',
    csv: ({ line: { direction } }) => direction.label,
  },
  {
    key: 'impact',
    head: 'Impact',
    narrowHead: '',
    cell: ({ line: { impact, latest } }) => (latest ? <StatusTag status={impact} quiet /> : ''),
    csv: ({ line: { impact } }) => impact.label,
  },
  {
    key: 'source',
    head: 'Source',
    narrowHead: '',
    cell: ({ line: { latest } }) => (latest ? <Marks source={latest.source} /> : ''),
    csv: ({ line: { latest } }) => (latest ? markWord(latest.source) : null),
  },
];

/** The measures in small, one above the other on one axis of time; those without a reading are named below. */
const Multiples = ({ lines }: { lines: readonly BalanceLine[] }) => {
  const { noticeId } = useNotice();
  const silent = lines.filter(({ line }) => line.chart === null);
  return (
    <>
      <ul className="nb-multiples">
        {lines.map(({ part, line: { id, code, title, latest, direction, chart } }) =>
          chart === null ? null : (
            <li key={id} className="nb-measure">
              <p className="nb-measure__title">
                <span className="nb-secondary">{part}</span>
                <br />
                <Link to="/n/$noticeId/measures/$measureId" params={{ noticeId, measureId: id }}>
                  {code} {title}
                </Link>
              </p>
              <p className="nb-measure__period">
                <strong>{latest?.words}</strong>, {latest?.period}{' '}
                {latest ? <Marks source={latest.source} dense /> : null}{' '}
                <DirectionTag label={direction.label} moves={direction.moves} />
              </p>
              <Drawn shape={drawSmall(chart)} />
            </li>
          ),
        )}
      </ul>
      {silent.length === 0 ? null : (
        <p className="nb-meta">
          Without a reading: {silent.map(({ line: { code, title } }) => `${code} ${title}`).join('; ')}.
        </p>
      )}
    </>
  );
};

const Together = ({ balance: { together, toLookAt, lines } }: { balance: BalanceView }) => (
  <>
    {toLookAt === null ? null : (
      <p className="nb-balance__look">
        <strong>{toLookAt}</strong>
      </p>
    )}
    {together.length === 0 ? (
      <p className="nb-secondary">
        {lines.some(({ line }) => line.chart !== null)
          ? 'What moved with what can’t be said: no two of these measures have readings for the same four months.'
          : 'None of these measures has a reading.'}
      </p>
    ) : (
      <ul className="govuk-list govuk-list--bullet nb-balance__moves">
        {together.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    )}
  </>
);

/**
 * What is read beside a timeliness, so that speed bought elsewhere shows: in words, in small and as a table.
 * @param of what the section is about, in the names of its table and files: a measure's code, or the title of a family
 */
export const BalanceSection = ({ balance, of, title }: { balance: BalanceView; of: string; title: string }) => {
  const { noticeId } = useNotice();
  const { families, lines } = balance;
  const columns = columnsOf(noticeId);
  const key = `balance-of-${of.toLowerCase().replaceAll(/[^a-z0-9.]+/g, '-')}`;
  const notes = families.flatMap(({ note }) => note ?? []);
  const named = families.map((family) => family.title).join(', ');
  return (
    <Section title={title} {...(named === '' ? {} : { intro: [`Read together: ${named}.`, ...notes].join(' ') })}>
      {lines.length === 0 ? (
        <EmptyState>
          <p>No measure stands beside this one yet to show what it may cost elsewhere.</p>
        </EmptyState>
      ) : (
        <>
          <Together balance={balance} />
          <Tabs
            id={key}
            title={`${title}: drawn or as a table`}
            tabs={[
              { key: 'drawn', label: 'Drawn', panel: <Multiples lines={lines} /> },
              {
                key: 'table',
                label: 'Table',
                panel: (
                  <div className="nb-measure-balance">
                    <DataTable
                      caption={`Measures that balance ${of}`}
                      columns={columns}
                      rows={lines}
                      rowKey={({ line }) => line.id}
                    />
                  </div>
                ),
              },
            ]}
            beside={
              <CsvLink name={key} of={`measures that balance ${of}`} columns={csvColumns(columns)} rows={lines} />
            }
          />
        </>
      )}
    </Section>
  );
};
