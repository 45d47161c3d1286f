/** Tells the pages of a notice, as server-sent events, that its ledger has grown, so that they read what they show again. */
import { id } from '@noticeboard/domain/fields';
import { mayAnywhere } from '@noticeboard/domain/permissions';
import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { Request, RequestHandler } from 'express';
import type { Auth } from '../auth/auth.ts';
import type { Installation } from '../context.ts';
import { accountOf, entering, notAllowed, tooOften } from '../entering.ts';
import { describe, refusalOf } from '../errors.ts';
import type { LedgerWatch } from '../live/ledger-watch.ts';

/** How many streams one account may have at once: a browser opens no more than six to one server. */
const mostStreams = 12;
/** How often a stream shows that it is alive, and is ended where its session has: in milliseconds. */
const beat = 20_000;
/** How long a browser waits before it comes back to a stream that dropped: in milliseconds. */
const comeBackAfter = 1000;

/** Counts the streams of each account. */
const createCount = () => {
  const counts = new Map<string, number>();
  return {
    takes: (accountId: string): boolean => {
      const count = (counts.get(accountId) ?? 0) + 1;
      if (count > mostStreams) return false;
      counts.set(accountId, count);
      return true;
    },
    gives: (accountId: string): void => {
      const count = (counts.get(accountId) ?? 1) - 1;
      if (count === 0) counts.delete(accountId);
      else counts.set(accountId, count);
    },
  };
};

/**
 * Serves `GET /:noticeId/live`. Each event has the last sequence of the ledger as its id and as its data; the first says where
 * the ledger stands, so that a page that was away learns what it missed. To be listening does not count as using a session.
 */
export const live = (
  installation: Installation,
  { check }: Pick<Auth, 'check'>,
  ledgers: LedgerWatch,
): RequestHandler => {
  const streams = createCount();
  const enter = async (request: Request) => {
    const account = accountOf({ account: await check(request.headers.cookie, { inUse: false }) });
    const entered = await entering({ ...installation, account }, id.safeParse(request.params['noticeId']).data ?? '');
    if (!mayAnywhere(entered.who, 'frame.read')) throw notAllowed();
    return { account, ...entered };
  };

  return async (request, response) => {
    try {
      const { account, plan } = await enter(request);
      if (response.closed) return;
      if (!installation.mayCall(account.id, 'GET live') || !streams.takes(account.id)) throw tooOften();
      response.set({
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-store, no-transform',
        'X-Accel-Buffering': 'no',
      });
      response.flushHeaders();
      // Whoever was let in a moment before the stream ended must not write after its end: nobody would catch that error.
      const write = (text: string) => void (response.writableEnded || response.write(text));
      let told = Number(request.get('last-event-id') ?? 0);
      const tell = (seq: number) => {
        if (seq <= told) return;
        told = seq;
        write(`id: ${seq}\ndata: ${seq}\n\n`);
      };
      const end = () => void response.end();
      const ifStillIn = (act: () => void) => void enter(request).then(act, end);
      write(`retry: ${comeBackAfter}\n\n`);
      tell(plan.head.seq);
      const unwatch = ledgers.watch(plan.notice.id, { grown: (seq) => ifStillIn(() => tell(seq)), stopped: end });
      const beating = setInterval(() => ifStillIn(() => write(': still here\n\n')), beat);
      response.once('close', () => {
        clearInterval(beating);
        unwatch();
        streams.gives(account.id);
      });
    } catch (thrown) {
      const refusal = thrown instanceof TRPCError ? thrown : refusalOf(thrown);
      if (!refusal) throw thrown;
      const { sentence } = describe(refusal);
      response.status(getHTTPStatusCodeFromError(refusal)).json({ code: refusal.code, sentence });
    }
  };
};
