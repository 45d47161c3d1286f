/** What the forms of cover, handovers and questions offer to choose from. */
import { givingSubject } from '../changes/handover.ts';
import type { IsoDate } from '../fields.ts';
import type { Subject } from '../permissions.ts';
import { mayAnywhere } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { isInForce } from '../rules/in-force.ts';
import { planOn } from '../rules/known.ts';
import type { Owned } from '../rules/owned.ts';
import { liveRowsOf, nameOf } from '../rules/owned.ts';
import { openOffersOf } from './handovers.ts';

/** Somebody whose roles are in force. */
type PersonChoice = {
  id: string;
  title: string;
  organisation: string;
  /** May act for another: update what is another's while they are away. */
  acts: boolean;
  /** May be asked by the board. */
  answers: boolean;
  /** May be offered work: can sign in and accept it. */
  takes: boolean;
};

/** A live row that may be handed over. */
type RowChoice = Pick<Owned, 'kind' | 'id' | 'ownerId'> & {
  /** "Action 6.04 Casework team in post and trained" */
  what: string;
  /** Whose it is to hand over. */
  subject: Subject;
  /** To whom it is offered already; null where to nobody. */
  offeredTo: string | null;
};

export type OwnerChoices = {
  people: PersonChoice[];
  rows: RowChoice[];
  /** Everybody who has a row, with whether their role is in force: nobody takes the work of who could still offer it. */
  owners: { id: string; title: string; inForce: boolean }[];
};

const aboutOf = ({ kind, id }: Owned) => ({
  actionId: kind === 'action' ? id : null,
  measureId: kind === 'measure' ? id : null,
  requirementId: kind === 'requirement' ? id : null,
});

const byTitle = (a: { title: string; id: string }, b: { title: string; id: string }): number =>
  a.title.localeCompare(b.title, 'en') || (a.id < b.id ? -1 : 1);

/** Gives the people and the live rows of a notice to choose from on a day. */
export const ownerChoicesOf = (entire: Plan, today: IsoDate): OwnerChoices => {
  const plan = planOn(entire, today);
  const offers = new Map(
    openOffersOf(plan, today).map(({ link, to }) => [`${link?.page ?? ''} ${link?.id ?? ''}`, to]),
  );
  const rows = liveRowsOf(plan, today);
  const owning = new Set(rows.map(({ ownerId }) => ownerId));
  return {
    people: plan.members
      .filter(
        ({ startsOn, endsOn, suspendedOn }) =>
          suspendedOn === null && startsOn <= today && (endsOn === null || today <= endsOn),
      )
      .map(({ id, title, organisation, roles, accountId }) => {
        const who = { memberId: id, organisation, roles };
        return {
          id,
          title,
          organisation,
          acts: mayAnywhere(who, 'update.write'),
          answers: mayAnywhere(who, 'challenge.answer'),
          takes: accountId !== null && mayAnywhere(who, 'handover.decide'),
        };
      })
      .toSorted(byTitle),
    rows: rows.map((row) => ({
      kind: row.kind,
      id: row.id,
      ownerId: row.ownerId,
      what: `${nameOf(row)} ${row.title}`,
      subject: givingSubject(plan, aboutOf(row)),
      offeredTo: offers.get(`${row.kind}s ${row.id}`) ?? null,
    })),
    owners: plan.members
      .filter(({ id }) => owning.has(id))
      .map((member) => ({ id: member.id, title: member.title, inForce: isInForce(member, today) }))
      .toSorted(byTitle),
  };
};
