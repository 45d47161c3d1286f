/** Puts what is due from people into the outbox: one letter to each address, about all the notices that it belongs to. */
import { readAddresses } from '@noticeboard/db/contact';
import { queueMail, type Letter, type MailPart } from '@noticeboard/db/mail';
import { londonTime } from '@noticeboard/domain/calendar';
import type { IsoDate } from '@noticeboard/domain/fields';
import { bodyOf, isReminded, nudgesOf, subjectOf, type NudgeRow } from '@noticeboard/domain/nudges';
import type { Plan } from '@noticeboard/domain/plan';
import type { Installation } from '../context.ts';
import { wayOf } from './addresses.ts';

type Deps = Pick<Installation, 'db' | 'keeper' | 'clock'>;

/** When the mail of a working day goes out, in London. */
const morning = '08:00';

type Draft = { parts: MailPart[]; rows: NudgeRow[]; isReminded: boolean };

const byTitle = (a: Plan, b: Plan): number => a.notice.title.localeCompare(b.notice.title, 'en');

/**
 * Gives what is due from people today, by e-mail address, over every notice. Whoever mail came back from is left out.
 * @param of the addresses that are asked for; null for all
 */
const draftsFor = async ({ db, keeper, clock }: Deps, of: ReadonlySet<string> | null): Promise<Map<string, Draft>> => {
  const today = clock.today();
  const addresses = (await readAddresses(db)).filter(({ email }) => of === null || of.has(email));
  const known = Map.groupBy(addresses, ({ noticeId }) => noticeId);
  const plans = await Promise.all([...known.keys()].map((noticeId) => keeper.current(noticeId)));
  const drafts = new Map<string, Draft>();
  for (const plan of plans.filter((each) => each !== null).toSorted(byTitle)) {
    const noticeId = plan.notice.id;
    const nudges = new Map(nudgesOf(plan, today).map((nudge) => [nudge.memberId, nudge]));
    for (const address of known.get(noticeId) ?? []) {
      const { email, memberId } = address;
      const nudge = nudges.get(memberId);
      if (!nudge || nudge.mailBouncedOn !== null) continue;
      const draft = drafts.get(email) ?? { parts: [], rows: [], isReminded: false };
      draft.parts.push({ noticeId, memberId, body: bodyOf(plan.notice, nudge.rows), way: wayOf(address, plan.notice) });
      draft.rows.push(...nudge.rows);
      draft.isReminded ||= isReminded(plan, nudge, today);
      drafts.set(email, draft);
    }
  }
  return drafts;
};

const lettersOf = (drafts: ReadonlyMap<string, Draft>): Letter[] =>
  [...drafts].map(([recipient, { parts, rows }]) => ({ recipient, subject: subjectOf(rows), parts }));

/** Gives the letter to an address as it would be written now; null where nothing is due from whoever has the address. */
export const letterTo = async (deps: Deps, recipient: string): Promise<Letter | null> =>
  lettersOf(await draftsFor(deps, new Set([recipient])))[0] ?? null;

const queue = ({ db, clock }: Deps, letters: readonly Letter[], anew: boolean): Promise<Set<string>> =>
  queueMail(db, letters, { day: clock.today(), at: clock.now(), now: Date.now(), anew });

/**
 * Writes to addresses at once, whatever day of the week it is, and again where the mail of the day failed.
 * @returns those whose mail was queued: not who was written to already today, nor from whom nothing is due any more
 */
export const queueNudges = async (deps: Deps, to: ReadonlySet<string>): Promise<Set<string>> =>
  queue(deps, lettersOf(await draftsFor(deps, to)), true);

/**
 * Writes to everybody who is to be reminded today, once it is eight o'clock in London. The outbox takes one mail a day for each
 * address, so that it does no harm to ask again, or in several processes.
 * @returns the day that was written for; null where it is too early
 */
export const queueMorningMail = async (deps: Deps): Promise<IsoDate | null> => {
  if (londonTime(deps.clock.now()) < morning) return null;
  const today = deps.clock.today();
  const due = [...(await draftsFor(deps, null))].filter(([, draft]) => draft.isReminded);
  await queue(deps, lettersOf(new Map(due)), false);
  return today;
};
