import { useState } from 'react';
import type { DateChange } from '@noticeboard/domain/date-change';
import { dateChangeStates } from '@noticeboard/domain/scales';
import type { DateChangeLine } from '@noticeboard/domain/views/date-changes';
import { useNotice } from '../app/notice.ts';
import { trpc } from '../app/trpc.ts';
import { useChange } from '../app/use-change.ts';
import { ChangeForm } from './change-form.tsx';
import { Radios } from './choices.tsx';
import { DateInput } from './date-input.tsx';
import { noDate, readDate } from './date-parts.ts';
import { problemsOf, type Problems } from './problems.ts';
import { Textarea } from './textarea.tsx';
import { TextInput } from './text-input.tsx';
import { TheirsBesideYours } from './theirs-beside-yours.tsx';
import { useSeenVersion } from './seen-version.ts';
import { optional } from './optional.tsx';
import { dateDecisions, type DateDecision } from './date-decisions.ts';

/** Decides a request to move a due date: the date asked for, another one, or a refusal with its reason. */
export const DecideDateForm = ({ request, onDone }: { request: DateChangeLine; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal, forget } = useChange(trpc.dateChange.decide.mutationOptions());
  const { current: newer, version, see } = useSeenVersion(refusal, request.version);
  const current = newer as DateChange | null;
  const [state, setState] = useState<DateDecision | ''>('');
  const [parts, setParts] = useState(noDate);
  const [reason, setReason] = useState('');
  const [meeting, setMeeting] = useState('');
  const [own, setOwn] = useState<Problems>({});
  const problems = current ? {} : problemsOf(['state', 'date', 'reason', 'meeting'], own, refusal);
  const read = readDate(parts, 'The date that you approve');
  const other = state === 'approvedOther';

  const send = async () => {
    const found: Problems = {
      ...(state === '' ? { state: 'Choose what you decide.' } : {}),
      ...(other && 'error' in read ? { date: read.error } : {}),
      ...(other && 'on' in read && read.on === null ? { date: 'Enter the date that you approve.' } : {}),
      ...(state !== '' && state !== 'approved' && reason.trim() === ''
        ? { reason: 'Give the reason for the decision.' }
        : {}),
    };
    setOwn(found);
    if (state === '' || Object.keys(found).length > 0) return;
    see();
    const receipt = await save({
      noticeId,
      id: request.id,
      expectedVersion: version,
      state,
      date: other && 'on' in read ? read.on : null,
      reason: reason.trim() === '' ? null : reason,
      meeting: meeting.trim() === '' ? null : meeting,
    });
    if (receipt) onDone();
  };

  return (
    <ChangeForm problems={problems} save="Save decision" saving={saving} onSave={send} onCancel={onDone}>
      {current ? (
        <TheirsBesideYours
          by={refusal?.by ?? null}
          fields={[
            {
              key: 'state',
              label: 'Decision',
              theirs: dateChangeStates[current.state].label,
              yours: state === '' ? '' : dateChangeStates[state].label,
            },
          ]}
          onUseMine={() => void send()}
          onUseTheirs={() => {
            forget();
            onDone();
          }}
        />
      ) : null}
      <Radios
        id="state"
        label="Decision"
        value={state}
        choices={dateDecisions(request)}
        error={problems['state']}
        onChange={setState}
      />
      {other ? (
        <DateInput
          id="date"
          label="Date that you approve"
          value={parts}
          wrong={'error' in read ? read.part : undefined}
          error={problems['date']}
          onChange={setParts}
        />
      ) : null}
      <Textarea
        id="reason"
        label={state === 'approved' || state === '' ? optional('Reason') : 'Reason'}
        value={reason}
        rows={3}
        error={problems['reason']}
        onChange={setReason}
      />
      <TextInput
        id="meeting"
        label={optional('Meeting')}
        hint="Where it was decided, such as Improvement board."
        value={meeting}
        error={problems['meeting']}
        onChange={setMeeting}
      />
    </ChangeForm>
  );
};
