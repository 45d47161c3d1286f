import { describedBy, LabelledGroup, type FieldProps } from './form-group.tsx';

/**
 * A number that is chosen by sliding, by the mouse, a finger or the arrow keys, with what it is now beside it.
 * @param words how a person reads the number: "250 cases"
 */
export const Slider = ({
  id,
  label,
  hint,
  value,
  min,
  max,
  step,
  words,
  onChange,
}: Pick<FieldProps, 'id' | 'label' | 'hint'> & {
  value: number;
  min: number;
  max: number;
  step: number;
  words: string;
  onChange: (value: number) => void;
}) => (
  <div className="nb-slider">
    <LabelledGroup id={id} label={label} hint={hint} error={undefined}>
      <div className="nb-slider__track">
        <input
          type="range"
          id={id}
          name={id}
          min={min}
          max={max}
          step={step}
          value={value}
          aria-valuetext={words}
          aria-describedby={describedBy({ id, hint, error: undefined })}
          onChange={(event) => onChange(event.target.valueAsNumber)}
        />
        <output htmlFor={id} aria-hidden="true">
          {words}
        </output>
      </div>
    </LabelledGroup>
  </div>
);
