/** How somebody comes into a notice, through a procedure or a route of its own: who they are there, or the refusal. */
import { DomainError } from '@noticeboard/domain/domain-error';
import { readPosition } from '@noticeboard/db/chain-head';
import { londonDay } from '@noticeboard/domain/calendar';
import type { IsoDate } from '@noticeboard/domain/fields';
import type { Moment } from '@noticeboard/domain/moment';
import type { Who } from '@noticeboard/domain/permissions';
import type { Plan } from '@noticeboard/domain/plan';
import { lastRecordedOn } from '@noticeboard/domain/rules/known';
import type { Installation } from './context.ts';
import { PublicError } from './errors.ts';
import { type SignedIn, whoIs } from './who.ts';

type Entrant = Pick<Installation, 'keeper' | 'clock'> & { account: SignedIn | null };

export const accountOf = ({ account }: Pick<Entrant, 'account'>): SignedIn => {
  if (account === null) throw new PublicError({ code: 'UNAUTHORIZED', message: 'Sign in to go on.' });
  return account;
};

const noSuchNotice = () => new DomainError('notFound', 'There is no such notice, or it is not shared with you.');

export const notAllowed = (): DomainError =>
  new DomainError('forbidden', 'Your role does not allow that. Ask the programme office or your administrator.');

export const tooOften = (): PublicError =>
  new PublicError({
    code: 'TOO_MANY_REQUESTS',
    message: 'You have done that very often in the last minute. Wait a minute, then try again.',
  });

/** Gives the current plan and who asks; refuses a stranger exactly as it refuses an unknown notice. */
export const entering = async (entrant: Entrant, noticeId: string): Promise<{ plan: Plan; who: Who }> => {
  const account = accountOf(entrant);
  const plan = await entrant.keeper.current(noticeId);
  const who = plan && whoIs(plan, account, entrant.clock.today());
  if (!plan || !who) throw noSuchNotice();
  return { plan, who };
};

/**
 * Gives the plan as it stood at the end of a day: the current one, unless something was recorded after the day. That may be so
 * today too, where another process on the same database stands on a later day.
 */
export const standingOn = async (
  { keeper }: Pick<Installation, 'keeper'>,
  current: Plan,
  day: IsoDate,
): Promise<Plan> => {
  if (lastRecordedOn(current) <= day) return current;
  const plan = await keeper.asAt(current.notice.id, day);
  if (!plan) throw new DomainError('notFound', 'Nothing was recorded by that day. Choose a later one.', 'asAt');
  return plan;
};

/**
 * Gives the plan as it stood after an entry of the ledger. The day must be one on which that entry was the last: a page that
 * says "as at" a day leaves out nothing that was known before it.
 */
const standingAfter = async (
  { keeper, db }: Pick<Installation, 'keeper' | 'db'>,
  current: Plan,
  { day, seq }: { day: IsoDate; seq: number },
): Promise<Plan> => {
  const noticeId = current.notice.id;
  const found = await readPosition(db, noticeId, seq);
  const plan = found && (await keeper.asAt(noticeId, { seq }));
  if (!plan)
    throw new DomainError(
      'notFound',
      `The ledger of this notice has no entry ${seq.toLocaleString('en-GB')}. Check the address, or choose a day.`,
      'asAt',
    );
  if (londonDay(found.at) > day || (found.next !== null && londonDay(found.next) < day))
    throw new DomainError(
      'invalid',
      `Entry ${seq.toLocaleString('en-GB')} was not the last one on that day. Check the address, or choose a day.`,
      'asAt',
    );
  return plan;
};

/** Gives the plan as it stood at a moment, and its day: today where none is named. A day that has not come yet is refused. */
export const standingAt = async (
  ctx: Pick<Installation, 'keeper' | 'db' | 'clock'>,
  current: Plan,
  asAt: Moment | undefined,
): Promise<{ plan: Plan; today: IsoDate }> => {
  const today = asAt?.day ?? ctx.clock.today();
  if (today > ctx.clock.today())
    throw new DomainError('invalid', 'That day has not come yet. Choose today or an earlier day.', 'asAt');
  const seq = asAt?.seq ?? null;
  const plan =
    seq === null ? await standingOn(ctx, current, today) : await standingAfter(ctx, current, { day: today, seq });
  return { plan, today };
};
