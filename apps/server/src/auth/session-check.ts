import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Database } from '@noticeboard/db/database';
import type { Account } from '@noticeboard/domain/account';
import type { SignedIn } from '../who.ts';
import type { Auth } from './auth.ts';
import { storedDate } from './stored-date.ts';

export const sessionHours = 12;
const idleMinutes = 30;
const minute = 60_000;

type Found = SignedIn & { state: Account['state']; expiresAt: string | Date; updatedAt: string | Date };

const signature = (token: string, secret: string): Buffer => createHmac('sha256', secret).update(token).digest();

/** Gives the value of the session cookie as better-auth signs it, before it is percent-encoded. */
export const signedToken = (token: string, secret: string): string =>
  `${token}.${signature(token, secret).toString('base64')}`;

const cookieValue = (header: string, name: string): string | null => {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) {
      try {
        return decodeURIComponent(pair.slice(at + 1).trim());
      } catch {
        return null;
      }
    }
  }
  return null;
};

const tokenIn = (header: string | undefined, name: string, secret: string): string | null => {
  const value = header === undefined ? null : cookieValue(header, name);
  const at = value?.lastIndexOf('.') ?? -1;
  if (value === null || at < 1) return null;
  const token = value.slice(0, at);
  const given = Buffer.from(value.slice(at + 1), 'base64');
  const right = signature(token, secret);
  return given.length === right.length && timingSafeEqual(given, right) ? token : null;
};

/**
 * Makes the check of who is signed in: one prepared query, since better-auth's own costs more than many pages do. A session
 * that nobody used for half an hour is ended, so that better-auth, which does not know of idleness, agrees from then on.
 * @param now milliseconds of real time, whatever day the plan is pinned to
 */
export const createSessionCheck = ({
  db,
  cookieName,
  secret,
  now = Date.now,
}: {
  db: Database;
  cookieName: string;
  secret: string;
  now?: () => number;
}): Auth['check'] => {
  const { kysely } = db;
  const query = kysely
    .selectFrom('auth_session')
    .innerJoin('account', 'account.id', 'auth_session.userId')
    .select(['auth_session.expiresAt', 'auth_session.updatedAt', 'account.id', 'account.office', 'account.state'])
    .where('auth_session.token', '=', '')
    .compile();

  return async (cookieHeader, { inUse } = { inUse: true }) => {
    const token = tokenIn(cookieHeader, cookieName, secret);
    if (token === null) return null;
    const { rows } = await kysely.executeQuery<Found>({ ...query, parameters: [token] });
    const [row] = rows;
    if (!row || row.state !== 'active') return null;
    const [moment, usedAt] = [now(), new Date(row.updatedAt).getTime()];
    if (moment >= new Date(row.expiresAt).getTime()) return null;
    if (moment - usedAt >= idleMinutes * minute) {
      await kysely.deleteFrom('auth_session').where('token', '=', token).execute();
      return null;
    }
    // Written once a minute at most: reading a page should not cost a durable write.
    if (inUse && moment - usedAt >= minute) {
      await kysely
        .updateTable('auth_session')
        .set({ updatedAt: storedDate(db, moment) })
        .where('token', '=', token)
        .execute();
    }
    return { id: row.id, office: row.office };
  };
};
