import { checkFreezing, packFreezing } from '@noticeboard/domain/changes/frozen';
import { id } from '@noticeboard/domain/fields';
import { nobodys } from '@noticeboard/domain/permissions';
import { packsOf } from '@noticeboard/domain/views/packs';
import { z } from 'zod';
import { freezeDocument } from '../documents/freeze.ts';
import { packPage } from '../documents/pack.ts';
import { changeWith, router, view } from '../trpc.ts';

export const packRouter = router({
  /** Answers the packs of a meeting, and what the next one would hold. */
  list: view('plan.read', z.object({ meetingId: id }), ({ plan, today }, { meetingId }) =>
    packsOf(plan, today, meetingId),
  ),

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
