import {
  createArea,
  createAreaInput,
  editArea,
  editAreaInput,
  releaseArea,
  releaseAreaInput,
  withdrawArea,
  withdrawAreaInput,
} from '@noticeboard/domain/changes/area';
import { findRow } from '@noticeboard/domain/changes/references';
import { id } from '@noticeboard/domain/fields';
import { nobodys } from '@noticeboard/domain/permissions';
import { areaOf } from '@noticeboard/domain/views/area';
import { areasOf } from '@noticeboard/domain/views/areas';
import { changesInBrief } from '@noticeboard/domain/views/changes';
import { z } from 'zod';
import { change, read, router, view } from '../trpc.ts';
import { changesSince } from './changes.ts';

export const areaRouter = router({
  list: view('plan.read', z.object({}), ({ plan, today }) => areasOf(plan, today)),

  read: view('plan.read', z.object({ id }), ({ plan, today }, input) => areaOf(plan, input.id, today)),

  /** Answers what matters most of what changed of an area since the last board. */
  changes: read('plan.read', z.object({ id }), async (given, input) => {
    findRow(given.plan.areas, input.id, 'area');
    const { since, between } = await changesSince(given, null);
    return changesInBrief(since, between, input.id);
  }),

  create: change('plan.edit', createAreaInput, () => nobodys, createArea),
  edit: change('plan.edit', editAreaInput, () => nobodys, editArea),
  withdraw: change('plan.edit', withdrawAreaInput, () => nobodys, withdrawArea),
  release: change('plan.edit', releaseAreaInput, () => nobodys, releaseArea),
});
