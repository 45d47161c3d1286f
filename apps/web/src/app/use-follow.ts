import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { trpc } from './trpc.ts';

/** How often what is shown is read again at most for one event: another change may come while it is read. */
const mostTries = 3;

/** Reads what is shown again until it is as far as the ledger; what is being read already is not asked for twice. */
const catchUp = async (client: QueryClient, noticeId: string, seq: number): Promise<void> => {
  const { queryKey } = trpc.notice.frame.queryOptions({ noticeId });
  for (let tries = 0; tries < mostTries && (client.getQueryData(queryKey)?.head.seq ?? seq) < seq; tries += 1)
    await client.invalidateQueries(undefined, { cancelRefetch: false });
};

/**
 * Follows the ledger of a notice while its page is seen, so that what somebody else recorded is shown a moment later. A page in
 * the background keeps no stream open: it catches up when it is seen again.
 */
export const useFollow = (noticeId: string): void => {
  const client = useQueryClient();
  useEffect(() => {
    let source: EventSource | null = null;
    const follow = () => {
      source?.close();
      source = null;
      if (document.visibilityState === 'hidden') return;
      source = new EventSource(`/api/notices/${noticeId}/live`);
      source.addEventListener('message', ({ data }: MessageEvent<string>) => {
        void catchUp(client, noticeId, Number(data));
      });
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      source?.close();
    };
  }, [client, noticeId]);
};
