import { useState } from 'react';
import { daysBetween } from '@noticeboard/domain/day-number';
import type { Draft } from '@noticeboard/domain/draft';
import { confidences, keysOf, ratings } from '@noticeboard/domain/scales';
import type { OpenMilestone } from '@noticeboard/domain/views/due-reports';
import { formatDate, plural } from '@noticeboard/domain/words';
import { Button } from '../../components/button.tsx';
import { Checkboxes, Radios } from '../../components/choices.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { readDate } from '../../components/date-parts.ts';
import { Details } from '../../components/details.tsx';
import { daysMoved } from '../../components/due-dates.tsx';
import type { Problems } from '../../components/problems.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { forecastProblem, isWritten, type ReportRow } from './body.ts';
import { elementId } from './desk.ts';
import { AskForDate, nameOf } from './row-parts.tsx';
import { optional } from '../../components/optional.tsx';

const guide = 60;
const ratingChoices = keysOf(ratings).map((value) => ({ value, label: <StatusTag status={ratings[value]} quiet /> }));
const confidenceChoices = keysOf(confidences).map((value) => ({ value, label: confidences[value].label }));

/** Says when a milestone is due, when it was to be at first, how far that is, and when it is expected. */
const datesOf = ({ originalDue, currentDue, forecast, slipDays, status }: OpenMilestone): string => {
  const due = `${status.key === 'overdue' ? 'Overdue: it was due' : 'Due'} ${formatDate(currentDue)}`;
  const from = slipDays === 0 ? 'as originally' : `originally ${formatDate(originalDue)}, ${daysMoved(slipDays)}`;
  return `${due}, ${from}${forecast === null ? '' : `. Forecast ${formatDate(forecast)}`}`;
};

const Milestones = ({
  id,
  milestones,
  ticked,
  error,
  onChange,
}: {
  id: string;
  milestones: readonly OpenMilestone[];
  ticked: readonly string[];
  error: string | undefined;
  onChange: (ids: string[]) => void;
}) => {
  // What was ticked when the page was opened is in sight; from then on the reader opens and closes it.
  const [openAtFirst] = useState(ticked.length > 0);
  return (
    <Details summary={plural(milestones.length, 'open milestone')} open={openAtFirst || error !== undefined}>
      <Checkboxes
        id={id}
        label="Which have been reached?"
        small
        value={ticked}
        error={error}
        choices={milestones.map((milestone) => ({
          value: milestone.id,
          label: milestone.title,
          hint: datesOf(milestone),
        }))}
        onChange={onChange}
      />
    </Details>
  );
};

/** Says that a forecast lies after the due date, and what that does not do. */
const LateForecast = ({
  noticeId,
  row,
  body,
}: {
  noticeId: string | null;
  row: Extract<ReportRow, { kind: 'action' }>;
  body: Draft;
}) => {
  const read = readDate(body.forecast, 'Forecast');
  const late = 'on' in read && read.on !== null ? daysBetween(row.currentDue, read.on) : 0;
  if (late <= 0) return null;
  return (
    <p className="nb-notice-line nb-due__late" role="status">
      <strong>Your forecast is {plural(late, 'day')} after the due date.</strong>{' '}
      {row.askedDate === null ? 'It does not move the date.' : `A move to ${formatDate(row.askedDate)} is asked for.`}{' '}
      {noticeId === null ? (
        'Tell the programme office where it has to move.'
      ) : (
        <AskForDate noticeId={noticeId} actionId={row.id} asked={row.askedDate !== null} />
      )}
    </p>
  );
};

/**
 * The form of one row that takes an update: nothing has changed, or what has.
 * @param onUnchanged takes “No change”, where it may stand
 */
export const ReportForm = ({
  noticeId,
  row,
  body,
  problems,
  onChange,
  onUnchanged,
}: {
  noticeId: string | null;
  row: ReportRow;
  body: Draft;
  problems: Problems;
  onChange: (patch: Partial<Draft>) => void;
  onUnchanged: () => void;
}) => {
  const id = elementId(row);
  const { unchanged } = row;
  const started = body.rating !== null || body.words.trim() !== '';
  const forecast = forecastProblem(row, body);
  return (
    <>
      {unchanged.possible ? null : (
        <p className="nb-due__why">
          {body.noChange ? <strong>“No change” can’t be sent any more. </strong> : null}
          {unchanged.why}
        </p>
      )}
      <div className="nb-due__choices">
        {unchanged.possible ? (
          // What is written would be lost by it. Its place is kept, so that nothing moves while somebody types.
          <Button
            kind="secondary"
            onClick={onUnchanged}
            id={`${id}-unchanged`}
            style={isWritten(row, body) ? { visibility: 'hidden' } : undefined}
          >
            No change<span className="govuk-visually-hidden">: {nameOf(row)}</span>
          </Button>
        ) : null}
        <Radios
          id={`${id}-rating`}
          label={row.kind === 'action' ? 'Rating now' : optional('Rating now')}
          inline
          small
          value={body.rating ?? ''}
          choices={ratingChoices}
          error={problems['rating']}
          onChange={(rating) => onChange({ rating })}
        />
        {row.kind === 'action' ? (
          <DateInput
            id={`${id}-forecast`}
            label="Forecast"
            value={body.forecast}
            error={problems['forecast'] ?? forecast ?? undefined}
            onChange={(parts) => onChange({ forecast: parts })}
          />
        ) : null}
      </div>
      <Textarea
        id={`${id}-words`}
        label="What changed for children and families?"
        value={body.words}
        words={guide}
        rows={2}
        error={problems['words']}
        onChange={(words) => onChange({ words })}
      />
      {body.rating === 'red' ? (
        <Textarea
          id={`${id}-recovery`}
          label={
            <>
              How will it recover, and by when? <span className="nb-optional">needed because you chose red</span>
            </>
          }
          value={body.recovery}
          words={guide}
          rows={2}
          error={problems['recovery']}
          onChange={(recovery) => onChange({ recovery })}
        />
      ) : null}
      {started ? (
        <Radios
          id={`${id}-confidence`}
          label={optional('How sure are you?')}
          inline
          small
          value={body.confidence ?? ''}
          choices={confidenceChoices}
          error={problems['confidence']}
          onChange={(confidence) => onChange({ confidence })}
        />
      ) : null}
      {row.kind === 'action' && row.milestones.length > 0 ? (
        <Milestones
          id={`${id}-milestones`}
          milestones={row.milestones}
          ticked={body.milestoneIds}
          error={problems['milestones']}
          onChange={(milestoneIds) => onChange({ milestoneIds })}
        />
      ) : null}
      {row.kind === 'action' ? <LateForecast noticeId={noticeId} row={row} body={body} /> : null}
    </>
  );
};
