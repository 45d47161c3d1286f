import { dropDrafts, keepDraft, readDrafts, unseenDraft } from '@noticeboard/db/drafts';
import { draftSubject, keepDraftInput } from '@noticeboard/domain/changes/draft';
import { z } from 'zod';
import { changeWith, read, router } from '../trpc.ts';

export const draftRouter = router({
  /** Answers what the caller has typed and not submitted: nobody else's. */
  mine: read('plan.read', z.object({}), async ({ plan, who, installation }) =>
    readDrafts(installation.db, { noticeId: plan.notice.id, memberId: who.memberId }),
  ),

  /** Keeps what was typed about a row, or answers what the same person typed elsewhere meanwhile and has not seen here. */
  keep: changeWith('draft.keep', keepDraftInput, draftSubject, async ({ by, writer }, input) => {
    const { noticeId, kind, id, body, seenAt } = input;
    const about = `${kind} ${id}`;
    const theirs = { noticeId, memberId: by.who.memberId };
    const newer = await unseenDraft(writer, theirs, about, seenAt);
    if (newer === null) {
      if (body === null) await dropDrafts(writer, theirs, [about]);
      else await keepDraft(writer, theirs, { about, body, savedAt: writer.now });
    }
    return { changes: [], answer: { savedAt: newer === null && body !== null ? writer.now : null, newer } };
  }),
});
