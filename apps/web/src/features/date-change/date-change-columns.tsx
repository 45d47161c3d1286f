import { Link } from '@tanstack/react-router';
import type { CsvColumn } from '@noticeboard/domain/csv';
import { dateChangeStates, keysOf, marks } from '@noticeboard/domain/scales';
import type { DateChangeEntry } from '@noticeboard/domain/views/date-changes';
import { formatDate, formatShortDate } from '@noticeboard/domain/words';
import type { Column } from '../../components/data-table.tsx';
import { dateOrder, DueDates, Forecast, Slip } from '../../components/due-dates.tsx';
import { decisionInWords, moveDays } from '../../components/move-words.ts';
import { StatusTag } from '../../components/status-tag.tsx';

const stateOrder = keysOf(dateChangeStates);

const Decision = ({
  entry,
  mayDecide,
  onDecide,
}: {
  entry: DateChangeEntry;
  mayDecide: boolean;
  onDecide: (entry: DateChangeEntry) => void;
}) => {
  const { action, state, whoDecides, whyNotDecide, decisionReason } = entry;
  if (state.key !== 'asked') {
    return (
      <>
        {decisionInWords(entry)}
        {decisionReason === null ? null : <span className="nb-dates__under">{decisionReason}</span>}
      </>
    );
  }
  return (
    <>
      <StatusTag status={state} />
      <span className="nb-dates__under">{whoDecides} decides.</span>
      {mayDecide && whyNotDecide !== null ? <span className="nb-dates__under">{whyNotDecide}</span> : null}
      {mayDecide && whyNotDecide === null ? (
        <button
          type="button"
          id={`open-${entry.id}`}
          className="nb-link-button nb-no-print"
          onClick={() => onDecide(entry)}
        >
          Decide<span className="govuk-visually-hidden">: action {action.code}</span>
        </button>
      ) : null}
    </>
  );
};

/** Gives the columns of the register of date changes. */
export const dateChangeColumns = (
  noticeId: string,
  mayDecide: boolean,
  onDecide: (entry: DateChangeEntry) => void,
): Column<DateChangeEntry>[] => [
  {
    key: 'action',
    head: 'Action',
    rowHead: true,
    cell: ({ action: { id, code, title, organisation }, area }) => (
      <>
        <Link to="/n/$noticeId/actions/$actionId" params={{ noticeId, actionId: id }}>
          {code} {title}
        </Link>
        <span className="nb-dates__under">
          {area === null ? '' : `Area ${area.number}, `}
          {organisation}
        </span>
      </>
    ),
    sort: ({ order }) => order,
  },
  {
    key: 'from',
    head: 'From',
    cell: ({ from }) => <span className="nb-nowrap">{formatShortDate(from)}</span>,
    sort: ({ from }) => dateOrder(from),
  },
  {
    key: 'to',
    head: 'To',
    cell: (entry) => (
      <>
        <span className="nb-nowrap">{formatShortDate(entry.to)}</span>
        <span className="nb-dates__under nb-nowrap">{moveDays(entry)}</span>
      </>
    ),
    sort: ({ days }) => days,
  },
  {
    key: 'why',
    head: 'Reason and effect',
    narrowHead: 'Reason:',
    cell: ({ reason, effect }) => (
      <>
        {reason}
        {effect === null ? null : <span className="nb-dates__under">Effect: {effect}</span>}
      </>
    ),
  },
  {
    key: 'asked',
    head: 'Asked',
    cell: ({ askedOn, askedBy }) => (
      <>
        <span className="nb-nowrap">{formatShortDate(askedOn)}</span>
        <span className="nb-dates__under">{askedBy}</span>
      </>
    ),
    sort: ({ askedOn }) => dateOrder(askedOn),
  },
  {
    key: 'decision',
    head: 'Decision',
    cell: (entry) => <Decision entry={entry} mayDecide={mayDecide} onDecide={onDecide} />,
    sort: ({ state, decidedOn }) =>
      stateOrder.indexOf(state.key) * 1e9 - (decidedOn === null ? 0 : dateOrder(decidedOn)),
  },
  {
    key: 'due',
    head: 'Due now',
    cell: ({ action }) => <DueDates {...action} />,
    sort: ({ action }) => dateOrder(action.currentDue),
  },
  {
    key: 'forecast',
    head: 'Forecast',
    cell: ({ action }) => <Forecast forecast={action.forecast} />,
    sort: ({ action }) => (action.forecast === null ? null : dateOrder(action.forecast)),
  },
  {
    key: 'slipped',
    head: 'Slipped',
    numeric: true,
    cell: ({ action }) => <Slip {...action} />,
    sort: ({ action }) => action.slipDays,
  },
];

/** The register as a file: what the page puts into one cell stands in several. */
export const dateChangeFile: CsvColumn<DateChangeEntry>[] = [
  { head: 'Code', cell: ({ action }) => action.code },
  { head: 'Action', cell: ({ action }) => action.title },
  { head: 'Area', cell: ({ area }) => area?.number ?? null },
  { head: 'Organisation', cell: ({ action }) => action.organisation },
  { head: 'From', cell: ({ from }) => from },
  { head: 'To', cell: ({ to }) => to },
  { head: 'Days', cell: ({ days }) => days },
  { head: 'Reason', cell: ({ reason }) => reason },
  { head: 'Effect', cell: ({ effect }) => effect },
  { head: 'Asked by', cell: ({ askedBy }) => askedBy },
  { head: 'Asked on', cell: ({ askedOn }) => askedOn },
  { head: 'State', cell: ({ state }) => state.label },
  { head: 'Who decides', cell: ({ whoDecides }) => whoDecides },
  { head: 'Decided by', cell: ({ decidedBy }) => decidedBy },
  { head: 'Decided on', cell: ({ decidedOn }) => decidedOn },
  { head: 'Date approved', cell: ({ decidedDate }) => decidedDate },
  { head: 'Reason for the decision', cell: ({ decisionReason }) => decisionReason },
  { head: 'Meeting', cell: ({ meeting }) => meeting },
  { head: 'Original due', cell: ({ action }) => action.originalDue },
  { head: 'Current due', cell: ({ action }) => action.currentDue },
  { head: 'Forecast', cell: ({ action }) => action.forecast },
  { head: 'Days slipped', cell: ({ action }) => action.slipDays },
  { head: 'Approved moves', cell: ({ action }) => action.moves },
  { head: 'Source', cell: ({ mark }) => marks[mark].label },
];

/** Names a request in a title: "Action 6.04, 30 September to 31 October 2023". */
export const requestTitle = ({ action, from, to }: DateChangeEntry): string =>
  `Action ${action.code}: from ${formatDate(from)} to ${formatDate(to)}`;
