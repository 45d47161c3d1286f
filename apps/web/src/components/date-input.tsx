import type { DateParts } from './date-parts.ts';
import { type FieldProps, FieldsetGroup } from './form-group.tsx';

const parts = [
  { part: 'day', name: 'Day', width: 2 },
  { part: 'month', name: 'Month', width: 2 },
  { part: 'year', name: 'Year', width: 4 },
] as const;

/**
 * A date in three fields. Keep the three texts, and read them with `readDate` when the form is sent.
 * @param wrong the part that the error is about; all three where it is about the date as a whole
 */
export const DateInput = ({
  id,
  label,
  hint,
  error,
  value,
  wrong,
  onChange,
}: FieldProps & { value: DateParts; wrong?: keyof DateParts | undefined; onChange: (value: DateParts) => void }) => (
  <FieldsetGroup id={id} label={label} hint={hint} error={error} role="group">
    {/* The error summary leads to the first part. */}
    <div className="govuk-date-input" id={`${id}-parts`}>
      {parts.map(({ part, name, width }) => (
        <div key={part} className="govuk-date-input__item">
          <div className="govuk-form-group">
            <label className="govuk-label govuk-date-input__label" htmlFor={part === 'day' ? id : `${id}-${part}`}>
              {name}
            </label>
            <input
              className={`govuk-input govuk-date-input__input govuk-input--width-${width}${error !== undefined && (wrong ?? part) === part ? ' govuk-input--error' : ''}`}
              id={part === 'day' ? id : `${id}-${part}`}
              name={`${id}-${part}`}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              value={value[part]}
              onChange={(event) => onChange({ ...value, [part]: event.target.value })}
            />
          </div>
        </div>
      ))}
    </div>
  </FieldsetGroup>
);
