import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { print, title } from './figures.ts';

const rounds = 7;
const main = path.resolve(import.meta.dirname, '../../server/src/main.ts');

/** Starts the server on a database that is there, and waits for the first answer of /health. */
async function startOnce(folder: string): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', NOTICEBOARD_DATA: folder, NOTICEBOARD_MODE: 'demo' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /Noticeboard is at (http:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error('The server ended before it answered.')));
  });
  await fetch(`${url}/health`);
  const milliseconds = performance.now() - started;
  child.kill('SIGTERM');
  await once(child, 'exit');
  return milliseconds;
}

export async function startOfTheServer(folder: string): Promise<void> {
  await startOnce(folder);
  const values: number[] = [];
  for (let round = 0; round < rounds; round += 1) values.push(await startOnce(folder));
  title(`Start of the server on a loaded database, to its first answer: ${rounds} starts`);
  print({ name: 'start (first step 1,500 ms)', unit: 'ms', values, digits: 0 });
}
