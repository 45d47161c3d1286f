import { deliveries, reportStates, stages, statusOf } from '@noticeboard/domain/scales';
import type { DueAction } from '@noticeboard/domain/views/due-reports';

/** For tests: an action that is due. */
export const anAction = (code: string, over: Partial<DueAction> = {}): DueAction => ({
  kind: 'action',
  key: `action ${code}`,
  id: code,
  code,
  title: 'Audit plans',
  report: { ...statusOf(reportStates, 'due', 'An update is due.'), days: 1 },
  asked: true,
  part: { as: 'owner', of: null },
  mark: 'own',
  silentDays: 28,
  stage: 'inProgress',
  stageLabel: stages.inProgress.label,
  originalDue: '2023-09-30',
  currentDue: '2023-10-31',
  forecast: '2023-11-15',
  slipDays: 31,
  moves: 1,
  delivery: { ...statusOf(deliveries, 'onTrack', 'Due 31 October 2023.'), days: 36 },
  milestones: [],
  last: null,
  unchanged: { possible: true, says: 'Amber again.' },
  askedDate: null,
  ...over,
});

/** For tests: what is due from a person, some actions and nothing else. */
export const dueActions = (...codes: string[]) => ({
  today: '2023-09-25',
  period: null,
  nextOpensOn: '2023-10-17',
  instructions: null,
  asked: codes.length,
  questions: [],
  actions: codes.map((code) => anAction(code)),
  requirements: [],
  measures: [],
  commentaries: [],
});
