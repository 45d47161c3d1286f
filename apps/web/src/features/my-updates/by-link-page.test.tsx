import { TRPCClientError } from '@trpc/client';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Refusal } from '../../app/refusal.ts';
import { client } from '../../app/trpc.ts';
import { renderInApp } from '../../testing/render-in-app.tsx';
import { dueActions } from '../../testing/due-action.ts';
import { ByLinkPage } from './by-link-page.tsx';

const server = { read: vi.fn<(input: { token: string }) => Promise<object>>(), submit: vi.fn<() => Promise<object>>() };

vi.mock(import('../../app/trpc.ts'), async (original) => ({
  ...(await original()),
  client: {
    link: {
      read: { mutate: (input: { token: string }) => server.read(input) },
      submit: { mutate: () => server.submit() },
      keep: { mutate: () => Promise.resolve({ savedAt: '2023-09-25T09:00:00.000Z' }) },
    },
  } as unknown as typeof client,
}));

const refuse = (code: string, sentence: string, fields: Refusal['fields'] = {}) =>
  TRPCClientError.from({
    error: { message: sentence, code: -1, data: { code, sentence, fields, current: null, by: null } },
  } as never);

const opens = (...codes: string[]) => ({
  notice: 'Kent',
  title: 'Virtual school head',
  drafts: [],
  due: dueActions(...codes),
});

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  location.hash = 'first';
  server.read.mockReset();
  server.submit.mockReset();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const row = (code: string) => within(screen.getByRole('group', { name: new RegExp(`^${code} `) }));
const write = async (code: string, words: string) => {
  await userEvent.click(row(code).getByLabelText('Amber'));
  await userEvent.type(row(code).getByLabelText('What changed for children and families?'), words);
};
const submit = () => userEvent.click(screen.getByRole('button', { name: 'Submit all' }));
const notAmong = 'This row is not among those that this link opens.';

it('keeps what was typed on a row that somebody else reported on, and submits the rest', async () => {
  server.read.mockResolvedValueOnce(opens('1.01', '1.02')).mockResolvedValue(opens('1.02'));
  server.submit.mockRejectedValueOnce(refuse('NOT_FOUND', notAmong, { 'rows.0': notAmong }));
  await renderInApp(<ByLinkPage />);
  await screen.findByRole('heading', { level: 1, name: '2 actions are due from you' });
  await write('1.01', 'Two audits are done.');
  await write('1.02', 'The course is written.');
  await submit();
  const lost = within(await screen.findByRole('region', { name: 'Not recorded' }));
  expect(lost.getByText('Two audits are done.')).toBeDefined();
  const link = screen.getByRole('link', { name: `1.01: ${notAmong}` });
  expect(document.querySelector(link.getAttribute('href')?.replaceAll('.', String.raw`\.`) ?? '')).not.toBeNull();
  expect(screen.getByDisplayValue('The course is written.')).toBeDefined();

  server.submit.mockResolvedValueOnce({ submitted: 1, left: 0 });
  await submit();
  await screen.findByRole('heading', { level: 1, name: 'Everything is submitted' });
  expect(screen.getByText('Two audits are done.')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: /^Put away/ }));
  expect(screen.queryByText('Two audits are done.')).toBeNull();
});

it('leaves what is typed readable when the link ends meanwhile', async () => {
  const ended = 'The programme office has ended this link. Ask them for another.';
  server.read.mockResolvedValueOnce(opens('1.01')).mockRejectedValue(refuse('FORBIDDEN', ended));
  server.submit.mockRejectedValueOnce(refuse('FORBIDDEN', ended));
  await renderInApp(<ByLinkPage />);
  await screen.findByRole('heading', { level: 1, name: '1 action is due from you' });
  await write('1.01', 'Two audits are done.');
  await submit();
  await screen.findByRole('heading', { level: 1, name: 'This link has ended' });
  expect(screen.getByText(ended)).toBeDefined();
  expect(screen.getByText('Two audits are done.')).toBeDefined();
});

it('opens another link in the same tab, and keeps the address while somebody goes to a place on the page', async () => {
  server.read.mockImplementation(({ token }) => Promise.resolve(opens(token === 'first' ? '1.01' : '2.02')));
  await renderInApp(<ByLinkPage />);
  await screen.findByRole('group', { name: /^1\.01 / });
  act(() => {
    location.hash = 'due-action-1.01';
  });
  await waitFor(() => expect(location.hash).toBe('#first'));
  act(() => {
    location.hash = 'second';
  });
  await screen.findByRole('group', { name: /^2\.02 / });
  expect(screen.queryByRole('group', { name: /^1\.01 / })).toBeNull();
});
