/** Keeps on the server what is typed, while it is typed: soon after typing stops, at once when the page is left. */
import type { Draft } from '@noticeboard/domain/draft';
import type { Instant } from '@noticeboard/domain/fields';
import type { Refusal } from '../../app/refusal.ts';
import type { Problems } from '../../components/problems.ts';
import type { Elsewhere, Kept } from './keep-draft.ts';

/** Where keeping stands: `at` is when something was last kept; `why` says why the last try failed. */
export type Keeping = {
  busy: boolean;
  at: Instant | null;
  why: string | null;
  /** Sentences about what can't be kept as it is, by row and by the part of it that they are about. */
  refused: ReadonlyMap<string, Problems>;
};

/** How long typing pauses before it is kept, and how long a try that failed waits, in milliseconds of real time. */
const pause = 1000;
const again = 10_000;

const signedOut = 'you are signed out. Sign in in another tab; what you type here stays.';
const offline = 'Noticeboard can’t be reached. What you type here stays.';

/** What another try can mend: everything but a refusal of the words themselves. */
const reasons: Readonly<Record<string, string>> = { UNAUTHORIZED: signedOut, OFFLINE: offline };
const final = new Set(['BAD_REQUEST', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT']);

/** Gives the sentences of a refusal by the part of the draft that they are about: empty for all of it. */
const partsOf = ({ fields, sentence }: Pick<Refusal, 'fields' | 'sentence'>): Problems => {
  const found = Object.entries(fields).flatMap(([place, words]) => {
    const [, part] = /^body\.([^.]+)/.exec(place) ?? [];
    return part === undefined ? [] : [[part, words] as const];
  });
  return found.length === 0 ? { '': sentence } : Object.fromEntries(found);
};

export type DraftKeeper = {
  state: () => Keeping;
  listen: (listener: () => void) => () => void;
  /** Notes that a row has changed; it is kept once typing pauses. */
  touch: (key: string) => void;
  /** Keeps at once what waits: of one row, or of all. */
  flush: (key?: string) => void;
  /** Waits until nothing of some rows is on its way, and sends nothing more of them: they are about to be submitted. */
  settle: (keys: readonly string[]) => Promise<void>;
  stop: () => void;
};

/**
 * Makes the keeper.
 * @param read gives what is typed on a row now; undefined where nothing is, so that its draft is forgotten
 * @param send keeps it, and gives when
 * @param refusalOf reads why that failed
 */
export const createDraftKeeper = ({
  read,
  send,
  onNewer,
  refusalOf,
  keptAt,
}: {
  read: (key: string) => Draft | undefined;
  send: (key: string, body: Draft | null) => Promise<Kept>;
  /** Is given what the same person typed elsewhere on a row, which stands in the way of what was sent. */
  onNewer: (key: string, newer: Elsewhere) => void;
  refusalOf: (error: unknown) => Pick<Refusal, 'code' | 'sentence' | 'fields'>;
  keptAt: Instant | null;
}): DraftKeeper => {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const sending = new Map<string, Promise<void>>();
  const listeners = new Set<() => void>();
  let state: Keeping = { busy: false, at: keptAt, why: null, refused: new Map() };

  const set = (change: Partial<Keeping>) => {
    state = { ...state, ...change, busy: sending.size > 0 || waiting.size > 0 };
    for (const listener of listeners) listener();
  };
  const refuse = (key: string, problems: Problems | null) => {
    const refused = new Map(state.refused);
    if (problems === null) refused.delete(key);
    else refused.set(key, problems);
    return refused;
  };
  const wait = (key: string, milliseconds: number) => {
    clearTimeout(waiting.get(key));
    waiting.set(
      key,
      setTimeout(() => keep(key), milliseconds),
    );
  };

  const attempt = async (key: string): Promise<void> => {
    try {
      const { savedAt: at, newer } = await send(key, read(key) ?? null);
      sending.delete(key);
      if (newer) onNewer(key, newer);
      set({ at: at ?? state.at, why: null, refused: refuse(key, null) });
    } catch (error) {
      sending.delete(key);
      const refusal = refusalOf(error);
      const { code, sentence } = refusal;
      if (final.has(code)) return set({ refused: refuse(key, partsOf(refusal)) });
      if (!waiting.has(key)) wait(key, again);
      set({ why: reasons[code] ?? sentence });
    }
  };

  function keep(key: string): void {
    clearTimeout(waiting.get(key));
    waiting.delete(key);
    const under = sending.get(key);
    // What is typed while it is sent is sent after it: the last one typed must be the last one kept.
    if (under) return void under.then(() => wait(key, 0));
    sending.set(key, attempt(key));
    set({});
  }

  return {
    state: () => state,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    touch: (key) => {
      wait(key, pause);
      if (!state.busy) set({});
    },
    flush: (key) => {
      for (const each of key === undefined ? [...waiting.keys()] : [key]) if (waiting.has(each)) keep(each);
    },
    settle: async (keys) => {
      for (const key of keys) {
        clearTimeout(waiting.get(key));
        waiting.delete(key);
      }
      await Promise.all(keys.flatMap((key) => sending.get(key) ?? []));
      for (const key of keys) {
        clearTimeout(waiting.get(key));
        waiting.delete(key);
      }
      set({});
    },
    stop: () => {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
};
