/** The challenge log: everything that the board and scrutiny have asked, of whom, and what came of it. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { compareText } from '../rules/grouped.ts';
import { planOn } from '../rules/known.ts';
import { type AskedRow, askedRow, nameOf } from '../rules/owned.ts';
import type { QuestionState } from '../scales.ts';
import { plural } from '../words.ts';
import { titleIn } from './due-row.ts';
import type { QuestionLine } from './questions.ts';
import { questionLineOf } from './questions.ts';
import type { RowLink } from './row-link.ts';
import { rowLinkOf } from './row-link.ts';

/** A question in the log, with what it is about. */
export type LoggedQuestion = QuestionLine & {
  about: { name: string; title: string; owner: string | null; link: RowLink };
  /** The areas that it bears on. */
  areaIds: string[];
  toId: string;
  /** 1 for a first question, 2 for what was asked again after it, and so on. */
  round: number;
  /** The question that it asks again, and the one that asks it again. */
  followsId: string | null;
  followedById: string | null;
};

export type QuestionLogView = {
  today: IsoDate;
  title: string;
  /** What waits for an answer first, the longest overdue on top; then answers that wait to be accepted; then what is closed. */
  entries: LoggedQuestion[];
  areas: { id: string; number: number; title: string }[];
  people: { id: string; title: string }[];
};

type Challenge = Plan['challenges'][number];

const areasOf = (plan: Plan, row: AskedRow | null): string[] => {
  if (row?.kind === 'area') return [row.id];
  if (row?.kind === 'action') return plan.actions.find(({ id }) => id === row.id)?.areaIds ?? [];
  const measure = row?.kind === 'measure' ? plan.measures.find(({ id }) => id === row.id) : undefined;
  return measure ? [measure.areaId] : [];
};

/** Gives how often a question was asked: what follows nothing is a first one. */
const roundOf = (byId: ReadonlyMap<string, Challenge>, { followsId }: Challenge): number => {
  let round = 1;
  for (let before = byId.get(followsId ?? ''); before; before = byId.get(before.followsId ?? '')) round += 1;
  return round;
};

const weights: readonly QuestionState[] = ['overdue', 'asked', 'answered', 'askedAgain', 'accepted', 'withdrawn'];
const openStates: readonly QuestionState[] = ['overdue', 'asked'];
/** What is closed stands together, whatever became of it. */
const weightOf = ({ state }: LoggedQuestion): number =>
  Math.min(weights.indexOf(state.key), weights.indexOf('askedAgain'));

const inOrder = (a: LoggedQuestion, b: LoggedQuestion): number =>
  weightOf(a) - weightOf(b) ||
  (openStates.includes(a.state.key) ? compareText(a.dueOn, b.dueOn) : compareText(b.askedOn, a.askedOn)) ||
  compareText(a.id, b.id);

const titleOf = (entries: readonly LoggedQuestion[]): string => {
  if (entries.length === 0) return 'Nothing has been asked yet';
  const of = (...keys: QuestionState[]): number => entries.filter(({ state }) => keys.includes(state.key)).length;
  const [open, overdue, answered] = [of('asked', 'overdue'), of('overdue'), of('answered')];
  const late = overdue === 0 ? '' : `, ${overdue} of them overdue`;
  const waits =
    answered === 0 ? '' : `; ${plural(answered, 'answer')} ${answered === 1 ? 'waits' : 'wait'} to be accepted`;
  const all = plural(entries.length, 'question');
  return open === 0
    ? `${all} asked, none without an answer${waits}`
    : `${open} of ${all} without an answer${late}${waits}`;
};

const byName = new Intl.Collator('en-GB');

/** Gives everything that the board and scrutiny asked by a day, in the order in which it needs somebody. */
export const questionLogOf = (entire: Plan, today: IsoDate): QuestionLogView => {
  const plan = planOn(entire, today);
  const asked = plan.challenges.filter(({ askedOn }) => askedOn <= today);
  const byId = new Map(asked.map((row) => [row.id, row]));
  const followed = new Map(asked.flatMap((row) => (row.followsId === null ? [] : [[row.followsId, row.id] as const])));
  const entries = asked
    .map((row): LoggedQuestion => {
      const about = askedRow(plan, row);
      return {
        ...questionLineOf(plan, row, today),
        about: {
          name: about ? nameOf(about) : 'The plan',
          title: about?.title ?? '',
          owner: titleIn(plan, about?.ownerId ?? null),
          link: rowLinkOf(plan, 'challenge', row.id, row),
        },
        areaIds: areasOf(plan, about),
        toId: row.toId,
        round: roundOf(byId, row),
        followsId: row.followsId,
        followedById: followed.get(row.id) ?? null,
      };
    })
    .toSorted(inOrder);
  const areaIds = new Set(entries.flatMap((each) => each.areaIds));
  const people = new Map(entries.map(({ toId, to }) => [toId, to]));
  return {
    today,
    title: titleOf(entries),
    entries,
    areas: plan.areas
      .filter(({ id }) => areaIds.has(id))
      .map(({ id, number, title }) => ({ id, number, title }))
      .toSorted((a, b) => a.number - b.number || compareText(a.id, b.id)),
    people: [...people].map(([id, title]) => ({ id, title })).toSorted((a, b) => byName.compare(a.title, b.title)),
  };
};
