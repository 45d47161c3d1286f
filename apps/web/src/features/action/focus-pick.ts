import { useState } from 'react';
import type { FocusView } from '@noticeboard/domain/views/focus';

/** A focus list while it is picked: which actions are in it, and what keeps another one out. */
export type Picking = {
  chosen: readonly string[];
  toggle: (actionId: string) => void;
  /** Why the last one was not taken in; null where it was. */
  full: string | null;
};

/**
 * Keeps what is picked until it is saved or cancelled.
 * @returns `picking` is null while nobody picks; `start` begins from the list that there is, or the one of the period before
 */
export const useFocusPick = (focus: FocusView | undefined) => {
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [full, setFull] = useState<string | null>(null);
  const most = focus?.most ?? 0;
  const picking: Picking | null =
    chosen === null
      ? null
      : {
          chosen,
          full,
          toggle: (actionId) => {
            const taken = chosen.includes(actionId);
            if (!taken && chosen.length >= most) {
              setFull(`Choose ${most} actions or fewer: the rest is rolled up. Take one out first.`);
              return;
            }
            setFull(null);
            setChosen(taken ? chosen.filter((id) => id !== actionId) : [...chosen, actionId]);
          },
        };
  return {
    picking,
    start: () => setChosen(focus?.editing.actionIds ?? []),
    end: () => {
      setChosen(null);
      setFull(null);
    },
  };
};
