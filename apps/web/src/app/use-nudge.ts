import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotice } from './notice.ts';
import { refusalOf } from './refusal.ts';
import { trpc } from './trpc.ts';

/** What came of writing to people: the titles of those who were written to, and of those who were not. */
type Sent = { written: string[]; already: string[]; unreached: string[] };

const wordsOf = (sent: Sent | undefined): string | null => {
  if (sent === undefined) return null;
  if (sent.written.length > 0) return 'A mail was written.';
  return sent.already.length > 0 ? 'Written to today already.' : 'No address that works.';
};

/** Writes to people: to those who are named, or with null to all who are late. What came of it stays until the next time. */
export const useNudge = (): {
  send: (memberIds: string[] | null) => void;
  sending: boolean;
  sent: Sent | null;
  problem: string | null;
  /** What came of writing to one member, in words; null where they were not written to last. */
  outcomeOf: (memberId: string) => string | null;
} => {
  const { noticeId } = useNotice();
  const client = useQueryClient();
  const { mutate, isPending, data, error, variables } = useMutation({
    ...trpc.nudge.send.mutationOptions(),
    onSettled: () => client.invalidateQueries(),
  });
  const problem = error === null ? null : refusalOf(error).sentence;
  return {
    outcomeOf: (memberId) => (variables?.memberIds?.includes(memberId) ? (problem ?? wordsOf(data)) : null),
    send: (memberIds) => mutate({ noticeId, memberIds }),
    sending: isPending,
    sent: data ?? null,
    problem,
  };
};
