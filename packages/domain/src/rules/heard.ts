/** When somebody was last heard from: what they said, recorded or decided, wherever they did. */
import { londonDay } from '../calendar.ts';
import type { Instant, IsoDate, Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { About } from './owned.ts';

/** One trace of a person: a day that they are named on, or an instant at which they recorded something. */
type Trace = { memberId: string | null; rowId: string | null; on?: IsoDate | null; at?: Instant };

// What was sent by a link is recorded as "link:" and the member whom the link was sent to.
const recorderOf = (recordedBy: string): string => recordedBy.replace(/^link:/, '');

const recorded = ({ recordedBy, recordedAt }: Recorded<object>, rowId: string | null): Trace => ({
  memberId: recorderOf(recordedBy),
  rowId,
  at: recordedAt,
});

const aboutId = ({ actionId, measureId, requirementId }: About): string | null =>
  actionId ?? measureId ?? requirementId;

const tracesIn = (plan: Plan): Trace[] => [
  ...plan.updates.flatMap((row) => [
    recorded(row, aboutId(row)),
    { memberId: row.byId, rowId: aboutId(row), on: row.on },
  ]),
  ...plan.readings.map((row) => recorded(row, row.measureId)),
  ...plan.milestones.map((row) => recorded(row, row.actionId)),
  ...plan.stageChanges.map((row) => recorded(row, row.actionId)),
  ...plan.actions.map((row) => recorded(row, row.id)),
  ...plan.dateChanges.flatMap((row) => [
    recorded(row, row.actionId),
    { memberId: row.askedById, rowId: row.actionId, on: row.askedOn },
    { memberId: row.decidedById, rowId: row.actionId, on: row.decidedOn },
  ]),
  ...plan.evidence.flatMap((row) => [
    recorded(row, null),
    { memberId: row.addedById, rowId: row.actionIds[0] ?? null, on: row.addedOn },
  ]),
  ...plan.challenges.flatMap((row) => [
    recorded(row, aboutId(row)),
    { memberId: row.askedById, rowId: null, on: row.askedOn },
    { memberId: row.answeredById, rowId: aboutId(row), on: row.answeredOn },
  ]),
  ...plan.handovers.flatMap((row) => [
    recorded(row, aboutId(row)),
    { memberId: row.offeredById, rowId: aboutId(row), on: row.offeredOn },
  ]),
  ...plan.judgements.flatMap((row) => [recorded(row, null), { memberId: row.byId, rowId: null, on: row.on }]),
  ...plan.covers.map((row) => recorded(row, null)),
];

/** The first or last day of some traces, kept apart as days and instants: a thousand instants are turned into days once. */
type Ends = { on: IsoDate | null; at: Instant | null };

const later = <Text extends string>(a: Text | null, b: Text | null): Text | null =>
  a === null || (b !== null && b > a) ? b : a;
const earlier = <Text extends string>(a: Text | null, b: Text | null): Text | null =>
  a === null || (b !== null && b < a) ? b : a;

const dayOf = (
  ends: Ends | undefined,
  choose: (a: IsoDate | null, b: IsoDate | null) => IsoDate | null,
): IsoDate | null => (ends === undefined ? null : choose(ends.on, ends.at === null ? null : londonDay(ends.at)));

/** When each person was last heard from, and when first about one row. */
export type Heard = {
  /** The last day, or null where nothing was ever heard. */
  last: (memberId: string) => IsoDate | null;
  /** The first day on which the person said or recorded something about a row, or null. */
  firstAbout: (memberId: string, rowId: string) => IsoDate | null;
};

const put = (
  ends: Map<string, Ends>,
  key: string,
  { on = null, at = null }: { on?: IsoDate | null; at?: Instant | null },
  choose: <Text extends string>(a: Text | null, b: Text | null) => Text | null,
): void => {
  const known = ends.get(key);
  ends.set(key, { on: choose(known?.on ?? null, on), at: choose(known?.at ?? null, at) });
};

/**
 * Gives when everybody was heard from, by what the plan holds: updates, readings, ticks, steps, requests, answers, evidence,
 * offers. `plan` holds only what was known on the day.
 */
export const heardIn = (plan: Plan, today: IsoDate): Heard => {
  const lasts = new Map<string, Ends>();
  const firsts = new Map<string, Ends>();
  for (const { memberId, rowId, on, at } of tracesIn(plan)) {
    if (memberId === null || (on !== undefined && (on === null || on > today))) continue;
    const trace = { ...(on === undefined ? {} : { on }), ...(at === undefined ? {} : { at }) };
    put(lasts, memberId, trace, later);
    if (rowId !== null) put(firsts, `${memberId} ${rowId}`, trace, earlier);
  }
  return {
    last: (memberId) => dayOf(lasts.get(memberId), later),
    firstAbout: (memberId, rowId) => dayOf(firsts.get(`${memberId} ${rowId}`), earlier),
  };
};
