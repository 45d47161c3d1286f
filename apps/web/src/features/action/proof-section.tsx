import { Link } from '@tanstack/react-router';
import type { CsvColumn } from '@noticeboard/domain/csv';
import type { ActionView } from '@noticeboard/domain/views/action';
import { useNotice } from '../../app/notice.ts';
import { CsvLink } from '../../components/csv-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Reason } from '../../components/reason.tsx';
import { Section } from '../../components/section.tsx';
import { Marks, markWord } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

const fileColumns: readonly CsvColumn<ActionView['proof'][number]>[] = [
  { head: 'Measure', cell: ({ code, title }) => `${code} ${title}` },
  { head: 'Latest', cell: ({ filed }) => filed },
  { head: 'Period', cell: ({ period }) => period },
  { head: 'Basis', cell: ({ basis }) => basis },
  { head: 'Impact', cell: ({ impact }) => impact.label },
  { head: 'Source', cell: ({ source }) => (source ? markWord(source) : null) },
];

/** The measures that would prove an action, each with the figure that it has now. */
export const ProofSection = ({ action: { code: of, proof } }: { action: Pick<ActionView, 'proof' | 'code'> }) => {
  const { noticeId } = useNotice();
  return (
    <div id="measures">
      <Section
        title="Measures that would prove it"
        links={
          proof.length === 0 ? undefined : (
            <CsvLink
              name={`action-${of}-measures`}
              of="measures that would prove it"
              columns={fileColumns}
              rows={proof}
            />
          )
        }
      >
        {proof.length === 0 ? (
          <EmptyState>No measure is named that would prove this action. The programme office adds them.</EmptyState>
        ) : (
          <table className="nb-table nb-table--stack">
            <caption className="govuk-visually-hidden">Measures that would prove it</caption>
            <thead>
              <tr>
                <th scope="col">Measure</th>
                <th scope="col" className="nb-table__number">
                  Latest
                </th>
                <th scope="col">Period</th>
                <th scope="col">Impact</th>
                <th scope="col">Source</th>
              </tr>
            </thead>
            <tbody>
              {proof.map(({ id, code, title, reading, period, basis, impact, source }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link to="/n/$noticeId/measures/$measureId" params={{ noticeId, measureId: id }}>
                      {code} {title}
                    </Link>
                  </th>
                  <td data-head="Latest:" className="nb-table__number">
                    {reading ?? <span className="nb-register__none">–</span>}
                  </td>
                  <td data-head="Period:">
                    {period === null ? (
                      <span className="nb-register__none">–</span>
                    ) : (
                      <>
                        {period}
                        <span className="nb-register__under">{basis}</span>
                      </>
                    )}
                  </td>
                  <td>
                    <StatusTag status={impact} /> <Reason of={`${impact.label}, ${code}`}>{impact.reason}</Reason>
                  </td>
                  <td>{source ? <Marks source={source} /> : null}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <p className="nb-meta">Finishing the action never changes a measure’s colour.</p>
      </Section>
    </div>
  );
};
