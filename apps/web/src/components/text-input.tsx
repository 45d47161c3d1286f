import type { InputHTMLAttributes } from 'react';
import { describedBy, type FieldProps, LabelledGroup } from './form-group.tsx';

type Width = 2 | 3 | 4 | 5 | 10 | 20 | 30;

/** A field of one line. `suffix` is a unit that stands after it ("%"). */
export const TextInput = ({
  id,
  label,
  hint,
  error,
  value,
  onChange,
  width,
  suffix,
  ...rest
}: FieldProps & {
  value: string;
  onChange: (value: string) => void;
  width?: Width;
  suffix?: string | undefined;
} & Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'inputMode' | 'autoComplete' | 'disabled' | 'spellCheck'>) => {
  const input = (
    <input
      type="text"
      {...rest}
      className={[
        'govuk-input',
        width ? `govuk-input--width-${width}` : '',
        error === undefined ? '' : 'govuk-input--error',
      ]
        .filter(Boolean)
        .join(' ')}
      id={id}
      name={id}
      value={value}
      aria-describedby={describedBy({ id, hint, error })}
      onChange={(event) => onChange(event.target.value)}
    />
  );
  return (
    <LabelledGroup id={id} label={label} hint={hint} error={error}>
      {suffix === undefined ? (
        input
      ) : (
        <div className="govuk-input__wrapper">
          {input}
          <div className="govuk-input__suffix" aria-hidden="true">
            {suffix}
          </div>
        </div>
      )}
    </LabelledGroup>
  );
};
