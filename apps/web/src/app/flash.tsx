import { createContext, use, useState, type ReactNode } from 'react';
import type { Instant } from '@noticeboard/domain/fields';

/** What was just saved, by whom and when, as the ledger recorded it. */
export type Saved = { by: string; at: Instant };

const SavedContext = createContext<{ saved: Saved | null; show: (saved: Saved | null) => void }>({
  saved: null,
  show: () => {},
});

/** Keeps the last "Saved by … at …" of the app, which the shell shows on top of the page. */
export const FlashKeeper = ({ children }: { children: ReactNode }) => {
  const [saved, show] = useState<Saved | null>(null);
  return <SavedContext value={{ saved, show }}>{children}</SavedContext>;
};

/** Gives what was just saved, and a way to say so. */
export const useFlash = () => use(SavedContext);
