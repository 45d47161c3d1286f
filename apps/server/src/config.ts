/** The only reader of the environment: every setting, checked before anything starts. */
import { randomBytes } from 'node:crypto';
import { accessSync, constants, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '@noticeboard/db/folder';
import { isoDate, type IsoDate } from '@noticeboard/domain/fields';

/** The mail server, and whom mail comes from: "Noticeboard <noticeboard@example.gov.uk>". */
export type Smtp = { url: string; from: string };

export type Config = {
  mode: 'demo' | 'live';
  host: string;
  /** 0 asks the system for a free one. */
  port: number;
  /** The address that people open, without a slash at its end; null where it is the host and port. */
  origin: string | null;
  /** The folder of the database file and of what else is kept. */
  dataFolder: string;
  database: { file: string } | { url: string };
  /** The day that the plan is pinned to; null where it was not set. */
  today: IsoDate | null;
  secret: string;
  /** Where mail is handed over; null where none is sent. */
  smtp: Smtp | null;
  /** The program that makes PDFs; null where there is none. */
  chromium: string | null;
};

/** A setting that can't be used, with a sentence that says what to do. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The day on which the demonstration opens: five days before the six-month deadline. */
export const demonstrationDay: IsoDate = '2023-09-25';
const shortestSecret = 32;
const loopback = new Set(['127.0.0.1', '::1', 'localhost']);
const repository = path.resolve(import.meta.dirname, '../../..');

const portOf = (text: string | undefined): number => {
  if (text === undefined) return 3000;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new SettingError(`PORT is "${text}". Give a whole number from 0 to 65535, such as 3000.`);
  return port;
};

const modeOf = (text: string | undefined): Config['mode'] => {
  if (text === undefined || text === 'demo') return 'demo';
  if (text === 'live') return 'live';
  throw new SettingError(`NOTICEBOARD_MODE is "${text}". Give demo or live.`);
};

const todayOf = (text: string | undefined): IsoDate | null => {
  if (text === undefined) return null;
  const day = isoDate.safeParse(text);
  if (!day.success)
    throw new SettingError(
      `NOTICEBOARD_TODAY is "${text}". Give a real date from 1900 to 2199, such as ${demonstrationDay}.`,
    );
  return day.data;
};

const databaseOf = (text: string | undefined, dataFolder: string): Config['database'] => {
  if (text === undefined) return { file: path.join(dataFolder, 'noticeboard.sqlite') };
  if (!URL.canParse(text) || !/^postgres(ql)?:\/\//.test(text)) {
    throw new SettingError(
      'DATABASE_URL is not the address of a PostgreSQL database. Give one such as postgres://user@host:5432/noticeboard, or leave it out to use SQLite.',
    );
  }
  return { url: text };
};

const originOf = (text: string | undefined, mode: Config['mode'], host: string): string | null => {
  if (text === undefined) {
    if (mode === 'live' && !loopback.has(host)) {
      throw new SettingError(
        'NOTICEBOARD_ORIGIN is not set. Give the https address that people open, such as https://noticeboard.example.gov.uk.',
      );
    }
    return null;
  }
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.origin !== text.replace(/\/$/, '')) {
    throw new SettingError(
      `NOTICEBOARD_ORIGIN is "${text}". Give a web address without a path, such as https://noticeboard.example.gov.uk.`,
    );
  }
  if (mode === 'live' && url.protocol === 'http:' && !loopback.has(url.hostname)) {
    throw new SettingError(
      'NOTICEBOARD_ORIGIN starts with http://, so passwords would travel in the open. Give an address that starts with https://.',
    );
  }
  return url.origin;
};

const isMailFrom = (text: string): boolean => /^([^<>@\r\n]+ )?<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/.test(text);

const isMailServer = (text: string): boolean => {
  if (!URL.canParse(text) || !/^smtps?:\/\/[^/]/.test(text)) return false;
  const { hostname, username, password } = new URL(text);
  try {
    decodeURIComponent(`${username}${password}`);
    return hostname !== '';
  } catch {
    return false;
  }
};

const smtpOf = (
  url: string | undefined,
  from: string | undefined,
  { mode, origin }: Pick<Config, 'mode' | 'origin'>,
): Smtp | null => {
  if (url === undefined) {
    if (from === undefined) return null;
    throw new SettingError(
      'NOTICEBOARD_MAIL_FROM is set, but NOTICEBOARD_SMTP is not. Give both to send mail, or leave both out.',
    );
  }
  if (mode === 'demo') {
    throw new SettingError(
      'NOTICEBOARD_SMTP is set, but the demonstration sends no mail: its people are made up. Leave it out, or set NOTICEBOARD_MODE to live.',
    );
  }
  // Its password must not be printed.
  if (!isMailServer(url)) {
    throw new SettingError(
      'NOTICEBOARD_SMTP is not the address of a mail server. Give one such as smtps://user:password@mail.example.gov.uk:465.',
    );
  }
  if (from === undefined || !isMailFrom(from)) {
    throw new SettingError(
      `NOTICEBOARD_MAIL_FROM is ${from === undefined ? 'not set' : `"${from}"`}. Give the address that mail comes from, such as noticeboard@example.gov.uk.`,
    );
  }
  if (origin === null) {
    throw new SettingError(
      'NOTICEBOARD_ORIGIN is not set, so the links in mail would lead nowhere. Give the https address that people open, such as https://noticeboard.example.gov.uk.',
    );
  }
  return { url, from };
};

const chromiumOf = (file: string | undefined): string | null => {
  if (file === undefined) return null;
  try {
    accessSync(file, constants.X_OK);
    if (statSync(file).isFile()) return file;
  } catch {
    // Said below, as for a folder.
  }
  throw new SettingError(
    `CHROMIUM_PATH is "${file}", which is no program. Give the path of a Chromium, such as /usr/bin/chromium, or leave it out to make no PDFs.`,
  );
};

const isNodeError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error;

const keptSecret = (dataFolder: string): string => {
  const file = path.join(dataFolder, 'demonstration-secret');
  try {
    const kept = readFileSync(file, 'utf8').trim();
    // A start that was cut short may have left it empty.
    if (kept.length >= shortestSecret) return kept;
  } catch (error) {
    if (!isNodeError(error) || error.code !== 'ENOENT') throw error;
  }
  const secret = randomBytes(32).toString('base64url');
  // A file that is there would keep the mode it has.
  rmSync(file, { force: true });
  writeFileSync(file, secret, { mode: 0o600 });
  return secret;
};

const secretOf = (text: string | undefined, mode: Config['mode'], dataFolder: string): string => {
  if (text !== undefined && text.length < shortestSecret) {
    throw new SettingError(
      `NOTICEBOARD_SECRET is too short. Give ${shortestSecret} characters or more, such as those of: openssl rand -base64 32`,
    );
  }
  if (text !== undefined) return text;
  if (mode === 'demo') return keptSecret(dataFolder);
  throw new SettingError(
    `NOTICEBOARD_SECRET is not set. Give ${shortestSecret} characters or more, such as those of: openssl rand -base64 32`,
  );
};

const checkFolder = (folder: string): void => {
  try {
    makeFolder(folder);
    const probe = path.join(folder, '.writable');
    writeFileSync(probe, '');
    rmSync(probe);
  } catch {
    throw new SettingError(
      `The data folder ${folder} can’t be written. Give this user the right to write to it, or set NOTICEBOARD_DATA to another folder.`,
    );
  }
};

/**
 * Reads every setting. In the demonstration it makes the secret that signs sessions and keeps it in the data folder.
 * @throws SettingError with one sentence for the first setting that can't be used
 */
export const readConfig = (environment: Environment = process.env): Config => {
  const given = (name: string) => environment[name]?.trim() || undefined;
  const mode = modeOf(given('NOTICEBOARD_MODE'));
  const host = given('HOST') ?? '127.0.0.1';
  const port = portOf(given('PORT'));
  const origin = originOf(given('NOTICEBOARD_ORIGIN'), mode, host);
  const today = todayOf(given('NOTICEBOARD_TODAY'));
  const dataFolder = path.resolve(repository, given('NOTICEBOARD_DATA') ?? 'var');
  const database = databaseOf(given('DATABASE_URL'), dataFolder);
  const smtp = smtpOf(given('NOTICEBOARD_SMTP'), given('NOTICEBOARD_MAIL_FROM'), { mode, origin });
  const chromium = chromiumOf(given('CHROMIUM_PATH'));
  checkFolder(dataFolder);
  return {
    mode,
    host,
    port,
    origin,
    dataFolder,
    database,
    today,
    secret: secretOf(given('NOTICEBOARD_SECRET'), mode, dataFolder),
    smtp,
    chromium,
  };
};
