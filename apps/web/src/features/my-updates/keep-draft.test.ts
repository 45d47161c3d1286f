import { expect, it, vi } from 'vitest';
import { client } from '../../app/trpc.ts';
import { aDraft } from '../../testing/draft.ts';
import { linkPlace, type Kept } from './keep-draft.ts';

const server = vi.fn<(input: { seenAt: string | null; body: { words: string } }) => Promise<Kept>>();
vi.mock(import('../../app/trpc.ts'), async (original) => ({
  ...(await original()),
  client: { link: { keep: { mutate: (input: never) => server(input) } } } as unknown as typeof client,
}));

const at = (minute: number) => `2023-09-25T09:0${minute}:00.000Z`;

it('overwrites only the draft that was seen here, and brings another one', async () => {
  const place = linkPlace('one');
  place.see('action 1', at(1));
  server.mockResolvedValueOnce({ savedAt: at(2), newer: null });
  await place.keep('action 1', aDraft('Half'));
  const newer = { body: aDraft('On the phone'), savedAt: at(4) };
  server.mockResolvedValueOnce({ savedAt: null, newer });
  expect(await place.keep('action 1', aDraft('Half a'))).toEqual({ savedAt: null, newer });
  expect(server.mock.calls.map(([{ seenAt }]) => seenAt)).toEqual([at(1), at(2)]);
  // Once it is seen, what is typed here may go over it.
  expect(place.see('action 1', at(4))).toBe(true);
  server.mockResolvedValueOnce({ savedAt: at(5), newer: null });
  await place.keep('action 1', aDraft('Half a'));
  expect(server.mock.lastCall?.[0].seenAt).toBe(at(4));
});

it('knows its own draft again, where only the answer to it was lost', async () => {
  const place = linkPlace('two');
  server.mockRejectedValueOnce(new Error('No answer'));
  await expect(place.keep('action 1', aDraft('Half'))).rejects.toThrow('No answer');
  const own = { body: aDraft('Half'), savedAt: at(3) };
  server.mockResolvedValueOnce({ savedAt: null, newer: own }).mockResolvedValueOnce({ savedAt: at(4), newer: null });
  expect(await place.keep('action 1', aDraft('Half a'))).toEqual({ savedAt: at(4), newer: null });
  expect(server.mock.lastCall?.[0].seenAt).toBe(at(3));
});

it('asks for no choice where the same was typed in two places', async () => {
  const place = linkPlace('three');
  server.mockResolvedValueOnce({ savedAt: null, newer: { body: aDraft('Half'), savedAt: at(6) } });
  expect(await place.keep('action 1', aDraft('Half'))).toEqual({ savedAt: at(6), newer: null });
});
