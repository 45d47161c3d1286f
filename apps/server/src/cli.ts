import { existsSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { backup, restore } from '@noticeboard/db/backup';
import { readAccount } from '@noticeboard/db/account';
import type { Database } from '@noticeboard/db/database';
import { createId } from '@noticeboard/db/id';
import { installation, record, write } from '@noticeboard/db/ledger';
import { readNoticeIds, readPlan } from '@noticeboard/db/plan';
import { redact } from '@noticeboard/db/redact';
import { parseHead, verify } from '@noticeboard/db/verify';
import { emailAddress } from '@noticeboard/domain/changes/member';
import { isoDate } from '@noticeboard/domain/fields';
import { member } from '@noticeboard/domain/member';
import type { Plan } from '@noticeboard/domain/plan';
import { frozenOf } from '@noticeboard/domain/rules/frozen';
import { formatDate } from '@noticeboard/domain/words';
import { frozenKinds, roles, type Role } from '@noticeboard/domain/scales';
import { accountOfEmail, issueLink, makeAccount } from './accounts.ts';
import { createClock } from './clock.ts';
import { type Config, demonstrationDay, readConfig, SettingError } from './config.ts';
import { beforeTheNotice } from './demonstration/before-the-notice.ts';
import { pageOf } from './documents/page-of.ts';
import { createPdfMaker } from './documents/pdf.ts';
import { openInstallation, refuseInUse, removeDatabase } from './start.ts';
import { sayAndStop } from './terminal.ts';

const help = `Usage: pnpm noticeboard COMMAND

  demo [--today DAY] [--reset]   load the demonstration up to a day (${demonstrationDay}); --reset empties the database first
  user add --email ADDRESS --title TITLE [--office administrator|programmeOffice]
           [--notice ID --role ROLE --organisation NAME]
                                 make an account and print the link that sets its password
  user link --email ADDRESS      print a new link for an account whose first one is lost
  verify [--head SEQ:HASH]       check every ledger, and that it holds a head printed earlier
  redact CHAIN:SEQ --reason WHY  erase what one entry of a ledger says, by law; CHAIN is the id of a notice
  pack MEETING [--number N] [--html FILE] [--pdf FILE] [--overwrite]
                                 write a frozen pack of a meeting (the last one, or number N) to a file, as it was kept;
                                 MEETING is its id, or NOTICE:ID; --pdf needs CHROMIUM_PATH
  backup FILE [--overwrite]      write all of it to one file, also while serving; over one that is there only with --overwrite
  restore FILE [--overwrite]     put a backup into the database, which must be empty unless --overwrite is given

The database is that of the server: see NOTICEBOARD_DATA, DATABASE_URL and NOTICEBOARD_MODE in the README.`;

const seeHelp = 'See: pnpm noticeboard --help';

type Given = { options: Readonly<Record<string, string | boolean | undefined>>; rest: readonly string[] };

const parse = (args: readonly string[], options: ParseArgsOptionsConfig, most: number): Given => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (positionals.length > most) throw new Error(`"${positionals[most]}" is one word too many.`);
    return { options: values as Given['options'], rest: positionals };
  } catch (error) {
    throw new SettingError(`${(error as Error).message.split('. ')[0]?.replace(/\.$/, '')}. ${seeHelp}`);
  }
};

const textOf = ({ options }: Given, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

const needed = (given: Given, name: string): string => {
  const value = textOf(given, name);
  if (value === undefined) throw new SettingError(`Give --${name}. ${seeHelp}`);
  return value;
};

const one = ({ rest }: Given, what: string): string => {
  const [value] = rest;
  if (value === undefined) throw new SettingError(`Say which ${what}. ${seeHelp}`);
  return value;
};

const oneOf = <Value extends string>(text: string, name: string, values: readonly Value[]): Value => {
  const found = values.find((value) => value === text);
  if (found === undefined) throw new SettingError(`--${name} is "${text}". Give one of: ${values.join(', ')}.`);
  return found;
};

/** Opening makes a database where there is none, and an empty one of a mistyped folder would verify. */
const needDatabase = (database: Config['database']): void => {
  if ('file' in database && !existsSync(database.file))
    throw new SettingError(
      `There is no database at ${database.file}. Set NOTICEBOARD_DATA to the folder of the server.`,
    );
};

const withDatabase = async (
  work: (db: Database) => Promise<void>,
  { existing = true }: { existing?: boolean } = {},
): Promise<void> => {
  const { mode, today, database } = readConfig();
  if (existing) needDatabase(database);
  const db = await openInstallation({ mode, today, database });
  try {
    await work(db);
  } finally {
    await db.close();
  }
};

const demo = async (args: readonly string[]): Promise<void> => {
  const given = parse(args, { today: { type: 'string' }, reset: { type: 'boolean' } }, 0);
  const today = textOf(given, 'today') ?? demonstrationDay;
  if (!isoDate.safeParse(today).success)
    throw new SettingError(`--today is "${today}". Give a real date from 1900 to 2199, such as ${demonstrationDay}.`);
  const { mode, database } = readConfig();
  if (mode === 'live')
    throw new SettingError(
      'A live installation has no demonstration. Set NOTICEBOARD_MODE to demo and NOTICEBOARD_DATA to another folder.',
    );
  if (given.options['reset']) removeDatabase(database);
  else refuseInUse(database, 'load the demonstration');
  const db = await openInstallation({ mode, today, database });
  try {
    const { loadDemonstration } = await import('./demonstration/load.ts');
    await loadDemonstration(db, { until: today, say: (line) => console.log(line) });
    const nothing = await beforeTheNotice(db, today);
    if (nothing !== null) console.log(nothing);
    console.log(`The demonstration stands on ${formatDate(today)}. Start it with: npx pnpm@12 start`);
  } finally {
    await db.close();
  }
};

const offices = ['administrator', 'programmeOffice', 'none'] as const;

const addUser = async (args: readonly string[]): Promise<void> => {
  const text = { type: 'string' } as const;
  const given = parse(
    args,
    { email: text, title: text, organisation: text, office: text, notice: text, role: text },
    0,
  );
  const email = emailAddress.safeParse(needed(given, 'email'));
  if (!email.success) throw new SettingError(`--email: ${email.error.issues[0]?.message ?? ''}`);
  const title = member.shape.title.safeParse(needed(given, 'title'));
  if (!title.success) throw new SettingError(`--title: ${title.error.issues[0]?.message ?? ''}`);
  const office = oneOf(textOf(given, 'office') ?? 'none', 'office', offices);
  const noticeId = textOf(given, 'notice');
  const part =
    noticeId === undefined
      ? null
      : {
          noticeId,
          organisation: needed(given, 'organisation'),
          roles: [oneOf(needed(given, 'role'), 'role', Object.keys(roles) as Role[])],
        };
  if (part === null && office === 'none')
    throw new SettingError(
      `Give --office, or --notice and --role: without either the account could do nothing. ${seeHelp}`,
    );
  const { origin, host, port } = readConfig();
  await withDatabase(
    async (db) => {
      if (part && (await readPlan(db, part.noticeId)) === null)
        throw new SettingError(`There is no notice ${part.noticeId}.`);
      if (await accountOfEmail(db, email.data))
        throw new SettingError(
          'There is an account with that e-mail address already. Make a new link: pnpm noticeboard user link --email ADDRESS',
        );
      const { result } = await write(
        db,
        { chain: part?.noticeId ?? installation, actor: '@command-line', reason: 'Account made on the command line' },
        async (writer) => {
          const accountId = await makeAccount(writer, { email: email.data, title: title.data, office });
          if (part) {
            await record(writer, {
              entity: 'member',
              row: {
                ...part,
                id: createId(),
                accountId,
                title: title.data,
                startsOn: db.clock.today(),
                endsOn: null,
                suspendedOn: null,
                sector: null,
                mailBouncedOn: null,
              },
              expectedVersion: 0,
            });
          }
          return issueLink(writer, accountId);
        },
      );
      console.log(
        `The account is made. This link sets its password, once, within 7 days:\n${origin ?? `http://${host}:${port}`}${result}`,
      );
    },
    { existing: false },
  );
};

/** Makes the link of an account anew: the way in of an administrator who lost theirs and has nobody to ask. */
const linkUser = async (args: readonly string[]): Promise<void> => {
  const email = needed(parse(args, { email: { type: 'string' } }, 0), 'email');
  const { origin, host, port } = readConfig();
  await withDatabase(async (db) => {
    const accountId = await accountOfEmail(db, email);
    const account = accountId === null ? null : await readAccount(db, accountId);
    if (!account) throw new SettingError(`There is no account with the e-mail address ${email}.`);
    if (account.state === 'suspended')
      throw new SettingError('That account is suspended. Resume its member on a notice first.');
    const link = await issueLink(db, account.id);
    console.log(
      `This link sets the password of ${email}, once, within 7 days. Links made before no longer work.\n${origin ?? `http://${host}:${port}`}${link}`,
    );
  });
};

const user = async ([what, ...args]: readonly string[]): Promise<void> => {
  if (what === 'add') return addUser(args);
  if (what === 'link') return linkUser(args);
  throw new SettingError(`Say what to do with a user: add or link. ${seeHelp}`);
};

const verifyAll = async (args: readonly string[]): Promise<void> => {
  const head = textOf(parse(args, { head: { type: 'string' } }, 0), 'head');
  const at = head === undefined ? undefined : parseHead(head);
  await withDatabase(async (db) => {
    const verdict = await verify(db, { head: at });
    if (!verdict.ok) throw new SettingError(verdict.sentence);
    console.log(
      `Every ledger is whole: ${verdict.entries.toLocaleString('en-GB')} entries, and the tables hold what they say.`,
    );
    for (const { chain, seq, hash } of verdict.heads) console.log(`  ${chain}  ${seq}:${hash}`);
  });
};

const redactEntry = async (args: readonly string[]): Promise<void> => {
  const given = parse(args, { reason: { type: 'string' } }, 1);
  const [, chain, seq] = /^([a-z0-9][a-z0-9.-]*):(\d{1,9})$/.exec(one(given, 'entry')) ?? [];
  if (chain === undefined || seq === undefined)
    throw new SettingError(`Name the entry by its notice and number, such as kent-2023:12. ${seeHelp}`);
  const reason = needed(given, 'reason');
  await withDatabase(async (db) => {
    const { file, pages } = (await redact(db, { chain, seq: Number(seq), actor: '@command-line', reason })).result;
    console.log(`Entry ${seq} of ${chain} is erased, and the ledger says so.`);
    if (file === 'erased')
      console.log('The file that it named is erased too. What was written about it stands until it is corrected.');
    else if (file !== null)
      console.log(
        `The file that it named is kept, since entry ${file.seq} of ${file.chain} names it too. Redact that entry to erase it.`,
      );
    for (const { kind, number, day } of pages)
      console.log(
        `${frozenKinds[kind].label} ${number}, frozen on ${formatDate(day)}, held its words: its page is erased too.`,
      );
  });
};

/** The file itself, whatever links lead to it; null where its folder is not there. */
const placeOf = (file: string): string | null => {
  if (existsSync(file)) return realpathSync(file);
  const folder = path.dirname(path.resolve(file));
  return existsSync(folder) ? path.join(realpathSync(folder), path.basename(file)) : null;
};

/** Says whether a file is a SQLite database or one of those that it keeps beside it, under whatever name. */
const isOf = (database: string, file: string): boolean =>
  ['', '-wal', '-shm', '-journal'].some((ending) => placeOf(file) === `${placeOf(database)}${ending}`);

const backUp = async (args: readonly string[]): Promise<void> => {
  const given = parse(args, { overwrite: { type: 'boolean' } }, 1);
  const file = one(given, 'file');
  const { database } = readConfig();
  needDatabase(database);
  if ('file' in database && isOf(database.file, file))
    throw new SettingError(`${file} is the database itself. Give the backup another name.`);
  if (existsSync(file) && statSync(file).isFile() && given.options['overwrite'] !== true)
    throw new SettingError(`${file} is there already. Give the backup another name, or say --overwrite to replace it.`);
  await withDatabase(async (db) => {
    await backup(db, file);
    console.log(`The backup is in ${file}. It holds hashed passwords and e-mail addresses: keep it safe.`);
  });
};

/** Finds a meeting by its id, or by that of its notice and its own. */
const meetingCalled = async (db: Database, name: string): Promise<{ plan: Plan; meetingId: string }> => {
  const [meetingId = '', noticeId] = name.split(':').toReversed();
  const plans = await Promise.all(
    (await readNoticeIds(db))
      .filter((each) => noticeId === undefined || each === noticeId)
      .map((each) => readPlan(db, each)),
  );
  const [found, another] = plans.filter((plan) => plan !== null && plan.meetings.some(({ id }) => id === meetingId));
  if (!found)
    throw new SettingError(`There is no meeting ${name}. Its id is the last part of the address of its page.`);
  if (another)
    throw new SettingError(
      `More than one notice has a meeting ${meetingId}. Say which: ${found.notice.id}:${meetingId}`,
    );
  return { plan: found, meetingId };
};

const writeOut = (file: string, bytes: Uint8Array, { options }: Given): void => {
  if (existsSync(file) && options['overwrite'] !== true)
    throw new SettingError(`${file} is there already. Give the file another name, or say --overwrite to replace it.`);
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    throw new SettingError(
      `${file} can’t be written. Give the name of a file, in a folder that is there and that you may write in.`,
      { cause: error },
    );
  }
  console.log(`It is in ${file}.`);
};

const packOut = async (args: readonly string[]): Promise<void> => {
  const text = { type: 'string' } as const;
  const given = parse(args, { number: text, html: text, pdf: text, overwrite: { type: 'boolean' } }, 1);
  const name = one(given, 'meeting');
  const [html, pdf, number] = [textOf(given, 'html'), textOf(given, 'pdf'), textOf(given, 'number')];
  if (html === undefined && pdf === undefined) throw new SettingError(`Give --html, --pdf or both. ${seeHelp}`);
  const { chromium, origin, host, port } = readConfig();
  if (pdf !== undefined && chromium === null)
    throw new SettingError('CHROMIUM_PATH is not set, so no PDF can be made. Set it to a Chromium, or give --html.');
  await withDatabase(async (db) => {
    const { plan, meetingId } = await meetingCalled(db, name);
    const packs = frozenOf(plan, { kind: 'pack', meetingId });
    const pack = number === undefined ? packs.at(-1) : packs.find((each) => `${each.number}` === number);
    if (!pack)
      throw new SettingError(
        packs.length === 0
          ? 'No pack of that meeting was frozen. Freeze it on the page of the meeting first.'
          : `That meeting has no pack ${number ?? ''}. It has ${packs.map((each) => each.number).join(', ')}.`,
      );
    const { page } = await pageOf(db, plan, pack.id);
    console.log(`Pack ${pack.number}, frozen on ${formatDate(pack.day)}, from ${pack.seq}:${pack.hash}.`);
    if (html !== undefined) writeOut(html, page, given);
    if (pdf !== undefined && chromium !== null)
      writeOut(pdf, await createPdfMaker(chromium)(page, origin ?? `http://${host}:${port}`), given);
  });
};

const restoreFrom = async (args: readonly string[]): Promise<void> => {
  const given = parse(args, { overwrite: { type: 'boolean' } }, 1);
  const file = one(given, 'file');
  await restore(file, readConfig().database, {
    clock: createClock(null),
    overwrite: given.options['overwrite'] === true,
  });
  console.log(
    'The backup is restored and verified. Everybody has to sign in again, and to make a new link for their calendar.',
  );
};

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  demo,
  user,
  verify: verifyAll,
  redact: redactEntry,
  pack: packOut,
  backup: backUp,
  restore: restoreFrom,
};

const run = async ([command, ...args]: readonly string[]): Promise<void> => {
  if (
    command === undefined ||
    command === '--help' ||
    command === '-h' ||
    command === 'help' ||
    args.includes('--help')
  ) {
    console.log(help);
    return;
  }
  const chosen = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!chosen) throw new SettingError(`There is no command "${command}". ${seeHelp}`);
  await chosen(args);
};

await run(process.argv.slice(2)).catch(sayAndStop);
