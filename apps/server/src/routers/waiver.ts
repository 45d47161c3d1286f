import {
  recordWaiver,
  recordWaiverInput,
  withdrawWaiver,
  withdrawWaiverInput,
} from '@noticeboard/domain/changes/waiver';
import { nobodys } from '@noticeboard/domain/permissions';
import { change, router } from '../trpc.ts';

export const waiverRouter = router({
  record: change('waiver.record', recordWaiverInput, () => nobodys, recordWaiver),
  withdraw: change('waiver.record', withdrawWaiverInput, () => nobodys, withdrawWaiver),
});
