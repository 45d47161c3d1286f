/** A whole installation on a SQLite file of its own, with somebody of every role, for the tests of the server. */
import path from 'node:path';
import { openDatabase, type Database } from '@noticeboard/db/database';
import { createDatesKeeper } from '@noticeboard/db/dates-recorded';
import { installation as installationChain, record, write } from '@noticeboard/db/ledger';
import { createPlanKeeper } from '@noticeboard/db/plan';
import { createFolder, type TestTarget } from '@noticeboard/db/testing/databases';
import '@noticeboard/db/testing/postgres';
import { recordSample } from '@noticeboard/db/testing/sample';
import type { Clock } from '@noticeboard/domain/clock';
import type { Role } from '@noticeboard/domain/scales';
import { callTRPCProcedure } from '@trpc/server';
import { pino } from 'pino';
import { makeAccount } from '../accounts.ts';
import type { Context, Installation } from '../context.ts';
import { appRouter } from '../router.ts';
import type { SignedIn } from '../who.ts';

const today = '2023-02-10';

/** Input of `update.write` for the first action of the notice `one`. */
export const anUpdate = {
  noticeId: 'one',
  actionId: 'action-1',
  measureId: null,
  requirementId: null,
  rating: 'green',
  confidence: 'high',
  words: 'It goes well.',
  recovery: null,
  forecast: null,
};

/** Everybody of the notice `one`: an account and a member each. `officer` leads what the sample has; `otherOfficer` leads nothing. */
export const people = {
  officer: { memberId: 'member-lead', roles: ['officer'] },
  otherOfficer: { memberId: 'member-other-officer', roles: ['officer'] },
  programmeOffice: { memberId: 'member-programme-office', roles: ['programmeOffice'] },
  boardMember: { memberId: 'member-board-member', roles: ['boardMember'] },
  chair: { memberId: 'member-chair', roles: ['chair'] },
  parentCarerForum: { memberId: 'member-forum', roles: ['parentCarerForum'] },
  monitor: { memberId: 'member-monitor', roles: ['monitor'] },
  administrator: { memberId: 'member-administrator', roles: ['administrator'] },
} as const satisfies Record<string, { memberId: string; roles: readonly Role[] }>;
export type Person = keyof typeof people;

/** Who has no part in the notice `one`: a member of `two` alone, one who may set up notices, an administrator of the installation. */
export type Outsider = 'stranger' | 'founder' | 'keeper';
const offices = { stranger: 'none', founder: 'programmeOffice', keeper: 'administrator' } as const;

/** The id of a person's account. */
export const accountId = (person: Person | Outsider): string => `account-${person.toLowerCase()}`;

/** The session of a person. */
export const sessionFor = (person: Person | Outsider): SignedIn => ({
  id: accountId(person),
  office: person in offices ? offices[person as Outsider] : 'none',
});

/** The address that a person signs in with. */
export const emailOf = (person: Person | Outsider): string => `${person.toLowerCase()}@example.gov.uk`;

const clock: Clock = { now: () => `${today}T12:00:00.000Z`, today: () => today };

const recordPeople = async (db: Database): Promise<void> => {
  await write(db, { chain: installationChain, actor: '@command-line', reason: null }, async (writer) => {
    for (const person of [...(Object.keys(people) as Person[]), 'stranger', 'founder', 'keeper'] as const) {
      const { id, office } = sessionFor(person);
      await makeAccount(writer, { id, email: emailOf(person), title: person, office, state: 'active' });
    }
  });
};

const recordNotice = async (
  db: Database,
  noticeId: string,
  members: readonly (readonly [Person | 'stranger', string, readonly Role[]])[],
): Promise<void> => {
  await write(db, { chain: noticeId, actor: '@command-line', reason: null }, async (writer) => {
    await recordSample(writer);
    for (const [person, memberId, roles] of members) {
      const part = {
        title: person,
        organisation: 'Council',
        roles: [...roles],
        startsOn: '2023-01-01',
        endsOn: null,
        suspendedOn: null,
        mailBouncedOn: null,
        sector: null,
      };
      await record(writer, {
        entity: 'member',
        row: { noticeId, id: memberId, accountId: accountId(person), ...part },
        expectedVersion: memberId === 'member-lead' ? 1 : 0,
      });
    }
  });
};

export type TestInstallation = Installation &
  AsyncDisposable & {
    /** Empty on PostgreSQL. */
    file: string;
    call: (person: Person | Outsider | null, procedure: string, input?: unknown) => Promise<unknown>;
  };

const createSqlite = async (): Promise<TestTarget> => {
  const { folder, remove } = await createFolder();
  return { target: { file: path.join(folder, 'noticeboard.sqlite') }, remove };
};

/**
 * Makes the installation; with `await using` it is gone when the test ends.
 * @param create makes its database: a SQLite file where it is left out
 */
export const createTestInstallation = async (create = createSqlite): Promise<TestInstallation> => {
  const { target, remove } = await create();
  const db = await openDatabase(target, { clock });
  await recordPeople(db);
  await recordNotice(
    db,
    'one',
    (Object.keys(people) as Person[]).map((person) => [person, people[person].memberId, people[person].roles]),
  );
  await recordNotice(db, 'two', [['stranger', 'member-stranger', ['programmeOffice']]]);
  const installation: Installation = {
    db,
    clock,
    keeper: createPlanKeeper(db, { most: 10 }),
    dates: createDatesKeeper(db, { most: 10 }),
    mode: 'live',
    mail: { kind: 'sent', address: () => 'https://noticeboard.test', wake: () => undefined },
    documents: { origin: '', pdfOf: null },
    log: pino({ level: 'silent' }),
    mayCall: () => true,
  };
  return {
    ...installation,
    file: 'file' in target ? target.file : '',
    call: (person, procedure, input) => {
      const ctx: Context = {
        ...installation,
        account: person === null ? null : sessionFor(person),
        mayUseLink: () => true,
        linkTries: { allows: () => true, takeBack: () => undefined },
      };
      const definition = procedures().find(({ path: name }) => name === procedure);
      return callTRPCProcedure({
        router: appRouter,
        path: procedure,
        getRawInput: async () => input,
        ctx,
        type: definition?.type ?? 'query',
        signal: undefined,
        batchIndex: 0,
      });
    },
    [Symbol.asyncDispose]: async () => {
      await db.close();
      await remove();
    },
  };
};

export type ProcedureOf = {
  path: string;
  type: 'query' | 'mutation';
  access: string | undefined;
  inputs: readonly unknown[];
};

type Definition = { ['_def']: { type: 'query' | 'mutation'; meta?: { access?: string }; inputs: unknown[] } };

/** Gives every procedure of the router with what it asks for. */
export const procedures = (): ProcedureOf[] =>
  Object.entries(appRouter['_def'].procedures as unknown as Record<string, Definition>).map(([name, procedure]) => ({
    path: name,
    type: procedure['_def'].type,
    access: procedure['_def'].meta?.access,
    inputs: procedure['_def'].inputs,
  }));
