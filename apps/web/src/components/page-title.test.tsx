import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PageTitle } from './page-title.tsx';

beforeEach(() => history.replaceState(null, '', '/first'));
afterEach(cleanup);

it('takes the focus to the h1 of a page that was navigated to, and leaves it while the same page changes', () => {
  const { rerender } = render(<PageTitle title="First" />);
  expect(document.activeElement).toBe(document.body);
  act(() => history.pushState(null, '', '/second'));
  rerender(<PageTitle title="First" />);
  expect(document.activeElement).toBe(document.body);
  rerender(<PageTitle title="Second" />);
  const heading = screen.getByRole('heading', { level: 1, name: 'Second' });
  expect(document.activeElement).toBe(heading);
  heading.blur();
  rerender(<PageTitle title="Second, as at an earlier day" />);
  expect(document.activeElement).toBe(document.body);
  expect(document.title).toBe('Second, as at an earlier day - Noticeboard');
});
