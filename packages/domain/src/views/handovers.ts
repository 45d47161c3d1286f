/** What is offered to somebody else and not decided yet. */
import { offererSubject, whyStale } from '../changes/handover.ts';
import type { IsoDate } from '../fields.ts';
import type { Subject } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { compareText } from '../rules/grouped.ts';
import { planOn } from '../rules/known.ts';
import type { About } from '../rules/owned.ts';
import { nameOf, rowAbout } from '../rules/owned.ts';
import type { RowLink } from './row-link.ts';
import { rowLinkOf } from './row-link.ts';

/** An open offer of one row. */
export type OfferLine = {
  id: string;
  version: number;
  /** "Action 6.04 Casework team in post and trained" */
  what: string;
  link: RowLink;
  /** Whose it is until the offer is accepted; null where nobody has it. */
  from: string | null;
  to: string;
  toId: string;
  offeredBy: string;
  offeredOn: IsoDate;
  note: string | null;
  /** Why it can't be accepted any more; null where it can. */
  stale: string | null;
  /** Who may take it back. */
  offerer: Subject;
};

type Handover = Plan['handovers'][number];

const byName = new Intl.Collator('en-GB', { numeric: true });

const lineOf = (plan: Plan, offer: Handover): OfferLine => {
  const row = rowAbout(plan, offer);
  const title = (id: string): string => plan.members.find((member) => member.id === id)?.title ?? 'A former member';
  return {
    id: offer.id,
    version: offer.version,
    what: row ? `${nameOf(row)} ${row.title}` : 'Something that is no longer there',
    link: rowLinkOf(plan, 'handover', offer.id, offer),
    from: offer.fromId === null ? null : title(offer.fromId),
    to: title(offer.toId),
    toId: offer.toId,
    offeredBy: offer.offeredById === null ? 'The programme office' : title(offer.offeredById),
    offeredOn: offer.offeredOn,
    note: offer.note,
    stale: whyStale(plan, offer),
    offerer: offererSubject(plan, offer.id),
  };
};

/** Gives the offers that nobody has decided yet, oldest first. `plan` holds only what was known on the day. */
export const openOffersOf = (plan: Plan, today: IsoDate): OfferLine[] =>
  plan.handovers
    .filter(({ state, offeredOn }) => state === 'offered' && offeredOn <= today)
    .map((offer) => lineOf(plan, offer))
    .toSorted(
      (a, b) => compareText(a.offeredOn, b.offeredOn) || byName.compare(a.what, b.what) || compareText(a.id, b.id),
    );

/** Gives the open offer of one row; null where it is offered to nobody. `plan` holds only what was known on the day. */
export const openOfferOf = (plan: Plan, about: Partial<About>, today: IsoDate): OfferLine | null => {
  const [kind, id] = Object.entries(about)[0] ?? [];
  const offer = plan.handovers.find(
    (each) => each.state === 'offered' && each.offeredOn <= today && each[kind as keyof About] === id,
  );
  return offer ? lineOf(plan, offer) : null;
};

/** What one person offered to another on one day with the same words: decided together. */
export type OfferedTogether = Pick<OfferLine, 'offeredBy' | 'offeredOn' | 'note'> & { key: string; rows: OfferLine[] };

/** Gives what is offered to a member and waits for their decision, as it was offered. */
export const offersTo = (entire: Plan, memberId: string, today: IsoDate): OfferedTogether[] => {
  const mine = openOffersOf(planOn(entire, today), today).filter(({ toId }) => toId === memberId);
  const together = Map.groupBy(mine, ({ offeredBy, offeredOn, note }) => JSON.stringify([offeredBy, offeredOn, note]));
  return [...together.values()].flatMap(([first, ...rest]) =>
    first
      ? [
          {
            key: first.id,
            offeredBy: first.offeredBy,
            offeredOn: first.offeredOn,
            note: first.note,
            rows: [first, ...rest],
          },
        ]
      : [],
  );
};
