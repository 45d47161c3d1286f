import { readHistory } from '@noticeboard/db/history';
import { id, isoDate } from '@noticeboard/domain/fields';
import { entities, type Entity } from '@noticeboard/domain/plan';
import { historyPageOf } from '@noticeboard/domain/views/history-page';
import { rowsAbout } from '@noticeboard/domain/views/row-link';
import { z } from 'zod';
import { read, router } from '../trpc.ts';

const newest = 'There is no such page of the history. Go back to the newest changes.';

const filter = z.object({
  entity: z
    .enum(
      Object.keys(entities) as [Entity, ...Entity[]],
      'The history knows nothing of that kind. Choose one of the list.',
    )
    .optional(),
  entityId: id.optional(),
  actor: z.string().max(100, 'There is nobody of that id in this notice. Choose one of the list.').optional(),
  since: isoDate.optional(),
  until: isoDate.optional(),
  beforeSeq: z.int(newest).min(1, newest).optional(),
  limit: z.int().min(1).max(100).default(50),
});

export const historyRouter = router({
  /** Answers a page of changes newest first; of one row, with everything that hangs on it. */
  list: read(
    'plan.read',
    filter,
    async ({ plan, today, installation }, { entity, entityId, until, limit, ...asked }) => {
      const what =
        entity === undefined || entityId === undefined
          ? { entity, entityId }
          : { rows: rowsAbout(plan, entity, entityId) };
      const found = await readHistory(installation.db, plan.notice.id, {
        ...asked,
        ...what,
        until,
        throughSeq: plan.head.seq,
        limit: limit + 1,
      });
      return historyPageOf(plan, today, found, { limit, entity, entityId });
    },
  ),
});
