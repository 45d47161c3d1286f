import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const serverFolder = path.resolve(import.meta.dirname, '../../server/src');

/** The Noticeboard that a journey goes through: a real process on a database of its own. */
export type Running = {
  url: string;
  /** Where it keeps its database. */
  folder: string;
  /** What the process has said so far. */
  output: () => string;
  stop: () => Promise<void>;
};

type Settings = Readonly<Record<string, string>>;

const environment = (folder: string, settings: Settings) => ({
  ...process.env,
  PORT: '0',
  HOST: '127.0.0.1',
  NOTICEBOARD_DATA: folder,
  ...settings,
});

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode === null && child.signalCode === null
    ? new Promise((resolve) => child.once('exit', () => resolve()))
    : Promise.resolve();

/** Runs the command line on a data folder, and gives what it printed. */
export function commandLine(
  folder: string,
  words: string[],
  settings: Settings = {},
): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(serverFolder, 'cli.ts'), ...words], {
    env: environment(folder, settings),
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

/** Starts a server on a folder, and gives its address once it answers. */
export async function startServer(
  settings: Settings = {},
  folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-e2e-')),
): Promise<Running> {
  const child = spawn(process.execPath, [path.join(serverFolder, 'main.ts')], {
    env: environment(folder, settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /Noticeboard is at (http:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`The server ended before it answered:\n${said}`)));
  });
  return {
    url,
    folder,
    output: () => said,
    stop: async () => {
      child.kill('SIGTERM');
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Starts a server on a fresh copy of the demonstration of 25 September 2023, which was loaded once before all tests.
 * @param today a later day to stand on
 */
export function startDemonstration(prepared: string, today = '2023-09-25'): Promise<Running> {
  const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-e2e-'));
  cpSync(prepared, folder, { recursive: true });
  return startServer({ NOTICEBOARD_MODE: 'demo', NOTICEBOARD_TODAY: today }, folder);
}

/** Loads the demonstration once into a folder that every test copies. */
export function prepareDemonstration(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-prepared-'));
  const { status, output } = commandLine(folder, ['demo', '--today', '2023-09-25'], { NOTICEBOARD_MODE: 'demo' });
  if (status !== 0 || !existsSync(path.join(folder, 'noticeboard.sqlite')))
    throw new Error(`The demonstration did not load:\n${output}`);
  return folder;
}
