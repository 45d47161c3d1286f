import { formatNumber, plural } from '@noticeboard/domain/words';
import { describedBy, type FieldProps, LabelledGroup } from './form-group.tsx';

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/**
 * A field of several lines. With `words` it counts towards a guide that nobody is stopped at ("29 of 60 words"); with
 * `characters` it counts what is left and says when there are too many.
 */
export const Textarea = ({
  id,
  label,
  hint,
  error,
  value,
  onChange,
  rows = 4,
  words,
  characters,
}: FieldProps & {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  words?: number;
  characters?: number;
}) => {
  const counted = words !== undefined || characters !== undefined;
  const left = (characters ?? 0) - value.length;
  const over = characters !== undefined && left < 0;
  const count =
    words === undefined
      ? `You have ${plural(Math.abs(left), 'character')} ${over ? 'too many' : 'left'}`
      : `${formatNumber(wordsIn(value), 0)} of ${plural(words, 'word')}`;
  return (
    <LabelledGroup
      id={id}
      label={label}
      hint={hint}
      error={error}
      {...(counted ? { className: 'govuk-character-count' } : {})}
    >
      <textarea
        className={error === undefined && !over ? 'govuk-textarea' : 'govuk-textarea govuk-textarea--error'}
        id={id}
        name={id}
        rows={rows}
        value={value}
        aria-describedby={describedBy({ id, hint, error }, counted ? `${id}-info` : undefined)}
        onChange={(event) => onChange(event.target.value)}
      />
      {counted ? (
        <div
          id={`${id}-info`}
          className={`${over ? 'govuk-error-message' : 'govuk-hint'} govuk-character-count__message`}
        >
          {count}
        </div>
      ) : null}
    </LabelledGroup>
  );
};
