import { memo, useState } from 'react';
import { ratings } from '@noticeboard/domain/scales';
import { formatDate } from '@noticeboard/domain/words';
import { Button } from '../../components/button.tsx';
import { readDate } from '../../components/date-parts.ts';
import { deliveryInWords } from '../../components/delivery-words.ts';
import type { Problems } from '../../components/problems.ts';
import { slipInWords } from '../../components/due-dates.tsx';
import { Reason } from '../../components/reason.tsx';
import { StatusTag, StatusWithReason } from '../../components/status-tag.tsx';
import { TheirsBesideYours } from '../../components/theirs-beside-yours.tsx';
import type { Draft } from '@noticeboard/domain/draft';
import { hasNewForecast, isOvertaken, isUnchanged, isWritten, lacks, onTopOf, type ReportRow } from './body.ts';
import { type Desk, useBody } from './desk.ts';
import { TypedElsewhere } from './elsewhere.tsx';
import { ReportForm } from './report-form.tsx';
import { DoneLine, Last, nameOf, RowFrame, RowTitle } from './row-parts.tsx';

const computedInWords = ({ key, days }: Extract<ReportRow, { kind: 'action' }>['delivery']): string =>
  deliveryInWords({ delivery: key, days });

const Facts = ({ row }: { row: ReportRow }) => (
  <dl className="nb-due__dates">
    {row.kind === 'action' ? (
      <>
        <dt>Original</dt>
        <dd>{formatDate(row.originalDue)}</dd>
        <dt>Current</dt>
        <dd>
          {formatDate(row.currentDue)}
          {row.slipDays === 0 && row.moves === 0 ? null : <span className="nb-due__slip">{slipInWords(row)}</span>}
        </dd>
        <dt>Forecast</dt>
        <dd>{row.forecast === null ? 'None' : formatDate(row.forecast)}</dd>
        <dt>Stage</dt>
        <dd>{row.stageLabel}</dd>
        <dt>Computed</dt>
        <dd>
          <StatusTag status={row.delivery}>{computedInWords(row.delivery)}</StatusTag>{' '}
          <Reason of={row.delivery.label}>{row.delivery.reason}</Reason>
        </dd>
      </>
    ) : (
      <>
        <dt>Due</dt>
        <dd>{row.due ?? 'No date recorded'}</dd>
        <dt>State</dt>
        <dd>
          <StatusWithReason status={row.state} />
        </dd>
      </>
    )}
    <dt>Report</dt>
    <dd>
      <StatusWithReason status={row.report} />
    </dd>
  </dl>
);

const ratingInWords = (key: Draft['rating']): string => (key === null ? 'No rating' : ratings[key].label);

const forecastInWords = ({ forecast }: Draft): string => {
  const read = readDate(forecast, 'Forecast');
  return 'on' in read && read.on !== null ? formatDate(read.on) : 'Not a date';
};

/** What somebody else said meanwhile, beside what is typed here. */
const Theirs = ({
  row,
  body,
  onUseMine,
  onUseTheirs,
}: {
  row: ReportRow;
  body: Draft;
  onUseMine: () => void;
  onUseTheirs: () => void;
}) => {
  const { last, unchanged } = row;
  const yours = body.noChange ? 'No change' : body.words;
  // Who moved a forecast without saying anything is not known here.
  const said = body.seenId !== (last?.id ?? null);
  return (
    <TheirsBesideYours
      by={said ? (last?.by ?? null) : null}
      fields={[
        ...(said
          ? [
              {
                key: 'rating',
                label: 'Rating',
                theirs: ratingInWords(last?.rating?.key ?? null),
                yours: body.noChange && unchanged.possible ? unchanged.says : ratingInWords(body.rating),
              },
              { key: 'words', label: 'What changed', theirs: last?.words ?? '', yours },
              { key: 'recovery', label: 'Recovery', theirs: last?.recovery ?? '', yours: body.recovery },
            ]
          : []),
        ...(row.kind === 'action' && row.forecast !== body.seenForecast
          ? [
              {
                key: 'forecast',
                label: 'Forecast',
                theirs: row.forecast === null ? 'None' : formatDate(row.forecast),
                yours: hasNewForecast(row, body) ? forecastInWords(body) : 'Not changed by you',
              },
            ]
          : []),
      ]}
      onUseMine={onUseMine}
      onUseTheirs={onUseTheirs}
    />
  );
};

const summaryOf = ({ rating, recovery }: Draft): string => {
  if (rating === null) return 'Update written';
  return `${ratings[rating].label}${rating === 'red' && recovery.trim() !== '' ? ' with a recovery plan' : ''}`;
};

type Props = {
  row: ReportRow;
  desk: Desk;
  open: boolean;
  /** Whether one row is open at a time. */
  narrow: boolean;
  busy: boolean;
  readOnly: boolean;
  problems: Problems;
};

/** One action or requirement that is due. */
export const ReportRowItem = memo(({ row, desk, open, narrow, busy, readOnly, problems }: Props) => {
  const { body, touched, refused, change, clear } = useBody(desk, row);
  // A row that is opened with “No change” on it already does not take the focus; one on which it was just pressed does.
  const [pressed, setPressed] = useState(false);
  const name = nameOf(row);
  const split = body.elsewhere !== undefined;
  const overtaken = touched && !busy && !split && isOvertaken(row, body);
  const reported = !row.asked && !touched;
  // A “No change” that was kept may have become impossible since: then the row is open, and says why.
  const unchanged = isUnchanged(row, body);
  const done = !overtaken && !split && (reported || unchanged);
  const shown: Problems = { ...problems, ...refused };
  const [wrong] = Object.values(shown);
  // A closed row would hide what is wrong with it.
  const isOpen = open || split || wrong !== undefined;

  const unchange = () => {
    setPressed(true);
    desk.mend(row.key);
    change({ noChange: true });
    desk.keeper.flush(row.key);
    desk.next(row.key, false);
  };
  const undo = () => {
    desk.open(row.key);
    change({ noChange: false });
    desk.keeper.flush(row.key);
  };

  const form = () => {
    if (readOnly) return null;
    if (split)
      return <TypedElsewhere row={row} body={body} desk={desk} onUseHere={() => change({ elsewhere: undefined })} />;
    if (overtaken) {
      return (
        <Theirs
          row={row}
          body={body}
          onUseMine={() => {
            change(onTopOf(row, body));
            desk.mend(row.key);
          }}
          onUseTheirs={() => {
            clear();
            desk.mend(row.key);
          }}
        />
      );
    }
    if (unchanged) {
      return (
        <DoneLine
          title="No change"
          words={row.unchanged.possible ? row.unchanged.says : ''}
          back={{ label: 'Undo', of: name, act: undo, focus: pressed }}
        />
      );
    }
    if (reported) {
      return <DoneLine title={<StatusTag status={row.report} />} words={row.report.reason} />;
    }
    if (!isOpen)
      return (
        <ClosedRow
          row={row}
          body={body}
          name={name}
          started={touched}
          onOpen={() => desk.open(row.key)}
          onUnchanged={unchange}
        />
      );
    return (
      <>
        <ReportForm
          noticeId={desk.noticeId}
          row={row}
          body={body}
          problems={shown}
          onChange={(patch) => change({ noChange: false, ...patch })}
          onUnchanged={unchange}
        />
        {narrow ? (
          <Button
            onClick={() => {
              desk.keeper.flush(row.key);
              desk.next(row.key, true);
            }}
          >
            Keep and go to next
          </Button>
        ) : null}
      </>
    );
  };

  const closed = narrow && !isOpen && !overtaken;
  return (
    <RowFrame row={row} state={done ? 'done' : closed ? 'closed' : 'open'} problem={done ? wrong : shown['']}>
      <div className="nb-due__facts">
        <RowTitle row={row} desk={desk} />
        {reported || (narrow && (done || closed)) ? null : <Facts row={row} />}
      </div>
      {narrow && (done || closed) ? null : (
        <div className="nb-due__last">
          <Last last={row.last} desk={desk} />
        </div>
      )}
      <div className="nb-due__form" onBlur={() => desk.keeper.flush(row.key)}>
        {form()}
      </div>
    </RowFrame>
  );
});

/** A row that is closed on a phone: how it stands, and the two things to do with it. */
const ClosedRow = ({
  row,
  body,
  name,
  started,
  onOpen,
  onUnchanged,
}: {
  row: ReportRow;
  body: Draft;
  name: string;
  /** Whether something is typed on it. */
  started: boolean;
  onOpen: () => void;
  onUnchanged: () => void;
}) => {
  const lacking = lacks(row, body);
  if (lacking === null) {
    return (
      <DoneLine
        title={summaryOf(body)}
        words={body.words}
        back={{ label: 'Change', of: name, act: onOpen, focus: false }}
      />
    );
  }
  return (
    <>
      <p className="nb-due__rating">
        {row.kind === 'action' ? (
          <StatusTag status={row.delivery}>{computedInWords(row.delivery)}</StatusTag>
        ) : (
          <StatusTag status={row.state} />
        )}
      </p>
      {started ? <p className="nb-due__why">Not ready: it lacks {lacking}.</p> : null}
      <div className="nb-due__buttons">
        {row.unchanged.possible && !isWritten(row, body) ? (
          <Button kind="secondary" onClick={onUnchanged}>
            No change<span className="govuk-visually-hidden">: {name}</span>
          </Button>
        ) : null}
        <Button kind="secondary" onClick={onOpen}>
          Update<span className="govuk-visually-hidden">: {name}</span>
        </Button>
      </div>
    </>
  );
};
