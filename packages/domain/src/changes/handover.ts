/** How an action, a measure or a requirement comes to somebody else: it is offered, and only who takes it has it. */
import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import { id, type IsoDate } from '../fields.ts';
import { handover } from '../handover.ts';
import type { Subject } from '../permissions.ts';
import type { Change, Plan } from '../plan.ts';
import { isInForce } from '../rules/in-force.ts';
import type { About, Owned } from '../rules/owned.ts';
import { nameOf, rowAbout } from '../rules/owned.ts';
import { formatDate } from '../words.ts';
import { standingAbout, subjectAbout } from './about.ts';
import { because, rowAsRead } from './inputs.ts';
import { memberIn } from './member.ts';
import { checkActs, findRow, refuse } from './references.ts';
import { added, edited, onStandingNotice } from './rows.ts';

const mostRows = 200;
const ids = z.array(id).max(mostRows, `Offer ${mostRows} rows or fewer at once.`).default([]);

export const offerHandoverInput = z.object({
  noticeId: id,
  actionIds: ids,
  measureIds: ids,
  requirementIds: ids,
  toId: id,
  note: handover.shape.note.default(null),
});
const offers = z
  .array(z.object({ id, expectedVersion: rowAsRead.expectedVersion }))
  .min(1, 'Choose at least one row.')
  .max(mostRows, `Decide ${mostRows} offers or fewer at once.`);
/** Takes what was offered, one or several rows at once. */
export const acceptHandoverInput = z.object({ noticeId: id, offers });
/** Declines what was offered, and says why. */
export const declineHandoverInput = z.object({ noticeId: id, offers, reason: because });
/** Takes an offer back before it was decided. */
export const takeBackHandoverInput = z.object({ ...rowAsRead, reason: because.nullable().default(null) });

type Offer = z.output<typeof offerHandoverInput>;
type Handover = Plan['handovers'][number];

const none: About = { actionId: null, measureId: null, requirementId: null };
const rowsOffered = ({ actionIds, measureIds, requirementIds }: Offer): About[] => [
  ...actionIds.map((actionId) => ({ ...none, actionId })),
  ...measureIds.map((measureId) => ({ ...none, measureId })),
  ...requirementIds.map((requirementId) => ({ ...none, requirementId })),
];

/**
 * Gives whose a row is to hand over: its lead's or owner's alone. Who deputises or covers acts on it, and can't give it away.
 * A row that is not there is nobody's.
 */
export const givingSubject = (plan: Plan, about: About): Subject => ({
  memberIds: [rowAbout(plan, about)?.ownerId ?? null],
  organisation: null,
});

/** Gives whose the rows are that are offered, each of them. Throws `notFound`. */
export const offerSubjects = (plan: Plan, input: Offer, today: IsoDate): Subject[] =>
  rowsOffered(input).map((about) => {
    const { organisation } = subjectAbout(plan, about, today);
    return { ...givingSubject(plan, about), organisation };
  });

/** Gives to whom rows were offered: nobody else decides. Throws `notFound`. */
export const receiverSubjects = (plan: Plan, { offers: chosen }: { offers: readonly { id: string }[] }): Subject[] =>
  chosen.map((each) => ({
    memberIds: [findRow(plan.handovers, each.id, 'offer').toId],
    organisation: null,
  }));

/** Gives who may take an offer back: who made it, and whose the row is. Throws `notFound`. */
export const offererSubject = (plan: Plan, handoverId: string): Subject => {
  const offer = findRow(plan.handovers, handoverId, 'offer');
  return { memberIds: [offer.offeredById, ...givingSubject(plan, offer).memberIds], organisation: null };
};

const isAbout = (about: About, other: About): boolean =>
  about.actionId === other.actionId &&
  about.measureId === other.measureId &&
  about.requirementId === other.requirementId;

const titleOf = (plan: Plan, memberId: string): string =>
  plan.members.find((member) => member.id === memberId)?.title ?? 'somebody who left';

/** Offers rows to a member, who has them once they accept. Each row is offered to one person at a time. */
export const offerHandover = onStandingNotice((plan, input: Offer, { who, today, createId }) => {
  const abouts = rowsOffered(input);
  if (abouts.length === 0) refuse('Choose at least one row to hand over.', 'rows');
  if (new Set(abouts.map((about) => JSON.stringify(about))).size < abouts.length)
    refuse('Choose each row once.', 'rows');
  const rows = abouts.map((about) => ({ about, row: standingAbout(plan, about, 'Choose the rows to hand over.') }));
  checkActs(plan, input.toId, 'handover.decide', { from: today, until: today }, 'toId', 'person');
  const receiver = memberIn(plan, input.toId);
  if (receiver.accountId === null) {
    refuse(
      `${receiver.title} can’t sign in, so they could not accept. Ask an administrator to invite them, or name them in set-up.`,
      'toId',
    );
  }
  return rows.map(({ about, row }) => {
    if (row.ownerId === input.toId) refuse(`${nameOf(row)} is ${receiver.title}’s already. Take it out.`, 'rows');
    const owner = plan.members.find(({ id: memberId }) => memberId === row.ownerId);
    if (input.toId === who.memberId && owner && isInForce(owner, today)) {
      refuse(
        `${nameOf(row)} is ${owner.title}’s. Nobody offers another’s work to themselves: ask them to offer it, or choose somebody else.`,
        'toId',
      );
    }
    const open = plan.handovers.find((offer) => offer.state === 'offered' && isAbout(offer, about));
    if (open) {
      throw new DomainError(
        'conflict',
        `${nameOf(row)} is offered to ${titleOf(plan, open.toId)} already. Take that offer back first.`,
        'rows',
      );
    }
    return added('handover', {
      noticeId: plan.notice.id,
      id: createId(),
      ...about,
      fromId: row.ownerId,
      toId: input.toId,
      offeredById: who.memberId,
      offeredOn: today,
      note: input.note,
      state: 'offered',
      decidedOn: null,
      decisionNote: null,
    });
  });
});

const findOpen = (plan: Plan, handoverId: string): Handover => {
  const offer = findRow(plan.handovers, handoverId, 'offer');
  if (offer.state !== 'offered') {
    throw new DomainError('conflict', 'This offer is no longer open. Reload the page to see what became of it.');
  }
  return offer;
};

/**
 * Gives the sentence that keeps an open offer from being accepted: the row has come to somebody else since, or was withdrawn;
 * null where nothing does.
 */
export const whyStale = (plan: Plan, offer: Handover): string | null => {
  const row = rowAbout(plan, offer);
  if (!row) return 'What was offered is no longer there.';
  const action = plan.actions.find(({ id: actionId }) => actionId === offer.actionId);
  const withdrawn =
    action === undefined
      ? [...plan.measures, ...plan.requirements].some((each) => each.id === row.id && each.withdrawnOn !== null)
      : action.stage === 'withdrawn';
  if (withdrawn) return `${nameOf(row)} was withdrawn after it was offered.`;
  if (row.ownerId === offer.fromId) return null;
  const now = row.ownerId === null ? 'nobody' : titleOf(plan, row.ownerId);
  return `${nameOf(row)} has come to ${now} since it was offered on ${formatDate(offer.offeredOn)}.`;
};

/** Puts a row into the hands of somebody, with the questions of the board that wait for an answer on it. */
const given = (plan: Plan, offer: Handover, row: Owned): Change[] => {
  const { toId, fromId } = offer;
  const questions = plan.challenges
    .filter((each) => each.state === 'asked' && each.toId === fromId && isAbout(each, offer))
    .map((each) => edited('challenge', each, { toId }, each.version));
  if (row.kind === 'action') {
    const action = findRow(plan.actions, row.id, 'action');
    const deputyId = action.deputyId === toId ? null : action.deputyId;
    const organisation = memberIn(plan, toId).organisation;
    return [edited('action', action, { leadId: toId, deputyId, organisation }, action.version), ...questions];
  }
  if (row.kind === 'measure') {
    const measure = findRow(plan.measures, row.id, 'measure');
    return [edited('measure', measure, { ownerId: toId }, measure.version), ...questions];
  }
  const requirement = findRow(plan.requirements, row.id, 'requirement');
  return [edited('requirement', requirement, { ownerId: toId }, requirement.version), ...questions];
};

const eachOnce = <Chosen extends { id: string }>(chosen: readonly Chosen[]): readonly Chosen[] => {
  if (new Set(chosen.map((each) => each.id)).size < chosen.length) refuse('Choose each offer once.');
  return chosen;
};

/** Accepts offers: who accepts leads or owns the rows from then on, an action for their organisation, in the same change. */
export const acceptHandover = onStandingNotice((plan, input: z.output<typeof acceptHandoverInput>, { today }) =>
  eachOnce(input.offers).flatMap((chosen) => {
    const offer = findOpen(plan, chosen.id);
    const stale = whyStale(plan, offer);
    if (stale !== null) throw new DomainError('conflict', `${stale} Decline it, and ask for another offer.`);
    const row = standingAbout(plan, offer, 'What was offered is no longer there.');
    return [
      edited('handover', offer, { state: 'accepted', decidedOn: today }, chosen.expectedVersion),
      ...given(plan, offer, row),
    ];
  }),
);

/** Declines offers with a reason: the rows stay whose they are. */
export const declineHandover = onStandingNotice((plan, input: z.output<typeof declineHandoverInput>, { today }) =>
  eachOnce(input.offers).map((chosen) => {
    const offer = findOpen(plan, chosen.id);
    const fields = { state: 'declined', decidedOn: today, decisionNote: input.reason } as const;
    return edited('handover', offer, fields, chosen.expectedVersion);
  }),
);

/** Takes an offer back before it was decided. */
export const takeBackHandover = onStandingNotice((plan, input: z.output<typeof takeBackHandoverInput>, { today }) => [
  edited(
    'handover',
    findOpen(plan, input.id),
    { state: 'withdrawn', decidedOn: today, decisionNote: input.reason },
    input.expectedVersion,
  ),
]);
