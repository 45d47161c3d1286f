/** The course of a notice: what became of it since it was issued, and what is reviewed once it was lifted. */
import { addMonths } from '../calendar.ts';
import type { IsoDate, LooseDate, Recorded, Source } from '../fields.ts';
import type { NoticeEvent } from '../notice.ts';
import type { Plan } from '../plan.ts';
import { eventKinds, keysOf, lifeStates, statusOf, type EventKind, type LifeState, type Status } from '../scales.ts';
import { formatDate, formatLoose } from '../words.ts';
import { completedOn, stageOn } from './delivery.ts';
import { byTime } from './grouped.ts';

/** One step in the life of a notice: what it became, when, why, and where that was read. `eventId` is null for the issue itself. */
type LifeStep = {
  key: LifeState;
  /** What happened: "Issued", "Direction or removal ended", "Withdrawn". */
  label: string;
  on: LooseDate;
  reason: string;
  source: Source;
  eventId: string | null;
};

/**
 * Where a notice stands on a day, since when, and every step that led there, the first first. `open` are the directions,
 * commissioners and removals of services that have not ended; `lifted` is the day on which it was lifted, null while it was not.
 */
export type Life = Status<LifeState> & {
  since: LooseDate;
  steps: LifeStep[];
  open: Recorded<NoticeEvent>[];
  lifted: LooseDate | null;
};

/** What changes a notice while it stands. */
export const changesOfNotice = [
  'varied',
  'extended',
  'direction',
  'servicesRemoved',
  'directionEnded',
] as const satisfies readonly EventKind[];

const stepKinds: readonly EventKind[] = [...changesOfNotice, 'lifted', 'postNoticeReview'];

/** Says whether an event of a kind is a step in the life of a notice, which can only come after its issue. */
export const isOfLife = (kind: EventKind): boolean => stepKinds.includes(kind);
const inOrder = byTime<Recorded<NoticeEvent>>(({ latest, earliest }) => `${latest} ${earliest}`);

const standing = (plan: Plan, kinds: readonly EventKind[]): Recorded<NoticeEvent>[] =>
  plan.events.filter(({ kind, withdrawnOn }) => withdrawnOn === null && kinds.includes(kind)).toSorted(inOrder);

const plainDay = (day: IsoDate): LooseDate => ({ earliest: day, latest: day, printed: null });

const looseOf = ({ earliest, latest, printed }: LooseDate): LooseDate => ({ earliest, latest, printed });

const reasonOf = ({ title, note }: NoticeEvent): string => (note === null ? `${title}.` : `${title}. ${note}`);

/** What a step makes of the state before it: one that ended a direction leaves the notice as it was before that. */
const stateOf = (step: Recorded<NoticeEvent>, before: readonly LifeState[]): LifeState => {
  if (step.kind === 'directionEnded')
    return before.findLast((key) => key !== 'direction' && key !== 'servicesRemoved') ?? 'inForce';
  return keysOf(lifeStates).find((key) => key === step.kind) ?? 'inForce';
};

/**
 * Gives the life of a notice on a day. It is issued on the day of issue and in force from the next; each event of its life
 * counts from the last day that its source leaves open. A direction, a commissioner or a removal of services outweighs what
 * comes after it until it ends or the notice is lifted; once lifted, only reviews and a withdrawal follow.
 */
export const lifeOf = (plan: Plan, today: IsoDate): Life => {
  const { notice } = plan;
  const { issuedOn, issuedBy, withdrawnOn } = notice;
  const told = standing(plan, ['issued']).find(({ earliest, latest }) => earliest <= issuedOn && issuedOn <= latest);
  const issued: LifeStep = {
    key: 'issued',
    label: eventKinds.issued.label,
    on: plainDay(issuedOn),
    reason: `Issued by ${issuedBy} on ${formatDate(issuedOn)}.`,
    source: told ?? notice,
    eventId: told?.id ?? null,
  };
  if (today < issuedOn) {
    const reason = `It is issued on ${formatDate(issuedOn)}.`;
    return { ...statusOf(lifeStates, 'notIssued', reason), since: issued.on, steps: [], open: [], lifted: null };
  }
  const happened = standing(plan, stepKinds).filter(({ latest }) => latest <= today);
  const steps = [issued];
  const keys: LifeState[] = ['inForce'];
  let open: Recorded<NoticeEvent>[] = [];
  let lifted: LooseDate | null = null;
  for (const event of happened) {
    if (lifted !== null && event.kind !== 'postNoticeReview') continue;
    const key = stateOf(event, keys);
    steps.push({
      key,
      label: eventKinds[event.kind].label,
      on: looseOf(event),
      reason: reasonOf(event),
      source: event,
      eventId: event.id,
    });
    if (event.kind === 'direction' || event.kind === 'servicesRemoved') open = [...open, event];
    if (event.kind === 'directionEnded') open = [];
    if (event.kind === 'lifted') [open, lifted] = [[], looseOf(event)];
    keys.push(key);
  }
  if (withdrawnOn !== null && withdrawnOn <= today)
    steps.push({
      key: 'withdrawn',
      label: lifeStates.withdrawn.label,
      on: plainDay(withdrawnOn),
      reason: `Withdrawn on ${formatDate(withdrawnOn)}: nothing in it can be changed any more.`,
      source: notice,
      eventId: null,
    });
  const last = steps.at(-1) ?? issued;
  const harsher = open.at(-1);
  const decisive =
    harsher && last.key !== 'withdrawn' ? (steps.find(({ eventId }) => eventId === harsher.id) ?? last) : last;
  const key = decisive.key === 'issued' && today > issuedOn ? 'inForce' : decisive.key;
  return {
    ...statusOf(lifeStates, key, decisive.reason),
    since: decisive.on,
    steps,
    open,
    lifted,
  };
};

/** Says whether a notice was lifted by a day. */
export const isLifted = (plan: Pick<Plan, 'events'>, today: IsoDate): boolean =>
  plan.events.some(({ kind, withdrawnOn, latest }) => kind === 'lifted' && withdrawnOn === null && latest <= today);

/**
 * Gives the actions that are open on a day: neither evidenced or beyond (domain.md, "Stages") nor withdrawn. What the lead says
 * is delivered is still open.
 */
export const openActions = (plan: Plan, day: IsoDate): Plan['actions'] =>
  plan.actions.filter((action) => {
    const done = completedOn(plan, action);
    return stageOn(plan, action, day) !== 'withdrawn' && (done === null || done > day);
  });

/** A review after a notice was lifted: recorded, planned as a meeting, or reckoned. */
export type NextReview = { on: LooseDate; recorded: boolean; reason: string };

/** After how many months a lifted notice is reviewed again (domain.md: "six-monthly reviews went on"). */
const reviewMonths = 6;

/**
 * Gives the next review of a lifted notice: the one that is recorded or planned as a meeting, else six calendar months after the
 * last review since the lifting, or after the lifting where there was none. It may have passed: then it is overdue. Null while
 * the notice is not lifted, or once it was withdrawn.
 */
export const nextReviewOf = (plan: Plan, today: IsoDate): NextReview | null => {
  const { lifted, key } = lifeOf(plan, today);
  if (lifted === null || key === 'withdrawn') return null;
  const held = plan.meetings
    .filter(({ kind, state, on }) => kind === 'dfeReview' && state === 'closed' && on > lifted.latest && on <= today)
    .map(({ on }) => plainDay(on));
  const told = standing(plan, ['postNoticeReview']);
  const past = [...told.filter(({ latest }) => latest <= today), ...held];
  const ahead = [
    ...told.filter(({ latest }) => latest > today),
    ...plan.meetings
      .filter(({ kind, state, on }) => kind === 'dfeReview' && (state === 'planned' || state === 'open') && on >= today)
      .map(({ on }) => plainDay(on)),
  ].toSorted((a, b) => (a.latest < b.latest ? -1 : 1));
  const [next] = ahead;
  if (next) {
    return { on: looseOf(next), recorded: true, reason: 'The next review is recorded.' };
  }
  const from = past.reduce((last, each) => (each.latest > last.latest ? each : last), lifted);
  const after = from === lifted ? 'the notice was lifted' : 'the last review';
  return {
    on: plainDay(addMonths(from.latest, reviewMonths)),
    recorded: false,
    reason: `Reviews are six-monthly: six months after ${after}, ${formatLoose(from)}. No day is recorded yet.`,
  };
};
