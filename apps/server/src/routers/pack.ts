import { readHistory } from '@noticeboard/db/history';
import { checkFreezing, packFreezing } from '@noticeboard/domain/changes/frozen';
import { findRow } from '@noticeboard/domain/changes/references';
import { id } from '@noticeboard/domain/fields';
import { nobodys } from '@noticeboard/domain/permissions';
import { packsOf, type PacksView } from '@noticeboard/domain/views/packs';
import { correctedSince, sincePackOf } from '@noticeboard/domain/views/since-pack';
import { z } from 'zod';
import { compare } from '../compared.ts';
import { freezeDocument } from '../documents/freeze.ts';
import { packPage } from '../documents/pack.ts';
import { standingAt } from '../entering.ts';
import { changeWith, read, router } from '../trpc.ts';

/** More than anybody would read on one page; the rest is in the history. */
const mostCorrections = 500;

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
    const between = await compare(installation, before, plan, { before: day, after: today });
    const rows = correctedSince(before, plan);
    const asked = { rows, afterSeq: seq, throughSeq: plan.head.seq, limit: mostCorrections };
    const entries = await readHistory(installation.db, plan.notice.id, asked);
    return sincePackOf(plan, today, input.id, { between, entries });
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
