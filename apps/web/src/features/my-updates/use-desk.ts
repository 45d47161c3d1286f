import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@noticeboard/server/router';
import { refusalOf } from '../../app/refusal.ts';
import { stayWhile } from '../../app/stay.ts';
import { createBodies } from './bodies.ts';
import { lacks, untouched, type Row } from './body.ts';
import { type Desk, elementId } from './desk.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import type { DraftPlace } from './keep-draft.ts';

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

type Given = Pick<Desk, 'noticeId' | 'memberId'> & {
  rows: readonly Row[];
  /** What was kept of them before. */
  drafts: Drafts;
  /** Where what is typed is kept. */
  place: DraftPlace;
};

/** Sets up what the rows of the page share. */
export const useDesk = ({ noticeId, memberId, rows, drafts, place }: Given) => {
  const narrow = useNarrow();
  const shown = useRef(rows);
  useEffect(() => {
    shown.current = rows;
  }, [rows]);
  const [{ bodies, keeper, place: kept }] = useState(() => {
    const made = createBodies(new Map(drafts.map(({ about, body }) => [about, body])));
    for (const { about, savedAt } of drafts) place.see(about, savedAt);
    const keeps = createDraftKeeper({
      read: made.read,
      send: place.keep,
      onNewer: (key, newer) => {
        const mine = made.read(key);
        if (mine === undefined) place.see(key, newer.savedAt);
        made.put(key, mine === undefined ? newer.body : { ...mine, elsewhere: newer });
      },
      refusalOf,
      keptAt: lastKept(drafts),
    });
    return { bodies: made, keeper: keeps, place };
  });
  // What was typed elsewhere comes to the rows on which nothing is typed here; where something is, it is shown beside it.
  useEffect(() => {
    for (const { about, body, savedAt } of drafts)
      if (bodies.read(about) === undefined && kept.see(about, savedAt)) bodies.put(about, body);
  }, [drafts, bodies, kept]);
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
      see: kept.see,
      mend: (key) => setMended((before) => new Set([...before, key])),
    }),
    [noticeId, memberId, bodies, keeper, kept],
  );
  return { desk, narrow, openKey, isReady, mended, forgetMended: () => setMended(new Set()) };
};
