import { setFocus, setFocusInput } from '@noticeboard/domain/changes/focus';
import { nobodys } from '@noticeboard/domain/permissions';
import { focusOf } from '@noticeboard/domain/views/focus';
import { z } from 'zod';
import { change, router, view } from '../trpc.ts';

export const focusRouter = router({
  read: view('plan.read', z.object({}), ({ plan, today }) => focusOf(plan, today)),
  set: change('focus.set', setFocusInput, () => nobodys, setFocus),
});
