import { OperatorError } from '@noticeboard/db/operator-error';
import { DomainError } from '@noticeboard/domain/domain-error';
import { SettingError } from './config.ts';

const isPublic = (error: unknown): error is Error =>
  error instanceof SettingError || error instanceof OperatorError || error instanceof DomainError;

/** Ends the process with one sentence and no stack; what nobody foresaw keeps its stack, for whoever mends it. */
export const sayAndStop = (error: unknown): void => {
  console.error(isPublic(error) ? error.message : error);
  process.exitCode = 1;
};
