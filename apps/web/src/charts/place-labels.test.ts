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

const head = (key: string, x: number, turns = false) => ({ key, x, lines: ['6 months', '30 Sep 2023'], turns });

describe('placeHeads', () => {
  it('turns today to the left of a checkpoint that is near', () => {
    const placed = placeHeads([head('today', 200, true), head('six', 206)], { left: 0, right: 600 });
    expect(placed.map(({ key, anchor, row }) => [key, anchor, row])).toEqual([
      ['today', 'end', 0],
      ['six', 'start', 0],
    ]);
  });

  it('takes another row where two checkpoints are nearer than their words are wide', () => {
    const placed = placeHeads([head('three', 100), head('six', 100 + widthOf(['30 Sep 2023']) / 2)], {
      left: 0,
      right: 600,
    });
    expect(placed.map(({ row }) => row)).toEqual([1, 0]);
  });

  it('turns the last one to the left where it would leave the drawing', () => {
    expect(placeHeads([head('eighteen', 590)], { left: 0, right: 600 })[0]?.anchor).toBe('end');
  });
});
