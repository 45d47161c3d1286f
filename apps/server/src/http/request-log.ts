import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/** Only what the program itself calls a route: the rest of a path is a person's typing. */
const routeOf = (path: string): string => {
  const [, first = '', second = ''] = path.split('/');
  return first === 'trpc' || first === 'api' ? `/${first}/${second}` : `/${first}`;
};

/**
 * Logs each answered request without what it asked: no query string, body, address of the reader or e-mail, since any of
 * them could name a person or give a secret away.
 */
export const requestLog =
  (log: Logger): RequestHandler =>
  (request, response, next) => {
    const started = performance.now();
    const { method } = request;
    const route = routeOf(request.path);
    response.once('finish', () => {
      const milliseconds = Math.round(performance.now() - started);
      log.info({ method, route, status: response.statusCode, milliseconds }, 'Answered');
    });
    next();
  };
