/** The files of evidence, which are sent and fetched as they are: the one part of the server that is not JSON. */
import { keepUpload, readFile } from '@noticeboard/db/files';
import { OperatorError } from '@noticeboard/db/operator-error';
import { findRow } from '@noticeboard/domain/changes/references';
import { DomainError } from '@noticeboard/domain/domain-error';
import express, { type Request, type Response, type Router } from 'express';
import type { Auth } from '../auth/auth.ts';
import type { Installation } from '../context.ts';
import { PublicError } from '../errors.ts';
import { acceptedFile, mediaTypes, mostFileBytes } from '../evidence/accepted-file.ts';
import { createAnswering, disposition } from './answering.ts';
import { createRateLimit } from './rate-limit.ts';
import { onlyType } from './same-origin.ts';

const uploadsPerMinute = 30;
const asItIs = 'application/octet-stream';

const bodyOf = express.raw({ type: asItIs, limit: mostFileBytes, inflate: false });

/** Reads the body, once it is known who sends it. */
const bytesOf = (request: Request, response: Response): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    bodyOf(request, response, (error?: unknown) => {
      if (error === undefined) return resolve(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
      const { type } = error as { type?: string };
      reject(
        type === 'entity.too.large'
          ? new PublicError({
              code: 'PAYLOAD_TOO_LARGE',
              message: `The file has more than ${mostFileBytes / 1_000_000} MB, which is the most that Noticeboard takes. Make it smaller, or give a link to it.`,
            })
          : new PublicError({ code: 'BAD_REQUEST', message: 'The file did not arrive whole. Send it again.' }),
      );
    });
  });

const nameIn = (request: Request): string => {
  try {
    return decodeURIComponent(request.get('x-file-name') ?? '');
  } catch {
    throw new DomainError('invalid', 'The name of the file could not be read. Rename the file and send it again.');
  }
};

/** Serves the files of evidence of every notice, below `/api/notices`. */
export const files = (installation: Installation, auth: Pick<Auth, 'check'>): Router => {
  const { db } = installation;
  const uploads = createRateLimit(uploadsPerMinute);
  const answering = createAnswering(installation, auth);
  const router = express.Router();
  router.post(
    '/:noticeId/files',
    onlyType(asItIs, 'A file is sent as it is, as application/octet-stream.'),
    // DfE sends its letter after a review.
    answering(
      'POST files',
      ['evidence.add', 'review.publish'],
      uploads.allows,
      async ({ plan, who }, request, response) => {
        const bytes = await bytesOf(request, response);
        const accepted = await acceptedFile(nameIn(request), bytes);
        const {
          uploadId,
          name,
          mediaType,
          bytes: size,
        } = await keepUpload(db, {
          noticeId: plan.notice.id,
          memberId: who.memberId,
          ...accepted,
          bytes,
          at: new Date().toISOString(),
        });
        response.json({ uploadId, name, mediaType, bytes: size });
      },
    ),
  );
  router.get(
    '/:noticeId/evidence/:evidenceId/file',
    answering(
      'GET file',
      'plan.read',
      (accountId) => installation.mayCall(accountId, 'GET file'),
      async ({ plan }, request, response) => {
        const { fileHash, fileName, mediaType, url } = findRow(
          plan.evidence,
          String(request.params['evidenceId']),
          'evidence',
        );
        if (fileHash === null)
          throw new DomainError(
            'notFound',
            url === null
              ? 'The file of this evidence was erased by law. The history of the notice says when.'
              : 'This evidence is a link, not a file. Go back and open the link.',
          );
        const bytes = await readFile(db, fileHash);
        if (!bytes)
          throw new OperatorError(
            'The file is not in the database any more. Ask your administrator to run "pnpm noticeboard verify".',
          );
        response.set({
          'Content-Type': mediaTypes.has(mediaType ?? '') ? (mediaType ?? asItIs) : asItIs,
          'Content-Disposition': disposition(fileName ?? 'evidence'),
          'Content-Security-Policy': "default-src 'none'; sandbox",
          'X-Content-Type-Options': 'nosniff',
          'Cache-Control': 'private, no-store',
        });
        response.send(Buffer.from(bytes));
      },
    ),
  );
  return router;
};
