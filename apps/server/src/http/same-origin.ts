import type { RequestHandler } from 'express';

const readsOnly = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Origins are compared by host alone: behind a proxy that ends TLS the scheme is not known here. */
const sameHost = (origin: string, host: string | undefined): boolean =>
  URL.canParse(origin) && new URL(origin).host === host;

/**
 * Lets a request that may change something through only as JSON from a page of our own. A form on a foreign page can send
 * `multipart/form-data` or `text/plain` with our cookie and without asking first; JSON it can't, and browsers say where a
 * request came from.
 */
export const sameOriginJson: RequestHandler = (request, response, next) => {
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
  if (!request.is('application/json')) {
    response.status(415).json({ code: 'UNSUPPORTED_MEDIA_TYPE', sentence: 'The request must be JSON.' });
    return;
  }
  next();
};
