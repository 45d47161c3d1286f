/** What the inputs of changes have in common. */
import { z } from 'zod';
import { id, sourceFields, words } from '../fields.ts';

/** Why a change is made: required of whoever makes the plan, and kept in the ledger. */
export const because = words('The reason');

/** Names an existing row and the version that the person was looking at, so that nothing newer is overwritten unseen. */
export const rowAsRead = {
  noticeId: id,
  id,
  expectedVersion: z.int('Reload the page and try again.').min(1, 'Reload the page and try again.'),
};

/** Makes a new row of the plan. */
export const newRow = { noticeId: id, reason: because };

/** Edits a row of the plan. */
export const editedRow = { ...rowAsRead, reason: because };

/** Ends a row of the plan without deleting it. */
export const withdrawInput = z.object(editedRow);

/** The source of a new row: what the notice's own people record, unless they say otherwise. */
export const ownSource = {
  mark: sourceFields.mark.default('own'),
  disputed: sourceFields.disputed.default(null),
  unconfirmed: sourceFields.unconfirmed.default(null),
  sourceTitle: sourceFields.sourceTitle.default(null),
  sourceUrl: sourceFields.sourceUrl.default(null),
  sourcePublishedOn: sourceFields.sourcePublishedOn.default(null),
};
