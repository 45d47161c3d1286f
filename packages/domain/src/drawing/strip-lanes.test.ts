import { describe, expect, it } from 'vitest';
import type { StripMark } from '../charts/time-strip.ts';
import { placed, stripColumns } from './strip-lanes.ts';

const mark = (key: string, share: number, over: Partial<StripMark> = {}): StripMark => ({
  key,
  kind: 'event',
  name: key,
  on: '2023-05-12',
  date: '12 May 2023',
  detail: '136 days ago',
  share,
  tone: 'neutral',
  mark: 'own',
  disputed: null,
  ...over,
});

describe('placed', () => {
  it('gives words that would cover others a lane further out', () => {
    const lanes = placed([mark('a', 0.1), mark('b', 0.12), mark('c', 0.5)]).map(({ lane }) => lane);
    expect(lanes).toEqual([0, 1, 0]);
  });

  it('keeps today next to the bar, and everything in the order given', () => {
    const places = placed([mark('a', 0.3), mark('today', 0.31, { kind: 'today' })]);
    expect(places.map(({ mark: { key }, lane }) => [key, lane])).toEqual([
      ['a', 1],
      ['today', 0],
    ]);
  });

  it('turns words round at the end of the strip', () => {
    const [place] = placed([mark('end', 1, { kind: 'checkpoint' })]);
    expect(place).toMatchObject({ side: 'above', line: stripColumns + 1, to: stripColumns + 1, end: true });
  });
});
