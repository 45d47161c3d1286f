/** The evidence of a notice to take away: every piece that counts, as an archive. */
import { pipeline } from 'node:stream/promises';
import { moment } from '@noticeboard/domain/fields';
import { DomainError } from '@noticeboard/domain/domain-error';
import express, { type Router } from 'express';
import type { Auth } from '../auth/auth.ts';
import type { Installation } from '../context.ts';
import { standingAt } from '../entering.ts';
import { archiveOfEvidence } from '../evidence/archive-of-evidence.ts';
import { createAnswering, disposition } from './answering.ts';
import { createRateLimit } from './rate-limit.ts';

const archivesPerMinute = 6;

/** Serves the archive of evidence of every notice, below `/api/notices`; `?asAt=` names a moment as in the address of a page. */
export const evidenceArchive = (installation: Installation, auth: Pick<Auth, 'check'>): Router => {
  const archives = createRateLimit(archivesPerMinute);
  const router = express.Router();
  router.get(
    '/:noticeId/evidence.zip',
    createAnswering(installation, auth)(
      'GET evidence archive',
      'plan.read',
      archives.allows,
      async ({ plan: current }, request, response) => {
        const asked = moment.optional().safeParse(request.query['asAt']);
        if (!asked.success)
          throw new DomainError(
            'invalid',
            'That is no day. Go back to the page of evidence and download it from there.',
          );
        const { plan, today } = await standingAt(installation, current, asked.data);
        const { bytes, size } = await archiveOfEvidence(installation.db, plan, today);
        response.set({
          'Content-Type': 'application/zip',
          'Content-Length': String(size),
          'Content-Disposition': disposition(`${plan.notice.authority} evidence ${today}.zip`),
          'Content-Security-Policy': "default-src 'none'; sandbox",
          'X-Content-Type-Options': 'nosniff',
          'Cache-Control': 'private, no-store',
        });
        // The head is on its way: what fails now can only break the download off, which the browser says.
        await pipeline(bytes, response).catch((error: unknown) => {
          installation.log.info({ noticeId: plan.notice.id, err: error }, 'An archive of evidence was not taken whole');
        });
      },
    ),
  );
  return router;
};
