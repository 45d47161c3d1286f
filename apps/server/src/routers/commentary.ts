import { writeCommentary, writeCommentaryInput } from '@noticeboard/domain/changes/commentary';
import { measureSubject } from '@noticeboard/domain/changes/measure';
import { change, router } from '../trpc.ts';

export const commentaryRouter = router({
  write: change(
    'commentary.write',
    writeCommentaryInput,
    (plan, { measureId }, today) => measureSubject(plan, measureId, today),
    writeCommentary,
  ),
});
