import { readHistory } from '@noticeboard/db/history';
import { id, isoDate } from '@noticeboard/domain/fields';
import { entities, type Entity } from '@noticeboard/domain/plan';
import { historyOf } from '@noticeboard/domain/views/history';
import { z } from 'zod';
import { read, router } from '../trpc.ts';

const filter = z.object({
  entity: z.enum(Object.keys(entities) as [Entity, ...Entity[]]).optional(),
  entityId: id.optional(),
  since: isoDate.optional(),
  until: isoDate.optional(),
  beforeSeq: z.int().min(1).optional(),
  limit: z.int().min(1).max(100).default(50),
});

export const historyRouter = router({
  /** Answers the entries newest first, with where the next page begins; null on the last. */
  list: read('plan.read', filter, async ({ plan, today, installation }, { until, ...asked }) => {
    const last = until === undefined || until > today ? today : until;
    const found = await readHistory(installation.db, plan.notice.id, { ...asked, until: last, limit: asked.limit + 1 });
    const entries = found.slice(0, asked.limit);
    return {
      entries: historyOf(plan, entries),
      nextBefore: found.length > asked.limit ? (entries.at(-1)?.seq ?? null) : null,
    };
  }),
});
