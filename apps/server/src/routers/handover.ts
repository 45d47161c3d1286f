import {
  acceptHandover,
  acceptHandoverInput,
  declineHandover,
  declineHandoverInput,
  offererSubject,
  offerHandover,
  offerHandoverInput,
  offerSubjects,
  receiverSubjects,
  takeBackHandover,
  takeBackHandoverInput,
} from '@noticeboard/domain/changes/handover';
import { change, router } from '../trpc.ts';

export const handoverRouter = router({
  offer: change('handover.offer', offerHandoverInput, offerSubjects, offerHandover),
  accept: change('handover.decide', acceptHandoverInput, receiverSubjects, acceptHandover),
  decline: change('handover.decide', declineHandoverInput, receiverSubjects, declineHandover),
  takeBack: change(
    'handover.offer',
    takeBackHandoverInput,
    (plan, { id }, today) => offererSubject(plan, id, today),
    takeBackHandover,
  ),
});
