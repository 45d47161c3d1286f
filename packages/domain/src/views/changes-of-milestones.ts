/** What is not the same at two positions of the steps of actions, and of what was asked of their dates. */
import type { Action, Milestone } from '../action.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { milestoneStateOf } from '../rules/milestone.ts';
import { formatDate } from '../words.ts';
import type { Aspect, Sides, Told } from './difference.ts';
import {
  byId,
  didOf,
  dueInWords,
  forecastAspect,
  importanceOf,
  moveOf,
  ofAction,
  pairsOf,
  shortened,
  standing,
  tellAspects,
  told,
} from './difference.ts';

type Actions = ReadonlyMap<string, Recorded<Action>>;

const done = (day: IsoDate | null): string => (day === null ? 'Not done' : `Done ${formatDate(day)}`);

const milestoneAspects = (was: Milestone, is: Milestone): Aspect[] => {
  const aspects: (Aspect | false)[] = [
    was.currentDue !== is.currentDue && {
      name: 'due',
      kind: 'date',
      importance: moveOf(was.currentDue, is.currentDue),
      before: dueInWords(was.currentDue),
      after: dueInWords(is.currentDue),
      fields: [],
    },
    was.doneOn !== is.doneOn && {
      name: 'done',
      kind: 'stage',
      importance: is.doneOn === null ? 'back' : 'onward',
      before: done(was.doneOn),
      after: done(is.doneOn),
      fields: [],
    },
    forecastAspect(was, is),
  ];
  return aspects.filter((aspect) => aspect !== false);
};

const ofMilestone = (action: Recorded<Action>, { id, title }: Milestone) => ({
  ...ofAction(action),
  what: `${action.code} ${title}`,
  key: `milestone ${id}`,
  rows: [`milestone ${id}`],
  mark: action.mark,
});

/** Tells of the steps of the actions that stand at both positions. */
export const changesOfMilestones = ({ before, after, days }: Sides, actions: Actions): Told[] => {
  const stood = byId(before.milestones.filter(standing));
  const recorded = pairsOf(before.milestones, after.milestones, standing).flatMap(({ was, is, row }) => {
    const action = actions.get(row.actionId);
    if (!action) return [];
    const same = ofMilestone(action, row);
    if (was && is) return tellAspects(row, same, milestoneAspects(was, is));
    return [
      told(row, {
        ...same,
        kind: 'plan',
        did: didOf(was, is),
        importance: importanceOf(was, is, 'other'),
        before: was && dueInWords(was.currentDue),
        after: is ? dueInWords(is.currentDue) : 'Withdrawn',
      }),
    ];
  });
  const missed = after.milestones.filter(standing).flatMap((row) => {
    const [action, earlier] = [actions.get(row.actionId), stood.get(row.id)];
    if (!action || !earlier) return [];
    const [was, is] = [milestoneStateOf(earlier, days.before), milestoneStateOf(row, days.after)];
    // Only what passed its day, or is no longer past it though nothing was done: the rest is said by its dates.
    if (was.key === is.key || was.key === 'done' || is.key === 'done') return [];
    if (was.key !== 'overdue' && is.key !== 'overdue') return [];
    return [
      told(row, {
        ...ofMilestone(action, row),
        key: `milestone ${row.id} state`,
        kind: 'status',
        did: 'changed',
        importance: is.key === 'overdue' ? 'missed' : 'better',
        before: was.label,
        after: is.label,
        tone: is.tone,
        why: is.reason,
        rows: [],
        last: null,
      }),
    ];
  });
  return [...recorded, ...missed];
};

type DateChange = Plan['dateChanges'][number];
const settled = (row: DateChange | null): boolean => row?.state === 'approved' || row?.state === 'approvedOther';
const requestInWords = (row: DateChange | null): string | null =>
  row && `Move to ${formatDate(row.to)} ${row.state === 'refused' ? 'refused' : 'asked for'}`;

/** Tells of what was asked of due dates and not granted: a date that was moved tells of itself. */
export const changesOfRequests = ({ before, after }: Sides, actions: Actions): Told[] =>
  pairsOf(before.dateChanges, after.dateChanges, ({ state }) => state !== 'withdrawn').flatMap(({ was, is, row }) => {
    const action = actions.get(row.actionId);
    if (!action || settled(was) || settled(is) || requestInWords(was) === requestInWords(is)) return [];
    const refused = is?.state === 'refused';
    return [
      told(row, {
        key: `dateChange ${row.id}`,
        kind: 'date',
        did: didOf(was, is),
        importance: is ? (refused ? 'other' : 'asked') : 'removed',
        ...ofAction(action),
        before: requestInWords(was),
        after: requestInWords(is) ?? 'No move asked for',
        why: shortened(refused ? row.decisionReason : row.reason),
        rows: [`dateChange ${row.id}`],
      }),
    ];
  });
