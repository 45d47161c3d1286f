import { act, cleanup, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { renderInApp } from '../testing/render-in-app.tsx';
import { useArrive } from './use-arrive.ts';

/** A page that has its heading only once its data is read. */
const Page = () => {
  useArrive();
  const [ready, setReady] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setReady(true)}>
        Read
      </button>
      {ready ? <section id="evidence">Evidence</section> : null}
    </>
  );
};

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn<() => void>();
});
afterEach(cleanup);

it('leads to the place that the address names once the page has drawn it', async () => {
  await renderInApp(<Page />, '/actions/one#evidence');
  expect(document.activeElement).toBe(document.body);
  act(() => screen.getByRole('button').click());
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('evidence'));
});

it('takes nobody away who has gone on by themselves', async () => {
  await renderInApp(<Page />, '/actions/one#evidence');
  screen.getByRole('button').focus();
  dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }));
  act(() => screen.getByRole('button').click());
  await screen.findByText('Evidence');
  expect(document.activeElement).toBe(screen.getByRole('button'));
});
