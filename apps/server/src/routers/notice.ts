import { createId } from '@noticeboard/db/id';
import { record, write } from '@noticeboard/db/ledger';
import { createNotice, createNoticeInput } from '@noticeboard/domain/changes/create-notice';
import {
  editNotice,
  editNoticeInput,
  setDateMoveLimit,
  setDateMoveLimitInput,
  setMeetingRules,
  setMeetingRulesInput,
  setRatio,
  setRatioInput,
  setReporting,
  setReportingInput,
  withdrawNotice,
  withdrawNoticeInput,
} from '@noticeboard/domain/changes/notice';
import { nobodys } from '@noticeboard/domain/permissions';
import { courseView } from '@noticeboard/domain/views/course';
import { erasedView } from '@noticeboard/domain/views/erased';
import { frame } from '@noticeboard/domain/views/frame';
import { interventionView } from '@noticeboard/domain/views/intervention';
import { meetingRulesView } from '@noticeboard/domain/views/meeting-rules';
import { reportingView } from '@noticeboard/domain/views/reporting';
import { z } from 'zod';
import { change, programmeOffice, type Receipt, router, view } from '../trpc.ts';

export const noticeRouter = router({
  frame: view('frame.read', z.object({}), ({ plan, today, who }) => frame(plan, today, who)),
  /** Answers which rows of a past day are not as they stood, because their words were erased by law. */
  erased: view('frame.read', z.object({}), ({ plan }) => erasedView(plan)),
  course: view('plan.read', z.object({}), ({ plan, today }) => courseView(plan, today)),
  intervention: view('plan.read', z.object({}), ({ plan, today }) => interventionView(plan, today)),
  meetingRules: view('frame.read', z.object({}), ({ plan }) => meetingRulesView(plan)),
  reporting: view('reporting.edit', z.object({}), ({ plan, today }) => reportingView(plan, today)),

  create: programmeOffice
    .input(createNoticeInput)
    .mutation(async ({ ctx, input }): Promise<Receipt & { noticeId: string }> => {
      const [noticeId, memberId] = [createId(), createId()];
      const changes = createNotice(input, { noticeId, memberId, accountId: ctx.account.id, today: ctx.clock.today() });
      const { head, at } = await write(
        ctx.db,
        { chain: noticeId, actor: memberId, reason: input.reason },
        async (writer) => {
          for (const each of changes) await record(writer, each);
        },
      );
      return { noticeId, head, at, by: input.memberTitle, versions: { [noticeId]: 1, [memberId]: 1 } };
    }),

  edit: change('plan.edit', editNoticeInput, () => nobodys, editNotice),
  setDateMoveLimit: change('settings.edit', setDateMoveLimitInput, () => nobodys, setDateMoveLimit),
  setMeetingRules: change('settings.edit', setMeetingRulesInput, () => nobodys, setMeetingRules),
  setReporting: change('reporting.edit', setReportingInput, () => nobodys, setReporting),
  setRatio: change('plan.edit', setRatioInput, () => nobodys, setRatio),
  withdraw: change('plan.edit', withdrawNoticeInput, () => nobodys, withdrawNotice),
});
