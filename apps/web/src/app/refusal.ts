import { TRPCClientError } from '@trpc/client';
import type { AppRouter } from '@noticeboard/server/router';

/** Why the server refused, ready to be shown. */
export type Refusal = {
  /** tRPC's code, such as CONFLICT; OFFLINE where no answer came. */
  code: string;
  sentence: string;
  /** Every field of the form with its sentence. */
  fields: Readonly<Record<string, string>>;
  /** The row as it stands, where the change was made to an older version of it. */
  current: unknown;
  /** The title of whoever saved that, where it is known. */
  by: string | null;
};

const offline: Refusal = {
  code: 'OFFLINE',
  sentence: 'Noticeboard can’t be reached, so nothing was saved. Check your connection, then try again.',
  fields: {},
  current: null,
  by: null,
};

const broken: Refusal = {
  code: 'UNKNOWN',
  sentence: 'This page could not be shown. Reload it. If it goes on, tell your administrator what you were doing.',
  fields: {},
  current: null,
  by: null,
};

/** Says whether a call was refused or never answered, rather than a mistake of our own. */
export const isRefusedCall = (error: unknown): error is TRPCClientError<AppRouter> => error instanceof TRPCClientError;

/** Gives the sentence and the fields of whatever a call threw. */
export const refusalOf = (error: unknown): Refusal => {
  if (!isRefusedCall(error)) return broken;
  const { data } = error;
  if (!data) return offline;
  const { code, sentence, fields, current, by } = data;
  return { code, sentence, fields, current, by };
};

/** Says whether the server asks to sign in again. */
export const isSignedOut = (error: unknown): boolean => isRefusedCall(error) && error.data?.code === 'UNAUTHORIZED';
