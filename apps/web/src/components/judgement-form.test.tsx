import type { JudgedRow, JudgementsView } from '@noticeboard/domain/views/judgements';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type * as notices from '../app/notice.ts';
import type * as changes from '../app/use-change.ts';
import { renderInApp } from '../testing/render-in-app.tsx';
import { JudgementForm } from './judgement-form.tsx';

const save = vi.fn<(input: unknown) => Promise<object>>(() => Promise.resolve({}));
vi.mock(
  import('../app/notice.ts'),
  () => ({ useNotice: () => ({ noticeId: 'kent', today: '2023-09-25' }) }) as unknown as typeof notices,
);
vi.mock(
  import('../app/use-change.ts'),
  () => ({ useChange: () => ({ save, saving: false, refusal: null }) }) as unknown as typeof changes,
);

const none = { owner: null, programmeOffice: null, chair: null, parentCarerForum: null, dfe: null };
const row = (code: string, mine: JudgedRow['mine']) =>
  ({
    kind: 'area',
    id: `area-${code}`,
    code,
    title: 'Area',
    released: null,
    voices: none,
    mine,
  }) as unknown as JudgedRow;
const assurance = [
  { key: 'limited', label: 'Limited assurance' },
  { key: 'notJudged', label: 'Not judged' },
];
const scales = { owner: assurance, programmeOffice: assurance } as unknown as JudgementsView['scales'];
const render = (rows: JudgedRow[]) =>
  renderInApp(<JudgementForm rows={rows} scales={scales} meetingId="review-1" onDone={() => undefined} />);
const pressSave = () => userEvent.click(screen.getByRole('button', { name: 'Save judgements' }));
const choose = (group: RegExp, name: string) =>
  userEvent.click(within(screen.getByRole('group', { name: group })).getByRole('radio', { name }));

afterEach(() => {
  cleanup();
  save.mockClear();
});

it('asks a person with two voices which it is, and offers the rows of that voice, by their code', async () => {
  await render([row('10', ['programmeOffice']), row('2', ['owner', 'programmeOffice'])]);
  await pressSave();
  expect(screen.getAllByText('Choose whose judgement this is.').length).toBeGreaterThan(0);
  await userEvent.click(screen.getByRole('radio', { name: 'Programme office' }));
  const shown = screen.getAllByRole('group', { name: /Area$/ });
  expect(shown.map((each) => within(each).getByText(/ Area$/).textContent)).toEqual(['2 Area', '10 Area']);
  await userEvent.click(screen.getByRole('radio', { name: 'Owner' }));
  expect(screen.queryByRole('group', { name: '10 Area' })).toBeNull();
});

it('sends what was chosen alone, with grounds of its own or those for all', async () => {
  await render([row('1', ['owner']), row('2', ['owner']), row('3', ['owner'])]);
  await choose(/^1 /, 'Limited assurance');
  await choose(/^2 /, 'Not judged');
  await pressSave();
  expect(screen.getAllByText('Say what the judgement of 1 rests on.').length).toBeGreaterThan(0);
  expect(save).not.toHaveBeenCalled();
  await userEvent.type(screen.getByLabelText(/^Grounds ?of 1 Area/), 'Two audits.');
  await pressSave();
  expect(save).toHaveBeenCalledWith({
    noticeId: 'kent',
    voice: 'owner',
    on: null,
    meetingId: 'review-1',
    grounds: null,
    judgements: [
      { areaId: 'area-1', rating: 'limited', grounds: 'Two audits.' },
      { areaId: 'area-2', rating: 'notJudged', grounds: null },
    ],
  });
});
