import { DomainError } from '@noticeboard/domain/domain-error';

/** Refuses a file that was sent, with a sentence beside its field. */
export const refuse = (sentence: string): never => {
  throw new DomainError('invalid', sentence, 'file');
};
