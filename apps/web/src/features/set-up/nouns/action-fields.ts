import type { FieldsOf } from '../form/field.ts';
import type { Inputs } from './inputs.ts';
import type { SourceName } from './source-fields.ts';

const named: FieldsOf<Pick<Inputs['action']['edit'], 'code' | 'title' | 'areaIds'>> = {
  code: { kind: 'text', label: 'Code', width: 5, hint: 'Such as 6.04.' },
  title: { kind: 'text', label: 'Title', hint: 'What will be done.' },
  areaIds: { kind: 'first-and-others', label: 'Area', from: 'areas', others: 'Other areas that it serves' },
};

const led: FieldsOf<Omit<Inputs['action']['edit'], keyof typeof named>, SourceName> = {
  leadId: { kind: 'choice', label: 'Lead', from: 'reporters', optional: true },
  deputyId: { kind: 'choice', label: 'Deputy', from: 'reporters', optional: true },
  accountableId: { kind: 'choice', label: 'Accountable senior officer', from: 'members', optional: true },
  organisation: { kind: 'text', label: 'Organisation' },
  successCriteria: { kind: 'textarea', label: 'What success looks like', optional: true },
  holdPeriods: {
    kind: 'whole',
    label: 'Readings in a row that must meet the target',
    hint: 'How long its measures must hold before it counts as embedded.',
    initial: '3',
    suffix: 'readings',
  },
  measureIds: { kind: 'choices', label: 'Measures that would prove it', from: 'measures', optional: true },
  requirementIds: { kind: 'choices', label: 'Requirements that it serves', from: 'requirements', optional: true },
  dependsOnIds: { kind: 'choices', label: 'Actions that it waits for', from: 'actions', optional: true },
};

export const actionFields: FieldsOf<Inputs['action']['edit'], SourceName> = { ...named, ...led };

export const newActionFields: FieldsOf<Inputs['action']['create'], SourceName> = {
  ...named,
  due: {
    kind: 'date',
    label: 'Due date',
    hint: 'It is kept for good as the original due date. After today it moves only by an approved date change.',
  },
  ...led,
};

export const milestoneFields: FieldsOf<Inputs['milestone']['edit']> = {
  title: { kind: 'text', label: 'Title' },
  currentDue: { kind: 'date', label: 'Due date', hint: 'The original due date stays beside it.' },
  forecast: { kind: 'date', label: 'Forecast', optional: true },
};

export const newMilestoneFields: FieldsOf<Inputs['milestone']['create'], 'actionId'> = {
  title: { kind: 'text', label: 'Title' },
  due: { kind: 'date', label: 'Due date' },
};
