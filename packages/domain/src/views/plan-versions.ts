/** The versions of the plan: what became of it when, where each can be looked at, and what changed between two. */
import type { IsoDate } from '../fields.ts';
import { writtenMoment } from '../moment.ts';
import type { Plan } from '../plan.ts';
import { planOn } from '../rules/known.ts';
import { agreedVersionOf, versionsOf } from '../rules/plan-version.ts';
import { planVersionKinds, type PlanVersionKind } from '../scales.ts';
import { formatDate, formatNumber, plural } from '../words.ts';
import type { AreaChanges, ChangesBetween } from './changes-between.ts';
import { orderInWords } from './changes-between.ts';
import type { Difference } from './difference.ts';
import type { SourceView } from './source.ts';
import { sourceView } from './source.ts';

export type VersionLine = {
  id: string;
  version: number;
  kind: PlanVersionKind;
  label: string;
  title: string;
  on: IsoDate;
  note: string | null;
  /** Where the plan can be looked at as it was: what an address takes as `asAt`. */
  moment: string;
  /** "Entry 1,204, 31 July 2023". */
  position: string;
  evidence: { id: string; caption: string } | null;
  /** The page that was frozen with it; null where there is none or it was erased by law. */
  frozenId: string | null;
  by: string | null;
  /** How many actions take their original date from it. */
  fixes: number;
  source: SourceView;
};

export type PlanVersionsView = {
  title: string;
  /** Newest first. */
  lines: VersionLine[];
  /** Evidence that may be named as the document of a version. */
  evidence: { value: string; label: string }[];
  /** Where original dates come from, in words. */
  originals: string;
};

const originalsOf = (plan: Plan): string => {
  const actions = plan.actions.filter(({ stage }) => stage !== 'withdrawn');
  const fixed = actions.filter((action) => agreedVersionOf(plan, action)).length;
  if (!versionsOf(plan).some(({ kind }) => kind === 'agreed'))
    return 'No agreed version is recorded, so the original date of each action is the one that it was added with.';
  const later = actions.length - fixed;
  return `${plural(fixed, 'action')} ${fixed === 1 ? 'has its' : 'have their'} original date from the agreed plan.${later === 0 ? '' : ` ${plural(later, 'action')} came later, each with its own.`}`;
};

/** Gives the versions of the plan that are recorded by a day. */
export const planVersionsOf = (entire: Plan, today: IsoDate): PlanVersionsView => {
  const plan = planOn(entire, today);
  const versions = versionsOf(plan).toReversed();
  const [newest] = versions;
  const standing = plan.actions.filter(({ stage }) => stage !== 'withdrawn');
  return {
    title: newest ? `${newest.title}, ${formatDate(newest.on)}` : 'No version of the plan is recorded',
    lines: versions.map((row) => {
      const { id, version, kind, title, on, note, seq, day } = row;
      const evidence = plan.evidence.find((each) => each.id === row.evidenceId);
      const frozen = plan.frozen.find((each) => each.id === row.frozenId);
      return {
        id,
        version,
        kind,
        label: planVersionKinds[kind].label,
        title,
        on,
        note,
        moment: writtenMoment({ day, seq }),
        position: `Entry ${formatNumber(seq, 0)}, ${formatDate(day)}`,
        evidence: evidence ? { id: evidence.id, caption: evidence.caption } : null,
        frozenId: frozen && frozen.fileHash !== null ? frozen.id : null,
        by: plan.members.find((member) => member.id === row.byId)?.title ?? null,
        fixes: standing.filter((action) => agreedVersionOf(plan, action)?.id === id).length,
        source: sourceView(row, today),
      };
    }),
    evidence: plan.evidence
      .filter(({ withdrawnOn }) => withdrawnOn === null)
      .map(({ id, caption }) => ({ value: id, label: caption }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'en')),
    originals: originalsOf(plan),
  };
};

/** What changed between two versions of the plan, or from one to now. */
export type VersionsCompared = {
  title: string;
  order: string;
  areas: AreaChanges[];
  notice: Difference[];
};

/** Gives what changed from a version to another one; `to` is null for the plan as it stands. */
export const versionsCompared = (
  from: { title: string; on: IsoDate },
  to: { title: string; on: IsoDate } | null,
  { areas, notice }: ChangesBetween,
): VersionsCompared => {
  const count = areas.reduce((sum, { differences }) => sum + differences.length, notice.length);
  const until = to ? `“${to.title}”, ${formatDate(to.on)}` : 'the plan as it stands';
  return {
    title: `${count === 0 ? 'Nothing changed' : plural(count, 'change')} from “${from.title}”, ${formatDate(from.on)}, to ${until}`,
    order: orderInWords,
    areas,
    notice,
  };
};
