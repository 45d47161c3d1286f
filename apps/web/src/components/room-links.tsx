import type { MeetingLine } from '@noticeboard/domain/views/meetings';
import { useMay, useNotice } from '../app/notice.ts';
import { ButtonLink } from './button.tsx';

/** Leads from a meeting into its room while it is to come or held, and to its minutes once it was. */
export const RoomLinks = ({ meeting: { id, state } }: { meeting: Pick<MeetingLine, 'id' | 'state'> }) => {
  const { noticeId } = useNotice();
  const holds = useMay('meeting.minute');
  const params = { noticeId, meetingId: id };
  const { key } = state;
  return (
    <>
      {key === 'open' ? (
        <ButtonLink to="/n/$noticeId/meetings/$meetingId/hold" params={params}>
          Go into the meeting
        </ButtonLink>
      ) : null}
      {holds && (key === 'planned' || key === 'notClosed') ? (
        <ButtonLink to="/n/$noticeId/meetings/$meetingId/hold" params={params} kind="secondary">
          Hold the meeting
        </ButtonLink>
      ) : null}
      {key === 'planned' || key === 'cancelled' ? null : (
        <ButtonLink to="/n/$noticeId/meetings/$meetingId/minutes" params={params} kind="secondary">
          Minutes
        </ButtonLink>
      )}
    </>
  );
};
