import { actionSubject } from '@noticeboard/domain/changes/action';
import {
  askDateChange,
  askDateChangeInput,
  dateChangeSubject,
  decideDateChange,
  decideDateChangeInput,
  withdrawDateChange,
  withdrawDateChangeInput,
} from '@noticeboard/domain/changes/date-change';
import { dateChangesOf } from '@noticeboard/domain/views/date-changes';
import { z } from 'zod';
import { change, router, view } from '../trpc.ts';

export const dateChangeRouter = router({
  list: view('plan.read', z.object({}), ({ plan, today, who }) => dateChangesOf(plan, today, who)),
  ask: change(
    'date.ask',
    askDateChangeInput,
    (plan, { actionId }, today) => actionSubject(plan, actionId, today),
    askDateChange,
  ),
  decide: change('date.decide', decideDateChangeInput, (plan, { id }) => dateChangeSubject(plan, id), decideDateChange),
  withdraw: change(
    'date.ask',
    withdrawDateChangeInput,
    (plan, { id }) => dateChangeSubject(plan, id),
    withdrawDateChange,
  ),
});
