/** What is typed on the page, row by row: a key that is typed draws its own row again and no other. */
import type { Draft } from '@noticeboard/domain/draft';
import type { Elsewhere } from './keep-draft.ts';

/** What is typed on a row; `elsewhere` is what the same person typed on another device meanwhile, until they choose. */
export type Typed = Draft & { elsewhere?: Elsewhere | undefined };

export type Bodies = {
  /** Gives what is typed on a row; undefined while nothing is. */
  read: (key: string) => Typed | undefined;
  /** Puts what is typed on a row, or with null forgets it. */
  put: (key: string, body: Typed | null) => void;
  /** Calls back when one row changes, or with null when any does; gives what ends it. */
  listen: (key: string | null, listener: () => void) => () => void;
};

/** Keeps what is typed on the rows of a page. */
export const createBodies = (start: ReadonlyMap<string, Typed>): Bodies => {
  const bodies = new Map<string, Typed>(start);
  const listeners = new Map<string | null, Set<() => void>>();
  return {
    read: (key) => bodies.get(key),
    put: (key, body) => {
      if (body === null) bodies.delete(key);
      else bodies.set(key, body);
      for (const each of [key, null]) for (const listener of listeners.get(each) ?? []) listener();
    },
    listen: (key, listener) => {
      const those = listeners.get(key) ?? new Set();
      listeners.set(key, those.add(listener));
      return () => those.delete(listener);
    },
  };
};
