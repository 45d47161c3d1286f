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
import { change, router } from '../trpc.ts';

export const readingRouter = router({
  add: change('reading.write', addReadingInput, (plan, { measureId }) => measureSubject(plan, measureId), addReading),
  correct: change('reading.write', correctReadingInput, (plan, { id }) => readingSubject(plan, id), correctReading),
  withdraw: change('reading.write', withdrawReadingInput, (plan, { id }) => readingSubject(plan, id), withdrawReading),
});
