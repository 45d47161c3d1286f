/** What acts on a row whose owner is asked for something. */
import type { OwnedKind } from '../rules/owned.ts';
import type { Act, Looking } from './findings.ts';

/**
 * Gives a search for an owner where nobody has the row, or has it whom no mail reaches; a nudge where its owner is asked for
 * something; else its page.
 */
export const askOwner = (
  { asked, reached }: Pick<Looking, 'asked' | 'reached'>,
  { kind, id, ownerId }: { kind: OwnedKind; id: string; ownerId: string | null },
): Act => {
  if (ownerId === null || !reached.has(ownerId)) return { do: 'findOwner', kind, id };
  return asked.has(ownerId) ? { do: 'nudge', memberId: ownerId } : { do: 'open' };
};
