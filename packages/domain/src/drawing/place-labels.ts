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
  /** A short line from the point to words that stand further off. */
  leader: { from: { x: number; y: number }; to: { x: number; y: number } } | null;
};
/** Something drawn that words keep clear of. */
export type Dot = { x: number; y: number; reach: number };
type Box = { left: number; right: number; top: number; bottom: number };

export const lineHeight = 16;
const pxALetter = 7.1;
const gap = 5;
/** What words across a vertical cost by each px of their height, and words further off, in px of area. */
const crossing = 8;
const leading = 160;
/** Words this near to a vertical touch it, in px. */
const near = 3;

/** Gives about how wide words are at 13 px bold. */
export const widthOf = (lines: readonly string[]): number =>
  Math.max(0, ...lines.map((line) => line.length)) * pxALetter;

/** Long words are broken once, so that they do not reach across half the plot. */
const longest = 26;
export const broken = (line: string): string[] => {
  const at = line.lastIndexOf(' ', longest);
  return line.length <= longest || at < 0 ? [line] : [line.slice(0, at), line.slice(at + 1)];
};

const boxAt = ({ x, y, lines, reach }: Wanted, side: Side): Box => {
  const [width, height] = [widthOf(lines), lines.length * lineHeight];
  const away = reach + gap;
  const level = { top: y - lineHeight / 2, bottom: y - lineHeight / 2 + height };
  const up = { top: y - away - height, bottom: y - away };
  const down = { top: y + away, bottom: y + away + height };
  const middle = { left: x - width / 2, right: x + width / 2 };
  const onward = { left: x + gap, right: x + gap + width };
  const back = { left: x - gap - width, right: x - gap };
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

/** How near a vertical is to a point whose words step over it, in px. */
const stepsOver = 40;
const raised = 14;

/** Words beyond the verticals that follow a point, raised so that a short line can lead to them. */
const beyond = (label: Wanted, verticals: readonly number[], bounds: Box): Box | undefined => {
  const following = verticals.filter((x) => x > label.x && x - label.x <= stepsOver);
  if (following.length === 0) return undefined;
  const left = Math.max(...following, label.x + label.reach + gap) + gap + 4;
  const height = label.lines.length * lineHeight;
  const top = Math.min(label.y - raised - lineHeight / 2, bounds.bottom - height);
  return { left, right: left + widthOf(label.lines), top, bottom: top + height };
};

const anchorOf = (side: Side) =>
  /right$/i.test(side) ? ('start' as const) : /left$/i.test(side) ? ('end' as const) : ('middle' as const);

/**
 * Puts words beside their points so that they lie neither on each other nor on a point, nor across a vertical, as far as
 * there is room; the first in the list chooses first.
 * @param drawn what else is drawn there, such as the lines, as dots along them
 * @param verticals where lines stand from the top to the bottom
 */
export const placeLabels = (
  wanted: readonly Wanted[],
  bounds: Box,
  drawn: readonly Dot[] = [],
  verticals: readonly number[] = [],
): PlacedLabel[] => {
  const boxOf = ({ x, y, reach }: Dot): Box => ({
    left: x - reach,
    right: x + reach,
    top: y - reach,
    bottom: y + reach,
  });
  const points = wanted.map(boxOf);
  const taken = drawn.map(boxOf);
  const costOf = (box: Box) =>
    outside(box, bounds) * 3 +
    points.reduce((sum, point) => sum + overlap(box, point) * 3, 0) +
    taken.reduce((sum, other) => sum + overlap(box, other), 0) +
    verticals.filter((x) => x > box.left - near && x < box.right + near).length * crossing * (box.bottom - box.top);
  return wanted.map((label) => {
    const sides = [...new Set<Side>([label.first, ...everySide])];
    const far = beyond(label, verticals, bounds);
    const choices = [
      ...sides.map((side) => ({ anchor: anchorOf(side), box: boxAt(label, side), leads: false })),
      ...(far ? [{ anchor: 'start' as const, box: far, leads: true }] : []),
    ];
    const best = choices
      .map((choice) => ({ ...choice, cost: costOf(choice.box) + (choice.leads ? leading : 0) }))
      .reduce((a, b) => (b.cost < a.cost ? b : a));
    const { box, anchor, leads } = best;
    taken.push(box);
    const x = anchor === 'start' ? box.left : anchor === 'end' ? box.right : label.x;
    const leader = { from: { x: label.x, y: label.y }, to: { x: box.left - 2, y: box.top + lineHeight / 2 } };
    return {
      key: label.key,
      x,
      y: box.top + lineHeight - 3.5,
      anchor,
      lines: label.lines,
      leader: leads ? leader : null,
    };
  });
};

/** A vertical with words above the plot. */
export type Head = { key: string; x: number; lines: readonly string[] };
type Span = { left: number; right: number };
type PlacedHead = Head & { row: number; anchor: 'start' | 'end' };
type HeadPlace = { row: number; anchor: 'start' | 'end'; span: Span; x: number };

/** A line goes down from its own words, so that it passes through the rows below them. */
const passesThrough = (line: HeadPlace, words: HeadPlace) =>
  line.row > words.row && line.x > words.span.left && line.x < words.span.right;
const touches = (a: HeadPlace, b: HeadPlace) =>
  a.row === b.row && a.span.left < b.span.right && a.span.right > b.span.left;

/**
 * Puts the words of verticals above them in as few rows as keep them apart, right or left of their lines, and off each
 * other's lines if there is a way.
 */
export const placeHeads = (heads: readonly Head[], bounds: Span): PlacedHead[] => {
  const spansOf = ({ x, lines }: Head, next: Head | undefined) => {
    const width = widthOf(lines) + gap;
    const right = { anchor: 'start' as const, span: { left: x, right: x + width } };
    const left = { anchor: 'end' as const, span: { left: x - width, right: x } };
    const isNear = next !== undefined && next.x - x < width;
    const inside = (isNear ? [left, right] : [right, left]).filter(
      ({ span }) => span.left >= bounds.left && span.right <= bounds.right,
    );
    return inside.length > 0 ? inside : [right];
  };
  // The last chooses first, so that a line shortly before a checkpoint turns its words to the left.
  const search = (
    rows: number,
    mayCross: boolean,
    index: number,
    placed: readonly HeadPlace[],
  ): HeadPlace[] | undefined => {
    const head = heads[index];
    if (!head) return [];
    for (let row = 0; row < rows; row += 1) {
      for (const { anchor, span } of spansOf(head, heads[index + 1])) {
        const place = { row, anchor, span, x: head.x };
        const isFree = placed.every(
          (other) =>
            !touches(place, other) && (mayCross || (!passesThrough(place, other) && !passesThrough(other, place))),
        );
        const rest = isFree ? search(rows, mayCross, index - 1, [...placed, place]) : undefined;
        if (rest) return [...rest, place];
      }
    }
    return undefined;
  };
  const rowCounts = heads.map((_, index) => index + 1);
  const found = [false, true].reduce<HeadPlace[] | undefined>(
    (sofar, mayCross) =>
      sofar ??
      rowCounts.reduce<HeadPlace[] | undefined>(
        (all, rows) => all ?? search(rows, mayCross, heads.length - 1, []),
        undefined,
      ),
    undefined,
  );
  return heads.flatMap((head, index) => {
    const place = found?.[index];
    return place ? [{ ...head, row: place.row, anchor: place.anchor }] : [];
  });
};
