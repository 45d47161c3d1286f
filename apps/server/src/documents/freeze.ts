/** Freezes a document: renders it from the plan as it stands, and keeps its page by its hash. */
import { keepFile } from '@noticeboard/db/files';
import type { Writer } from '@noticeboard/db/ledger';
import type { By } from '@noticeboard/domain/changes/by';
import { freeze, type Freezing } from '@noticeboard/domain/changes/frozen';
import type { Change, Plan } from '@noticeboard/domain/plan';

/**
 * Renders a document and keeps its bytes, within the write that records it: the plan can't move meanwhile, so the page is that
 * of the position that it names. Whoever calls it records the change that it gives.
 * @param given the plan of the write, locked, and whoever freezes
 * @param what the kind, the meeting (null for none) and the chosen sections
 * @param render gives the whole page, self-contained, with the position and hash of `plan.head` printed on it
 */
export const freezeDocument = async (
  { plan, by, writer }: { plan: Plan; by: By; writer: Writer },
  what: Freezing,
  render: () => string | Promise<string>,
): Promise<Change & { entity: 'frozen' }> => {
  const page = Buffer.from(await render(), 'utf8');
  const fileHash = await keepFile(writer, page, writer.now);
  return freeze(plan, what, { fileHash, bytes: page.length }, by);
};
