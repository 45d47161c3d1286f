import { describe, expect, it } from 'vitest';
import { placeHeads, placeLabels, widthOf, type Wanted } from './place-labels.ts';

const bounds = { left: 0, right: 600, top: 0, bottom: 300 };
const wanted = (key: string, x: number, y: number): Wanted => ({
  key,
  x,
  y,
  lines: ['13.2%, June 2023'],
  reach: 7,
  first: 'right',
});

describe('placeLabels', () => {
  it('puts words where they are asked for while there is room', () => {
    expect(placeLabels([wanted('a', 100, 100)], bounds)[0]).toMatchObject({ anchor: 'start', x: 112 });
  });

  it('turns words to the left at the right edge', () => {
    expect(placeLabels([wanted('a', 590, 100)], bounds)[0]).toMatchObject({ anchor: 'end', x: 578 });
  });

  it('keeps the words of two near points apart', () => {
    const [first, second] = placeLabels([wanted('a', 100, 100), wanted('b', 130, 104)], bounds);
    expect(first?.anchor).not.toBe('start');
    expect(second?.anchor).toBe('start');
  });

  it('keeps words clear of a line that is drawn there', () => {
    const line = Array.from({ length: 30 }, (_, index) => ({ x: 110 + index * 8, y: 100, reach: 3 }));
    expect(placeLabels([wanted('a', 100, 100)], bounds, line)[0]?.anchor).not.toBe('start');
  });
});

describe('placeLabels beside verticals', () => {
  it('turns words away from a vertical', () => {
    expect(placeLabels([wanted('a', 300, 100)], bounds, [], [330])[0]).toMatchObject({ anchor: 'end', leader: null });
  });

  it('leads to words beyond the verticals where there is no room on the other side', () => {
    const [placed] = placeLabels([wanted('a', 300, 290)], { ...bounds, left: 250 }, [], [330, 333]);
    expect(placed?.x).toBeGreaterThan(333);
    expect(placed?.leader?.from).toEqual({ x: 300, y: 290 });
  });
});

const head = (key: string, x: number) => ({ key, x, lines: ['6 months', '30 Sep 2023'] });
const width = widthOf(['30 Sep 2023']);

describe('placeHeads', () => {
  it('turns today to the left of a checkpoint that is near', () => {
    const placed = placeHeads([head('today', 200), head('six', 206)], { left: 0, right: 600 });
    expect(placed.map(({ key, anchor, row }) => [key, anchor, row])).toEqual([
      ['today', 'end', 0],
      ['six', 'start', 0],
    ]);
  });

  it('takes another row where two checkpoints are nearer than their words are wide, and there is no room to turn', () => {
    const placed = placeHeads([head('three', 60), head('six', 60 + width / 2)], { left: 0, right: 600 });
    expect(placed.map(({ row }) => row)).toEqual([1, 0]);
  });

  it('draws no line through the words of another', () => {
    const placed = placeHeads([head('three', 300), head('today', 340), head('six', 344)], { left: 0, right: 600 });
    expect(placed.map(({ anchor, row }) => [anchor, row])).toEqual([
      ['end', 0],
      ['end', 1],
      ['start', 0],
    ]);
  });

  it('keeps words apart even where a line has to go through some', () => {
    const placed = placeHeads([head('three', 20), head('six', 50), head('twelve', 80)], { left: 0, right: 100 });
    expect(new Set(placed.map(({ row }) => row)).size).toBe(3);
  });

  it('turns the last one to the left where it would leave the drawing', () => {
    expect(placeHeads([head('eighteen', 590)], { left: 0, right: 600 })[0]?.anchor).toBe('end');
  });
});
