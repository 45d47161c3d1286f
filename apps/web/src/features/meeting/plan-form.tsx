import { useState } from 'react';
import { keysOf, meetingKinds, type MeetingKind } from '@noticeboard/domain/scales';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { Select } from '../../components/choices.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { noDate, readDate, type DateParts } from '../../components/date-parts.ts';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { TextInput } from '../../components/text-input.tsx';
import { readTime } from './meeting-words.ts';
import { optional } from '../../components/optional.tsx';

const kinds = keysOf(meetingKinds).map((value) => ({ value, label: meetingKinds[value].label }));
const fields = ['kind', 'title', 'on', 'startsAt', 'place', 'papersDueOn'];

type Typed = {
  kind: MeetingKind;
  title: string;
  on: DateParts;
  startsAt: string;
  place: string;
  papersDueOn: DateParts;
};

/** Plans a meeting, and invites whoever usually comes. */
export const PlanForm = ({ onDone }: { onDone: (meetingId: string | null) => void }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.meeting.plan.mutationOptions());
  const [typed, setTyped] = useState<Typed>({
    kind: 'board',
    title: meetingKinds.board.label,
    on: noDate,
    startsAt: '',
    place: '',
    papersDueOn: noDate,
  });
  const [own, setOwn] = useState<Problems>({});
  const problems = problemsOf(fields, own, refusal);
  const set = (more: Partial<Typed>) => setTyped({ ...typed, ...more });
  const day = readDate(typed.on, 'The day of the meeting');
  const papers = readDate(typed.papersDueOn, 'The day on which papers are due');
  const time = readTime(typed.startsAt);

  const send = async () => {
    const found: Problems = {
      ...(typed.title.trim() === '' ? { title: 'Enter a title.' } : {}),
      ...('error' in day ? { on: day.error } : day.on === null ? { on: 'Enter the day of the meeting.' } : {}),
      ...('error' in time ? { startsAt: time.error } : {}),
      ...('error' in papers ? { papersDueOn: papers.error } : {}),
    };
    setOwn(found);
    if (!('on' in day) || day.on === null || !('on' in papers) || !('at' in time) || typed.title.trim() === '') return;
    const receipt = await save({
      noticeId,
      kind: typed.kind,
      title: typed.title,
      on: day.on,
      startsAt: time.at,
      place: typed.place.trim() === '' ? null : typed.place,
      papersDueOn: papers.on,
    });
    if (receipt) onDone(Object.keys(receipt.versions)[0] ?? null);
  };

  return (
    <ChangeForm problems={problems} save="Plan the meeting" saving={saving} onSave={send} onCancel={() => onDone(null)}>
      <Select
        id="kind"
        label="Kind"
        value={typed.kind}
        choices={kinds}
        error={problems['kind']}
        onChange={(kind) => {
          if (kind === '') return;
          // A title that was typed stays.
          const isOwn = typed.title !== meetingKinds[typed.kind].label;
          set({ kind, ...(isOwn ? {} : { title: meetingKinds[kind].label }) });
        }}
      />
      <TextInput
        id="title"
        label="Title"
        value={typed.title}
        error={problems['title']}
        onChange={(title) => set({ title })}
      />
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
      <TextInput
        id="place"
        label={optional('Place')}
        value={typed.place}
        error={problems['place']}
        onChange={(place) => set({ place })}
      />
      <DateInput
        id="papersDueOn"
        label={optional('Papers due')}
        hint={
          typed.kind === 'dfeReview'
            ? 'Two weeks before the review, unless you name a day.'
            : 'By the rule of the notice, unless you name a day.'
        }
        value={typed.papersDueOn}
        wrong={'error' in papers ? papers.part : undefined}
        error={problems['papersDueOn']}
        onChange={(papersDueOn) => set({ papersDueOn })}
      />
      <p className="nb-secondary">
        {typed.kind === 'dfeReview'
          ? 'The board, its chair, the parent carer forum, the monitors and the programme office are invited.'
          : 'The board, its chair and the parent carer forum are invited.'}{' '}
        You can change that on the page of the meeting.
      </p>
    </ChangeForm>
  );
};
