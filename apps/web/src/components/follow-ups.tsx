import { Link } from '@tanstack/react-router';
import type { FollowUpLine } from '@noticeboard/domain/views/follow-ups';
import { formatDate } from '@noticeboard/domain/words';
import { useMay, useNotice } from '../app/notice.ts';
import { trpc } from '../app/trpc.ts';
import { useChange } from '../app/use-change.ts';
import { Button } from './button.tsx';
import { SourceMark } from './source-mark.tsx';
import { StatusTag } from './status-tag.tsx';

const Mark = ({ line: { id, version, doneOn, what, subject } }: { line: FollowUpLine }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.decision.markFollowUp.mutationOptions());
  const marks = useMay('followUp.mark', subject);
  if (!marks) return null;
  const done = doneOn === null;
  return (
    <div className="nb-no-print">
      {refusal ? (
        <p className="govuk-error-message" role="alert">
          {refusal.sentence}
        </p>
      ) : null}
      <Button
        kind="secondary"
        disabled={saving}
        onClick={() => void save({ noticeId, id, expectedVersion: version, done })}
      >
        {done ? 'Mark done' : 'Not done after all'}
        <span className="govuk-visually-hidden">: {what}</span>
      </Button>
    </div>
  );
};

/**
 * What meetings asked somebody to do, each with the way to call it done for whoever may.
 * @param across whether the lines are of several meetings, so that each names its own
 */
export const FollowUps = ({ lines, across = false }: { lines: readonly FollowUpLine[]; across?: boolean }) => {
  const { noticeId } = useNotice();
  return (
    <ul className="nb-list-plain nb-follow-ups">
      {lines.map((line) => (
        <li key={line.id} className="nb-follow-ups__line">
          <div>
            <p>
              <strong>{line.what}</strong> <SourceMark mark={line.mark} dense />
            </p>
            <p className="nb-meta">
              {line.to}, after {line.item}
              {across ? (
                <>
                  ,{' '}
                  <Link to="/n/$noticeId/meetings/$meetingId" params={{ noticeId, meetingId: line.meeting.id }}>
                    {line.meeting.title}, {formatDate(line.meeting.on)}
                  </Link>
                </>
              ) : null}
            </p>
            <p>
              <StatusTag status={line.state} /> <span className="nb-secondary">{line.state.reason}</span>
            </p>
          </div>
          <Mark line={line} />
        </li>
      ))}
    </ul>
  );
};
