import type { Database } from '@noticeboard/db/database';
import type { RequestHandler } from 'express';

/** Answers whether the database can be read, and where each chain of the ledger stands. */
export const health =
  (db: Database): RequestHandler =>
  async (_request, response) => {
    const heads = await db.kysely
      .selectFrom('ledger_chain')
      .select(['chain', 'seq', 'hash'])
      .orderBy('chain')
      .execute();
    response.set('Cache-Control', 'no-store').json({ status: 'ok', heads });
  };
