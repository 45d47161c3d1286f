import { useState } from 'react';
import { formatNumber } from '@noticeboard/domain/words';
import { Checkboxes } from '../../../components/choices.tsx';
import type { FieldProps } from '../../../components/form-group.tsx';
import type { Option } from './field.ts';

/** Any number of a long list, in a box that scrolls, with a field that narrows it. What is chosen stays in sight. */
export const ManyChoices = ({
  id,
  label,
  hint,
  error,
  value,
  choices,
  onChange,
}: FieldProps & { value: readonly string[]; choices: readonly Option[]; onChange: (value: string[]) => void }) => {
  const [sought, setSought] = useState('');
  // What was chosen at first stands first, and stays there while the list is worked on.
  const [first] = useState(value);
  const ordered = [
    ...choices.filter((each) => first.includes(each.value)),
    ...choices.filter((each) => !first.includes(each.value)),
  ];
  const words = sought.trim().toLowerCase();
  const seen = ordered.filter((choice) => value.includes(choice.value) || choice.label.toLowerCase().includes(words));
  return (
    <div className="nb-many-choices">
      <div className="nb-many-choices__box">
        <Checkboxes
          id={id}
          label={label}
          hint={hint ?? `${formatNumber(value.length, 0)} of ${choices.length} chosen`}
          error={error}
          small
          value={value}
          choices={seen}
          onChange={onChange}
        />
      </div>
      <label className="govuk-label nb-small" htmlFor={`${id}-sought`}>
        Narrow the list
      </label>
      <input
        className="govuk-input govuk-input--width-20"
        id={`${id}-sought`}
        type="search"
        value={sought}
        onChange={(event) => setSought(event.target.value)}
      />
    </div>
  );
};
