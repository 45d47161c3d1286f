/** The minutes of a meeting as a document that Word opens. */
import { minutesOf } from '@noticeboard/domain/views/minutes';
import { renderMinutes } from '@noticeboard/paper/minutes';
import express, { type Router } from 'express';
import type { Auth } from '../auth/auth.ts';
import type { Installation } from '../context.ts';
import { createAnswering, disposition } from './answering.ts';

/** Serves the minutes of every meeting, below `/api/notices`, as they stand today. */
export const minutes = (installation: Installation, auth: Pick<Auth, 'check'>): Router => {
  const answering = createAnswering(installation, auth);
  const allows = (accountId: string) => installation.mayCall(accountId, 'GET minutes');
  const router = express.Router();
  router.get(
    '/:noticeId/meetings/:meetingId/minutes',
    answering('GET minutes', 'plan.read', allows, async ({ plan }, request, response) => {
      const view = minutesOf(plan, String(request.params['meetingId']), installation.clock.today());
      response.set({
        // By this type a browser hands it to Word, which reads the HTML in it.
        'Content-Type': 'application/msword; charset=utf-8',
        'Content-Disposition': disposition(`minutes-${view.meeting.on}.doc`),
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      });
      response.send(renderMinutes(view));
    }),
  );
  return router;
};
