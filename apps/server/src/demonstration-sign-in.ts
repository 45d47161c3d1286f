import { readAccount } from '@noticeboard/db/account';
import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import type { Auth } from './auth/auth.ts';
import type { Installation } from './context.ts';
import { demonstrationAccounts } from './demonstration/accounts.ts';

const chosen = z.object({ accountId: z.string().max(64) });

/** Lets anyone in as one of the demonstration's people, with one click and no password. Never part of a live server. */
export const demonstrationSignIn = ({ db, clock }: Installation, auth: Auth): Router => {
  const router = express.Router();
  router.get('/accounts', (_request, response) => {
    response.json({
      today: clock.today(),
      accounts: demonstrationAccounts.map(({ id, title, organisation, role }) => ({ id, title, organisation, role })),
    });
  });
  const signIn = async (request: Request, response: Response): Promise<void> => {
    const { data } = chosen.safeParse(request.body);
    const known = demonstrationAccounts.find(({ id }) => id === data?.accountId);
    const account = known && (await readAccount(db, known.id));
    if (account?.state !== 'active') {
      response.status(404).json({
        code: 'NOT_FOUND',
        sentence: 'There is no such person in the demonstration, or they are suspended. Choose another.',
      });
      return;
    }
    await auth.signInAs(response, account.id);
    response.json({ accountId: account.id });
  };
  router.post('/sign-in', (request, response) => signIn(request, response));
  return router;
};
