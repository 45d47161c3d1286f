import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendar.ts';
import { aCover, aPlan } from '../testing/rows.ts';
import { actingFor } from './owners.ts';

const plan = aPlan({ covers: [aCover()] });
const lead = ['member-lead', null];

test('a deputy acts from the first day of cover to the last, both included, and on no other', () => {
  expect(actingFor(plan, lead, '2023-09-17')).toEqual(lead);
  expect(actingFor(plan, lead, '2023-09-18')).toEqual([...lead, 'member-deputy']);
  expect(actingFor(plan, lead, '2023-09-29')).toEqual([...lead, 'member-deputy']);
  expect(actingFor(plan, lead, '2023-09-30')).toEqual(lead);
});

test('cover that was ended lets nobody act', () => {
  const ended = aPlan({ covers: [aCover({ withdrawnOn: '2023-09-20' })] });
  expect(actingFor(ended, lead, '2023-09-21')).toEqual(lead);
});

test('cover is never handed on, and takes nothing from whom a row belongs to', () => {
  const ids = fc.constantFrom<string[]>('a', 'b', 'c', 'd');
  const day = fc.integer({ min: 0, max: 20 }).map((days) => addDays('2023-09-10', days));
  const covers = fc.array(fc.tuple(ids, ids, day, day), { maxLength: 8 });
  fc.assert(
    fc.property(covers, fc.array(ids, { maxLength: 3 }), day, (some, owners, today) => {
      const given = aPlan({
        covers: some.map(([memberId, deputyId, startsOn, endsOn]) => aCover({ memberId, deputyId, startsOn, endsOn })),
      });
      const acting = actingFor(given, owners, today);
      expect(acting.slice(0, owners.length)).toEqual(owners);
      for (const each of acting.slice(owners.length)) {
        const theirs = given.covers.filter(({ deputyId }) => deputyId === each);
        expect(
          theirs.some(
            ({ memberId, startsOn, endsOn }) => owners.includes(memberId) && startsOn <= today && today <= endsOn,
          ),
        ).toBe(true);
      }
    }),
  );
});
