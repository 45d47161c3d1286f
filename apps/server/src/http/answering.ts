/** Answers, on a route of its own, whoever has a permission on the notice of its address. */
import { id } from '@noticeboard/domain/fields';
import { mayAnywhere, type Permission, type Who } from '@noticeboard/domain/permissions';
import type { Plan } from '@noticeboard/domain/plan';
import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { Request, RequestHandler, Response } from 'express';
import type { Auth } from '../auth/auth.ts';
import type { Installation } from '../context.ts';
import { accountOf, entering, notAllowed, tooOften } from '../entering.ts';
import { describe, refusalOf } from '../errors.ts';

/** Everything that is in a name beyond letters and digits is written by its number, as RFC 8187 has it. */
export const disposition = (name: string, how: 'attachment' | 'inline' = 'attachment'): string =>
  `${how}; filename*=UTF-8''${encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )}`;

/** The notice of the address as it stands, and who asks. */
type Served = { plan: Plan; who: Who };

type Answering = (
  route: string,
  /** What is asked for; of several, any one is enough. */
  permission: Permission | readonly Permission[],
  allows: (accountId: string) => boolean,
  answer: (served: Served, request: Request, response: Response) => Promise<void>,
) => RequestHandler;

/** Makes the routes of a notice, whose refusals are sentences: as text to a browser that went there, else as JSON. */
export const createAnswering =
  (installation: Installation, { check }: Pick<Auth, 'check'>): Answering =>
  (route, permission, allows, answer) =>
  async (request, response) => {
    const account = await check(request.headers.cookie);
    try {
      const signedIn = accountOf({ account });
      if (!allows(signedIn.id)) throw tooOften();
      const named = id.safeParse(request.params['noticeId']);
      const entered = await entering({ ...installation, account }, named.data ?? '');
      if (![permission].flat().some((each) => mayAnywhere(entered.who, each))) throw notAllowed();
      await answer(entered, request, response);
    } catch (thrown) {
      const refusal = thrown instanceof TRPCError ? thrown : refusalOf(thrown);
      if (!refusal) throw thrown;
      if (refusal.code === 'FORBIDDEN') installation.log.info({ route, accountId: account?.id ?? null }, 'Refused');
      if (refusal.code === 'SERVICE_UNAVAILABLE')
        installation.log.error({ route, err: refusal.cause }, 'The database refused');
      const { sentence } = describe(refusal);
      response.status(getHTTPStatusCodeFromError(refusal));
      if (request.accepts(['json', 'html']) === 'html') response.type('text/plain').send(sentence);
      else response.json({ code: refusal.code, sentence });
    }
  };
