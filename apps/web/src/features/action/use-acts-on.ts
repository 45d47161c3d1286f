import type { ActionView } from '@noticeboard/domain/views/action';
import { useNotice } from '../../app/notice.ts';

/** Says whether the reader acts on an action themselves, as lead, deputy or cover: nobody says for themselves that it is done. */
export const useActsOn = ({ subject }: Pick<ActionView, 'subject'>): boolean => {
  const { frame } = useNotice();
  return subject.memberIds.includes(frame.who.memberId);
};
