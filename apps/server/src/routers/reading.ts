import { enterReadings, enterReadingsInput, enterReadingsSubject } from '@noticeboard/domain/changes/enter-readings';
import { measureSubject } from '@noticeboard/domain/changes/measure';
import {
  addReading,
  addReadingInput,
  correctReading,
  correctReadingInput,
  readingSubject,
  withdrawReading,
  withdrawReadingInput,
} from '@noticeboard/domain/changes/reading';
import { setAside, setAsideInput, putBack, putBackInput } from '@noticeboard/domain/changes/set-aside';
import { isoDate } from '@noticeboard/domain/fields';
import { nobodys } from '@noticeboard/domain/permissions';
import { entryGridOf } from '@noticeboard/domain/views/entry-grid';
import { z } from 'zod';
import { change, router, view } from '../trpc.ts';

export const readingRouter = router({
  /** Answers the readings that the person may enter, by months; empty for who may enter none. */
  grid: view('plan.read', z.object({ to: isoDate.optional() }), ({ plan, today, who }, { to }) =>
    entryGridOf(plan, today, who, to ?? null),
  ),
  add: change(
    'reading.write',
    addReadingInput,
    (plan, { measureId }, today) => measureSubject(plan, measureId, today),
    addReading,
  ),
  correct: change(
    'reading.write',
    correctReadingInput,
    (plan, { id }, today) => readingSubject(plan, id, today),
    correctReading,
  ),
  withdraw: change(
    'reading.write',
    withdrawReadingInput,
    (plan, { id }, today) => readingSubject(plan, id, today),
    withdrawReading,
  ),
  /** Says which of two sources is used: not for the owner of the measure to choose. */
  setAside: change('plan.edit', setAsideInput, () => nobodys, setAside),
  putBack: change('plan.edit', putBackInput, () => nobodys, putBack),
  /** Enters many readings in one change: all, or none. */
  enter: change('reading.write', enterReadingsInput, enterReadingsSubject, enterReadings),
});
