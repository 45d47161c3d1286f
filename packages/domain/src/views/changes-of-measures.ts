/** What is not the same of measures at two positions: readings, targets, the line that is bearable, and what they add up to. */
import type { Recorded } from '../fields.ts';
import type { Measure, Reading, Target } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { mayCompare } from '../rules/direction.ts';
import { impactOf, readingsOf } from '../rules/impact.ts';
import type { Impact, Importance } from '../scales.ts';
import { bases, impacts, polarities } from '../scales.ts';
import { formatAim, formatDate, formatPeriod, formatReading, plural } from '../words.ts';
import type { Sides, Told } from './difference.ts';
import { byId, didOf, importanceOf, named, pairsOf, shortened, standing, titleIn, told } from './difference.ts';

type MeasureRow = Recorded<Measure>;

const about = (measure: MeasureRow) => ({
  what: named(measure),
  link: { page: 'measures' as const, id: measure.id },
  areaId: measure.areaId,
});

/** Says whether a measure is asked for less than before: only where it is plain which way is better. */
const aimMove = ({ polarity }: Measure, was: number | null, is: number | null): Importance => {
  if (polarity === 'T' || was === null || is === null) return 'other';
  return is > was === (polarity === 'H') ? 'better' : 'lowered';
};

const lineInWords = (value: number | null, name: string, measure: Measure): string =>
  value === null ? `No ${name.toLowerCase()}` : `${name} ${formatAim(value, measure)}`;

const tellMeasure = (
  { before, after }: Sides,
  was: MeasureRow | null,
  is: MeasureRow | null,
  row: MeasureRow,
): Told[] => {
  const same = { ...about(row), rows: [`measure ${row.id}`] };
  if (!was || !is)
    return [
      told(row, {
        ...same,
        key: `measure ${row.id}`,
        kind: 'plan',
        did: didOf(was, is),
        importance: importanceOf(was, is, 'other'),
        before: was && 'Measured',
        after: is ? 'Measured' : 'Withdrawn',
      }),
    ];
  const changed = (name: keyof Measure, words: (measure: MeasureRow) => string, over: Partial<Told> = {}): Told[] =>
    was[name] === is[name]
      ? []
      : [
          told(is, {
            ...same,
            key: `measure ${row.id} ${name}`,
            kind: 'plan',
            did: 'changed',
            importance: 'other',
            before: words(was),
            after: words(is),
            fields: [name],
            ...over,
          }),
        ];
  return [
    ...changed('floor', (each) => lineInWords(each.floor, 'Floor', each), {
      kind: 'target',
      importance: aimMove(is, was.floor, is.floor),
    }),
    ...changed('baseline', (each) => lineInWords(each.baseline, 'Baseline', each), { kind: 'target' }),
    ...changed('title', ({ title }) => title),
    ...changed('definition', ({ definition }) => shortened(definition) ?? 'No definition'),
    ...changed('basis', ({ basis }) => bases[basis].label),
    ...changed('polarity', ({ polarity }) => polarities[polarity].label),
    ...changed('ownerId', (each) => `Owned by ${titleIn(each === was ? before : after, each.ownerId)}`),
  ];
};

const tellTargets = ({ before, after }: Sides, measures: ReadonlyMap<string, MeasureRow>): Told[] =>
  pairsOf(before.targets, after.targets, standing).flatMap(({ was, is, row }) => {
    const measure = measures.get(row.measureId);
    if (!measure) return [];
    const word = (target: Target): string =>
      `Target ${formatAim(target.value, measure)} ${target.months === null ? `for ${formatDate(target.on ?? '')}` : `at ${plural(target.months, 'month')}`}`;
    const [earlier, later] = [was && word(was), is && word(is)];
    if (earlier === later) return [];
    return [
      told(row, {
        ...about(measure),
        key: `target ${row.id}`,
        kind: 'target',
        did: didOf(was, is),
        importance: importanceOf(was, is, aimMove(measure, was?.value ?? null, is?.value ?? null)),
        before: earlier ?? 'No target',
        after: later ?? 'Target withdrawn',
        rows: [`target ${row.id}`],
      }),
    ];
  });

const readingInWords = (reading: Reading, measure: Measure): string =>
  `${formatReading(reading, measure)}, ${formatPeriod(reading)}, ${bases[reading.basis].label.toLowerCase()}`;

const exact = (each: Reading): each is Reading & { value: number } =>
  each.value !== null && each.symbol === null && each.qualifier === 'exact';

/** Says which way a figure went, where both are exact and it is plain which way is better. */
const readingMove = (measure: Measure, was: Reading | null, is: Reading): Importance => {
  const { polarity } = measure;
  if (was === null) return 'added';
  if (!exact(was) || !exact(is) || !mayCompare(measure, was, is) || polarity === 'T' || was.value === is.value)
    return 'other';
  return is.value > was.value === (polarity === 'H') ? 'better' : 'worse';
};

/** Tells of the latest reading of each basis, for figures of another are not compared; how many others came with it is said. */
const tellLatest = ({ before, after }: Sides, was: MeasureRow, is: MeasureRow): Told[] => {
  const of = (plan: Plan, measure: MeasureRow) =>
    Map.groupBy(readingsOf(plan, measure, { ownBasis: false }), ({ basis }) => basis);
  const [earlier, later] = [of(before, was), of(after, is)];
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((basis) => {
    const [stood, stand] = [earlier.get(basis) ?? [], later.get(basis) ?? []];
    const [last, latest] = [stood.at(-1) ?? null, stand.at(-1) ?? null];
    if (last?.id === latest?.id) return [];
    const known = new Set(stood.map(({ id }) => id));
    const more = stand.filter(({ id }) => !known.has(id) && id !== latest?.id).length;
    const beside = more === 0 ? '' : `; ${plural(more, 'reading')} more`;
    const row = latest ?? last;
    if (!row) return [];
    return [
      told(row, {
        ...about(is),
        key: `measure ${is.id} reading ${basis}`,
        kind: 'reading',
        did: didOf(last, latest),
        importance: latest ? readingMove(is, last, latest) : 'removed',
        before: last ? readingInWords(last, was) : `No reading of this basis`,
        after: latest ? `${readingInWords(latest, is)}${beside}` : 'Reading withdrawn',
        rows: [`reading ${row.id}`],
      }),
    ];
  });
};

const used = ({ withdrawnOn, setAside }: Reading): boolean => withdrawnOn === null && setAside === null;

/** Tells of readings that stood before and read otherwise now, and of those that are no longer used though they were not the latest. */
const tellCorrected = ({ before, after }: Sides, measures: ReadonlyMap<string, MeasureRow>): Told[] =>
  pairsOf(before.readings, after.readings, used).flatMap(({ was, is, row }) => {
    const measure = measures.get(row.measureId);
    if (!measure || !was || !is) return [];
    const [earlier, later] = [readingInWords(was, measure), readingInWords(is, measure)];
    if (earlier === later) return [];
    const move = readingMove(measure, was, is);
    return [
      told(is, {
        ...about(measure),
        key: `reading ${row.id}`,
        kind: 'reading',
        did: 'changed',
        importance: move,
        before: earlier,
        after: `Corrected to ${later}`,
        rows: [`reading ${row.id}`],
      }),
    ];
  });

const order: readonly Impact[] = ['targetMet', 'floorMet', 'targetMissed', 'floorMissed'];
const impactMove = (was: Impact, is: Impact): Importance => {
  if (is === 'floorMissed' || is === 'targetMissed') return 'missed';
  if (!order.includes(was) || !order.includes(is)) return 'other';
  return order.indexOf(is) > order.indexOf(was) ? 'worse' : 'better';
};

const tellImpact = ({ before, after, days }: Sides, was: MeasureRow, is: MeasureRow): Told[] => {
  const [earlier, status] = [impactOf(before, was, days.before), impactOf(after, is, days.after)];
  if (earlier.key === status.key || (earlier.tone === 'none' && status.tone === 'none')) return [];
  return [
    told(is, {
      ...about(is),
      key: `measure ${is.id} impact`,
      kind: 'status',
      did: 'changed',
      importance: impactMove(earlier.key, status.key),
      before: impacts[earlier.key].label,
      after: status.label,
      tone: status.tone,
      why: shortened(status.reason),
      rows: [],
      last: null,
    }),
  ];
};

/** Tells what is not the same of the measures of a notice; of one that is new or gone, nothing but that. */
export const changesOfMeasures = (sides: Sides): Told[] => {
  const { before, after } = sides;
  const earlier = byId(before.measures.filter(standing));
  const both = after.measures.flatMap((is) => {
    const was = earlier.get(is.id);
    return was && standing(is) ? [{ was, is }] : [];
  });
  const measures = byId(both.map(({ is }) => is));
  return [
    ...pairsOf(before.measures, after.measures, standing).flatMap(({ was, is, row }) =>
      tellMeasure(sides, was, is, row),
    ),
    ...both.flatMap(({ was, is }) => [...tellImpact(sides, was, is), ...tellLatest(sides, was, is)]),
    ...tellTargets(sides, measures),
    ...tellCorrected(sides, measures),
  ];
};
