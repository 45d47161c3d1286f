import {
  coverSubject,
  setCover,
  setCoverInput,
  setCoverSubject,
  withdrawCover,
  withdrawCoverInput,
} from '@noticeboard/domain/changes/cover';
import { change, router } from '../trpc.ts';

export const coverRouter = router({
  set: change('cover.set', setCoverInput, (plan, { memberId }) => coverSubject(plan, memberId), setCover),
  withdraw: change('cover.set', withdrawCoverInput, (plan, { id }) => setCoverSubject(plan, id), withdrawCover),
});
