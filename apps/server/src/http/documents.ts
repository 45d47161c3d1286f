/** Frozen documents, served as they were kept, whatever later releases look like. */
import { createHash } from 'node:crypto';
import { DomainError } from '@noticeboard/domain/domain-error';
import express, { type Router } from 'express';
import type { Auth } from '../auth/auth.ts';
import type { Installation } from '../context.ts';
import { pageOf } from '../documents/page-of.ts';
import { createAnswering, disposition } from './answering.ts';
import { createRateLimit } from './rate-limit.ts';

/** Each takes a Chromium of its own for some seconds, one after the other for everybody. */
const pdfsPerMinute = 6;

/**
 * Gives the policy of a page: no script, nothing from elsewhere, and of style sheets only its own. Attributes place parts of a
 * drawing; they can load nothing.
 */
const policyOf = (page: Uint8Array): string => {
  const styles = Buffer.from(page)
    .toString('utf8')
    .matchAll(/<style>([\s\S]*?)<\/style>/g);
  const hashes = [...styles].map(([, style = '']) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  return [
    "default-src 'none'",
    `style-src ${hashes.join(' ') || "'none'"}`,
    "style-src-attr 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    'sandbox allow-popups allow-popups-to-escape-sandbox',
  ].join('; ');
};

/** Serves the frozen documents of every notice, below `/api/notices`. */
export const documents = (installation: Installation, auth: Pick<Auth, 'check'>): Router => {
  const answering = createAnswering(installation, auth);
  const allows = (accountId: string) => installation.mayCall(accountId, 'GET document');
  const pdfs = createRateLimit(pdfsPerMinute);
  const router = express.Router();
  router.get(
    '/:noticeId/documents/:frozenId',
    answering('GET document', 'plan.read', allows, async ({ plan }, request, response) => {
      const { page, fileHash, name } = await pageOf(installation.db, plan, String(request.params['frozenId']));
      response.set({
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Disposition': disposition(`${name}.html`, 'inline'),
        'Content-Security-Policy': policyOf(page),
        'X-Content-Type-Options': 'nosniff',
        // Asked about each time: a page that was erased by law must not be shown from a cache.
        'Cache-Control': 'private, no-cache',
        ETag: `"${fileHash}"`,
      });
      // A page in a sandbox has an origin of its own, which this could not key.
      response.removeHeader('Origin-Agent-Cluster');
      response.send(Buffer.from(page));
    }),
  );
  router.get(
    '/:noticeId/documents/:frozenId/pdf',
    answering('GET PDF', 'plan.read', pdfs.allows, async ({ plan }, request, response) => {
      const { pdfOf } = installation.documents;
      const { page, name } = await pageOf(installation.db, plan, String(request.params['frozenId']));
      if (!pdfOf)
        throw new DomainError('notFound', 'This server makes no PDFs. Open the page and print it from your browser.');
      response.set({
        'Content-Type': 'application/pdf',
        'Content-Disposition': disposition(`${name}.pdf`),
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      });
      response.send(Buffer.from(await pdfOf(page, installation.mail.address())));
    }),
  );
  return router;
};
