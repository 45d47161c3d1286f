import { Checkboxes, Select } from '../../../components/choices.tsx';
import { DateInput } from '../../../components/date-input.tsx';
import { noDate, readDate, type DateParts } from '../../../components/date-parts.ts';
import { TextInput } from '../../../components/text-input.tsx';
import { Textarea } from '../../../components/textarea.tsx';
import { ManyChoices } from './many-choices.tsx';
import { optionsFor, type Field, type FieldValue, type Options } from './field.ts';

type Props = {
  name: string;
  field: Field;
  value: FieldValue;
  options: Options;
  error: string | undefined;
  onChange: (value: FieldValue) => void;
};

const fewest = 12;

/** The control of one field, by its kind. */
export const FieldControl = ({ name, field, value, options, error, onChange }: Props) => {
  const label = field.optional ? `${field.label} (optional)` : field.label;
  const given = { id: name, label, hint: field.hint, error };
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'text':
      return (
        <TextInput
          {...given}
          {...(field.width === undefined ? {} : { width: field.width })}
          {...(field.type === undefined ? {} : { type: field.type, spellCheck: false })}
          suffix={field.suffix}
          autoComplete="off"
          value={text}
          onChange={onChange}
        />
      );
    case 'textarea':
      return <Textarea {...given} rows={field.rows ?? 3} value={text} onChange={onChange} />;
    case 'whole':
      return (
        <TextInput
          {...given}
          inputMode="numeric"
          autoComplete="off"
          width={4}
          suffix={field.suffix}
          value={text}
          onChange={onChange}
        />
      );
    case 'number':
      return (
        <TextInput {...given} inputMode="decimal" autoComplete="off" width={10} value={text} onChange={onChange} />
      );
    case 'numbers':
      return <TextInput {...given} autoComplete="off" width={20} value={text} onChange={onChange} />;
    case 'date': {
      const parts: DateParts = typeof value === 'object' && 'day' in value ? value : noDate;
      const read = readDate(parts, field.label);
      return <DateInput {...given} value={parts} wrong={'part' in read ? read.part : undefined} onChange={onChange} />;
    }
    case 'choice': {
      const choices = optionsFor(field.from, options);
      const open = field.optional || text === '';
      return (
        <Select
          {...given}
          {...(open ? { empty: field.optional ? 'None' : 'Choose one' } : {})}
          value={text}
          choices={choices}
          onChange={onChange}
        />
      );
    }
    case 'choices': {
      const choices = optionsFor(field.from, options);
      const chosen = Array.isArray(value) ? (value as string[]) : [];
      return choices.length <= fewest ? (
        <Checkboxes {...given} small value={chosen} choices={choices} onChange={onChange} />
      ) : (
        <ManyChoices {...given} value={chosen} choices={choices} onChange={onChange} />
      );
    }
    case 'first-and-others': {
      const choices = optionsFor(field.from, options);
      const [first = '', ...others] = Array.isArray(value) ? (value as string[]) : [];
      const rest = choices.filter((choice) => choice.value !== first);
      return (
        <>
          <Select
            {...given}
            {...(first === '' ? { empty: 'Choose one' } : {})}
            value={first}
            choices={choices}
            onChange={(chosen) => onChange([chosen, ...others.filter((each) => each !== chosen)])}
          />
          {rest.length === 0 ? null : (
            <Checkboxes
              id={`${name}-others`}
              label={`${field.others} (optional)`}
              small
              value={others}
              choices={rest}
              onChange={(chosen) => onChange([first, ...chosen])}
            />
          )}
        </>
      );
    }
    default:
      return field satisfies never;
  }
};
