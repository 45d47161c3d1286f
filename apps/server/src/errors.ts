/** From whatever was thrown to what a caller reads: a sentence, a code, the field it belongs to; never a stack. */
import { DomainError, type DomainErrorCode } from '@noticeboard/domain/domain-error';
import { publicError } from '@noticeboard/db/errors';
import { StaleError } from '@noticeboard/db/ledger';
import { OperatorError } from '@noticeboard/db/operator-error';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';

/** What the answer to a refused call holds besides tRPC's own code. */
export type Refusal = {
  sentence: string;
  /** The field of the form that the sentence belongs to. */
  field: string | null;
  /** Every field with its sentence, where the input was refused. */
  fields: Record<string, string>;
  /** The row as it stands, where the change was made to an older version of it. */
  current: unknown;
  /** The title of whoever saved that, where it was a member. */
  by: string | null;
};

/** A change made to an older version of a row, with the title of whoever saved the newer one. */
export class OvertakenError extends StaleError {
  readonly by: string | null;

  constructor({ current }: StaleError, by: string | null) {
    super(current);
    this.by = by;
  }
}

/** A refusal whose message is a sentence of our own. */
export class PublicError extends TRPCError {}

const trpcCodes = {
  notFound: 'NOT_FOUND',
  forbidden: 'FORBIDDEN',
  conflict: 'CONFLICT',
  invalid: 'BAD_REQUEST',
} as const satisfies Record<DomainErrorCode, TRPCError['code']>;

/** What tRPC itself refuses, before any code of ours has run. */
const ownSentences: Partial<Record<TRPCError['code'], string>> = {
  PARSE_ERROR: 'The request could not be read: that is no JSON. Go back and try again.',
  NOT_FOUND: 'There is nothing at that address.',
  METHOD_NOT_SUPPORTED: 'That can’t be done in this way. Reload the page and try again.',
  UNSUPPORTED_MEDIA_TYPE: 'The request must be JSON.',
  PAYLOAD_TOO_LARGE: 'That is more than Noticeboard takes at once. Send less.',
  BAD_REQUEST: 'The request could not be read. Reload the page and try again.',
};

export const somethingWentWrong = (reference: string) =>
  `Something went wrong on our side, and nothing was saved. Try again. If it goes on, quote ${reference} to your administrator.`;

/** Gives the tRPC error for a known refusal; null where the cause is not one of ours. */
export const refusalOf = (thrown: unknown): TRPCError | null => {
  // A read goes to the database as it is, so what the database throws is told here.
  const cause = publicError(thrown);
  if (cause instanceof DomainError)
    return new TRPCError({ code: trpcCodes[cause.code], message: cause.message, cause });
  // A full disk or a lost server is for the operator to mend, and its sentence says so.
  if (cause instanceof OperatorError)
    return new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: cause.message, cause });
  return null;
};

/** What zod says of an input where its schema has no sentence of its own: only who calls the API by hand ever reads it. */
z.config({
  customError: ({ input, path = [] }) => {
    const field = path.length === 0 ? 'The input' : `“${path.join('.')}”`;
    if (input === undefined) return `${field} is missing. Send it, or reload the page and try again.`;
    return `${field} can’t be that. Send what the form of the page sends, or reload the page and try again.`;
  },
});

const inputRefusal = (error: z.ZodError): Refusal => {
  const fields: Record<string, string> = {};
  for (const { path, message } of error.issues) fields[path.join('.')] ??= message;
  const [field = '', sentence = 'The request could not be read.'] = Object.entries(fields)[0] ?? [];
  return { sentence, field: field || null, fields, current: null, by: null };
};

/** Gives what a caller may read of an error. */
export const describe = (error: TRPCError): Refusal => {
  const { cause, code, message } = error;
  const plain = { field: null, fields: {}, current: null, by: null };
  if (cause instanceof z.ZodError) return inputRefusal(cause);
  if (cause instanceof DomainError) {
    return {
      sentence: cause.message,
      field: cause.field,
      fields: { ...cause.fields },
      current: cause instanceof StaleError ? cause.current : null,
      by: cause instanceof OvertakenError ? cause.by : null,
    };
  }
  if (error instanceof PublicError || cause instanceof OperatorError) return { ...plain, sentence: message };
  return { ...plain, sentence: ownSentences[code] ?? 'That can’t be done. Reload the page and try again.' };
};
