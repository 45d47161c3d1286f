import { takeUpload } from '@noticeboard/db/files';
import type { Writer } from '@noticeboard/db/ledger';
import type { TakenFile } from '@noticeboard/domain/evidence';
import type { By } from '@noticeboard/domain/changes/by';
import type { Plan } from '@noticeboard/domain/plan';

/** Takes the file that evidence is given with, within the change that records it; null where it is given with none. */
export const takeFile = (
  { plan, by, writer }: { plan: Plan; by: By; writer: Writer },
  given: { uploadId: string | null } | null,
): Promise<TakenFile> | null =>
  given === null || given.uploadId === null
    ? null
    : takeUpload(writer, { noticeId: plan.notice.id, memberId: by.who.memberId, uploadId: given.uploadId });
