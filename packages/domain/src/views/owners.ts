/** Who owns what, who acts for them while they are away, whom nobody reaches, and what is offered to somebody else. */
import { daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { compareText } from '../rules/grouped.ts';
import { planOn } from '../rules/known.ts';
import type { Cause, Orphan } from '../rules/orphans.ts';
import { orphansOf } from '../rules/orphans.ts';
import type { LiveRow, OwnedKind } from '../rules/owned.ts';
import { liveRowsOf } from '../rules/owned.ts';
import type { Tone } from '../scales.ts';
import { formatNumber, plural } from '../words.ts';
import { coverWords } from './cover-words.ts';
import type { OfferLine } from './handovers.ts';
import { openOffersOf } from './handovers.ts';
import { isIllustrative } from './source.ts';

/** How many live rows of each kind, and of all. */
export type Owns = Record<OwnedKind | 'all', number>;

type Person = { id: string; title: string; organisation: string };

/** An owner whom nobody reaches, with what waits for them. */
export type OrphanLine = Person & {
  causes: Cause[];
  since: IsoDate;
  days: number;
  owns: Owns;
  /** "Deputy covers until 29 September 2023"; null where nobody acts for them. */
  cover: string | null;
};

/** Cover that is in force or still to come. */
export type CoverLine = {
  id: string;
  version: number;
  memberId: string;
  member: string;
  deputy: string;
  startsOn: IsoDate;
  endsOn: IsoDate;
  note: string | null;
  state: { label: string; tone: Tone };
  /** "5 days left", "starts in 3 days" */
  when: string;
};

/** Somebody with live work; `id` is null for what nobody has. */
export type PersonLine = Omit<Person, 'id'> & {
  id: string | null;
  owns: Owns;
  orphaned: boolean;
  cover: string | null;
};

type OrganisationLine = { organisation: string; people: number; owns: Owns };

export type OwnersView = {
  today: IsoDate;
  title: string;
  orphans: OrphanLine[];
  covers: CoverLine[];
  offers: OfferLine[];
  organisations: OrganisationLine[];
  /** By how much they have, the most first; what nobody has comes first of all. */
  people: PersonLine[];
  /** All live rows: what the counts are out of. */
  total: Owns;
  illustrative: boolean;
};

const owned = (rows: readonly LiveRow[]): Owns => {
  const of = (kind: OwnedKind): number => rows.filter((row) => row.kind === kind).length;
  return { action: of('action'), measure: of('measure'), requirement: of('requirement'), all: rows.length };
};

const titleIn = (plan: Plan, memberId: string): string =>
  plan.members.find(({ id }) => id === memberId)?.title ?? 'A former member';

const coverLines = (plan: Plan, today: IsoDate): CoverLine[] =>
  plan.covers
    .filter(({ withdrawnOn, endsOn }) => withdrawnOn === null && endsOn >= today)
    .toSorted((a, b) => compareText(a.startsOn, b.startsOn) || compareText(a.id, b.id))
    .map(({ id, version, memberId, deputyId, startsOn, endsOn, note }) => {
      const ahead = startsOn > today;
      const left = daysBetween(today, endsOn);
      return {
        id,
        version,
        memberId,
        member: titleIn(plan, memberId),
        deputy: titleIn(plan, deputyId),
        startsOn,
        endsOn,
        note,
        state: ahead ? { label: 'Ahead', tone: 'pending' } : { label: 'In force', tone: 'green' },
        when: ahead
          ? `starts in ${plural(daysBetween(today, startsOn), 'day')}`
          : left === 0
            ? 'last day today'
            : `${plural(left, 'day')} left`,
      };
    });

const orphanLine = (plan: Plan, { memberId, causes, since, rows }: Orphan, today: IsoDate): OrphanLine => ({
  id: memberId,
  title: titleIn(plan, memberId),
  organisation: plan.members.find(({ id }) => id === memberId)?.organisation ?? '',
  causes,
  since,
  days: daysBetween(since, today),
  owns: owned(rows),
  cover: coverWords(plan, memberId, today),
});

const titleOf = (orphans: readonly OrphanLine[], owners: number, unowned: number): string => {
  if (owners === 0 && unowned === 0) return 'There is no live work that could belong to anybody';
  const waiting = orphans.reduce((sum, { owns }) => sum + owns.all, 0);
  const nobody = unowned === 0 ? '' : `, and nobody owns ${formatNumber(unowned, 0)} more`;
  if (orphans.length === 0)
    return unowned === 0
      ? `Each of ${plural(owners, 'owner')} can be reached`
      : `Nobody owns ${plural(unowned, 'piece of work', 'pieces of work')}`;
  const who = `${formatNumber(orphans.length, 0)} of ${plural(owners, 'owner')}`;
  return `${who} can’t be reached: ${plural(waiting, 'piece of work waits', 'pieces of work wait')}${nobody}`;
};

const organisationLines = (people: readonly PersonLine[], rowsOf: ReadonlyMap<string | null, LiveRow[]>) =>
  [...Map.groupBy(people, ({ organisation }) => organisation)]
    .map(([organisation, some]): OrganisationLine => ({
      organisation,
      people: some.filter(({ id }) => id !== null).length,
      owns: owned(some.flatMap(({ id }) => rowsOf.get(id) ?? [])),
    }))
    .toSorted((a, b) => b.owns.all - a.owns.all || compareText(a.organisation, b.organisation));

/** Gives who owns what on a day: actions that are not evidenced yet, measures that stand, requirements that are not met. */
export const ownersOf = (entire: Plan, today: IsoDate): OwnersView => {
  const plan = planOn(entire, today);
  const rows = liveRowsOf(plan, today);
  const known = new Set(plan.members.map(({ id }) => id));
  const rowsOf = Map.groupBy(rows, ({ ownerId }) => (ownerId !== null && known.has(ownerId) ? ownerId : null));
  const orphans = orphansOf(plan, today).map((orphan) => orphanLine(plan, orphan, today));
  const orphaned = new Set(orphans.map(({ id }) => id));
  const people = [...rowsOf]
    .map(([id, some]): PersonLine => ({
      id,
      title: id === null ? 'Nobody' : titleIn(plan, id),
      organisation: plan.members.find((member) => member.id === id)?.organisation ?? 'No owner',
      owns: owned(some),
      orphaned: id !== null && orphaned.has(id),
      cover: id === null ? null : coverWords(plan, id, today),
    }))
    .toSorted(
      (a, b) =>
        Number(a.id !== null) - Number(b.id !== null) ||
        b.owns.all - a.owns.all ||
        compareText(a.title, b.title) ||
        compareText(a.id ?? '', b.id ?? ''),
    );
  return {
    today,
    title: titleOf(orphans, people.filter(({ id }) => id !== null).length, rowsOf.get(null)?.length ?? 0),
    orphans,
    covers: coverLines(plan, today),
    offers: openOffersOf(plan, today),
    organisations: organisationLines(people, rowsOf),
    people,
    total: owned(rows),
    illustrative: isIllustrative(plan.actions),
  };
};
