import { useState } from 'react';
import type { Meeting } from '@noticeboard/domain/meeting';
import { keysOf, packSections } from '@noticeboard/domain/scales';
import type { MeetingView } from '@noticeboard/domain/views/meeting';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { Checkboxes } from '../../components/choices.tsx';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { useSeenVersion } from '../../components/seen-version.ts';
import { Textarea } from '../../components/textarea.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { TheirsBesideYours } from '../../components/theirs-beside-yours.tsx';
import { optional } from '../../components/optional.tsx';

const sections = keysOf(packSections).map((value) => ({ value, label: packSections[value].label }));

/** In the order in which they stand on paper. */
const sectionsIn = (chosen: MeetingView['sections']): string =>
  sections
    .filter(({ value }) => chosen.includes(value))
    .map(({ label }) => label)
    .join('; ');

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-•*]|\d+[.)])\s+/, '').trim())
    .filter((line) => line !== '');

/** Says what a meeting is called, where it is, and what its pack holds and says first. */
export const EditForm = ({ meeting, onDone }: { meeting: MeetingView; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal, forget } = useChange(trpc.meeting.edit.mutationOptions());
  const [typed, setTyped] = useState({
    title: meeting.title,
    place: meeting.place ?? '',
    keyPoints: meeting.keyPoints.join('\n'),
    sections: meeting.sections,
  });
  const [own, setOwn] = useState<Problems>({});
  const { current: newer, version, see } = useSeenVersion(refusal, meeting.version);
  const current = newer as Meeting | null;
  const problems = current ? {} : problemsOf(['title', 'place', 'keyPoints', 'sections'], own, refusal);
  const set = (more: Partial<typeof typed>) => setTyped({ ...typed, ...more });
  const send = async () => {
    see();
    const keyPoints = linesOf(typed.keyPoints);
    const found: Problems = {
      ...(typed.title.trim() === '' ? { title: 'Enter a title.' } : {}),
      ...(keyPoints.length > 5 ? { keyPoints: 'Give 5 key points or fewer, one a line.' } : {}),
      ...(typed.sections.length === 0 ? { sections: 'Choose at least one section.' } : {}),
    };
    setOwn(found);
    if (Object.keys(found).length > 0) return;
    const receipt = await save({
      noticeId,
      id: meeting.id,
      expectedVersion: version,
      title: typed.title,
      place: typed.place.trim() === '' ? null : typed.place,
      keyPoints,
      sections: typed.sections,
    });
    if (receipt) onDone();
  };
  return (
    <ChangeForm problems={problems} save="Save" saving={saving} onSave={send} onCancel={onDone}>
      {current ? (
        <TheirsBesideYours
          by={refusal?.by ?? null}
          fields={[
            { key: 'title', label: 'Title', theirs: current.title, yours: typed.title },
            { key: 'place', label: 'Place', theirs: current.place ?? '', yours: typed.place },
            {
              key: 'keyPoints',
              label: 'Key points',
              theirs: current.keyPoints.join('\n'),
              yours: linesOf(typed.keyPoints).join('\n'),
            },
            {
              key: 'sections',
              label: 'Sections of the pack',
              theirs: sectionsIn(current.sections),
              yours: sectionsIn(typed.sections),
            },
          ]}
          onUseMine={() => void send()}
          onUseTheirs={() => {
            forget();
            onDone();
          }}
        />
      ) : null}
      <TextInput
        id="title"
        label="Title"
        value={typed.title}
        error={problems['title']}
        onChange={(title) => set({ title })}
      />
      <TextInput
        id="place"
        label={optional('Place')}
        value={typed.place}
        error={problems['place']}
        onChange={(place) => set({ place })}
      />
      <Textarea
        id="keyPoints"
        label={optional('Key points')}
        hint="What the pack says first. One a line, five at most."
        rows={5}
        value={typed.keyPoints}
        error={problems['keyPoints']}
        onChange={(keyPoints) => set({ keyPoints })}
      />
      <Checkboxes
        id="sections"
        label="Sections of the pack"
        small
        value={typed.sections}
        choices={sections}
        error={problems['sections']}
        onChange={(chosen) => set({ sections: chosen })}
      />
    </ChangeForm>
  );
};
