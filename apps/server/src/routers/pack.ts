import { checkFreezing, packFreezing } from '@noticeboard/domain/changes/frozen';
import { findRow } from '@noticeboard/domain/changes/references';
import { id } from '@noticeboard/domain/fields';
import { nobodys } from '@noticeboard/domain/permissions';
import { packsOf, type PacksView } from '@noticeboard/domain/views/packs';
import { sincePackOf } from '@noticeboard/domain/views/since-pack';
import { z } from 'zod';
import { compare } from '../compared.ts';
import { freezeDocument } from '../documents/freeze.ts';
import { packPage } from '../documents/pack.ts';
import { standingAt } from '../entering.ts';
import { changeWith, read, router } from '../trpc.ts';

export const packRouter = router({
  /** Answers the packs of a meeting, what the next one would hold, and whether the server makes PDFs. */
  list: read(
    'plan.read',
    z.object({ meetingId: id }),
    async ({ plan, today, installation }, { meetingId }): Promise<PacksView & { makesPdf: boolean }> => ({
      ...packsOf(plan, today, meetingId),
      makesPdf: installation.documents.pdfOf !== null,
    }),
  ),

  /** Answers what was corrected and changed since a document was frozen. */
  since: read('plan.read', z.object({ id }), async ({ plan, today, installation }, input) => {
    const { day, seq } = findRow(plan.frozen, input.id, 'document');
    const { plan: before } = await standingAt(installation, plan, { day, seq });
    return sincePackOf(plan, today, input.id, await compare(installation, before, plan, { before: day, after: today }));
  }),

  /** Freezes a pack of a meeting: from the plan as it stands in the moment of writing, whoever writes beside it. */
  freeze: changeWith(
    'pack.freeze',
    packFreezing,
    () => nobodys,
    async ({ plan, by, writer, documents }, input) => {
      checkFreezing(plan, input);
      const { meetingId, sections } = input;
      const { today } = by;
      const frozen = await freezeDocument({ plan, by, writer }, { kind: 'pack', meetingId, sections }, () =>
        packPage(writer, plan, { meetingId, sections, today, origin: documents.origin }),
      );
      return { changes: [frozen], answer: { frozenId: frozen.row.id } };
    },
  ),
});
