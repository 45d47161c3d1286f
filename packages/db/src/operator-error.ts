/** A refusal with a sentence for whoever runs the installation: what is wrong with the database or the disk, and what to do. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}
