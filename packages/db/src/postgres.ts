import { sql, type Kysely } from 'kysely';
import { OperatorError } from './operator-error.ts';
import type { Tables } from './schema.ts';

/**
 * Refuses a PostgreSQL whose settings could lose an acknowledged change.
 * @throws OperatorError
 */
export async function refuseUnsafePostgres(kysely: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ fsync: string; commit: string }>`
    select current_setting('fsync') as "fsync", current_setting('synchronous_commit') as "commit"`.execute(kysely);
  const [settings] = rows;
  if (settings?.fsync !== 'on')
    throw new OperatorError(
      'PostgreSQL runs with fsync off, so a change could be lost. Set fsync to on and restart PostgreSQL.',
    );
  if (!['on', 'remote_apply'].includes(settings.commit))
    throw new OperatorError(
      `PostgreSQL runs with synchronous_commit ${settings.commit}, so a change could be lost. Set synchronous_commit to on.`,
    );
}
