import { expect, test } from 'vitest';
import { anAction, aPlan } from '../testing/rows.ts';
import { erasedView } from './erased.ts';

test('names each row that is not as it stood, and says which version is shown instead', () => {
  const plan = aPlan({
    actions: [anAction({ id: 'action-6.04', code: '6.04', title: 'Clear the backlog' })],
    erased: [
      { entity: 'action', id: 'action-6.04', instead: 'earlier' },
      { entity: 'milestone', id: 'gone', instead: 'later' },
    ],
  });
  expect(erasedView(plan)).toEqual([
    {
      key: 'action action-6.04',
      what: 'Action 6.04, Clear the backlog',
      shown: 'the version before it is shown',
    },
    {
      key: 'milestone gone',
      what: 'Milestone',
      shown: 'nothing was recorded before it, so the version after it is shown',
    },
  ]);
  expect(erasedView(aPlan())).toEqual([]);
});
