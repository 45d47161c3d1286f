import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { aMeasure, aPlan, aReading } from '@noticeboard/domain/testing/rows';
import { measureOf } from '@noticeboard/domain/views/measure';
import { readingColumns } from './reading-columns.tsx';

afterEach(cleanup);

const july = { periodStart: '2023-07-01', periodEnd: '2023-07-31' };
const august = { periodStart: '2023-08-01', periodEnd: '2023-08-31' };
const view = measureOf(
  aPlan({
    measures: [aMeasure()],
    readings: [
      aReading({ ...july, id: 'july', value: 20 }),
      aReading({ ...august, id: 'minutes', value: 12 }),
      aReading({ ...august, id: 'bulletin', value: 60, disputed: 'The bulletin says otherwise.' }),
    ],
  }),
  'measure-1.1',
  '2023-09-25',
);

/** The buttons of one reading, as they are read out. */
const offered = (id: string, mayChoose: boolean): string[] => {
  const columns = readingColumns({ mayWrite: true, mayChoose, act: () => {}, revised: [] });
  const row = view?.rows.find(({ reading }) => reading?.id === id);
  if (!row) throw new Error(`There is no row ${id}.`);
  render(columns.find(({ key }) => key === 'change')?.cell(row));
  return screen.getAllByRole('button').map(({ textContent }) => textContent);
};

it('offers the owner of a measure no withdrawal beside another source', () => {
  expect(offered('bulletin', false)).toEqual(['Correct 60.0%, August 2023']);
  cleanup();
  expect(offered('july', false)).toEqual(['Correct 20.0%, July 2023', 'Withdraw 20.0%, July 2023']);
});

it('offers whoever may choose to withdraw either, or to set it aside', () => {
  expect(offered('bulletin', true)).toEqual([
    'Correct 60.0%, August 2023',
    'Withdraw 60.0%, August 2023',
    'Do not use 60.0%, August 2023',
  ]);
});
