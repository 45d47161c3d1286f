import { frame } from '@noticeboard/domain/views/frame';
import { z } from 'zod';
import { router, view } from '../trpc.ts';

export const noticeRouter = router({
  frame: view('frame.read', z.object({}), ({ plan, today, who }) => frame(plan, today, who)),
});
