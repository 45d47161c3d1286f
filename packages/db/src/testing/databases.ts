import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Clock } from '@noticeboard/domain/clock';
import { Client } from 'pg';
import { inject } from 'vitest';
import { openDatabase, type Database, type DatabaseTarget } from '../database.ts';

/** An empty database of a test, and what removes it. */
export type TestTarget = { target: DatabaseTarget; remove: () => Promise<void> };

/** Makes a folder of a test, and what removes it. */
export async function createFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'noticeboard-test-'));
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

async function createSqlite(): Promise<TestTarget> {
  const { folder, remove } = await createFolder();
  return { target: { file: path.join(folder, 'noticeboard.db') }, remove };
}

async function asSuperuser(statement: string): Promise<void> {
  const client = new Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function createPostgres(): Promise<TestTarget> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asSuperuser(`create database ${name}`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return { target: { url: url.href }, remove: () => asSuperuser(`drop database ${name} with (force)`) };
}

export const sqlite = { name: 'SQLite', create: createSqlite };
export const postgres = { name: 'PostgreSQL', create: createPostgres };

/** Both databases, for `describe.each`: one body of tests. */
export const databases = [sqlite, postgres];

/** A clock that stands still until it is set. */
export type TestClock = Clock & { set: (instant: string) => void };

/** Makes a clock for tests, whose day is that of its instant in winter. */
export function createTestClock(start = '2023-01-02T09:00:00.000Z'): TestClock {
  let instant = start;
  return {
    now: () => instant,
    today: () => instant.slice(0, 10),
    set: (next) => {
      instant = next;
    },
  };
}

/** Opens an empty database for one test; with `await using` it is gone when the test ends. */
export async function openTestDatabase(
  create: () => Promise<TestTarget>,
): Promise<{ db: Database; clock: TestClock; target: DatabaseTarget } & AsyncDisposable> {
  const { target, remove } = await create();
  const clock = createTestClock();
  const db = await openDatabase(target, { clock });
  return {
    db,
    clock,
    target,
    [Symbol.asyncDispose]: async () => {
      await db.close();
      await remove();
    },
  };
}
