import { useEffect, useRef, useState } from 'react';

const keptAs = 'nb-hold-keys';

/** Whether the keyboard shortcuts are on, kept for this browser: whoever dictates or uses such keys otherwise turns them off. */
export const useKeysOn = (): [boolean, (on: boolean) => void] => {
  const [on, set] = useState(() => localStorage.getItem(keptAs) !== 'off');
  return [
    on,
    (next) => {
      localStorage.setItem(keptAs, next ? 'on' : 'off');
      set(next);
    },
  ];
};

const typing = 'textarea, select, input:not([type="radio"], [type="checkbox"]), [contenteditable="true"]';

/** Says whether a key belongs to what has the focus: a field that is typed in, a dialog, or a choice that arrows move through. */
const belongsElsewhere = (event: KeyboardEvent): boolean => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  if (document.querySelector('dialog[open]')) return true;
  const { target } = event;
  if (!(target instanceof Element)) return false;
  return target.matches(typing) || (target.matches('input') && event.key.startsWith('Arrow'));
};

/**
 * Does what a key stands for, whatever has the focus but a field that is typed in.
 * @param keys what each key does, by `KeyboardEvent.key` in small letters
 */
export const useKeys = (on: boolean, keys: Readonly<Record<string, () => void>>): void => {
  const newest = useRef(keys);
  useEffect(() => {
    newest.current = keys;
  });
  useEffect(() => {
    if (!on) return undefined;
    const act = (event: KeyboardEvent) => {
      const does = newest.current[event.key.toLowerCase()];
      if (!does || belongsElsewhere(event)) return;
      event.preventDefault();
      does();
    };
    document.addEventListener('keydown', act);
    return () => document.removeEventListener('keydown', act);
  }, [on]);
};
