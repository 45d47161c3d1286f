/** Histories of the dates of an action, for tests of what was expected when. */
import * as fc from 'fast-check';
import { addDays } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { DatesRecorded } from '../rules/expected-dates.ts';
import type { Stage } from '../scales.ts';

/** An action due on 31 August 2023, as it was left on a day. */
export const datesRecorded = (on: IsoDate, over: Partial<DatesRecorded> = {}): DatesRecorded => ({
  actionId: 'action-1.01',
  on,
  originalDue: '2023-08-31',
  currentDue: '2023-08-31',
  forecast: null,
  stage: 'inProgress',
  ...over,
});

/** The casework team of Kent: its date moves on 30 August, its forecast on 20 September, its date again on 27 September. */
export const casework: readonly DatesRecorded[] = [
  datesRecorded('2023-07-24'),
  datesRecorded('2023-08-30', { currentDue: '2023-09-30' }),
  datesRecorded('2023-09-20', { currentDue: '2023-09-30', forecast: '2023-10-31' }),
  datesRecorded('2023-09-27', { currentDue: '2023-10-31', forecast: '2023-10-31' }),
];

const from = '2023-04-01';
const stages: readonly Stage[] = ['notStarted', 'inProgress', 'inProgress', 'delivered', 'evidenced', 'withdrawn'];

/** Any history of one action that begins within 400 days of 1 April 2023, oldest first. */
export const histories: fc.Arbitrary<DatesRecorded[]> = fc
  .array(
    fc.record({
      after: fc.nat(60),
      due: fc.integer({ min: -60, max: 500 }),
      forecast: fc.option(fc.integer({ min: -60, max: 600 })),
      stage: fc.constantFrom(...stages),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((steps) => {
    let day = 0;
    return steps.map(({ after, due, forecast, stage }, index) => {
      day += after;
      return datesRecorded(addDays(from, day), {
        currentDue: addDays(from, due),
        forecast: forecast === null ? null : addDays(from, forecast),
        stage: index === 0 && stage === 'withdrawn' ? 'notStarted' : stage,
      });
    });
  });
