import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CsvColumn } from '@noticeboard/domain/csv';
import type { ActionView } from '@noticeboard/domain/views/action';
import type { DateChangeLine } from '@noticeboard/domain/views/date-changes';
import { formatDate } from '@noticeboard/domain/words';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { Button } from '../../components/button.tsx';
import { CsvLink } from '../../components/csv-link.tsx';
import { decisionInWords, moveDays, moveInWords } from '../../components/move-words.ts';
import { Section } from '../../components/section.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { DecideDateForm } from '../../components/decide-date-form.tsx';
import { FormPanel, OpenForm } from '../../components/form-panel.tsx';
import type { FormKey } from './form-key.ts';

const nths = ['', 'first', 'second', 'third', 'fourth', 'fifth'];

const Open = ({
  request,
  open,
  onOpen,
}: {
  request: NonNullable<ActionView['dates']['open']>;
  open: FormKey | null;
  onOpen: (form: FormKey) => void;
}) => {
  const { noticeId, frame } = useNotice();
  const mayAsk = useMay('date.ask', { memberIds: [request.askedById], organisation: null });
  const mayDecide = useMay('date.decide');
  const { save, saving, refusal } = useChange(trpc.dateChange.withdraw.mutationOptions());
  const own = mayAsk && request.askedById === frame.who.memberId;
  const nth = request.nth === 1 ? 'The first request.' : `The ${nths[request.nth] ?? `${request.nth}th`} request.`;
  return (
    <>
      <div className="nb-request">
        <h3 className="govuk-heading-s">{moveInWords(request)}</h3>
        <p>
          {moveDays(request)}. {nth}
        </p>
        <SummaryList
          rows={[
            { name: 'Reason', value: request.reason },
            { name: 'Effect', value: request.effect },
            { name: 'Asked by', value: `${request.askedBy}, ${formatDate(request.askedOn)}` },
            { name: 'Decided by', value: request.whoDecides },
          ]}
        />
        <p className="nb-meta">The original date stays whatever is decided.</p>
        {refusal ? (
          <p className="govuk-error-message" role="alert">
            {refusal.sentence}
          </p>
        ) : null}
        {mayDecide && request.whyNotDecide !== null ? <p className="nb-meta">{request.whyNotDecide}</p> : null}
        <div className="govuk-button-group">
          {mayDecide && request.whyNotDecide === null ? (
            <OpenForm form="decide" open={open} onOpen={onOpen} primary>
              Decide
            </OpenForm>
          ) : null}
          {own ? (
            <Button
              kind="secondary"
              disabled={saving}
              onClick={() => void save({ noticeId, id: request.id, expectedVersion: request.version })}
            >
              Withdraw request
            </Button>
          ) : null}
        </div>
      </div>
    </>
  );
};

const fileColumns: readonly CsvColumn<DateChangeLine>[] = [
  { head: 'From', cell: ({ from }) => from },
  { head: 'Asked for', cell: ({ to }) => to },
  { head: 'Asked on', cell: ({ askedOn }) => askedOn },
  { head: 'Asked by', cell: ({ askedBy }) => askedBy },
  { head: 'Reason', cell: ({ reason }) => reason },
  { head: 'Effect', cell: ({ effect }) => effect },
  { head: 'Decision', cell: decisionInWords },
  { head: 'Reason of the decision', cell: ({ decisionReason }) => decisionReason },
];

const Past = ({ past }: { past: readonly DateChangeLine[] }) => (
  <table className="nb-table nb-table--stack">
    <caption className="govuk-visually-hidden">Date changes before</caption>
    <thead>
      <tr>
        <th scope="col">Change</th>
        <th scope="col">Asked</th>
        <th scope="col">Decision</th>
      </tr>
    </thead>
    <tbody>
      {past.map((change) => (
        <tr key={change.id}>
          <th scope="row">
            {moveInWords(change)}
            <span className="nb-register__under">
              {moveDays(change)} <SourceMark mark={change.mark} dense />
            </span>
          </th>
          <td data-head="Asked:">
            {formatDate(change.askedOn)}, {change.askedBy}. {change.reason}
            {change.effect === null ? null : <span className="nb-dates__under">Effect: {change.effect}</span>}
          </td>
          <td data-head="Decision:">
            {decisionInWords(change)}. {change.decisionReason}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** The open request to move the due date, whoever may decide it, and every change before it. */
export const DateChangeSection = ({
  action,
  open,
  onOpen,
  onDone,
}: {
  action: ActionView;
  open: FormKey | null;
  onOpen: (form: FormKey) => void;
  onDone: () => void;
}) => {
  const { noticeId } = useNotice();
  const { open: request, past } = action.dates;
  // The form stays as it was opened when somebody else decides meanwhile: what was typed is not lost, and the answer says why.
  const [deciding, setDeciding] = useState<DateChangeLine | null>(null);
  return (
    <Section
      place="date-change"
      title="Request to move the date"
      links={
        <>
          {request ? <StatusTag status={request.state} /> : <span className="nb-secondary">None open</span>}
          <Link to="/n/$noticeId/date-changes" params={{ noticeId }}>
            All date changes
          </Link>
        </>
      }
    >
      {request ? (
        <Open
          request={request}
          open={open}
          onOpen={(form) => {
            setDeciding(request);
            onOpen(form);
          }}
        />
      ) : null}
      {open === 'decide' && deciding ? (
        <FormPanel form="decide" title={`Decide the move to ${formatDate(deciding.to)}`}>
          <DecideDateForm request={deciding} onDone={onDone} />
        </FormPanel>
      ) : null}
      {past.length === 0 ? (
        <p className="nb-meta">
          {request
            ? 'No date change was decided before.'
            : 'The date has not been moved, and nobody has asked to move it.'}
        </p>
      ) : (
        <>
          <h3 className="govuk-heading-s nb-past-changes">Date changes before</h3>
          <CsvLink
            name={`action-${action.code}-date-changes`}
            of="date changes before"
            columns={fileColumns}
            rows={past}
          />
          <Past past={past} />
        </>
      )}
    </Section>
  );
};
