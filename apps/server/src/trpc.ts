/** The builders that every router is made of: they check who asks, over what, and turn every refusal into a sentence. */
import { createId } from '@noticeboard/db/id';
import { record, StaleError, write, type Writer } from '@noticeboard/db/ledger';
import type { By } from '@noticeboard/domain/changes/by';
import { DomainError } from '@noticeboard/domain/domain-error';
import { id, moment, type Instant, type IsoDate } from '@noticeboard/domain/fields';
import { may, mayAnywhere, nobodys, type Permission, type Subject, type Who } from '@noticeboard/domain/permissions';
import type { Change, Head, Plan } from '@noticeboard/domain/plan';
import { notYetRecorded } from '@noticeboard/domain/views/not-yet-recorded';
import { initTRPC, TRPCError, type TRPCMutationProcedure, type TRPCQueryProcedure } from '@trpc/server';
import { z } from 'zod';
import type { Context, Installation } from './context.ts';
import { accountOf, entering, notAllowed, standingAt, tooOften } from './entering.ts';
import { describe, OvertakenError, PublicError, refusalOf, somethingWentWrong } from './errors.ts';
import type { SignedIn } from './who.ts';

/** Who may call a procedure: a permission on the notice, an office of the installation, whoever is signed in, or anyone at all. */
type Access = Permission | 'office.programmeOffice' | 'office.administrator' | 'signedIn' | 'anyone';
type Meta = { access: Access };

const t = initTRPC
  .meta<Meta>()
  .context<Context>()
  .create({
    errorFormatter: ({ shape, error }) => ({
      ...shape,
      message: describe(error).sentence,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, ...describe(error) },
    }),
  });

export const router = t.router;

const procedure = t.procedure.use(async ({ ctx, path, next }) => {
  if (ctx.account !== null && !ctx.mayCall(ctx.account.id, path)) {
    throw tooOften();
  }
  const result = await next();
  if (result.ok) return result;
  const { error } = result;
  const refusal = refusalOf(error.cause);
  if (refusal?.code === 'SERVICE_UNAVAILABLE')
    ctx.log.error({ procedure: path, err: error.cause }, 'The database refused');
  if (refusal?.code === 'FORBIDDEN') ctx.log.info({ procedure: path, accountId: ctx.account?.id ?? null }, 'Refused');
  if (refusal) throw refusal;
  if (error.code !== 'INTERNAL_SERVER_ERROR') return result;
  const reference = createId();
  ctx.log.error({ reference, procedure: path, err: error.cause ?? error }, 'A call failed');
  throw new PublicError({ code: 'INTERNAL_SERVER_ERROR', message: somethingWentWrong(reference) });
});

/** For what anyone may call, signed in or not. */
export const open = procedure.meta({ access: 'anyone' });

/** For what whoever is signed in may call: it gives them of each notice what their own roles there allow. */
export const signedIn = procedure
  .meta({ access: 'signedIn' })
  .use(({ ctx, next }) => next({ ctx: { account: accountOf(ctx) } }));

/** For what the programme office of the installation may do outside any notice. */
export const programmeOffice = procedure.meta({ access: 'office.programmeOffice' }).use(({ ctx, next }) => {
  const account = accountOf(ctx);
  if (account.office !== 'programmeOffice')
    throw new DomainError('forbidden', 'Only a programme office may do that. Ask your administrator.');
  return next({ ctx: { account } });
});

/** For what an administrator of the installation may do outside any notice. */
export const administrator = procedure.meta({ access: 'office.administrator' }).use(({ ctx, next }) => {
  const account = accountOf(ctx);
  if (account.office !== 'administrator')
    throw new DomainError('forbidden', 'Only an administrator of the installation may do that.');
  return next({ ctx: { account } });
});

const onNotice = z.object({ noticeId: id });
const onNoticeAsAt = z.object({ noticeId: id, asAt: moment.optional() });

/** Asks for a permission on the notice before the rest of the input is looked at, so that a stranger learns nothing from its faults. */
const within = (permission: Permission) =>
  procedure.meta({ access: permission }).use(async ({ ctx, getRawInput, next }) => {
    const account = accountOf(ctx);
    const named = onNotice.safeParse(await getRawInput());
    if (!named.success) throw new TRPCError({ code: 'BAD_REQUEST', cause: named.error });
    const { plan, who } = await entering(ctx, named.data.noticeId);
    if (!mayAnywhere(who, permission)) throw notAllowed();
    return next({ ctx: { account, plan, who } });
  });

/** What a view is given. `plan` and `today` are those of the moment that is looked at; `who` is always of today. */
export type Given = { plan: Plan; today: IsoDate; who: Who };

/** Turns "there is no such row" into when it was first recorded, where a day before that is looked at. */
const sayingSince = (error: unknown, current: Plan, today: IsoDate, input: object): unknown => {
  if (!(error instanceof DomainError) || error.code !== 'notFound') return error;
  return ('id' in input && typeof input.id === 'string' && notYetRecorded(current, input.id, today)) || error;
};

/** How many views of one plan are kept at most: those of the day's pages for the people of a notice, with room. */
const mostViews = 500;
const views = new WeakMap<Plan, Map<string, unknown>>();

/** Computes a view once for a plan that has not changed. */
const remembered = <View>(plan: Plan, key: string, compute: () => View): View => {
  const kept = views.get(plan) ?? new Map<string, unknown>();
  if (!views.has(plan) || kept.size >= mostViews) kept.clear();
  views.set(plan, kept);
  if (!kept.has(key)) kept.set(key, compute());
  return kept.get(key) as View;
};

/** An empty schema's own type allows no key at all, so it would refuse `noticeId` too. */
type InputOf<Own extends z.ZodType> = z.input<Own> extends Record<string, never> ? object : z.input<Own>;

type Viewed<Own extends z.ZodType, View> = TRPCQueryProcedure<{
  input: InputOf<Own> & z.input<typeof onNoticeAsAt>;
  output: View;
  meta: Meta;
}>;

/**
 * Makes the query of a page: `show` is a pure function of the plan, the day and the person, so its answer is kept while
 * none of them changes.
 * @param own the input besides `noticeId` and `asAt`, which every view has
 */
export const view = <Own extends z.ZodObject, View>(
  permission: Permission,
  own: Own,
  show: (given: Given, input: z.output<Own>) => View,
): Viewed<Own, View> =>
  within(permission)
    .input(z.intersection(onNoticeAsAt, own))
    .query(async ({ ctx, input, path }) => {
      const { who } = ctx;
      const { asAt } = input as z.output<typeof onNoticeAsAt>;
      const { plan, today } = await standingAt(ctx, ctx.plan, asAt);
      const key = JSON.stringify([path, today, who, input]);
      try {
        return remembered(plan, key, () => show({ plan, today, who }, input as z.output<Own>));
      } catch (error) {
        throw sayingSince(error, ctx.plan, today, input);
      }
    }) as Viewed<Own, View>;

/** Makes a query that reads more than the plan, such as the ledger itself; nothing of it is kept. */
export const read = <Own extends z.ZodObject, Answer>(
  permission: Permission,
  own: Own,
  answer: (given: Given & { installation: Installation }, input: z.output<Own>) => Promise<Answer>,
): Viewed<Own, Answer> =>
  within(permission)
    .input(z.intersection(onNoticeAsAt, own))
    .query(async ({ ctx, input }) => {
      const { asAt } = input as z.output<typeof onNoticeAsAt>;
      const { plan, today } = await standingAt(ctx, ctx.plan, asAt);
      const given = { plan, today, who: ctx.who, installation: ctx };
      return answer(given, input as z.output<Own>).catch((error: unknown) => {
        throw sayingSince(error, ctx.plan, today, input);
      });
    }) as Viewed<Own, Answer>;

type Acted<Own extends z.ZodType, Answer> = TRPCMutationProcedure<{
  input: InputOf<Own> & z.input<typeof onNotice>;
  output: Answer & { at: Instant; by: string };
  meta: Meta;
}>;

/**
 * Makes a mutation that writes no row of the plan, such as mail, so that nothing of it goes to the ledger; what it did is
 * logged. For permissions over the whole notice alone.
 */
export const act = <Own extends z.ZodType, Answer extends object>(
  permission: Permission,
  own: Own,
  perform: (given: Given & { installation: Installation }, input: z.output<Own>) => Promise<Answer>,
): Acted<Own, Answer> =>
  within(permission)
    .input(z.intersection(onNotice, own))
    .mutation(async ({ ctx, input, path }) => {
      const { plan, who } = ctx;
      if (!may(who, permission, nobodys)) throw notAllowed();
      const today = ctx.clock.today();
      const answer = await perform({ plan, who, today, installation: ctx }, input as z.output<Own>);
      ctx.log.info({ procedure: path, noticeId: plan.notice.id, byMemberId: who.memberId }, 'Done');
      return { ...answer, at: ctx.clock.now(), by: titleOf(plan, who) };
    }) as unknown as Acted<Own, Answer>;

/** What a recorded change answers: where the ledger stands now, the new version of each row, when, and under whose title. */
export type Receipt = { head: Head; versions: Record<string, number>; at: Instant; by: string };

type Changed<Own extends z.ZodType, More> = TRPCMutationProcedure<{
  input: z.input<Own> & z.input<typeof onNotice>;
  output: Receipt & More;
  meta: Meta;
}>;

const reasonIn = (input: object): string | null =>
  'reason' in input && typeof input.reason === 'string' ? input.reason : null;

/**
 * Makes a mutation that writes more than rows of the plan, such as an account, in the same transaction.
 * @param perform runs inside the transaction on a plan that can't move meanwhile; gives the rows to record and what to
 *   answer besides the receipt. It must reach the database through `writer` alone, and may run again.
 */
export const changeWith = <Own extends z.ZodType, More extends object>(
  permission: Permission,
  own: Own,
  subject: (plan: Plan, input: z.output<Own>, today: IsoDate) => Subject | readonly Subject[],
  perform: (
    given: {
      plan: Plan;
      by: By;
      account: SignedIn;
      log: Installation['log'];
      documents: Installation['documents'];
      writer: Writer;
    },
    input: z.output<Own>,
  ) => Promise<{ changes: Change[]; answer: More }>,
): Changed<Own, More> =>
  within(permission)
    .input(z.intersection(onNotice, own))
    .mutation(async ({ ctx, input }) => {
      const { noticeId } = input as z.output<typeof onNotice>;
      const given = input as z.output<Own>;
      return recordOnNewest(
        ctx,
        {
          entered: ctx,
          enter: () => entering(ctx, noticeId),
          check: ({ plan, who }, today) => {
            const subjects = [subject(plan, given, today)].flat();
            if (!subjects.every((each) => may(who, permission, each))) throw notAllowed();
          },
          actor: ctx.who.memberId,
          reason: reasonIn(input),
        },
        ({ plan, by, writer }) =>
          perform({ plan, by, account: ctx.account, log: ctx.log, documents: ctx.documents, writer }, given),
      );
    }) as unknown as Changed<Own, More>;

type Entered = { plan: Plan; who: Who };

/**
 * Decides a change on a plan that can't move meanwhile, and records it: where somebody recorded a change since the plan was
 * read, what was decided on the older one may no longer hold, so it is decided again on the newer.
 * @param about `entered`: the plan as it was read; `enter`: reads it again; `check`: refuses whoever may not, before anything
 *   is written; `actor`: whom the ledger names
 */
export const recordOnNewest = async <More extends object>(
  { db, clock }: Installation,
  about: {
    entered: Entered;
    enter: () => Promise<Entered>;
    check: (entered: Entered, today: IsoDate) => void;
    actor: string;
    reason: string | null;
  },
  decide: (given: { plan: Plan; by: By; writer: Writer }) => Promise<{ changes: Change[]; answer: More }>,
): Promise<Receipt & More> => {
  const { actor, reason } = about;
  for (let { plan, who } = about.entered; ; { plan, who } = await about.enter()) {
    const noticeId = plan.notice.id;
    const by: By = { who, today: clock.today(), createId };
    about.check({ plan, who }, by.today);
    const { result, head, at } = await write(db, { chain: noticeId, actor, reason }, async (writer) => {
      if (writer.positions.get(noticeId)?.seq !== plan.head.seq) return null;
      const { changes, answer } = await decide({ plan, by, writer });
      const versions: Record<string, number> = {};
      for (const each of changes) versions[each.row.id] = (await recordNaming(plan, writer, each)).version;
      return { versions, answer };
    });
    if (result) return { ...result.answer, versions: result.versions, head, at, by: titleOf(plan, who) };
  }
};

/** Records a row; where somebody was faster, the refusal says who. */
const recordNaming = async ({ members }: Plan, writer: Writer, each: Change) => {
  try {
    return await record(writer, each);
  } catch (error) {
    if (!(error instanceof StaleError)) throw error;
    throw new OvertakenError(
      error,
      members.find(({ id: member }) => member === error.current.recordedBy)?.title ?? null,
    );
  }
};

const titleOf = (plan: Plan, { memberId }: Who): string =>
  plan.members.find((row) => row.id === memberId)?.title ?? 'Administrator';

/**
 * Makes a mutation of a notice's plan.
 * @param own the input besides `noticeId`; a `reason` in it goes to the ledger
 * @param subject whose the row is, or each of several rows: what the scope of the permission is checked against
 * @param decide gives the rows to record, or throws a DomainError; may be asked again on a newer plan
 */
export const change = <Own extends z.ZodType>(
  permission: Permission,
  own: Own,
  subject: (plan: Plan, input: z.output<Own>, today: IsoDate) => Subject | readonly Subject[],
  decide: (plan: Plan, input: z.output<Own>, by: By) => Change[],
): Changed<Own, object> =>
  changeWith(permission, own, subject, async ({ plan, by }, input) => ({
    changes: decide(plan, input, by),
    answer: {},
  }));
