import { Link } from '@tanstack/react-router';
import type { FigureLine, Headline } from '@noticeboard/domain/views/casework-figures';
import { useNotice } from '../../app/notice.ts';
import { CsvLink } from '../../components/csv-link.tsx';
import { csvColumns, DataTable, type Column } from '../../components/data-table.tsx';
import { KeyFigure, KeyFigures } from '../../components/key-figure.tsx';
import { Section } from '../../components/section.tsx';
import { SourceDetails } from '../../components/source-mark.tsx';

const columnsOf = (noticeId: string): Column<FigureLine>[] => [
  { key: 'part', head: 'What', rowHead: true, cell: ({ label }) => label, csv: ({ label }) => label },
  {
    key: 'measure',
    head: 'Measure',
    narrowHead: 'Measure:',
    cell: ({ measure }) =>
      measure === null ? (
        <span className="nb-secondary">None</span>
      ) : (
        <Link to="/n/$noticeId/measures/$measureId" params={{ noticeId, measureId: measure.id }} className="govuk-link">
          {measure.code} {measure.title}
        </Link>
      ),
    csv: ({ measure }) => (measure === null ? null : `${measure.code} ${measure.title}`),
  },
  {
    key: 'latest',
    head: 'Latest',
    narrowHead: 'Latest:',
    numeric: true,
    cell: ({ words }) => words ?? <span className="nb-secondary">No reading</span>,
    csv: ({ filed }) => filed,
  },
  {
    key: 'period',
    head: 'Period',
    narrowHead: 'Period:',
    cell: ({ period }) => period ?? '',
    csv: ({ period }) => period,
  },
  {
    key: 'source',
    head: 'Source, or what is missing',
    narrowHead: '',
    cell: ({ source, missing, label }) => (
      <>
        {source === null ? null : <SourceDetails source={source} of={label} />}
        {missing === null ? null : <span className="nb-secondary"> {missing}</span>}
      </>
    ),
    csv: ({ missing }) => missing,
  },
];

/** Every part of a family with its latest reading, or what is missing of it. */
export const FiguresTableOf = ({
  title,
  figures,
  csv,
}: {
  title: string;
  figures: readonly FigureLine[];
  csv: string;
}) => {
  const { noticeId } = useNotice();
  return (
    <Section
      level={3}
      title={
        <>
          What is read, and what is missing<span className="govuk-visually-hidden">: {title}</span>
        </>
      }
      links={<CsvLink name={csv} of={`figures of ${title}`} columns={csvColumns(columnsOf(noticeId))} rows={figures} />}
    >
      <DataTable
        caption={`What is read, and what is missing: ${title}`}
        columns={columnsOf(noticeId)}
        rows={figures}
        rowKey={({ part }) => part}
      />
    </Section>
  );
};

/** The figures that a section opens with; one that is not known says what is missing. */
export const Headlines = ({ of }: { of: readonly (Headline & { key: string })[] }) => (
  <div className="nb-casework__figures">
    <KeyFigures>
      {of.map(({ key, words, detail }) => (
        <KeyFigure key={key} value={words}>
          {detail}
        </KeyFigure>
      ))}
    </KeyFigures>
  </div>
);
