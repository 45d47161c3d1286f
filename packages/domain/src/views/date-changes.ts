/** The register of date changes: who asked to move which due date, why, what it does, and what was decided. */
import { whoDecides, whyNotDecide } from '../changes/date-change.ts';
import { daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { Who } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { slipOf } from '../rules/delivery.ts';
import { compareText } from '../rules/grouped.ts';
import { planOn } from '../rules/known.ts';
import type { DateChangeState, Mark, Status } from '../scales.ts';
import { dateChangeStates, statusOf } from '../scales.ts';
import { formatNumber, plural } from '../words.ts';

/** One request to move the due date. */
export type DateChangeLine = {
  id: string;
  version: number;
  from: IsoDate;
  to: IsoDate;
  /** Later where positive. */
  days: number;
  reason: string;
  effect: string | null;
  askedBy: string;
  askedById: string | null;
  askedOn: IsoDate;
  state: Status<DateChangeState>;
  /** Who may decide it while it is open: "The chair or the programme office"; null once it is not. */
  whoDecides: string | null;
  /** Why the reader may not decide it; null where they may, or nothing is left to decide. */
  whyNotDecide: string | null;
  decidedBy: string | null;
  decidedOn: IsoDate | null;
  decidedDate: IsoDate | null;
  decisionReason: string | null;
  meeting: string | null;
  mark: Mark;
};

/** A request in the register, with the action that it is about as it stands on the day. */
export type DateChangeEntry = DateChangeLine & {
  action: {
    id: string;
    code: string;
    title: string;
    organisation: string;
    originalDue: IsoDate;
    currentDue: IsoDate;
    forecast: IsoDate | null;
    slipDays: number;
    moves: number;
  };
  /** The place of the action's code among all. */
  order: number;
  /** The primary area. */
  area: { id: string; number: number } | null;
};

export type DateChangesView = {
  today: IsoDate;
  /** The message: what waits for a decision, and what was decided. */
  title: string;
  /** Who decides, by the notice's settings. */
  rule: string;
  /** Open ones first, the longest waiting on top; then the last decided. */
  entries: DateChangeEntry[];
  areas: { id: string; number: number; title: string }[];
  organisations: string[];
};

type DateChange = Plan['dateChanges'][number];

/** Gives a request as pages show it to a person. */
export const dateChangeLineOf = (plan: Plan, change: DateChange, who: Who, today: IsoDate): DateChangeLine => {
  const title = (id: string | null): string =>
    id === null ? 'Not known' : (plan.members.find((member) => member.id === id)?.title ?? 'A former member');
  const open = change.state === 'asked';
  return {
    id: change.id,
    version: change.version,
    from: change.from,
    to: change.to,
    days: daysBetween(change.from, change.to),
    reason: change.reason,
    effect: change.effect,
    askedBy: title(change.askedById),
    askedById: change.askedById,
    askedOn: change.askedOn,
    state: statusOf(dateChangeStates, change.state, ''),
    whoDecides: open ? whoDecides(plan, change) : null,
    whyNotDecide: open ? whyNotDecide(plan, change, who, today) : null,
    decidedBy: change.decidedOn === null ? null : title(change.decidedById),
    decidedOn: change.decidedOn,
    decidedDate: change.decidedDate,
    decisionReason: change.decisionReason,
    meeting: change.meeting,
    mark: change.mark,
  };
};

const byCode = new Intl.Collator('en-GB', { numeric: true });

const entriesOf = (plan: Plan, today: IsoDate, who: Who): DateChangeEntry[] => {
  const actions = plan.actions.toSorted((a, b) => byCode.compare(a.code, b.code));
  const places = new Map(actions.map((action, order) => [action.id, { action, order }]));
  const areas = new Map(plan.areas.map(({ id, number }) => [id, { id, number }]));
  return plan.dateChanges.flatMap((change): DateChangeEntry[] => {
    const place = places.get(change.actionId);
    if (!place || change.askedOn > today) return [];
    const { action, order } = place;
    const { id, code, title, organisation, originalDue, currentDue, forecast } = action;
    const slip = slipOf(plan, action);
    return [
      {
        ...dateChangeLineOf(plan, change, who, today),
        action: {
          id,
          code,
          title,
          organisation,
          originalDue,
          currentDue,
          forecast,
          slipDays: slip.days,
          moves: slip.times,
        },
        order,
        area: areas.get(action.areaIds[0] ?? '') ?? null,
      },
    ];
  });
};

const isOpen = ({ state }: DateChangeLine): boolean => state.key === 'asked';

const inOrder = (a: DateChangeEntry, b: DateChangeEntry): number => {
  if (isOpen(a) !== isOpen(b)) return isOpen(a) ? -1 : 1;
  const when = isOpen(a)
    ? compareText(a.askedOn, b.askedOn)
    : compareText(b.decidedOn ?? b.askedOn, a.decidedOn ?? a.askedOn);
  return when || a.order - b.order || compareText(a.id, b.id);
};

const titleOf = (entries: readonly DateChangeEntry[]): string => {
  if (entries.length === 0) return 'Nobody has asked to move a date';
  const open = entries.filter(isOpen).length;
  const moves = entries.filter(({ decidedDate }) => decidedDate !== null).length;
  const decided =
    moves === 0 ? 'no move was approved' : `${plural(moves, 'move')} ${moves === 1 ? 'was' : 'were'} approved`;
  return open === 0
    ? `No request waits for a decision; ${decided}`
    : `${plural(open, 'request')} ${open === 1 ? 'waits' : 'wait'} for a decision; ${decided}`;
};

const ruleOf = (limit: number): string =>
  limit === 0
    ? 'The chair decides every move.'
    : `The chair decides; the programme office may move a date by up to ${formatNumber(limit, 0)} ${limit === 1 ? 'day' : 'days'} from the last that the chair set.`;

/** Gives the register of date changes on a day, and what of it a person may decide. */
export const dateChangesOf = (entire: Plan, today: IsoDate, who: Who): DateChangesView => {
  const plan = planOn(entire, today);
  const entries = entriesOf(plan, today, who).toSorted(inOrder);
  const areas = new Set(entries.map(({ area }) => area?.id));
  return {
    today,
    title: titleOf(entries),
    rule: `${ruleOf(plan.notice.dateMoveLimitDays)} Nobody decides their own request, and the original date never moves.`,
    entries,
    areas: plan.areas
      .filter(({ id }) => areas.has(id))
      .map(({ id, number, title }) => ({ id, number, title }))
      .toSorted((a, b) => a.number - b.number || compareText(a.id, b.id)),
    organisations: [...new Set(entries.map(({ action }) => action.organisation))].toSorted(byCode.compare),
  };
};
