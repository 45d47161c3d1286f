import type { DateParts } from '../../../components/date-parts.ts';

/** One thing to choose. */
export type Option = { value: string; label: string };

/** The rows to choose from, by name. */
export type Options = Readonly<Record<string, readonly Option[]>>;

/** What a field holds while it is edited: texts, as typed. */
export type FieldValue = string | DateParts | readonly string[];
export type Values = Readonly<Record<string, FieldValue>>;

type Kind =
  | { kind: 'text'; width?: 2 | 3 | 4 | 5 | 10 | 20 | 30; type?: 'email' | 'url'; suffix?: string }
  | { kind: 'textarea'; rows?: number }
  /** A whole number. */
  | { kind: 'whole'; suffix?: string }
  /** A number in the unit that the field `unit` names. */
  | { kind: 'number' }
  /** Whole numbers with commas between them: "3, 6, 12, 18". */
  | { kind: 'numbers' }
  /** A date; left empty it is the one of the field `emptyAs`, where that is given. */
  | { kind: 'date'; emptyAs?: string }
  /** One of a list of ours, or of rows by their name in the options; `number` where the row keeps a number. */
  | { kind: 'choice'; from: string | readonly Option[]; number?: true }
  /** Any number of a list. */
  | { kind: 'choices'; from: string | readonly Option[] }
  /** A first one and any number of others, of rows. */
  | { kind: 'first-and-others'; from: string; others: string };

/** How one field of a row is edited. */
export type Field = Kind & {
  label: string;
  hint?: string;
  /** May be left empty, which is kept as nothing. */
  optional?: true;
  /** What a new row starts with. */
  initial?: string;
  /** Whether it is asked for, given what else was entered; what is not asked for is kept as nothing. */
  when?: (values: Values) => boolean;
};

export type Fields = Readonly<Record<string, Field>>;

type Envelope = 'noticeId' | 'id' | 'expectedVersion' | 'reason';

/** A field for every part of an input, but for what names the row, its version and the reason: a forgotten one does not compile. */
export type FieldsOf<Input, Given extends PropertyKey = never> = Readonly<
  Record<Exclude<keyof Input, Envelope | Given>, Field>
>;

/** Gives the options of a scale, in its order. */
export const optionsOf = (scale: Readonly<Record<string, { label: string }>>): Option[] =>
  Object.entries(scale).map(([value, { label }]) => ({ value, label }));

/** Gives the options of a field. */
export const optionsFor = (from: string | readonly Option[], options: Options): readonly Option[] =>
  typeof from === 'string' ? (options[from] ?? []) : from;
