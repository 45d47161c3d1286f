import { useState } from 'react';
import type { IsoDate } from '@noticeboard/domain/fields';
import { daysBetween } from '@noticeboard/domain/day-number';
import { confidences, keysOf, ratings, type Confidence, type Rating } from '@noticeboard/domain/scales';
import { formatDate, plural } from '@noticeboard/domain/words';
import { useNotice } from '../app/notice.ts';
import { trpc } from '../app/trpc.ts';
import { useChange } from '../app/use-change.ts';
import { ChangeForm } from './change-form.tsx';
import { Radios } from './choices.tsx';
import { DateInput } from './date-input.tsx';
import { partsOf, readDate } from './date-parts.ts';
import { problemsOf, type Problems } from './problems.ts';
import { StatusTag } from './status-tag.tsx';
import { Textarea } from './textarea.tsx';
import { optional } from './optional.tsx';

/** What an update is about, and what only an action has: a due date and a forecast. */
export type UpdateSubject =
  | { kind: 'action'; id: string; currentDue: IsoDate; forecast: IsoDate | null }
  | { kind: 'measure' | 'requirement'; id: string };

/** What was said last, shown beside the form. */
export type LastWords = { rating: Rating | null; on: IsoDate; words: string };

const ids = ['rating', 'confidence', 'words', 'recovery', 'forecast'] as const;
const guide = 60;

const ratingChoices = keysOf(ratings).map((value) => ({ value, label: <StatusTag status={ratings[value]} quiet /> }));
const confidenceChoices = keysOf(confidences).map((value) => ({ value, label: confidences[value].label }));

const Last = ({ last, today }: { last: LastWords; today: IsoDate }) => {
  const days = daysBetween(last.on, today);
  return (
    <div className="nb-last-words">
      <p className="nb-meta">
        Last said {formatDate(last.on)}
        {days === 0 ? ', today' : `, ${plural(days, 'day')} ago`}{' '}
        {last.rating === null ? null : <StatusTag status={ratings[last.rating]} />}
      </p>
      <p>{last.words}</p>
    </div>
  );
};

/**
 * Writes an update of an action, a measure or a requirement: what changed, how it is rated, and for a red how it recovers.
 * What is typed stays until it is saved or cancelled.
 * @param onDone called once it is saved or cancelled
 */
export const UpdateForm = ({
  subject,
  last,
  onDone,
}: {
  subject: UpdateSubject;
  last: LastWords | null;
  onDone: () => void;
}) => {
  const { noticeId, today } = useNotice();
  const { save, saving, refusal } = useChange(trpc.update.write.mutationOptions());
  const action = subject.kind === 'action' ? subject : null;
  const [rating, setRating] = useState<Rating | ''>('');
  const [confidence, setConfidence] = useState<Confidence | ''>('');
  const [words, setWords] = useState('');
  const [recovery, setRecovery] = useState('');
  // What stood when the form was opened: a forecast that is not touched is not sent, so nobody else's is overwritten.
  const [given] = useState(() => partsOf(action?.forecast ?? null));
  const [forecast, setForecast] = useState(given);
  const [own, setOwn] = useState<Problems>({});
  const problems = problemsOf(ids, own, refusal);
  const read = readDate(forecast, 'Forecast');
  const late = action && 'on' in read && read.on !== null ? daysBetween(action.currentDue, read.on) : 0;

  const send = async () => {
    const touched = forecast.day !== given.day || forecast.month !== given.month || forecast.year !== given.year;
    const found: Record<string, string> = {
      ...(action && rating === '' ? { rating: 'Choose a rating: green, amber or red.' } : {}),
      ...(words.trim() === '' ? { words: 'Enter what changed.' } : {}),
      ...(rating === 'red' && recovery.trim() === '' ? { recovery: 'Say how it will recover, and by when.' } : {}),
      ...('error' in read ? { forecast: read.error } : {}),
      ...(touched && 'on' in read && read.on === null ? { forecast: 'Enter a forecast, or leave it as it was.' } : {}),
    };
    setOwn(found);
    if (Object.keys(found).length > 0) return;
    const receipt = await save({
      noticeId,
      actionId: action ? subject.id : null,
      measureId: subject.kind === 'measure' ? subject.id : null,
      requirementId: subject.kind === 'requirement' ? subject.id : null,
      rating: rating === '' ? null : rating,
      confidence: confidence === '' ? null : confidence,
      words,
      recovery: rating === 'red' ? recovery : null,
      forecast: touched && 'on' in read ? read.on : null,
    });
    if (receipt) onDone();
  };

  return (
    <ChangeForm problems={problems} save="Save update" saving={saving} onSave={send} onCancel={onDone}>
      {last ? <Last last={last} today={today} /> : null}
      <Radios
        id="rating"
        label="Rating now"
        inline
        small
        value={rating}
        choices={ratingChoices}
        error={problems['rating']}
        onChange={setRating}
      />
      <Radios
        id="confidence"
        label={optional('Confidence')}
        inline
        small
        value={confidence}
        choices={confidenceChoices}
        error={problems['confidence']}
        onChange={setConfidence}
      />
      <Textarea
        id="words"
        label="What changed"
        hint="Say what changed for children and families."
        value={words}
        words={guide}
        rows={4}
        error={problems['words']}
        onChange={setWords}
      />
      {rating === 'red' ? (
        <Textarea
          id="recovery"
          label="How will it recover, and by when?"
          hint="Needed because you chose red."
          value={recovery}
          words={guide}
          rows={3}
          error={problems['recovery']}
          onChange={setRecovery}
        />
      ) : null}
      {action ? (
        <DateInput
          id="forecast"
          label="Your forecast"
          hint={`When you expect it to be done. It is due ${formatDate(action.currentDue)}.`}
          value={forecast}
          wrong={'error' in read ? read.part : undefined}
          error={problems['forecast']}
          onChange={setForecast}
        />
      ) : null}
      {late > 0 ? (
        <p className="nb-notice-line" role="status">
          <strong>{plural(late, 'day')} after the due date.</strong> A forecast does not move the due date: ask for that
          apart.
        </p>
      ) : null}
    </ChangeForm>
  );
};
