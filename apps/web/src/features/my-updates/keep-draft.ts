import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@noticeboard/server/router';
import type { Draft } from '@noticeboard/domain/draft';
import type { Instant } from '@noticeboard/domain/fields';
import { client, queryClient, trpc } from '../../app/trpc.ts';
import type { Row } from './body.ts';

type Drafts = inferRouterOutputs<AppRouter>['draft']['mine'];

/** What the same person typed elsewhere, and when it was kept. */
export type Elsewhere = { body: Draft; savedAt: Instant };

/** What became of keeping a draft: when it was kept, or what stands in its place, unseen here. */
export type Kept = { savedAt: Instant | null; newer: Elsewhere | null };

/** Where what is typed on a page is kept. */
export type DraftPlace = {
  keep: (key: string, body: Draft | null) => Promise<Kept>;
  /** Notes that a draft is seen here; says whether it is a newer one than what was seen before. */
  see: (key: string, savedAt: Instant) => boolean;
};

/** What is kept goes on being kept when its page is left. */
const lasting = { context: { outlasting: true } };

const partsOf = (key: string): { kind: Row['kind']; id: string } => {
  const [kind, id = ''] = key.split(' ') as [Row['kind'], string?];
  return { kind, id };
};

/** When the draft of each row was kept that was seen here, and what was sent of it last: as long as the app is open. */
const seen = new Map<string, Instant>();
const sent = new Map<string, string>();

const textOf = (body: Draft): string => JSON.stringify(Object.entries(body).toSorted(([a], [b]) => (a < b ? -1 : 1)));

const placeOf = (
  owner: string,
  send: (key: string, body: Draft | null, seenAt: Instant | null) => Promise<Kept>,
): DraftPlace => ({
  see: (key, savedAt) => {
    const name = `${owner} ${key}`;
    if (savedAt <= (seen.get(name) ?? '')) return false;
    seen.set(name, savedAt);
    return true;
  },
  keep: async (key, body) => {
    const name = `${owner} ${key}`;
    const before = sent.get(name);
    if (body !== null) sent.set(name, textOf(body));
    let kept = await send(key, body, seen.get(name) ?? null);
    // What was kept last may be from here, and only the answer to it was lost.
    if (kept.newer && textOf(kept.newer.body) === before) kept = await send(key, body, kept.newer.savedAt);
    // The same was typed in two places: there is nothing to choose.
    if (kept.newer && body !== null && textOf(kept.newer.body) === textOf(body))
      kept = { savedAt: kept.newer.savedAt, newer: null };
    if (kept.savedAt !== null) seen.set(name, kept.savedAt);
    return kept;
  },
});

/** Keeps the drafts of whoever is signed in; the page of this visit starts from them too when it is opened again. */
export const ownPlace = (noticeId: string): DraftPlace =>
  placeOf(noticeId, async (key, body, seenAt) => {
    const mine = trpc.draft.mine.queryKey({ noticeId });
    const put = (draft: { body: Draft; savedAt: Instant } | null) =>
      queryClient.setQueryData(mine, (drafts: Drafts | undefined) => [
        ...(drafts ?? []).filter(({ about }) => about !== key),
        ...(draft === null ? [] : [{ about: key, ...draft }]),
      ]);
    put(body && { body, savedAt: '' });
    const kept = await client.draft.keep.mutate({ noticeId, ...partsOf(key), body, seenAt }, lasting);
    if (body !== null && kept.savedAt !== null) put({ body, savedAt: kept.savedAt });
    return kept;
  });

/** Keeps the drafts of whoever opened a link. */
export const linkPlace = (token: string): DraftPlace =>
  placeOf(token, (key, body, seenAt) => client.link.keep.mutate({ token, ...partsOf(key), body, seenAt }, lasting));
