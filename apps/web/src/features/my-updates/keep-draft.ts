import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@noticeboard/server/router';
import type { Draft } from '@noticeboard/domain/draft';
import type { Instant } from '@noticeboard/domain/fields';
import { client, queryClient, trpc } from '../../app/trpc.ts';
import type { Row } from './body.ts';

type Drafts = inferRouterOutputs<AppRouter>['draft']['mine'];

/** What is kept goes on being kept when its page is left. */
const lasting = { context: { outlasting: true } };

const partsOf = (key: string): { kind: Row['kind']; id: string } => {
  const [kind, id = ''] = key.split(' ') as [Row['kind'], string?];
  return { kind, id };
};

/** Keeps a draft of whoever is signed in; the page of this visit starts from it too when it is opened again. */
export const keepDraft = async (noticeId: string, key: string, body: Draft | null): Promise<Instant | null> => {
  const mine = trpc.draft.mine.queryKey({ noticeId });
  const put = (savedAt: string) =>
    queryClient.setQueryData(mine, (drafts: Drafts | undefined) => [
      ...(drafts ?? []).filter(({ about }) => about !== key),
      ...(body === null ? [] : [{ about: key, body, savedAt }]),
    ]);
  put('');
  const { savedAt } = await client.draft.keep.mutate({ noticeId, ...partsOf(key), body }, lasting);
  if (savedAt !== null) put(savedAt);
  return savedAt;
};

/** Keeps a draft of whoever opened a link. */
export const keepByLink = async (token: string, key: string, body: Draft | null): Promise<Instant | null> =>
  (await client.link.keep.mutate({ token, ...partsOf(key), body }, lasting)).savedAt;
