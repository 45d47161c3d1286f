import {
  checkPlanVersion,
  datesFixedBy,
  recordPlanVersion,
  recordPlanVersionInput,
  withdrawPlanVersion,
  withdrawPlanVersionInput,
} from '@noticeboard/domain/changes/plan-version';
import { findStanding } from '@noticeboard/domain/changes/references';
import { DomainError } from '@noticeboard/domain/domain-error';
import { id } from '@noticeboard/domain/fields';
import { nobodys } from '@noticeboard/domain/permissions';
import { planVersionsOf, versionsCompared } from '@noticeboard/domain/views/plan-versions';
import { z } from 'zod';
import { compare } from '../compared.ts';
import { freezeDocument } from '../documents/freeze.ts';
import { planOfVersion, planVersionPage } from '../documents/plan-version.ts';
import { standingAt } from '../entering.ts';
import { change, changeWith, read, router, view } from '../trpc.ts';

export const planVersionRouter = router({
  list: view('plan.read', z.object({}), ({ plan, today }) => planVersionsOf(plan, today)),

  /** Answers what changed from one version to another, or to the plan as it stands. */
  compare: read(
    'plan.read',
    z.object({ fromId: id, toId: id.nullable() }),
    async ({ plan, today, installation }, { fromId, toId }) => {
      const from = findStanding(plan.planVersions, fromId, 'version');
      const to = toId === null ? null : findStanding(plan.planVersions, toId, 'version');
      if (to && to.seq < from.seq)
        throw new DomainError(
          'invalid',
          'The first version is the later one. Choose them the other way round.',
          'fromId',
        );
      const { plan: before } = await standingAt(installation, plan, from);
      const { plan: after } = to ? await standingAt(installation, plan, to) : { plan };
      const days = { before: from.day, after: to?.day ?? today };
      return versionsCompared(from, to, await compare(installation, before, after, days));
    },
  ),

  /** Records a version; answers of how many actions it sets the original date, and of how many that was another one. */
  record: changeWith(
    'plan.edit',
    recordPlanVersionInput,
    () => nobodys,
    async ({ plan, by, writer, documents }, input) => {
      checkPlanVersion(plan, input, by.today);
      const { version, day } = await planOfVersion(writer, plan, input.standsOn, by.today);
      const fixed = input.kind === 'agreed' ? datesFixedBy(plan, version) : [];
      const page = () => planVersionPage(version, day, input, documents.origin);
      // Numbered among what is there now, and made from the position of the version.
      const at = { plan: { ...plan, head: version.head }, by, writer };
      const frozen = input.freeze
        ? await freezeDocument(at, { kind: 'planVersion', meetingId: null, sections: [] }, page)
        : null;
      const kept = frozen && { ...frozen, row: { ...frozen.row, day } };
      const recorded = recordPlanVersion(plan, input, { version, day, frozenId: kept?.row.id ?? null }, by);
      return {
        changes: kept ? [kept, ...recorded] : recorded,
        answer: { fixed: fixed.length, moved: fixed.filter(({ action, due }) => action.originalDue !== due).length },
      };
    },
  ),
  withdraw: change('plan.edit', withdrawPlanVersionInput, () => nobodys, withdrawPlanVersion),
});
