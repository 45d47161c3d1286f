import {
  deliveries,
  keysOf,
  reportStates,
  stages,
  type Delivery,
  type ReportState,
  type Stage,
} from '@noticeboard/domain/scales';
import type { ActionLine, ActionListView } from '@noticeboard/domain/views/action-list';
import { formatNumber, plural } from '@noticeboard/domain/words';
import type { Address } from '../../app/address.ts';

/** What of the register is shown, as it stands in the address; empty or false is no filter. */
export type RegisterFilter = {
  area: string;
  lead: string;
  organisation: string;
  stage: Stage | '';
  /** `late` stands for overdue, forecast late or no update. */
  delivery: Delivery | 'late' | '';
  report: ReportState | '';
  slipped: boolean;
  silent: boolean;
  differs: boolean;
  nolead: boolean;
  mine: boolean;
  /** In the focus list of the period that runs. */
  focus: boolean;
  text: string;
};

/** The filters that are on or off. */
export const switches = [
  'mine',
  'focus',
  'slipped',
  'silent',
  'differs',
  'nolead',
] as const satisfies readonly (keyof RegisterFilter)[];

const late: readonly Delivery[] = ['overdue', 'forecastLate', 'noUpdate'];
const isKey = <K extends string>(scale: Readonly<Record<K, unknown>>, text: string): text is K =>
  Object.hasOwn(scale, text);

/** Reads the filter of an address; a value that it does not know filters nothing. */
export const readFilter = (address: Address): RegisterFilter => {
  const { area = '', lead = '', organisation = '', stage = '', delivery = '', report = '', text = '' } = address;
  const on = (name: (typeof switches)[number]): boolean => address[name] === '1';
  return {
    area,
    lead,
    organisation,
    stage: isKey(stages, stage) ? stage : '',
    delivery: delivery === 'late' || isKey(deliveries, delivery) ? delivery : '',
    report: isKey(reportStates, report) ? report : '',
    slipped: on('slipped'),
    silent: on('silent'),
    differs: on('differs'),
    nolead: on('nolead'),
    mine: on('mine'),
    focus: on('focus'),
    text,
  };
};

/** Every value of the address that filters, empty: what "Clear filters" sets. */
export const noFilter: Address = Object.fromEntries(
  ['area', 'lead', 'organisation', 'stage', 'delivery', 'report', 'text', 'page', ...switches].map((name) => [
    name,
    undefined,
  ]),
);

/** Gives whose actions a person acts on: their own, and those of everybody whom they cover for. */
export const actsFor = (memberId: string, covers: ActionListView['covers']): ReadonlySet<string> =>
  new Set([memberId, ...covers.filter(({ deputyId }) => deputyId === memberId).map((cover) => cover.memberId)]);

/** Says whether an action is one that a person leads, deputises for or covers for its lead or deputy on. */
export const isMine = ({ leadId, deputyId }: ActionLine, mine: ReadonlySet<string>): boolean =>
  mine.has(leadId ?? '') || mine.has(deputyId ?? '');

/** Says whether an action without a lead should have one. */
const lacksLead = ({ leadId, delivery }: ActionLine): boolean =>
  leadId === null && delivery !== 'complete' && delivery !== 'withdrawn';

/** Gives what each action is searched in, once for a register: its code, title, organisation and lead, in lower case. */
export const searchTexts = (
  lines: readonly ActionLine[],
  people: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> =>
  new Map(
    lines.map(({ id, code, title, organisation, leadId }) => [
      id,
      `${code} ${title} ${organisation} ${people.get(leadId ?? '') ?? ''}`.toLowerCase(),
    ]),
  );

/** Gives the actions that a filter leaves, in their order. */
export const filterLines = (
  lines: readonly ActionLine[],
  filter: RegisterFilter,
  mine: ReadonlySet<string>,
  texts: ReadonlyMap<string, string>,
): ActionLine[] => {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter((line) => {
    if (filter.mine && !isMine(line, mine)) return false;
    if (filter.focus && !line.focus) return false;
    if (filter.area !== '' && line.areaId !== filter.area) return false;
    if (filter.lead !== '' && line.leadId !== filter.lead && line.deputyId !== filter.lead) return false;
    if (filter.organisation !== '' && line.organisation !== filter.organisation) return false;
    if (filter.stage !== '' && line.stage !== filter.stage) return false;
    if (
      filter.delivery === 'late'
        ? !late.includes(line.delivery)
        : filter.delivery !== '' && line.delivery !== filter.delivery
    )
      return false;
    if (filter.report !== '' && line.report?.state !== filter.report) return false;
    if (filter.slipped && line.slipDays <= 0) return false;
    if (filter.silent && !line.silent) return false;
    if (filter.differs && !line.differs) return false;
    if (filter.nolead && !lacksLead(line)) return false;
    const text = texts.get(line.id) ?? '';
    return words.every((word) => text.includes(word));
  });
};

// The most urgent first: what is late by how much, then what is due and when, then what is done.
const urgencies: readonly Delivery[] = [
  'overdue',
  'noUpdate',
  'forecastLate',
  'dueSoon',
  'onTrack',
  'deliveredNotEvidenced',
  'complete',
  'withdrawn',
];
const band = 1e7;

/** Gives a number to sort by, the most urgent lowest: worse deliveries first, and in each the furthest gone or the next due. */
export const urgencyOf = ({ delivery, days }: ActionLine): number => {
  const furthestFirst = late.includes(delivery);
  // An action that was never reported on is the most silent of all.
  const within = days === null ? (delivery === 'noUpdate' ? 0 : band / 2) : furthestFirst ? band / 2 - days : days;
  return urgencies.indexOf(delivery) * band + within;
};

export type Counts = Record<Delivery, number>;

/** Counts actions by their computed delivery. */
export const countByDelivery = (lines: readonly ActionLine[]): Counts => {
  const counts = Object.fromEntries(keysOf(deliveries).map((key) => [key, 0])) as Counts;
  for (const { delivery } of lines) counts[delivery] += 1;
  return counts;
};

const verb = (count: number): string => (count === 1 ? 'is' : 'are');
const oneOf = (count: number, all: number, whose: string): string =>
  `${count === 0 ? 'None' : formatNumber(count, 0)} of ${whose}${plural(all, 'action')}`;

/** Says in one sentence what the actions shown come to: "12 of 116 actions are overdue". */
export const messageOf = (shown: readonly ActionLine[], total: number, filter: RegisterFilter): string => {
  if (total === 0) return 'No actions yet';
  if (shown.length === 0) return 'No actions match';
  const others = Object.entries(filter).some(
    ([name, value]) => value !== '' && value !== false && name !== 'delivery' && name !== 'mine',
  );
  const { overdue, dueSoon } = countByDelivery(shown);
  if (filter.delivery !== '' && !others && !filter.mine) {
    const what =
      filter.delivery === 'late' ? 'overdue, forecast late or silent' : deliveries[filter.delivery].label.toLowerCase();
    return `${oneOf(shown.length, total, '')} ${verb(shown.length)} ${what}`;
  }
  if (filter.delivery !== '' || others) {
    const whose = filter.mine ? 'your ' : '';
    return overdue === 0 || overdue === shown.length
      ? `${formatNumber(shown.length, 0)} of ${plural(total, 'action')} shown${overdue === 0 ? '' : `, ${shown.length === 1 ? 'and it is' : 'all'} overdue`}`
      : `${oneOf(overdue, shown.length, whose)} shown ${verb(overdue)} overdue`;
  }
  const whose = filter.mine ? 'your ' : '';
  if (overdue === 0 && dueSoon > 0)
    return `${oneOf(dueSoon, shown.length, whose)} ${verb(dueSoon)} due in 14 days, and none is overdue`;
  return `${oneOf(overdue, shown.length, whose)} ${overdue === 0 ? 'is' : verb(overdue)} overdue`;
};
