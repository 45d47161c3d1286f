import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Checkboxes } from './choices.tsx';
import { DateInput } from './date-input.tsx';
import { noDate } from './date-parts.ts';
import { ErrorSummary } from './error-summary.tsx';
import { Tabs } from './tabs.tsx';
import { Textarea } from './textarea.tsx';
import { TheirsBesideYours } from './theirs-beside-yours.tsx';

afterEach(cleanup);

const Form = () => {
  const [date, setDate] = useState(noDate);
  return (
    <>
      <ErrorSummary problems={{ due: 'Due date must include a day.' }} />
      <DateInput
        id="due"
        label="Due date"
        error="Due date must include a day."
        wrong="day"
        value={date}
        onChange={setDate}
      />
      <p>{Object.values(date).join('/')}</p>
    </>
  );
};

it('takes the focus to the problems, and from a problem to its field', async () => {
  Element.prototype.scrollIntoView = vi.fn<Element['scrollIntoView']>();
  render(<Form />);
  expect(document.activeElement?.textContent).toContain('There is a problem');
  await userEvent.click(screen.getByRole('link', { name: 'Due date must include a day.' }));
  await userEvent.keyboard('30');
  await userEvent.type(screen.getByLabelText('Month'), '9');
  await userEvent.type(screen.getByLabelText('Year'), '2023');
  expect(screen.getByText('30/9/2023')).toBeTruthy();
});

it('gives checked boxes in the order of the choices', async () => {
  const choices = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ] as const;
  const onChange = vi.fn<(value: string[]) => void>();
  render(<Checkboxes id="x" label="X" value={['b']} choices={choices} onChange={onChange} />);
  await userEvent.click(screen.getByLabelText('A'));
  expect(onChange).toHaveBeenLastCalledWith(['a', 'b']);
  await userEvent.click(screen.getByLabelText('B'));
  expect(onChange).toHaveBeenLastCalledWith([]);
});

describe('Textarea', () => {
  it('counts words towards its guide', () => {
    render(<Textarea id="w" label="Words" words={60} value={' two  words '} onChange={() => {}} />);
    expect(screen.getByText('2 of 60 words')).toBeTruthy();
  });

  it('says how many characters are too many', () => {
    render(<Textarea id="w" label="Words" characters={3} value="four" onChange={() => {}} />);
    expect(screen.getByText('You have 1 character too many')).toBeTruthy();
  });
});

it('moves between tabs by the arrow keys and keeps every panel in the page', async () => {
  render(
    <Tabs
      id="t"
      title="View"
      tabs={[
        { key: 'chart', label: 'Chart', panel: 'Drawing' },
        { key: 'table', label: 'Table', panel: 'Figures' },
      ]}
    />,
  );
  screen.getByRole('tab', { name: 'Chart' }).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Table', selected: true }));
  expect(screen.getByText('Drawing').className).toContain('--hidden');
});

it('shows what differs between theirs and yours, and gives the choice', async () => {
  const [onUseMine, onUseTheirs] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const fields = [
    { key: 'title', label: 'Title', theirs: 'Same', yours: 'Same' },
    { key: 'words', label: 'Words', theirs: 'Theirs, longer', yours: '' },
  ];
  render(<TheirsBesideYours by="Programme lead" fields={fields} onUseMine={onUseMine} onUseTheirs={onUseTheirs} />);
  expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(['Words']);
  expect(screen.getByText('Nothing')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Use mine' }));
  await userEvent.click(screen.getByRole('button', { name: 'Use theirs' }));
  expect([onUseMine.mock.calls.length, onUseTheirs.mock.calls.length]).toEqual([1, 1]);
});
