import { DomainError } from '@noticeboard/domain/domain-error';
import { OperatorError } from './operator-error.ts';

const codes = {
  action: 'There is already an action with this code. Choose another code.',
  measure: 'There is already a measure with this code. Choose another code.',
  requirement: 'There is already a requirement with this number. Choose another number.',
};

function uniqueError(where: string): DomainError | null {
  if (/\barea[._]/.test(where))
    return new DomainError('invalid', 'There is already an area with this number. Choose another number.', 'number');
  if (/\bauth_user[._]/.test(where))
    return new DomainError('invalid', 'There is an account for that e-mail address already.', 'email');
  for (const [table, sentence] of Object.entries(codes))
    if (new RegExp(`\\b${table}[._](notice_id|code)`).test(where)) return new DomainError('invalid', sentence, 'code');
  return null;
}

const missingReference = () =>
  new DomainError(
    'invalid',
    'Something that this change refers to is not in this notice. Nothing was saved. Open the page again and choose from the list.',
  );
const impossibleRow = () =>
  new DomainError('invalid', 'These values do not fit together, so nothing was saved. Check the dates and the values.');

const impossibleValue = () =>
  new DomainError(
    'invalid',
    'A number is too large, or a text has a character that can’t be kept. Reload the page and type it again.',
  );

const operatorSentences: [RegExp, string][] = [
  [/^(SQLITE_FULL|ENOSPC|53100)/, 'The disk is full. Nothing was saved. Make room and try again.'],
  [
    /^(SQLITE_NOTADB|SQLITE_CORRUPT|XX001|XX002)/,
    'The database is damaged or is not a database of Noticeboard. Leave it as it is, and restore a backup to another place.',
  ],
  [
    /^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT|25006)/,
    'The database can’t be opened for writing. Check that its folder exists and that Noticeboard may write there.',
  ],
  [/^SQLITE_IOERR/, 'The disk gave an error. Nothing was saved. Check the disk.'],
  [
    /^(SQLITE_BUSY|SQLITE_LOCKED|55P03)/,
    'Another process kept the database for too long. Nothing was saved. Try again, and end any program that holds it open.',
  ],
  [
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|EPIPE|57P0\d|08\d{3}|53300)/,
    'The PostgreSQL server can’t be reached. Check that it runs and that its address is right.',
  ],
  [/^(28\d{3}|3D000)/, 'The PostgreSQL server refused the sign-in or has no such database. Check its address.'],
  [/^42501/, 'The PostgreSQL user may not do this. Give it rights on the database.'],
];

/**
 * Turns an error of the database or the disk into one with a sentence: a DomainError for what a person entered, an
 * OperatorError for what only whoever runs the installation can mend. Gives any other error back as it is.
 */
export function publicError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DomainError || error instanceof OperatorError) return error;
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string') return error;
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY' || code === '23503') return missingReference();
  if (code === 'SQLITE_CONSTRAINT_CHECK' || code === '23514') return impossibleRow();
  if (code === '22003' || code === '22021') return impossibleValue();
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === '23505') {
    const { constraint } = error as { constraint?: string };
    return uniqueError(constraint ?? error.message) ?? error;
  }
  const sentence = operatorSentences.find(([pattern]) => pattern.test(code))?.[1];
  return sentence === undefined ? error : new OperatorError(sentence, { cause: error });
}
