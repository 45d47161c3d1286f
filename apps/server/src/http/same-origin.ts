import type { RequestHandler } from 'express';

const readsOnly = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Origins are compared by host alone: behind a proxy that ends TLS the scheme is not known here. */
const sameHost = (origin: string, host: string | undefined): boolean =>
  URL.canParse(origin) && new URL(origin).host === host;

/**
 * Lets a request that may change something through only from a page of our own: browsers say where a request came from. What
 * passes must also have a type that a form on a foreign page can't send: see `onlyType`.
 */
export const sameOrigin: RequestHandler = (request, response, next) => {
  if (readsOnly.has(request.method)) return next();
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  const ours =
    site === undefined ? origin !== undefined && sameHost(origin, request.get('host')) : site === 'same-origin';
  if (!ours) {
    response
      .status(403)
      .json({ code: 'FORBIDDEN', sentence: 'That came from another website. Open Noticeboard itself and try again.' });
    return;
  }
  next();
};

/**
 * Lets what may change something through only in one type. A form on a foreign page can send `multipart/form-data` or
 * `text/plain` with our cookie and without asking first; JSON and bytes it can't.
 */
export const onlyType =
  (type: string, sentence: string): RequestHandler =>
  (request, response, next) => {
    if (readsOnly.has(request.method) || request.is(type)) return next();
    response.status(415).json({ code: 'UNSUPPORTED_MEDIA_TYPE', sentence });
  };
