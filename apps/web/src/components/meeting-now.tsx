import { Link } from '@tanstack/react-router';
import type { MeetingNow as Now } from '@noticeboard/domain/views/meeting-now';
import { useNotice } from '../app/notice.ts';
import { ButtonLink } from './button.tsx';

/** Leads into the room while a meeting is held, else to the next one. */
export const MeetingNow = ({ meeting: { id, held, words } }: { meeting: Now }) => {
  const { noticeId } = useNotice();
  const params = { noticeId, meetingId: id };
  return held ? (
    <ButtonLink to="/n/$noticeId/meetings/$meetingId/hold" params={params}>
      {words}
    </ButtonLink>
  ) : (
    <p className="nb-no-print">
      Next:{' '}
      <Link to="/n/$noticeId/meetings/$meetingId" params={params}>
        {words}
      </Link>
    </p>
  );
};
