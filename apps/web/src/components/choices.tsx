import type { ReactNode } from 'react';
import { describedBy, type FieldProps, FieldsetGroup, LabelledGroup } from './form-group.tsx';

/** One thing to choose. */
export type Choice<K extends string> = { value: K; label: ReactNode; hint?: ReactNode };

/** A list to choose one from; `empty` is the words of choosing nothing ("All areas"). */
export const Select = <K extends string>({
  id,
  label,
  hint,
  error,
  value,
  choices,
  empty,
  onChange,
}: FieldProps & {
  value: K | '';
  choices: readonly { value: K; label: string }[];
  empty?: string;
  onChange: (value: K | '') => void;
}) => (
  <LabelledGroup id={id} label={label} hint={hint} error={error}>
    <select
      className={error === undefined ? 'govuk-select' : 'govuk-select govuk-select--error'}
      id={id}
      name={id}
      value={value}
      aria-describedby={describedBy({ id, hint, error })}
      onChange={(event) => onChange(event.target.value as K | '')}
    >
      {empty === undefined ? null : <option value="">{empty}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  </LabelledGroup>
);

type Item = {
  kind: 'radios' | 'checkboxes';
  id: string;
  name: string;
  choice: Choice<string>;
  checked: boolean;
  onChange: () => void;
};

const ItemOf = ({ kind, id, name, choice, checked, onChange }: Item) => (
  <div className={`govuk-${kind}__item`}>
    <input
      className={`govuk-${kind}__input`}
      id={id}
      name={name}
      type={kind === 'radios' ? 'radio' : 'checkbox'}
      value={choice.value}
      checked={checked}
      aria-describedby={choice.hint === undefined ? undefined : `${id}-item-hint`}
      onChange={onChange}
    />
    <label className={`govuk-label govuk-${kind}__label`} htmlFor={id}>
      {choice.label}
    </label>
    {choice.hint === undefined ? null : (
      <div id={`${id}-item-hint`} className={`govuk-hint govuk-${kind}__hint`}>
        {choice.hint}
      </div>
    )}
  </div>
);

// The first item carries the field's own id, so that the error summary leads to it.
const itemId = (id: string, index: number) => (index === 0 ? id : `${id}-${index + 1}`);

/** Several things of which one is chosen; `inline` for two or three short ones. */
export const Radios = <K extends string>({
  id,
  label,
  hint,
  error,
  value,
  choices,
  inline = false,
  small = false,
  onChange,
}: FieldProps & {
  value: K | '';
  choices: readonly Choice<K>[];
  inline?: boolean;
  small?: boolean;
  onChange: (value: K) => void;
}) => (
  <FieldsetGroup id={id} label={label} hint={hint} error={error}>
    <div
      className={['govuk-radios', inline ? 'govuk-radios--inline' : '', small ? 'govuk-radios--small' : '']
        .filter(Boolean)
        .join(' ')}
    >
      {choices.map((choice, index) => (
        <ItemOf
          key={choice.value}
          kind="radios"
          id={itemId(id, index)}
          name={id}
          choice={choice}
          checked={choice.value === value}
          onChange={() => onChange(choice.value)}
        />
      ))}
    </div>
  </FieldsetGroup>
);

/** Several things of which any number is chosen; gives them in the order of the choices. */
export const Checkboxes = <K extends string>({
  id,
  label,
  hint,
  error,
  value,
  choices,
  small = false,
  onChange,
}: FieldProps & {
  value: readonly K[];
  choices: readonly Choice<K>[];
  small?: boolean;
  onChange: (value: K[]) => void;
}) => (
  <FieldsetGroup id={id} label={label} hint={hint} error={error}>
    <div className={small ? 'govuk-checkboxes govuk-checkboxes--small' : 'govuk-checkboxes'}>
      {choices.map((choice, index) => (
        <ItemOf
          key={choice.value}
          kind="checkboxes"
          id={itemId(id, index)}
          name={id}
          choice={choice}
          checked={value.includes(choice.value)}
          onChange={() =>
            onChange(
              choices
                .map((each) => each.value)
                .filter((each) => (each === choice.value ? !value.includes(each) : value.includes(each))),
            )
          }
        />
      ))}
    </div>
  </FieldsetGroup>
);
