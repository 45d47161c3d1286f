import { useEffect, useId, useState, useSyncExternalStore, type ReactNode } from 'react';
import { mustStay } from '../app/stay.ts';
import { LeaveDialog } from './leave-warning.tsx';

/** The one form that is open on the page, and the section that opened it. */
let opened: { section: string; form: string } | null = null;
const listeners = new Set<() => void>();

const set = (next: typeof opened) => {
  opened = next;
  for (const listener of listeners) listener();
};
const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/**
 * Opens the forms of a section. One form is open on a page, whichever section it belongs to: two would have fields of the same
 * name, and nobody fills in two at once. Where something is typed in the one that is open, it is asked first.
 * @returns `open` is the form of this section that is open; `warning` is what asks, to be put where the section starts
 */
export const useOpenForm = <Key extends string>(): {
  open: Key | null;
  show: (form: Key) => void;
  close: () => void;
  warning: ReactNode;
} => {
  const section = useId();
  const [next, setNext] = useState<Key | null>(null);
  const open = useSyncExternalStore(listen, () => (opened?.section === section ? (opened.form as Key) : null));
  useEffect(
    () => () => {
      if (opened?.section === section) set(null);
    },
    [section],
  );
  return {
    open,
    show: (form) => {
      if (form === open) return;
      if (opened !== null && mustStay()) setNext(form);
      else set({ section, form });
    },
    close: () => set(null),
    warning: (
      <LeaveDialog
        open={next !== null}
        title="Open another form without saving?"
        leave="Open the other form"
        onStay={() => setNext(null)}
        onLeave={() => {
          setNext(null);
          if (next !== null) set({ section, form: next });
        }}
      />
    ),
  };
};
