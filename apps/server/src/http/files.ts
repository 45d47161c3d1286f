/** The files of evidence, which are sent and fetched as they are: the one part of the server that is not JSON. */
import { keepUpload, readFile } from '@noticeboard/db/files';
import { OperatorError } from '@noticeboard/db/operator-error';
import { findRow } from '@noticeboard/domain/changes/references';
import { DomainError } from '@noticeboard/domain/domain-error';
import { id } from '@noticeboard/domain/fields';
import { mayAnywhere, type Permission, type Who } from '@noticeboard/domain/permissions';
import type { Plan } from '@noticeboard/domain/plan';
import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import type { Auth } from '../auth/auth.ts';
import type { Installation } from '../context.ts';
import { accountOf, entering, notAllowed, tooOften } from '../entering.ts';
import { describe, PublicError, refusalOf } from '../errors.ts';
import { acceptedFile, mediaTypes, mostFileBytes } from '../evidence/accepted-file.ts';
import type { SignedIn } from '../who.ts';
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

/** Everything that is in a name beyond letters and digits is written by its number, as RFC 8187 has it. */
const disposition = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )}`;

type Served = { installation: Installation; account: SignedIn; plan: Plan; who: Who };

/** Serves the files of evidence of every notice, below `/api/notices`. */
export const files = (installation: Installation, { check }: Pick<Auth, 'check'>): Router => {
  const { db, log } = installation;
  const uploads = createRateLimit(uploadsPerMinute);

  /** Answers for a member with the permission; a refusal is a sentence, as text to a browser that went there. */
  const answering =
    (
      route: string,
      permission: Permission,
      allows: (accountId: string) => boolean,
      answer: (served: Served, request: Request, response: Response) => Promise<void>,
    ): RequestHandler =>
    async (request, response) => {
      const account = await check(request.headers.cookie);
      try {
        const signedIn = accountOf({ account });
        if (!allows(signedIn.id)) throw tooOften();
        const named = id.safeParse(request.params['noticeId']);
        const entered = await entering({ ...installation, account }, named.data ?? '');
        if (!mayAnywhere(entered.who, permission)) throw notAllowed();
        await answer({ installation, account: signedIn, ...entered }, request, response);
      } catch (thrown) {
        const refusal = thrown instanceof TRPCError ? thrown : refusalOf(thrown);
        if (!refusal) throw thrown;
        if (refusal.code === 'FORBIDDEN') log.info({ route, accountId: account?.id ?? null }, 'Refused');
        if (refusal.code === 'SERVICE_UNAVAILABLE') log.error({ route, err: refusal.cause }, 'The database refused');
        const { sentence } = describe(refusal);
        response.status(getHTTPStatusCodeFromError(refusal));
        if (request.accepts(['json', 'html']) === 'html') response.type('text/plain').send(sentence);
        else response.json({ code: refusal.code, sentence });
      }
    };

  const router = express.Router();
  router.post(
    '/:noticeId/files',
    onlyType(asItIs, 'A file is sent as it is, as application/octet-stream.'),
    answering('POST files', 'evidence.add', uploads.allows, async ({ plan, who }, request, response) => {
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
    }),
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
