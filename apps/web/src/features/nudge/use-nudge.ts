import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotice } from '../../app/notice.ts';
import { refusalOf } from '../../app/refusal.ts';
import { trpc } from '../../app/trpc.ts';

/** What came of writing to people: the titles of those who were written to, and of those who were not. */
type Sent = { written: string[]; already: string[]; unreached: string[] };

/** Writes to people: to those who are named, or with null to all who are late. What came of it stays until the next time. */
export const useNudge = (): {
  send: (memberIds: string[] | null) => void;
  sending: boolean;
  sent: Sent | null;
  problem: string | null;
} => {
  const { noticeId } = useNotice();
  const client = useQueryClient();
  const { mutate, isPending, data, error } = useMutation({
    ...trpc.nudge.send.mutationOptions(),
    onSettled: () => client.invalidateQueries(),
  });
  return {
    send: (memberIds) => mutate({ noticeId, memberIds }),
    sending: isPending,
    sent: data ?? null,
    problem: error === null ? null : refusalOf(error).sentence,
  };
};
