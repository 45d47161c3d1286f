import { readMembersOf } from '@noticeboard/db/account';
import { readNoticeIds } from '@noticeboard/db/plan';
import type { Account } from '@noticeboard/domain/account';
import type { IsoDate } from '@noticeboard/domain/fields';
import type { Plan } from '@noticeboard/domain/plan';
import type { Role } from '@noticeboard/domain/scales';
import type { Context } from './context.ts';
import { whoIs } from './who.ts';

/** What the app knows of whoever opened it, before any notice is chosen. */
export type Session = {
  mode: 'demo' | 'live';
  today: IsoDate;
  account: { id: string; office: Account['office'] } | null;
  notices: {
    id: string;
    title: string;
    authority: string;
    nature: Plan['notice']['nature'];
    memberTitle: string;
    roles: readonly Role[];
  }[];
};

type Shared = Session['notices'][number];

/** Real notices come before fictional ones, so that a person of both lands on a real one; then by title. */
const inOrder = (a: Shared, b: Shared): number =>
  Number(a.nature === 'fictional') - Number(b.nature === 'fictional') || a.title.localeCompare(b.title, 'en');

/** Gives who is signed in and the notices that are shared with them today. */
export const sessionOf = async (ctx: Context): Promise<Session> => {
  const { account, clock, db, keeper, mode } = ctx;
  const today = clock.today();
  if (account === null) return { mode, today, account: null, notices: [] };
  const ids =
    account.office === 'administrator'
      ? await readNoticeIds(db)
      : (await readMembersOf(db, account.id)).map(({ noticeId }) => noticeId);
  const plans = await Promise.all([...new Set(ids)].map((id) => keeper.current(id)));
  const notices = plans.flatMap((plan) => {
    const who = plan && whoIs(plan, account, today);
    if (!who) return [];
    const { id, title, authority, nature } = plan.notice;
    const member = plan.members.find((row) => row.id === who.memberId);
    return [{ id, title, authority, nature, memberTitle: member?.title ?? 'Administrator', roles: who.roles }];
  });
  return {
    mode,
    today,
    account: { id: account.id, office: account.office },
    notices: notices.toSorted(inOrder),
  };
};
