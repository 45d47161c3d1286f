import type { Refusal } from '../app/refusal.ts';

/** Sentences by the id of their field; an empty id is a problem of the whole form. */
export type Problems = Readonly<Record<string, string>>;

/**
 * Gives what stands wrong with a form: what it found itself, else what the server refused. A sentence for a field that the
 * form does not have is shown for the whole form.
 * @param fields the ids of the form's fields
 */
export const problemsOf = (fields: readonly string[], own: Problems, refusal: Refusal | null): Problems => {
  if (Object.keys(own).length > 0 || refusal === null) return own;
  const known = Object.entries(refusal.fields).filter(([field]) => fields.includes(field));
  return known.length > 0 ? Object.fromEntries(known) : { '': refusal.sentence };
};
