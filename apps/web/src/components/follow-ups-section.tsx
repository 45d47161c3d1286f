import { useQuery } from '@tanstack/react-query';
import { useNotice } from '../app/notice.ts';
import { trpc } from '../app/trpc.ts';
import { FollowUps } from './follow-ups.tsx';
import { Section } from './section.tsx';

/**
 * What is to be done after a meeting; without one, what is not done of all. Nothing where nobody was asked to do anything.
 * @param toId set where only what this member is to do is shown
 */
export const FollowUpsSection = ({ meetingId, toId }: { meetingId: string | null; toId?: string }) => {
  const { input } = useNotice();
  const { data = [] } = useQuery(trpc.decision.followUps.queryOptions({ ...input, meetingId }));
  const lines = toId === undefined ? data : data.filter((line) => line.toId === toId);
  if (lines.length === 0) return null;
  return (
    <Section title={meetingId === null ? 'Follow-ups of meetings that are not done' : 'Follow-ups'}>
      <FollowUps lines={lines} across={meetingId === null} />
    </Section>
  );
};
