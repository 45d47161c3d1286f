import { useState } from 'react';
import { keysOf, packSections } from '@noticeboard/domain/scales';
import type { MeetingView } from '@noticeboard/domain/views/meeting';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { Checkboxes } from '../../components/choices.tsx';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { Textarea } from '../../components/textarea.tsx';
import { TextInput } from '../../components/text-input.tsx';

const sections = keysOf(packSections).map((value) => ({ value, label: packSections[value].label }));

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-•*]|\d+[.)])\s+/, '').trim())
    .filter((line) => line !== '');

/** Says what a meeting is called, where it is, and what its pack holds and says first. */
export const EditForm = ({ meeting, onDone }: { meeting: MeetingView; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.meeting.edit.mutationOptions());
  const [typed, setTyped] = useState({
    title: meeting.title,
    place: meeting.place ?? '',
    keyPoints: meeting.keyPoints.join('\n'),
    sections: meeting.sections,
  });
  const [own, setOwn] = useState<Problems>({});
  const problems = problemsOf(['title', 'place', 'keyPoints', 'sections'], own, refusal);
  const set = (more: Partial<typeof typed>) => setTyped({ ...typed, ...more });
  const send = async () => {
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
      expectedVersion: meeting.version,
      title: typed.title,
      place: typed.place.trim() === '' ? null : typed.place,
      keyPoints,
      sections: typed.sections,
    });
    if (receipt) onDone();
  };
  return (
    <ChangeForm problems={problems} save="Save" saving={saving} onSave={send} onCancel={onDone}>
      <TextInput
        id="title"
        label="Title"
        value={typed.title}
        error={problems['title']}
        onChange={(title) => set({ title })}
      />
      <TextInput
        id="place"
        label={
          <>
            Place <span className="nb-optional">(optional)</span>
          </>
        }
        value={typed.place}
        error={problems['place']}
        onChange={(place) => set({ place })}
      />
      <Textarea
        id="keyPoints"
        label={
          <>
            Key points <span className="nb-optional">(optional)</span>
          </>
        }
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
