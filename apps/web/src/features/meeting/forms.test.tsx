import type { AgendaLine, AreaReportLine, MeetingView } from '@noticeboard/domain/views/meeting';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import type * as notices from '../../app/notice.ts';
import type * as changes from '../../app/use-change.ts';
import { renderInApp } from '../../testing/render-in-app.tsx';
import { EditForm } from './edit-form.tsx';
import { EditItemForm } from './item-form.tsx';
import { MoveForm } from './move-form.tsx';
import { ReportForm } from './report-form.tsx';

const save = vi.fn<(input: { expectedVersion: number }) => Promise<null>>(() => Promise.resolve(null));
const forget = vi.fn<() => void>();
const changing = { save, saving: false, refusal: null as object | null, forget };
vi.mock(
  import('../../app/notice.ts'),
  () => ({ useNotice: () => ({ noticeId: 'kent', today: '2023-09-25' }) }) as unknown as typeof notices,
);
vi.mock(import('../../app/use-change.ts'), () => ({ useChange: () => changing }) as unknown as typeof changes);

const meeting = (version: number) =>
  ({
    id: 'board',
    version,
    title: 'Board',
    place: null,
    on: '2023-10-25',
    startsAt: '14:00',
    papersDueOn: '2023-10-18',
    keyPoints: ['Mine'],
    sections: ['notice'],
    packs: [],
  }) as unknown as MeetingView;
const done = () => undefined;
const forms: Record<string, (version: number) => ReactNode> = {
  'what a meeting is called': (version) => <EditForm meeting={meeting(version)} onDone={done} />,
  'when it is': (version) => <MoveForm meeting={meeting(version)} onDone={done} />,
  'an item': (version) => (
    <EditItemForm
      item={
        { id: 'item', version, title: 'Item', note: null, ask: { key: 'note' }, link: null } as unknown as AgendaLine
      }
      onDone={done}
    />
  ),
  'what is told of an area': (version) => (
    <ReportForm
      meetingId="board"
      report={
        {
          area: { id: 'area-1' },
          version,
          why: 'Mine',
          effect: null,
          nextStep: null,
          evidence: [],
          choices: [],
        } as unknown as AreaReportLine
      }
      onDone={done}
    />
  ),
};

/** A form on a page that is read again while it is open. */
const Page = ({ form }: { form: (version: number) => ReactNode }) => {
  const [version, setVersion] = useState(1);
  return (
    <>
      <button type="button" onClick={() => setVersion(2)}>
        Read again
      </button>
      {form(version)}
    </>
  );
};

afterEach(() => {
  cleanup();
  save.mockClear();
  changing.refusal = null;
});

it.each(Object.entries(forms))('writes %s over what its reader saw alone, however new the page', async (_, form) => {
  await renderInApp(<Page form={form} />);
  const reason = screen.queryByLabelText('Why it moves');
  if (reason) await userEvent.type(reason, 'Half term.');
  await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
  await userEvent.click(screen.getByRole('button', { name: /^(Save|Move the meeting)$/ }));
  expect(save.mock.lastCall?.[0].expectedVersion).toBe(1);
});

it('shows what somebody else saved meanwhile beside what was typed, and writes over it once it was seen', async () => {
  const theirs = { ...meeting(2), title: 'Board', place: 'County Hall', keyPoints: ['Theirs'] };
  changing.refusal = { sentence: 'Changed.', fields: {}, by: 'Independent chair', current: theirs };
  await renderInApp(<EditForm meeting={meeting(1)} onDone={done} />);
  expect(screen.getByText('Independent chair changed this while you were typing')).toBeTruthy();
  expect(screen.getByText('Theirs')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Use mine' }));
  expect(save.mock.lastCall?.[0].expectedVersion).toBe(2);
});
