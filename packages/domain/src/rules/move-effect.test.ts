import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar.ts';
import { formatDate } from '../words.ts';
import { moveEffectOf, type MoveMarks } from './move-effect.ts';

const marks: MoveMarks = {
  checkpoints: [
    { on: '2023-09-30', name: '6-month checkpoint' },
    { on: '2024-03-30', name: '12-month checkpoint' },
  ],
  requirements: [
    { on: '2023-09-30', code: '4a' },
    { on: '2023-09-30', code: '4b' },
    { on: '2023-05-12', code: '1' },
  ],
  waiting: [{ on: '2024-06-30', code: '1.10' }],
};

describe('the effect of a move', () => {
  it('names each checkpoint that is passed, and each requirement that is missed, by its days', () => {
    expect(moveEffectOf('2023-09-30', '2023-10-31', marks)).toBe(
      'It passes the 6-month checkpoint on 30 September 2023 by 31 days. Requirement 1, due 12 May 2023, would be missed by 172 days in place of 141. Requirements 4a and 4b, due 30 September 2023, would be missed by 31 days.',
    );
  });

  it('keeps a day that the action is due on', () => {
    expect(moveEffectOf('2023-09-15', '2023-09-30', { ...marks, requirements: marks.requirements.slice(0, 2) })).toBe(
      'No checkpoint and no requirement that it serves lies between 15 September 2023 and 30 September 2023.',
    );
  });

  it('names what waits for the action and is due before', () => {
    expect(moveEffectOf('2024-04-30', '2024-07-31', { ...marks, requirements: [] })).toBe(
      'Action 1.10, due 30 June 2024, waits for this one.',
    );
  });

  it('says what an earlier date no longer passes', () => {
    expect(moveEffectOf('2023-10-31', '2023-09-30', marks)).toBe(
      'It no longer passes the 6-month checkpoint on 30 September 2023. Requirements 4a and 4b, due 30 September 2023, would no longer be missed.',
    );
  });
});

const day = fc.integer({ min: -200, max: 500 }).map((days) => addDays('2023-09-01', days));

it('names a checkpoint where it lies from the one date up to the other, and nowhere else', () => {
  fc.assert(
    fc.property(day, day, day, (from, to, on) => {
      fc.pre(from !== to);
      const said = moveEffectOf(from, to, {
        checkpoints: [{ on, name: 'checkpoint' }],
        requirements: [],
        waiting: [],
      });
      const [first, last] = from < to ? [from, to] : [to, from];
      expect(said.includes(`the checkpoint on ${formatDate(on)}`)).toBe(first <= on && on < last);
      expect(said).not.toMatch(/undefined|NaN|-\d/);
    }),
  );
});

const passed = (text: string) => text.match(/the \d+-month checkpoint/g) ?? [];

it('says of a move and of the same move back that the same checkpoints are passed', () => {
  fc.assert(
    fc.property(day, day, (from, to) => {
      fc.pre(from !== to);
      const bare = { ...marks, requirements: [], waiting: [] };
      expect(passed(moveEffectOf(from, to, bare))).toEqual(passed(moveEffectOf(to, from, bare)));
    }),
  );
});
