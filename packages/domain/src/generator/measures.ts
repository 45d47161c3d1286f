/** The measures of a generated plan: each takes one of a few courses from where it stood to its last target, with noise. */
import { addDays, addMonths, daysBetween } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Measure, Reading } from '../measure.ts';
import { units } from '../scales.ts';
import { figuresOf, measureAtFirst, monthEnds, readingAtFirst, targetRow } from './measure-rows.ts';
import type { MeasurePhrase } from './phrases.ts';
import { checkpointMonths, leadId, office, themeOf, type Setting } from './setting.ts';

const courses = ['improves', 'improves', 'shifts', 'flat', 'slides', 'gap', 'dips', 'improves'] as const;
type Course = (typeof courses)[number];

/** How far a measure has come, from 0 (where it stood when the notice came) to 1 (its last target), some months after the notice. */
const progressOf: Record<Course, (months: number) => number> = {
  improves: (months) => Math.max(0, months) / 15,
  gap: (months) => Math.max(0, months) / 17,
  shifts: (months) => (months >= 7 ? 0.74 : 0.05),
  flat: () => 0.1,
  slides: (months) => Math.max(0, months) / -30,
  dips: (months) => (months < 4 ? 0 : months < 8 ? -0.2 : (months - 7) / 6),
};

/** Gives the first day of the period that ends on a day. A year to date restarts in `resetMonth`, 1 to 12. */
export const periodStartOf = (basis: Measure['basis'], end: IsoDate, resetMonth = 9): IsoDate => {
  const first = `${end.slice(0, 8)}01`;
  if (basis === 'snapshot') return end;
  if (basis === 'rolling12') return addMonths(first, -11);
  if (basis !== 'yearToDate') return first;
  const year = Number(end.slice(0, 4)) - (Number(end.slice(5, 7)) < resetMonth ? 1 : 0);
  return `${year}-${String(resetMonth).padStart(2, '0')}-01`;
};

const fitting = (value: number, { unit, decimals }: Pick<Measure, 'unit' | 'decimals'>): number => {
  const { min, max } = units[unit];
  return Number(Math.min(max ?? Infinity, Math.max(min ?? -Infinity, value)).toFixed(decimals)) + 0;
};

/** Puts a measure of a theme with its targets and monthly readings. */
export const putMeasure = (setting: Setting, area: number, index: number, number: number, months: number): void => {
  const { noticeId, issuedOn, agreedOn, random, put } = setting;
  const theme = themeOf(area);
  const phrase: MeasurePhrase = theme.measures[index % theme.measures.length] ?? theme.measures[0];
  const course = courses[number % courses.length] ?? 'improves';
  const id = `measure-${area}.${index + 1}`;
  const reach = phrase.end - phrase.start;
  const at = (share: number): number => fitting(phrase.start + reach * share, phrase);
  const floorShare = 0.3;
  // Monthly figures for the year so far start near nothing each September: no baseline of one month stands for the year.
  const cumulative = phrase.basis === 'yearToDate';
  const near = phrase.polarity === 'T';
  const floor = number % 5 === 4 ? null : near ? fitting(Math.abs(reach) * 0.7, phrase) : at(floorShare);
  const row: Omit<Measure, 'version'> = {
    ...measureAtFirst,
    noticeId,
    id,
    code: `${area}.${index + 1}`,
    areaId: `area-${area}`,
    title:
      index < theme.measures.length
        ? phrase.title
        : `${phrase.title}, district ${Math.floor(index / theme.measures.length)}`,
    definition: phrase.definition,
    unit: phrase.unit,
    decimals: phrase.decimals,
    polarity: phrase.polarity,
    tolerance: near ? 2 : null,
    basis: phrase.basis,
    resetMonth: cumulative ? 9 : null,
    trajectory: number % 7 === 6 ? 'stepped' : 'straight',
    floor,
    baseline: cumulative ? null : at(0),
    baselineOn: cumulative ? null : addDays(`${issuedOn.slice(0, 8)}01`, -1),
    baselineBasis: cumulative ? null : phrase.basis,
    publicationRule: phrase.unit === 'count' ? 'fewerThan5' : 'none',
    ownerId: leadId(theme),
  };
  const agreed = { day: agreedOn, actor: office, reason: 'The plan was agreed.' };
  put({ ...agreed, entity: 'measure', row });
  // One measure in twenty waits for its targets.
  if (number % 20 !== 19) {
    for (const [position, share] of [0.15, 0.4, 0.75, 1].entries()) {
      const checkpoint = checkpointMonths[position] ?? 3;
      const target = { code: `${area}.${index + 1}`, months: checkpoint, value: at(share), approvedOn: agreedOn };
      put({ ...agreed, entity: 'target', row: targetRow(setting, target) });
    }
  }

  for (const [month, end] of monthEnds(setting, months).entries()) {
    const back = months - 1 - month;
    const since = daysBetween(issuedOn, end) / 30.4;
    const start = periodStartOf(phrase.basis, end);
    const yearShare = cumulative ? (daysBetween(start, end) + 1) / 365 : 1;
    const noise = (random.next() + random.next() - 1) * Math.abs(reach) * 0.1;
    const raw = (phrase.start + reach * progressOf[course](since) + noise) * yearShare;
    const missing = course === 'gap' && back >= 4 && back <= 6;
    const denominator = phrase.unit === 'percent' ? random.int(120, 260) : null;
    const plain = fitting(raw, phrase);
    const numerator = denominator === null ? null : Math.round((plain / 100) * denominator);
    const value = denominator === null || numerator === null ? plain : fitting((numerator / denominator) * 100, phrase);
    const small = phrase.unit === 'count' && value > 0 && value < 5;
    const reading: Omit<Reading, 'version'> = {
      ...readingAtFirst,
      noticeId,
      id: `reading-${area}.${index + 1}-${end.slice(0, 7)}`,
      measureId: id,
      periodStart: start,
      periodEnd: end,
      basis: phrase.basis,
      value: missing || small ? null : value,
      symbol: missing ? 'x' : small ? 'c' : null,
      numerator: missing ? null : numerator,
      denominator: missing ? null : denominator,
      state: back === 0 ? 'provisional' : 'final',
      note: missing ? 'The system was being replaced.' : null,
    };
    put({ ...figuresOf(setting, area, end), entity: 'reading', row: reading });
  }
};
