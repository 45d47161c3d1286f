import type { RequirementView } from '@noticeboard/domain/views/requirement';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type * as notices from '../../app/notice.ts';
import { renderInApp } from '../../testing/render-in-app.tsx';
import { UpdatesSection } from './updates-section.tsx';

const may = vi.fn<(permission: string) => boolean>();
vi.mock(
  import('../../app/notice.ts'),
  () =>
    ({
      useNotice: () => ({ noticeId: 'kent', today: '2023-09-25' }),
      useMay: (permission: string) => may(permission),
    }) as unknown as typeof notices,
);

const view = {
  subject: { memberIds: ['member-lead'], organisation: null },
  requirement: { id: 'req-1', withdrawnOn: null },
  updates: [],
} as unknown as RequirementView;
const write = () => screen.queryByRole('button', { name: 'Write an update' });

afterEach(cleanup);

it('lets whoever may write an update of the requirement do so on its page', async () => {
  may.mockImplementation((permission) => permission === 'update.write');
  await renderInApp(<UpdatesSection view={view} />);
  await userEvent.click(write() ?? document.body);
  expect(screen.getByRole('textbox', { name: 'What changed' })).toBeTruthy();
  expect(write()).toBeNull();
});

it('offers it to nobody else, and not of a requirement that was withdrawn', async () => {
  may.mockReturnValue(false);
  await renderInApp(<UpdatesSection view={view} />);
  expect(write()).toBeNull();
  cleanup();
  may.mockReturnValue(true);
  const withdrawn = { ...view, requirement: { ...view.requirement, withdrawnOn: '1 September 2023' } };
  await renderInApp(<UpdatesSection view={withdrawn} />);
  expect(write()).toBeNull();
});
