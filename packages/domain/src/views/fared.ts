/** How ratings fared: what was declared four weeks before a due date against what had happened by it, by organisation. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { Fared, FaredDates, NotCompared } from '../rules/fared.ts';
import { faredDates, fewestCases, lookBackDays } from '../rules/fared.ts';
import { planOn } from '../rules/known.ts';
import type { Fate, Mark, Rating, Status } from '../scales.ts';
import { fates, keysOf, ratings, statusOf } from '../scales.ts';
import { formatDate, formatNumber, listInWords, plural } from '../words.ts';
import { isIllustrative } from './source.ts';

/** Which ratings are told apart; what nobody declared stands for itself. */
export type DeclaredAs = Rating | 'none';

type Fates = Record<Fate | 'all', number>;

/** The due dates of one organisation, or of all. */
export type FaredLine = {
  organisation: string;
  compared: number;
  declared: Record<DeclaredAs, Fates>;
  /** "9 of 12 not kept (75%)", or why no share is given. */
  greens: { words: string; share: string | null };
  left: number;
};

/** One due date behind the figures. */
export type FaredCase = {
  key: string;
  action: { id: string; code: string; title: string };
  organisation: string;
  due: IsoDate;
  seenOn: IsoDate;
  declared: DeclaredAs;
  declaredOn: IsoDate | null;
  fate: Status<Fate>;
  mark: Mark;
};

export type FaredView = {
  today: IsoDate;
  title: string;
  total: FaredLine;
  /** By name, never by how they did. */
  organisations: FaredLine[];
  cases: FaredCase[];
  /** What was left out, and why; null where nothing was. */
  left: string | null;
  definitions: string[];
  illustrative: boolean;
};

/** `fewestCases` in a sentence. */
const spelled = 'ten';

const declaredAs = ({ declared }: Fared): DeclaredAs => declared?.rating ?? 'none';
const allDeclared: readonly DeclaredAs[] = [...keysOf(ratings), 'none'];

const fatesOf = (cases: readonly Fared[]): Fates => {
  const of = (wanted: Fate): number => cases.filter(({ fate }) => fate === wanted).length;
  return { all: cases.length, kept: of('kept'), moved: of('moved'), missed: of('missed') };
};

const greensOf = ({ all, kept }: Fates): FaredLine['greens'] => {
  if (all === 0) return { words: 'No green was declared.', share: null };
  if (all < fewestCases) return { words: `Fewer than ${spelled} cases: not compared.`, share: null };
  const share = `${formatNumber(((all - kept) / all) * 100, 0)}%`;
  return { words: `${formatNumber(all - kept, 0)} of ${formatNumber(all, 0)} greens were not kept.`, share };
};
const lineOf = (organisation: string, cases: readonly Fared[], left: number): FaredLine => {
  const declared = Object.fromEntries(
    allDeclared.map((as) => [as, fatesOf(cases.filter((each) => declaredAs(each) === as))]),
  ) as FaredLine['declared'];
  return { organisation, compared: cases.length, declared, greens: greensOf(declared.green), left };
};

const reasonOf = ({ fate, on, due, movedTo }: Fared): string => {
  if (fate === 'kept')
    return on === null ? 'Said to be delivered by the day.' : `Said to be delivered on ${formatDate(on)}.`;
  if (fate === 'moved' && on !== null && movedTo !== null)
    return `Moved to ${formatDate(movedTo)} on ${formatDate(on)}.`;
  return `Not delivered by ${formatDate(due)}.`;
};

const caseOf = (fared: Fared): FaredCase => {
  const { action, due, seenOn, declared, fate } = fared;
  return {
    key: `${action.id} ${due}`,
    action: { id: action.id, code: action.code, title: action.title },
    organisation: action.organisation,
    due,
    seenOn,
    declared: declaredAs(fared),
    declaredOn: declared?.on ?? null,
    fate: statusOf(fates, fate, reasonOf(fared)),
    mark: action.mark,
  };
};

const leftWords: Readonly<Record<NotCompared, string>> = {
  doneBefore: 'delivered before',
  shortNotice: 'added or dated at shorter notice',
  withdrawn: 'withdrawn',
};

const leftOf = ({ left }: FaredDates): string | null => {
  const said = (Object.keys(leftWords) as NotCompared[])
    .filter((why) => left[why].length > 0)
    .map((why) => `${formatNumber(left[why].length, 0)} ${leftWords[why]}`);
  if (said.length === 0) return null;
  const all = Object.values(left).reduce((sum, actions) => sum + actions.length, 0);
  return `${plural(all, 'due date')} that ${all === 1 ? 'has' : 'have'} come ${all === 1 ? 'is' : 'are'} left out: ${listInWords(said)}.`;
};

const titleOf = ({ compared, declared: { green } }: FaredLine): string => {
  if (compared === 0) return 'No due date has come yet that can be compared';
  if (green.all === 0)
    return `${plural(compared, 'due date')} came; none had been declared green ${lookBackDays} days before`;
  const ends = [`${green.kept} kept`, `${green.moved} moved`, `${green.missed} missed`];
  return `Of ${plural(green.all, 'green')} declared ${lookBackDays} days before a due date: ${listInWords(ends)}`;
};

const definitions = [
  `Compared is each due date of an action that has come, was in force ${lookBackDays} days before, and was still to be delivered then.`,
  `Declared is the last rating that the lead had given by the end of that day, however old. Where there was none it counts as not declared, and apart.`,
  'Kept: the lead said by the due date that it was delivered. Moved: a later date was approved in those days. Missed: neither.',
  'Milestones are left out, because nobody rates them; so are requirements, of which too few have a date.',
  `Organisations stand in the order of their names and are never ranked. A share is given from ${spelled} cases on.`,
];

const byName = new Intl.Collator('en-GB');
const byCode = new Intl.Collator('en-GB', { numeric: true });

/** Gives how ratings fared by a day, with the cases behind each figure. */
export const faredView = (entire: Plan, today: IsoDate): FaredView => {
  const plan = planOn(entire, today);
  const dates = faredDates(plan, today);
  const { compared } = dates;
  const left = Object.values(dates.left).flat();
  const names = new Set([...compared.map(({ action }) => action.organisation), ...left.map((row) => row.organisation)]);
  const total = lineOf('All organisations', compared, left.length);
  return {
    today,
    title: titleOf(total),
    total,
    organisations: [...names].toSorted(byName.compare).map((name) =>
      lineOf(
        name,
        compared.filter(({ action }) => action.organisation === name),
        left.filter(({ organisation }) => organisation === name).length,
      ),
    ),
    cases: compared
      .map(caseOf)
      .toSorted((a, b) => byCode.compare(a.action.code, b.action.code) || (a.due < b.due ? -1 : 1)),
    left: leftOf(dates),
    definitions,
    illustrative: isIllustrative(compared.map(({ action }) => action)),
  };
};
