import { setFocus, setFocusInput } from '@noticeboard/domain/changes/focus';
import { nobodys } from '@noticeboard/domain/permissions';
import { change, router } from '../trpc.ts';

export const focusRouter = router({
  set: change('focus.set', setFocusInput, () => nobodys, setFocus),
});
