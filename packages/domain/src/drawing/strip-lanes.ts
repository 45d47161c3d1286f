import type { StripMark } from '../charts/time-strip.ts';

/** How many columns the strip's grid has: fine enough for a day, coarse enough for a browser. */
export const stripColumns = 400;

/** Where a mark's words stand: the grid columns they cover, the lane away from the bar (0 is next to it), and the side. */
export type Placed = {
  mark: StripMark;
  side: 'above' | 'below';
  line: number;
  from: number;
  to: number;
  lane: number;
  end: boolean;
};

const pixelsPerColumn = 3;
// Of the widest of the fonts that stand in for Arial.
const pixelsPerLetter = 7.8;
const leastColumns = 36;
const mostColumns = 64;

const sideOf = ({ kind }: StripMark): Placed['side'] => (kind === 'issue' || kind === 'checkpoint' ? 'above' : 'below');

const bold = 1.12;
/** As long as these letters: the word "Disputed" beside a name. */
const markLetters = 10;

const columnsOf = ({ kind, name, date, detail, disputed, tone }: StripMark): number => {
  const lengths =
    kind === 'today'
      ? [bold * (name.length + date.length + 1)]
      : [
          bold * name.length + (disputed === null ? 0 : markLetters),
          date.length,
          detail.length * (tone === 'amber' ? bold : 1),
        ];
  return Math.max(leastColumns, Math.ceil((Math.max(...lengths) * pixelsPerLetter + 24) / pixelsPerColumn));
};

/** The most columns for the words of a mark: above the bar as far as its neighbour, below it a readable measure. */
const roomOf = (mark: StripMark, marks: readonly StripMark[]): number => {
  if (mark.kind === 'today') return stripColumns;
  if (sideOf(mark) === 'below') return mostColumns;
  const next = marks.find((other) => sideOf(other) === 'above' && other.share > mark.share);
  if (!next) return mostColumns;
  const free = Math.floor((next.share - mark.share) * stripColumns);
  return Math.max(leastColumns, next.share > 0.9 ? free - mostColumns : free);
};

/** Places marks so that no words cover others: each takes the first lane that is free where it stands, today before all others. */
export const placed = (marks: readonly StripMark[]): Placed[] => {
  const taken = { above: [] as Placed[][], below: [] as Placed[][] };
  const inOrder = [...marks.filter(({ kind }) => kind === 'today'), ...marks.filter(({ kind }) => kind !== 'today')];
  const found = inOrder.map((mark): Placed => {
    const side = sideOf(mark);
    const line = 1 + Math.round(mark.share * stripColumns);
    const width = Math.min(columnsOf(mark), roomOf(mark, marks));
    const end = line + width > stripColumns + 1;
    const [from, to] = end ? [Math.max(1, line - width), line] : [line, line + width];
    const lanes = taken[side];
    let lane = lanes.findIndex((others) => others.every((other) => other.to <= from || to <= other.from));
    if (lane === -1) lane = lanes.push([]) - 1;
    const place = { mark, side, line, from, to, lane, end };
    lanes[lane]?.push(place);
    return place;
  });
  // Read aloud and down a phone, they stand in the order of their days.
  return marks.flatMap((mark) => found.filter((place) => place.mark === mark));
};
