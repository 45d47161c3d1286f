import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type * as notices from '../../app/notice.ts';
import { dueActions } from '../../testing/due-action.ts';
import { renderInApp } from '../../testing/render-in-app.tsx';
import { MyUpdatesPage } from './my-updates-page.tsx';

vi.mock(
  import('../../app/notice.ts'),
  () =>
    ({
      useNotice: () => ({ noticeId: 'kent', frame: { notice: { authority: 'Kent' } }, input: { noticeId: 'kent' } }),
      useMay: () => true,
    }) as unknown as typeof notices,
);
vi.mock(import('../../components/follow-ups-section.tsx'), () => ({ FollowUpsSection: () => null }));
vi.mock(import('../../components/offers-panel.tsx'), () => ({ OffersPanel: () => null }));

HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};

const dueOf = (...codes: string[]) => ({ memberId: 'member-lead', ...dueActions(...codes) });

const notYours = 'This is not yours to report on any more.';
const fields = { 'rows.0': notYours };
const refused = { code: 'FORBIDDEN', sentence: notYours, fields, current: null, by: null };
const saved = { savedAt: '2023-09-25T09:00:00.000Z', newer: null };
const recorded = { submitted: 1, at: '2023-09-25T09:00:00.000Z', by: 'Lead', versions: {}, head: { seq: 1, hash: '' } };

/** What the server answers: the rows that are due, and what a submission comes to. */
const server = { due: ['1.01', '1.02'], submit: () => ({}) };

const answers: Readonly<Record<string, () => object>> = {
  'update.due': () => ({ result: { data: dueOf(...server.due) } }),
  'update.submit': () => server.submit(),
  'draft.mine': () => ({ result: { data: [] } }),
  'draft.keep': () => ({ result: { data: saved } }),
};

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  vi.stubGlobal('fetch', (address: string) => {
    const { pathname, searchParams } = new URL(address, 'http://here');
    const all = pathname
      .replace('/trpc/', '')
      .split(',')
      .map((procedure) => answers[procedure]?.() ?? {});
    return Promise.resolve(Response.json(searchParams.has('batch') ? all : all[0]));
  });
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

it('keeps what was typed on a row that was handed over meanwhile, says which it is, and submits the rest', async () => {
  await renderInApp(<MyUpdatesPage />);
  await screen.findByRole('heading', { level: 1, name: '2 actions are due from you' });
  await write('1.01', 'Two audits are done.');
  await write('1.02', 'The course is written.');
  expect(screen.queryByRole('region', { name: 'Not recorded' })).toBeNull();

  server.submit = () => {
    server.due = ['1.02'];
    return { error: { message: notYours, code: -32_003, data: refused } };
  };
  await userEvent.click(screen.getByRole('button', { name: 'Submit all' }));
  const lost = within(await screen.findByRole('region', { name: 'Not recorded' }));
  expect(lost.getByText('Two audits are done.')).toBeDefined();
  const link = screen.getByRole('link', { name: `1.01: ${notYours}` });
  expect(document.querySelector(link.getAttribute('href')?.replaceAll('.', String.raw`\.`) ?? '')).not.toBeNull();
  expect(screen.getByDisplayValue('The course is written.')).toBeDefined();

  server.submit = () => {
    server.due = [];
    return { result: { data: recorded } };
  };
  await userEvent.click(screen.getByRole('button', { name: 'Submit all' }));
  await screen.findByRole('heading', { level: 1, name: 'Nothing is due from you' });
  expect(screen.queryByText('The course is written.')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: /^Put away/ }));
  expect(screen.queryByText('Two audits are done.')).toBeNull();
});
