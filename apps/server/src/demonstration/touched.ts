import { canonicalText } from '@noticeboard/db/entry';
import { collectionOf } from '@noticeboard/domain/fold';
import type { Step } from '@noticeboard/domain/generator/setting';
import { entities, type Change, type Entity, type Plan } from '@noticeboard/domain/plan';

const keyOf = ({ entity, row }: { entity: string; row: { id: string } }): string => `${entity} ${row.id}`;

/** A row as a script or a plan has it, without what recording adds. */
const contentOf = (entity: Entity, row: object): string => canonicalText(entities[entity].parse(row));

/** How the rows of a notice stand, and which of them the script leaves alone. */
export type Standing = {
  /** The version that a row is at; 0 where it was never recorded. */
  versionOf: (change: Change) => number;
  /**
   * Whether a person changed the row since, or the action that it is about: all of an action is theirs then, with what names a
   * row of it that the script did not come to record, such as the item of an agenda about its date change.
   */
  isTheirs: (change: Change) => boolean;
};

/**
 * Compares a plan with the script that it was loaded from. A row that is not what the script made of it at that version was
 * changed by a person. To carry on with part of an action would let it contradict itself, so its stages, dates, milestones and
 * updates stay too.
 */
export const standingOf = (plan: Plan | null, script: readonly Step[]): Standing => {
  const made = new Map(
    script.flatMap(({ changes }) =>
      changes.map((change): [string, Change] => [`${keyOf(change)} ${change.expectedVersion + 1}`, change]),
    ),
  );
  const scripted = new Set(script.flatMap(({ changes }) => changes.map(keyOf)));
  const versions = new Map<string, number>();
  const theirs = new Set<string>();
  const theirActions = new Set<string>();
  for (const entity of Object.keys(entities) as Entity[])
    for (const row of plan === null ? [] : [plan[collectionOf[entity]]].flat()) {
      const key = keyOf({ entity, row });
      versions.set(key, row.version);
      if (!scripted.has(key)) continue;
      const change = made.get(`${key} ${row.version}`);
      if (change && contentOf(entity, { ...change.row, version: row.version }) === contentOf(entity, row)) continue;
      theirs.add(key);
      if (entity === 'action') theirActions.add(row.id);
    }
  const left = new Set<string>();
  const isTheirs = (change: Change): boolean => {
    const about = 'actionId' in change.row ? change.row.actionId : null;
    if (theirs.has(keyOf(change)) || (about !== null && theirActions.has(about))) return true;
    return Object.values(change.row).some((named) => typeof named === 'string' && left.has(named));
  };
  for (const change of script.flatMap(({ changes }) => changes))
    if (!versions.has(keyOf(change)) && isTheirs(change)) left.add(change.row.id);
  return { versionOf: (change) => versions.get(keyOf(change)) ?? 0, isTheirs };
};
