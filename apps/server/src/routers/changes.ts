import { DomainError } from '@noticeboard/domain/domain-error';
import { isoDate, type IsoDate } from '@noticeboard/domain/fields';
import type { Plan } from '@noticeboard/domain/plan';
import { changesView, firstDay, sinceOf, type Since } from '@noticeboard/domain/views/changes';
import type { ChangesBetween } from '@noticeboard/domain/views/changes-between';
import { formatDate } from '@noticeboard/domain/words';
import { z } from 'zod';
import { compare } from '../compared.ts';
import type { Installation } from '../context.ts';
import { standingOn } from '../entering.ts';
import { read, router } from '../trpc.ts';

type Asked = { plan: Plan; today: IsoDate; installation: Installation };

/** Gives what changed since a day: the one that is asked for, or that of the last board. */
export const changesSince = async (
  { plan, today, installation }: Asked,
  asked: IsoDate | null,
): Promise<{ since: Since; between: ChangesBetween }> => {
  const since = sinceOf(plan, today, asked);
  if (since.on > today)
    throw new DomainError(
      'invalid',
      `Choose a day up to ${formatDate(today)}: what is shown stands on that day.`,
      'since',
    );
  if (since.on < firstDay(plan))
    throw new DomainError(
      'invalid',
      `Nothing was recorded by ${formatDate(since.on)}. The record begins on ${formatDate(firstDay(plan))}: choose that day or a later one.`,
      'since',
    );
  const before = await standingOn(installation, plan, since.on);
  const between = await compare(installation, before, plan, { before: since.on, after: today });
  return { since, between };
};

export const changesRouter = router({
  /** Answers what changed since the last board, or since another day. */
  read: read('plan.read', z.object({ since: isoDate.optional() }), async (given, input) => {
    const { since, between } = await changesSince(given, input.since ?? null);
    return changesView(given.plan, given.today, since, between);
  }),
});
