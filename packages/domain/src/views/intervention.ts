/** Intervention risk: the facts that may be held against a notice, and what would have to be true to lift it. No score. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { factsOf, type Fact, type FactLink } from '../rules/intervention.ts';
import { lifeOf } from '../rules/course.ts';
import { planOn } from '../rules/known.ts';
import { conditionsToLift, type Condition } from '../rules/lifting.ts';
import { releasedAreas } from '../rules/monitored.ts';
import { factKinds, keysOf, type FactKind } from '../scales.ts';
import { formatDate, formatLoose, listInWords, plural } from '../words.ts';
import { sourcesView, type SourceView } from './source.ts';

/** One fact as the page shows it. */
export type FactLine = {
  key: string;
  kind: FactKind;
  kindLabel: string;
  link: FactLink;
  title: string;
  words: string;
  /** In words; null where no day is known. */
  since: string | null;
  /** For sorting. */
  sinceDay: IsoDate | null;
  restsOn: string;
  sources: SourceView[];
};

/** How many facts there are of a kind: each kind for itself, never together. */
export type FactCount = { kind: FactKind; label: string; count: number };

export type InterventionView = {
  today: IsoDate;
  title: string;
  /** What the notice being lifted or withdrawn means for the page; null while it stands. */
  over: string | null;
  counts: FactCount[];
  facts: FactLine[];
  /** Which areas are left out, and why; null where none is. */
  leftOut: string | null;
  conditions: Condition[];
};

/** Gives how many facts there are of each kind that there are any of, in the order of the kinds. */
export const countFacts = (facts: readonly Pick<Fact, 'kind'>[]): FactCount[] =>
  keysOf(factKinds).flatMap((kind) => {
    const count = facts.filter((each) => each.kind === kind).length;
    return count === 0 ? [] : [{ kind, label: factKinds[kind].label, count }];
  });

const overWords = (plan: Plan, today: IsoDate): string | null => {
  const { lifted, key, reason } = lifeOf(plan, today);
  if (key === 'withdrawn') return `${reason} Nothing can be held against it.`;
  return lifted === null
    ? null
    : `The notice was lifted on ${formatLoose(lifted)}, so there is nothing left to intervene in under it. What follows is what a review after the notice would find.`;
};

const leftOutWords = (plan: Plan, today: IsoDate): string | null => {
  const released = releasedAreas(plan, today).map(
    ({ number, releasedOn }) => `area ${number} (${formatDate(releasedOn ?? today)})`,
  );
  return released.length === 0
    ? null
    : `Left out: measures and actions of what was released from monitoring: ${listInWords(released)}.`;
};

/** Gives the page of intervention risk on a day. */
export const interventionView = (entire: Plan, today: IsoDate): InterventionView => {
  const plan = planOn(entire, today);
  const facts = factsOf(plan, today);
  const counts = countFacts(facts);
  const over = overWords(plan, today);
  return {
    today,
    title:
      counts.length === 0
        ? 'Nothing is on record that may be held against the notice'
        : `${plural(counts.length, 'kind')} of fact ${counts.length === 1 ? 'is' : 'are'} on record that may be held against the notice`,
    over,
    counts,
    facts: facts.map(({ key, kind, link, title, words, since, restsOn, sources }) => ({
      key,
      kind,
      kindLabel: factKinds[kind].label,
      link,
      title,
      words,
      since: since === null ? null : formatDate(since),
      sinceDay: since,
      restsOn,
      sources: sourcesView(sources, today),
    })),
    leftOut: leftOutWords(plan, today),
    conditions: conditionsToLift(plan, today),
  };
};
