/** What needs attention of dates: those that were moved too often, and those that wait for a decision. */
import { slipOf } from '../rules/delivery.ts';
import { compareText } from '../rules/grouped.ts';
import { dateChangeStates } from '../scales.ts';
import { daysLeftOrOver, plural } from '../words.ts';
import { actOn, found, named } from './findings-of-actions.ts';
import type { FindingKind, Looking } from './findings.ts';

/** After how many approved moves of its date an action needs attention (issue 3). */
const movesTooMany = 3;

const movedKind = (looking: Looking): FindingKind[] => {
  const some = looking.actions
    .filter(({ status }) => status.key !== 'complete' && status.key !== 'withdrawn')
    .map((seen) => ({ seen, slip: slipOf(looking.plan, seen.action) }))
    .filter(({ slip }) => slip.times >= movesTooMany)
    .toSorted(
      (a, b) =>
        b.slip.times - a.slip.times || b.slip.days - a.slip.days || compareText(a.seen.action.code, b.seen.action.code),
    );
  const [worst] = some;
  if (!worst) return [];
  const inWords = ({ times, days }: (typeof worst)['slip']) =>
    `${plural(times, 'move')}, ${plural(Math.abs(days), 'day')} ${days < 0 ? 'earlier' : 'later'} in all`;
  return [
    {
      key: 'moved',
      title: `Dates moved ${movesTooMany} times or more`,
      status: { label: 'Moved', tone: 'amber' },
      worst: `Most: ${named(worst.seen.action)}, ${inWords(worst.slip)}`,
      register: null,
      findings: some.map(({ seen, slip }) => found(seen, inWords(slip), actOn(looking, seen))),
    },
  ];
};

/** The requests to move a date that wait for a decision, the one that waits longest first. */
const undecidedKind = ({ plan, today, actions }: Looking): FindingKind[] => {
  const byId = new Map(actions.map((seen) => [seen.action.id, seen]));
  const open = plan.dateChanges
    .filter(({ state, askedOn }) => state === 'asked' && askedOn <= today)
    .toSorted((a, b) => compareText(a.askedOn, b.askedOn) || compareText(a.id, b.id))
    .flatMap(({ actionId, askedOn }) => {
      const seen = byId.get(actionId);
      return seen ? [{ seen, asked: `asked ${daysLeftOrOver(today, askedOn)}` }] : [];
    });
  const [longest] = open;
  if (!longest) return [];
  const { label, tone } = dateChangeStates.asked;
  return [
    {
      key: 'dateChanges',
      title: 'Requests to move a date',
      status: { label, tone },
      worst: `Longest: ${named(longest.seen.action)}, ${longest.asked}`,
      register: { page: 'dateChanges', search: { state: 'asked' } },
      findings: open.map(({ seen, asked }) => found(seen, asked, { do: 'decideDate', id: seen.action.id })),
    },
  ];
};

/** Gives the findings of dates. */
export const dateFindings = (looking: Looking): FindingKind[] => [...movedKind(looking), ...undecidedKind(looking)];
