import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { readFile } from '@noticeboard/db/files';
import { createFolder } from '@noticeboard/db/testing/databases';
import { describe, expect, it } from 'vitest';
import { createTestInstallation } from './testing/installation.ts';

const secret = 'a secret of the tests, long enough to be one';

type Ended = { status: number | null; output: string };

/** Runs one of the two programs of the server to its end, in live mode unless told otherwise. */
const run = (
  program: 'main' | 'cli',
  folder: string,
  args: readonly string[] = [],
  environment: Record<string, string> = {},
): Ended => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(import.meta.dirname, `${program}.ts`), ...args],
    {
      env: {
        PATH: process.env['PATH'],
        NOTICEBOARD_DATA: folder,
        NOTICEBOARD_MODE: 'live',
        NOTICEBOARD_SECRET: secret,
        PORT: '0',
        ...environment,
      },
      encoding: 'utf8',
      timeout: 60_000,
    },
  );
  const output = stdout + stderr;
  if (/\n\s+at /.test(output)) throw new Error(`There is a stack in what was printed:\n${output}`);
  return { status, output };
};

/** A sentence, and an exit code that says that it failed; `run` has seen that there is no stack. */
const refused = (part: string) => ({ status: 1, output: expect.stringContaining(part) as unknown });

/** An installation that no process holds open, in a folder as the server knows it. */
const closedInstallation = async () => {
  const installation = await createTestInstallation();
  await installation.db.close();
  return { ...installation, folder: path.dirname(installation.file) };
};

describe('a misuse gets a sentence', { timeout: 60_000 }, () => {
  it.each([
    [['frobnicate'], 'There is no command "frobnicate".'],
    [['constructor'], 'There is no command "constructor".'],
    [['verify'], 'There is no database at'],
    [['verify', '--heads', 'x'], "Unknown option '--heads'"],
    [['verify', '--head', 'x'], 'Give the head as it is printed'],
    [['redact'], 'Say which entry.'],
    [['redact', 'one:1'], 'Give --reason.'],
    [['redact', '12', '--reason', 'why'], 'such as kent-2023:12'],
    [['backup'], 'Say which file.'],
    [['restore', '/no/such/file'], 'can’t be read'],
    [['demo'], 'A live installation has no demonstration.'],
    [['demo', '--today', '2500-01-01'], '--today is "2500-01-01". Give a real date from 1900 to 2199'],
    [['user', 'remove'], 'Say what to do with a user: add or link.'],
    [['user', 'add', '--email', 'nobody', '--title', 'Officer'], 'Enter an e-mail address'],
    [['user', 'add', '--email', 'a@example.gov.uk', '--title', 'Officer'], 'the account could do nothing'],
    [
      ['user', 'add', '--email', 'a@example.gov.uk', '--title', 'Officer', '--office', 'king'],
      'Give one of: administrator',
    ],
  ])('%j', async (args, sentence) => {
    await using folder = await folderOfTest();
    expect(run('cli', folder.folder, args)).toEqual(refused(sentence));
  });
});

const folderOfTest = async () => {
  const { folder, remove } = await createFolder();
  return { folder, [Symbol.asyncDispose]: remove };
};

it('explains itself', { timeout: 60_000 }, async () => {
  await using folder = await folderOfTest();
  const { status, output } = run('cli', folder.folder, ['--help']);
  expect(status).toBe(0);
  for (const command of ['demo', 'user add', 'verify', 'redact', 'backup', 'restore'])
    expect(output).toContain(command);
});

it('makes the first administrator, whose link is printed once', { timeout: 60_000 }, async () => {
  await using folder = await folderOfTest();
  const args = [
    'user',
    'add',
    '--email',
    'first@example.gov.uk',
    '--title',
    'Administrator',
    '--office',
    'administrator',
  ];
  const made = run('cli', folder.folder, args, { NOTICEBOARD_ORIGIN: 'https://noticeboard.example.gov.uk' });
  expect(made.status).toBe(0);
  expect(made.output).toMatch(/https:\/\/noticeboard\.example\.gov\.uk\/set-password#[\w-]{43}/);
  expect(run('cli', folder.folder, args)).toEqual(refused('There is an account with that e-mail address already.'));

  const again = run('cli', folder.folder, ['user', 'link', '--email', 'First@example.gov.uk']);
  expect(again).toMatchObject({ status: 0, output: expect.stringMatching(/\/set-password#[\w-]{43}/) as unknown });
  expect(run('cli', folder.folder, ['user', 'link', '--email', 'other@example.gov.uk'])).toEqual(
    refused('There is no account with the e-mail address other@example.gov.uk.'),
  );
});

it('says that the demonstration stands on a day before its notice', { timeout: 60_000 }, async () => {
  await using folder = await folderOfTest();
  const { status, output } = run('cli', folder.folder, ['demo', '--today', '2022-01-01'], { NOTICEBOARD_MODE: 'demo' });
  expect(status).toBe(0);
  expect(output).toContain(
    'Kent’s notice was issued on 30 March 2023, so on 1 January 2022 there is nothing of it to see.',
  );
});

it(
  'does not take a live installation for the demonstration, which would let anyone in',
  { timeout: 60_000 },
  async () => {
    await using installation = await closedInstallation();
    const before = readFileSync(installation.file);
    const demo = { NOTICEBOARD_MODE: 'demo' };
    expect(run('main', installation.folder, [], demo)).toEqual(refused('This database holds a live installation.'));
    expect(run('cli', installation.folder, ['demo'], demo)).toEqual(
      refused('This database holds a live installation.'),
    );
    expect(readFileSync(installation.file).equals(before)).toBe(true);
  },
);

it(
  'neither loads nor resets a demonstration in a database that is open, nor writes a backup over it',
  { timeout: 60_000 },
  async () => {
    await using installation = await createTestInstallation();
    const folder = path.dirname(installation.file);
    for (const words of [['demo'], ['demo', '--reset']])
      expect(run('cli', folder, words, { NOTICEBOARD_MODE: 'demo' })).toEqual(
        refused('A server has the database open.'),
      );
    const link = `${folder}-link`;
    symlinkSync(folder, link);
    for (const file of [
      installation.file,
      `${installation.file}-wal`,
      path.join(link, path.basename(installation.file)),
    ])
      expect(run('cli', folder, ['backup', file])).toEqual(refused('is the database itself'));
    rmSync(link);
    expect(run('cli', folder, ['verify']).status).toBe(0);
  },
);

it('verifies, backs up, restores, redacts, and finds one changed byte', { timeout: 120_000 }, async () => {
  await using installation = await closedInstallation();
  await using other = await folderOfTest();
  const file = path.join(other.folder, 'backup');
  const verified = run('cli', installation.folder, ['verify']);
  expect(verified).toMatchObject({ status: 0, output: expect.stringContaining('Every ledger is whole') as unknown });
  const [, head = ''] = / one {2}(\d+:[0-9a-f]+)/.exec(verified.output) ?? [];

  expect(run('cli', installation.folder, ['backup', file]).status).toBe(0);
  expect(run('cli', installation.folder, ['backup', file])).toEqual(refused('is there already.'));
  expect(run('cli', installation.folder, ['backup', other.folder])).toEqual(refused('can’t be written.'));
  expect(run('cli', installation.folder, ['backup', file, '--overwrite']).status).toBe(0);
  const copy = path.join(other.folder, 'copy');
  mkdirSync(copy);
  expect(run('cli', copy, ['restore', file]).status).toBe(0);
  expect(run('cli', copy, ['verify', '--head', head]).status).toBe(0);
  expect(run('cli', copy, ['restore', file])).toEqual(refused('The database is not empty.'));
  expect(run('cli', copy, ['restore', file, '--overwrite']).status).toBe(0);

  // Entry 3 of the sample holds the lead before the account was given to them.
  expect(run('cli', copy, ['redact', 'one:3', '--reason', 'A name was written in it.']).status).toBe(0);
  expect(run('cli', copy, ['verify', '--head', head]).status).toBe(0);

  const database = path.join(copy, 'noticeboard.sqlite');
  const bytes = readFileSync(database);
  const at = bytes.lastIndexOf('Appoint caseworkers');
  expect(at).toBeGreaterThan(0);
  bytes[at] = 'a'.charCodeAt(0);
  writeFileSync(database, bytes);
  expect(run('cli', copy, ['verify'])).toEqual(refused('ntry '));
});

it('writes a frozen pack to a file as it was kept, and says what it can’t', { timeout: 60_000 }, async () => {
  await using installation = await createTestInstallation();
  const freezing = { noticeId: 'one', meetingId: 'meeting-1', number: 2, sections: ['notice'] };
  const { frozenId } = (await installation.call('programmeOffice', 'pack.freeze', freezing)) as { frozenId: string };
  const plan = await installation.keeper.current('one');
  const kept = await readFile(installation.db, plan?.frozen.find(({ id }) => id === frozenId)?.fileHash ?? '');
  await installation.db.close();
  const folder = path.dirname(installation.file);
  const file = path.join(folder, 'pack.html');
  const pack = (...args: string[]) => run('cli', folder, ['pack', ...args]);
  expect(pack('one:meeting-1', '--html', file)).toMatchObject({
    status: 0,
    output: expect.stringMatching(/^Pack 2, frozen on 10 February 2023, from \d+:[0-9a-f]{64}\./) as unknown,
  });
  expect(readFileSync(file).equals(kept ?? Buffer.alloc(0))).toBe(true);
  expect(pack('one:meeting-1', '--html', file)).toEqual(refused('is there already.'));
  expect(pack('one:meeting-1', '--html', path.join(file, 'pack.html'))).toEqual(refused('can’t be written.'));
  expect(pack('meeting-1', '--html', file)).toEqual(refused('More than one notice has a meeting meeting-1.'));
  expect(pack('one:meeting-1', '--html', file, '--number', '1')).toEqual(refused('was erased by law'));
  expect(pack('one:meeting-1', '--pdf', file)).toEqual(refused('CHROMIUM_PATH is not set, so no PDF can be made.'));
});

describe('the server says why it can’t start', { timeout: 60_000 }, () => {
  it('where the port is in use', async () => {
    await using folder = await folderOfTest();
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const ended = run('main', folder.folder, [], { PORT: String(port) });
    other.close();
    expect(ended).toEqual(refused(`Port ${port} is in use. End the program that uses it, or start on another one`));
  });

  it('where the database is damaged, which it leaves as it is', async () => {
    await using folder = await folderOfTest();
    const file = path.join(folder.folder, 'noticeboard.sqlite');
    writeFileSync(file, 'This is no database. '.repeat(500));
    expect(run('main', folder.folder)).toEqual(refused('The database is damaged or is not a database of Noticeboard.'));
    expect(readFileSync(file, 'utf8')).toBe('This is no database. '.repeat(500));
  });

  it('where a setting is wrong, or the day lies before the last entry', async () => {
    await using installation = await closedInstallation();
    expect(run('main', installation.folder, [], { NOTICEBOARD_SECRET: 'short' })).toEqual(
      refused('NOTICEBOARD_SECRET is too short.'),
    );
    expect(run('main', installation.folder, [], { NOTICEBOARD_TODAY: '2023-02-09' })).toEqual(
      refused('The day is set to 9 February 2023, but the last entry was recorded on 10 February 2023.'),
    );
  });
});

it('stops when it is told to, with nothing left undone', { timeout: 60_000 }, async () => {
  await using folder = await folderOfTest();
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'main.ts')], {
    env: {
      PATH: process.env['PATH'],
      NOTICEBOARD_DATA: folder.folder,
      NOTICEBOARD_MODE: 'live',
      NOTICEBOARD_SECRET: secret,
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  for await (const chunk of child.stdout) if (String(chunk).includes('Noticeboard is at http')) break;
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});
