import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { HoldView } from '@noticeboard/domain/views/hold';
import { formatDate } from '@noticeboard/domain/words';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { Button } from '../../components/button.tsx';
import { ChangeForm } from '../../components/change-form.tsx';
import { problemsOf } from '../../components/problems.ts';
import { Textarea } from '../../components/textarea.tsx';

const Open = ({ hold: { meeting, today } }: { hold: HoldView }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.decision.open.mutationOptions());
  return (
    <>
      {meeting.on > today ? (
        <p>
          It is planned for {formatDate(meeting.on)}. If you open it now, it is held today, {formatDate(today)}.
        </p>
      ) : null}
      {refusal ? (
        <p className="govuk-error-message" role="alert">
          {refusal.sentence}
        </p>
      ) : null}
      <Button
        disabled={saving}
        onClick={() => void save({ noticeId, id: meeting.id, expectedVersion: meeting.version })}
      >
        Open the meeting
      </Button>
    </>
  );
};

const Reopen = ({ hold: { meeting } }: { hold: HoldView }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.decision.reopen.mutationOptions());
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  if (!asking) {
    return (
      <Button kind="secondary" onClick={() => setAsking(true)}>
        Reopen the meeting
      </Button>
    );
  }
  const problems = problemsOf(['reason'], {}, refusal);
  return (
    <ChangeForm
      problems={problems}
      save="Reopen the meeting"
      saving={saving}
      onSave={async () => {
        await save({ noticeId, id: meeting.id, expectedVersion: meeting.version, reason });
      }}
      onCancel={() => setAsking(false)}
    >
      <Textarea
        id="reason"
        label="Why it is reopened"
        value={reason}
        rows={2}
        error={problems['reason']}
        onChange={setReason}
      />
    </ChangeForm>
  );
};

/** What stands in place of the acts while a meeting is not held: how to open it, or what became of it. */
export const NotHeld = ({ hold }: { hold: HoldView }) => {
  const { noticeId } = useNotice();
  const minutes = useMay('meeting.minute');
  const decides = useMay('meeting.decide');
  const { meeting, whyNotHeld } = hold;
  return (
    <div className="nb-hold__form">
      <p>{whyNotHeld}</p>
      {meeting.state === 'planned' && minutes ? <Open hold={hold} /> : null}
      {meeting.state === 'closed' ? (
        <p>
          <Link to="/n/$noticeId/meetings/$meetingId/minutes" params={{ noticeId, meetingId: meeting.id }}>
            Read the minutes
          </Link>
        </p>
      ) : null}
      {meeting.state === 'closed' && decides ? <Reopen hold={hold} /> : null}
    </div>
  );
};
