/** Words to be put beside a point of a drawing, in px. */
export type Wanted = {
  key: string;
  x: number;
  y: number;
  lines: readonly string[];
  /** How far the point itself reaches, so that words keep clear of it. */
  reach: number;
  /** Where it is tried first. */
  first: Side;
};
type Side = 'right' | 'left' | 'above' | 'below' | 'upRight' | 'upLeft' | 'downRight' | 'downLeft';

const everySide: readonly Side[] = ['right', 'left', 'above', 'below', 'upRight', 'upLeft', 'downRight', 'downLeft'];
/** Words with their place: `x` of their anchor, `y` of the first line's foot. */
export type PlacedLabel = {
  key: string;
  x: number;
  y: number;
  anchor: 'start' | 'end' | 'middle';
  lines: readonly string[];
};
/** Something drawn that words keep clear of. */
export type Dot = { x: number; y: number; reach: number };
type Box = { left: number; right: number; top: number; bottom: number };

export const lineHeight = 16;
const pxALetter = 7.1;
const gap = 5;

/** Gives about how wide words are at 13 px bold. */
export const widthOf = (lines: readonly string[]): number =>
  Math.max(0, ...lines.map((line) => line.length)) * pxALetter;

const boxAt = ({ x, y, lines, reach }: Wanted, side: Side): Box => {
  const [width, height] = [widthOf(lines), lines.length * lineHeight];
  const away = reach + gap;
  const level = { top: y - lineHeight / 2, bottom: y - lineHeight / 2 + height };
  const up = { top: y - away - height, bottom: y - away };
  const down = { top: y + away, bottom: y + away + height };
  const middle = { left: x - width / 2, right: x + width / 2 };
  const onward = { left: x, right: x + width };
  const back = { left: x - width, right: x };
  const boxes: Record<Side, Box> = {
    right: { ...level, left: x + away, right: x + away + width },
    left: { ...level, left: x - away - width, right: x - away },
    above: { ...up, ...middle },
    below: { ...down, ...middle },
    upRight: { ...up, ...onward },
    upLeft: { ...up, ...back },
    downRight: { ...down, ...onward },
    downLeft: { ...down, ...back },
  };
  return boxes[side];
};

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

const outside = (box: Box, bounds: Box): number => {
  const area = (box.right - box.left) * (box.bottom - box.top);
  return area - overlap(box, bounds);
};

/**
 * Puts words beside their points so that they lie neither on each other nor on a point, as far as there is room; the first
 * in the list chooses first.
 * @param drawn what else is drawn there, such as the lines, as dots along them
 */
export const placeLabels = (wanted: readonly Wanted[], bounds: Box, drawn: readonly Dot[] = []): PlacedLabel[] => {
  const taken: Box[] = [...wanted, ...drawn].map(({ x, y, reach }) => ({
    left: x - reach,
    right: x + reach,
    top: y - reach,
    bottom: y + reach,
  }));
  return wanted.map((label) => {
    const sides = [...new Set<Side>([label.first, ...everySide])];
    const scored = sides.map((side) => {
      const box = boxAt(label, side);
      return { side, box, cost: outside(box, bounds) * 3 + taken.reduce((sum, other) => sum + overlap(box, other), 0) };
    });
    const best = scored.reduce((a, b) => (b.cost < a.cost ? b : a));
    taken.push(best.box);
    const { side, box } = best;
    const anchor = /right$/i.test(side) ? 'start' : /left$/i.test(side) ? 'end' : 'middle';
    const x = anchor === 'start' ? box.left : anchor === 'end' ? box.right : label.x;
    return { key: label.key, x, y: box.top + lineHeight - 3.5, anchor, lines: label.lines };
  });
};

/** A vertical with words above the plot. */
export type Head = {
  key: string;
  x: number;
  lines: readonly string[];
  /** Whether its words may stand left of the line, though there is room at the right edge. */
  turns: boolean;
};

const isWithin = (box: { left: number; right: number }, bounds: { left: number; right: number }) =>
  box.left >= bounds.left && box.right <= bounds.right;

/**
 * Puts the words of verticals above them in as few rows as keep them apart: right of the line, or left of it where the next
 * one is near.
 */
export const placeHeads = (
  heads: readonly Head[],
  bounds: { left: number; right: number },
): (Head & { row: number; anchor: 'start' | 'end' })[] => {
  const rows: { left: number; right: number }[][] = [];
  // The last chooses first, so that a line shortly before a checkpoint turns its words to the left.
  return heads
    .toReversed()
    .map((head) => {
      const width = widthOf(head.lines) + gap;
      const right = { anchor: 'start' as const, left: head.x, right: head.x + width };
      const left = { anchor: 'end' as const, left: head.x - width, right: head.x };
      const boxes = [right, ...(head.turns || !isWithin(right, bounds) ? [left] : [])].filter((box) =>
        isWithin(box, bounds),
      );
      for (let row = 0; ; row += 1) {
        const inRow = (rows[row] ??= []);
        const box = boxes.find((each) => inRow.every((other) => each.right <= other.left || each.left >= other.right));
        if (box || inRow.length === 0) {
          inRow.push(box ?? right);
          return { ...head, row, anchor: (box ?? right).anchor };
        }
      }
    })
    .toReversed();
};
