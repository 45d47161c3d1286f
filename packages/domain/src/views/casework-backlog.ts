/** One backlog: what remains, what comes in and goes out, and when it will be cleared at this rate. */
import { backlogChart, flowChart } from '../charts/backlog.ts';
import type { ChartModel } from '../charts/model.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { backlogOf, fewestMonths, type BacklogStatus } from '../rules/backlog.ts';
import type { FamilyOf } from '../rules/families.ts';
import { formatMonth, formatNumber, formatPeriod, formatReading, plural } from '../words.ts';
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
  if (share === null || share.bound !== 'exact') return read;
  return { ...read, detail: `${formatNumber(share.value * 100, 0)}% of them ${read.detail}` };
};

const netOf = ({ net, reach, flow, used }: BacklogStatus): Headline => {
  if (net === null || reach === null) {
    const count =
      flow.length === 0 ? 'no month has' : `${plural(flow.length, 'month')} ${flow.length === 1 ? 'has' : 'have'}`;
    return {
      words: null,
      detail: `Net clearance: ${count} a reading of both inflow and throughput. ${fewestMonths} are needed.`,
    };
  }
  const [first, last] = [flow[flow.length - used], flow.at(-1)];
  const months = first && last ? `${formatMonth(first.on)} to ${formatMonth(last.on)}` : '';
  const size = formatNumber(Math.abs(net), 0);
  const average = `on average over ${months}, give or take ${formatNumber(reach, 0)} as the months vary.`;
  return net > 0
    ? { words: `${size} a month`, detail: `more went out than came in, ${average}` }
    : { words: `${size} a month`, detail: `more came in than went out, ${average}` };
};

/** Says between which months the clearance may fall. */
const rangeOf = ({ clearance, remaining }: BacklogStatus): string => {
  if (clearance.key !== 'expected') return '';
  const { earliest, latest } = clearance;
  const [from, to] = [formatMonth(earliest), latest === null ? null : formatMonth(latest)];
  const range =
    to === null
      ? `As the months vary, from ${from} to never.`
      : from === to
        ? 'The months vary too little to make a range.'
        : `Between ${from} and ${to}, as the months vary.`;
  if (remaining?.bound === 'atLeast') return `${range} More may remain than is read, so it may be later.`;
  return remaining?.bound === 'atMost' ? `${range} Less may remain than is read, so it may be earlier.` : range;
};

const clearances = {
  cleared: { words: 'Nothing remains', detail: 'The backlog is cleared.' },
  never: { words: 'Never at this rate', detail: 'At least as many come in as go out.' },
  tooFar: { words: 'Not in a hundred years', detail: 'Hardly more go out than come in.' },
  tooFew: {
    words: null,
    detail: `Clearance: not known, as fewer than ${fewestMonths} months have a reading of both inflow and throughput.`,
  },
  noReading: { words: null, detail: 'Clearance: not known, as there is no reading of what remains.' },
} as const;

const clearanceOf = (status: BacklogStatus): Headline => {
  const { clearance } = status;
  if (clearance.key !== 'expected') return clearances[clearance.key];
  return { words: formatMonth(clearance.on), detail: `cleared, at this rate. ${rangeOf(status)}` };
};

const messageOf = (status: BacklogStatus, remaining: Headline, clearance: Headline): string => {
  if (remaining.words === null) return 'No reading of what remains';
  if (status.clearance.key === 'cleared') return 'Nothing remains';
  const until =
    status.clearance.key === 'expected'
      ? `cleared in ${formatMonth(status.clearance.on)} at this rate`
      : clearance.words === null
        ? 'and nobody can say yet when it will be cleared'
        : clearance.words.charAt(0).toLowerCase() + clearance.words.slice(1);
  return `${remaining.words} remain, ${until}`;
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
  const last = status.flow.at(-1);
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
        subtitle: `${family.title}. ${plan.notice.authority}. Dashed: at the average rate, grey: its range`,
        summary: `${message}. ${status.clearance.key === 'expected' ? rangeOf(status) : clearance.detail}`,
      },
      today,
    ),
    flow: flowChart(
      plan,
      status,
      `flow-${family.id}`,
      {
        title:
          last === undefined
            ? ''
            : `${formatNumber(last.inflow, 0)} came in and ${formatNumber(last.throughput, 0)} went out in ${formatMonth(last.on)}`,
        subtitle: `${family.title}, inflow and throughput by month`,
        summary: inWords(net),
      },
      today,
    ),
  };
};
