import { confidences, ratings, updateKinds } from '@noticeboard/domain/scales';
import type { PeriodUpdate } from '@noticeboard/domain/views/updates';
import { formatDate } from '@noticeboard/domain/words';
import { Button } from '../../components/button.tsx';
import { Review } from '../../components/review.tsx';
import { ToRow } from '../../components/row-link.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { ReturnForm } from './return-form.tsx';

/** What the reader can do with an update that waits. */
type Reviewing = {
  chosen: boolean;
  saving: boolean;
  /** Whether the form that returns it is open. */
  returning: boolean;
  onChoose: () => void;
  onAccept: () => void;
  /** Opens the form that returns it, or closes it. */
  onReturn: () => void;
};

const Said = ({
  update: { by, on, kind, about, rating, confidence, words, recovery, forecast, mark },
}: {
  update: PeriodUpdate;
}) => (
  <>
    <p className="nb-meta">
      {by}
      {about.organisation === null ? '' : `, ${about.organisation}`}, {formatDate(on)} <SourceMark mark={mark} dense />
    </p>
    <p className="nb-updates__said">
      {rating === null ? null : <StatusTag status={ratings[rating]} />}{' '}
      {confidence === null ? null : (
        <span className="nb-secondary">confidence {confidences[confidence].label.toLowerCase()}</span>
      )}
      {forecast === null ? null : <span className="nb-secondary">forecast {formatDate(forecast)}</span>}
    </p>
    <p className="nb-words">
      {kind === 'noChange' ? <strong>{updateKinds.noChange.label}. </strong> : null}
      {words}
    </p>
    {recovery === null ? null : (
      <p className="nb-words">
        <strong>Recovery plan:</strong> {recovery}
      </p>
    )}
  </>
);

/** One update of the period: what it says, and accepting or returning it where it waits for the reader. */
export const UpdateItem = ({ update, reviewing }: { update: PeriodUpdate; reviewing: Reviewing | null }) => {
  const { id, about, review, locked } = update;
  const name = `${about.code} ${about.title}`;
  return (
    <li className="nb-updates__item">
      <div className="nb-updates__head">
        {reviewing === null ? null : (
          <div className="govuk-checkboxes govuk-checkboxes--small nb-no-print">
            <div className="govuk-checkboxes__item">
              <input
                className="govuk-checkboxes__input"
                id={`choose-${id}`}
                type="checkbox"
                checked={reviewing.chosen}
                onChange={reviewing.onChoose}
              />
              <label className="govuk-label govuk-checkboxes__label" htmlFor={`choose-${id}`}>
                <span className="govuk-visually-hidden">Choose the update of {about.code}</span>
              </label>
            </div>
          </div>
        )}
        <h2 className="govuk-heading-s" id={`update-${id}`} tabIndex={-1}>
          <ToRow link={about.link}>{name}</ToRow>
        </h2>
      </div>
      <Said update={update} />
      {reviewing === null ? (
        <Review review={review} />
      ) : (
        <div className="nb-print-only">
          <Review review={review} />
        </div>
      )}
      {locked === null ? null : <p className="nb-meta">{locked}</p>}
      {reviewing === null ? null : reviewing.returning ? (
        <ReturnForm update={update} onDone={reviewing.onReturn} />
      ) : (
        <div className="govuk-button-group nb-no-print">
          <Button disabled={reviewing.saving} onClick={reviewing.onAccept}>
            Accept<span className="govuk-visually-hidden"> the update of {about.code}</span>
          </Button>
          <Button kind="secondary" onClick={reviewing.onReturn}>
            Return<span className="govuk-visually-hidden"> the update of {about.code}</span>
          </Button>
        </div>
      )}
    </li>
  );
};
