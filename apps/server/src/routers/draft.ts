import { dropDrafts, keepDraft, readDrafts } from '@noticeboard/db/drafts';
import { draftSubject, keepDraftInput } from '@noticeboard/domain/changes/draft';
import { z } from 'zod';
import { changeWith, read, router } from '../trpc.ts';

export const draftRouter = router({
  /** Answers what the caller has typed and not submitted: nobody else's. */
  mine: read('plan.read', z.object({}), async ({ plan, who, installation }) =>
    readDrafts(installation.db, { noticeId: plan.notice.id, memberId: who.memberId }),
  ),

  keep: changeWith('draft.keep', keepDraftInput, draftSubject, async ({ by, writer }, { noticeId, kind, id, body }) => {
    const about = `${kind} ${id}`;
    const theirs = { noticeId, memberId: by.who.memberId };
    if (body === null) await dropDrafts(writer, theirs, [about]);
    else await keepDraft(writer, theirs, { about, body, savedAt: writer.now });
    return { changes: [], answer: { savedAt: body === null ? null : writer.now } };
  }),
});
