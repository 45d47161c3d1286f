/** What the rows of the page share: where what is typed stands, and what keeps it. It stays the same while the page is open. */
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Draft } from '@noticeboard/domain/draft';
import type { Instant } from '@noticeboard/domain/fields';
import type { Bodies, Typed } from './bodies.ts';
import { isTouched, lacks, untouched, type Row } from './body.ts';
import type { DraftKeeper, Keeping } from './draft-keeper.ts';

export type Desk = {
  /** The notice whose pages the rows lead to; null where a link opened them, which opens nothing else. */
  noticeId: string | null;
  memberId: string | null;
  bodies: Bodies;
  keeper: DraftKeeper;
  /** Opens the next row that is not ready, where one row is open at a time; `go` takes the person there. */
  next: (key: string, go: boolean) => void;
  open: (key: string) => void;
  /** Notes that the person has chosen about what they typed elsewhere: what is kept now may go over it. */
  see: (key: string, savedAt: Instant) => void;
  /** Forgets what the server refused of a row. */
  mend: (key: string) => void;
};

/** Gives the id of the element of a row, which those of its fields start with. */
export const elementId = ({ kind, id }: Pick<Row, 'kind' | 'id'>): string => `due-${kind}-${id}`;

/** What is typed on one row, and what changes it. */
export const useBody = ({ bodies, keeper }: Desk, row: Row) => {
  const { key } = row;
  const typed = useSyncExternalStore(
    (listener) => bodies.listen(key, listener),
    () => bodies.read(key),
  );
  const empty = useMemo((): Typed => untouched(row), [row]);
  const refused = useSyncExternalStore(keeper.listen, () => keeper.state().refused.get(key));
  return {
    body: typed ?? empty,
    touched: typed !== undefined,
    refused,
    change: (patch: Partial<Typed>) => {
      const next: Typed = { ...(bodies.read(key) ?? empty), ...patch };
      bodies.put(key, isTouched(row, next) ? next : null);
      keeper.touch(key);
    },
    clear: () => {
      bodies.put(key, null);
      keeper.touch(key);
      keeper.flush(key);
    },
  };
};

/** What a row lacks; `started` says that something is typed on it. */
export type Readiness = { key: string; started: boolean; lacks: string | null };

/** Keeps what each row lacks: only a row that was typed on is looked at again. */
const createReadiness = ({ bodies }: Desk, rows: readonly Row[]): (() => readonly Readiness[]) => {
  const seen = new Map<string, { body: Draft | undefined; said: Readiness }>();
  let last: readonly Readiness[] = [];
  const look = (row: Row): Readiness => {
    const { key } = row;
    const body = bodies.read(key);
    const before = seen.get(key);
    if (before?.body === body && before) return before.said;
    const now: Readiness = { key, started: body !== undefined, lacks: lacks(row, body ?? untouched(row)) };
    const same = before?.said.started === now.started && before.said.lacks === now.lacks;
    const said = same ? before.said : now;
    seen.set(key, { body, said });
    return said;
  };
  return () => {
    const next = rows.map(look);
    if (next.length !== last.length || next.some((each, index) => each !== last[index])) last = next;
    return last;
  };
};

/** Gives what each row lacks: drawn again only when that changes, not at every key. */
export const useReadiness = (desk: Desk, rows: readonly Row[]): readonly Readiness[] => {
  const read = useMemo(() => createReadiness(desk, rows), [desk, rows]);
  const listen = useCallback((listener: () => void) => desk.bodies.listen(null, listener), [desk]);
  return useSyncExternalStore(listen, read);
};

/** Gives where keeping the drafts stands. */
export const useKeeping = ({ keeper }: Desk): Keeping => useSyncExternalStore(keeper.listen, keeper.state);
