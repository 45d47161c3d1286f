/** One backlog: what remains, what comes in and goes out, and when it will be cleared at this rate. */
import { backlogChart, flowChart } from '../charts/backlog.ts';
import type { ChartModel } from '../charts/model.ts';
import { addMonths } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { backlogOf, fewestMonths, type BacklogStatus } from '../rules/backlog.ts';
import type { FamilyOf } from '../rules/families.ts';
import { formatDate, formatMonth, formatNumber, formatPeriod, formatReading, plural } from '../words.ts';
import { figureLine, type FigureLine, type Headline } from './casework-figures.ts';

export type BacklogSection = {
  id: string;
  title: string;
  note: string | null;
  message: string;
  figures: FigureLine[];
  remaining: Headline;
  old: Headline;
  net: Headline;
  clearance: Headline;
  chart: ChartModel | null;
  flow: ChartModel | null;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const partOf = ({ figures }: BacklogStatus, part: FigureLine['part']) => figures.find((each) => each.part === part);

const readOf = (status: BacklogStatus, part: FigureLine['part'], what: string): Headline => {
  const figure = partOf(status, part);
  if (!figure?.measure || !figure.reading) return { words: null, detail: figure?.missing ?? '' };
  return {
    words: capital(formatReading(figure.reading, figure.measure)),
    detail: `${what}, ${formatPeriod(figure.reading)}.${figure.missing === null ? '' : ` ${figure.missing}`}`,
  };
};

const oldOf = (status: BacklogStatus): Headline => {
  const read = readOf(status, 'overTwoYears', 'over two years old');
  const share = status.oldShare;
  if (share !== null && share.value > 1 && (share.bound === 'exact' || share.bound === 'atLeast'))
    return { ...read, detail: `${read.detail} That is more than remain: check the two readings.` };
  if (share === null || share.bound !== 'exact') return read;
  return { ...read, detail: `${formatNumber(share.value * 100, 0)}% of them ${read.detail}` };
};

/** What one reading of the flow covers. */
const spanOf = ({ flowMonths }: BacklogStatus): 'month' | 'quarter' => (flowMonths === 1 ? 'month' : 'quarter');

const balanceInWords = (net: number, size: string): string => {
  if (size === '0') return `${net === 0 ? '' : 'about '}as many went out as came in`;
  return net > 0 ? 'more went out than came in' : 'more came in than went out';
};

const netOf = (status: BacklogStatus): Headline => {
  const { net, reach, flow, flowMonths, used } = status;
  const span = spanOf(status);
  if (net === null || reach === null) {
    const count =
      flow.length === 0 ? `no ${span} has` : `${plural(flow.length, span)} ${flow.length === 1 ? 'has' : 'have'}`;
    const gap = flow.length > used ? `, and a gap parts the last ${used === 1 ? 'one' : used} from those before` : '';
    return {
      words: null,
      detail: `Net clearance: ${count} a reading of both inflow and throughput${gap}. ${fewestMonths} in a row are needed.`,
    };
  }
  const [first, last] = [flow[flow.length - used], flow.at(-1)];
  const months =
    first && last
      ? `${formatMonth(addMonths(`${first.on.slice(0, 8)}01`, 1 - flowMonths))} to ${formatMonth(last.on)}`
      : '';
  const size = formatNumber(Math.abs(net), 0);
  return {
    words: `${size} a month`,
    detail: `${balanceInWords(net, size)}, on average over ${months}, give or take ${formatNumber(reach, 0)} as the ${span}s vary.`,
  };
};

/** Says between which months the clearance may fall. */
const rangeOf = (status: BacklogStatus): string => {
  const { clearance, remaining } = status;
  if (clearance.key !== 'expected') return '';
  const spans = `${spanOf(status)}s`;
  const { earliest, latest } = clearance;
  const [from, to] = [formatMonth(earliest), latest === null ? null : formatMonth(latest)];
  const range =
    to === null
      ? `As the ${spans} vary, from ${from} to never.`
      : from === to
        ? `The ${spans} vary too little to make a range.`
        : `Between ${from} and ${to}, as the ${spans} vary.`;
  if (remaining?.bound === 'atLeast') return `${range} More may remain than is read, so it may be later.`;
  return remaining?.bound === 'atMost' ? `${range} Less may remain than is read, so it may be earlier.` : range;
};

const clearances = {
  cleared: { words: 'Nothing remains', detail: 'The backlog is cleared.' },
  never: { words: 'Never at this rate', detail: 'At least as many come in as go out.' },
  tooFar: { words: 'Not in a hundred years', detail: 'Hardly more go out than come in.' },
  noReading: { words: null, detail: 'Clearance: not known, as there is no reading of what remains.' },
} as const;

const clearanceOf = (status: BacklogStatus): Headline => {
  const { clearance } = status;
  if (clearance.key === 'tooFew') {
    const detail = `Clearance: not known, as fewer than ${fewestMonths} ${spanOf(status)}s in a row have a reading of both inflow and throughput.`;
    return { words: null, detail };
  }
  if (clearance.key === 'oldRemaining') {
    const detail = `Clearance: not known, as what remains was last read for ${formatDate(clearance.on)}, too long ago.`;
    return { words: null, detail };
  }
  if (clearance.key === 'oldFlow') {
    const detail = `Clearance: not known, as inflow and throughput were last both read for ${formatMonth(clearance.on)}, too long ago.`;
    return { words: null, detail };
  }
  if (clearance.key === 'byNow')
    return {
      words: 'By now, at this rate',
      detail: 'Cleared since the last reading, if the rate held. The next reading will say.',
    };
  if (clearance.key !== 'expected') return clearances[clearance.key];
  return { words: formatMonth(clearance.on), detail: `cleared, at this rate. ${rangeOf(status)}` };
};

const messageOf = (status: BacklogStatus, remaining: Headline, clearance: Headline): string => {
  if (remaining.words === null) return 'No reading of what remains';
  if (status.clearance.key === 'cleared') return 'Nothing remains';
  if (status.clearance.key === 'oldRemaining')
    return `${remaining.words} remained on ${formatDate(status.clearance.on)}, and nobody can say how many remain now`;
  if (status.clearance.key === 'byNow')
    return `${remaining.words} remained on ${formatDate(status.clearance.on)}, cleared by now if the rate held`;
  const until =
    status.clearance.key === 'expected'
      ? `cleared in ${formatMonth(status.clearance.on)} at this rate`
      : clearance.words === null
        ? 'and nobody can say yet when it will be cleared'
        : clearance.words.charAt(0).toLowerCase() + clearance.words.slice(1);
  return `${remaining.words} remain, ${until}`;
};

const flowTitle = (status: BacklogStatus): string => {
  const last = status.flow.at(-1);
  if (last === undefined) return '';
  const [came, went] = [formatNumber(last.inflow, 0), formatNumber(last.throughput, 0)];
  const month = formatMonth(last.on);
  return spanOf(status) === 'month'
    ? `${came} came in and ${went} went out in ${month}`
    : `${came} came in and ${went} went out a month, in the quarter to ${month}`;
};

/** Says in a sentence what a headline says in two parts. */
const inWords = ({ words, detail }: Headline): string => (words === null ? detail : `${words} ${detail}`);

/** Gives the section of one backlog. `plan` holds only what was known on the day. */
export const backlogSection = (plan: Plan, of: FamilyOf, today: IsoDate): BacklogSection => {
  const { family } = of;
  const status = backlogOf(plan, of, today);
  const remaining = readOf(status, 'remaining', 'remain');
  const [old, net, clearance] = [oldOf(status), netOf(status), clearanceOf(status)];
  const message = messageOf(status, remaining, clearance);
  return {
    id: family.id,
    title: family.title,
    note: family.note,
    message,
    figures: status.figures.map((figure) => figureLine(figure, today)),
    remaining,
    old,
    net,
    clearance,
    chart: backlogChart(
      plan,
      status,
      `backlog-${family.id}`,
      {
        title: message,
        subtitle: `${family.title}. ${plan.notice.authority}${status.clearance.key === 'expected' ? '. Dashed: at the average rate, grey: its range' : ''}`,
        summary: `${message}. ${status.clearance.key === 'expected' ? rangeOf(status) : clearance.detail}`,
      },
      today,
    ),
    flow: flowChart(
      plan,
      status,
      `flow-${family.id}`,
      {
        title: flowTitle(status),
        subtitle: `${family.title}, inflow and throughput ${spanOf(status) === 'month' ? 'by month' : 'a month, by quarter'}`,
        summary: inWords(net),
      },
      today,
    ),
  };
};
