/** Updating by a link, without an account. Its token travels in the body of a POST alone, so that no address or log has it. */
import type { Connection } from '@noticeboard/db/database';
import { dropDrafts, keepDraft, readDrafts, unseenDraft } from '@noticeboard/db/drafts';
import { StaleError } from '@noticeboard/db/ledger';
import { findUpdateLink, finishUpdateLinks, linkWriter } from '@noticeboard/db/update-link';
import { keepDraftInput } from '@noticeboard/domain/changes/draft';
import { keyOfRow, submitInput, submitUpdates } from '@noticeboard/domain/changes/submit';
import { DomainError } from '@noticeboard/domain/domain-error';
import type { Who } from '@noticeboard/domain/permissions';
import type { Plan } from '@noticeboard/domain/plan';
import { isInForce } from '@noticeboard/domain/rules/in-force';
import { dueByLink } from '@noticeboard/domain/views/by-link';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { standingOn } from '../entering.ts';
import { PublicError } from '../errors.ts';
import { open, recordOnNewest, router } from '../trpc.ts';

const token = z
  .string('Open the whole link.')
  .max(200, 'That is no link of Noticeboard. Open the whole link from the mail.');
const typed = keepDraftInput.omit({ noticeId: true }).extend({ token });
const submission = submitInput.omit({ noticeId: true }).extend({ token });

const ended = (sentence: string) => new DomainError('forbidden', sentence);
const allSubmitted = () =>
  ended('Everything that was due from you is submitted, so this link has ended. There is nothing left to do.');

const notAmong =
  'This row is not among those that this link opens: it is submitted already, or no longer due from you. Nothing was recorded.';

/** Refuses rows that a link does not open, each by its place. */
const notOpened = (places: readonly number[]) =>
  new DomainError('notFound', notAmong, null, Object.fromEntries(places.map((place) => [`rows.${place}`, notAmong])));

const overtaken = () =>
  new DomainError(
    'conflict',
    'Somebody changed one of these rows while you were writing. They are shown as they stand now: look again, then submit.',
  );

/** Whose link it is, and on which notice; the same for every call with it. */
type Opened = { plan: Plan; who: Who };

/**
 * Gives whom a link opens what for. Opening spends nothing: programs that look through mail open links too.
 * @throws PublicError after too many tries with what is no link; DomainError where there is no such link, or it has ended
 */
const opened = async (ctx: Context, given: string): Promise<Opened> => {
  if (!ctx.linkTries.allows()) {
    throw new PublicError({
      code: 'TOO_MANY_REQUESTS',
      message: 'There were too many tries with links that do not work. Wait 15 minutes, then open yours again.',
    });
  }
  const link = await findUpdateLink(ctx.db, given);
  if (!link) throw new DomainError('notFound', 'There is no such link. Open the whole link from the mail.');
  ctx.linkTries.takeBack();
  if (link.doneAt !== null) throw allSubmitted();
  if (link.revokedAt !== null) throw ended('The programme office has ended this link. Ask them for another.');
  if (link.expiresAt <= new Date().toISOString())
    throw ended('This link has run out. Ask the programme office for another.');
  const plan = await ctx.keeper.current(link.noticeId);
  const member = plan?.members.find(({ id }) => id === link.memberId);
  if (!plan || !member || plan.notice.withdrawnOn !== null)
    throw ended('This link has ended: the notice was withdrawn.');
  if (plan.notice.linkDays === 0)
    throw ended(
      'Links to update without an account have been switched off. Tell the programme office what has changed.',
    );
  if (!isInForce(member, ctx.clock.today()))
    throw ended('This link has ended with the role of the person that it was sent to. Ask the programme office.');
  return { plan, who: { memberId: member.id, organisation: member.organisation, roles: member.roles } };
};

const end = (connection: Connection, { plan, who }: Opened) =>
  finishUpdateLinks(connection, {
    noticeId: plan.notice.id,
    memberId: who.memberId,
    now: new Date().toISOString(),
  });

/** As whom whoever holds a link keeps what is typed: apart from what the member keeps once they can sign in. */
const writerOf = ({ plan, who }: Opened) => ({ noticeId: plan.notice.id, memberId: linkWriter(who.memberId) });

const keysIn = ({ due }: ReturnType<typeof dueByLink>): string[] =>
  [...due.questions, ...due.commentaries, ...due.actions, ...due.requirements, ...due.measures].map(({ key }) => key);

export const linkRouter = router({
  /** Answers the rows that a link opens, with what was typed about them. A mutation only so that its token stays out of the address. */
  read: open.input(z.object({ token })).mutation(async ({ ctx, input }) => {
    const found = await opened(ctx, input.token);
    const today = ctx.clock.today();
    const shown = dueByLink(await standingOn(ctx, found.plan, today), found.who.memberId, today);
    if (shown.due.asked > 0) {
      const opens = new Set(keysIn(shown));
      const drafts = await readDrafts(ctx.db, writerOf(found));
      return { ...shown, drafts: drafts.filter(({ about }) => opens.has(about)) };
    }
    // All of it was submitted elsewhere.
    await end(ctx.db, found);
    throw allSubmitted();
  }),

  /** Keeps what was typed about a row that a link opens, for whoever opens a link to the same person; with a null body forgets it. */
  keep: open.input(typed).mutation(async ({ ctx, input: { token: given, kind, id, body, seenAt } }) => {
    const found = await opened(ctx, given);
    const about = `${kind} ${id}`;
    if (!keysIn(dueByLink(found.plan, found.who.memberId, ctx.clock.today())).includes(about)) throw notOpened([]);
    const newer = await unseenDraft(ctx.db, writerOf(found), about, seenAt);
    const savedAt = ctx.clock.now();
    if (newer === null) {
      if (body === null) await dropDrafts(ctx.db, writerOf(found), [about]);
      else await keepDraft(ctx.db, writerOf(found), { about, body, savedAt });
    }
    return { savedAt: newer === null && body !== null ? savedAt : null, newer };
  }),

  /** Submits rows that a link opens, and ends it once nothing is left. The ledger names the link, and the member it was sent to. */
  submit: open.input(submission).mutation(async ({ ctx, input: { token: given, rows } }) => {
    const entered = await opened(ctx, given);
    const { memberId } = entered.who;
    const submitted = rows.map(keyOfRow);
    const recorded = recordOnNewest(
      ctx,
      {
        entered,
        enter: () => opened(ctx, given),
        check: ({ plan }, today) => {
          const asked = new Set(keysIn(dueByLink(plan, memberId, today)));
          const strange = submitted.flatMap((key, place) => (asked.has(key) ? [] : [place]));
          if (strange.length > 0) throw notOpened(strange);
        },
        actor: linkWriter(memberId),
        reason: null,
      },
      async ({ plan, by, writer }) => {
        const noticeId = plan.notice.id;
        // A refusal must not name who else has a part in a row.
        const alone = { ...plan, members: plan.members.filter(({ id }) => id === memberId) };
        const changes = submitUpdates(alone, { noticeId, rows }, by);
        for (const each of [memberId, linkWriter(memberId)])
          await dropDrafts(writer, { noticeId, memberId: each }, submitted);
        const remaining = keysIn(dueByLink(plan, memberId, by.today)).filter((key) => !submitted.includes(key));
        if (remaining.length === 0) await end(writer, { plan, who: by.who });
        return { changes, answer: { left: remaining.length } };
      },
    );
    const { left, at } = await recorded.catch((error: unknown) => {
      // It would bring the whole row as somebody else saved it.
      throw error instanceof StaleError ? overtaken() : error;
    });
    ctx.log.info({ memberId, noticeId: entered.plan.notice.id, rows: rows.length }, 'Updated by link');
    return { submitted: rows.length, left, at };
  }),
});
