/** The facts that are about measures, actions and their owners: see intervention.ts. */
import { addDays, daysBetween, londonDay } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { formatDate, formatDistance, listInWords, plural } from '../words.ts';
import { checkpointResultOf, type CheckpointStatus } from './checkpoint-result.ts';
import { checkpointsOf } from './checkpoints.ts';
import { deliveryOf, updatesOf } from './delivery.ts';
import { exceptionOf } from './exception.ts';
import type { Fact } from './intervention.ts';
import { monitoredAreas, monitoredMeasures } from './monitored.ts';
import { orphansOf } from './orphans.ts';
import { isLive } from './reported.ts';

type Action = Plan['actions'][number];
type Measure = Plan['measures'][number];

const named = ({ code, title }: { code: string; title: string }): string => `${code} ${title}`;
const byCode = new Intl.Collator('en-GB', { numeric: true });

/** Says by how much a reading misses its target: "66.8 points short of 80% at 3 months". */
const shortOf = (measure: Measure, { reading, target }: CheckpointStatus): string => {
  const value = reading?.value ?? null;
  if (reading === null || value === null || !target) return 'it missed its target';
  const gap =
    measure.polarity === 'T'
      ? Math.max(0, Math.abs(value - target.value) - (measure.tolerance ?? 0))
      : Math.abs(value - target.value);
  const exactly = reading.qualifier === 'exact' ? '' : 'about ';
  return `${exactly}${formatDistance(gap, measure.unit, measure.decimals)} from what was needed`;
};

const missedCheckpoints = (plan: Plan, today: IsoDate): Fact[] => {
  const passed = checkpointsOf(plan.notice).filter(({ on }) => on <= today);
  return monitoredMeasures(plan, today).flatMap((measure): Fact[] => {
    const results = passed
      .map((checkpoint) => ({ checkpoint, result: checkpointResultOf(plan, measure, checkpoint, today) }))
      .filter(({ result }) => result.target !== null);
    const last = results.at(-1);
    if (last?.result.key !== 'missed') return [];
    const first = results.slice(results.findLastIndex(({ result }) => result.key !== 'missed') + 1);
    const { checkpoint, result } = last;
    const before = first.slice(0, -1).map((each) => each.checkpoint.label);
    const also = before.length === 0 ? '' : ` Missed at ${listInWords(before)} too.`;
    return [
      {
        key: `missedCheckpoint-${measure.id}`,
        kind: 'missedCheckpoint',
        link: { page: 'measures', id: measure.id },
        title: named(measure),
        words: `Missed at ${checkpoint.label}, ${shortOf(measure, result)}. ${result.reason}${also}`,
        since: first[0]?.checkpoint.on ?? checkpoint.on,
        restsOn: `The last reading for the checkpoint of ${formatDate(checkpoint.on)}, against its target.`,
        sources: [result.reading, result.target].filter((each) => each !== null),
      },
    ];
  });
};

const redActions = (plan: Plan, today: IsoDate): Fact[] => {
  const monitored = new Set(monitoredAreas(plan, today).map(({ id }) => id));
  const inMonitored = ({ areaIds }: Action): boolean => areaIds.some((id) => monitored.has(id));
  return plan.actions
    .filter((action) => inMonitored(action) && isLive(plan, action, today))
    .toSorted((a, b) => byCode.compare(a.code, b.code))
    .flatMap((action): Fact[] => {
      const reports = updatesOf(plan, action).filter(({ on, rating }) => on <= today && rating !== null);
      const last = reports.at(-1);
      const overdue = deliveryOf(plan, action, today).key === 'overdue';
      const recovers = last !== undefined && last.recovery !== null;
      if (recovers || (!overdue && last?.rating !== 'red')) return [];
      const firstRed = reports[reports.findLastIndex(({ rating }) => rating !== 'red') + 1];
      const said = last
        ? ` The last update, of ${formatDate(last.on)}, has no recovery plan.`
        : ' It has no update yet.';
      const why = overdue
        ? `Due ${formatDate(action.currentDue)}, ${plural(daysBetween(action.currentDue, today), 'day')} over.`
        : 'Declared red by its lead.';
      return [
        {
          key: `noRecovery-${action.id}`,
          kind: 'noRecovery',
          link: { page: 'actions', id: action.id },
          title: named(action),
          words: `${why}${said}`,
          since: overdue ? addDays(action.currentDue, 1) : (firstRed?.on ?? null),
          restsOn: 'The due date of the action and its last update.',
          sources: [action],
        },
      ];
    });
};

const unexplained = (plan: Plan, today: IsoDate): Fact[] =>
  monitoredMeasures(plan, today).flatMap((measure): Fact[] => {
    const exception = exceptionOf(plan, measure, today);
    if (exception?.key !== 'missing') return [];
    return [
      {
        key: `unexplained-${measure.id}`,
        kind: 'unexplained',
        link: { page: 'measures', id: measure.id },
        title: named(measure),
        words: exception.words,
        since: londonDay(exception.reading.addedAt),
        restsOn: 'The latest reading, and that no commentary was written since it was recorded.',
        sources: [exception.reading],
      },
    ];
  });

const unreached = (plan: Plan, today: IsoDate): Fact[] =>
  orphansOf(plan, today).flatMap(({ memberId, causes, since, rows }): Fact[] => {
    const member = plan.members.find(({ id }) => id === memberId);
    if (!member) return [];
    return [
      {
        key: `unreached-${memberId}`,
        kind: 'unreached',
        link: { page: 'owners', id: memberId },
        title: member.title,
        words: `${causes.map(({ reason }) => reason).join(' ')} ${plural(rows.length, 'row')} of theirs ${rows.length === 1 ? 'waits' : 'wait'}.`,
        since,
        restsOn: 'Their role, whether mail reaches them, and when they were last heard from.',
        sources: [],
      },
    ];
  });

/** Gives the facts about measures, actions and owners on a day: a checkpoint missed, red without a recovery plan, unexplained, unreached. */
export const workFacts = (plan: Plan, today: IsoDate): Fact[] => [
  ...missedCheckpoints(plan, today),
  ...redActions(plan, today),
  ...unexplained(plan, today),
  ...unreached(plan, today),
];
