/** Speaks with a Chromium over its pipes: the commands of the DevTools protocol, as JSON that ends with a null byte. */
import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

type Answer = { id?: number; result?: unknown; error?: { message: string } };

/** Gives what sends one command and waits for its answer. */
export type Send = <Result>(method: string, params: object, sessionId?: string) => Promise<Result>;

/**
 * Speaks with a Chromium that was started with `--remote-debugging-pipe`.
 * @throws where it ends before it has answered
 */
export const speakWith = (chromium: ChildProcess): Send => {
  // Chromium reads from the fourth of its streams and writes to the fifth.
  const [, , , out, back] = chromium.stdio as unknown as [unknown, unknown, unknown, Writable, Readable];
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let parts: Buffer[] = [];
  let ended = false;
  let last = 0;
  const hear = (text: string) => {
    const { id, result, error } = JSON.parse(text) as Answer;
    if (id === undefined) return;
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.reject(new Error(error.message));
    else asked?.resolve(result);
  };
  const end = () => {
    ended = true;
    for (const { reject } of waiting.values()) reject(new Error('Chromium ended before it had answered.'));
  };
  back.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let at = rest.indexOf(0); at >= 0; at = rest.indexOf(0)) {
      hear(Buffer.concat([...parts, rest.subarray(0, at)]).toString('utf8'));
      parts = [];
      rest = rest.subarray(at + 1);
    }
    if (rest.length > 0) parts.push(rest);
  });
  // A pipe that breaks is told by the end of the process.
  for (const stream of [out, back]) stream.on('error', () => undefined);
  chromium.once('error', end);
  chromium.once('exit', end);
  return <Result>(method: string, params: object, sessionId?: string) =>
    new Promise<Result>((resolve, reject) => {
      if (ended) return reject(new Error('Chromium did not start.'));
      last += 1;
      waiting.set(last, { resolve: resolve as (result: unknown) => void, reject });
      out.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
};
