/** What went wrong, as a code that the server maps to a status. */
export type DomainErrorCode = 'notFound' | 'forbidden' | 'conflict' | 'invalid';

/** A refusal with a sentence that a person may read: what happened and what to do. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: DomainErrorCode;
  /** The field of the form that the sentence belongs to, where there is one. */
  readonly field: string | null;

  constructor(code: DomainErrorCode, sentence: string, field: string | null = null) {
    super(sentence);
    this.code = code;
    this.field = field;
  }
}
