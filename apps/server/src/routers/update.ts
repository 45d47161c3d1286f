import { updateSubject, writeUpdate, writeUpdateInput } from '@noticeboard/domain/changes/update';
import { change, router } from '../trpc.ts';

export const updateRouter = router({
  write: change('update.write', writeUpdateInput, updateSubject, writeUpdate),
});
