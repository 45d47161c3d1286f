import { readHistory } from '@noticeboard/db/history';
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
import { changesSince, recentChanges } from '@noticeboard/domain/views/changes';
import { rowsAbout } from '@noticeboard/domain/views/row-link';
import { z } from 'zod';
import { change, read, router, view } from '../trpc.ts';

/** More than a month of a busy area; beyond it the history is the place to look. */
const mostEntries = 1000;

export const areaRouter = router({
  list: view('plan.read', z.object({}), ({ plan, today }) => areasOf(plan, today)),

  read: view('plan.read', z.object({ id }), ({ plan, today }, input) => areaOf(plan, input.id, today)),

  /** Answers what changed of an area in the last thirty days, newest first. */
  changes: read('plan.read', z.object({ id }), async ({ plan, today, installation }, input) => {
    findRow(plan.areas, input.id, 'area');
    const entries = await readHistory(installation.db, plan.notice.id, {
      rows: rowsAbout(plan, 'area', input.id),
      since: changesSince(today),
      throughSeq: plan.head.seq,
      limit: mostEntries,
    });
    return recentChanges(plan, entries, today);
  }),

  create: change('plan.edit', createAreaInput, () => nobodys, createArea),
  edit: change('plan.edit', editAreaInput, () => nobodys, editArea),
  withdraw: change('plan.edit', withdrawAreaInput, () => nobodys, withdrawArea),
  release: change('plan.edit', releaseAreaInput, () => nobodys, releaseArea),
});
