/** What needs attention of actions. */
import { daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { DeliveryStatus } from '../rules/delivery.ts';
import { declaredOf, stageChangesOf } from '../rules/delivery.ts';
import { declaredDiffers } from '../rules/differs.ts';
import { kindsSeen } from '../rules/gate.ts';
import { compareText } from '../rules/grouped.ts';
import { impactOf } from '../rules/impact.ts';
import type { Delivery } from '../scales.ts';
import { deliveries, evidenceKinds, reportStates } from '../scales.ts';
import { formatDate, listInWords, plural } from '../words.ts';
import { askOwner } from './finding-act.ts';
import type { Act, Finding, FindingKey, FindingKind, Looking } from './findings.ts';

type Seen = Looking['actions'][number];

/** Writes a row as it is cited: "6.04 Casework team". */
export const named = ({ code, title }: { code: string; title: string }): string => `${code} ${title}`;

/** Gives what acts on an action: the date that waits for a decision, else what acts on whoever leads it. */
export const actOn = (looking: Looking, { action }: Seen): Act => {
  if (looking.plan.dateChanges.some(({ actionId, state }) => actionId === action.id && state === 'asked'))
    return { do: 'decideDate', id: action.id };
  return askOwner(looking, { kind: 'action', id: action.id, ownerId: action.leadId });
};

/** Gives a finding of an action. */
export const found = (seen: Seen, words: string, act: Act): Finding => ({
  key: seen.action.id,
  title: named(seen.action),
  link: { page: 'actions', id: seen.action.id },
  ownerId: seen.action.leadId,
  words,
  act,
});

/** An action that was never reported on is the most silent of all. */
const length = ({ status }: Seen): number => status.days ?? (status.key === 'noUpdate' ? Infinity : 0);
const worstFirst = (a: Seen, b: Seen): number => {
  const [left, right] = [length(a), length(b)];
  return left === right ? compareText(a.action.code, b.action.code) : right > left ? 1 : -1;
};

const said = ({ key, days }: DeliveryStatus): string => {
  if (key === 'overdue') return `${plural(days ?? 0, 'day')} overdue`;
  if (key === 'forecastLate') return `forecast ${plural(days ?? 0, 'day')} late`;
  return days === null ? 'no update yet' : `${plural(days, 'day')} since an update`;
};

const byDelivery = [
  { key: 'overdue', title: 'Overdue', worst: 'Longest', brief: (days) => plural(days ?? 0, 'day') },
  {
    key: 'forecastLate',
    title: 'Forecast later than due',
    worst: 'Furthest',
    brief: (days) => plural(days ?? 0, 'day'),
  },
  {
    key: 'noUpdate',
    title: 'No update, or update overdue',
    worst: 'Quietest',
    brief: (days) => (days === null ? 'no update yet' : `${plural(days, 'day')} since an update`),
  },
] as const satisfies readonly {
  key: Delivery & FindingKey;
  title: string;
  worst: string;
  brief: (days: number | null) => string;
}[];

const deliveryKinds = (looking: Looking): FindingKind[] =>
  byDelivery.flatMap(({ key, title, worst: first, brief }) => {
    const some = looking.actions.filter(({ status }) => status.key === key).toSorted(worstFirst);
    const [worst] = some;
    if (!worst) return [];
    const { label, tone } = deliveries[key];
    return [
      {
        key,
        title,
        status: { label, tone },
        worst: `${first}: ${named(worst.action)}, ${brief(worst.status.days)}`,
        register: { page: 'actions', search: { delivery: key } },
        findings: some.map((seen) => found(seen, said(seen.status), actOn(looking, seen))),
      },
    ];
  });

const daysLate = ({ report }: Seen): number => report?.days ?? 0;

const lateKind = (looking: Looking): FindingKind[] => {
  const some = looking.actions
    .filter(({ report }) => report?.key === 'late')
    .toSorted((a, b) => daysLate(b) - daysLate(a) || compareText(a.action.code, b.action.code));
  const [worst] = some;
  if (!worst) return [];
  const { label, tone } = reportStates.late;
  return [
    {
      key: 'late',
      title: 'Late updates',
      status: { label, tone },
      worst: `Longest: ${named(worst.action)}, ${plural(daysLate(worst), 'day')}`,
      register: { page: 'actions', search: { report: 'late' } },
      findings: some.map((seen) =>
        found(seen, `update late by ${plural(daysLate(seen), 'day')}`, actOn(looking, seen)),
      ),
    },
  ];
};

const noLeadKind = ({ actions }: Looking): FindingKind[] => {
  const some = actions
    .filter(({ action, status }) => action.leadId === null && status.key !== 'complete' && status.key !== 'withdrawn')
    .toSorted((a, b) => compareText(a.action.code, b.action.code));
  return [
    {
      key: 'noLead',
      title: 'Actions without a lead',
      status: { label: 'No lead', tone: 'none' },
      worst: firstFew(some.map(({ action }) => action.code)),
      register: { page: 'actions', search: { nolead: '1' } },
      findings: some.map((seen) =>
        found(seen, 'nobody leads it', { do: 'findOwner', kind: 'action', id: seen.action.id }),
      ),
    },
  ];
};

/** Writes a few codes, and how many more there are. */
export const firstFew = (codes: readonly string[]): string =>
  codes.length <= 4 ? codes.join(', ') : `${codes.slice(0, 3).join(', ')} and ${codes.length - 3} more`;

const rank = ({ status }: Seen): number => ['overdue', 'forecastLate', 'noUpdate'].indexOf(status.key);

const differsKind = (looking: Looking): FindingKind[] => {
  const some = looking.actions
    .filter(({ action, status }) => declaredDiffers(declaredOf(looking.plan, action), status))
    .toSorted((a, b) => rank(a) - rank(b) || worstFirst(a, b));
  const [widest] = some;
  if (!widest) return [];
  return [
    {
      key: 'differs',
      title: 'Declared green, computed not',
      status: { label: 'They differ', tone: 'amber' },
      worst: `Widest: ${named(widest.action)}, ${said(widest.status)}`,
      register: { page: 'actions', search: { differs: '1' } },
      findings: some.map((seen) => found(seen, `declared green, ${said(seen.status)}`, actOn(looking, seen))),
    },
  ];
};

/** Gives the measures that would prove an action and miss their target or even their floor, in words. */
const missesOf = (plan: Plan, action: Seen['action'], today: IsoDate): string[] =>
  plan.measures
    .filter(({ id, withdrawnOn }) => withdrawnOn === null && action.measureIds.includes(id))
    .flatMap((measure) => {
      const { key, label } = impactOf(plan, measure, today);
      return key === 'floorMissed' || key === 'targetMissed' ? [`${named(measure)}: ${label.toLowerCase()}`] : [];
    });

/** What answers a green that its measures contradict: returning it while it waits for the programme office, else what acts on the action. */
const answerTo = (looking: Looking, seen: Seen): Act => {
  const { plan } = looking;
  const updateId = declaredOf(plan, seen.action)?.updateId;
  const waits = plan.updates.some(({ id, state }) => id === updateId && state === 'submitted');
  return waits && updateId !== undefined ? { do: 'review', updateId } : actOn(looking, seen);
};

const contradictedKind = (looking: Looking): FindingKind[] => {
  const { plan, today, actions } = looking;
  const some = actions
    .filter(({ action, status }) => status.key !== 'complete' && declaredOf(plan, action)?.rating === 'green')
    .map((seen) => ({ seen, misses: missesOf(plan, seen.action, today) }))
    .filter(({ misses }) => misses.length > 0)
    .toSorted((a, b) => b.misses.length - a.misses.length || compareText(a.seen.action.code, b.seen.action.code));
  const [worst] = some;
  if (!worst) return [];
  return [
    {
      key: 'contradicted',
      title: 'Declared green, its measures say otherwise',
      status: { label: 'Contradicted', tone: 'amber' },
      worst: `Most: ${named(worst.seen.action)}, by ${plural(worst.misses.length, 'measure')}`,
      register: null,
      findings: some.map(({ seen, misses }) =>
        found(seen, `declared green. ${misses.join('; ')}`, answerTo(looking, seen)),
      ),
    },
  ];
};

const unevidencedKind = ({ plan, today, actions }: Looking): FindingKind[] => {
  const since = ({ action }: Seen): IsoDate | null =>
    stageChangesOf(plan, action).findLast(({ to, on }) => to === 'delivered' && on <= today)?.on ?? null;
  const some = actions
    .filter(({ status }) => status.key === 'deliveredNotEvidenced')
    .map((seen) => ({ seen, on: since(seen) }))
    .toSorted((a, b) => compareText(a.on ?? '', b.on ?? '') || compareText(a.seen.action.code, b.seen.action.code));
  const [worst] = some;
  if (!worst) return [];
  const inWords = (on: IsoDate | null) =>
    on === null ? 'delivered' : `delivered on ${formatDate(on)}, ${plural(daysBetween(on, today), 'day')} ago`;
  const lacks = ({ action }: Seen): string => {
    const none = kindsSeen(plan, action)
      .filter(({ evidence, waiver }) => evidence.length === 0 && waiver === null)
      .map(({ kind }) => evidenceKinds[kind].label.toLowerCase());
    return none.length === 0
      ? 'The evidence is there, and waits for the programme office.'
      : `No evidence in ${listInWords(none)}.`;
  };
  return [
    {
      key: 'unevidenced',
      title: 'Delivered, not evidenced',
      status: { label: 'Not evidenced', tone: 'pending' },
      worst: `Longest: ${named(worst.seen.action)}, ${inWords(worst.on)}`,
      register: { page: 'actions', search: { delivery: 'deliveredNotEvidenced' } },
      findings: some.map(({ seen, on }) =>
        found(seen, `${inWords(on)}. ${lacks(seen)}`, { do: 'evidence', id: seen.action.id }),
      ),
    },
  ];
};

/** Gives the findings of actions. */
export const actionFindings = (looking: Looking): FindingKind[] => [
  ...deliveryKinds(looking),
  ...lateKind(looking),
  ...noLeadKind(looking),
  ...differsKind(looking),
  ...contradictedKind(looking),
  ...unevidencedKind(looking),
];
