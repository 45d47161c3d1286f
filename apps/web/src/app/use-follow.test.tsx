import { QueryClientProvider, QueryObserver } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { queryClient, trpc, type RouterOutput } from './trpc.ts';
import { useFollow } from './use-follow.ts';

/** A stream that opens nothing. */
class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static readonly opened: Stream[] = [];
  readyState = 0;
  readonly address: string;
  constructor(address: string) {
    super();
    this.address = address;
    Stream.opened.push(this);
  }
  close() {
    this.readyState = Stream.CLOSED;
  }
  fail(readyState: number) {
    this.readyState = readyState;
    this.dispatchEvent(new Event('error'));
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Stream);
  Stream.opened.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const frameAt = (seq: number) => ({ head: { seq } }) as RouterOutput['notice']['frame'];

const follow = () =>
  renderHook(() => useFollow('one'), {
    wrapper: ({ children }) => <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>,
  });

test('what was being read when the ledger grew is read once more, since it may be older', async () => {
  const { queryKey } = trpc.notice.frame.queryOptions({ noticeId: 'one' });
  queryClient.setQueryData(queryKey, frameAt(5));
  const answers: (() => void)[] = [];
  const queryFn = () => new Promise<number>((resolve) => answers.push(() => resolve(answers.length)));
  const leave = new QueryObserver(queryClient, { queryKey: ['page'], queryFn }).subscribe(() => undefined);
  follow();
  Stream.opened[0]?.dispatchEvent(new MessageEvent('message', { data: '6' }));
  queryClient.setQueryData(queryKey, frameAt(6));
  answers[0]?.();
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.();
  leave();
});

test('a stream that was refused is asked for again, one that comes back by itself is not, nor one of a page that is left', () => {
  const { unmount } = follow();
  expect(Stream.opened.map(({ address }) => address)).toEqual(['/api/notices/one/live']);
  Stream.opened[0]?.fail(0);
  vi.advanceTimersByTime(60_000);
  expect(Stream.opened).toHaveLength(1);
  Stream.opened[0]?.fail(Stream.CLOSED);
  vi.advanceTimersByTime(15_000);
  expect(Stream.opened).toHaveLength(2);
  Stream.opened[1]?.fail(Stream.CLOSED);
  unmount();
  vi.advanceTimersByTime(60_000);
  expect(Stream.opened).toHaveLength(2);
});
