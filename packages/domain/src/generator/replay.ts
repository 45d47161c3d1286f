import { applyRow, emptyRows, planOf } from '../fold.ts';
import type { RecordedRow } from '../fold.ts';
import type { Plan } from '../plan.ts';
import type { Step } from './setting.ts';

/**
 * Gives the plan that a script makes when it is recorded step by step, each at nine in the morning of its day, as the ledger
 * would. The head is counted but its hash is empty. Throws where a change does not follow the version before it.
 */
export const replay = (steps: readonly Step[]): Plan => {
  const rows = emptyRows();
  let seq = 0;
  for (const { day, actor, changes } of steps) {
    for (const { entity, row, expectedVersion } of changes) {
      const version = rows[entity].get(row.id)?.version ?? 0;
      if (version !== expectedVersion)
        throw new Error(`${row.id} stands at version ${version}, not ${expectedVersion}.`);
      applyRow(rows, {
        entity,
        row: { ...row, version: version + 1 },
        at: `${day}T09:00:00.000Z`,
        by: actor,
      } as RecordedRow);
      seq += 1;
    }
  }
  const plan = planOf(rows, { seq, hash: '' });
  if (!plan) throw new Error('The script records no notice.');
  return plan;
};
