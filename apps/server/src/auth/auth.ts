import type { Database } from '@noticeboard/db/database';
import { betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware, isAPIError } from 'better-auth/api';
import { toNodeHandler } from 'better-auth/node';
import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { createRateLimit } from '../http/rate-limit.ts';
import type { SignedIn } from '../who.ts';
import { shortestPassword } from './password.ts';
import { storedDate } from './stored-date.ts';
import { createSessionCheck, sessionHours, signedToken } from './session-check.ts';

export type Auth = {
  /** Answers `/api/auth/*`: signing in and out. */
  handler: RequestHandler;
  /**
   * Gives who a request's cookie belongs to; null where it is missing, forged, expired or suspended. A request that nobody
   * asked for, such as of a page that follows the ledger, is not `inUse`, and does not keep an idle session alive.
   */
  check: (cookieHeader: string | undefined, how?: { inUse: boolean }) => Promise<SignedIn | null>;
  /** Starts a session without a password and sets its cookie: for the demonstration alone. */
  signInAs: (response: Response, accountId: string) => Promise<void>;
};

const minute = 60_000;
const triesPerAccount = 10;
const tryMinutes = 15;
const signIn = '/sign-in/email';
const tooManyTries =
  'There were too many tries to sign in with this e-mail address. Wait 15 minutes, then try again, or ask your administrator for a link to set a new password.';

const emailIn = (body: unknown): string => String((body as { email?: unknown } | undefined)?.email).toLowerCase();

/** Counts what is tried with one e-mail address from wherever, known or not, until one goes well. */
const countTries = (log: Logger) => {
  const tries = createRateLimit(triesPerAccount, { minutes: tryMinutes });
  return {
    before: createAuthMiddleware(async ({ path, body }) => {
      if (path !== signIn || tries.allows(emailIn(body))) return;
      log.info('Sign-in refused: too many tries with one e-mail address');
      throw new APIError('TOO_MANY_REQUESTS', {
        code: 'TOO_MANY_REQUESTS',
        message: tooManyTries,
        sentence: tooManyTries,
      });
    }),
    after: createAuthMiddleware(async ({ path, body, context: { returned } }) => {
      if (path === signIn && !isAPIError(returned)) tries.forget(emailIn(body));
    }),
  };
};

/** The addresses under /api/auth that are served; all else that better-auth offers is not. */
const served = new Set([`POST ${signIn}`, 'POST /sign-out', 'GET /get-session']);

const optionsOf = ({ db, secret, https, log }: { db: Database; secret: string; https: boolean; log: Logger }) => ({
  database: { db: db.kysely, type: db.dialect, transaction: true },
  secret,
  basePath: '/api/auth',
  telemetry: { enabled: false },
  emailAndPassword: {
    enabled: true,
    disableSignUp: true,
    minPasswordLength: shortestPassword,
    maxPasswordLength: 128,
    revokeSessionsOnPasswordReset: true,
  },
  user: { modelName: 'auth_user' },
  account: { modelName: 'auth_account' },
  verification: { modelName: 'auth_verification' },
  session: {
    modelName: 'auth_session',
    expiresIn: sessionHours * 60 * 60,
    disableSessionRefresh: true,
    cookieCache: { enabled: false },
  },
  hooks: countTries(log),
  // Each address is counted by the server itself, in front of this.
  rateLimit: { enabled: false },
  logger: { disabled: true },
  advanced: {
    // Every route that changes something stands behind the same gate of our own: http/same-origin.ts.
    disableCSRFCheck: true,
    disableOriginCheck: true,
    useSecureCookies: false,
    ipAddress: { disableIpTracking: true },
    cookies: {
      session_token: {
        // Browsers take a __Host- cookie over https alone; over plain http the server is reached on this machine only.
        name: https ? '__Host-noticeboard' : 'noticeboard',
        attributes: { httpOnly: true, secure: https, sameSite: 'lax' as const, path: '/' },
      },
    },
  },
  databaseHooks: {
    session: {
      create: {
        before: async (session: { userId: string }) => {
          const account = await db.kysely
            .selectFrom('account')
            .select('state')
            .where('id', '=', session.userId)
            .executeTakeFirst();
          if (account?.state !== 'active') {
            log.info({ accountId: session.userId }, 'Sign-in refused: the account is not active');
            throw new APIError('FORBIDDEN', { message: 'This account is suspended. Ask your administrator.' });
          }
          log.info({ accountId: session.userId }, 'Signed in');
          // "Remember me" must not lengthen a session, nor its absence shorten one.
          return { data: { ...session, expiresAt: new Date(Date.now() + sessionHours * 60 * minute) } };
        },
      },
    },
  },
});

/**
 * Sets up signing in: e-mail and password, without sign-up. Sessions last 12 hours, and 30 minutes without use.
 * @param https whether people reach the server over https
 */
export const createAuth = async (deps: {
  db: Database;
  secret: string;
  https: boolean;
  log: Logger;
}): Promise<Auth> => {
  const { db, secret, log } = deps;
  const library = betterAuth(optionsOf(deps));
  const context = await library.$context;
  const answer = toNodeHandler(library);
  await db.kysely.deleteFrom('auth_session').where('expiresAt', '<', storedDate(db, Date.now())).execute();
  const { name, attributes } = context.authCookies.sessionToken;
  return {
    handler: async (request, response) => {
      const path = request.path.slice('/api/auth'.length);
      if (!served.has(`${request.method} ${path}`)) {
        response.status(404).json({ code: 'NOT_FOUND', sentence: 'There is nothing at that address.' });
        return;
      }
      response.once('finish', () => {
        if (path === signIn && response.statusCode === 401)
          log.info('Sign-in refused: wrong e-mail address or password');
      });
      await answer(request, response);
    },
    check: createSessionCheck({ db, cookieName: name, secret }),
    signInAs: async (response, accountId) => {
      const { token } = await context.internalAdapter.createSession(accountId);
      response.cookie(name, signedToken(token, secret), {
        httpOnly: true,
        secure: attributes.secure,
        sameSite: 'lax',
        path: '/',
        maxAge: sessionHours * 60 * minute,
      });
    },
  };
};
