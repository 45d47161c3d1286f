import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { trpc } from './trpc.ts';

/** How often what is shown is read again at most for one event: another change may come while it is read. */
const mostTries = 3;
/** How long a page waits before it asks again for a stream that was refused: in milliseconds. */
const askAgainAfter = 15_000;

/**
 * Reads what is shown again until it is as far as the ledger. What is being read already is waited for, and read once more: it
 * may be as it was before.
 */
const catchUp = async (client: QueryClient, noticeId: string, seq: number): Promise<void> => {
  const { queryKey } = trpc.notice.frame.queryOptions({ noticeId });
  const isOlder = () => (client.getQueryData(queryKey)?.head.seq ?? seq) < seq;
  let again = isOlder();
  for (let tries = 0; again && tries < mostTries; tries += 1) {
    const wasReading = client.isFetching() > 0;
    await client.invalidateQueries(undefined, { cancelRefetch: false });
    again = wasReading || isOlder();
  }
};

/**
 * Follows the ledger of a notice while its page is seen, so that what somebody else recorded is shown a moment later. A page in
 * the background keeps no stream open: it catches up when it is seen again.
 */
export const useFollow = (noticeId: string): void => {
  const client = useQueryClient();
  useEffect(() => {
    let source: EventSource | null = null;
    let again: ReturnType<typeof setTimeout> | undefined;
    const leave = () => {
      clearTimeout(again);
      source?.close();
    };
    const follow = () => {
      leave();
      if (document.visibilityState === 'hidden') return;
      const stream = new EventSource(`/api/notices/${noticeId}/live`);
      stream.addEventListener('message', ({ data }: MessageEvent<string>) => {
        void catchUp(client, noticeId, Number(data));
      });
      // A stream that drops comes back by itself; one that is refused, as by a proxy while the server starts anew, does not.
      stream.addEventListener('error', () => {
        if (stream.readyState === EventSource.CLOSED) again = setTimeout(follow, askAgainAfter);
      });
      source = stream;
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      leave();
    };
  }, [client, noticeId]);
};
