import { useState } from 'react';
import type { Meeting } from '@noticeboard/domain/meeting';
import type { MeetingView } from '@noticeboard/domain/views/meeting';
import { formatDate } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { noDate, partsOf, readDate } from '../../components/date-parts.ts';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { useSeenVersion } from '../../components/seen-version.ts';
import { TextInput } from '../../components/text-input.tsx';
import { TheirsBesideYours } from '../../components/theirs-beside-yours.tsx';
import { readTime } from './meeting-words.ts';
import { optional } from '../../components/optional.tsx';

/** Moves a meeting to another day or time; the day of its papers follows unless one is named. */
export const MoveForm = ({ meeting, onDone }: { meeting: MeetingView; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal, forget } = useChange(trpc.meeting.move.mutationOptions());
  const [typed, setTyped] = useState({
    on: partsOf(meeting.on),
    startsAt: meeting.startsAt ?? '',
    papersDueOn: noDate,
    reason: '',
  });
  const [own, setOwn] = useState<Problems>({});
  const { current: newer, version, see } = useSeenVersion(refusal, meeting.version);
  const current = newer as Meeting | null;
  const problems = current ? {} : problemsOf(['on', 'startsAt', 'papersDueOn', 'reason'], own, refusal);
  const set = (more: Partial<typeof typed>) => setTyped({ ...typed, ...more });
  const day = readDate(typed.on, 'The day of the meeting');
  const papers = readDate(typed.papersDueOn, 'The day on which papers are due');
  const time = readTime(typed.startsAt);

  const send = async () => {
    see();
    const found: Problems = {
      ...('error' in day ? { on: day.error } : day.on === null ? { on: 'Enter the day of the meeting.' } : {}),
      ...('error' in time ? { startsAt: time.error } : {}),
      ...('error' in papers ? { papersDueOn: papers.error } : {}),
      ...(typed.reason.trim() === '' ? { reason: 'Give the reason.' } : {}),
    };
    setOwn(found);
    if (Object.keys(found).length > 0 || !('on' in day) || day.on === null || !('on' in papers) || !('at' in time))
      return;
    const receipt = await save({
      noticeId,
      id: meeting.id,
      expectedVersion: version,
      on: day.on,
      startsAt: time.at,
      // The day of the papers stays where the meeting stays on its day.
      papersDueOn: papers.on ?? (day.on === meeting.on ? meeting.papersDueOn : null),
      reason: typed.reason,
    });
    if (receipt) onDone();
  };

  return (
    <ChangeForm problems={problems} save="Move the meeting" saving={saving} onSave={send} onCancel={onDone}>
      {current ? (
        <TheirsBesideYours
          by={refusal?.by ?? null}
          fields={[
            {
              key: 'on',
              label: 'Day',
              theirs: formatDate(current.on),
              yours: 'on' in day && day.on !== null ? formatDate(day.on) : '',
            },
            { key: 'startsAt', label: 'Starts at', theirs: current.startsAt ?? '', yours: typed.startsAt },
          ]}
          onUseMine={() => void send()}
          onUseTheirs={() => {
            forget();
            onDone();
          }}
        />
      ) : null}
      <DateInput
        id="on"
        label="Day"
        value={typed.on}
        wrong={'error' in day ? day.part : undefined}
        error={problems['on']}
        onChange={(on) => set({ on })}
      />
      <TextInput
        id="startsAt"
        label={optional('Starts at')}
        hint="Such as 14:00."
        width={5}
        value={typed.startsAt}
        error={problems['startsAt']}
        onChange={(startsAt) => set({ startsAt })}
      />
      <DateInput
        id="papersDueOn"
        label={optional('Papers due')}
        hint="Follows the day of the meeting by the rule of the notice, unless you name a day."
        value={typed.papersDueOn}
        wrong={'error' in papers ? papers.part : undefined}
        error={problems['papersDueOn']}
        onChange={(papersDueOn) => set({ papersDueOn })}
      />
      <TextInput
        id="reason"
        label="Why it moves"
        value={typed.reason}
        error={problems['reason']}
        onChange={(reason) => set({ reason })}
      />
      {meeting.packs.length === 0 ? null : (
        <p className="nb-secondary">What was frozen for it stays as it was frozen, with its day.</p>
      )}
    </ChangeForm>
  );
};
