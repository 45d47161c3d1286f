import { useState } from 'react';
import { daysBetween } from '@noticeboard/domain/day-number';
import { moveEffectOf } from '@noticeboard/domain/rules/move-effect';
import type { ActionView } from '@noticeboard/domain/views/action';
import { formatDate, plural } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { partsOf, readDate } from '../../components/date-parts.ts';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { Textarea } from '../../components/textarea.tsx';

/** What the plan says of the move; it stands in the form until the person writes their own, and beside it from then on. */
const suggestionOf = ({ currentDue, dates }: ActionView, to: string | null): string =>
  to === null || to === currentDue ? '' : moveEffectOf(currentDue, to, dates.marks);

/** Asks to move the due date: to when, why, and what the move does to checkpoints and requirements. */
export const AskDateForm = ({ action, onDone }: { action: ActionView; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.dateChange.ask.mutationOptions());
  const [to, setTo] = useState(() =>
    partsOf(action.forecast !== null && action.forecast > action.currentDue ? action.forecast : null),
  );
  const [reason, setReason] = useState('');
  const [written, setWritten] = useState<string | null>(null);
  const [own, setOwn] = useState<Problems>({});
  const problems = problemsOf(['to', 'reason', 'effect'], own, refusal);
  const read = readDate(to, 'New date');
  const asked = 'on' in read ? read.on : null;
  const days = asked === null ? 0 : daysBetween(action.currentDue, asked);
  const suggestion = suggestionOf(action, asked);
  const effect = written ?? suggestion;
  const differs = written !== null && written !== suggestion && suggestion !== '';

  const send = async () => {
    const found: Problems = {
      ...('error' in read ? { to: read.error } : read.on === null ? { to: 'Enter the date that you ask for.' } : {}),
      ...(reason.trim() === '' ? { reason: 'Say why the date must move.' } : {}),
      ...(effect.trim() === '' ? { effect: 'Say what the move does to checkpoints and requirements.' } : {}),
    };
    setOwn(found);
    if (Object.keys(found).length > 0 || !('on' in read) || read.on === null) return;
    if (await save({ noticeId, actionId: action.id, to: read.on, reason, effect })) onDone();
  };

  return (
    <ChangeForm problems={problems} save="Send request" saving={saving} onSave={send} onCancel={onDone}>
      <DateInput
        id="to"
        label="New due date"
        hint={`It is due ${formatDate(action.currentDue)} now. The original date, ${formatDate(action.originalDue)}, stays whatever is decided.`}
        value={to}
        wrong={'error' in read ? read.part : undefined}
        error={problems['to']}
        onChange={setTo}
      />
      <div role="status">
        {days === 0 ? null : (
          <p className="nb-notice-line">
            <strong>
              {plural(Math.abs(days), 'day')} {days > 0 ? 'later' : 'earlier'}.
            </strong>{' '}
            {action.slip.times === 0
              ? 'The date has not been moved before.'
              : `The date has been moved ${plural(action.slip.times, 'time')} already.`}
            {differs ? ` By the plan: ${suggestion}` : ''}
          </p>
        )}
      </div>
      <Textarea id="reason" label="Reason" value={reason} rows={3} error={problems['reason']} onChange={setReason} />
      <Textarea
        id="effect"
        label="Effect"
        hint="What the move does to checkpoints, requirements and other actions. It is worked out from the plan: change it where you know more."
        value={effect}
        rows={3}
        error={problems['effect']}
        onChange={setWritten}
      />
      {differs ? (
        <p>
          <button type="button" className="nb-link-button" onClick={() => setWritten(null)}>
            Use what the plan says
          </button>
        </p>
      ) : null}
    </ChangeForm>
  );
};
