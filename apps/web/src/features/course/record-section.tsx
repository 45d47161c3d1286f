import { Link } from '@tanstack/react-router';
import { eventKinds, type EventKind } from '@noticeboard/domain/scales';
import type { CourseView } from '@noticeboard/domain/views/course';
import { useNotice } from '../../app/notice.ts';
import { Section } from '../../components/section.tsx';

const whileItStands: readonly EventKind[] = [
  'varied',
  'extended',
  'direction',
  'servicesRemoved',
  'directionEnded',
  'lifted',
];

/** Where the programme office records what became of the notice: each leads to its form, and back here. */
export const RecordSection = ({ view: { lifting, wouldLeave } }: { view: CourseView }) => {
  const { noticeId, frame } = useNotice();
  if (frame.notice.withdrawnOn !== null) return null;
  const kinds: readonly EventKind[] = lifting === null ? whileItStands : ['postNoticeReview'];
  const from = `/n/${noticeId}/course`;
  return (
    <Section title="Record what became of the notice" intro={wouldLeave ?? undefined}>
      <ul className="nb-course__record nb-no-print">
        {kinds.map((kind) => (
          <li key={kind}>
            <Link
              to="/n/$noticeId/set-up/$noun/$rowId"
              params={{ noticeId, noun: 'event', rowId: 'new' }}
              search={{ kind, from }}
            >
              {eventKinds[kind].label}
            </Link>
          </li>
        ))}
        <li>
          <Link to="/n/$noticeId/set-up/$noun" params={{ noticeId, noun: 'area' }}>
            An area released from monitoring
          </Link>
        </li>
        <li>
          <Link
            to="/n/$noticeId/set-up/$noun/$rowId"
            params={{ noticeId, noun: 'event', rowId: 'new' }}
            search={{ from }}
          >
            Anything else
          </Link>
        </li>
      </ul>
    </Section>
  );
};
