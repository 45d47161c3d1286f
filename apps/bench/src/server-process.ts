import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export type ServerProcess = AsyncDisposable & { url: string };

/** Starts a server of this folder in a process of its own and gives its address; with `await using` it ends with the caller. */
export async function startProcess(script: string, args: readonly string[]): Promise<ServerProcess> {
  const child = fork(path.join(import.meta.dirname, script), args);
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (said) => resolve(said as string));
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
  });
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
