import type { HistoryChange, HistoryRow } from '@noticeboard/domain/views/history-page';
import { formatNumber, plural } from '@noticeboard/domain/words';
import { ToRow } from '../../components/row-link.tsx';

/** So many rows of one act stand open; the rest, such as a plan that was loaded in one go, one step away. */
const mostOpen = 3;

const Empty = () => <span className="nb-secondary">Empty</span>;

/** The fields that a row was changed in, before and after; of a new row what was recorded. */
const FieldsTable = ({ row: { fields, what, did } }: { row: HistoryRow }) => {
  const added = did === 'Added';
  return (
    <table className="nb-history__fields">
      <caption className="govuk-visually-hidden">
        {what}: {added ? 'what was recorded' : 'before and after'}
      </caption>
      <colgroup>
        <col />
        <col span={added ? 1 : 2} />
      </colgroup>
      <thead className="govuk-visually-hidden">
        <tr>
          <th scope="col">Field</th>
          {added ? null : <th scope="col">Before</th>}
          <th scope="col">{added ? 'Recorded' : 'After'}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ label, before, after }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {added ? null : <td>{before ?? <Empty />}</td>}
            <td className={added ? undefined : 'nb-history__after'}>{after ?? <Empty />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Row = ({ row }: { row: HistoryRow }) => (
  <li className="nb-history__row">
    <h3 className="nb-history__what">
      <span className={`nb-history__did nb-history__did--${row.did.toLowerCase()}`}>{row.did}</span>{' '}
      <ToRow link={row.link}>{row.what}</ToRow>
    </h3>
    {row.tellsOf === null ? null : <p className="nb-history__tells">Tells of {row.tellsOf}</p>}
    {row.note === null ? null : <p className="nb-history__note">{row.note}</p>}
    {row.fields.length === 0 ? null : row.did === 'Added' ? (
      <details className="nb-reason nb-history__added">
        <summary>
          {plural(row.fields.length, 'field')}
          <span className="govuk-visually-hidden">: {row.what}</span>
        </summary>
        <FieldsTable row={row} />
      </details>
    ) : (
      <FieldsTable row={row} />
    )}
  </li>
);

const Rows = ({ rows }: { rows: readonly HistoryRow[] }) => (
  <ul className="nb-list-plain">
    {rows.map((row) => (
      <Row key={row.seq} row={row} />
    ))}
  </ul>
);

/** One act: when, who and why, its place in the ledger, and every row that it touched. */
export const ChangeEntry = ({ change }: { change: HistoryChange }) => {
  const { rows, head, firstSeq, goesOn } = change;
  const [time, clock] = change.atInWords.split(' at ');
  const place =
    firstSeq === head.seq ? formatNumber(head.seq, 0) : `${formatNumber(firstSeq, 0)} to ${formatNumber(head.seq, 0)}`;
  return (
    <li className="nb-history__change">
      <div className="nb-history__head">
        <h2 className="nb-history__when">
          <strong>{time}</strong> at {clock}
        </h2>
        <p>{change.by}</p>
        <p className="nb-meta">
          {firstSeq === head.seq ? 'Entry' : 'Entries'} {place}
          <br />
          <span className="nb-history__hash" title={head.hash}>
            {head.seq}:{head.hash.slice(0, 12)}
          </span>
        </p>
      </div>
      <div className="nb-history__body">
        <p className="nb-history__why">{change.reason ?? <span className="nb-secondary">No reason was given.</span>}</p>
        <Rows rows={rows.slice(0, mostOpen)} />
        {rows.length <= mostOpen ? null : (
          <details className="nb-reason nb-history__more">
            <summary>{plural(rows.length - mostOpen, 'more row')} of the same act</summary>
            <Rows rows={rows.slice(mostOpen)} />
          </details>
        )}
        {goesOn ? <p className="nb-meta">More rows of the same act stand on the next page.</p> : null}
      </div>
    </li>
  );
};
