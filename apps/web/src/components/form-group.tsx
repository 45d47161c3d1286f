import type { ReactNode } from 'react';

/** What every field of a form is given. */
export type FieldProps = {
  /** The id of its control, which the error summary links to; names the field in an input schema too. */
  id: string;
  label: ReactNode;
  hint?: ReactNode | undefined;
  /** The sentence that stands beside the field. */
  error?: string | undefined;
};

/** Gives the ids that describe a field: those of its hint and its error, where it has them. */
export const describedBy = (
  { id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>,
  ...more: (string | undefined)[]
): string | undefined =>
  [hint === undefined ? undefined : `${id}-hint`, error === undefined ? undefined : `${id}-error`, ...more]
    .filter((part) => part !== undefined)
    .join(' ') || undefined;

/** The hint and the error of a field, in that order. */
const HintAndError = ({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>) => (
  <>
    {hint === undefined ? null : (
      <div id={`${id}-hint`} className="govuk-hint">
        {hint}
      </div>
    )}
    {error === undefined ? null : (
      <p id={`${id}-error`} className="govuk-error-message">
        <span className="govuk-visually-hidden">Error:</span> {error}
      </p>
    )}
  </>
);

/** The frame of a field: a red rule at its left where it has an error. */
const FormGroup = ({
  error,
  className,
  children,
}: {
  error: string | undefined;
  className?: string;
  children: ReactNode;
}) => (
  <div
    className={['govuk-form-group', error === undefined ? '' : 'govuk-form-group--error', className ?? '']
      .filter(Boolean)
      .join(' ')}
  >
    {children}
  </div>
);

/** The label, hint and error of a field with one control. */
export const LabelledGroup = ({
  id,
  label,
  hint,
  error,
  className,
  children,
}: FieldProps & { className?: string; children: ReactNode }) => (
  <FormGroup error={error} {...(className === undefined ? {} : { className })}>
    <label className="govuk-label" htmlFor={id}>
      {label}
    </label>
    <HintAndError id={id} hint={hint} error={error} />
    {children}
  </FormGroup>
);

/** The legend, hint and error of a field with several controls. */
export const FieldsetGroup = ({
  id,
  label,
  hint,
  error,
  children,
  role,
}: FieldProps & { role?: 'group'; children: ReactNode }) => (
  <FormGroup error={error}>
    <fieldset className="govuk-fieldset" aria-describedby={describedBy({ id, hint, error })} role={role}>
      <legend className="govuk-fieldset__legend">{label}</legend>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  </FormGroup>
);
