/** What went wrong, as a code that the server maps to a status. */
export type DomainErrorCode = 'notFound' | 'forbidden' | 'conflict' | 'invalid';

/** A refusal with a sentence that a person may read: what happened and what to do. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: DomainErrorCode;
  /** The field of the form that the sentence belongs to, where there is one. */
  readonly field: string | null;
  /** Every field with its sentence, where a change of several parts is refused in several. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(
    code: DomainErrorCode,
    sentence: string,
    field: string | null = null,
    fields: Readonly<Record<string, string>> = field === null ? {} : { [field]: sentence },
  ) {
    super(sentence);
    this.code = code;
    this.field = field;
    this.fields = fields;
  }
}
