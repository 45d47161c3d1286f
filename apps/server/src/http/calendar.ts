/** Meetings for calendars: one as a file for whoever is signed in, all of a notice as a feed behind a link of one's own. */
import { readAccount } from '@noticeboard/db/account';
import { findCalendarLink } from '@noticeboard/db/calendar-link';
import { findRow } from '@noticeboard/domain/changes/references';
import { mayAnywhere } from '@noticeboard/domain/permissions';
import type { Plan } from '@noticeboard/domain/plan';
import { isInForce } from '@noticeboard/domain/rules/in-force';
import express, { type RequestHandler, type Router } from 'express';
import type { Auth } from '../auth/auth.ts';
import { calendarOf } from '../calendar.ts';
import type { Installation } from '../context.ts';
import { createAnswering, disposition } from './answering.ts';
import type { RateLimit } from './rate-limit.ts';
import { createRateLimit } from './rate-limit.ts';

const mediaType = 'text/calendar; charset=utf-8';
/** Calendars ask once in some hours; a person who tries it out asks a few times. */
const readsPerHour = 60;

/** Serves one meeting as a file, below `/api/notices`. */
export const meetingFile = (installation: Installation, auth: Pick<Auth, 'check'>): Router => {
  const answering = createAnswering(installation, auth);
  const router = express.Router();
  router.get(
    '/:noticeId/meetings/:meetingId/calendar',
    answering(
      'GET calendar',
      'plan.read',
      (accountId) => installation.mayCall(accountId, 'GET calendar'),
      async ({ plan }, request, response) => {
        const meeting = findRow(plan.meetings, String(request.params['meetingId']), 'meeting');
        response.set({
          'Content-Type': mediaType,
          'Content-Disposition': disposition(`meeting-${meeting.on}.ics`),
          'X-Content-Type-Options': 'nosniff',
          'Cache-Control': 'private, no-store',
        });
        response.send(calendarOf(plan, installation.mail.address(), [meeting]));
      },
    ),
  );
  return router;
};

/** Gives the plan that a link opens today; null where it opens nothing, whatever the reason: a stranger learns none. */
const openedBy = async ({ db, keeper, clock }: Installation, token: string): Promise<Plan | null> => {
  const link = await findCalendarLink(db, token);
  const plan = link && (await keeper.current(link.noticeId));
  const member = plan?.members.find(({ id }) => id === link?.memberId);
  if (!plan || !member || plan.notice.withdrawnOn !== null || !isInForce(member, clock.today())) return null;
  const { id: memberId, organisation, roles, accountId } = member;
  if (!mayAnywhere({ memberId, organisation, roles }, 'meeting.follow')) return null;
  const account = accountId === null ? null : await readAccount(db, accountId);
  return account?.state === 'active' ? plan : null;
};

/**
 * Serves the feed of a link: `/calendar/<token>.ics`. Whoever holds the link reads it without signing in, so it says no more than
 * when and where.
 * @param tries counts, for each address, the links that open nothing
 */
export const calendarFeed = (installation: Installation, tries: RateLimit): RequestHandler => {
  const reads = createRateLimit(readsPerHour, { minutes: 60 });
  return async (request, response) => {
    const token = String(request.params['token']).replace(/\.ics$/, '');
    const address = request.ip ?? '';
    response.set({ 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' });
    if (!tries.allows(address)) {
      response.status(429).type('text/plain').send('That was asked for very often. Wait 15 minutes, then try again.');
      return;
    }
    if (!reads.allows(token)) {
      // One calendar that asks without end is no guess: it must not shut out the others behind the same address.
      tries.takeBack(address);
      response.status(429).type('text/plain').send('This calendar was read very often. Wait an hour, then try again.');
      return;
    }
    const plan = token.length > 100 ? null : await openedBy(installation, token);
    if (plan === null) {
      const sentence =
        'This link to a calendar opens nothing any more. Sign in to Noticeboard and make another on the page “Meetings”.';
      response.status(404).type('text/plain').send(sentence);
      return;
    }
    tries.takeBack(address);
    response.set({ 'Content-Type': mediaType, 'Content-Disposition': disposition('meetings.ics', 'inline') });
    response.send(calendarOf(plan, installation.mail.address()));
  };
};
