import { id } from '@noticeboard/domain/fields';
import { setUpList, setUpNouns, setUpOf } from '@noticeboard/domain/views/set-up';
import { formNouns, setUpForm, targetGrid } from '@noticeboard/domain/views/set-up-form';
import { z } from 'zod';
import { router, view } from '../trpc.ts';

const form = z.object({ noun: z.enum(formNouns), id: id.nullable(), of: id.nullable() });

export const setUpRouter = router({
  read: view('plan.edit', z.object({}), ({ plan, today }) => setUpOf(plan, today)),
  list: view('plan.edit', z.object({ noun: z.enum(setUpNouns) }), ({ plan, today }, { noun }) =>
    setUpList(plan, today, noun),
  ),
  form: view('plan.edit', form, ({ plan, today }, asked) => setUpForm(plan, today, asked)),
  targets: view('plan.edit', z.object({ measureId: id }), ({ plan }, { measureId }) => targetGrid(plan, measureId)),
});
