import { readHistory } from '@noticeboard/db/history';
import {
  createMeasure,
  createMeasureInput,
  editMeasure,
  editMeasureInput,
  withdrawMeasure,
  withdrawMeasureInput,
} from '@noticeboard/domain/changes/measure';
import { DomainError } from '@noticeboard/domain/domain-error';
import { id } from '@noticeboard/domain/fields';
import { nobodys } from '@noticeboard/domain/permissions';
import { historyOf } from '@noticeboard/domain/views/history';
import { measureOf } from '@noticeboard/domain/views/measure';
import { measuresOf } from '@noticeboard/domain/views/measures';
import { z } from 'zod';
import { change, read, router, view } from '../trpc.ts';

const noSuchMeasure = () =>
  new DomainError('notFound', 'There is no such measure in this notice. Go back to the list and choose one.');

/** How many readings of one measure have their corrections told on its page; the rest are in the history. */
const mostCorrected = 20;

export const measureRouter = router({
  list: view('plan.read', z.object({}), ({ plan, today }) => measuresOf(plan, today)),

  read: view(
    'plan.read',
    z.object({ id, screening: z.enum(['on', 'off']).default('on') }),
    ({ plan, today }, input) => {
      const found = measureOf(plan, input.id, today, { screen: input.screening === 'on' });
      if (!found) throw noSuchMeasure();
      return found;
    },
  ),

  /** Answers what was corrected or withdrawn of the readings of a measure, newest first. */
  corrections: read('plan.read', z.object({ id }), async ({ plan, today, installation }, input) => {
    if (plan.measures.every((measure) => measure.id !== input.id)) throw noSuchMeasure();
    const corrected = plan.readings.filter(({ measureId, version }) => measureId === input.id && version > 1);
    const found = await Promise.all(
      corrected.slice(-mostCorrected).map((reading) =>
        readHistory(installation.db, plan.notice.id, {
          entity: 'reading',
          entityId: reading.id,
          until: today,
          limit: mostCorrected,
        }),
      ),
    );
    const entries = found.flat().filter(({ version }) => version > 1);
    return historyOf(
      plan,
      entries.toSorted((a, b) => b.seq - a.seq),
    );
  }),
  create: change('plan.edit', createMeasureInput, () => nobodys, createMeasure),
  edit: change('plan.edit', editMeasureInput, () => nobodys, editMeasure),
  withdraw: change('plan.edit', withdrawMeasureInput, () => nobodys, withdrawMeasure),
});
