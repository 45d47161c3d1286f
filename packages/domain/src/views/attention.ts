import type { Action } from '../action.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { DeliveryStatus } from '../rules/delivery.ts';
import { declaredOf } from '../rules/delivery.ts';
import { declaredDiffers } from '../rules/differs.ts';
import { compareText } from '../rules/grouped.ts';
import type { ImpactStatus } from '../rules/impact.ts';
import type { Delivery, Tone } from '../scales.ts';
import { dateChangeStates, deliveries } from '../scales.ts';
import { daysLeftOrOver, listInWords, plural } from '../words.ts';

/** A kind of thing that needs somebody's attention: how many, the worst of them, and the register filtered to them. */
export type Attention = {
  key: string;
  title: string;
  count: number;
  /** The worst in words: "Longest: 8.05 Referral triage, 27 days". */
  worst: string;
  status: { label: string; tone: Tone };
  link: { page: 'actions' | 'measures' | 'dateChanges'; search: Readonly<Record<string, string>> };
};

export type ActionStatus = { action: Recorded<Action>; status: DeliveryStatus };
export type MeasureStatus = { measure: Recorded<Measure>; status: ImpactStatus };

/** An action that was never reported on is the most silent of all. */
const length = ({ status }: ActionStatus): number => status.days ?? (status.key === 'noUpdate' ? Infinity : 0);
const worstFirst = (a: ActionStatus, b: ActionStatus): number => {
  const [left, right] = [length(a), length(b)];
  return left === right ? compareText(a.action.code, b.action.code) : right > left ? 1 : -1;
};
const named = ({ code, title }: { code: string; title: string }): string => `${code} ${title}`;

const kinds = [
  {
    key: 'overdue',
    title: 'Overdue',
    say: (name: string, days: number | null) => `Longest: ${name}, ${plural(days ?? 0, 'day')}`,
  },
  {
    key: 'forecastLate',
    title: 'Forecast later than due',
    say: (name: string, days: number | null) => `Furthest: ${name}, ${plural(days ?? 0, 'day')}`,
  },
  {
    key: 'noUpdate',
    title: 'No update, or update overdue',
    say: (name: string, days: number | null) =>
      `Quietest: ${name}, ${days === null ? 'no update yet' : `${plural(days, 'day')} since an update`}`,
  },
] as const satisfies readonly { key: Delivery; title: string; say: (name: string, days: number | null) => string }[];

const said = ({ key, days }: DeliveryStatus): string => {
  if (key === 'overdue') return `${plural(days ?? 0, 'day')} overdue`;
  if (key === 'forecastLate') return `forecast ${plural(days ?? 0, 'day')} late`;
  return days === null ? 'no update yet' : `${plural(days, 'day')} since an update`;
};

const firstFew = (codes: readonly string[]): string =>
  codes.length <= 4 ? codes.join(', ') : `${codes.slice(0, 3).join(', ')} and ${codes.length - 3} more`;

/** Gives what needs attention, the worst of each kind; a kind with nothing in it is left out. */
export const attentionOf = (
  plan: Plan,
  actions: readonly ActionStatus[],
  measures: readonly MeasureStatus[],
  areaNumber: (areaId: string) => number | null,
  today: IsoDate,
): Attention[] => {
  const found: Attention[] = kinds.flatMap(({ key, title, say }): Attention[] => {
    const some = actions.filter(({ status }) => status.key === key).toSorted(worstFirst);
    const [worst] = some;
    if (!worst) return [];
    const { label, tone } = deliveries[key];
    return [
      {
        key,
        title,
        count: some.length,
        worst: say(named(worst.action), worst.status.days),
        status: { label, tone },
        link: { page: 'actions', search: { delivery: key } },
      },
    ];
  });

  const unread = measures.filter(({ status }) => status.key === 'noReading');
  if (unread.length > 0) {
    const areas = [...new Set(unread.map(({ measure }) => areaNumber(measure.areaId)))]
      .filter((number) => number !== null)
      .toSorted((a, b) => a - b);
    found.push({
      key: 'noReading',
      title: 'Measures without a reading',
      count: unread.length,
      worst: whereUnread(areas, unread, plan),
      status: { label: 'No reading', tone: 'none' },
      link: { page: 'measures', search: { impact: 'noReading' } },
    });
  }

  const differing = actions
    .filter(({ action, status }) => declaredDiffers(declaredOf(plan, action), status))
    .toSorted(widestFirst);
  const [widest] = differing;
  if (widest) {
    found.push({
      key: 'differs',
      title: 'Declared green, computed not',
      count: differing.length,
      worst: `Widest: ${named(widest.action)}, ${said(widest.status)}`,
      status: { label: 'They differ', tone: 'amber' },
      link: { page: 'actions', search: { differs: '1' } },
    });
  }

  const unowned = actions
    .filter(({ action, status }) => action.leadId === null && status.key !== 'complete' && status.key !== 'withdrawn')
    .toSorted((a, b) => compareText(a.action.code, b.action.code));
  if (unowned.length > 0) {
    found.push({
      key: 'noLead',
      title: 'Actions without a lead',
      count: unowned.length,
      worst: firstFew(unowned.map(({ action }) => action.code)),
      status: { label: 'No lead', tone: 'none' },
      link: { page: 'actions', search: { nolead: '1' } },
    });
  }
  return [...found, ...undecidedOf(plan, today)];
};

/** The requests to move a date that wait for a decision, with the one that waits longest. */
const undecidedOf = (plan: Plan, today: IsoDate): Attention[] => {
  const open = plan.dateChanges
    .filter(({ state, askedOn }) => state === 'asked' && askedOn <= today)
    .toSorted((a, b) => compareText(a.askedOn, b.askedOn) || compareText(a.id, b.id));
  const [longest] = open;
  const action = longest && plan.actions.find(({ id }) => id === longest.actionId);
  if (!longest || !action) return [];
  const { label, tone } = dateChangeStates.asked;
  return [
    {
      key: 'dateChanges',
      title: 'Requests to move a date',
      count: open.length,
      worst: `Longest: ${named(action)}, asked ${daysLeftOrOver(today, longest.askedOn)}`,
      status: { label, tone },
      link: { page: 'dateChanges', search: { state: 'asked' } },
    },
  ];
};

const whereUnread = (areas: readonly number[], unread: readonly MeasureStatus[], plan: Plan): string => {
  if (areas.length === 0) return firstFew(unread.map(({ measure }) => measure.code));
  const standing = plan.areas.filter(({ withdrawnOn }) => withdrawnOn === null).length;
  if (areas.length > 1 && areas.length === standing) return 'In every area';
  return `In area${areas.length === 1 ? '' : 's'} ${listInWords(areas.map(String))}`;
};

const widestFirst = (a: ActionStatus, b: ActionStatus): number => {
  const rank = ({ status }: ActionStatus): number => ['overdue', 'forecastLate', 'noUpdate'].indexOf(status.key);
  return rank(a) - rank(b) || worstFirst(a, b);
};
