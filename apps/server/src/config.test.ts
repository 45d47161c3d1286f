import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createFolder } from '@noticeboard/db/testing/databases';
import { describe, expect, it } from 'vitest';
import { readConfig, SettingError } from './config.ts';

const secret = '0123456789abcdef0123456789abcdef';

const inFolder = async () => {
  const { folder, remove } = await createFolder();
  return { folder, NOTICEBOARD_DATA: path.join(folder, 'data'), [Symbol.asyncDispose]: remove };
};

it('has a setting for everything, so that the demonstration needs none', async () => {
  await using given = await inFolder();
  const { NOTICEBOARD_DATA } = given;
  expect(readConfig({ NOTICEBOARD_DATA })).toMatchObject({
    mode: 'demo',
    host: '127.0.0.1',
    port: 3000,
    origin: null,
    today: null,
    database: { file: path.join(NOTICEBOARD_DATA, 'noticeboard.sqlite') },
  });
});

it('makes the secret of the demonstration once, for its owner alone to read', async () => {
  await using given = await inFolder();
  const { NOTICEBOARD_DATA } = given;
  const first = readConfig({ NOTICEBOARD_DATA });
  expect(first.secret.length).toBeGreaterThanOrEqual(32);
  expect(readConfig({ NOTICEBOARD_DATA }).secret).toBe(first.secret);
  const file = path.join(NOTICEBOARD_DATA, 'demonstration-secret');
  expect(readFileSync(file, 'utf8')).toBe(first.secret);
  expect(statSync(file).mode & 0o077).toBe(0);
});

it.each(['', 'short\n'])('replaces a secret of the demonstration that reads %j', async (text) => {
  await using given = await inFolder();
  const { NOTICEBOARD_DATA } = given;
  mkdirSync(NOTICEBOARD_DATA);
  const file = path.join(NOTICEBOARD_DATA, 'demonstration-secret');
  writeFileSync(file, text);
  const made = readConfig({ NOTICEBOARD_DATA }).secret;
  expect(made.length).toBeGreaterThanOrEqual(32);
  expect(readFileSync(file, 'utf8')).toBe(made);
  expect(readConfig({ NOTICEBOARD_DATA }).secret).toBe(made);
  expect(statSync(file).mode & 0o077).toBe(0);
});

it('takes what is given', async () => {
  await using given = await inFolder();
  const { NOTICEBOARD_DATA } = given;
  const config = readConfig({
    NOTICEBOARD_DATA,
    NOTICEBOARD_MODE: 'live',
    NOTICEBOARD_SECRET: secret,
    NOTICEBOARD_ORIGIN: 'https://noticeboard.example.gov.uk/',
    NOTICEBOARD_TODAY: '2024-02-29',
    DATABASE_URL: 'postgres://noticeboard@db.example:5432/noticeboard',
    NOTICEBOARD_SMTP: 'smtps://noticeboard:a%20secret@mail.example:465',
    NOTICEBOARD_MAIL_FROM: 'Noticeboard <noticeboard@example.gov.uk>',
    HOST: '0.0.0.0',
    PORT: '8080',
  });
  expect(config).toMatchObject({
    mode: 'live',
    secret,
    origin: 'https://noticeboard.example.gov.uk',
    today: '2024-02-29',
    database: { url: 'postgres://noticeboard@db.example:5432/noticeboard' },
    host: '0.0.0.0',
    port: 8080,
    smtp: {
      url: 'smtps://noticeboard:a%20secret@mail.example:465',
      from: 'Noticeboard <noticeboard@example.gov.uk>',
    },
  });
});

const live = { NOTICEBOARD_MODE: 'live', NOTICEBOARD_SECRET: secret, NOTICEBOARD_ORIGIN: 'https://board.example' };
const smtp = { NOTICEBOARD_SMTP: 'smtps://me:open-sesame@mail.example' };

describe('refuses with a sentence', () => {
  it.each([
    ['a port that is none', { PORT: 'http' }, 'PORT is "http". Give a whole number'],
    ['a port too high', { PORT: '70000' }, 'from 0 to 65535'],
    ['an unknown mode', { NOTICEBOARD_MODE: 'production' }, 'Give demo or live.'],
    ['a day that is not in the calendar', { NOTICEBOARD_TODAY: '2023-02-30' }, 'Give a real date'],
    ['a day that no row could be dated by', { NOTICEBOARD_TODAY: '2500-01-01' }, 'from 1900 to 2199'],
    ['a database of another make', { DATABASE_URL: 'mysql://db' }, 'is not the address of a PostgreSQL database'],
    ['live without a secret', { NOTICEBOARD_MODE: 'live' }, 'NOTICEBOARD_SECRET is not set.'],
    ['a short secret', { NOTICEBOARD_SECRET: 'short' }, 'NOTICEBOARD_SECRET is too short.'],
    [
      'live for others without an address',
      { NOTICEBOARD_MODE: 'live', HOST: '0.0.0.0', NOTICEBOARD_SECRET: secret },
      'NOTICEBOARD_ORIGIN is not set.',
    ],
    [
      'live in the open',
      { NOTICEBOARD_MODE: 'live', NOTICEBOARD_SECRET: secret, NOTICEBOARD_ORIGIN: 'http://noticeboard.example' },
      'https://',
    ],
    ['a Chromium that is no program', { CHROMIUM_PATH: '/no/such/chromium' }, 'which is no program.'],
    ['mail in the demonstration', smtp, 'the demonstration sends no mail'],
    ['mail from nobody', { ...live, ...smtp }, 'NOTICEBOARD_MAIL_FROM is not set.'],
    ['mail from what is no address', { ...live, ...smtp, NOTICEBOARD_MAIL_FROM: 'the board' }, 'is "the board".'],
    [
      'a sender without a server',
      { ...live, NOTICEBOARD_MAIL_FROM: 'a@b.example' },
      'NOTICEBOARD_SMTP is not. Give both',
    ],
    [
      'mail whose links lead nowhere',
      { ...live, ...smtp, NOTICEBOARD_ORIGIN: '', NOTICEBOARD_MAIL_FROM: 'a@b.example' },
      'the links in mail would lead nowhere',
    ],
    [
      'a mail server of another make',
      { ...live, NOTICEBOARD_SMTP: 'https://mail.example' },
      'Give one such as smtps://',
    ],
    ['a mail server without a name', { ...live, NOTICEBOARD_SMTP: 'smtp:///x' }, 'Give one such as smtps://'],
    [
      'a mail server whose password is not written as in an address',
      { ...live, NOTICEBOARD_SMTP: 'smtps://a:100%@b.example' },
      'Give one such as smtps://',
    ],
    ['an address with a path', { NOTICEBOARD_ORIGIN: 'https://example.gov.uk/board' }, 'without a path'],
  ])('%s', async (_name, environment, sentence) => {
    await using given = await inFolder();
    const read = () => readConfig({ NOTICEBOARD_DATA: given.NOTICEBOARD_DATA, ...environment });
    expect(read).toThrow(SettingError);
    expect(read).toThrow(sentence);
  });

  it('a data folder that can’t be written', async () => {
    await using given = await inFolder();
    mkdirSync(given.NOTICEBOARD_DATA);
    const file = path.join(given.NOTICEBOARD_DATA, 'a-file');
    writeFileSync(file, '');
    // Where a folder can't be made although the one above it is there, Node's own recursion would never end.
    const nowhere = process.platform === 'linux' ? ['/proc/noticeboard/data'] : [];
    for (const folder of [path.join(file, 'data'), ...nowhere])
      expect(() => readConfig({ NOTICEBOARD_DATA: folder })).toThrow(/can’t be written\. Give this user the right/);
  });
});

it('never prints the password of the mail server', async () => {
  await using given = await inFolder();
  const read = (settings: object) => () => readConfig({ NOTICEBOARD_DATA: given.NOTICEBOARD_DATA, ...settings });
  for (const settings of [smtp, { ...live, ...smtp }, { ...live, NOTICEBOARD_SMTP: 'smtps//me:open-sesame@mail' }])
    expect(read(settings)).toThrow(/^(?!.*sesame)/s);
});
