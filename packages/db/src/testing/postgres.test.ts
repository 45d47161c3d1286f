import { Client } from 'pg';
import { expect, inject, test } from 'vitest';

test('the PostgreSQL of the tests is durable, as a real one is', async () => {
  const client = new Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  const { rows } = await client.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit') order by name`,
  );
  await client.end();
  expect(rows).toEqual([
    { name: 'fsync', setting: 'on' },
    { name: 'synchronous_commit', setting: 'on' },
  ]);
});
