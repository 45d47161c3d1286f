/** From a row to what a form holds, and from there to what is sent. */
import { parseNumber } from '@noticeboard/domain/changes/parse-value';
import { DomainError } from '@noticeboard/domain/domain-error';
import { units, type Unit } from '@noticeboard/domain/scales';
import { formatDate } from '@noticeboard/domain/words';
import { noDate, partsOf, readDate, type DateParts } from '../../../components/date-parts.ts';
import { optionsFor, type Field, type Fields, type FieldValue, type Options, type Values } from './field.ts';

type Row = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(textOf) : []);

const valueIn = (name: string, field: Field, row: Row): FieldValue => {
  const value = row[name];
  switch (field.kind) {
    case 'date':
      // A second day that says nothing new is not shown twice.
      if (field.emptyAs !== undefined && row[field.emptyAs] === value) return noDate;
      return partsOf(typeof value === 'string' ? value : null);
    case 'choices':
    case 'first-and-others':
      return textsOf(value);
    case 'numbers':
      return textsOf(value).join(', ');
    case 'text':
    case 'textarea':
    case 'whole':
    case 'number':
    case 'choice':
      return textOf(value);
    default:
      return field satisfies never;
  }
};

/** Gives what a form holds of a row. */
export const valuesOf = (fields: Fields, row: Row): Values =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueIn(name, field, row)]));

/** Gives what the form of a new row starts with. */
export const newValues = (fields: Fields, suggested: Readonly<Record<string, string>> = {}): Values => {
  const starts = Object.entries(fields).flatMap(([name, { initial }]) => {
    const start = suggested[name] ?? initial;
    return start === undefined ? [] : [[name, start] as const];
  });
  return { ...valuesOf(fields, {}), ...Object.fromEntries(starts) };
};

type Read = { value: unknown } | { problem: string };

const lower = (label: string): string =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

const wholeIn = (text: string): number | null => (/^-?\d{1,9}$/.test(text) ? Number(text) : null);

const readNumber = (text: string, values: Values): Read => {
  const unit = textOf(values['unit']);
  try {
    return { value: parseNumber(text, unit in units ? (unit as Unit) : 'rate') };
  } catch (error) {
    if (error instanceof DomainError) return { problem: error.message };
    throw error;
  }
};

const readNumbers = (text: string): Read => {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const wrong = parts.find((part) => wholeIn(part) === null);
  if (wrong !== undefined)
    return { problem: `“${wrong.slice(0, 30)}” is not a whole number. Enter numbers such as 3, 6, 12, 18.` };
  return { value: parts.map(Number) };
};

const readField = (field: Field, given: FieldValue, values: Values): Read => {
  const text = typeof given === 'string' ? given.trim() : '';
  switch (field.kind) {
    case 'text':
    case 'textarea':
      // What is missing is for the server to say, in the words of the field's own schema.
      return { value: field.optional && text === '' ? null : given };
    case 'whole':
      if (text === '') return field.optional ? { value: null } : { problem: `Enter ${lower(field.label)}.` };
      return wholeIn(text) === null
        ? { problem: `${field.label} must be a whole number, such as 3.` }
        : { value: wholeIn(text) };
    case 'number':
      if (text === '' && field.optional) return { value: null };
      return readNumber(text, values);
    case 'numbers':
      return readNumbers(text);
    case 'date': {
      const read = readDate(given as DateParts, field.label);
      if ('error' in read) return { problem: read.error };
      if (read.on !== null) return { value: read.on };
      if (field.emptyAs !== undefined) {
        const other = readDate(values[field.emptyAs] as DateParts, field.label);
        return { value: 'on' in other ? other.on : null };
      }
      return field.optional ? { value: null } : { problem: `Enter ${lower(field.label)}.` };
    }
    case 'choice':
      if (text === '') return field.optional ? { value: null } : { problem: `Choose ${lower(field.label)}.` };
      return { value: field.number ? Number(text) : text };
    case 'choices':
      return { value: given };
    case 'first-and-others':
      return { value: (given as readonly string[]).filter((each) => each !== '') };
    default:
      return field satisfies never;
  }
};

const nothing = ({ kind }: Field): unknown => (kind === 'choices' || kind === 'first-and-others' ? [] : null);

/** Says whether a field is asked for. */
export const isAsked = (field: Field, values: Values): boolean => field.when?.(values) ?? true;

/** Gives what to send, and the sentence for every field that could not be read. */
export const readValues = (
  fields: Fields,
  values: Values,
): { content: Record<string, unknown>; problems: Record<string, string> } => {
  const content: Record<string, unknown> = {};
  const problems: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const read = isAsked(field, values) ? readField(field, values[name] ?? '', values) : { value: nothing(field) };
    if ('problem' in read) problems[name] = read.problem;
    else content[name] = read.value;
  }
  return { content, problems };
};

/** Writes what a field holds, for the eye. */
export const shown = (field: Field, value: FieldValue | undefined, options: Options): string => {
  if (value === undefined) return '';
  if (typeof value === 'string') {
    if (field.kind !== 'choice') return value.trim();
    return optionsFor(field.from, options).find((each) => each.value === value)?.label ?? value;
  }
  if ('day' in value) {
    const read = readDate(value, field.label);
    if ('on' in read) return read.on === null ? '' : formatDate(read.on);
    return `${value.day} ${value.month} ${value.year}`.trim();
  }
  if (field.kind !== 'choices' && field.kind !== 'first-and-others') return value.join(', ');
  const known = optionsFor(field.from, options);
  return value.map((each) => known.find((option) => option.value === each)?.label ?? each).join('; ');
};

const same = (a: FieldValue | undefined, b: FieldValue | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Says whether anything differs between two states of a form. */
export const differ = (a: Values, b: Values): boolean =>
  Object.keys({ ...a, ...b }).some((name) => !same(a[name], b[name]));

/** Puts what was typed over what another person saved meanwhile: theirs where it was not touched, yours where it was. */
export const mergedOver = (base: Values, theirs: Values, yours: Values): Values =>
  Object.fromEntries(
    Object.keys(yours).map((name) => [name, (same(base[name], yours[name]) ? theirs[name] : yours[name]) ?? '']),
  );
