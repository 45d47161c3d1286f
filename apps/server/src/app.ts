import { createExpressMiddleware } from '@trpc/server/adapters/express';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import type { Auth } from './auth/auth.ts';
import type { Installation } from './context.ts';
import { demonstrationSignIn } from './demonstration-sign-in.ts';
import { somethingWentWrong } from './errors.ts';
import { calendarFeed, meetingFile } from './http/calendar.ts';
import { documents } from './http/documents.ts';
import { evidenceArchive } from './http/evidence-archive.ts';
import { files } from './http/files.ts';
import { health } from './http/health.ts';
import { live } from './http/live.ts';
import { createRateLimit } from './http/rate-limit.ts';
import { minutes } from './http/minutes.ts';
import { requestLog } from './http/request-log.ts';
import { onlyType, sameOrigin } from './http/same-origin.ts';
import { web } from './http/web.ts';
import type { LedgerWatch } from './live/ledger-watch.ts';
import { appRouter } from './router.ts';

export type AppDeps = Installation & {
  auth: Auth;
  ledgers: LedgerWatch;
  /** What the build of the web app wrote; null serves no pages. */
  webFolder: string | null;
  /** Whether people reach it over https. */
  https: boolean;
  /** How many tries to sign in, and how many to use a link, one address has in a quarter of an hour. */
  signInsPerAddress: number;
};

const mostBytes = 1_000_000;
const mostCallsInABatch = 20;
const tryMinutes = 15;
/** What a page says with a request that nobody asked it for. */
const unattended = 'x-unattended';

/** Puts the whole server together, in the order in which a request passes through it. */
export const createApp = ({
  auth,
  ledgers,
  webFolder,
  https,
  signInsPerAddress,
  ...installation
}: AppDeps): Express => {
  const { log, mode } = installation;
  const links = createRateLimit(signInsPerAddress, { minutes: tryMinutes });
  const updateLinks = createRateLimit(signInsPerAddress, { minutes: tryMinutes });
  const calendarLinks = createRateLimit(signInsPerAddress, { minutes: tryMinutes });
  const app = express();
  app.disable('x-powered-by');
  // One proxy of the council's own in front; its word for the reader's address is what sign-ins are counted by.
  if (https) app.set('trust proxy', 1);

  app.use(requestLog(log));
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          ...(https ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: https,
    }),
  );
  app.get('/health', health(installation.db));
  app.get('/calendar/:token', calendarFeed(installation, calendarLinks));

  app.use(['/api', '/trpc'], sameOrigin, (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  // Before the rest may only be JSON: a file is sent as it is.
  app.use(
    '/api/notices',
    files(installation, auth),
    documents(installation, auth),
    evidenceArchive(installation, auth),
    meetingFile(installation, auth),
    minutes(installation, auth),
  );
  app.get('/api/notices/:noticeId/live', live(installation, auth, ledgers));
  app.use(['/api', '/trpc'], onlyType('application/json', 'The request must be JSON.'));
  app.use(
    ['/api/auth/sign-in', '/api/demo'],
    rateLimit({
      windowMs: tryMinutes * 60_000,
      limit: signInsPerAddress,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      skip: ({ method }) => method === 'GET',
      handler: (_request, response) => {
        response.status(429).json({
          code: 'TOO_MANY_REQUESTS',
          sentence: 'There were too many tries to sign in. Wait 15 minutes, then try again.',
        });
      },
    }),
  );
  // Before express.json(): better-auth reads the body itself.
  app.all('/api/auth/*splat', auth.handler);

  app.use(['/api', '/trpc'], express.json({ limit: mostBytes }));
  if (mode === 'demo') app.use('/api/demo', demonstrationSignIn(installation, auth));
  app.use(
    '/trpc',
    createExpressMiddleware({
      router: appRouter,
      createContext: async ({ req }) => ({
        ...installation,
        account: await auth.check(req.headers.cookie, { inUse: req.headers[unattended] === undefined }),
        mayUseLink: () => links.allows(req.ip ?? ''),
        linkTries: {
          allows: () => updateLinks.allows(req.ip ?? ''),
          takeBack: () => updateLinks.takeBack(req.ip ?? ''),
        },
      }),
      maxBatchSize: mostCallsInABatch,
    }),
  );
  app.use('/api', (_request, response) => {
    response.status(404).json({ code: 'NOT_FOUND', sentence: 'There is nothing at that address.' });
  });

  if (webFolder !== null) app.use(web(webFolder));
  app.use((_request, response) => {
    response.status(404).type('text/plain').send('There is nothing at that address.');
  });
  app.use(lastResort(installation));
  return app;
};

const requestSentences: Readonly<Record<string, { code: string; sentence: string }>> = {
  'entity.parse.failed': {
    code: 'PARSE_ERROR',
    sentence: 'The request could not be read: that is no JSON. Reload the page and try again.',
  },
  'entity.too.large': {
    code: 'PAYLOAD_TOO_LARGE',
    sentence: 'That is more than 1 megabyte, which is the most that Noticeboard takes at once. Send less.',
  },
  'charset.unsupported': { code: 'UNSUPPORTED_MEDIA_TYPE', sentence: 'The request must be JSON in UTF-8.' },
  'encoding.unsupported': {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    sentence: 'The request must be JSON in UTF-8, not compressed.',
  },
};

type RequestError = Error & { type?: string; status?: number };

/** Express knows an error handler by its four parameters. */
const lastResort =
  ({ log }: Installation): ErrorRequestHandler =>
  (error: RequestError, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = error.status ?? 500;
    if (status < 500) {
      const known = requestSentences[error.type ?? ''] ?? {
        code: 'BAD_REQUEST',
        sentence: 'The request could not be read. Reload the page and try again.',
      };
      response.status(status).json(known);
      return;
    }
    const reference = crypto.randomUUID().slice(0, 8);
    log.error({ reference, err: error }, 'A request failed');
    response.status(500).json({ code: 'INTERNAL_SERVER_ERROR', sentence: somethingWentWrong(reference) });
  };
