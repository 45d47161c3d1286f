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
import { offersTo } from '@noticeboard/domain/views/handovers';
import { z } from 'zod';
import { change, router, view } from '../trpc.ts';

export const handoverRouter = router({
  /** What is offered to whoever asks. */
  mine: view('plan.read', z.object({}), ({ plan, today, who }) => offersTo(plan, who.memberId, today)),
  offer: change('handover.offer', offerHandoverInput, offerSubjects, offerHandover),
  accept: change('handover.decide', acceptHandoverInput, receiverSubjects, acceptHandover),
  decline: change('handover.decide', declineHandoverInput, receiverSubjects, declineHandover),
  takeBack: change(
    'handover.offer',
    takeBackHandoverInput,
    (plan, { id }) => offererSubject(plan, id),
    takeBackHandover,
  ),
});
