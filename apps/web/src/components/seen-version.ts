import { useState } from 'react';
import type { Refusal } from '../app/refusal.ts';

/** A row as the ledger keeps it, as far as every form needs it. */
type Versioned = { version: number };

/**
 * Keeps the version of a row that a form may write over: the one that it was opened on, and once the person was shown what
 * somebody else saved meanwhile, that one. A page that is read again must not move it unseen.
 * @returns `current` is theirs, while it is why the last change was refused
 */
export const useSeenVersion = (refusal: Refusal | null, opened: number) => {
  const [seen, setSeen] = useState(opened);
  const current =
    refusal !== null && typeof refusal.current === 'object' ? (refusal.current as Versioned | null) : null;
  const version = current?.version ?? seen;
  return { current, version, see: () => setSeen(version) };
};
