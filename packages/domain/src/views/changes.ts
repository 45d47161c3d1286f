import { addDays, londonDay } from '../calendar.ts';
import { daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan, Rows } from '../plan.ts';
import { updatesOf } from '../rules/delivery.ts';
import { readingsOf } from '../rules/impact.ts';
import type { Mark } from '../scales.ts';
import { bases, dateChangeStates, ratings, requirementDateKinds, stages } from '../scales.ts';
import { formatAim, formatDate, formatLoose, formatPeriod, formatReading } from '../words.ts';
import type { LedgerEntry } from './history.ts';
import { historyOf } from './history.ts';
import type { RowLink } from './row-link.ts';

/** One change that a board would want to know of: what it was, what it is, who made it and why. */
export type ChangeLine = {
  seq: number;
  on: IsoDate;
  what: string;
  link: RowLink;
  before: string | null;
  after: string;
  who: string;
  why: string | null;
  mark: Mark;
};

/** `more` is set where there are more of them than are shown. */
export type ChangesView = { since: IsoDate; lines: ChangeLine[]; recorded: number; more: boolean };

type Told = Pick<ChangeLine, 'what' | 'link' | 'before' | 'after'>;
type Tell<Row> = (plan: Plan, after: Row, before: Row | null) => Told | null;

const daysBack = 30;
const shownAtMost = 12;

const named = ({ code, title }: { code: string; title: string }): string => `${code} ${title}`;

/** A forecast that moves by a day or two is no news to a board. */
const hasMoved = (before: IsoDate | null, after: IsoDate | null): boolean =>
  before === null || after === null ? before !== after : Math.abs(daysBetween(before, after)) >= 7;

const tellAction: Tell<Rows['action']> = (_plan, after, before) => {
  if (!before) return null;
  const changes = [
    before.stage === after.stage ? null : [stages[before.stage].label, stages[after.stage].label],
    before.currentDue === after.currentDue
      ? null
      : [`Due ${formatDate(before.currentDue)}`, `Due ${formatDate(after.currentDue)}`],
    !hasMoved(before.forecast, after.forecast)
      ? null
      : [
          before.forecast === null ? 'No forecast' : `Forecast ${formatDate(before.forecast)}`,
          after.forecast === null ? 'No forecast' : `Forecast ${formatDate(after.forecast)}`,
        ],
  ].filter((change) => change !== null);
  if (changes.length === 0) return null;
  const side = (index: 0 | 1): string => changes.map((change) => change[index]).join('; ');
  return { what: named(after), link: { page: 'actions', id: after.id }, before: side(0), after: side(1) };
};

const actionIn = (plan: Plan, id: string | null) => plan.actions.find((action) => action.id === id) ?? null;
const measureIn = (plan: Plan, id: string | null) => plan.measures.find((measure) => measure.id === id) ?? null;

// An update that repeats the rating before it is no news.
const tellUpdate: Tell<Rows['update']> = (plan, after, before) => {
  const action = actionIn(plan, after.actionId);
  if (!action || before || after.rating === null) return null;
  const said = updatesOf(plan, action);
  const place = Math.max(
    0,
    said.findIndex(({ id }) => id === after.id),
  );
  const earlier = said.slice(0, place).findLast(({ rating }) => rating !== null);
  if (earlier?.rating === after.rating) return null;
  return {
    what: named(action),
    link: { page: 'actions', id: action.id },
    before: earlier?.rating ? `Declared ${ratings[earlier.rating].label.toLowerCase()}` : 'No rating declared',
    after: `Declared ${ratings[after.rating].label.toLowerCase()}`,
  };
};

const tellDateChange: Tell<Rows['dateChange']> = (plan, after, before) => {
  const action = actionIn(plan, after.actionId);
  if (!action) return null;
  const date = after.decidedDate === null ? '' : `, ${formatDate(after.decidedDate)}`;
  return {
    what: named(action),
    link: { page: 'actions', id: action.id },
    before: before ? `Move to ${formatDate(before.to)} asked for` : `Due ${formatDate(after.from)}`,
    after: before ? `${dateChangeStates[after.state].label}${date}` : `Move to ${formatDate(after.to)} asked for`,
  };
};

const tellReading: Tell<Rows['reading']> = (plan, after, before) => {
  const measure = measureIn(plan, after.measureId);
  if (!measure) return null;
  const write = (reading: Rows['reading']): string =>
    `${formatReading(reading, measure)}, ${formatPeriod(reading)}, ${bases[reading.basis].label.toLowerCase()}`;
  const earlier =
    before ??
    readingsOf(plan, measure, { ownBasis: false }).findLast(
      ({ id, periodEnd }) => id !== after.id && periodEnd < after.periodEnd,
    ) ??
    null;
  return {
    what: named(measure),
    link: { page: 'measures', id: measure.id },
    before: earlier ? write(earlier) : 'No reading',
    after: after.withdrawnOn === null ? write(after) : 'Reading withdrawn',
  };
};

const tellTarget: Tell<Rows['target']> = (plan, after, before) => {
  const measure = measureIn(plan, after.measureId);
  if (!measure) return null;
  const write = ({ value }: Rows['target']): string => `Target ${formatAim(value, measure)}`;
  return {
    what: named(measure),
    link: { page: 'measures', id: measure.id },
    before: before ? write(before) : 'No target',
    after: after.withdrawnOn === null ? write(after) : 'Target withdrawn',
  };
};

const writeDate = (date: Rows['requirementDate']): string =>
  `${requirementDateKinds[date.kind].label} ${formatLoose(date)}`;

const tellRequirementDate: Tell<Rows['requirementDate']> = (plan, after, before) => {
  const requirement = plan.requirements.find(({ id }) => id === after.requirementId);
  if (!requirement) return null;
  return {
    what: named(requirement),
    link: { page: 'requirements', id: requirement.id },
    before: before ? writeDate(before) : null,
    after: after.withdrawnOn === null ? writeDate(after) : 'Date withdrawn',
  };
};

const tellRequirement: Tell<Rows['requirement']> = (_plan, after, before) => {
  if (!before || before.standing === after.standing || after.standing === null) return null;
  return {
    what: named(after),
    link: { page: 'requirements', id: after.id },
    before: before.standing,
    after: after.standing,
  };
};

const tellArea: Tell<Rows['area']> = (_plan, after, before) => {
  if (!before || before.releasedOn === after.releasedOn) return null;
  return {
    what: `Area ${after.number} ${after.title}`,
    link: { page: 'areas', id: after.id },
    before: before.releasedOn === null ? 'Monitored' : 'Released from monitoring',
    after: after.releasedOn === null ? 'Monitored' : 'Released from monitoring',
  };
};

const tellEvent: Tell<Rows['noticeEvent']> = (_plan, after, before) => ({
  what: after.title,
  link: null,
  before: before ? formatLoose(before) : null,
  after: after.withdrawnOn === null ? formatLoose(after) : 'Withdrawn',
});

/** What is told of each entity; one that is missing here is no news of its own, such as the step that goes with a new stage. */
const tellers: { [E in keyof Rows]?: Tell<Rows[E]> } = {
  action: tellAction,
  update: tellUpdate,
  dateChange: tellDateChange,
  reading: tellReading,
  target: tellTarget,
  requirement: tellRequirement,
  requirementDate: tellRequirementDate,
  area: tellArea,
  noticeEvent: tellEvent,
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const tell = (plan: Plan, { entity, before, after }: LedgerEntry): Told | null => {
  const teller = tellers[entity as keyof Rows] as Tell<object> | undefined;
  return teller && after ? teller(plan, after, before) : null;
};

/** Gives the day from which changes are shown on the position. */
export const changesSince = (today: IsoDate): IsoDate => addDays(today, -daysBack);

/**
 * Gives the changes that a board would want to know of, newest first: new readings, stages, dates, ratings that changed,
 * requirements. Repeated ratings and the paperwork of a change are left to the history.
 * @param entries of the days since `changesSince(today)`, newest first
 */
export const recentChanges = (plan: Plan, entries: readonly LedgerEntry[], today: IsoDate): ChangesView => {
  // A move that is decided also changes the action: one of the two is enough.
  const moves = new Set(entries.filter(({ entity }) => entity === 'dateChange').map(({ changeId }) => changeId));
  const told = entries.flatMap((entry) => {
    const words = entry.entity === 'action' && moves.has(entry.changeId) ? null : tell(plan, entry);
    return words ? [{ entry, words }] : [];
  });
  const shown = told.slice(0, shownAtMost);
  const history = historyOf(
    plan,
    shown.map(({ entry }) => entry),
  );
  const lines = shown.map(({ entry, words }, index): ChangeLine => {
    const mark = entry.after && 'mark' in entry.after ? entry.after.mark : null;
    return {
      seq: entry.seq,
      on: londonDay(entry.at),
      ...words,
      before: words.before === null ? null : capital(words.before),
      after: capital(words.after),
      who: history[index]?.by ?? 'Unknown',
      why: entry.reason,
      mark: mark === 'published' || mark === 'reported' || mark === 'illustrative' ? mark : 'own',
    };
  });
  return { since: changesSince(today), lines, recorded: entries.length, more: told.length > shown.length };
};
