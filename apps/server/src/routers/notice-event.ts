import {
  createNoticeEvent,
  createNoticeEventInput,
  editNoticeEvent,
  editNoticeEventInput,
  withdrawNoticeEvent,
  withdrawNoticeEventInput,
} from '@noticeboard/domain/changes/notice-event';
import { nobodys } from '@noticeboard/domain/permissions';
import { change, router } from '../trpc.ts';

export const noticeEventRouter = router({
  create: change('plan.edit', createNoticeEventInput, () => nobodys, createNoticeEvent),
  edit: change('plan.edit', editNoticeEventInput, () => nobodys, editNoticeEvent),
  withdraw: change('plan.edit', withdrawNoticeEventInput, () => nobodys, withdrawNoticeEvent),
});
