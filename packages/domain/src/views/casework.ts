/** The people who work on cases and the backlogs they work on: each family of those kinds in a section of its own. */
import { addMonths } from '../calendar.ts';
import { axisDays } from '../charts/axis-days.ts';
import { type CapacityOutlook, gapInShort, gapInWords } from '../charts/capacity.ts';
import { checkpointsOf } from '../rules/checkpoints.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { Amount } from '../rules/amount.ts';
import { capacityOf, posts, teamDeadline, type CapacityStatus } from '../rules/capacity.ts';
import { familiesOf, type FamilyOf } from '../rules/families.ts';
import type { Figure } from '../rules/family-figure.ts';
import { planOn } from '../rules/known.ts';
import { employments, type FamilyPart, trainings } from '../scales.ts';
import { formatFullTime, formatPeriod, formatPlain, formatReading, formatShortDate, listInWords } from '../words.ts';
import { balancesOf, type BalanceView } from './balance.ts';
import { backlogSection, type BacklogSection } from './casework-backlog.ts';
import { figureLine, type FigureLine, type Headline } from './casework-figures.ts';
import { isIllustrative, sourceView, type SourceView } from './source.ts';

export type CapacitySection = {
  id: string;
  title: string;
  note: string | null;
  message: string;
  figures: FigureLine[];
  perWorker: Headline;
  /** What is reported of the cases for each worker, which is never mixed with what is reckoned. */
  reported: FigureLine;
  needed: Headline;
  gap: Headline;
  /** The ratio that is set, with its source; null while none is. */
  ratio: { words: string; source: string } | null;
  posts: { head: string; trained: string; inTraining: string }[];
  inPost: string;
  ahead: {
    id: string;
    on: IsoDate;
    words: string;
    employment: string;
    training: string;
    note: string | null;
    source: SourceView;
  }[];
  outlook: CapacityOutlook | null;
  instead: string | null;
};

export type CaseworkView = {
  today: IsoDate;
  title: string;
  capacity: CapacitySection[];
  backlogs: BacklogSection[];
  balances: BalanceView[];
  illustrative: boolean;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const boundWords = { exact: '', atLeast: 'at least ', atMost: 'at most ', unknown: 'about ' } as const;

/** Writes an amount with what is known of it: "at least 41.5". */
const amountInWords = ({ value, bound }: Amount, decimals = 1): string =>
  `${boundWords[bound]}${formatPlain(value, decimals)}`;

const when = (figure: Figure | undefined): string => (figure?.reading ? formatPeriod(figure.reading) : '');

const postsOf = (figures: readonly Figure[]): CapacitySection['posts'] => {
  const words = (part: FamilyPart): string => {
    const figure = figures.find((each) => each.part === part);
    return figure?.measure && figure.reading
      ? `${formatReading(figure.reading, figure.measure)}, ${formatPeriod(figure.reading)}`
      : 'Not known';
  };
  return [
    {
      head: employments.permanent.label,
      trained: words('permanentTrained'),
      inTraining: words('permanentInTraining'),
    },
    { head: employments.agency.label, trained: words('agencyTrained'), inTraining: words('agencyInTraining') },
  ];
};

const perWorkerOf = ({ figures, cases, inPost, perWorker }: CapacityStatus): Headline => {
  if (!cases || !inPost) {
    const lacks = [...(cases ? [] : ['open cases']), ...(inPost ? [] : ['caseworkers in post'])];
    return { words: null, detail: `Cases for each caseworker: needs a reading of ${lacks.join(' and of ')}.` };
  }
  if (!perWorker) return { words: null, detail: 'Nobody is in post to share the cases among.' };
  const of = figures.find(({ part }) => part === 'openCases');
  const people = amountInWords(inPost);
  const read = posts.flatMap(({ part }) => when(figures.find((figure) => figure.part === part)) || []);
  return {
    words: capital(amountInWords(perWorker, 0)),
    detail: `cases for each caseworker, reckoned: ${amountInWords(cases, 0)} open cases (${when(of)}) for ${people} full-time equivalents in post (${listInWords([...new Set(read)])}).`,
  };
};

const outlookOf = (
  plan: Plan,
  { family }: FamilyOf,
  status: CapacityStatus,
  today: IsoDate,
): CapacityOutlook | null => {
  const { base, ahead, history } = status;
  const { casesPerWorker } = plan.notice;
  const [first, last] = [base?.days[0], base?.days.at(-1)];
  if (!base || first === undefined || last === undefined || casesPerWorker === null) return null;
  // What was before the notice is not what it asked about.
  const since = addMonths(plan.notice.checkpointBase, -6);
  const shown = history.filter(({ on }) => on >= since);
  const earliest = [first, today, ...shown.map(({ on }) => on)].toSorted()[0] ?? first;
  const from = `${earliest.slice(0, 8)}01`;
  return {
    key: `capacity-${family.id}`,
    base,
    history: shown,
    deadline: teamDeadline(plan),
    ratio: casesPerWorker,
    ahead: ahead.reduce((sum, { fullTimeEquivalents }) => sum + fullTimeEquivalents, 0),
    checkpoints: checkpointsOf(plan.notice)
      .filter(({ on }) => on >= from && on <= last)
      .map(({ on, label }) => ({ on, label, date: formatShortDate(on) })),
    days: axisDays(from, last),
    from,
    to: last,
    today,
  };
};

const gapOf = ({ gap, instead }: CapacityStatus): Headline =>
  gap
    ? {
        words: gapInShort(gap.value, gap.bound),
        detail: `${gapInWords(gap.value, gap.bound)}, as the last readings stand and before anybody else starts.`,
      }
    : { words: null, detail: `How many are short: ${lower(instead ?? 'not known.')}` };

const capacitySection = (plan: Plan, of: FamilyOf, today: IsoDate): CapacitySection => {
  const status = capacityOf(plan, of, today);
  const { casesPerWorker, casesPerWorkerSource } = plan.notice;
  const figures = status.figures.map((figure) => figureLine(figure, today));
  const reported = figures.find(({ part }) => part === 'caseload') as FigureLine;
  const ratio =
    casesPerWorker === null ? null : { words: formatPlain(casesPerWorker, 1), source: casesPerWorkerSource ?? '' };
  return {
    id: of.family.id,
    title: of.family.title,
    note: of.family.note,
    message: status.gap
      ? capital(gapInWords(status.gap.value, status.gap.bound))
      : 'Whether there are enough caseworkers is not known',
    figures,
    perWorker: perWorkerOf(status),
    reported,
    needed: status.needed
      ? {
          words: capital(amountInWords(status.needed)),
          detail: `full-time equivalents needed at ${ratio?.words ?? ''} cases each.`,
        }
      : { words: null, detail: `How many are needed: ${lower(status.instead ?? 'not known.')}` },
    gap: gapOf(status),
    ratio,
    posts: postsOf(status.figures),
    inPost: status.inPost
      ? `${capital(amountInWords(status.inPost))} full-time equivalents in post`
      : 'Not known how many are in post',
    ahead: status.ahead.map((starter) => ({
      id: starter.id,
      on: starter.startsOn,
      words: formatFullTime(starter.fullTimeEquivalents),
      employment: employments[starter.employment].label,
      training: trainings[starter.training].label,
      note: starter.note,
      source: sourceView(starter, today),
    })),
    outlook: outlookOf(plan, of, status, today),
    instead: status.instead,
  };
};

const titleOf = (capacity: readonly CapacitySection[], backlogs: readonly BacklogSection[]): string => {
  const messages = [...capacity.map(({ message }) => message), ...backlogs.map(({ message }) => message)];
  return messages[0] ?? 'Casework is not measured yet';
};

/** Gives the page of casework on a day. */
export const caseworkOf = (entire: Plan, today: IsoDate): CaseworkView => {
  const plan = planOn(entire, today);
  const capacity = familiesOf(plan, 'capacity').map((of) => capacitySection(plan, of, today));
  const backlogs = familiesOf(plan, 'backlog').map((of) => backlogSection(plan, of, today));
  const sources = [...capacity, ...backlogs].flatMap(({ figures }) => figures.flatMap(({ source }) => source ?? []));
  return {
    today,
    title: titleOf(capacity, backlogs),
    capacity,
    backlogs,
    balances: balancesOf(plan, today),
    illustrative: isIllustrative([...sources, ...capacity.flatMap(({ ahead }) => ahead.map(({ source }) => source))]),
  };
};
