import { useState } from 'react';
import type { HoldItem, HoldView } from '@noticeboard/domain/views/hold';
import { formatDate } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { Radios } from '../../components/choices.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { noDate, readDate } from '../../components/date-parts.ts';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { Textarea } from '../../components/textarea.tsx';
import { FollowUpFields, useFollowUp } from './follow-up-fields.tsx';
import { dateDecisions, type DateDecision } from '../../components/date-decisions.ts';

/** The words that are offered for the minute of what is chosen. */
const offered = ({ offers, facts }: HoldItem, state: DateDecision | '', date: string | null): string => {
  if (facts.kind !== 'dateChange') return offers.decide;
  if (state === '') return '';
  return offers[state].replace('{date}', date === null ? 'another date' : formatDate(date));
};

/** Decides an item: of a date change whether it moves, of anything else in words. The minute is offered, and may be written anew. */
export const DecideForm = ({
  item: opened,
  people,
  onDone,
  onCancel,
}: {
  item: HoldItem;
  people: HoldView['people'];
  onDone: () => void;
  onCancel: () => void;
}) => {
  // As it was when the form was opened: what was typed is about that, whatever somebody else decides meanwhile.
  const [item] = useState(opened);
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.decision.decide.mutationOptions());
  const request = item.facts.kind === 'dateChange' ? item.facts.request : null;
  const [state, setState] = useState<DateDecision | ''>('');
  const [parts, setParts] = useState(noDate);
  const [reason, setReason] = useState('');
  const [written, setWritten] = useState<string | null>(null);
  const [own, setOwn] = useState<Problems>({});
  const followUp = useFollowUp();
  const read = readDate(parts, 'The date that you approve');
  const on = 'on' in read ? read.on : null;
  const minute = written ?? offered(item, state, on);
  const other = state === 'approvedOther';
  const fields = ['state', 'date', 'reason', 'minute', 'followUp', 'followUpToId', 'followUpDueOn'];
  const problems = problemsOf(fields, own, refusal);

  const send = async () => {
    const found: Problems = {
      ...(request && state === '' ? { state: 'Choose what the board decides.' } : {}),
      ...(other && 'error' in read ? { date: read.error } : {}),
      ...(other && 'on' in read && on === null ? { date: 'Enter the date that the board approves.' } : {}),
      ...(state !== '' && state !== 'approved' && reason.trim() === ''
        ? { reason: 'Give the reason for the decision.' }
        : {}),
      ...(minute.trim() === '' && (!request || state !== '') ? { minute: 'Enter the minute.' } : {}),
      ...followUp.problems,
    };
    setOwn(found);
    if (Object.keys(found).length > 0) return;
    const receipt = await save({
      noticeId,
      itemId: item.id,
      seenId: item.seenId,
      minute,
      state: state === '' ? null : state,
      date: other ? on : null,
      reason: reason.trim() === '' ? null : reason,
      ...followUp.input,
    });
    if (receipt) onDone();
  };

  return (
    <ChangeForm problems={problems} save="Record decision" saving={saving} onSave={send} onCancel={onCancel}>
      {request ? (
        <Radios
          id="state"
          label="What the board decides"
          value={state}
          choices={dateDecisions(request)}
          error={problems['state']}
          onChange={setState}
        />
      ) : null}
      {other ? (
        <DateInput
          id="date"
          label="Date that the board approves"
          value={parts}
          wrong={'error' in read ? read.part : undefined}
          error={problems['date']}
          onChange={setParts}
        />
      ) : null}
      {state === 'approvedOther' || state === 'refused' ? (
        <Textarea id="reason" label="Reason" value={reason} rows={2} error={problems['reason']} onChange={setReason} />
      ) : null}
      <Textarea id="minute" label="Minute" value={minute} rows={3} error={problems['minute']} onChange={setWritten} />
      <FollowUpFields form={followUp} people={people} problems={problems} />
    </ChangeForm>
  );
};
