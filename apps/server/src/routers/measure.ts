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
import type { Plan } from '@noticeboard/domain/plan';
import { measureOf } from '@noticeboard/domain/views/measure';
import { measuresOf } from '@noticeboard/domain/views/measures';
import { revisionsOf, targetChangesOf } from '@noticeboard/domain/views/revisions';
import { z } from 'zod';
import { change, read, router, view } from '../trpc.ts';

const noSuchMeasure = () =>
  new DomainError('notFound', 'There is no such measure in this notice. Go back to the list and choose one.');

/** How many changes of the readings or targets of one measure are told on its page; the rest are in the history. */
const mostTold = 200;

const measureIn = (plan: Plan, measureId: string) => {
  const found = plan.measures.find((measure) => measure.id === measureId);
  if (!found) throw noSuchMeasure();
  return found;
};

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

  /** Answers what was corrected, withdrawn or set aside of the readings of a measure, and what each was before. */
  corrections: read('plan.read', z.object({ id }), async ({ plan, installation }, input) => {
    const measure = measureIn(plan, input.id);
    const corrected = plan.readings.filter(({ measureId, version }) => measureId === measure.id && version > 1);
    const filter = { rows: { reading: corrected.map((row) => row.id) }, throughSeq: plan.head.seq, limit: mostTold };
    const entries = corrected.length === 0 ? [] : await readHistory(installation.db, plan.notice.id, filter);
    return revisionsOf(
      plan,
      measure,
      entries.filter(({ version }) => version > 1),
    );
  }),

  /** Answers how the targets of a measure were changed, old beside new. */
  targetChanges: read('plan.read', z.object({ id }), async ({ plan, installation }, input) => {
    const measure = measureIn(plan, input.id);
    const changed = plan.targets.filter(({ measureId, version }) => measureId === measure.id && version > 1);
    const filter = { rows: { target: changed.map((row) => row.id) }, throughSeq: plan.head.seq, limit: mostTold };
    const entries = changed.length === 0 ? [] : await readHistory(installation.db, plan.notice.id, filter);
    return targetChangesOf(plan, measure, entries);
  }),
  create: change('plan.edit', createMeasureInput, () => nobodys, createMeasure),
  edit: change('plan.edit', editMeasureInput, () => nobodys, editMeasure),
  withdraw: change('plan.edit', withdrawMeasureInput, () => nobodys, withdrawMeasure),
});
