import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@noticeboard/server/router';
import type { Draft } from '@noticeboard/domain/draft';
import { refusalOf } from '../../app/refusal.ts';
import { stayWhile } from '../../app/stay.ts';
import { client, queryClient, trpc } from '../../app/trpc.ts';
import { createBodies } from './bodies.ts';
import { lacks, untouched, type Row } from './body.ts';
import { type Desk, elementId } from './desk.ts';
import { createDraftKeeper, type DraftKeeper, type Keeping } from './draft-keeper.ts';

type Drafts = inferRouterOutputs<AppRouter>['draft']['mine'];

const narrowScreen = '(max-width: 40em)';

/** Says whether the screen is a phone's, where one row is open at a time. */
const useNarrow = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      const query = matchMedia(narrowScreen);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => matchMedia(narrowScreen).matches,
  );

/** Keeps a draft on the server; the page of this visit starts from it too when it is opened again. */
const send = async (noticeId: string, key: string, body: Draft | null) => {
  const [kind, id = ''] = key.split(' ') as [Row['kind'], string?];
  const mine = trpc.draft.mine.queryKey({ noticeId });
  const put = (savedAt: string) =>
    queryClient.setQueryData(mine, (drafts: Drafts | undefined) => [
      ...(drafts ?? []).filter(({ about }) => about !== key),
      ...(body === null ? [] : [{ about: key, body, savedAt }]),
    ]);
  put('');
  const { savedAt } = await client.draft.keep.mutate({ noticeId, kind, id, body }, { context: { outlasting: true } });
  if (savedAt !== null) put(savedAt);
  return savedAt;
};

const lastKept = (drafts: Drafts): string | null =>
  drafts.map(({ savedAt }) => savedAt).reduce<string | null>((a, b) => (a === null || b > a ? b : a), null);

/** Says whether a row is one that opens on a phone to be reported on: the others are short enough to stand open. */
const opens = (row: Row): boolean => 'unchanged' in row && row.asked;

/** Goes to a row once it has been drawn open. */
const goTo = (row: Row) =>
  requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(`#${CSS.escape(elementId(row))}`);
    element?.scrollIntoView();
    element?.focus({ preventScroll: true });
  });

/** Where nothing is kept before it is submitted: there is no account to keep it for. */
const keepsNothing: DraftKeeper = {
  state: () => nothingKept,
  listen: () => () => undefined,
  touch: () => undefined,
  flush: () => undefined,
  settle: () => Promise.resolve(),
  stop: () => undefined,
};
const nothingKept: Keeping = { busy: false, at: null, why: null, refused: new Map() };

type Given = Pick<Desk, 'noticeId' | 'memberId'> & {
  rows: readonly Row[];
  /** What was kept of them before. */
  drafts: Drafts;
};

/** Sets up what the rows of the page share. */
export const useDesk = ({ noticeId, memberId, rows, drafts }: Given) => {
  const narrow = useNarrow();
  const shown = useRef(rows);
  useEffect(() => {
    shown.current = rows;
  }, [rows]);
  const [{ bodies, keeper }] = useState(() => {
    const made = createBodies(new Map(drafts.map(({ about, body }) => [about, body])));
    return {
      bodies: made,
      keeper:
        noticeId === null
          ? keepsNothing
          : createDraftKeeper({
              read: made.read,
              send: (key, body) => send(noticeId, key, body),
              refusalOf,
              keptAt: lastKept(drafts),
            }),
    };
  });
  const isReady = (row: Row): boolean => lacks(row, bodies.read(row.key) ?? untouched(row)) === null;
  const [openKey, setOpenKey] = useState(() => rows.find((row) => opens(row) && !isReady(row))?.key ?? null);
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    const flush = () => keeper.flush();
    const flushHidden = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    // Leaving keeps what waits; coming back tries again what could not be kept.
    for (const event of ['pagehide', 'focus', 'online']) addEventListener(event, flush);
    document.addEventListener('visibilitychange', flushHidden);
    const release = stayWhile(() => shown.current.some(({ key }) => bodies.read(key) !== undefined));
    return () => {
      for (const event of ['pagehide', 'focus', 'online']) removeEventListener(event, flush);
      document.removeEventListener('visibilitychange', flushHidden);
      release();
      flush();
      keeper.stop();
    };
  }, [bodies, keeper]);

  const desk = useMemo<Desk>(
    () => ({
      noticeId,
      memberId,
      bodies,
      keeper,
      next: (key, go) => {
        const all = shown.current;
        const from = all.findIndex((row) => row.key === key);
        const after = [...all.slice(from + 1), ...all.slice(0, from)];
        const next = after.find((row) => opens(row) && lacks(row, bodies.read(row.key) ?? untouched(row)) !== null);
        setOpenKey(next?.key ?? null);
        if (go && next) goTo(next);
      },
      open: setOpenKey,
      mend: (key) => setMended((before) => new Set([...before, key])),
    }),
    [noticeId, memberId, bodies, keeper],
  );
  return { desk, narrow, openKey, isReady, mended, forgetMended: () => setMended(new Set()) };
};
