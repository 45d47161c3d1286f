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
});
