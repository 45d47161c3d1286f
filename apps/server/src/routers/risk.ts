import { readHistory } from '@noticeboard/db/history';
import { addDays } from '@noticeboard/domain/calendar';
import {
  closeRisk,
  closeRiskInput,
  editRisk,
  editRiskInput,
  ownedBy,
  raiseRisk,
  raiseRiskInput,
  rateRisk,
  rateRiskInput,
  reopenRisk,
  reopenRiskInput,
  riskSubject,
  withdrawRisk,
  withdrawRiskInput,
} from '@noticeboard/domain/changes/risk';
import { findRow } from '@noticeboard/domain/changes/references';
import { id, type IsoDate } from '@noticeboard/domain/fields';
import { nobodys } from '@noticeboard/domain/permissions';
import type { Plan } from '@noticeboard/domain/plan';
import { lastHeld } from '@noticeboard/domain/rules/meetings';
import { firstDay } from '@noticeboard/domain/views/changes';
import { riskOf } from '@noticeboard/domain/views/risk';
import { risksOf } from '@noticeboard/domain/views/risks';
import { setUpForm } from '@noticeboard/domain/views/set-up-form';
import { z } from 'zod';
import { standingOn } from '../entering.ts';
import { change, read, router, view } from '../trpc.ts';

/** More than anybody rates one risk again. */
const mostEntries = 500;

const its = (plan: Plan, input: { id: string }, today: IsoDate) => riskSubject(plan, input.id, today);

export const riskRouter = router({
  /** Answers the register, each risk beside how it was rated at the last board. */
  list: read('plan.read', z.object({}), async ({ plan, today, installation }) => {
    const on = lastHeld(plan, 'board', addDays(today, -1))?.on ?? null;
    if (on === null || on < firstDay(plan)) return risksOf(plan, today, null);
    return risksOf(plan, today, { plan: await standingOn(installation, plan, on), on });
  }),

  /** Answers one risk with its ratings before. */
  read: read('plan.read', z.object({ id }), async ({ plan, today, installation }, input) => {
    findRow(plan.risks, input.id, 'risk');
    const asked = { entity: 'risk', entityId: input.id, throughSeq: plan.head.seq, limit: mostEntries } as const;
    return riskOf(plan, input.id, today, await readHistory(installation.db, plan.notice.id, asked));
  }),

  /** Answers what the form of a risk starts with; null for a new one. */
  form: view('plan.read', z.object({ id: id.nullable() }), ({ plan, today }, input) =>
    setUpForm(plan, today, { noun: 'risk', id: input.id, of: null }),
  ),

  raise: change('risk.edit', raiseRiskInput, (plan, { ownerId }, today) => ownedBy(plan, ownerId, today), raiseRisk),
  /** Whoever edits their own keeps it: an officer gives no risk to somebody else. */
  edit: change(
    'risk.edit',
    editRiskInput,
    (plan, input, today) => [its(plan, input, today), ownedBy(plan, input.ownerId, today)],
    editRisk,
  ),
  rate: change('risk.edit', rateRiskInput, its, rateRisk),
  close: change('risk.edit', closeRiskInput, its, closeRisk),
  reopen: change('risk.edit', reopenRiskInput, its, reopenRisk),
  withdraw: change('plan.edit', withdrawRiskInput, () => nobodys, withdrawRisk),
});
