import type { DateParts } from './date-parts.ts';
import { type FieldProps, FieldsetGroup } from './form-group.tsx';

const fields = {
  day: { name: 'Day', width: 2 },
  month: { name: 'Month', width: 2 },
  year: { name: 'Year', width: 4 },
} as const;
const wholeDate = ['day', 'month', 'year'] as const;

/**
 * A date in three fields, or the parts of it that are asked for. Keep the texts, and read them with `readDate` when the form is
 * sent.
 * @param parts which parts are asked for, in the order of a date
 * @param wrong the part that the error is about; all of them where it is about the date as a whole
 */
export const DateInput = ({
  id,
  label,
  hint,
  error,
  value,
  parts = wholeDate,
  wrong,
  onChange,
}: FieldProps & {
  value: DateParts;
  parts?: readonly (keyof DateParts)[];
  wrong?: keyof DateParts | undefined;
  onChange: (value: DateParts) => void;
}) => (
  <FieldsetGroup id={id} label={label} hint={hint} error={error} role="group">
    {/* The error summary leads to the first part. */}
    <div className="govuk-date-input" id={`${id}-parts`}>
      {parts.map((part, index) => (
        <div key={part} className="govuk-date-input__item">
          <div className="govuk-form-group">
            <label className="govuk-label govuk-date-input__label" htmlFor={index === 0 ? id : `${id}-${part}`}>
              {fields[part].name}
            </label>
            <input
              className={`govuk-input govuk-date-input__input govuk-input--width-${fields[part].width}${error !== undefined && (wrong ?? part) === part ? ' govuk-input--error' : ''}`}
              id={index === 0 ? id : `${id}-${part}`}
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
